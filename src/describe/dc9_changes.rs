//! DC 9: what changed significantly through the period.

use crate::describe::part::{Lack, part, says, thing};
use crate::describe::vouching::{Vouching, vouching};
use crate::model::assessment::Assessment;
use crate::model::description::{Part, Subject, Thing};
use crate::model::disclosure::Falls;
use crate::model::document::SystemChange;
use crate::model::words::VouchedList;
use crate::text::count::counted;

/// When it was.
const DATE: Lack = Lack { no: "date", write: "the date", key: "changes[].date" };
/// What has not happened yet.
const AHEAD: Lack = Lack { no: "day that is past", write: "whether it happened, and the date", key: "changes[].date" };
/// What changed.
const TEXT: Lack = Lack { no: "text", write: "the nature", key: "changes[].text" };

pub(super) fn parts(assessment: &Assessment<'_>) -> Vec<Part> {
    let part = of_controls(assessment);
    std::iter::once(changes(assessment)).chain((!part.holds.is_empty()).then_some(part)).collect()
}

fn changes(assessment: &Assessment<'_>) -> Part {
    let inventory = assessment.inventory;
    let report = &inventory.scope.report;
    let (outside, within): (Vec<&SystemChange>, Vec<&SystemChange>) =
        inventory.changes.iter().partition(|change| change.falls(report) == Falls::Outside);
    let things = |lacks: &dyn Fn(&SystemChange) -> bool| -> Vec<Thing> {
        within.iter().filter(|change| lacks(change)).map(|change| thing(&change.id)).collect()
    };
    let Vouching { said, missing } = vouching(assessment, VouchedList::Changes, inventory.changes.is_empty());
    let beside = counted(outside.len(), "change outside the period", "changes outside the period");
    part(Subject::Changes, "change")
        .holding(things(&|_| true))
        .saying(said)
        .beside((!outside.is_empty()).then_some(beside))
        .lacking(DATE, things(&|change| change.date.is_none()))
        .lacking(AHEAD, things(&|change| change.date.as_ref().is_some_and(|day| day.value > assessment.as_of)))
        .lacking(TEXT, things(&|change| !says(change.text.as_ref())))
        .missing(missing)
}

/// The controls that were not there throughout.
fn of_controls(assessment: &Assessment<'_>) -> Part {
    let report = &assessment.inventory.scope.report;
    let changed = assessment.inventory.controls.iter().filter(|control| {
        let (began, ended) = control.changed_within(report);
        began.is_some() || ended.is_some()
    });
    part(Subject::ControlsChanged, "control").holding(changed.map(|control| thing(&control.id)))
}
