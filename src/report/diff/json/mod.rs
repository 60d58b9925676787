//! What changed, as JSON: structs of their own, frozen by version. The published schema is `schemas/diff-v1.schema.json`.

use serde::Serialize;

use crate::model::cause::{Altered, Cause};
use crate::model::difference::{Change, ControlChange, Count, CriterionChange, Difference, GapChange, GapState};
use crate::model::scope::Report;
use crate::model::snapshot::{GapStand, Side};
use crate::model::verdict::Verdict;
use crate::model::way::Way;
use crate::report::diff::DiffFormat;
use crate::report::json::tool::Tool;

/// The format `json`.
pub(super) static FORMAT: DiffFormat = DiffFormat {
    name: "json",
    extension: "json",
    summary: "for machines, in a form that is frozen by version",
    styled: false,
    render,
};

fn render(difference: &Difference, _: usize) -> String {
    crate::report::json::pretty(&Document::of(difference))
}

/// The whole document. Keys may be added; none is renamed, removed or given another meaning.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    old: Compared<'a>,
    new: Compared<'a>,
    notes: &'a [String],
    causes: Option<&'static [Cause]>,
    summary: Summary,
    counts: Vec<CountLine<'a>>,
    gaps: Vec<GapLine<'a>>,
    criteria: Vec<CriterionLine<'a>>,
    controls: Vec<ControlLine<'a>>,
    altered: Vec<Group<'a>>,
    gate: Gate<'a>,
}

impl<'a> Document<'a> {
    fn of(difference: &'a Difference) -> Self {
        let of = |change| difference.gaps_that(change).count();
        let exceeding = difference.gate.exceeding.iter().filter_map(|at| difference.gaps.get(*at));
        Self {
            schema_version: 1,
            tool: Tool::this(),
            old: Compared::of(&difference.old),
            new: Compared::of(&difference.new),
            notes: &difference.notes,
            causes: difference.causes_known.then_some(Cause::ALL),
            summary: Summary {
                new: of(Change::New),
                worsened: of(Change::Worsened),
                improved: of(Change::Improved),
                resolved: of(Change::Resolved),
                unchanged: of(Change::Unchanged),
            },
            counts: difference.counts.iter().map(CountLine::of).collect(),
            gaps: difference.gaps.iter().map(GapLine::of).collect(),
            criteria: difference.criteria.iter().map(CriterionLine::of).collect(),
            controls: difference.controls.iter().map(ControlLine::of).collect(),
            altered: difference.altered.iter().map(Group::of).collect(),
            gate: Gate {
                fail_on: difference.gate.fail_on.map(crate::model::level::Level::snake),
                failed: difference.gate.failed(),
                exceeding: exceeding.map(|gap| gap.id.as_str()).collect(),
            },
        }
    }
}

/// One of the two.
#[derive(Serialize)]
struct Compared<'a> {
    path: &'a str,
    kind: &'static str,
    as_of: String,
    organization: &'a str,
    scope: Scope<'a>,
    catalog: Catalog<'a>,
    version: &'a str,
}

impl<'a> Compared<'a> {
    fn of(side: &'a Side) -> Self {
        let (report, as_of, period) = match &side.report {
            Report::Type1 { as_of } => ("type1", Some(as_of.to_string()), None),
            Report::Type2 { period } => {
                ("type2", None, Some(Period { start: period.start.to_string(), end: period.end.to_string() }))
            }
        };
        let categories = side.categories.iter().map(|category| category.snake()).collect();
        Self {
            path: &side.path,
            kind: if side.is_result { "result" } else { "inventory" },
            as_of: side.as_of.to_string(),
            organization: &side.organization,
            scope: Scope { system: side.system.as_deref(), categories, report, as_of, period },
            catalog: Catalog { edition: &side.catalog.0, digest: &side.catalog.1 },
            version: &side.version,
        }
    }
}

/// What the report is to cover: `as_of` for type 1, `period` for type 2, never both.
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

/// The criteria it was assessed against.
#[derive(Serialize)]
struct Catalog<'a> {
    edition: &'a str,
    digest: &'a str,
}

/// How many gaps became what.
#[derive(Serialize)]
struct Summary {
    new: usize,
    worsened: usize,
    improved: usize,
    resolved: usize,
    unchanged: usize,
}

/// A count; what is under `by` adds up to `change`.
#[derive(Serialize)]
struct CountLine<'a> {
    count: &'a str,
    old: usize,
    new: usize,
    change: i64,
    by: Vec<Share>,
}

impl<'a> CountLine<'a> {
    fn of(count: &'a Count) -> Self {
        let by = count.by.iter().map(|(cause, change)| Share { cause: *cause, change: *change }).collect();
        Self { count: &count.key, old: count.before, new: count.after, change: count.change(), by }
    }
}

/// What one cause did to a count.
#[derive(Serialize)]
struct Share {
    cause: Option<Cause>,
    change: i64,
}

/// A gap of either; `by` is the cause of its change, `way` every step of it.
#[derive(Serialize)]
struct GapLine<'a> {
    id: &'a str,
    change: &'static str,
    by: Option<Cause>,
    rule: &'a str,
    title: &'a str,
    old: Option<Stand>,
    new: Option<Stand>,
    way: Vec<Step<Option<State>>>,
}

impl<'a> GapLine<'a> {
    fn of(gap: &'a GapChange) -> Self {
        let stand = gap.stand();
        let way = gap.way.turns().iter().map(|turn| Step { cause: turn.cause, to: turn.to.as_ref().map(State::of) });
        Self {
            id: &gap.id,
            change: gap.change.word(),
            by: gap.cause,
            rule: stand.map_or("", |stand| &stand.rule),
            title: stand.map_or("", |stand| &stand.title),
            old: gap.before.as_ref().map(Stand::of),
            new: gap.after.as_ref().map(Stand::of),
            way: way.collect(),
        }
    }
}

const fn treatment(accepted: bool) -> &'static str {
    if accepted { "accepted" } else { "open" }
}

/// How a gap stood.
#[derive(Serialize)]
struct Stand {
    level: String,
    score: u8,
    treatment: &'static str,
}

impl Stand {
    fn of(stand: &GapStand) -> Self {
        Self { level: stand.level.snake(), score: stand.score, treatment: treatment(stand.accepted) }
    }
}

/// How a gap stands between two steps.
#[derive(Serialize)]
struct State {
    level: String,
    treatment: &'static str,
}

impl State {
    fn of(state: &GapState) -> Self {
        Self { level: state.level.snake(), treatment: treatment(state.accepted) }
    }
}

/// A step at which something changed for good: `null` where it is gone.
#[derive(Serialize)]
struct Step<To> {
    cause: Option<Cause>,
    to: To,
}

/// Something before and now, and every step between.
#[derive(Serialize)]
struct Walked<State> {
    old: State,
    new: State,
    way: Vec<Step<State>>,
}

impl<State> Walked<State> {
    fn of<From: PartialEq>(way: &Way<From>, shown: impl Fn(&From) -> State) -> Self {
        let steps = way.turns().iter().map(|turn| Step { cause: turn.cause, to: shown(&turn.to) });
        Self { old: shown(way.before()), new: shown(way.after()), way: steps.collect() }
    }
}

fn verdict(way: &Way<Option<Verdict>>) -> Walked<Option<String>> {
    Walked::of(way, |verdict| verdict.map(Verdict::snake))
}

fn flag(way: &Way<bool>) -> Walked<bool> {
    Walked::of(way, |holds| *holds)
}

/// A criterion of which something changed; a verdict is `null` where the criterion is not in scope, or not judged.
#[derive(Serialize)]
struct CriterionLine<'a> {
    id: String,
    title: &'a str,
    design: Walked<Option<String>>,
    operation: Walked<Option<String>>,
    claimed: Walked<bool>,
    evidenced: Walked<bool>,
    tested: Walked<bool>,
}

impl<'a> CriterionLine<'a> {
    fn of(one: &'a CriterionChange) -> Self {
        Self {
            id: one.id.to_string(),
            title: &one.title,
            design: verdict(&one.design),
            operation: verdict(&one.operation),
            claimed: flag(&one.claimed),
            evidenced: flag(&one.evidenced),
            tested: flag(&one.tested),
        }
    }
}

/// A control whose verdicts changed; a verdict is `null` where the control is not there, or not judged.
#[derive(Serialize)]
struct ControlLine<'a> {
    id: &'a str,
    name: &'a str,
    design: Walked<Option<String>>,
    operation: Walked<Option<String>>,
}

impl<'a> ControlLine<'a> {
    fn of(one: &'a ControlChange) -> Self {
        Self { id: &one.id, name: &one.name, design: verdict(&one.design), operation: verdict(&one.operation) }
    }
}

/// What a group of the inventories says differently.
#[derive(Serialize)]
struct Group<'a> {
    cause: Cause,
    subjects: Vec<Subject<'a>>,
}

impl<'a> Group<'a> {
    fn of(altered: &'a Altered) -> Self {
        let subjects = altered.subjects.iter().map(|(id, what)| Subject { id, what: what.word() });
        Self { cause: altered.cause, subjects: subjects.collect() }
    }
}

/// One thing in it.
#[derive(Serialize)]
struct Subject<'a> {
    id: &'a str,
    what: &'static str,
}

/// The gate over what is new or worsened.
#[derive(Serialize)]
struct Gate<'a> {
    fail_on: Option<String>,
    failed: bool,
    exceeding: Vec<&'a str>,
}
