//! The table as JSON: structs of their own, frozen by version. What stands under `summary` is what the result of each
//! organisation holds there, without areas and categories.

use serde::Serialize;

use crate::model::level::Level;
use crate::model::portfolio;
use crate::model::portfolio::Portfolio;
use crate::model::scope;
use crate::report::json::tool::Tool;
use crate::report::json::v1::summary::Heads;
use crate::report::portfolio::PortfolioFormat;
use crate::report::portfolio::words::{DEFINITIONS, spare, worst};

/// The format `json`.
pub(super) static FORMAT: PortfolioFormat = PortfolioFormat {
    name: "json",
    extension: "json",
    summary: "for machines, in a form that is frozen by version",
    styled: false,
    render,
};

fn render(portfolio: &Portfolio, _: usize) -> String {
    crate::report::json::pretty(&Document::of(portfolio))
}

/// The whole document. Keys may be added; none is renamed, removed or given another meaning.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    catalog: Catalog<'a>,
    as_of: String,
    sort: &'static str,
    inventories: Inventories,
    definitions: Vec<Definition>,
    clients: Vec<Client<'a>>,
    unassessed: Vec<Unassessed<'a>>,
    skipped: &'a [String],
    totals: Totals,
    worst: Vec<Worst<'a>>,
    gate: Gate<'a>,
}

impl<'a> Document<'a> {
    fn of(portfolio: &'a Portfolio) -> Self {
        let unassessed = |one: &'a portfolio::Unassessed| Unassessed {
            client: &one.name,
            problems: one.problems,
            first_problem: &one.first,
        };
        Self {
            schema_version: 1,
            tool: Tool::this(),
            catalog: Catalog { edition: &portfolio.catalog.0, digest: &portfolio.catalog.1 },
            as_of: portfolio.as_of.to_string(),
            sort: portfolio.order.word(),
            inventories: Inventories {
                total: portfolio.len(),
                assessed: portfolio.clients.len(),
                unassessed: portfolio.unassessed.len(),
            },
            definitions: DEFINITIONS.map(|(term, meaning)| Definition { term, meaning }).into(),
            clients: portfolio.clients.iter().map(Client::of).collect(),
            unassessed: portfolio.unassessed.iter().map(unassessed).collect(),
            skipped: &portfolio.skipped,
            totals: Totals::of(&portfolio.totals),
            worst: worst(portfolio)
                .into_iter()
                .map(|(what, client, value)| Worst { what, client: &client.name, value })
                .collect(),
            gate: Gate {
                fail_on: portfolio.fail_on.map(Level::snake),
                failed: portfolio.failing().next().is_some(),
                failing: portfolio.failing().map(|client| client.name.as_str()).collect(),
            },
        }
    }
}

/// The criteria.
#[derive(Serialize)]
struct Catalog<'a> {
    edition: &'a str,
    digest: &'a str,
}

/// How many inventories there are.
#[derive(Serialize)]
struct Inventories {
    total: usize,
    assessed: usize,
    unassessed: usize,
}

/// What a column means.
#[derive(Serialize)]
struct Definition {
    term: &'static str,
    meaning: &'static str,
}

/// An organisation. `client` is the name of its file or folder.
#[derive(Serialize)]
struct Client<'a> {
    #[serde(rename = "client")]
    name: &'a str,
    organization: &'a str,
    scope: Scope<'a>,
    summary: Heads,
    worst_open: Option<String>,
    tasks: usize,
    tasks_overdue: usize,
    plan_end: Option<String>,
    report_ready: Option<String>,
    promise: Option<Promise>,
    verdict: Option<&'a str>,
    own_settings: usize,
    gate_exceeding: usize,
    reports: Vec<Report<'a>>,
}

impl<'a> Client<'a> {
    fn of(client: &'a portfolio::Client) -> Self {
        Self {
            name: &client.name,
            organization: &client.organization,
            scope: Scope::of(client),
            summary: Heads::of(&client.summary),
            worst_open: client.worst().map(Level::snake),
            tasks: client.tasks,
            tasks_overdue: client.overdue,
            plan_end: client.plan_end.map(|day| day.to_string()),
            report_ready: client.report_ready.map(|day| day.to_string()),
            promise: client.promise.as_ref().map(Promise::of),
            verdict: client.verdict.as_deref(),
            own_settings: client.own_settings,
            gate_exceeding: client.exceeding,
            reports: client.reports.iter().map(|one| Report { format: one.format, file: &one.file }).collect(),
        }
    }
}

/// What its report is to cover: `as_of` for type 1, `period` for type 2, never both.
#[derive(Serialize)]
struct Scope<'a> {
    system: Option<&'a str>,
    categories: Vec<String>,
    report: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
}

/// A stretch of time, first and last day included.
#[derive(Serialize)]
struct Period {
    start: String,
    end: String,
}

impl<'a> Scope<'a> {
    fn of(client: &'a portfolio::Client) -> Self {
        let (report, as_of, period) = match &client.report {
            scope::Report::Type1 { as_of } => ("type1", Some(as_of.to_string()), None),
            scope::Report::Type2 { period } => {
                ("type2", None, Some(Period { start: period.start.to_string(), end: period.end.to_string() }))
            }
        };
        let categories = client.categories.iter().map(|category| category.snake()).collect();
        Self { system: client.system.as_deref(), categories, report, as_of, period }
    }
}

/// What was promised to customers, and how it stands.
#[derive(Serialize)]
struct Promise {
    what: &'static str,
    date: String,
    days_to_spare: i64,
    told: String,
}

impl Promise {
    fn of(promise: &portfolio::Promise) -> Self {
        Self { what: promise.what, date: promise.day.to_string(), days_to_spare: promise.spare, told: spare(promise) }
    }
}

/// A report written for it.
#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    file: &'a str,
}

/// An inventory that could not be assessed.
#[derive(Serialize)]
struct Unassessed<'a> {
    client: &'a str,
    problems: usize,
    first_problem: &'a str,
}

/// Sums over those assessed, and the latest of the days.
#[derive(Serialize)]
struct Totals {
    summary: Heads,
    tasks: usize,
    tasks_overdue: usize,
    plan_end: Option<String>,
    report_ready: Option<String>,
    promises_in_time: usize,
    promises_late: usize,
    gate_exceeding: usize,
}

impl Totals {
    fn of(totals: &portfolio::Totals) -> Self {
        Self {
            summary: Heads::of(&totals.summary),
            tasks: totals.tasks,
            tasks_overdue: totals.overdue,
            plan_end: totals.plan_end.map(|day| day.to_string()),
            report_ready: totals.report_ready.map(|day| day.to_string()),
            promises_in_time: totals.promises_kept,
            promises_late: totals.promises_late,
            gate_exceeding: totals.exceeding,
        }
    }
}

/// Who stands worst in something.
#[derive(Serialize)]
struct Worst<'a> {
    what: &'static str,
    client: &'a str,
    value: String,
}

/// The gate: who fails it, in the order of the table.
#[derive(Serialize)]
struct Gate<'a> {
    fail_on: Option<String>,
    failed: bool,
    failing: Vec<&'a str>,
}
