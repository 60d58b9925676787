//! DC 8: the criteria of the selected categories that are not relevant.

use crate::describe::part::{named, part, places};
use crate::describe::vouching::{Vouching, vouching};
use crate::model::assessment::Assessment;
use crate::model::description::{Missing, Part, Subject, Thing};
use crate::model::words::VouchedList;
use crate::text::count::counted;

pub(super) fn parts(assessment: &Assessment<'_>) -> Vec<Part> {
    let of_selected = |(id, _): &(&crate::model::criterion_id::CriterionId, _)| {
        let at = assessment.catalog.position(**id);
        at.and_then(|at| assessment.coverage.criteria.get(at)).is_some_and(|coverage| coverage.selected)
    };
    let excluded = assessment.inventory.scope.not_applicable.iter().filter(of_selected);
    let (common, rest): (Vec<_>, Vec<_>) = excluded.partition(|(id, _)| id.is_common());
    let things = |of: Vec<(&crate::model::criterion_id::CriterionId, &crate::model::scope::Exclusion)>| -> Vec<Thing> {
        of.into_iter().map(|(id, why)| Thing { id: id.to_string(), place: Some(why.place) }).collect()
    };
    let (common, rest) = (things(common), things(rest));
    let is_empty = assessment.inventory.scope.not_applicable.is_empty();
    let Vouching { said, missing } = vouching(assessment, VouchedList::NotApplicable, is_empty);
    let part = part(Subject::NotRelevant, "criterion").missing(belong(&common));
    // Where some are named the list speaks for itself; that there are none has to be said.
    let missing = missing.filter(|_| rest.is_empty());
    vec![part.holding(rest).saying(said).missing(missing)]
}

/// The common criteria, which belong to every report.
fn belong(common: &[Thing]) -> Option<Missing> {
    (!common.is_empty()).then(|| Missing {
        what: format!(
            "{} to every report and cannot be left out ({})",
            counted(common.len(), "common criterion belongs", "common criteria belong"),
            named(common)
        ),
        write: format!("how {} applies, with its controls", named(common)),
        key: "controls[].criteria",
        places: places(common),
    })
}
