//! The assessment as a workbook: a sheet for each of its lists, to be filtered, sorted, worked in and printed.
//!
//! Sheets are listed once, in order; a sheet is a file and a function that fills a page. Whatever comes from the inventory goes
//! through [`cell`], which writes texts as texts: no cell is ever a formula.

mod accepted;
mod action;
mod cell;
mod criteria;
pub(super) mod enterprise;
mod figures;
mod gantt;
mod gaps;
mod height;
mod look;
mod matrix;
mod method;
mod not_judged;
mod page;
mod paint;
mod requests;
mod roadmap;
pub(super) mod sample;
mod summary;
mod tasks;
mod view;
mod wide;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::xlsx::cell::{Written, shown};
use crate::report::xlsx::look::Look;
use crate::report::xlsx::page::Page;
use crate::report::xlsx::view::View;
use crate::report::{Format, Options};

/// The format `xlsx`.
pub static FORMAT: Format = Format {
    name: "xlsx",
    extension: "xlsx",
    summary: "the whole assessment as a workbook, a sheet for each list",
    styled: false,
    render,
};

/// A sheet of the workbook.
struct Sheet {
    name: &'static str,
    /// What it holds, in a line.
    holds: &'static str,
    fill: fn(&View<'_>, &mut Page<'_>) -> Written,
}

const fn sheet(name: &'static str, holds: &'static str, fill: fn(&View<'_>, &mut Page<'_>) -> Written) -> Sheet {
    Sheet { name, holds, fill }
}

/// The sheets in order.
const SHEETS: [Sheet; 11] = [
    sheet(wide::NAME, "the result on a page", summary::fill),
    sheet("Criteria", "each criterion with its verdicts and why", criteria::fill),
    sheet("Gaps", "each gap, worst first, with its risk and what to do", gaps::fill),
    sheet("Control matrix", "from criterion to control, evidence and test", matrix::fill),
    sheet("Evidence requests", "what is wanted, from whom and by when", requests::fill),
    sheet("Action plan", "who does what when, week by week", action::fill),
    sheet("Tasks", "each task with its steps and what shows that it is done", tasks::fill),
    sheet("Roadmap", "the days on the way to the report, and the reports there could be", roadmap::fill),
    sheet("Accepted", "the gaps somebody signed for, and those gone since an earlier result", accepted::fill),
    sheet("Not judged", "what was scoped out, left out, or could not be looked up", not_judged::fill),
    sheet("Method", "what the words and numbers mean, and what they were made from", method::fill),
];

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    match workbook(assessment, options) {
        Ok(bytes) => Content::Bytes(bytes),
        Err(error) => Content::Nothing(format!("no workbook could be made of it: {error}")),
    }
}

fn workbook(assessment: &Assessment<'_>, options: &Options) -> Result<Vec<u8>, XlsxError> {
    let (view, look) = (View::of(assessment, options), Look::new());
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(assessment)?);
    for sheet in &SHEETS {
        let mut page = Page::new(sheet.name, &look)?;
        (sheet.fill)(&view, &mut page)?;
        workbook.push_worksheet(page.sheet);
    }
    // Packed tighter, a large workbook takes longer to write and is an eighth smaller.
    workbook.set_zip_compression_level(3);
    workbook.save_to_buffer()
}

/// What a file says of itself. Its day is that of the assessment, so that the same input gives the same bytes.
fn properties(assessment: &Assessment<'_>) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::parse_from_str(&assessment.as_of.to_string())?;
    Ok(DocProperties::new()
        .set_title("SOC 2 gap assessment")
        .set_subject(format!("as of {}", assessment.as_of))
        .set_author(concat!("gapcheck ", env!("CARGO_PKG_VERSION")))
        .set_company(shown(&assessment.inventory.organization).chars().take(255).collect::<String>())
        .set_comment(crate::report::account::LIMITS)
        .set_creation_datetime(&made))
}
