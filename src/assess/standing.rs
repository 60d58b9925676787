//! How each control stands on the day: the facts that rules, scores and verdicts share.

use crate::assess::operation::{operation, outcome};
use crate::model::date::Date;
use crate::model::document::{Control, Evidence, PolicyDocument, Test};
use crate::model::document_state::{is_approved, is_there};
use crate::model::files::{FileState, Files};
use crate::model::inventory::Inventory;
use crate::model::scope::Report;
use crate::model::standing::{DesignTest, EvidenceState, Standing};
use crate::model::words::{Conclusion, TestOf};

/// How every control of an inventory stands, in its order.
#[must_use]
pub fn standings(inventory: &Inventory, files: &Files, as_of: Date) -> Vec<Standing> {
    let desk = Desk { inventory, files, as_of, day: as_of.min(inventory.scope.report.end()) };
    inventory.controls.iter().map(|control| desk.standing(control)).collect()
}

/// Whether a document is approved, by whom and when, and there to be read.
#[must_use]
pub fn approved_and_there(document: &PolicyDocument, files: &Files, as_of: Date) -> bool {
    is_approved(document, as_of) && is_there(document, files)
}

struct Desk<'a> {
    inventory: &'a Inventory,
    files: &'a Files,
    as_of: Date,
    day: Date,
}

impl Desk<'_> {
    fn standing(&self, control: &Control) -> Standing {
        let documented =
            self.inventory.documents_of(control).any(|document| approved_and_there(document, self.files, self.as_of));
        let evidence: Vec<EvidenceState> =
            control.evidence.iter().map(|evidence| self.evidence(control, evidence)).collect();
        Standing {
            operation: operation(self.inventory, control, &evidence, self.as_of),
            in_place: control.status.in_place(),
            informal: control.status == crate::model::words::Status::Informal,
            design: self.design(&control.tests),
            documented,
            evidence,
            systems: self.inventory.systems_of(control),
            tested: self.tested(&control.tests),
        }
    }

    /// How a piece of evidence stands. What it speaks of decides whether it is in date, not when it was taken.
    fn evidence(&self, control: &Control, evidence: &Evidence) -> EvidenceState {
        match self.on_file(evidence) {
            OnFile::No => return EvidenceState::NotThere,
            OnFile::Altered => return EvidenceState::Altered,
            OnFile::Yes => {}
        }
        let covered_until = evidence.covers.as_ref().map(|covers| covers.0.end);
        let collected = evidence.collected.as_ref().map(|collected| collected.value);
        if let Some(ahead) = [covered_until, collected].into_iter().flatten().find(|date| *date > self.as_of) {
            return EvidenceState::DatedAhead(ahead);
        }
        if let (Some(until), Some(collected)) = (covered_until, collected)
            && until > collected
        {
            return EvidenceState::DatedAhead(until);
        }
        let Some(speaks_of) = covered_until.or(collected) else { return EvidenceState::Undated };
        let fresh_until = self.inventory.conventions.freshness(control.frequency).after(speaks_of);
        if fresh_until < self.day { EvidenceState::Stale(speaks_of) } else { EvidenceState::InDate(speaks_of) }
    }

    fn on_file(&self, evidence: &Evidence) -> OnFile {
        let Some(path) = &evidence.path else {
            return if evidence.url.is_some() { OnFile::Yes } else { OnFile::No };
        };
        let (file, stated) = (path.place.file, evidence.sha256.as_ref().map(|hash| &***hash));
        match self.files.state(file, &path.value) {
            FileState::Found(_) if !self.files.differences(file, &path.value, stated).is_empty() => OnFile::Altered,
            FileState::Found(_) => OnFile::Yes,
            FileState::Missing | FileState::Outside | FileState::Unreadable(_) => OnFile::No,
        }
    }

    /// What the tests of design come to. The last one counts; of several on one day the worst; a deficiency that nobody
    /// can date stays until a dated test says otherwise, for doubt never flatters.
    fn design(&self, tests: &[Test]) -> DesignTest {
        let tests: Vec<&Test> = tests.iter().filter(|test| test.of == TestOf::Design).collect();
        let concluded = tests
            .iter()
            .filter_map(|test| Some((test.date.as_ref().map(|date| date.value), outcome(test, self.as_of)?)));
        let (dated, undated): (Vec<_>, Vec<_>) =
            concluded.partition(|(date, _)| date.is_some_and(|date| date <= self.as_of));
        // Of several the file may say in any order, the same one counts: the worst, and of these the one dated last.
        let last = dated.into_iter().max();
        let worst = undated.into_iter().max_by_key(|(date, conclusion)| (*conclusion, *date));
        match last.or(worst) {
            Some((date, Conclusion::Deficient)) => DesignTest::Deficient(date),
            Some((date, Conclusion::Exception)) => DesignTest::Exception(date),
            Some((Some(date), Conclusion::Effective)) if date > self.as_of => DesignTest::OutOfDate(None),
            Some((Some(date), Conclusion::Effective)) if self.test_in_date(date) => DesignTest::Effective(date),
            Some((date, Conclusion::Effective)) => DesignTest::OutOfDate(date),
            None if tests.is_empty() => DesignTest::None,
            None => DesignTest::Open,
        }
    }

    fn test_in_date(&self, date: Date) -> bool {
        self.inventory.conventions.test_freshness().after(date) >= self.day
    }

    /// Whether a concluded test in date is on file: of design for type 1, of operation in the period for type 2.
    fn tested(&self, tests: &[Test]) -> bool {
        let concluded = tests.iter().filter(|test| test.conclusion.is_some());
        let past = |test: &&Test| test.date.as_ref().is_some_and(|date| date.value <= self.as_of);
        match &self.inventory.scope.report {
            Report::Type1 { .. } => concluded
                .filter(|test| test.of == TestOf::Design)
                .filter(past)
                .any(|test| test.date.as_ref().is_some_and(|date| self.test_in_date(date.value))),
            Report::Type2 { period } => {
                concluded.filter(|test| test.of == TestOf::Operation).filter(past).any(|test| {
                    let tested = test
                        .period
                        .clone()
                        .or_else(|| Some(crate::model::date::Period::day(test.date.as_ref()?.value)));
                    tested.is_some_and(|tested| tested.overlaps(period))
                })
            }
        }
    }
}

enum OnFile {
    Yes,
    No,
    Altered,
}
