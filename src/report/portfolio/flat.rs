//! The table flat, a row for each organisation, those that could not be assessed as well: what CSV and JSON lines share.
//!
//! Columns may be added at the end; none is ever renamed, moved, removed or given another meaning.

use serde::Serialize;

use crate::model::assessment::Tally;
use crate::model::level::Level;
use crate::model::portfolio::{Client, Portfolio, Unassessed};
use crate::model::scope::Report;

/// A row. Of what could not be assessed only the first columns and the last two are known.
#[derive(Default, Serialize)]
pub(super) struct Row<'a> {
    pub(super) client: &'a str,
    pub(super) assessed: bool,
    pub(super) assessed_on: String,
    pub(super) tool_version: &'static str,
    pub(super) catalog: &'a str,
    pub(super) organization: Option<&'a str>,
    pub(super) system: Option<&'a str>,
    pub(super) report: Option<&'static str>,
    pub(super) report_as_of: Option<String>,
    pub(super) period_start: Option<String>,
    pub(super) period_end: Option<String>,
    pub(super) categories: Vec<String>,
    pub(super) criteria_total: Option<usize>,
    pub(super) criteria_applicable: Option<usize>,
    pub(super) criteria_not_applicable: Option<usize>,
    pub(super) design_no_gap: Option<usize>,
    pub(super) design_partial: Option<usize>,
    pub(super) design_unverified: Option<usize>,
    pub(super) design_gap: Option<usize>,
    pub(super) operation_no_gap: Option<usize>,
    pub(super) operation_partial: Option<usize>,
    pub(super) operation_unverified: Option<usize>,
    pub(super) operation_gap: Option<usize>,
    pub(super) claimed: Option<usize>,
    pub(super) evidenced: Option<usize>,
    pub(super) tested: Option<usize>,
    pub(super) open_very_high: Option<usize>,
    pub(super) open_high: Option<usize>,
    pub(super) open_moderate: Option<usize>,
    pub(super) open_low: Option<usize>,
    pub(super) open_very_low: Option<usize>,
    pub(super) open_total: Option<usize>,
    pub(super) worst_open: Option<String>,
    pub(super) accepted: Option<usize>,
    pub(super) tasks: Option<usize>,
    pub(super) tasks_overdue: Option<usize>,
    pub(super) plan_end: Option<String>,
    pub(super) report_ready: Option<String>,
    pub(super) promised: Option<&'static str>,
    pub(super) promised_day: Option<String>,
    pub(super) days_to_spare: Option<i64>,
    pub(super) verdict: Option<&'a str>,
    pub(super) own_settings: Option<usize>,
    pub(super) gate_exceeding: Option<usize>,
    pub(super) problems: usize,
    pub(super) first_problem: Option<&'a str>,
}

/// The rows: those assessed in the order of the table, then the others by name.
pub(super) fn rows(portfolio: &Portfolio) -> impl Iterator<Item = Row<'_>> {
    let assessed = portfolio.clients.iter().map(|client| of_client(portfolio, client));
    assessed.chain(portfolio.unassessed.iter().map(|one| of_unassessed(portfolio, one)))
}

fn of_unassessed<'a>(portfolio: &'a Portfolio, unassessed: &'a Unassessed) -> Row<'a> {
    Row {
        client: &unassessed.name,
        problems: unassessed.problems,
        first_problem: Some(&unassessed.first),
        ..common(portfolio)
    }
}

fn common(portfolio: &Portfolio) -> Row<'_> {
    Row {
        assessed_on: portfolio.as_of.to_string(),
        tool_version: env!("CARGO_PKG_VERSION"),
        catalog: &portfolio.catalog.0,
        ..Row::default()
    }
}

fn of_client<'a>(portfolio: &'a Portfolio, client: &'a Client) -> Row<'a> {
    let open = |level| Some(client.open(level));
    Row {
        open_very_high: open(Level::VeryHigh),
        open_high: open(Level::High),
        open_moderate: open(Level::Moderate),
        open_low: open(Level::Low),
        open_very_low: open(Level::VeryLow),
        open_total: Some(client.summary.open_total()),
        worst_open: client.worst().map(Level::snake),
        accepted: Some(client.summary.accepted),
        tasks: Some(client.tasks),
        tasks_overdue: Some(client.overdue),
        plan_end: client.plan_end.map(|day| day.to_string()),
        report_ready: client.report_ready.map(|day| day.to_string()),
        promised: client.promise.map(|promise| promise.what),
        promised_day: client.promise.map(|promise| promise.day.to_string()),
        days_to_spare: client.promise.map(|promise| promise.spare),
        verdict: client.verdict.as_deref(),
        own_settings: Some(client.own_settings),
        gate_exceeding: portfolio.fail_on.map(|_| client.exceeding),
        ..judged(scoped(common(portfolio), client), client)
    }
}

/// What a report is to cover.
fn scoped<'a>(row: Row<'a>, client: &'a Client) -> Row<'a> {
    let (report, as_of, period) = match &client.report {
        Report::Type1 { as_of } => ("type1", Some(as_of.to_string()), None),
        Report::Type2 { period } => ("type2", None, Some(period)),
    };
    Row {
        client: &client.name,
        assessed: true,
        organization: Some(&client.organization),
        system: client.system.as_deref(),
        report: Some(report),
        report_as_of: as_of,
        period_start: period.map(|period| period.start.to_string()),
        period_end: period.map(|period| period.end.to_string()),
        categories: client.categories.iter().map(|category| category.snake()).collect(),
        ..row
    }
}

/// What was concluded of the criteria.
fn judged<'a>(row: Row<'a>, client: &'a Client) -> Row<'a> {
    let summary = &client.summary;
    let operation = |of: fn(&Tally) -> usize| summary.operation.as_ref().map(of);
    Row {
        criteria_total: Some(summary.criteria),
        criteria_applicable: Some(summary.applicable),
        criteria_not_applicable: Some(summary.not_applicable),
        design_no_gap: Some(summary.design.no_gap),
        design_partial: Some(summary.design.partial),
        design_unverified: Some(summary.design.unverified),
        design_gap: Some(summary.design.gap),
        operation_no_gap: operation(|tally| tally.no_gap),
        operation_partial: operation(|tally| tally.partial),
        operation_unverified: operation(|tally| tally.unverified),
        operation_gap: operation(|tally| tally.gap),
        claimed: Some(summary.claimed),
        evidenced: Some(summary.evidenced),
        tested: Some(summary.tested),
        ..row
    }
}
