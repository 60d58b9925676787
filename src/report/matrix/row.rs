//! What stands in the matrix, worked out from an assessment and known to no medium.

use crate::model::assessment::{Assessment, ControlResult, CriterionResult};
use crate::model::catalog::{Criterion, Series};
use crate::model::date::{Date, Period};
use crate::model::document::{Control, Evidence, Test};
use crate::model::gap::Gap;
use crate::model::operation::Operation;
use crate::model::standing::{DesignTest, EvidenceState, Standing};
use crate::model::testing::{is_resolved, last_effective, outcome, retest, tests_in};
use crate::model::words::{Conclusion, TestOf};
use crate::text::natural::compare;

/// The matrix of an assessment, or of some of its criteria.
pub struct Matrix<'a> {
    /// The assessment.
    pub assessment: &'a Assessment<'a>,
    /// The criteria, in report order.
    pub entries: Vec<Entry<'a>>,
}

/// A criterion with the controls that name it.
pub struct Entry<'a> {
    /// The series it belongs to.
    pub series: &'a Series,
    /// The criterion.
    pub criterion: &'a Criterion,
    /// What was concluded of it.
    pub result: &'a CriterionResult,
    /// Each control that names it, whatever its status, in the inventory's order.
    pub pairs: Vec<Pair<'a>>,
    /// The gaps that touch it and are about no control, worst first.
    pub gaps: Vec<&'a Gap>,
}

/// A control as it stands beside a criterion.
pub struct Pair<'a> {
    /// The control.
    pub control: &'a Control,
    /// Who answers for it, by name.
    pub owner: Option<&'a str>,
    /// What was concluded of it.
    pub result: &'a ControlResult,
    /// Whether an approved document that is there describes it.
    pub documented: bool,
    /// What is on file for it, by name.
    pub evidence: Vec<(&'a Evidence, EvidenceState)>,
    /// How it operated; only for type 2, and only where somebody has to look.
    pub operation: Option<&'a Operation>,
    /// What its tests of design come to, and who made the one that counts.
    pub design_test: (DesignTest, Option<&'a str>),
    /// Its tests of operation in the period, the newest first.
    pub operation_tests: Vec<Tested<'a>>,
    /// The gaps about it, worst first.
    pub gaps: Vec<&'a Gap>,
}

/// A test of operation in the period.
pub struct Tested<'a> {
    /// The test.
    pub test: &'a Test,
    /// Who made it, by name.
    pub by: Option<&'a str>,
    /// What it came to.
    pub outcome: Option<Conclusion>,
    /// How many of its exceptions are not resolved.
    pub unresolved: usize,
    /// The day of the retest that was passed, where it found something.
    pub retested: Option<Date>,
}

impl<'a> Matrix<'a> {
    /// The matrix of an assessment; of all its criteria, or of those at some positions of the catalog.
    #[must_use]
    pub fn of(assessment: &'a Assessment<'a>, chosen: Option<&[usize]>) -> Self {
        let wanted = |result: &&CriterionResult| chosen.is_none_or(|chosen| chosen.contains(&result.criterion));
        let entries = assessment.criteria.iter().filter(wanted).filter_map(|result| entry(assessment, result));
        Self { assessment, entries: entries.collect() }
    }

    /// The observation period of a type 2 report.
    #[must_use]
    pub fn period(&self) -> Option<&'a Period> {
        self.assessment.inventory.scope.report.period()
    }

    /// How many pairs of a criterion and a control there are.
    #[must_use]
    pub fn pairs(&self) -> usize {
        self.entries.iter().map(|entry| entry.pairs.len()).sum()
    }

    /// The entries, series by series.
    pub fn series(&self) -> impl Iterator<Item = (&'a Series, &[Entry<'a>])> {
        let groups = self.entries.chunk_by(|a, b| a.series.id == b.series.id);
        groups.filter_map(|group| Some((group.first()?.series, group)))
    }
}

fn entry<'a>(assessment: &'a Assessment<'a>, result: &'a CriterionResult) -> Option<Entry<'a>> {
    let criterion = assessment.catalog.criteria.get(result.criterion)?;
    let id = criterion.id.series();
    let series = assessment.catalog.series.iter().find(|series| series.id == id)?;
    let gaps = result.gaps.iter().filter_map(|at| assessment.gaps.get(*at));
    Some(Entry {
        series,
        criterion,
        result,
        pairs: result.controls.iter().filter_map(|at| pair(assessment, *at)).collect(),
        gaps: gaps.filter(|gap| gap.finding.control.is_none()).collect(),
    })
}

/// A control with all that stands beside it in the matrix.
pub(in crate::report) fn pair<'a>(assessment: &'a Assessment<'a>, at: usize) -> Option<Pair<'a>> {
    let inventory = assessment.inventory;
    let control = inventory.controls.get(at)?;
    let standing = assessment.standings.get(at)?;
    let result = assessment.controls.get(at)?;
    Some(Pair {
        control,
        owner: control.owner.as_ref().map(|owner| inventory.person_name(&owner.value)),
        result,
        documented: standing.documented,
        evidence: evidence(control, standing),
        operation: standing.operation.as_ref(),
        design_test: (standing.design, designed_by(assessment, control, standing.design)),
        operation_tests: operation_tests(assessment, control),
        gaps: result.gaps.iter().filter_map(|at| assessment.gaps.get(*at)).collect(),
    })
}

/// What people find a piece of evidence by: its path, else its title, else its address.
#[must_use]
pub fn name(evidence: &Evidence) -> &str {
    let path = evidence.path.as_ref().map(|path| &*path.value.0);
    let title = evidence.title.as_deref().filter(|title| !title.trim().is_empty());
    path.or(title).or(evidence.url.as_ref().map(|url| &*url.0)).unwrap_or("evidence without a title")
}

/// How much of the evidence of a control is in date.
#[must_use]
pub fn in_date(pair: &Pair<'_>) -> usize {
    pair.evidence.iter().filter(|(_, state)| matches!(state, EvidenceState::InDate(_))).count()
}

fn evidence<'a>(control: &'a Control, standing: &Standing) -> Vec<(&'a Evidence, EvidenceState)> {
    let mut pieces: Vec<_> = control.evidence.iter().zip(standing.evidence.iter().copied()).collect();
    let time = |evidence: &Evidence| evidence.speaks_of().map(|time| (time.start, time.end));
    pieces.sort_by(|(a, _), (b, _)| compare(name(a), name(b)).then_with(|| time(a).cmp(&time(b))));
    pieces
}

/// Who made the test of design that counts.
fn designed_by<'a>(assessment: &'a Assessment<'_>, control: &'a Control, state: DesignTest) -> Option<&'a str> {
    let (date, conclusion) = match state {
        DesignTest::None | DesignTest::Open => return None,
        DesignTest::OutOfDate(date) => (date, Conclusion::Effective),
        DesignTest::Effective(date) => (Some(date), Conclusion::Effective),
        DesignTest::Exception(date) => (date, Conclusion::Exception),
        DesignTest::Deficient(date) => (date, Conclusion::Deficient),
    };
    let counts = control.tests.iter().filter(|test| {
        let day = test.date.as_ref().map(|day| day.value);
        test.of == TestOf::Design && day == date && outcome(test, assessment.as_of) == Some(conclusion)
    });
    counts.filter_map(|test| Some(assessment.inventory.person_name(&test.by.as_ref()?.value))).min()
}

fn operation_tests<'a>(assessment: &'a Assessment<'a>, control: &'a Control) -> Vec<Tested<'a>> {
    let Some(period) = assessment.inventory.scope.report.period() else { return Vec::new() };
    let as_of = assessment.as_of;
    let tests: Vec<&Test> = tests_in(control, period, as_of).collect();
    let passed = last_effective(&tests, as_of);
    let tested = tests.into_iter().map(|test| {
        let outcome = outcome(test, as_of);
        let found = !test.exceptions.is_empty() || outcome.is_some_and(|outcome| outcome != Conclusion::Effective);
        Tested {
            test,
            by: test.by.as_ref().map(|by| assessment.inventory.person_name(&by.value)),
            outcome,
            unresolved: test.exceptions.iter().filter(|exception| !is_resolved(exception, as_of)).count(),
            retested: retest(test, passed).filter(|_| found),
        }
    });
    let mut tested: Vec<Tested<'a>> = tested.collect();
    let day = |tested: &Tested<'_>| tested.test.date.as_ref().map(|date| date.value);
    let rest = |tested: &Tested<'a>| (tested.outcome, tested.by, tested.unresolved);
    tested.sort_by(|a, b| day(b).cmp(&day(a)).then_with(|| rest(b).cmp(&rest(a))));
    tested
}
