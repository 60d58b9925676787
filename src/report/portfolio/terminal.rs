//! The table on a terminal: a row of numbers for each organisation, and below it what its plan comes to; where there is room,
//! the plan stands in the row too.

use anstyle::Style;

use crate::model::date::Date;
use crate::model::level::Level;
use crate::model::portfolio::{Client, Portfolio};
use crate::report::account;
use crate::report::portfolio::PortfolioFormat;
use crate::report::portfolio::columns::{Columns, NUMBERS, Row};
use crate::report::portfolio::words;
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row, section};
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, GOOD, STRONG, of_level};
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
fn render(portfolio: &Portfolio, width: usize) -> String {
    let width = width.max(NARROWEST);
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

fn table(portfolio: &Portfolio, width: usize) -> String {
    let rows: Vec<Row> = portfolio.clients.iter().map(of_client).chain([of_all(portfolio)]).collect();
    let Some(columns) = Columns::of(&rows, width) else {
        return rows.iter().map(|row| list(row, width)).collect();
    };
    let last = rows.len().saturating_sub(1);
    let rows = rows.iter().enumerate().map(|(at, row)| {
        let ruled = if at == last { columns.rule() } else { String::new() };
        let name = paragraph(&row.name, width, "  ", STRONG);
        ruled + &columns.line(row, &name) + &below(row, width, columns.have_plan())
    });
    columns.header() + &rows.collect::<String>()
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
        facts: vec![terminal(&client.name).into_owned(), words::criteria(client)],
        verdict: client.verdict.as_deref().map(|verdict| terminal(verdict).into_owned()).unwrap_or_default(),
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
        facts: vec![words::applicable(summary)],
        verdict: String::new(),
    }
}

/// Numbers closer together, for there are many columns.
fn tight(slashed: &str) -> String {
    slashed.replace(" / ", "/")
}

/// What stands below: what a plan comes to where it has no column, and what is told in sentences.
fn below(one: &Row, width: usize, has_plan: bool) -> String {
    let [(report, _), (end, _), (ready, _), (promised, held)] = &one.plan;
    let report = Some(report).filter(|report| !has_plan && !report.is_empty()).cloned();
    let facts: Vec<String> = one.facts.iter().cloned().chain(report).collect();
    let facts = dotted(&facts, width, "    ", FAINT);
    let verdict = paragraph(&one.verdict, width, "    ", FAINT);
    if has_plan {
        return facts + &verdict;
    }
    let days = [format!("plan ends {end}"), format!("report ready {ready}")];
    let style = if *held == BAD { BAD } else { FAINT };
    let promised = (promised != "–").then(|| paragraph(&format!("promised: {promised}"), width, "    ", style));
    facts + &dotted(&days, width, "    ", FAINT) + &promised.unwrap_or_default() + &verdict
}

/// An organisation as a few lines, where there is no room for a table.
fn list(one: &Row, width: usize) -> String {
    let numbers = one.numbers.iter().zip(NUMBERS).map(|((text, style), name)| {
        let room = left(width, &[2, 10]);
        row(&[Cell::new("", 2), Cell::new(name, 10).style(FAINT), Cell::new(text.as_str(), room).style(*style)])
    });
    paragraph(&one.name, width, "", STRONG) + &numbers.collect::<String>() + &below(one, width, false)
}

fn worst(portfolio: &Portfolio, width: usize) -> String {
    let lines = words::worst(portfolio).into_iter().map(|(what, client, value)| {
        paragraph(&terminal(&format!("{what}: {}, {value}", words::who(client))), width, "  ", Style::new())
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
