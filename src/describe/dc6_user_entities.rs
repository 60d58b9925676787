//! DC 6: what customers are assumed to do themselves.

use crate::describe::part::{Lack, part, says, thing};
use crate::describe::vouching::{Vouching, vouching};
use crate::model::assessment::Assessment;
use crate::model::description::{Part, Subject};
use crate::model::words::VouchedList;

/// What is assumed.
const TEXT: Lack = Lack { no: "text", write: "the wording", key: "user_entity_controls[].text" };
/// What rests on it.
const CRITERIA: Lack = Lack { no: "criteria", write: "the criteria", key: "user_entity_controls[].criteria" };

pub(super) fn parts(assessment: &Assessment<'_>) -> Vec<Part> {
    let all = &assessment.inventory.user_entity_controls;
    let part = part(Subject::UserEntities, "user entity control");
    let Vouching { said, missing } = vouching(assessment, VouchedList::UserEntityControls, all.is_empty());
    let part = part.saying(said);
    if all.is_empty() {
        return vec![part.missing(missing)];
    }
    let unsaid = all.iter().filter(|one| !says(one.text.as_ref())).map(|one| thing(&one.id));
    let for_nothing = all.iter().filter(|one| one.criteria.is_empty()).map(|one| thing(&one.id));
    let part = part.holding(all.iter().map(|one| thing(&one.id)));
    vec![part.lacking(TEXT, unsaid).lacking(CRITERIA, for_nothing)]
}
