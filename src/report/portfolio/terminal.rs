//! The table on a terminal: a row of numbers for each organisation, and below it what its plan comes to; where there is room,
//! the plan stands in the row too.

use anstyle::Style;

use crate::model::date::Date;
use crate::model::level::Level;
use crate::model::portfolio::{Client, Portfolio};
use crate::report::account;
use crate::report::portfolio::words;
use crate::report::portfolio::{Layout, PortfolioFormat};
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row, section};
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, GOOD, STRONG, of_level, paint};
use crate::text::capital::capital;
use crate::text::count::{count, number};
use crate::text::escape::terminal;

/// The format `terminal`.
pub(super) static FORMAT: PortfolioFormat = PortfolioFormat {
    name: "terminal",
    extension: "txt",
    summary: "for people, as it stands on the terminal",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// From this width on the numbers stand in a table.
const COLUMNS: usize = 78;
/// From this width on the plan stands in it too.
const WIDE: usize = 176;
/// What the columns of numbers are called, and how wide they are.
const NUMBERS: [(&str, usize); 6] =
    [("design", 12), ("operation", 12), ("c/e/t", 8), ("open gaps", 14), ("acc.", 4), ("over.", 5)];
/// The same for those of the plan.
const PLAN: [(&str, usize); 4] = [("report", 33), ("plan ends", 10), ("report ready", 12), ("promised", 32)];

fn render(portfolio: &Portfolio, layout: &Layout) -> String {
    let width = layout.width.max(NARROWEST);
    let mut blocks = vec![heading(portfolio, width)];
    if !portfolio.clients.is_empty() {
        blocks.push(table(portfolio, width));
        blocks.push(worst(portfolio, width));
    }
    blocks.extend(unassessed(portfolio, width));
    blocks.push(definitions(portfolio, width));
    if let Some(gate) = words::gate(portfolio) {
        let style = if portfolio.failing().next().is_some() { BAD } else { GOOD };
        blocks.push(paragraph(&terminal(&format!("{}.", capital(&gate))), width, "", style));
    }
    blocks.push(paragraph(account::LIMITS, width, "", FAINT));
    blocks.join("\n")
}

fn heading(portfolio: &Portfolio, width: usize) -> String {
    paragraph("Portfolio: SOC 2 gap assessment", width, "", STRONG)
        + &paragraph(&format!("{}.", capital(&words::headline(portfolio))), width, "", FAINT)
}

/// The cells of an organisation, or of all.
struct Row {
    name: String,
    numbers: [(String, Style); 6],
    plan: [(String, Style); 4],
    below: Vec<(String, Style)>,
}

fn table(portfolio: &Portfolio, width: usize) -> String {
    let rows = portfolio.clients.iter().map(of_client);
    let rows: Vec<Row> = rows.chain([of_all(portfolio)]).collect();
    let last = rows.len().saturating_sub(1);
    let listed = width < COLUMNS;
    let head = if listed { String::new() } else { header(width) };
    let rows = rows.iter().enumerate().map(|(at, row)| {
        let ruled = (at == last && !listed).then(|| rule(width)).unwrap_or_default();
        ruled + &if listed { list(row, width) } else { line(row, width) }
    });
    head + &rows.collect::<String>()
}

fn of_client(client: &Client) -> Row {
    let summary = &client.summary;
    let plain = Style::new();
    let worst = client.worst().map_or(GOOD, of_level);
    let overdue = if client.overdue > 0 { BAD } else { plain };
    let day = |day: Option<Date>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
    let promise = client.promise.as_ref().map_or_else(|| "–".to_owned(), words::promise);
    let held = client.promise.map_or(plain, |promise| if promise.spare < 0 { BAD } else { plain });
    Row {
        name: terminal(&words::name(client)).into_owned(),
        numbers: [
            (tight(&words::tally(Some(summary.design))), plain),
            (tight(&words::tally(summary.operation)), plain),
            (tight(&words::coverage(summary)), plain),
            (tight(&words::open(summary)), worst),
            (number(summary.accepted), plain),
            (number(client.overdue), overdue),
        ],
        plan: [
            (words::report(client), plain),
            (day(client.plan_end), plain),
            (day(client.report_ready), plain),
            (promise, held),
        ],
        below: vec![
            (words::criteria(client), FAINT),
            (client.verdict.as_deref().map(|verdict| terminal(verdict).into_owned()).unwrap_or_default(), FAINT),
        ],
    }
}

fn of_all(portfolio: &Portfolio) -> Row {
    let (totals, plain) = (&portfolio.totals, Style::new());
    let summary = &totals.summary;
    let worst = Level::ALL.iter().rev().copied().find(|level| summary.open.get(level).is_some_and(|gaps| *gaps > 0));
    let last = |day: Option<Date>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
    Row {
        name: format!("All {} assessed", number(portfolio.clients.len())),
        numbers: [
            (tight(&words::tally(Some(summary.design))), plain),
            (tight(&words::tally(summary.operation)), plain),
            (tight(&words::coverage(summary)), plain),
            (tight(&words::open(summary)), worst.map_or(GOOD, of_level)),
            (number(summary.accepted), plain),
            (number(totals.overdue), if totals.overdue > 0 { BAD } else { plain }),
        ],
        plan: [
            (String::new(), plain),
            (last(totals.plan_end), plain),
            (last(totals.report_ready), plain),
            (words::promises(portfolio), plain),
        ],
        below: vec![(words::applicable(summary), FAINT)],
    }
}

/// Numbers closer together, for there are many columns.
fn tight(slashed: &str) -> String {
    slashed.replace(" / ", "/")
}

/// How wide the column of names is beside the others.
fn room(width: usize) -> usize {
    let taken: usize = columns(width).iter().map(|(_, room)| room + 2).sum();
    width.saturating_sub(taken + 2).min(40)
}

fn columns(width: usize) -> Vec<(&'static str, usize)> {
    let plan = PLAN.iter().filter(|_| width >= WIDE);
    NUMBERS.iter().chain(plan).copied().collect()
}

fn header(width: usize) -> String {
    let names = columns(width).into_iter().enumerate();
    let cells = names.map(|(at, (name, room))| {
        let cell = Cell::new(name, room).style(STRONG);
        if at < NUMBERS.len() { cell.right() } else { cell }
    });
    row(&std::iter::once(Cell::new("organisation", room(width)).style(STRONG)).chain(cells).collect::<Vec<_>>())
        + &rule(width)
}

fn rule(width: usize) -> String {
    let all: usize = columns(width).iter().map(|(_, room)| room + 2).sum();
    format!("  {}\n", paint(FAINT, "─".repeat(all + room(width))))
}

/// An organisation as a row of a table.
fn line(one: &Row, width: usize) -> String {
    let wide = width >= WIDE;
    let numbers = one.numbers.iter().zip(NUMBERS);
    let numbers = numbers.map(|((text, style), (_, room))| Cell::new(text.as_str(), room).style(*style).right());
    let plan = one.plan.iter().zip(PLAN).filter(|_| wide);
    let plan = plan.map(|((text, style), (_, room))| Cell::new(text.as_str(), room).style(*style));
    let name = Cell::new(one.name.as_str(), room(width)).style(STRONG);
    let cells: Vec<Cell<'_>> = std::iter::once(name).chain(numbers).chain(plan).collect();
    row(&cells) + &below(one, width, wide)
}

/// What stands below: what a plan comes to where it has no column, and what is told in sentences.
fn below(one: &Row, width: usize, wide: bool) -> String {
    let [(report, _), (end, _), (ready, _), (promised, held)] = &one.plan;
    let first = if report.is_empty() { Vec::new() } else { vec![report.clone()] };
    let facts = first.into_iter().chain(one.below.first().map(|(criteria, _)| criteria.clone()));
    let days = [format!("plan ends {end}"), format!("report ready {ready}")];
    let (facts, days): (Vec<String>, Vec<String>) = if wide {
        (facts.skip(usize::from(!report.is_empty())).collect(), Vec::new())
    } else {
        (facts.collect(), days.into())
    };
    let promised = if wide || promised == "–" { String::new() } else { format!("promised: {promised}") };
    let sentences = one.below.iter().skip(1).filter(|(text, _)| !text.is_empty());
    dotted(&facts, width, "    ", FAINT)
        + &dotted(&days, width, "    ", FAINT)
        + &if promised.is_empty() {
            promised
        } else {
            paragraph(&promised, width, "    ", if *held == BAD { BAD } else { FAINT })
        }
        + &sentences.map(|(text, style)| paragraph(text, width, "    ", *style)).collect::<String>()
}

/// An organisation as a few lines, where there is no room for a table.
fn list(one: &Row, width: usize) -> String {
    let name = paragraph(&one.name, width, "", STRONG);
    let numbers = one.numbers.iter().zip(NUMBERS).map(|((text, style), (name, _))| {
        let cells = [
            Cell::new("", 2),
            Cell::new(name, 10).style(FAINT),
            Cell::new(text.as_str(), left(width, &[2, 10])).style(*style),
        ];
        row(&cells)
    });
    name + &numbers.collect::<String>() + &below(one, width, false)
}

fn worst(portfolio: &Portfolio, width: usize) -> String {
    let lines = words::worst(portfolio).into_iter().map(|(what, client, value)| {
        paragraph(&terminal(&format!("{what}: {}, {value}", client.organization)), width, "  ", Style::new())
    });
    section("Where to look first", width, &lines.collect::<String>())
}

fn unassessed(portfolio: &Portfolio, width: usize) -> Option<String> {
    let lines = portfolio
        .unassessed
        .iter()
        .map(|one| paragraph(&terminal(&format!("{}: {}", one.name, words::why_not(one))), width, "  ", ATTENTION));
    let title = format!("Not assessed: {}, in none of the sums", count(portfolio.unassessed.len(), "inventory"));
    (!portfolio.unassessed.is_empty()).then(|| section(&title, width, &lines.collect::<String>()))
}

fn definitions(portfolio: &Portfolio, width: usize) -> String {
    let terms =
        words::DEFINITIONS.iter().map(|(term, meaning)| paragraph(&format!("{term}: {meaning}"), width, "  ", FAINT));
    let told = [words::own_settings(portfolio), words::skipped(portfolio)];
    let told = told.iter().flatten().map(|sentence| paragraph(&terminal(sentence), width, "  ", FAINT));
    section("What the columns mean", width, &terms.chain(told).collect::<String>())
}
