//! The counts, of everything, whatever is listed.

use serde::Serialize;

use crate::model::assessment;
use crate::model::level::Level;
use crate::text::percent::percent;

/// All counts.
#[derive(Serialize)]
pub(super) struct Summary {
    criteria: Criteria,
    design: Tally,
    operation: Option<Tally>,
    coverage: Coverage,
    gaps: Gaps,
    areas: Vec<Area>,
    categories: Vec<Category>,
}

impl Summary {
    pub(super) fn of(summary: &assessment::Summary) -> Self {
        let areas = summary.areas.iter();
        let categories = summary.categories.iter();
        Self {
            criteria: Criteria {
                total: summary.criteria,
                applicable: summary.applicable,
                not_applicable: summary.not_applicable,
            },
            design: Tally::of(&summary.design),
            operation: summary.operation.as_ref().map(Tally::of),
            coverage: Coverage::of(summary),
            gaps: Gaps::of(summary),
            areas: areas.map(|area| Area { area: area.area.snake(), counts: Counts::of(&area.counts) }).collect(),
            categories: categories
                .map(|group| Category { category: group.category.snake(), counts: Counts::of(&group.counts) })
                .collect(),
        }
    }
}

/// The counts of the whole alone, without those of areas and categories.
#[derive(Serialize)]
pub(in crate::report) struct Heads {
    criteria: Criteria,
    design: Tally,
    operation: Option<Tally>,
    coverage: Coverage,
    gaps: Gaps,
}

impl Heads {
    pub(in crate::report) fn of(summary: &assessment::Summary) -> Self {
        let Summary { criteria, design, operation, coverage, gaps, .. } = Summary::of(summary);
        Self { criteria, design, operation, coverage, gaps }
    }
}

/// The criteria of the selected categories.
#[derive(Serialize)]
struct Criteria {
    total: usize,
    applicable: usize,
    not_applicable: usize,
}

/// Applicable criteria by verdict; the four add up to all of them.
#[derive(Serialize)]
struct Tally {
    no_gap: usize,
    partial: usize,
    unverified: usize,
    gap: usize,
}

impl Tally {
    fn of(tally: &assessment::Tally) -> Self {
        Self { no_gap: tally.no_gap, partial: tally.partial, unverified: tally.unverified, gap: tally.gap }
    }
}

/// What is claimed, evidenced and tested, of the applicable criteria; percent are whole and rounded down.
#[derive(Serialize)]
struct Coverage {
    claimed: usize,
    evidenced: usize,
    tested: usize,
    of: usize,
    claimed_percent: Option<u8>,
    evidenced_percent: Option<u8>,
    tested_percent: Option<u8>,
}

impl Coverage {
    fn of(summary: &assessment::Summary) -> Self {
        let of = summary.applicable;
        Self {
            claimed: summary.claimed,
            evidenced: summary.evidenced,
            tested: summary.tested,
            of,
            claimed_percent: percent(summary.claimed, of),
            evidenced_percent: percent(summary.evidenced, of),
            tested_percent: percent(summary.tested, of),
        }
    }
}

/// Open gaps by level with their total; those accepted and those of the baseline are counted apart.
#[derive(Serialize)]
struct Gaps {
    very_high: usize,
    high: usize,
    moderate: usize,
    low: usize,
    very_low: usize,
    total: usize,
    accepted: usize,
    baseline: usize,
}

impl Gaps {
    fn of(summary: &assessment::Summary) -> Self {
        let open = |level| summary.open.get(&level).copied().unwrap_or(0);
        Self {
            very_high: open(Level::VeryHigh),
            high: open(Level::High),
            moderate: open(Level::Moderate),
            low: open(Level::Low),
            very_low: open(Level::VeryLow),
            total: summary.open_total(),
            accepted: summary.accepted,
            baseline: summary.baseline,
        }
    }
}

/// The counts of a subject that cuts across the series.
#[derive(Serialize)]
struct Area {
    area: String,
    #[serde(flatten)]
    counts: Counts,
}

/// The counts of a category.
#[derive(Serialize)]
struct Category {
    category: String,
    #[serde(flatten)]
    counts: Counts,
}

/// The counts of a group of applicable criteria; the first four verdicts are those on design.
#[derive(Serialize)]
struct Counts {
    criteria: usize,
    #[serde(flatten)]
    design: Tally,
    operation: Option<Tally>,
    claimed: usize,
    evidenced: usize,
    tested: usize,
    worst: Option<String>,
}

impl Counts {
    fn of(counts: &assessment::Counts) -> Self {
        Self {
            criteria: counts.criteria,
            design: Tally::of(&counts.design),
            operation: counts.operation.as_ref().map(Tally::of),
            claimed: counts.claimed,
            evidenced: counts.evidenced,
            tested: counts.tested,
            worst: counts.worst.map(Level::snake),
        }
    }
}
