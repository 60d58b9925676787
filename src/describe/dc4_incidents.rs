//! DC 4: the incidents that came of controls that failed, or kept a promise from being kept.

use crate::describe::part::{Lack, part, says, thing};
use crate::describe::vouching::{Vouching, vouching};
use crate::model::assessment::Assessment;
use crate::model::description::{Part, Subject, Thing};
use crate::model::disclosure::Falls;
use crate::model::document::Incident;
use crate::model::words::VouchedList;
use crate::text::count::counted;

/// When it was.
const BEGAN: Lack = Lack { no: "day on which it began", write: "the day", key: "incidents[].began" };
/// What nobody can know of yet.
const AHEAD: Lack = Lack { no: "day that is past", write: "the day", key: "incidents[].began" };
/// Whether it has to be told of.
const CAUSE: Lack = Lack {
    no: "failed control, broken commitment or reason to leave it out",
    write: "the cause and the promises it touched",
    key: "incidents[].failed_controls",
};
/// What happened.
const TEXT: Lack = Lack { no: "text", write: "the nature", key: "incidents[].text" };
/// Whom it harmed.
const EFFECT: Lack = Lack { no: "effect", write: "the effect", key: "incidents[].effect" };
/// What was done about it.
const REMEDY: Lack = Lack { no: "remedy", write: "the remedy", key: "incidents[].remedy" };

pub(super) fn parts(assessment: &Assessment<'_>) -> Vec<Part> {
    let inventory = assessment.inventory;
    let report = &inventory.scope.report;
    let (outside, within): (Vec<&Incident>, Vec<&Incident>) =
        inventory.incidents.iter().partition(|incident| incident.falls(report) == Falls::Outside);
    let (left_out, rest): (Vec<&Incident>, Vec<&Incident>) =
        within.into_iter().partition(|incident| incident.left_out.is_some() && incident.began.is_some());
    let things = |lacks: &dyn Fn(&Incident) -> bool| -> Vec<Thing> {
        rest.iter().filter(|incident| lacks(incident)).map(|incident| thing(&incident.id)).collect()
    };
    let told = |lacks: &dyn Fn(&Incident) -> bool| things(&|incident| incident.must_be_told() && lacks(incident));
    let Vouching { said, missing } = vouching(assessment, VouchedList::Incidents, inventory.incidents.is_empty());
    let beside = [
        (left_out.len(), "incident left out with a reason", "incidents left out with a reason"),
        (outside.len(), "incident outside the time of the report", "incidents outside the time of the report"),
    ];
    let beside = beside.into_iter().filter(|(many, ..)| *many > 0).map(|(many, one, more)| counted(many, one, more));
    let part = part(Subject::Incidents, "incident").holding(things(&|_| true)).saying(said).beside(beside);
    let part = part
        .lacking(BEGAN, things(&|incident| incident.began.is_none()))
        .lacking(AHEAD, things(&|incident| incident.began.as_ref().is_some_and(|day| day.value > assessment.as_of)))
        .lacking(CAUSE, things(&|incident| !incident.must_be_told() && incident.left_out.is_none()))
        .lacking(TEXT, told(&|incident| !says(incident.text.as_ref())))
        .lacking(EFFECT, told(&|incident| !says(incident.effect.as_ref())))
        .lacking(REMEDY, told(&|incident| !says(incident.remedy.as_ref())));
    vec![part.missing(missing)]
}
