//! The plan as JSON: the object that the result holds, frozen by version.

use crate::report::json::v1::of_plan::Asked;
use crate::report::plan::PlanFormat;
use crate::report::plan::page::{PlanPage, Whose};

/// The format `json`.
pub(super) static FORMAT: PlanFormat = PlanFormat {
    name: "json",
    extension: "json",
    summary: "the plan of the JSON result, for machines, frozen by version",
    styled: false,
    render,
};

fn render(page: &PlanPage<'_>, _: usize) -> String {
    let owner = page.whose.as_ref().map(|whose| match whose {
        Whose::Theirs { name, .. } => name.as_str(),
        Whose::Nobodys => "unassigned",
    });
    let week = page.week.as_ref().map(|week| [week.days.start, week.days.end].map(|day| day.to_string()));
    let tasks = page.tasks().map(|numbered| numbered.task.id.as_str()).collect();
    crate::report::json::plan(page.assessment, Asked { owner, week, tasks })
}
