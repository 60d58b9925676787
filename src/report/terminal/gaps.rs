//! The gaps: the worst by name, all of them by rule.

use std::collections::BTreeMap;

use super::layout::{Cell, left, row, section};
use super::style::{FAINT, of_level};
use crate::model::assessment::Assessment;
use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::report::Options;
use crate::text::count::{number, plural};
use crate::text::escape::terminal;
use crate::text::natural;
use crate::text::wrap;

/// How many gaps are named.
const NAMED: usize = 10;
/// From this width on a gap has its id and its owner in columns of their own.
const WIDE: usize = 120;
/// How wide the words for a level are.
const LEVEL: usize = 9;
/// How wide a score is.
const SCORE: usize = 3;

/// The worst gaps that stand open.
pub fn worst(assessment: &Assessment<'_>, options: &Options, width: usize) -> String {
    let open: Vec<&Gap> = open(assessment, options);
    let Some(named) = open.get(..NAMED.min(open.len())).filter(|named| !named.is_empty()) else {
        return String::new();
    };
    let digits = named.iter().map(|gap| number(gap.number).len()).max().unwrap_or(0).max(2);
    let rows: String = if width >= WIDE {
        let widest = |text: &dyn Fn(&Gap) -> usize| named.iter().map(|gap| text(gap)).max().unwrap_or(0);
        let owners = widest(&|gap| wrap::width(&owner(assessment, gap))).min(24);
        let ids = widest(&|gap| wrap::width(&terminal(gap.id()))).min(width / 4);
        let titles = widest(&|gap| wrap::width(&terminal(&gap.finding.title)));
        let titles = titles.min(left(width, &[digits, LEVEL, SCORE, ids, owners]));
        named.iter().map(|gap| wide(assessment, gap, [digits, titles, ids, owners])).collect()
    } else {
        named.iter().map(|gap| narrow(assessment, gap, width, digits)).collect()
    };
    section(&title(named.len(), open.len(), options), width, &rows)
}

fn title(named: usize, open: usize, options: &Options) -> String {
    let which = if options.new_only { "new or worsened gap" } else { "open gap" };
    let level = options.min_level.map(|level| format!(" at {}", at_or_above(level)));
    let level = level.unwrap_or_default();
    if named < open {
        format!("The worst {named} of {} {}{level}", number(open), plural(which))
    } else if open == 1 {
        format!("The {which}{level}")
    } else {
        format!("The {open} {}{level}, worst first", plural(which))
    }
}

/// `high or above`; above very high there is nothing.
pub fn at_or_above(level: Level) -> String {
    match level {
        Level::VeryHigh => level.plain().to_owned(),
        _ => format!("{} or above", level.plain()),
    }
}

fn open<'a>(assessment: &'a Assessment<'a>, options: &Options) -> Vec<&'a Gap> {
    options.listed(assessment).filter(|gap| gap.is_open()).collect()
}

fn narrow(assessment: &Assessment<'_>, gap: &Gap, width: usize, digits: usize) -> String {
    let first = [digits, LEVEL, SCORE];
    let room = left(width, &first);
    let id = format!("{} · {}", terminal(gap.id()), owner(assessment, gap));
    let [number, level, score] = leading(gap, digits);
    let named = row(&[number, level, score, Cell::new(terminal(&gap.finding.title), room)]);
    let below = first.map(|room| Cell::new("", room)).into_iter();
    named + &row(&below.chain([Cell::new(id, room).style(FAINT)]).collect::<Vec<_>>())
}

fn wide(assessment: &Assessment<'_>, gap: &Gap, [digits, titles, ids, owners]: [usize; 4]) -> String {
    let [number, level, score] = leading(gap, digits);
    row(&[
        number,
        level,
        score,
        Cell::new(terminal(&gap.finding.title), titles),
        Cell::new(terminal(gap.id()), ids).style(FAINT),
        Cell::new(owner(assessment, gap), owners),
    ])
}

/// Number, level and score.
fn leading(gap: &Gap, digits: usize) -> [Cell<'static>; 3] {
    let style = of_level(gap.risk.level());
    [
        Cell::new(number(gap.number), digits).right().style(FAINT),
        Cell::new(gap.risk.level().plain(), LEVEL).style(style),
        Cell::new(gap.risk.score().to_string(), SCORE).right().style(style),
    ]
}

/// Who closes a gap: whoever has the task, else whom the organisation or the rule named, else the owner of the control.
fn owner(assessment: &Assessment<'_>, gap: &Gap) -> String {
    let inventory = assessment.inventory;
    let task = assessment.plan.tasks.iter().find(|task| task.gaps.iter().any(|id| id == gap.id()));
    let of_task = task.and_then(|task| task.owner.as_deref());
    let entry = inventory.remediation.iter().find(|entry| &*entry.gap.value == gap.id());
    let of_entry = entry.and_then(|entry| entry.owner.as_ref()).map(|owner| &*owner.value);
    let control = gap.finding.control.and_then(|at| inventory.controls.get(at));
    let of_control = control.and_then(|control| control.owner.as_ref()).map(|owner| &*owner.value);
    let owner = of_task.or(of_entry).or(gap.finding.owner.as_deref()).or(of_control);
    owner.map_or_else(|| "unassigned".to_owned(), |owner| terminal(inventory.person_name(owner)).into_owned())
}

/// How many gaps each rule found, where there are more than can be named.
pub fn by_rule(assessment: &Assessment<'_>, options: &Options, width: usize) -> String {
    let open = open(assessment, options);
    if open.len() <= NAMED {
        return String::new();
    }
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for gap in &open {
        *rules.entry(gap.finding.rule.name).or_default() += 1;
    }
    let mut rules: Vec<(&str, usize)> = rules.into_iter().collect();
    rules.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| natural::compare(a.0, b.0)));
    let digits = rules.first().map_or(0, |(_, most)| number(*most).len()).max(3);
    let name = rules.iter().map(|(rule, _)| wrap::width(rule)).max().unwrap_or(0);
    let across = (width / (digits + name + 4)).max(1);
    // Read downwards, as a list is.
    let down = rules.len().div_ceil(across);
    let lines = (0..down).map(|line| {
        let cells = rules.iter().skip(line).step_by(down);
        let cells = cells.flat_map(|(rule, found)| [Cell::new(number(*found), digits).right(), Cell::new(*rule, name)]);
        row(&cells.collect::<Vec<_>>())
    });
    section("Open gaps by rule", width, &lines.collect::<String>())
}
