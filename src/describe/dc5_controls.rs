//! DC 5: the criteria that apply, and the controls for each.

use crate::describe::part::{Lack, named, part, says, thing};
use crate::model::assessment::Assessment;
use crate::model::description::{Missing, Part, Subject, Thing};
use crate::model::document::Control;
use crate::text::count::count;

/// What a control does.
const DESCRIPTION: Lack =
    Lack { no: "description", write: "who does what, when and how", key: "controls[].description" };

pub(super) fn parts(assessment: &Assessment<'_>) -> Vec<Part> {
    vec![controls(assessment), words(assessment)]
}

fn controls(assessment: &Assessment<'_>) -> Part {
    let criterion = |at: usize| assessment.catalog.criteria.get(at).map(|criterion| criterion.id.to_string());
    let applies = |at: usize| assessment.coverage.criteria.get(at).is_some_and(|coverage| coverage.applicable);
    let things = |claimed: bool| -> Vec<Thing> {
        let results =
            assessment.criteria.iter().filter(|result| applies(result.criterion) && result.claimed == claimed);
        results.filter_map(|result| Some(Thing { id: criterion(result.criterion)?, place: None })).collect()
    };
    part(Subject::Controls, "criterion")
        .missing_if(
            assessment.inventory.scope.place.is_none(),
            "the categories are assumed, since the inventory has no scope",
            "which categories the report covers",
            "scope.categories",
        )
        .missing(without_control(&things(false)))
        .holding(things(true))
}

/// Applicable criteria that no control in place addresses.
fn without_control(criteria: &[Thing]) -> Option<Missing> {
    let verb = if criteria.len() == 1 { "has" } else { "have" };
    (!criteria.is_empty()).then(|| Missing {
        what: format!("{} {verb} no control in place ({})", count(criteria.len(), "criterion"), named(criteria)),
        write: format!("the controls for {}", named(criteria)),
        key: "controls[].criteria",
        places: Vec::new(),
    })
}

fn words(assessment: &Assessment<'_>) -> Part {
    let inventory = assessment.inventory;
    let known = inventory.controls.iter().zip(&assessment.coverage.controls).zip(&assessment.standings);
    let told = known.filter(|((_, coverage), standing)| standing.in_place && !coverage.applicable.is_empty());
    let (said, unsaid): (Vec<&Control>, Vec<&Control>) =
        told.map(|((control, _), _)| control).partition(|control| says(control.description.as_ref()));
    part(Subject::ControlWords, "control")
        .holding(said.into_iter().map(|control| thing(&control.id)))
        .lacking(DESCRIPTION, unsaid.into_iter().map(|control| thing(&control.id)))
}
