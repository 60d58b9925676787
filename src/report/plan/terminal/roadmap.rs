//! The compliance roadmap: the milestones with their promises, the reports side by side, and the bars of the work.

use anstyle::Style;

use crate::model::plan::Milestone;
use crate::report::plan::page::PlanPage;
use crate::report::plan::terminal::chart::chart;
use crate::report::plan::{options, words};
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row, section};
use crate::report::terminal::style::{BAD, FAINT, GOOD};
use crate::text::capital::capital;
use crate::text::escape::terminal;

/// How wide a day is, and the name of a milestone.
const DAY: usize = 10;
const NAME: usize = 26;
/// From this width on, the days stand in columns.
const COLUMNS: usize = 66;
/// From this width on, what decides a milestone stands beside it.
const BESIDE: usize = 120;

/// Milestones, reports and bars.
pub(super) fn roadmap(page: &PlanPage<'_>, width: usize) -> String {
    let milestones = page.plan().milestones.iter().filter(|_| page.is_whole());
    let milestones: String = milestones.map(|milestone| line(milestone, width)).collect();
    let head = if milestones.is_empty() || width < COLUMNS { String::new() } else { header() };
    let parts = [head + &milestones, reports(page, width), chart(page, width)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { String::new() } else { section(words::ROADMAP, width, &parts.join("\n")) }
}

fn header() -> String {
    let cell = |text: &'static str, room: usize| Cell::new(text, room).style(FAINT);
    let cells = [cell("Milestone", NAME), cell("Reached", DAY), cell("Promised", DAY), cell("Promise", 11)];
    row(&cells)
}

fn line(milestone: &Milestone, width: usize) -> String {
    let holds = match milestone.holds {
        Some(true) => GOOD,
        Some(false) => BAD.bold(),
        None => FAINT,
    };
    if width < COLUMNS {
        return narrow(milestone, width, holds);
    }
    let mut cells = vec![
        Cell::new(capital(milestone.name), NAME),
        Cell::new(words::day(milestone.date), DAY),
        Cell::new(words::day(milestone.promised), DAY),
        Cell::new(words::holds(milestone), 11).style(holds),
    ];
    if width >= BESIDE {
        let because = left(width, &[NAME, DAY, DAY, 11]);
        cells.push(Cell::new(terminal(&milestone.because), because).style(FAINT));
        return row(&cells);
    }
    row(&cells) + &because(milestone, width)
}

/// The same where there is no room for columns.
fn narrow(milestone: &Milestone, width: usize, style: Style) -> String {
    let reached = milestone.date.map(|day| format!("reached {day}"));
    let promised = milestone.promised.map(|day| format!("promised {day}"));
    let holds = milestone.holds.map(|_| words::holds(milestone).to_owned());
    let facts: Vec<String> = reached.into_iter().chain(promised).chain(holds).collect();
    paragraph(&capital(milestone.name), width, "  ", Style::new())
        + &dotted(&facts, width, "    ", style)
        + &because(milestone, width)
}

fn because(milestone: &Milestone, width: usize) -> String {
    if milestone.because.is_empty() {
        return String::new();
    }
    paragraph(&terminal(&milestone.because), width, "      ", FAINT)
}

/// The reports there could be, a line each with its days; nothing where the plan tells of none.
fn reports(page: &PlanPage<'_>, width: usize) -> String {
    let rows = options::rows(page.plan()).into_iter().filter(|_| page.is_whole());
    let told = rows.map(|cells| {
        let [name, facts @ ..] = cells;
        let [_, mut names @ ..] = options::COLUMNS;
        if let ([begins, ..], [_, ends, ..]) = (&facts, &mut names)
            && begins == options::NONE
        {
            *ends = "As of";
        }
        let facts = names.iter().zip(facts).filter(|(_, fact)| fact != options::NONE);
        let facts: Vec<String> = facts.map(|(name, fact)| format!("{} {fact}", name.to_lowercase())).collect();
        paragraph(&terminal(&name), width, "  ", Style::new()) + &dotted(&facts, width, "    ", FAINT)
    });
    told.collect()
}
