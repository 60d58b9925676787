//! The action plan as CSV: the table that `gapcheck plan` prints, beside the others of an assessment.

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::plan::csv::action;
use crate::report::plan::page::PlanPage;
use crate::report::{Format, Options};

/// The format `csv-tasks`.
pub static FORMAT: Format = Format {
    name: "csv-tasks",
    extension: "csv",
    summary: "the action plan, a row for each task, for issue trackers and spreadsheets",
    styled: false,
    render,
};

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    (action::FORMAT.render)(&PlanPage::of(assessment), options.width).into()
}
