//! A revision and what was concluded of it, as JSON.

use serde::Serialize;

use crate::model::assessment::Tally;
use crate::model::date::Date;
use crate::model::level::Level;
use crate::model::trend::{Change, Point, Revision};

/// A revision.
#[derive(Serialize)]
pub(super) struct RevisionLine<'a> {
    hash: &'a str,
    committed: Date,
    authored: Date,
    subject: &'a str,
}

impl<'a> RevisionLine<'a> {
    pub(super) fn of(revision: &'a Revision) -> Self {
        let Revision { hash, committed, authored, subject } = revision;
        Self { hash, committed: *committed, authored: *authored, subject }
    }
}

/// A revision that was assessed; without one, what stands now.
#[derive(Serialize)]
pub(super) struct PointLine<'a> {
    revision: Option<RevisionLine<'a>>,
    as_of: Date,
    paths: &'a [String],
    organization: &'a str,
    scope: Scope,
    criteria: Criteria,
    design: Verdicts,
    operation: Option<Verdicts>,
    coverage: Coverage,
    gaps: Gaps,
    change: Option<ChangeLine>,
}

impl<'a> PointLine<'a> {
    pub(super) fn of(point: &'a Point) -> Self {
        let (readiness, summary) = (&point.readiness, &point.readiness.summary);
        let categories = readiness.categories.iter().map(|category| category.snake()).collect();
        Self {
            revision: point.revision.as_ref().map(RevisionLine::of),
            as_of: point.as_of,
            paths: &point.paths,
            organization: &readiness.organization,
            scope: Scope { categories, report: if readiness.type2 { "type2" } else { "type1" } },
            criteria: Criteria {
                total: summary.criteria,
                applicable: summary.applicable,
                not_applicable: summary.not_applicable,
            },
            design: Verdicts::of(summary.design),
            operation: summary.operation.map(Verdicts::of),
            coverage: Coverage {
                claimed: summary.claimed,
                evidenced: summary.evidenced,
                tested: summary.tested,
                of: summary.applicable,
            },
            gaps: Gaps {
                very_high: readiness.open(Level::VeryHigh),
                high: readiness.open(Level::High),
                moderate: readiness.open(Level::Moderate),
                low: readiness.open(Level::Low),
                very_low: readiness.open(Level::VeryLow),
                total: summary.open_total(),
                accepted: summary.accepted,
            },
            change: point.change.as_ref().map(ChangeLine::of),
        }
    }
}

/// What the report was to cover.
#[derive(Serialize)]
struct Scope {
    categories: Vec<String>,
    report: &'static str,
}

/// How many criteria there were.
#[derive(Serialize)]
struct Criteria {
    total: usize,
    applicable: usize,
    not_applicable: usize,
}

/// Applicable criteria by verdict.
#[derive(Serialize)]
struct Verdicts {
    no_gap: usize,
    partial: usize,
    unverified: usize,
    gap: usize,
}

impl Verdicts {
    const fn of(tally: Tally) -> Self {
        Self { no_gap: tally.no_gap, partial: tally.partial, unverified: tally.unverified, gap: tally.gap }
    }
}

/// The three counts beside each other.
#[derive(Serialize)]
struct Coverage {
    claimed: usize,
    evidenced: usize,
    tested: usize,
    of: usize,
}

/// Open gaps by level, and those somebody signed for.
#[derive(Serialize)]
struct Gaps {
    very_high: usize,
    high: usize,
    moderate: usize,
    low: usize,
    very_low: usize,
    total: usize,
    accepted: usize,
}

/// What changed since the point before.
#[derive(Serialize)]
struct ChangeLine {
    design_no_gap: i64,
    operation_no_gap: Option<i64>,
    claimed: i64,
    evidenced: i64,
    tested: i64,
    gaps: i64,
    scope_changed: bool,
    renamed: bool,
}

impl ChangeLine {
    const fn of(change: &Change) -> Self {
        Self {
            design_no_gap: change.design,
            operation_no_gap: change.operation,
            claimed: change.claimed,
            evidenced: change.evidenced,
            tested: change.tested,
            gaps: change.open,
            scope_changed: change.scope,
            renamed: change.renamed,
        }
    }
}
