//! An import on a terminal: file by file what was understood, then what becomes of the inventory.

use std::collections::BTreeMap;

use crate::model::import::{Column, Field, LeftOut, Origin, Understood};
use crate::model::import_update::{Change, What};
use crate::report::import::{ImportFormat, ImportPage};
use crate::report::terminal::layout::{Cell, left, paragraph, row, section};
use crate::report::terminal::style::{ATTENTION, FAINT, GOOD, STRONG};
use crate::text::count::{count, number};
use crate::text::escape::terminal;
use crate::text::list::{and, some};
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
        changes(page, width),
        closing(page, width),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn of_table(understood: &Understood, width: usize) -> String {
    let part = understood.part.as_deref().map(|part| format!(", {}", terminal(part))).unwrap_or_default();
    let title = format!("{}{part}", terminal(&understood.file));
    let mut facts = vec![terminal(&understood.format).into_owned(), count(understood.rows, "row")];
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

fn place(origin: &Origin) -> String {
    let file = terminal(&origin.file);
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
    left_out.iter().for_each(|one| reasons.entry(&one.why).or_default().push(one));
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
    let example = format!("checks:\n  - {{ check: {}, controls: [ID] }}", crate::text::escape::yaml(&terminal(first)));
    let title = "Results of scanners that nobody claims";
    section(title, width, &(paragraph(&told, width, "  ", ATTENTION) + &paragraph(&example, width, "    ", STRONG)))
}

fn changes(page: &ImportPage<'_>, width: usize) -> String {
    let told = page.update.changes.iter().filter(|change| page.is_there || change.what != What::Added);
    let told: Vec<&Change> = told.collect();
    if told.is_empty() {
        return String::new();
    }
    let many = 4 * TOLD;
    let lines: String = told.iter().take(many).map(|change| of_change(change, width)).collect();
    let rest = told.len().saturating_sub(many);
    let rest =
        if rest == 0 { String::new() } else { paragraph(&format!("and {} more", number(rest)), width, "  ", FAINT) };
    let title = format!("What changes in {}", terminal(page.target));
    section(&title, width, &(lines + &rest))
}

fn of_change(change: &Change, width: usize) -> String {
    let id = terminal(&change.control);
    let short = |text: &str| truncate(terminal(text).trim(), 48);
    let (style, told) = match &change.what {
        What::Added => (GOOD, format!("new: {}", short(&change.name))),
        What::Filled { key, to } => (GOOD, format!("{key}: {}", short(to))),
        What::Updated { key, from, to } => (GOOD, format!("{key}: {} → {}", short(from), short(to))),
        What::Kept { key, ours, theirs } => {
            (ATTENTION, format!("{key} stays {}; the source says {}", short(ours), short(theirs)))
        }
        What::Extended { key, number } => (GOOD, format!("{key}: {} more", self::number(*number))),
        What::Nobody { owner } => {
            (ATTENTION, format!("owner: {} is none of the people of the inventory, and was left out", short(owner)))
        }
        What::Gone => (ATTENTION, "is no longer in the source, and stays; retire it by hand if it is over".to_owned()),
    };
    row(&[Cell::new(truncate(&id, 20), 20).style(STRONG), Cell::new(told, left(width, &[20])).style(style)])
}

/// What was written, or would be.
fn closing(page: &ImportPage<'_>, width: usize) -> String {
    let changes = &page.update.changes;
    let of = |wanted: fn(&What) -> bool| {
        let controls: std::collections::BTreeSet<&str> =
            changes.iter().filter(|change| wanted(&change.what)).map(|change| change.control.as_str()).collect();
        controls.len()
    };
    let (new, kept) = (of(|what| *what == What::Added), of(|what| matches!(what, What::Kept { .. })));
    let brought_up = of(|what| matches!(what, What::Filled { .. } | What::Updated { .. } | What::Extended { .. }));
    let mut facts = vec![format!("{} new", count(new, "control"))];
    if page.is_there {
        facts.push(format!("{} changed", number(brought_up)));
    }
    if kept > 0 {
        facts.push(format!("{} kept as the inventory has {}", number(kept), them(kept)));
    }
    let target = terminal(page.target);
    let done = match (page.update.edits.is_empty(), page.dry_run) {
        (true, _) => format!("{target} stays as it is: nothing new in the source."),
        (false, true) => format!("{target} would be written: {}. Nothing was written.", and(facts)),
        (false, false) => format!("{target} was written: {}.", and(facts)),
    };
    let next = if !page.writes() {
        String::new()
    } else {
        paragraph("Nothing in it is judged yet. Next:", width, "", FAINT)
            + &paragraph(&format!("gapcheck assess {target}"), width, "  ", STRONG)
    };
    paragraph(&done, width, "", STRONG) + &next
}
