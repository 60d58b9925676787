//! x

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::{Format, Options};

/// The format `xlsx`.
pub static FORMAT: Format = Format {
    name: "xlsx",
    extension: "xlsx",
    summary: "the whole assessment as a workbook, a sheet for each list",
    styled: false,
    render,
};

fn render(_: &Assessment<'_>, _: &Options) -> Content {
    Content::Nothing(String::new())
}
