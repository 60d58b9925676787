//! The trend as JSON: structs of their own, frozen by version. The published schema is `schemas/trend-v1.schema.json`.

mod point;

use serde::Serialize;

use crate::model::date::Date;
use crate::model::trend::{Basis, Every, Skipped, Trend};
use crate::report::json::tool::Tool;
use crate::report::trend::json::point::{PointLine, RevisionLine};
use crate::report::trend::{TrendFormat, words};

/// The format `json`.
pub(super) static FORMAT: TrendFormat = TrendFormat {
    name: "json",
    extension: "json",
    summary: "for machines, in a form that is frozen by version",
    styled: false,
    render,
};

fn render(trend: &Trend, _: usize) -> String {
    crate::report::json::pretty(&Document::of(trend))
}

/// The whole document. Keys may be added; none is renamed, removed or given another meaning.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    inventory: &'a [String],
    organization: &'a str,
    basis: BasisLine,
    asked: Asked,
    history: History<'a>,
    points: Vec<PointLine<'a>>,
    skipped: Vec<SkippedLine<'a>>,
    notes: Vec<String>,
}

impl<'a> Document<'a> {
    fn of(trend: &'a Trend) -> Self {
        let (judged_on, as_of) = match trend.basis {
            Basis::OwnDay => ("own_day", None),
            Basis::OneDay(day) => ("one_day", Some(day)),
        };
        let wanted = &trend.wanted;
        Self {
            schema_version: 1,
            tool: Tool::this(),
            inventory: &trend.inventory,
            organization: words::organization(trend),
            basis: BasisLine { judged_on, as_of, files_assumed: trend.files_assumed },
            asked: Asked {
                since: wanted.since,
                until: wanted.until,
                every: wanted.every.map(Every::word),
                max: wanted.max,
            },
            history: History {
                revisions: trend.revisions,
                left_out: trend.left_out(),
                assessments: trend.assessments,
                shallow: trend.shallow.as_ref().map(RevisionLine::of),
                formerly: &trend.formerly,
                uncommitted_files: trend.uncommitted_files,
                lfs_pointers: trend.pointers,
            },
            points: trend.points.iter().map(PointLine::of).collect(),
            skipped: trend.skipped.iter().map(SkippedLine::of).collect(),
            notes: words::notes(trend),
        }
    }
}

/// On which day revisions were judged, and whether files were looked for.
#[derive(Serialize)]
struct BasisLine {
    judged_on: &'static str,
    as_of: Option<Date>,
    files_assumed: bool,
}

/// Which revisions were asked for.
#[derive(Serialize)]
struct Asked {
    since: Option<Date>,
    until: Option<Date>,
    every: Option<&'static str>,
    max: Option<usize>,
}

/// What the history has.
#[derive(Serialize)]
struct History<'a> {
    revisions: usize,
    left_out: usize,
    assessments: usize,
    shallow: Option<RevisionLine<'a>>,
    formerly: &'a [String],
    uncommitted_files: usize,
    lfs_pointers: usize,
}

/// A revision that could not be assessed; without one, what stands now.
#[derive(Serialize)]
struct SkippedLine<'a> {
    revision: Option<RevisionLine<'a>>,
    why: &'a str,
    problems: usize,
}

impl<'a> SkippedLine<'a> {
    fn of(skipped: &'a Skipped) -> Self {
        Self {
            revision: skipped.revision.as_ref().map(RevisionLine::of),
            why: &skipped.why,
            problems: skipped.problems,
        }
    }
}
