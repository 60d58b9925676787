//! Which task waits for which: by the order of work on a control, and by what the organisation says.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::document::Remediation;
use crate::model::inventory::Inventory;
use crate::model::plan::Phase;
use crate::model::precedence::knots;
use crate::model::words::TaskStatus;
use crate::plan::group::Group;
use crate::plan::remedy::Whose;
use crate::text::natural::compare;

/// What the tasks of a plan wait for, as positions, and what there is to say about it.
#[derive(Debug, Default)]
pub(super) struct Dependencies {
    /// For each task the tasks that must be finished before it, in order.
    pub(super) after: Vec<Vec<usize>>,
    /// What waits for nothing though somebody says otherwise, in sentences.
    pub(super) notes: Vec<String>,
}

/// That one task waits for another.
#[derive(Clone, Copy, Debug)]
struct Edge<'a> {
    waits: usize,
    first: usize,
    /// The gap that waits and the gap it waits for, where an entry says so.
    said: Option<(&'a str, &'a str)>,
}

/// What the tasks of some groups wait for. What an entry says goes before the order of work: where both together would go
/// round, the order of work gives way, and of two entries the one that stands later.
pub(super) fn dependencies(inventory: &Inventory, groups: &[Group<'_>]) -> Dependencies {
    let (mut edges, mut notes) = said(inventory, groups);
    edges.extend(order_of_work(inventory, groups));
    let (kept, left_out) = without_rounds(&edges, groups.len());
    notes.extend(left_out.iter().map(|edge| sentence(groups, edge)));
    Dependencies { after: lists(&kept, groups.len()), notes }
}

/// What the entries say, in the order of their gaps.
fn said<'a>(inventory: &'a Inventory, groups: &[Group<'_>]) -> (Vec<Edge<'a>>, Vec<String>) {
    let of_gap: BTreeMap<&str, usize> =
        groups.iter().enumerate().flat_map(|(at, group)| group.gaps.iter().map(move |gap| (gap.id(), at))).collect();
    let (mut edges, mut notes) = (Vec::new(), Vec::new());
    let unfinished = inventory.remediation.iter().filter(|entry| entry.status != Some(TaskStatus::Done));
    for (entry, waits) in unfinished.filter_map(|entry| Some((entry, *of_gap.get(&*entry.gap.value)?))) {
        for gap in named(entry) {
            match of_gap.get(gap) {
                // Gaps that one piece of work closes need not wait for each other.
                Some(first) if *first == waits => {}
                Some(first) => edges.push(Edge { waits, first: *first, said: Some((&entry.gap.value, gap)) }),
                None => notes.push(format!(
                    "The remediation entry for `{}` waits for `{gap}`, which is no open gap: there is nothing to wait for.",
                    &*entry.gap.value
                )),
            }
        }
    }
    (edges, notes)
}

/// The gaps an entry waits for, each once, in order.
fn named(entry: &Remediation) -> Vec<&str> {
    let mut named: Vec<&str> = entry.depends_on.iter().map(|gap| &*gap.value).collect();
    named.sort_by(|a, b| compare(a, b));
    named.dedup();
    named
}

/// Policy before procedure before control before evidence before test: each task about a control waits for those of the
/// phase before it in which there is something to do.
fn order_of_work<'a>(inventory: &Inventory, groups: &[Group<'_>]) -> Vec<Edge<'a>> {
    let of = |whose: Whose| groups.iter().enumerate().filter(move |(_, group)| group.remedy.whose == whose);
    let documents: BTreeMap<&str, usize> = of(Whose::Document).map(|(at, group)| (group.about.subject, at)).collect();
    let mut phases: BTreeMap<&str, BTreeMap<Phase, Vec<usize>>> = BTreeMap::new();
    for (at, group) in of(Whose::Control) {
        phases.entry(group.about.subject).or_default().entry(group.remedy.phase).or_default().push(at);
    }
    let mut edges = Vec::new();
    for (id, mut tasks) in phases {
        // A decision about a control is not a step of the work on it.
        tasks.retain(|phase, _| *phase <= Phase::Test);
        let control = inventory.index.controls.get(id).and_then(|at| inventory.controls.get(*at));
        let described = control.into_iter().flat_map(|control| &control.documented_in);
        let policies: Vec<usize> = described.filter_map(|id| documents.get(&*id.value)).copied().collect();
        let steps: Vec<Vec<usize>> = std::iter::once(policies).chain(tasks.into_values()).collect();
        let steps: Vec<&Vec<usize>> = steps.iter().filter(|step| !step.is_empty()).collect();
        for (before, behind) in steps.iter().zip(steps.iter().skip(1)) {
            let pairs = behind.iter().flat_map(|waits| before.iter().map(|first| (*waits, *first)));
            edges.extend(pairs.map(|(waits, first)| Edge { waits, first, said: None }));
        }
    }
    edges
}

/// For each task what it waits for, each once, in order.
fn lists(edges: &[Edge<'_>], tasks: usize) -> Vec<Vec<usize>> {
    let mut after = vec![Vec::new(); tasks];
    for edge in edges {
        after.get_mut(edge.waits).into_iter().for_each(|after: &mut Vec<usize>| after.push(edge.first));
    }
    for after in &mut after {
        after.sort_unstable();
        after.dedup();
    }
    after
}

/// Splits dependencies into those that can hold together and those that would close a round with others before them.
fn without_rounds<'a>(edges: &[Edge<'a>], tasks: usize) -> (Vec<Edge<'a>>, Vec<Edge<'a>>) {
    let after = lists(edges, tasks);
    let mut knot_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, knot) in knots(&after).iter().enumerate() {
        knot_of.extend(knot.iter().map(|task| (*task, number)));
    }
    // Only among tasks that wait for each other can a dependency be one too many, so only there it is tried out.
    let mut tried: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for edge in edges {
        let knot = |task: usize| knot_of.get(&task);
        if knot(edge.waits).is_some() && knot(edge.waits) == knot(edge.first) {
            if waits_for(&tried, edge.first, edge.waits) {
                left_out.push(*edge);
                continue;
            }
            tried.entry(edge.waits).or_default().push(edge.first);
        }
        kept.push(*edge);
    }
    (kept, left_out)
}

/// Whether a task waits for another, at first or at second hand.
fn waits_for(after: &BTreeMap<usize, Vec<usize>>, task: usize, other: usize) -> bool {
    let mut seen = BTreeSet::from([task]);
    let mut open = vec![task];
    while let Some(at) = open.pop() {
        if at == other {
            return true;
        }
        open.extend(after.get(&at).into_iter().flatten().filter(|first| seen.insert(**first)));
    }
    false
}

fn sentence(groups: &[Group<'_>], edge: &Edge<'_>) -> String {
    let id = |at: usize| groups.get(at).map(Group::id).unwrap_or_default();
    let (waits, first) = (id(edge.waits), id(edge.first));
    match edge.said {
        Some((gap, other)) => format!(
            "That `{gap}` waits for `{other}` is left out: `{first}`, which closes the latter, itself waits for `{waits}`, \
             which closes the former."
        ),
        None => format!(
            "`{waits}` would follow `{first}` in the order of work; remediation entries ask for the contrary, and they go \
             first."
        ),
    }
}
