//! What changed, on a terminal: the headline, the counts with their causes, then gaps, criteria and controls.

use anstyle::Style;

use crate::model::difference::{Change, Count, Difference, GapChange};
use crate::report::diff::{DiffFormat, counts, ways, words};
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row, section};
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, GOOD, STRONG, of_level};
use crate::text::capital::capital;
use crate::text::count::number;
use crate::text::escape::terminal;
use crate::text::wrap;

/// The format `terminal`.
pub(super) static FORMAT: DiffFormat = DiffFormat {
    name: "terminal",
    extension: "txt",
    summary: "for people, as it stands on the terminal",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// From this width on, counts stand in columns.
const COLUMNS: usize = 76;
/// How many items a list names before it counts the others.
const NAMED: usize = 20;
/// How many ids a line names before it counts the others.
const IDS: usize = 8;
/// How wide the name of a count is.
const COUNT: usize = 28;
/// How wide a number is.
const DIGITS: usize = 7;

fn render(difference: &Difference, width: usize) -> String {
    let width = width.max(NARROWEST);
    let mut blocks = vec![heading(difference, width), opening(difference, width)];
    blocks.extend(numbers(difference, width));
    for change in [Change::New, Change::Worsened, Change::Improved, Change::Resolved] {
        let gaps: Vec<&GapChange> = difference.gaps_that(change).collect();
        blocks.extend(self::gaps(&words::title(difference, change), &gaps, difference, width));
    }
    let treated: Vec<&GapChange> = difference.treated_otherwise().collect();
    blocks.extend(self::gaps(&words::treated_title(difference), &treated, difference, width));
    blocks.extend(criteria(difference, width));
    blocks.extend(controls(difference, width));
    blocks.extend(altered(difference, width));
    blocks.extend(closing(difference, width));
    blocks.join("\n")
}

/// Which two, of what organisation, and what their reports are to cover.
fn heading(difference: &Difference, width: usize) -> String {
    let (old, new) = (&difference.old, &difference.new);
    let names = [Some(&new.organization), new.system.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| terminal(name).into_owned()).collect();
    let from = format!("From {}", words::side(old));
    let to = format!("to {}", words::side(new));
    let sides = [from, to].map(|side| terminal(&side).into_owned());
    let scopes = match (words::scope(old), words::scope(new)) {
        (before, now) if before == now => vec![now],
        (before, now) => vec![format!("Before: {before}"), format!("Now: {now}")],
    };
    let line = |line: &String| paragraph(line, width, "", FAINT);
    dotted(&names, width, "", STRONG) + &dotted(&sides, width, "", FAINT) + &scopes.iter().map(line).collect::<String>()
}

fn opening(difference: &Difference, width: usize) -> String {
    let said = words::headlines(difference);
    let notes = difference.notes.iter().map(|note| paragraph(&terminal(note), width, "", ATTENTION));
    let notes: String = notes.collect();
    let headlines: String = said.iter().map(|line| paragraph(line, width, "", STRONG)).collect();
    let tally = paragraph(&format!("Gaps: {}.", words::tally(difference)), width, "", Style::new());
    let gap = if notes.is_empty() { "" } else { "\n" };
    notes + gap + &headlines + &tally
}

/// The counts that changed, each with its causes; nothing where none did.
fn numbers(difference: &Difference, width: usize) -> Option<String> {
    if width < COLUMNS {
        let lines: String = counts::moved(difference).map(|count| count_line(difference, count, width)).collect();
        return (!lines.is_empty()).then(|| section("Counts", width, &lines));
    }
    let rows: String = counts::moved(difference).map(|count| count_row(difference, count, width)).collect();
    let room = left(width, &[COUNT, DIGITS, DIGITS, DIGITS]);
    let names = [("", COUNT, false), ("before", DIGITS, true), ("now", DIGITS, true), ("change", DIGITS, true)];
    let head = names.map(|(name, room, right)| {
        let cell = Cell::new(name, room).style(FAINT);
        if right { cell.right() } else { cell }
    });
    let by = difference.causes_known.then(|| Cell::new("by", room).style(FAINT));
    let head: Vec<Cell<'_>> = head.into_iter().chain(by).collect();
    (!rows.is_empty()).then(|| section("Counts", width, &(row(&head) + &rows)))
}

/// The same where there is no room for columns.
fn count_line(difference: &Difference, count: &Count, width: usize) -> String {
    let (before, now, change) = (number(count.before), number(count.after), counts::signed(count.change()));
    let line = format!("{}: {before} → {now} ({change})", counts::name(&count.key));
    paragraph(&line, width, "  ", Style::new()) + &paragraph(&counts::shares(difference, count), width, "      ", FAINT)
}

fn count_row(difference: &Difference, count: &Count, width: usize) -> String {
    let room = left(width, &[COUNT, DIGITS, DIGITS, DIGITS]);
    row(&[
        Cell::new(counts::name(&count.key), COUNT),
        Cell::new(number(count.before), DIGITS).right(),
        Cell::new(number(count.after), DIGITS).right(),
        Cell::new(counts::signed(count.change()), DIGITS).style(STRONG).right(),
        Cell::new(counts::shares(difference, count), room).style(FAINT),
    ])
}

fn gaps(title: &str, gaps: &[&GapChange], difference: &Difference, width: usize) -> Option<String> {
    let levels = gaps.iter().take(NAMED).map(|gap| wrap::width(&ways::levels(gap))).max()?.min(width / 3);
    let room = left(width, &[levels]);
    let lines = gaps.iter().zip(ways::by(difference, gaps)).take(NAMED).map(|(gap, by)| {
        let stand = gap.stand();
        let style = stand.map_or(FAINT, |stand| of_level(stand.level));
        let title = stand.map(|stand| terminal(&stand.title).into_owned()).unwrap_or_default();
        let below = [Some(terminal(&gap.id).into_owned()), by];
        let below: Vec<String> = below.into_iter().flatten().collect();
        row(&[Cell::new(ways::levels(gap), levels).style(style), Cell::new(title, room)])
            + &dotted(&below, width, &" ".repeat(width - room), FAINT)
    });
    let lines: String = lines.collect();
    Some(section(&capital(title), width, &(lines + &more(gaps.len(), width))))
}

/// How many items of a list are not named; nothing where all are.
fn more(all: usize, width: usize) -> String {
    let others = all.saturating_sub(NAMED);
    if others == 0 {
        return String::new();
    }
    paragraph(&format!("and {} more; `--format json` has them all", number(others)), width, "  ", FAINT)
}

fn criteria(difference: &Difference, width: usize) -> Option<String> {
    let within = ways::within(difference);
    let items = within.iter().take(NAMED).map(|one| {
        let verdict = |on: &str, way, absent| Some(format!("{on}: {}", ways::verdict(difference, way, absent)?));
        let flag = |what: &str, way| Some(format!("{what}: {}", ways::flag(difference, way)?));
        let facts = [
            verdict("design", &one.design, "not judged"),
            verdict("operation", &one.operation, "not judged"),
            flag("claimed", &one.claimed),
            flag("evidenced", &one.evidenced),
            flag("tested", &one.tested),
        ];
        item(&format!("{} {}", one.id, terminal(&one.title)), facts, width)
    });
    let moved = ways::moved(difference, IDS);
    let moved: String = moved.iter().map(|moved| paragraph(moved, width, "  ", Style::new())).collect();
    let lines = items.collect::<String>() + &more(within.len(), width) + &moved;
    let all = number(difference.criteria.len());
    (!lines.is_empty()).then(|| section(&format!("Criteria of which something changed: {all}"), width, &lines))
}

fn controls(difference: &Difference, width: usize) -> Option<String> {
    let items = difference.controls.iter().take(NAMED).map(|one| {
        let verdict = |on: &str, way, absent| Some(format!("{on}: {}", ways::verdict(difference, way, absent)?));
        let facts = [verdict("design", &one.design, "not there"), verdict("operation", &one.operation, "not judged")];
        item(&format!("{} {}", terminal(&one.id), terminal(&one.name)), facts, width)
    });
    let all = difference.controls.len();
    let lines = items.collect::<String>() + &more(all, width);
    (all > 0).then(|| section(&format!("Controls whose verdicts changed: {}", number(all)), width, &lines))
}

fn item<const N: usize>(title: &str, facts: [Option<String>; N], width: usize) -> String {
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    paragraph(title, width, "  ", Style::new()) + &dotted(&facts, width, "      ", FAINT)
}

/// What the inventories say differently, group by group.
fn altered(difference: &Difference, width: usize) -> Option<String> {
    let label = difference.altered.iter().map(|altered| altered.cause.word().len()).max()?;
    let room = left(width, &[label]);
    let lines = difference.altered.iter().map(|altered| {
        let subjects = ways::subjects(altered, IDS, |id| terminal(id).into_owned());
        row(&[Cell::new(altered.cause.word(), label).style(STRONG), Cell::new(subjects, room)])
    });
    Some(section("What the two inventories say differently", width, &lines.collect::<String>()))
}

fn closing(difference: &Difference, width: usize) -> Option<String> {
    let gate = words::gate(difference)
        .map(|(holds, said)| paragraph(&said, width, "", if holds { GOOD.bold() } else { BAD.bold() }));
    let order = words::order(difference).map(|order| paragraph(&order, width, "", FAINT));
    let both: Vec<String> = [gate, order].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join("\n"))
}
