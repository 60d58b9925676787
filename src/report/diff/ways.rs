//! How a gap, a verdict or a group came from what it was to what it is, in words for every format. Words of the inventories
//! are in it as they are: who prints them escapes them.

use crate::model::cause::{Alteration, Altered, Cause};
use crate::model::criterion_id::CriterionId;
use crate::model::difference::{CriterionChange, Difference, GapChange, GapState};
use crate::model::verdict::Verdict;
use crate::model::way::Way;
use crate::report::diff::words::cause;
use crate::text::count::counted;
use crate::text::list::some;

/// What a gap was and is: `moderate`, `moderate → high`, `high → high, accepted`.
pub(super) fn levels(gap: &GapChange) -> String {
    let state = |state: &GapState| {
        let accepted = if state.accepted { ", accepted" } else { "" };
        format!("{}{accepted}", state.level.plain())
    };
    match (gap.way.before(), gap.way.after()) {
        (Some(before), Some(after)) if before != after => format!("{} → {}", state(before), state(after)),
        (_, Some(one)) | (Some(one), None) => state(one),
        (None, None) => String::new(),
    }
}

/// What the changes of some gaps are put down to, step by step: `by evidence`, `by controls, then tests`; nothing where
/// causes are not told, or where one did it all, which the title says.
pub(super) fn by(difference: &Difference, gaps: &[&GapChange]) -> Vec<Option<String>> {
    let by = |gap: &&GapChange| {
        let mut causes: Vec<&str> = gap.way.turns().iter().map(|turn| cause(difference, turn.cause)).collect();
        causes.dedup();
        causes.join(", then ")
    };
    let all: Vec<String> = gaps.iter().map(by).collect();
    let differ = all.iter().any(|by| Some(by) != all.first()) || all.iter().any(|by| by.contains(", then "));
    all.into_iter().map(|by| (difference.causes_known && differ).then(|| format!("by {by}"))).collect()
}

/// The way of a verdict: `unverified → partial (documents) → no gap identified (evidence)`; nothing where it is the same.
pub(super) fn verdict(difference: &Difference, way: &Way<Option<Verdict>>, absent: &str) -> Option<String> {
    let word =
        |verdict: &Option<Verdict>| verdict.map_or_else(|| absent.to_owned(), |verdict| verdict.plain().to_owned());
    walked(difference, way, word)
}

/// The way of something that holds or does not: `no → yes (evidence)`.
pub(super) fn flag(difference: &Difference, way: &Way<bool>) -> Option<String> {
    walked(difference, way, |holds| if *holds { "yes" } else { "no" }.to_owned())
}

fn walked<State: PartialEq>(
    difference: &Difference,
    way: &Way<State>,
    word: impl Fn(&State) -> String,
) -> Option<String> {
    let step = |(state, why): (&State, Option<Cause>)| {
        let why = why.filter(|_| difference.causes_known).map(|why| format!(" ({why})")).unwrap_or_default();
        format!(" → {}{why}", word(state))
    };
    let steps: String = way.turns().iter().map(|turn| step((&turn.to, turn.cause))).collect();
    way.changed().then(|| format!("{}{steps}", word(way.before())))
}

/// What a group says differently: `changed: AC-02 and AC-04; added: AC-09`.
pub(super) fn subjects(altered: &Altered, limit: usize, name: impl Fn(&str) -> String) -> String {
    let of = |alteration: Alteration| {
        let ids = altered.subjects.iter().filter(|(_, what)| *what == alteration).map(|(id, _)| name(id));
        let ids: Vec<String> = ids.collect();
        (!ids.is_empty()).then(|| format!("{}: {}", alteration.word(), some(ids, limit)))
    };
    [Alteration::Changed, Alteration::Added, Alteration::Removed]
        .into_iter()
        .filter_map(of)
        .collect::<Vec<_>>()
        .join("; ")
}

/// The criteria of which something changed while they were in scope.
pub(super) fn within(difference: &Difference) -> Vec<&CriterionChange> {
    difference.criteria.iter().filter(|one| one.moved().is_none()).collect()
}

/// Which criteria came into scope and which left it, a sentence each.
pub(super) fn moved(difference: &Difference, limit: usize) -> Vec<String> {
    let of = |alteration: Alteration, what: &str| {
        let ids = difference.criteria.iter().filter(|one| one.moved() == Some(alteration)).map(|one| one.id);
        let ids: Vec<CriterionId> = ids.collect();
        let many = counted(ids.len(), "criterion is", "criteria are");
        (!ids.is_empty()).then(|| format!("{many} {what}: {}.", some(ids, limit)))
    };
    let both = [of(Alteration::Added, "in scope now"), of(Alteration::Removed, "in scope no longer")];
    both.into_iter().flatten().collect()
}
