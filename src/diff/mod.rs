//! What changed from one assessment to the next, and what changed it.
//!
//! Causes are arithmetic. The groups of what an inventory says are exchanged one after the other, in a fixed order, and what
//! stands between is assessed like any inventory. Whatever changes with a group, and stays changed, is put down to it.

pub mod altered;
pub mod counts;
pub mod follow;
pub mod hybrid;
mod links;
mod lists;
pub mod pair;
pub mod related;
mod same;

use crate::diff::follow::{Ways, cause_of};
use crate::diff::hybrid::{each, numbered_from};
use crate::diff::pair::Pair;
use crate::model::assessment::Gate;
use crate::model::catalog::Catalog;
use crate::model::cause::{Altered, Cause};
use crate::model::date::Date;
use crate::model::difference::{Change, ControlChange, CriterionChange, Difference, GapChange};
use crate::model::files::Files;
use crate::model::inventory::Inventory;
use crate::model::level::Level;
use crate::model::snapshot::{Assessed, GapStand, Snapshot};
use crate::model::way::Way;
use crate::text::natural::compare;

/// Two inventories with what was found of their files, between which the way is gone.
pub struct Between<'a> {
    /// The earlier one, as it reads on the day of the later one.
    pub old: &'a Inventory,
    /// What was found of its files.
    pub old_files: &'a Files,
    /// The later one.
    pub new: &'a Inventory,
    /// What was found of its files.
    pub new_files: &'a Files,
    /// From which number on the files of the later one are numbered: how many the earlier one has.
    pub numbered_from: u32,
}

/// How two assessments differ, and, where the inventories they are of are given, what changed what.
///
/// Whoever calls says how an inventory is assessed on a day with what was found of files. The gate is left open.
pub fn difference(
    old: Assessed,
    new: Assessed,
    between: Option<&Between<'_>>,
    catalog: &Catalog,
    assess: impl Fn(&Inventory, &Files, Date) -> Snapshot,
) -> Difference {
    let mut notes = related::notes(&old.side, &new.side);
    let mut ways = Ways::begin(&old.snapshot);
    let mut altered = Vec::new();
    if let Some(between) = between {
        let (a, b) = (between.old_files.found(), between.new_files.found());
        notes.extend(related::without_files(&old.side, a, b).or_else(|| related::without_files(&new.side, b, a)));
        let days = (old.side.as_of, new.side.as_of);
        altered = followed(between, days, &mut ways, assess);
    }
    // After the last group nothing is left; what two results alone differ in has no cause that could be told.
    ways.go(None, &new.snapshot);
    Difference {
        notes,
        causes_known: between.is_some(),
        altered,
        counts: counts::counts(&ways),
        gaps: gaps(&ways, &old.snapshot, &new.snapshot),
        criteria: criteria(&ways, catalog),
        controls: controls(&ways, &old.snapshot, &new.snapshot),
        gate: Gate::default(),
        old: old.side,
        new: new.side,
    }
}

/// Goes the way from one inventory to the other, and says what they say differently.
fn followed(
    between: &Between<'_>,
    (first, last): (Date, Date),
    ways: &mut Ways,
    assess: impl Fn(&Inventory, &Files, Date) -> Snapshot,
) -> Vec<Altered> {
    let mut files = between.old_files.clone();
    files.extend(between.new_files, between.numbered_from);
    let new = numbered_from(between.new, between.numbered_from);
    let pair = Pair { old: between.old, new: &new };
    if first != last {
        ways.go(Some(Cause::Time), &assess(between.old, &files, last));
    }
    let altered = altered::altered(pair, &files);
    each(pair, &altered, |cause, hybrid| ways.go(Some(cause), &assess(hybrid, &files, last)));
    altered
}

/// The gaps of both, by what became of them, then worst first.
fn gaps(ways: &Ways, old: &Snapshot, new: &Snapshot) -> Vec<GapChange> {
    let there = ways.gaps.iter().filter(|(id, _)| old.gaps.contains_key(*id) || new.gaps.contains_key(*id));
    let change = |(id, way): (&String, _)| {
        let (before, after) = (old.gaps.get(id).cloned(), new.gaps.get(id).cloned());
        let level = |stand: &Option<GapStand>| -> Option<Level> { stand.as_ref().map(|stand| stand.level) };
        let change = Change::between(level(&before), level(&after));
        let cause = (change != Change::Unchanged).then(|| cause_of(way)).flatten();
        GapChange { id: id.clone(), change, cause, before, after, way: way.clone() }
    };
    let mut gaps: Vec<GapChange> = there.map(change).collect();
    gaps.sort_by(|a, b| {
        let rank = |gap: &GapChange| gap.stand().map(|stand| (stand.level, stand.score));
        a.change.cmp(&b.change).then_with(|| rank(b).cmp(&rank(a))).then_with(|| compare(&a.id, &b.id))
    });
    gaps
}

/// The criteria of which something changed, in report order.
fn criteria(ways: &Ways, catalog: &Catalog) -> Vec<CriterionChange> {
    let changed = ways.criteria.iter().filter(|(_, way)| way.verdicts.changed() || way.flags.iter().any(Way::changed));
    let change = changed.map(|(id, way)| {
        let [claimed, evidenced, tested] = way.flags.clone();
        let title = catalog.criterion(*id).map(|criterion| criterion.title.clone()).unwrap_or_default();
        let (design, operation) = (way.verdicts.design.clone(), way.verdicts.operation.clone());
        CriterionChange { id: *id, title, design, operation, claimed, evidenced, tested }
    });
    change.collect()
}

/// The controls whose verdicts changed, by id.
fn controls(ways: &Ways, old: &Snapshot, new: &Snapshot) -> Vec<ControlChange> {
    let changed = ways.controls.iter().filter(|(_, way)| way.changed()).map(|(id, way)| {
        let stand = new.controls.get(id).or_else(|| old.controls.get(id));
        let name = stand.map(|stand| stand.name.clone()).unwrap_or_default();
        ControlChange { id: id.clone(), name, design: way.design.clone(), operation: way.operation.clone() }
    });
    let mut changed: Vec<ControlChange> = changed.collect();
    changed.sort_by(|a, b| compare(&a.id, &b.id));
    changed
}
