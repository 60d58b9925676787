//! The checklist on a terminal.

use anstyle::Style;

use crate::model::assessment::Assessment;
use crate::report::account;
use crate::report::checklist::ChecklistFormat;
use crate::report::checklist::item::Item;
use crate::report::checklist::items::{METHOD, headline, items};
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row};
use crate::report::terminal::style::{ATTENTION, FAINT, GOOD, STRONG};
use crate::text::escape::terminal;

/// The format `terminal`.
pub(super) static FORMAT: ChecklistFormat = ChecklistFormat {
    name: "terminal",
    extension: "txt",
    summary: "for people, as it stands on the terminal",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;

fn render(assessment: &Assessment<'_>, width: usize) -> String {
    let width = width.max(NARROWEST);
    let items = items(assessment);
    let names = [Some(&assessment.inventory.organization), assessment.inventory.scope.system.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| terminal(name).into_owned()).collect();
    let facts = [account::scope_line(assessment), format!("assessed on {}", assessment.as_of)];
    let heading = dotted(&names, width, "", STRONG) + &dotted(&facts, width, "", FAINT);
    let list: String = items.iter().map(|one| item(one, width)).collect();
    let closing = paragraph(METHOD, width, "", FAINT);
    [heading, paragraph(&headline(&items), width, "", STRONG), list, closing].join("\n")
}

fn item(item: &Item, width: usize) -> String {
    let (sign, style) = if item.ticked() { ("[x]", GOOD) } else { ("[ ]", ATTENTION) };
    let room = left(width, &[3]);
    let line = |text: &str, style: Style| row(&[Cell::new("", 3), Cell::new(terminal(text), room).style(style)]);
    let missing = item.missing.iter().map(|what| line(&format!("Missing: {what}."), ATTENTION));
    row(&[Cell::new(sign, 3).style(style), Cell::new(item.name, room).style(STRONG)])
        + &line(&item.fact, Style::new())
        + &missing.collect::<String>()
}
