//! What is due, as JSON: structs of their own, frozen by version.

use serde::Serialize;

use crate::model::due::{Agenda, DueItem, DueKind};
use crate::model::scope::Report;
use crate::report::due::DueFormat;
use crate::report::json::tool::Tool;

/// The format `json`.
pub(super) static FORMAT: DueFormat = DueFormat {
    name: "json",
    extension: "json",
    summary: "for machines, in a form that is frozen by version",
    styled: false,
    render,
};

fn render(agenda: &Agenda<'_>, _: usize) -> String {
    crate::report::json::pretty(&Document::of(agenda))
}

/// The whole document. Keys may be added; none is renamed, removed or given another meaning.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    as_of: String,
    until: String,
    organization: &'a str,
    scope: Scope<'a>,
    owner: Option<&'a str>,
    summary: Summary,
    gate: Option<Gate>,
    items: Vec<Item<'a>>,
}

impl<'a> Document<'a> {
    fn of(agenda: &'a Agenda<'a>) -> Self {
        Self {
            schema_version: 1,
            tool: Tool::this(),
            as_of: agenda.horizon.as_of.to_string(),
            until: agenda.horizon.until.to_string(),
            organization: &agenda.inventory.organization,
            scope: Scope::of(agenda),
            owner: agenda.owner.as_deref(),
            summary: Summary::of(agenda),
            gate: agenda.gate.map(|gate| Gate {
                by: gate.by.map(|by| by.to_string()),
                failed: gate.failing > 0,
                failing: gate.failing,
            }),
            items: agenda.items.iter().map(|item| Item::of(agenda, item)).collect(),
        }
    }
}

/// What the report is to cover: `as_of` for type 1, `period` for type 2, never both.
#[derive(Serialize)]
struct Scope<'a> {
    system: Option<&'a str>,
    report: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
}

impl<'a> Scope<'a> {
    fn of(agenda: &'a Agenda<'a>) -> Self {
        let scope = &agenda.inventory.scope;
        let (report, as_of, period) = match &scope.report {
            Report::Type1 { as_of } => ("type1", Some(as_of.to_string()), None),
            Report::Type2 { period } => {
                ("type2", None, Some(Period { start: period.start.to_string(), end: period.end.to_string() }))
            }
        };
        Self { system: scope.system.as_deref(), report, as_of, period }
    }
}

/// A stretch of time, first and last day included.
#[derive(Serialize)]
struct Period {
    start: String,
    end: String,
}

/// The counts.
#[derive(Serialize)]
struct Summary {
    total: usize,
    overdue: usize,
    without_owner: usize,
    occurrence: usize,
    evidence: usize,
    document: usize,
    vendor: usize,
    report: usize,
    acceptance: usize,
}

impl Summary {
    fn of(agenda: &Agenda<'_>) -> Self {
        let of = |kind: DueKind| agenda.items.iter().filter(|item| item.kind == kind).count();
        Self {
            total: agenda.items.len(),
            overdue: agenda.overdue(),
            without_owner: agenda.without_owner(),
            occurrence: of(DueKind::Occurrence),
            evidence: of(DueKind::Evidence),
            document: of(DueKind::Document),
            vendor: of(DueKind::Vendor),
            report: of(DueKind::Report),
            acceptance: of(DueKind::Acceptance),
        }
    }
}

/// The gate.
#[derive(Serialize)]
struct Gate {
    by: Option<String>,
    failed: bool,
    failing: usize,
}

/// Something that falls due. `days_left` is negative when its day is past; what was never there is overdue with 0.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    kind: String,
    subject: &'a str,
    name: &'a str,
    due: String,
    days_left: i64,
    overdue: bool,
    collect: &'a str,
    occurrences: Option<Occurrences>,
    owner: Option<&'a str>,
    owner_name: Option<&'a str>,
    performer: Option<&'a str>,
    performer_name: Option<&'a str>,
    criteria: Vec<String>,
}

impl<'a> Item<'a> {
    fn of(agenda: &'a Agenda<'a>, item: &'a DueItem) -> Self {
        let name = |person: &'a String| agenda.inventory.person_name(person);
        Self {
            id: &item.identity,
            kind: item.kind.snake(),
            subject: &item.subject,
            name: &item.name,
            due: item.due.to_string(),
            days_left: agenda.days_left(item),
            overdue: item.overdue,
            collect: &item.collect,
            occurrences: item.occurrences.map(|occurrences| Occurrences {
                start: occurrences.time.start.to_string(),
                end: occurrences.time.end.to_string(),
                count: occurrences.count,
                collect_from: occurrences.collect_from.to_string(),
                last_due: occurrences.last_due.to_string(),
            }),
            owner: item.owner.as_deref(),
            owner_name: item.owner.as_ref().map(name),
            performer: item.performer.as_deref(),
            performer_name: item.performer.as_ref().map(name),
            criteria: item.criteria.iter().map(ToString::to_string).collect(),
        }
    }
}

/// The occurrences meant: their time, how many, from when on they can be collected, and when the last of them falls due.
#[derive(Serialize)]
struct Occurrences {
    start: String,
    end: String,
    count: usize,
    collect_from: String,
    last_due: String,
}
