//! What becomes of the inventory.

use crate::model::import_update::{Change, What};
use crate::report::import::ImportPage;
use crate::report::import::terminal::{TOLD, them};
use crate::report::terminal::layout::{Cell, left, paragraph, row, section};
use crate::report::terminal::style::{ATTENTION, FAINT, GOOD, STRONG};
use crate::text::count::{count, number};
use crate::text::escape::terminal;
use crate::text::list::and;
use crate::text::wrap::truncate;

/// What changes in an inventory that was there.
pub(super) fn changes(page: &ImportPage<'_>, width: usize) -> String {
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

/// What was written, or would be, and what to do next.
pub(super) fn closing(page: &ImportPage<'_>, width: usize) -> String {
    if page.import.controls.is_empty() {
        return String::new();
    }
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
    paragraph(&done, width, "", STRONG) + &next(page, width)
}

/// What to do with an inventory that was written.
fn next(page: &ImportPage<'_>, width: usize) -> String {
    if !page.writes() {
        return String::new();
    }
    let command = format!("gapcheck assess {}", terminal(page.target));
    paragraph("Nothing in it is judged yet. Next:", width, "", FAINT)
        + &paragraph(&command, width, "  ", STRONG)
        + &without_criteria(page, width)
}
/// How to find criteria for those controls that name none.
fn without_criteria(page: &ImportPage<'_>, width: usize) -> String {
    let without = page.import.controls.iter().filter(|control| control.criteria.is_empty() && !control.name.is_empty());
    let number = without.count();
    if number == 0 {
        return String::new();
    }
    let names = if number == 1 { "names" } else { "name" };
    let told = format!("{} {names} no criterion that exists. For proposals:", count(number, "control"));
    let command = format!("gapcheck map {}", terminal(page.target));
    paragraph(&told, width, "", FAINT) + &paragraph(&command, width, "  ", STRONG)
}
