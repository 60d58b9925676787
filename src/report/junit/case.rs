//! A criterion as a test: failed, skipped or green.

use std::collections::BTreeSet;

use crate::model::assessment::{Assessment, CriterionResult};
use crate::model::gap::{Gap, Treatment};
use crate::model::verdict::{Judgement, Verdict};
use crate::report::Options;
use crate::report::junit::xml::{Xml, escaped};
use crate::report::spot::Spots;
use crate::text::count::{count, counted};
use crate::text::list::and;

/// A test.
pub(super) struct Case {
    name: String,
    outcome: Outcome,
}

/// How a test went.
enum Outcome {
    /// Looked at, and nothing found.
    Green,
    /// Neither green nor a failure, and why.
    Skipped(String),
    /// A failure of a type, in a line and in full.
    Failed { of: String, message: String, lines: Vec<String> },
}

impl Case {
    pub(super) const fn fails(&self) -> bool {
        matches!(self.outcome, Outcome::Failed { .. })
    }

    pub(super) const fn is_skipped(&self) -> bool {
        matches!(self.outcome, Outcome::Skipped(_))
    }

    pub(super) fn write(&self, suite: &str, xml: &mut Xml) {
        let open = format!("<testcase name=\"{}\" classname=\"soc2.{suite}\" time=\"0.000\"", escaped(&self.name));
        match &self.outcome {
            Outcome::Green => xml.line(2, &format!("{open}/>")),
            Outcome::Skipped(why) => {
                xml.line(2, &format!("{open}>"));
                xml.line(3, &format!("<skipped message=\"{}\"/>", escaped(why)));
                xml.line(2, "</testcase>");
            }
            Outcome::Failed { of, message, lines } => {
                let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
                let (message, text) = (escaped(message), lines.join("\n"));
                xml.line(2, &format!("{open}>"));
                xml.line(3, &format!("<failure type=\"gap.{of}\" message=\"{message}\">{text}</failure>"));
                xml.line(2, "</testcase>");
            }
        }
    }
}

/// What makes tests of criteria.
pub(super) struct Cases<'a> {
    assessment: &'a Assessment<'a>,
    spots: Spots<'a>,
    /// The numbers of the gaps that were asked for.
    listed: BTreeSet<usize>,
}

impl<'a> Cases<'a> {
    pub(super) fn of(assessment: &'a Assessment<'a>, options: &Options) -> Self {
        let listed = options.listed(assessment).map(|gap| gap.number).collect();
        Self { assessment, spots: Spots::of(assessment.sources), listed }
    }

    /// The test of a criterion.
    pub(super) fn criterion(&self, result: &CriterionResult) -> Option<Case> {
        let criterion = self.assessment.catalog.criteria.get(result.criterion)?;
        let gaps: Vec<&Gap> = result.gaps.iter().filter_map(|at| self.assessment.gaps.get(*at)).collect();
        // A gap may lie in that a criterion is scoped out, and then it fails all the same.
        let outcome = self.with_gaps(&gaps).unwrap_or_else(|| match result.design.verdict {
            Verdict::NotApplicable => Outcome::Skipped(format!("not applicable: {}", result.design.because.join(" "))),
            _ if gaps.is_empty() => without_gap(result),
            _ => self.with_others(result, &gaps),
        });
        Some(Case { name: format!("{} {}", criterion.id, criterion.title), outcome })
    }

    /// The test of all that touches no criterion.
    pub(super) fn of_no_criterion(&self) -> Case {
        let gaps: Vec<&Gap> = self.assessment.gaps.iter().filter(|gap| gap.finding.criteria.is_empty()).collect();
        let skipped = || if gaps.is_empty() { Outcome::Green } else { Outcome::Skipped(self.why_skipped(&gaps)) };
        let outcome = self.with_gaps(&gaps).unwrap_or_else(skipped);
        Case { name: "What touches no criterion".to_owned(), outcome }
    }

    /// The failure of the open gaps that were asked for.
    fn with_gaps(&self, gaps: &[&Gap]) -> Option<Outcome> {
        let is_told = |gap: &&Gap| gap.is_open() && self.listed.contains(&gap.number);
        let open: Vec<&Gap> = gaps.iter().copied().filter(is_told).collect();
        let worst = open.first()?;
        Some(Outcome::Failed {
            of: worst.risk.level().to_string(),
            message: format!("{}, the worst: {} ({})", count(open.len(), "open gap"), worst.finding.title, worst.id()),
            lines: open.iter().map(|gap| self.line(gap)).collect(),
        })
    }

    /// Of gaps that nobody asked for, those that weigh too little to move a verdict leave it green.
    fn with_others(&self, result: &CriterionResult, gaps: &[&Gap]) -> Outcome {
        match without_gap(result) {
            Outcome::Green if gaps.iter().all(|gap| gap.is_open()) => Outcome::Green,
            _ => Outcome::Skipped(self.why_skipped(gaps)),
        }
    }

    /// A gap on a line: id, level, place, what is wrong.
    fn line(&self, gap: &Gap) -> String {
        let place = self
            .spots
            .spot(gap)
            .map_or_else(String::new, |spot| format!("{}:{} ", spot.file.in_repository, spot.start.line));
        format!("{} {} {place}{}", gap.id(), gap.risk.level(), gap.finding.title)
    }

    /// Why gaps do not make a test fail: who signed for them, that they were known, that nobody asked for them.
    fn why_skipped(&self, gaps: &[&Gap]) -> String {
        let accepted = gaps.iter().filter_map(|gap| match gap.treatment {
            Treatment::Accepted(at) => Some(self.signed(gap, at)),
            Treatment::Open | Treatment::Baseline => None,
        });
        let known = gaps.iter().filter(|gap| gap.treatment == Treatment::Baseline).count();
        let open = gaps.iter().filter(|gap| gap.is_open()).count();
        let known = (known > 0).then(|| counted(known, "gap known before", "gaps known before"));
        let open = (open > 0).then(|| format!("{} not asked for", count(open, "open gap")));
        and(accepted.chain(known).chain(open))
    }

    fn signed(&self, gap: &Gap, at: usize) -> String {
        let inventory = self.assessment.inventory;
        inventory.acceptances.get(at).map_or_else(String::new, |acceptance| {
            let by = inventory.person_name(&acceptance.approved_by.value);
            format!("{} accepted by {by} until {}", gap.id(), acceptance.expires.value)
        })
    }
}

/// The test of a criterion that no gap touches: green only where every verdict is that none was identified.
fn without_gap(result: &CriterionResult) -> Outcome {
    let judged: [(&str, Option<&Judgement>); 2] =
        [("design", Some(&result.design)), ("operation", result.operation.as_ref())];
    let judged = judged.iter().filter_map(|(of, judgement)| Some((*of, (*judgement)?)));
    let left: Vec<(&str, &Judgement)> = judged.filter(|(_, judgement)| judgement.verdict != Verdict::NoGap).collect();
    let Some(worst) = left.iter().map(|(_, judgement)| judgement.verdict).min() else { return Outcome::Green };
    let told = |(of, judgement): &(&str, &Judgement)| format!("{} on {of}", judgement.verdict.plain());
    let why = |(of, judgement): &(&str, &Judgement)| format!("{of}: {}", judgement.because.join(" "));
    Outcome::Failed {
        of: worst.to_string(),
        message: and(left.iter().map(told)),
        lines: left.iter().map(why).collect(),
    }
}
