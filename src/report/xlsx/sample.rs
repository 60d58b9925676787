//! The worksheet of a sample as a workbook: a sheet to fill in, and one of what is said of the whole.

use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::model::sampling::{Column as Of, Sampling};
use crate::report::format::Content;
use crate::report::sample::SampleFormat;
use crate::report::sample::words::{ALGORITHM, FILL_IN, headline};
use crate::report::xlsx::cell::{Cell, Written, shown};
use crate::report::xlsx::look::Look;
use crate::report::xlsx::page::{Column, Page, column};
use crate::report::xlsx::view::lines;

/// The format `xlsx`.
pub(in crate::report) static FORMAT: SampleFormat = SampleFormat {
    name: "xlsx",
    extension: "xlsx",
    summary: "the worksheet to fill in, as a workbook",
    styled: false,
    render,
};

/// The columns as [`Of`] names them.
const COLUMNS: [Column; 7] = [
    column("Number", 8.0),
    column("Item", 24.0),
    column("What to look at", 50.0),
    column("Result", 12.0),
    column("What was found", 40.0),
    column("Root cause", 30.0),
    column("Resolved", 12.0),
];
/// Where the column of results stands.
const RESULT: u16 = 3;
const FACTS: [Column; 2] = [column("Fact", 22.0), column("Value", 90.0)];

fn render(sampling: &Sampling<'_>, _: usize) -> Content {
    match workbook(sampling) {
        Ok(bytes) => Content::Bytes(bytes),
        Err(error) => Content::Nothing(format!("no workbook could be made of it: {error}")),
    }
}

fn workbook(sampling: &Sampling<'_>) -> Result<Vec<u8>, XlsxError> {
    let look = Look::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(sampling)?);
    let mut items = Page::new("Worksheet", &look)?;
    fill_items(sampling, &mut items)?;
    let mut facts = Page::new("Facts", &look)?;
    facts.title("What the sample was drawn from", ALGORITHM)?;
    let said = sampling.facts().into_iter().map(|(fact, said)| vec![fact.label().into(), said.into()]);
    facts.sole_table(&FACTS, (1, said))?;
    for page in [items, facts] {
        workbook.push_worksheet(page.sheet);
    }
    workbook.save_to_buffer()
}

fn fill_items(sampling: &Sampling<'_>, page: &mut Page<'_>) -> Written {
    let title = format!("{} {}", sampling.control.id.value.as_str(), &*sampling.control.name);
    page.title(&title, &format!("{}. {FILL_IN} Who and when stand in the sheet Facts.", headline(sampling)))?;
    let head = page.row;
    let rows = (1..).zip(&sampling.items).map(|(number, item)| row(sampling, number, item));
    page.sole_table(&COLUMNS, (2, rows))?;
    let results = DataValidation::new().allow_list_strings(&["pass", "exception"])?;
    let results = results.set_error_title("Result")?.set_error_message("Write pass or exception.")?;
    page.sheet.add_data_validation(head + 1, RESULT, page.row.saturating_sub(1), RESULT, &results)?;
    Ok(())
}

fn row<'a>(sampling: &'a Sampling<'_>, number: usize, item: &'a str) -> Vec<Cell<'a>> {
    let cell = |column: &Of| match column {
        Of::Number => number.into(),
        Of::Item => item.into(),
        Of::LookAt => lines(sampling.look_at()).into(),
        Of::Result | Of::Found | Of::RootCause | Of::Resolved => Cell::Empty,
    };
    Of::ALL.iter().map(cell).collect()
}

/// What the file says of itself. Its day is the last of the period, so that the same input gives the same bytes.
fn properties(sampling: &Sampling<'_>) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::parse_from_str(&sampling.period.end.to_string())?;
    Ok(DocProperties::new()
        .set_title("Worksheet of a sample")
        .set_author(concat!("gapcheck ", env!("CARGO_PKG_VERSION")))
        .set_company(shown(&sampling.inventory.organization).chars().take(255).collect::<String>())
        .set_creation_datetime(&made))
}
