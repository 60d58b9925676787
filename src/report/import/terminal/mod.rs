//! An import on a terminal: file by file what was understood, then what becomes of the inventory.

mod outcome;

use std::collections::BTreeMap;

use crate::model::import::{Column, Field, LeftOut, Origin, Understood};
use crate::report::import::{ImportFormat, ImportPage};
use crate::report::terminal::layout::{Cell, left, paragraph, row, section};
use crate::report::terminal::style::{ATTENTION, FAINT, GOOD, STRONG};
use crate::text::count::{count, number};
use crate::text::escape::terminal;
use crate::text::list::some;
use crate::text::wrap::truncate;

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 60;
/// How many of a long list are told one by one.
const TOLD: usize = 12;
/// How wide a heading of a foreign column is shown.
const HEADER: usize = 26;
/// How wide the field it was taken for is shown.
const FIELD: usize = 15;

/// The format `terminal`.
pub(super) static FORMAT: ImportFormat = ImportFormat {
    name: "terminal",
    extension: "txt",
    summary: "for people, as it stands on the terminal",
    styled: true,
    render,
};

fn render(page: &ImportPage<'_>, width: usize) -> String {
    let width = width.max(NARROWEST);
    let parts = [
        page.import.understood.iter().map(|understood| of_table(understood, width)).collect::<Vec<_>>().join("\n"),
        unknown(page, width),
        left_out(page, width),
        results(page, width),
        outcome::changes(page, width),
        outcome::closing(page, width),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn of_table(understood: &Understood, width: usize) -> String {
    let part = understood.part.as_deref().map(|part| format!(", {}", terminal(part))).unwrap_or_default();
    let title = format!("{}{part}", terminal(&understood.file));
    let mut facts = vec![terminal(&understood.format).into_owned()];
    if understood.columns.is_empty() && understood.rows == 0 {
        facts.push(count(understood.results, "result"));
        return section(&title, width, &paragraph(&facts.join(", "), width, "  ", FAINT));
    }
    facts.push(count(understood.rows, "row"));
    if let Some(why) = &understood.unused {
        let told = format!("{}: nothing was taken from it, since {}", facts.join(", "), terminal(why));
        return section(&title, width, &paragraph(&told, width, "  ", ATTENTION));
    }
    facts.push(count(understood.controls, "control"));
    facts.push(format!("{} to criteria", count(understood.links, "link")));
    let columns = understood.columns.iter().filter(|column| column.field.is_some_and(|field| field != Field::Ignore));
    let columns: String = columns.map(|column| of_column(column, width)).collect();
    section(
        &title,
        width,
        &(paragraph(&facts.join(", "), width, "  ", FAINT) + &columns + &not_used(understood, width)),
    )
}

/// A column that was used: what it is called, what it was taken for, why, and something that stands in it.
fn of_column(column: &Column, width: usize) -> String {
    let field = column.field.map_or("", Field::word);
    let room = left(width, &[HEADER, FIELD]);
    let example = truncate(terminal(&column.example).trim(), 40);
    let example = if example.is_empty() { String::new() } else { format!("; such as {example}") };
    row(&[
        Cell::new(truncate(&terminal(&column.header), HEADER), HEADER).style(STRONG),
        Cell::new(field, FIELD).style(GOOD),
        Cell::new(format!("{}{example}", terminal(&column.why)), room).style(FAINT),
    ])
}

fn not_used(understood: &Understood, width: usize) -> String {
    let not_used = |column: &&Column| column.field.is_none_or(|field| field == Field::Ignore);
    let names: Vec<String> = understood.columns.iter().filter(not_used).map(|column| named(&column.header)).collect();
    if names.is_empty() {
        return String::new();
    }
    let told = format!("Not used: {}.", some(&names, TOLD));
    paragraph(&told, width, "  ", FAINT)
}

fn named(header: &str) -> String {
    format!("`{}`", truncate(terminal(header).trim(), 40))
}

/// Where something stands; of the way to the file only its end, since the way stands above.
fn place(origin: &Origin) -> String {
    let file = terminal(origin.file.rsplit('/').next().unwrap_or_default());
    if origin.at.is_empty() { file.into_owned() } else { format!("{file}, {}", terminal(&origin.at)) }
}

fn unknown(page: &ImportPage<'_>, width: usize) -> String {
    let unknown = &page.import.unknown;
    if unknown.is_empty() {
        return String::new();
    }
    let lines = unknown.iter().take(TOLD).map(|(id, origins)| {
        let first = origins.first().map(place).unwrap_or_default();
        let told = format!("{}: {}, first in {first}", terminal(id), count(origins.len(), "time"));
        paragraph(&told, width, "  ", ATTENTION)
    });
    let title = format!("{} no criterion; nothing was mapped to {}", ids(unknown.len()), them(unknown.len()));
    section(&title, width, &(lines.collect::<String>() + &more(unknown.len(), width)))
}

fn ids(number_of: usize) -> String {
    if number_of == 1 { "1 id is".to_owned() } else { format!("{} ids are", number(number_of)) }
}

const fn them(number: usize) -> &'static str {
    if number == 1 { "it" } else { "them" }
}

/// How many of a list are not told one by one.
fn more(all: usize, width: usize) -> String {
    let rest = all.saturating_sub(TOLD);
    if rest == 0 { String::new() } else { paragraph(&format!("and {} more", number(rest)), width, "  ", FAINT) }
}

fn left_out(page: &ImportPage<'_>, width: usize) -> String {
    let left_out = &page.import.left_out;
    if left_out.is_empty() {
        return String::new();
    }
    // What was left out for one reason stands under it.
    let mut reasons: BTreeMap<&str, Vec<&LeftOut>> = BTreeMap::new();
    for one in left_out {
        reasons.entry(&one.why).or_default().push(one);
    }
    let groups = reasons.iter().map(|(why, group)| {
        let told = group.iter().map(|one| {
            let what = terminal(&one.what);
            if what.trim().is_empty() {
                place(&one.origin)
            } else {
                format!("{} ({})", truncate(&what, 40), place(&one.origin))
            }
        });
        paragraph(&format!("{}: {}", terminal(why), some(told, 3)), width, "  ", ATTENTION)
    });
    section(&format!("Left out: {}", number(left_out.len())), width, &groups.collect::<String>())
}

/// What scanners found that speaks for no control yet.
fn results(page: &ImportPage<'_>, width: usize) -> String {
    let results = &page.import.results;
    if results.is_empty() {
        return String::new();
    }
    let mut checks: BTreeMap<&str, usize> = BTreeMap::new();
    for result in results {
        *checks.entry(&result.check).or_default() += 1;
    }
    let named = some(checks.keys().map(|check| terminal(check)), 5);
    let told = format!(
        "{} of {} {} no control: {named}. Say in a file which check speaks for which control, and give it with --checks:",
        count(results.len(), "result"),
        count(checks.len(), "check"),
        if results.len() == 1 { "speaks for" } else { "speak for" },
    );
    let first = checks.keys().next().copied().unwrap_or_default();
    let example = format!("- {{ check: {}, controls: [ID] }}", crate::text::escape::yaml(&terminal(first)));
    let example = paragraph("checks:", width, "    ", STRONG) + &paragraph(&example, width, "      ", STRONG);
    section("Results of scanners that nobody claims", width, &(paragraph(&told, width, "  ", ATTENTION) + &example))
}
