//! DC 2: the principal service commitments and the system requirements.

use crate::describe::part::{Lack, part, says, thing};
use crate::model::assessment::Assessment;
use crate::model::description::{Part, Subject};

/// What was promised.
const PROMISE: Lack = Lack { no: "text", write: "the wording", key: "scope.commitments[].text" };
/// To whom it was promised.
const TO: Lack = Lack { no: "addressee", write: "the addressees", key: "scope.commitments[].to" };
/// What is required.
const TEXT: Lack = Lack { no: "text", write: "the wording", key: "scope.requirements[].text" };
/// Where a requirement comes from.
const SOURCE: Lack = Lack { no: "source", write: "the source", key: "scope.requirements[].source" };

pub(super) fn parts(assessment: &Assessment<'_>) -> Vec<Part> {
    vec![commitments(assessment), requirements(assessment)]
}

fn commitments(assessment: &Assessment<'_>) -> Part {
    let all = &assessment.inventory.scope.commitments;
    let unsaid = all.iter().filter(|promise| !says(promise.text.as_ref())).map(|promise| thing(&promise.id));
    let to_nobody = all.iter().filter(|promise| !says(promise.to.as_ref())).map(|promise| thing(&promise.id));
    part(Subject::Commitments, "commitment")
        .holding(all.iter().map(|promise| thing(&promise.id)))
        .missing_if(
            all.is_empty(),
            "no commitment is listed",
            "what customers were promised, in contracts and elsewhere",
            "scope.commitments",
        )
        .lacking(PROMISE, unsaid)
        .lacking(TO, to_nobody)
}

fn requirements(assessment: &Assessment<'_>) -> Part {
    let all = &assessment.inventory.scope.requirements;
    let unsaid = all.iter().filter(|one| !says(one.text.as_ref())).map(|one| thing(&one.id));
    let from_nowhere = all.iter().filter(|one| !says(one.source.as_ref())).map(|one| thing(&one.id));
    part(Subject::Requirements, "requirement")
        .holding(all.iter().map(|one| thing(&one.id)))
        .missing_if(
            all.is_empty(),
            "no system requirement is listed",
            "what the system must do or be so that the commitments and the law are kept",
            "scope.requirements",
        )
        .lacking(TEXT, unsaid)
        .lacking(SOURCE, from_nowhere)
}
