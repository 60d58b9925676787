//! What is due, on a terminal: by owner, what nobody answers for first.

use anstyle::Style;

use crate::model::due::{Agenda, DueItem};
use crate::report::due::DueFormat;
use crate::report::due::words::{self, Group};
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row};
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, GOOD, STRONG};
use crate::text::escape::terminal;
use crate::text::wrap;

/// The format `terminal`.
pub(super) static FORMAT: DueFormat = DueFormat {
    name: "terminal",
    extension: "txt",
    summary: "by owner, for people, as it stands on the terminal",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// From this width on, the day stands in a column of its own.
const COLUMNS: usize = 64;
/// From this width on, so does everything else.
const WIDE: usize = 140;
/// How wide a day is.
const DAY: usize = 10;
/// From how few days on somebody should look.
const SOON: i64 = 7;

fn render(agenda: &Agenda<'_>, width: usize) -> String {
    let width = width.max(NARROWEST);
    let mut blocks = vec![heading(agenda, width), paragraph(&terminal(&words::headline(agenda)), width, "", STRONG)];
    blocks.extend(words::groups(agenda).iter().map(|owned| group(agenda, owned, width)));
    blocks.push(closing(agenda, width));
    blocks.join("\n")
}

fn heading(agenda: &Agenda<'_>, width: usize) -> String {
    let inventory = agenda.inventory;
    let names = [Some(&inventory.organization), inventory.scope.system.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| terminal(name).into_owned()).collect();
    dotted(&names, width, "", STRONG) + &dotted(&words::scope(agenda), width, "", FAINT)
}

fn group(agenda: &Agenda<'_>, group: &Group<'_>, width: usize) -> String {
    let load = words::load(group);
    let title = match group.owner {
        None => paragraph(&format!("NOBODY: {load}"), width, "", BAD.bold()),
        Some(owner) => paragraph(&format!("{}: {load}", terminal(owner)), width, "", STRONG),
    };
    let time = group.items.iter().map(|item| wrap::width(&words::left(agenda, item))).max().unwrap_or(0);
    let items = group.items.iter().map(|item| match width {
        WIDE.. => wide(agenda, item, width, time),
        COLUMNS.. => narrow(agenda, item, width, time),
        _ => narrowest(agenda, item, width),
    });
    title + &items.collect::<String>()
}

/// A line with day, time left and name; below it what to do, and the rest.
fn narrow(agenda: &Agenda<'_>, item: &DueItem, width: usize, time: usize) -> String {
    let room = left(width, &[DAY, time]);
    let [day, days] = when(agenda, item, time);
    let indent = " ".repeat(width - room);
    row(&[day, days, Cell::new(name(item), room)])
        + &paragraph(&terminal(&item.collect), width, &indent, Style::new())
        + &dotted(&facts(agenda, item), width, &indent, FAINT)
}

/// The same where there is no room for columns.
fn narrowest(agenda: &Agenda<'_>, item: &DueItem, width: usize) -> String {
    let when = [item.due.to_string(), words::left(agenda, item)];
    dotted(&when, width, "  ", urgency(agenda, item))
        + &paragraph(&name(item), width, "    ", Style::new())
        + &paragraph(&terminal(&item.collect), width, "    ", Style::new())
        + &dotted(&facts(agenda, item), width, "    ", FAINT)
}

/// Everything in columns.
fn wide(agenda: &Agenda<'_>, item: &DueItem, width: usize, time: usize) -> String {
    let [day, days] = when(agenda, item, time);
    let (named, beside) = (width / 5, width / 5);
    let room = left(width, &[DAY, time, named, beside]);
    row(&[
        day,
        days,
        Cell::new(name(item), named),
        Cell::new(terminal(&item.collect), room),
        // Lines break between two facts, never behind the dot.
        Cell::new(dotted(&facts(agenda, item), beside, "", Style::new()), beside).style(FAINT),
    ])
}

fn when(agenda: &Agenda<'_>, item: &DueItem, time: usize) -> [Cell<'static>; 2] {
    let style = urgency(agenda, item);
    [Cell::new(item.due.to_string(), DAY).style(style), Cell::new(words::left(agenda, item), time).style(style)]
}

fn urgency(agenda: &Agenda<'_>, item: &DueItem) -> Style {
    match agenda.days_left(item) {
        _ if item.overdue => BAD,
        ..=SOON => ATTENTION,
        _ => Style::new(),
    }
}

/// Id and name; only the name of what has no other id.
fn name(item: &DueItem) -> String {
    if item.name == item.subject {
        return terminal(&item.subject).into_owned();
    }
    format!("{} {}", terminal(&item.subject), terminal(&item.name))
}

fn facts(agenda: &Agenda<'_>, item: &DueItem) -> Vec<String> {
    let performer = words::performer(agenda, item).map(|name| format!("done by {}", terminal(name)));
    let criteria = Some(words::criteria(item)).filter(|criteria| !criteria.is_empty());
    let facts = [Some(item.kind.word().to_owned()), words::collect_from(agenda, item), performer, criteria];
    facts.into_iter().flatten().collect()
}

/// The gate, where the days come from, and what to do with what was collected.
fn closing(agenda: &Agenda<'_>, width: usize) -> String {
    let gate = words::gate(agenda)
        .map(|(holds, said)| paragraph(&said, width, "", if holds { GOOD.bold() } else { BAD.bold() }) + "\n");
    let (then, command) =
        if agenda.items.is_empty() { ("To look further ahead:", words::FURTHER) } else { (words::THEN, words::LOCK) };
    let missed = words::missed(agenda).map(|said| paragraph(said, width, "", FAINT));
    gate.unwrap_or_default()
        + &missed.unwrap_or_default()
        + &paragraph(words::CONVENTIONS, width, "", FAINT)
        + &paragraph(then, width, "", FAINT)
        + &paragraph(command, width, "  ", Style::new())
}
