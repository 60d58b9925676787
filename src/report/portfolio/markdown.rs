//! The table in Markdown.

use crate::model::date::Date;
use crate::model::portfolio::{Client, Portfolio};
use crate::report::account;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::{Column, Page};
use crate::report::markdown::words::{code, plain, sentence};
use crate::report::portfolio::PortfolioFormat;
use crate::report::portfolio::words as said;
use crate::text::capital::capital;
use crate::text::count::number;

/// The format `markdown`.
pub(super) static FORMAT: PortfolioFormat = PortfolioFormat {
    name: "markdown",
    extension: "md",
    summary: "tables, as GitHub shows them",
    styled: false,
    render,
};

const VERDICTS: [Column; 9] = [
    Words("Organisation"),
    Words("Inventory"),
    Words("Report"),
    Words("Criteria"),
    Number("Design"),
    Number("Operation"),
    Number("Claimed / evidenced / tested"),
    Number("Open gaps"),
    Number("Accepted"),
];
const PLANS: [Column; 6] = [
    Words("Organisation"),
    Number("Overdue"),
    Words("Plan ends"),
    Words("Report ready"),
    Words("Promised"),
    Words("Whether it can hold"),
];

fn render(portfolio: &Portfolio, _: usize) -> String {
    let mut page = Page::default();
    page.heading(1, "Portfolio: SOC 2 gap assessment");
    page.block(&format!("{}.", capital(&said::headline(portfolio))));
    let told = [said::could_not(portfolio), said::gate(portfolio)];
    for sentence in told.into_iter().flatten() {
        page.block(&format!("**{}.**", plain(&capital(&sentence))));
    }
    page.block(account::LIMITS);
    if !portfolio.clients.is_empty() {
        page.heading(2, "Verdicts, evidence and gaps");
        page.table(&VERDICTS, portfolio.clients.iter().map(verdicts).chain([totals(portfolio)]));
        page.heading(2, "Plans and promises");
        page.table(&PLANS, portfolio.clients.iter().map(plans).chain([total_plans(portfolio)]));
        page.heading(2, "Where to look first");
        let worst = said::worst(portfolio).into_iter();
        page.list(worst.map(|(what, client, value)| format!("{what}: {}, {value}", plain(&said::who(client)))));
    }
    unassessed(portfolio, &mut page);
    page.heading(2, "What the columns mean");
    page.list(said::DEFINITIONS.iter().map(|(term, meaning)| format!("**{term}**: {meaning}")));
    for sentence in [said::own_settings(portfolio), said::skipped(portfolio)].into_iter().flatten() {
        page.block(&plain(&sentence));
    }
    page.into_text()
}

fn unassessed(portfolio: &Portfolio, page: &mut Page) {
    if portfolio.unassessed.is_empty() {
        return;
    }
    page.heading(2, "Not assessed");
    let rows = portfolio.unassessed.iter().map(|one| vec![plain(&one.name), sentence(&said::why_not(one))]);
    page.table(&[Words("Inventory"), Words("Why not")], rows);
}

fn verdicts(client: &Client) -> Vec<String> {
    let summary = &client.summary;
    vec![
        plain(&said::name(client)),
        code(&client.name),
        said::report(client),
        said::criteria(client),
        said::tally(Some(summary.design)),
        said::tally(summary.operation),
        said::coverage(summary),
        said::open(summary),
        number(summary.accepted),
    ]
}

fn totals(portfolio: &Portfolio) -> Vec<String> {
    let summary = &portfolio.totals.summary;
    vec![
        "**All assessed**".to_owned(),
        String::new(),
        String::new(),
        said::applicable(summary),
        said::tally(Some(summary.design)),
        said::tally(summary.operation),
        said::coverage(summary),
        said::open(summary),
        number(summary.accepted),
    ]
}

fn plans(client: &Client) -> Vec<String> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        plain(&said::name(client)),
        number(client.overdue),
        day(client.plan_end),
        day(client.report_ready),
        client.promise.as_ref().map(said::promise).unwrap_or_default(),
        client.verdict.as_deref().map(plain).unwrap_or_default(),
    ]
}

fn total_plans(portfolio: &Portfolio) -> Vec<String> {
    let totals = &portfolio.totals;
    let last = |day: Option<Date>| day.map(|day| format!("last {day}")).unwrap_or_default();
    vec![
        "**All assessed**".to_owned(),
        number(totals.overdue),
        last(totals.plan_end),
        last(totals.report_ready),
        said::promises(portfolio),
        String::new(),
    ]
}
