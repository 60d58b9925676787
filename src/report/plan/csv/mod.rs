//! The four deliverables as CSV, a file each.

pub(in crate::report) mod action;
pub(in crate::report) mod analysis;
pub(super) mod controls;
pub(super) mod roadmap;

use crate::model::plan::Task;
use crate::report::csv::table::text;
use crate::report::plan::page::PlanPage;

/// Whose a task is, for people; empty where it is nobody's, as trackers want it.
fn owner(page: &PlanPage<'_>, task: &Task) -> String {
    task.owner.as_deref().map(|owner| text(page.assessment.inventory.person_name(owner))).unwrap_or_default()
}
