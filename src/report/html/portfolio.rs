//! The table of a portfolio as a page of its own: no script, one table after the other, and a link to each report.

use askama::Template;
use askama::filters::Safe;

use crate::model::date::Date;
use crate::model::portfolio::{Client, Portfolio};
use crate::report::html::block::{Block, Column, Table, blocks, printed, words as paragraph};
use crate::report::html::escaper::escaped;
use crate::report::html::markup::{Markup, code, joined, level, prose, strong, text, whole};
use crate::report::html::page::{Part, STYLE};
use crate::report::portfolio::words;
use crate::text::capital::capital;
use crate::text::count::{count, number};
use crate::text::escape::url_path;

#[derive(Template)]
#[template(path = "portfolio.html")]
struct Page {
    title: &'static str,
    organizations: String,
    line: Markup,
    style: Safe<&'static str>,
    told: Vec<String>,
    parts: Vec<Part<'static>>,
}

/// The page.
pub(in crate::report) fn document(portfolio: &Portfolio) -> String {
    let told = [words::could_not(portfolio), words::gate(portfolio)];
    let parts = [
        assessed(portfolio),
        part("plans", "Plans and promises", &[plans(portfolio)]),
        part("worst", "Where to look first", &[worst(portfolio)]),
    ];
    let parts = parts.into_iter().filter(|_| !portfolio.clients.is_empty());
    let unassessed = (!portfolio.unassessed.is_empty()).then(|| unassessed(portfolio));
    let page = Page {
        title: "Portfolio: SOC 2 gap assessment",
        organizations: count(portfolio.len(), "organisation"),
        line: text(&capital(&words::headline(portfolio))),
        style: Safe(STYLE.trim()),
        told: told.into_iter().flatten().map(|sentence| capital(&sentence)).collect(),
        parts: parts.chain(unassessed).chain([definitions(portfolio)]).collect(),
    };
    printed(&page).0 + "\n"
}

fn part(id: &'static str, title: &'static str, body: &[Block]) -> Part<'static> {
    Part { id, title, body: blocks(body) }
}

/// The organisation by name, with its worst open gap and the links to its reports.
fn named(portfolio: &Portfolio, client: &Client) -> Markup {
    let links = portfolio.reports_at.as_deref().map(|folder| {
        let links = client.reports.iter().map(|one| {
            let path = if folder.is_empty() { one.file.clone() } else { format!("{folder}/{}", one.file) };
            // Two links with one text would lead to two places; the format tells them apart, and the organisation who it is.
            Safe(format!(
                "<a class=\"ref\" href=\"{}\">{}<span class=\"vh\"> report of {}</span></a>",
                url_path(&path),
                one.format,
                escaped(&client.organization)
            ))
        });
        joined(links, " · ")
    });
    joined([text(&words::name(client)), code(&client.name), links.unwrap_or_else(|| text(""))], " ")
}

fn assessed(portfolio: &Portfolio) -> Part<'static> {
    let columns = vec![
        Column::Words("Organisation"),
        Column::Words("Report"),
        Column::Words("Criteria"),
        Column::Words("Worst open gap"),
        Column::Number("Design"),
        Column::Number("Operation"),
        Column::Number("Claimed / evidenced / tested"),
        Column::Number("Open gaps"),
        Column::Number("Accepted"),
    ];
    let rows = portfolio.clients.iter().map(|client| {
        let summary = &client.summary;
        let mut row = vec![named(portfolio, client), text(&words::report(client)), text(&words::criteria(client))];
        row.push(client.worst().map_or_else(|| text("none"), level));
        row.extend(
            [words::tally(Some(summary.design)), words::tally(summary.operation), words::coverage(summary)].map(whole),
        );
        row.extend([words::open(summary), number(summary.accepted)].map(whole));
        row
    });
    let sums = &portfolio.totals.summary;
    let mut totals = vec![strong(&text("All assessed")), text(""), text(&words::applicable(sums)), text("")];
    totals.extend([words::tally(Some(sums.design)), words::tally(sums.operation), words::coverage(sums)].map(whole));
    totals.extend([words::open(sums), number(sums.accepted)].map(whole));
    let caption = "Criteria and gaps of each organisation; what the columns mean stands below".to_owned();
    let table = Table { id: "clients".to_owned(), caption, columns, rows: rows.chain([totals]).collect() };
    part("table", "Verdicts, evidence and gaps", &[Block::Table(table)])
}

fn plans(portfolio: &Portfolio) -> Block {
    let columns = vec![
        Column::Words("Organisation"),
        Column::Number("Overdue tasks"),
        Column::Words("Plan ends"),
        Column::Words("Report ready"),
        Column::Words("Promised"),
        Column::Words("Whether it can hold"),
    ];
    let day = |day: Option<Date>| day.map_or_else(|| text(""), whole);
    let rows = portfolio.clients.iter().map(|client| {
        vec![
            text(&words::name(client)),
            whole(number(client.overdue)),
            day(client.plan_end),
            day(client.report_ready),
            text(&client.promise.as_ref().map(words::promise).unwrap_or_default()),
            text(client.verdict.as_deref().unwrap_or_default()),
        ]
    });
    let totals = &portfolio.totals;
    let last = |day: Option<Date>| text(&day.map(|day| format!("last {day}")).unwrap_or_default());
    let sums = vec![
        strong(&text("All assessed")),
        whole(number(totals.overdue)),
        last(totals.plan_end),
        last(totals.report_ready),
        text(&words::promises(portfolio)),
        text(""),
    ];
    let caption = "When each plan ends, and what was promised".to_owned();
    Block::Table(Table { id: "promises".to_owned(), caption, columns, rows: rows.chain([sums]).collect() })
}

fn worst(portfolio: &Portfolio) -> Block {
    let worst = words::worst(portfolio).into_iter();
    Block::List(worst.map(|(what, client, value)| text(&format!("{what}: {}, {value}", words::who(client)))).collect())
}

fn unassessed(portfolio: &Portfolio) -> Part<'static> {
    let rows = portfolio.unassessed.iter().map(|one| vec![code(&one.name), prose(&words::why_not(one))]);
    let columns = vec![Column::Words("Inventory"), Column::Words("Why not")];
    let caption = "Inventories that could not be assessed, and are in none of the sums".to_owned();
    let table = Table { id: "problems".to_owned(), caption, columns, rows: rows.collect() };
    part("unassessed", "Not assessed", &[Block::Table(table)])
}

fn definitions(portfolio: &Portfolio) -> Part<'static> {
    let terms = words::DEFINITIONS
        .iter()
        .map(|(term, meaning)| Safe(format!("{}: {}", strong(&text(term)).0, text(meaning).0)));
    let told = [words::own_settings(portfolio), words::skipped(portfolio)];
    let told = told.iter().flatten().map(|sentence| paragraph(sentence));
    let made = format!("Made with gapcheck {}.", env!("CARGO_PKG_VERSION"));
    let body = [Block::List(terms.collect())].into_iter().chain(told).chain([paragraph(&made)]);
    part("definitions", "What the columns mean", &body.collect::<Vec<_>>())
}
