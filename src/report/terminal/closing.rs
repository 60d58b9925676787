//! The gate, and where to go from here; and the shortest form of the whole.

use anstyle::Style;

use super::gaps::at_or_above;
use super::layout::paragraph;
use super::style::{BAD, FAINT, GOOD};
use crate::model::assessment::Assessment;
use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::report::account;
use crate::text::count::{count, number};
use crate::text::escape::terminal;
use crate::text::list;
use crate::text::wrap;

/// The gate, how to learn more, and whose word this is.
pub fn closing(assessment: &Assessment<'_>, width: usize) -> String {
    let gate = gate(assessment).map(|(words, style)| paragraph(&words, width, "", style) + "\n").unwrap_or_default();
    let more = "Why a gap is one, how its score came about, and what to do about it:";
    let command = explain(assessment, width - 2);
    let whose = "This is management's own assessment, from the information supplied: no examination, no opinion.";
    let lines = [(more, "", FAINT), (&command, "  ", Style::new()), (whose, "", FAINT)];
    gate + &lines.map(|(text, indent, style)| paragraph(text, width, indent, style)).concat()
}

/// The command that explains the worst gap: ready to be run where a shell takes its words as they are and a line has room.
fn explain(assessment: &Assessment<'_>, room: usize) -> String {
    let gap = assessment.gaps.iter().find(|gap| gap.is_open()).map(Gap::id).filter(|id| is_plain(id));
    let name = inventory(assessment).filter(|name| is_plain(name));
    let command = |gap: Option<&str>, name: Option<&str>| {
        format!("gapcheck explain {} -i {}", gap.unwrap_or("GAP"), name.unwrap_or("INVENTORY"))
    };
    let shorter = [command(gap, name), command(gap, None)].into_iter().find(|command| wrap::width(command) <= room);
    shorter.unwrap_or_else(|| command(None, None))
}

/// The path by which the inventory can be named again: its one file, or the folder all its files lie in.
fn inventory<'a>(assessment: &'a Assessment<'_>) -> Option<&'a str> {
    let mut names = assessment.sources.iter().map(|(_, file)| file.name.as_str());
    let first = names.next()?;
    let Some(second) = names.next() else { return Some(first) };
    let folder = |name: &'a str| name.rsplit_once('/').map(|(folder, _)| folder);
    let shared = folder(first)?;
    std::iter::once(second).chain(names).all(|name| folder(name) == Some(shared)).then_some(shared)
}

/// Whether a shell takes a text as one word that means itself.
fn is_plain(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:+@".contains(&byte);
    text.bytes().all(plain) && !text.starts_with('-')
}

/// Whether the gate holds; nothing where none was asked for.
fn gate(assessment: &Assessment<'_>) -> Option<(String, Style)> {
    let gate = &assessment.gate;
    let level = at_or_above(gate.fail_on?);
    Some(match gate.exceeding.len() {
        0 => (format!("gate holds: no open gap at {level}"), GOOD.bold()),
        exceeding => (format!("gate fails: {} at {level}", count(exceeding, "open gap")), BAD.bold()),
    })
}

/// Three lines at most: the conclusion, the open gaps by level, the gate.
pub fn quiet(assessment: &Assessment<'_>, width: usize) -> String {
    let summary = &assessment.summary;
    let whole = account::conclusion(summary);
    let sentence = if wrap::width(&whole) <= width { whole } else { format!("{}.", account::on_design(summary)) };
    let levels = Level::ALL.iter().rev().filter_map(|level| Some((level.plain(), *summary.open.get(level)?)));
    let levels = levels.filter(|(_, count)| *count > 0).map(|(level, count)| format!("{} {level}", number(count)));
    let beside = account::beside(summary);
    let open = match summary.open_total() {
        0 => format!("no gap stands open{beside}"),
        open if beside.is_empty() => format!("{}: {}", count(open, "open gap"), list::and(levels)),
        open => format!("{}: {},{beside}", count(open, "open gap"), list::and(levels)),
    };
    let gate = gate(assessment);
    let lines = [Some((sentence, Style::new())), Some((open, Style::new())), gate].into_iter().flatten();
    lines.map(|(line, style)| paragraph(&wrap::truncate(&terminal(&line), width), width, "", style)).collect()
}
