//! The items about the inventory itself: what is written down, who answers for it, and whether evidence keeps coming in.

use crate::model::assessment::{Assessment, CriterionResult};
use crate::model::catalog::Criterion;
use crate::model::document::Control;
use crate::model::operation::OccurrenceState;
use crate::model::plan::Task;
use crate::model::standing::Standing;
use crate::model::words::{Status, TaskStatus};
use crate::report::checklist::item::{Item, named};
use crate::text::count::{count, counted, number, plural};

/// The things of some kind that have no `what`, in a sentence.
fn without(thing: &str, what: &str, ids: &[&str]) -> Option<String> {
    let verb = if ids.len() == 1 { "has" } else { "have" };
    (!ids.is_empty()).then(|| format!("{} {verb} no {what}", named(thing, ids)))
}

/// The controls that are not retired.
fn controls<'a>(assessment: &'a Assessment<'_>) -> impl Iterator<Item = &'a Control> {
    assessment.inventory.controls.iter().filter(|control| control.status != Status::Retired)
}

fn lacking<'a>(assessment: &'a Assessment<'_>, lacks: impl Fn(&Control) -> bool) -> Vec<&'a str> {
    controls(assessment).filter(|control| lacks(control)).map(|control| control.id.as_str()).collect()
}

fn is_described(control: &Control) -> bool {
    control.description.is_some() || !control.documented_in.is_empty()
}

pub(super) fn inventory(assessment: &Assessment<'_>) -> Item {
    let is_whole = |control: &&Control| control.owner.is_some() && control.frequency.is_some() && is_described(control);
    let (all, whole) = (controls(assessment).count(), controls(assessment).filter(is_whole).count());
    let missing = [
        (all == 0).then(|| "no controls are listed".to_owned()),
        without("control", "owner", &lacking(assessment, |control| control.owner.is_none())),
        without("control", "frequency", &lacking(assessment, |control| control.frequency.is_none())),
        without("control", "description", &lacking(assessment, |control| !is_described(control))),
    ];
    let verb = if all == 1 { "has" } else { "have" };
    Item {
        id: "inventory_documented",
        name: "Inventory documented",
        fact: format!("{} of {} {verb} an owner, a frequency and a description.", number(whole), count(all, "control")),
        missing: missing.into_iter().flatten().collect(),
    }
}

pub(super) fn responsibilities(assessment: &Assessment<'_>) -> Item {
    let nobodys = lacking(assessment, |control| control.owner.is_none());
    let all = controls(assessment).count();
    let tasks: Vec<&Task> = assessment.plan.tasks.iter().filter(|task| task.status != TaskStatus::Done).collect();
    let unassigned: Vec<&str> = tasks.iter().filter(|task| task.owner.is_none()).map(|task| task.id.as_str()).collect();
    let missing = [
        (all == 0).then(|| "no controls are listed".to_owned()),
        without("control", "owner", &nobodys),
        without("task", "owner who has time for it", &unassigned),
    ];
    let share = |owned: usize, of: usize, thing: &str| {
        format!("{} of {} {}", number(owned), number(of), if of == 1 { thing.to_owned() } else { plural(thing) })
    };
    Item {
        id: "responsibilities_assigned",
        name: "Responsibilities assigned",
        fact: format!(
            "{} and {} have an owner.",
            share(all - nobodys.len(), all, "control"),
            share(tasks.len() - unassigned.len(), tasks.len(), "task")
        ),
        missing: missing.into_iter().flatten().collect(),
    }
}

/// Whether somebody watches over the controls, and evidence of them keeps coming in.
pub(super) fn monitoring(assessment: &Assessment<'_>) -> Item {
    let watched: Vec<(&Criterion, &CriterionResult)> = monitoring_criteria(assessment).collect();
    let unseen: Vec<String> =
        watched.iter().filter(|(_, result)| !result.evidenced).map(|(criterion, _)| criterion.id.to_string()).collect();
    let in_place = || assessment.standings.iter().zip(&assessment.inventory.controls).filter(|(of, _)| of.in_place);
    let silent: Vec<&str> =
        in_place().filter(|(of, _)| !of.evidenced()).map(|(_, control)| control.id.as_str()).collect();
    let all = in_place().count();
    let missed = missed(assessment);
    let unseen: Vec<&str> = unseen.iter().map(String::as_str).collect();
    let missing = [
        (all == 0).then(|| "no control is in place".to_owned()),
        without("criterion of monitoring", "evidence in date", &unseen),
        without("control in place", "evidence in date", &silent),
        (missed > 0).then(|| counted(missed, "occurrence was missed", "occurrences were missed")),
    ];
    Item {
        id: "monitoring_running",
        name: "Monitoring running",
        fact: format!(
            "{} of {} and {} of {} have evidence in date.",
            number(watched.len() - unseen.len()),
            counted(watched.len(), "criterion of monitoring", "criteria of monitoring"),
            number(all - silent.len()),
            counted(all, "control in place", "controls in place"),
        ),
        missing: missing.into_iter().flatten().collect(),
    }
}

/// The applicable criteria of the series about monitoring.
fn monitoring_criteria<'a>(
    assessment: &'a Assessment<'_>,
) -> impl Iterator<Item = (&'a Criterion, &'a CriterionResult)> {
    let excluded = &assessment.inventory.scope.not_applicable;
    let judged = assessment
        .criteria
        .iter()
        .filter_map(|result| Some((assessment.catalog.criteria.get(result.criterion)?, result)));
    judged.filter(|(criterion, _)| criterion.id.series() == "CC4" && !excluded.contains_key(&criterion.id))
}

/// How many occurrences of the period were missed.
fn missed(assessment: &Assessment<'_>) -> usize {
    let count = |standing: &Standing| Some(standing.operation.as_ref()?.count(OccurrenceState::Missed));
    assessment.standings.iter().filter_map(count).sum()
}
