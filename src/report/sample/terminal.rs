//! A sample on a terminal.

use crate::model::sampling::Sampling;
use crate::report::format::Content;
use crate::report::sample::SampleFormat;
use crate::report::sample::words;
use crate::report::terminal::layout::{Cell, left, paragraph, row};
use crate::report::terminal::style::{ATTENTION, FAINT, STRONG};
use crate::text::escape::terminal;

/// The format `terminal`.
pub(super) static FORMAT: SampleFormat = SampleFormat {
    name: "terminal",
    extension: "txt",
    summary: "for people, as it stands on the terminal",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// The width of the names on the left.
const NAME: usize = 10;

fn render(sampling: &Sampling<'_>, width: usize) -> Content {
    let width = width.max(NARROWEST);
    let control = sampling.control;
    let title = format!("{} {}", control.id.value.as_str(), &*control.name);
    let mut out = paragraph(&terminal(&title), width, "", STRONG);
    let criteria = Some(sampling.criteria()).filter(|criteria| !criteria.is_empty());
    let facts: Vec<String> =
        [Some(sampling.period.to_string()), criteria, Some(words::headline(sampling))].into_iter().flatten().collect();
    out += &paragraph(&facts.join(" · "), width, "", FAINT);
    out.push('\n');
    for (name, said) in named(sampling) {
        out += &row(&[Cell::new(name, NAME).style(FAINT), Cell::new(terminal(&said), left(width, &[NAME]))]);
    }
    for caution in words::cautions(sampling) {
        out += &row(&[
            Cell::new("note", NAME).style(FAINT),
            Cell::new(terminal(&caution), left(width, &[NAME])).style(ATTENTION),
        ]);
    }
    out.push('\n');
    let digits = sampling.items.len().to_string().len();
    for (number, item) in (1..).zip(&sampling.items) {
        let number = Cell::new(format!("{number}"), digits).right().style(FAINT);
        out += &row(&[number, Cell::new(terminal(item), left(width, &[digits]))]);
    }
    out.push('\n');
    out += &paragraph(words::ALGORITHM, width, "", FAINT);
    out += &paragraph(
        "-o worksheet.xlsx, .csv or .md writes a worksheet; --record brings it back filled in.",
        width,
        "",
        FAINT,
    );
    Content::Text(out)
}

/// What is said of the sample, each with its name.
fn named(sampling: &Sampling<'_>) -> Vec<(&'static str, String)> {
    let mut named = vec![
        ("list", words::list(sampling)),
        ("digest", format!("{} (SHA-256 of the sorted ids)", sampling.population.digest)),
        ("size", sampling.size.because.clone()),
    ];
    if !sampling.is_all() {
        named.push(("seed", words::seed(sampling)));
    }
    named.extend(
        sampling.look_at().into_iter().enumerate().map(|(at, text)| (if at == 0 { "look at" } else { "" }, text)),
    );
    named
}
