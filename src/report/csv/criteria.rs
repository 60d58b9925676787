//! The criteria as CSV: the table that `gapcheck plan` prints, beside the others of an assessment.

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::plan::csv::analysis;
use crate::report::plan::page::PlanPage;
use crate::report::{Format, Options};

/// The format `csv-criteria`.
pub static FORMAT: Format = Format {
    name: "csv-criteria",
    extension: "csv",
    summary: "the criteria, a row for each, done or to do",
    styled: false,
    render,
};

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    (analysis::FORMAT.render)(&PlanPage::of(assessment), options.width).into()
}
