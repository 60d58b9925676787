//! The worksheet in Markdown: what is said of the whole, then a row for each item.

use crate::model::sampling::{Column, Fact, Sampling};
use crate::report::format::Content;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::{Column as PageColumn, Page};
use crate::report::markdown::words::{code, plain};
use crate::report::sample::SampleFormat;
use crate::report::sample::words;

/// The format `markdown`.
pub(super) static FORMAT: SampleFormat = SampleFormat {
    name: "markdown",
    extension: "md",
    summary: "the worksheet to fill in, as a page",
    styled: false,
    render,
};

const FACTS: [PageColumn; 2] = [Words("Fact"), Words("Value")];
/// As [`Column`] names them; what to look at is the same for all and stands above.
const ITEMS: [PageColumn; 6] =
    [Number("Number"), Words("Item"), Words("Result"), Words("What was found"), Words("Root cause"), Words("Resolved")];

fn render(sampling: &Sampling<'_>, _: usize) -> Content {
    let mut page = Page::default();
    let name = plain(&sampling.control.name);
    page.heading(1, &format!("Sample for the control {name}"));
    page.block(&format!("{}: {}.", plain(&sampling.inventory.organization), words::headline(sampling)));
    page.heading(2, "What it was drawn from");
    page.table(&FACTS, sampling.facts().into_iter().map(|(fact, said)| vec![fact.label(), value(fact, &said)]));
    for caution in words::cautions(sampling) {
        page.block(&plain(&caution));
    }
    page.block(&plain(words::ALGORITHM));
    page.heading(2, "What to look at");
    page.list(sampling.attributes.iter().map(|text| plain(text)));
    page.heading(2, "Results");
    page.block(&plain(words::FILL_IN));
    page.table(&ITEMS, (1..).zip(&sampling.items).map(|(number, item)| cells(number, item)));
    Content::Text(page.into_text())
}

fn cells(number: usize, item: &str) -> Vec<String> {
    let cells = Column::ALL.iter().filter(|column| **column != Column::LookAt);
    let cell = |column: &Column| match column {
        Column::Number => number.to_string(),
        // What comes back is compared letter by letter, and code is shown as it is.
        Column::Item => code(item),
        _ => String::new(),
    };
    cells.map(cell).collect()
}

/// What is said of the whole. What comes back and is looked up again is written as code, which is shown letter by letter.
fn value(fact: Fact, said: &str) -> String {
    let is_looked_up = matches!(fact, Fact::Sheet | Fact::IdColumn | Fact::DateColumn | Fact::Source | Fact::TestedBy);
    if is_looked_up && !said.is_empty() { code(said) } else { plain(said) }
}
