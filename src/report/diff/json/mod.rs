//! What changed, as JSON: structs of their own, frozen by version. The published schema is `schemas/diff-v1.schema.json`.

mod changed;
mod side;

use serde::Serialize;

use crate::model::cause::{Altered, Cause};
use crate::model::difference::{Change, Count, Difference};
use crate::model::level::Level;
use crate::report::diff::DiffFormat;
use crate::report::diff::json::changed::{ControlLine, CriterionLine, GapLine};
use crate::report::diff::json::side::Compared;
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
                fail_on: difference.gate.fail_on.map(Level::snake),
                failed: difference.gate.failed(),
                exceeding: exceeding.map(|gap| gap.id.as_str()).collect(),
            },
        }
    }
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
