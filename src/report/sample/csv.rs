//! The worksheet as CSV: a row for each item, with what is said of the whole behind what is to be filled in, so that the table
//! stays one that every program reads.

use crate::model::sampling::{Column, Fact, Sampling};
use crate::report::csv::table::{records, text};
use crate::report::format::Content;
use crate::report::sample::SampleFormat;
use crate::text::escape;

/// The format `csv`.
pub(super) static FORMAT: SampleFormat = SampleFormat {
    name: "csv",
    extension: "csv",
    summary: "the worksheet to fill in, a row for each item",
    styled: false,
    render,
};

fn render(sampling: &Sampling<'_>, _: usize) -> Content {
    let head = Column::ALL.iter().map(|column| column.key()).chain(Fact::ALL.iter().map(|fact| fact.key()));
    let head: Vec<String> = head.map(str::to_owned).collect();
    let facts: Vec<String> = sampling.facts().iter().map(|(_, said)| text(said)).collect();
    let look_at = escape::csv(&sampling.look_at().join("\n")).into_owned();
    let rows = (1..).zip(&sampling.items).map(|(number, item)| {
        let number: usize = number;
        let cells = Column::ALL.iter().map(|column| match column {
            Column::Number => number.to_string(),
            Column::Item => text(item),
            Column::LookAt => look_at.clone(),
            Column::Result | Column::Found | Column::RootCause | Column::Resolved => String::new(),
        });
        cells.chain(facts.iter().cloned()).collect::<Vec<String>>()
    });
    Content::Text(records(std::iter::once(head).chain(rows)))
}
