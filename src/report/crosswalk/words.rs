//! What every format says alike of a crosswalk. Words of the inventory are in it as they are: who prints them escapes them.

use std::collections::BTreeSet;

use crate::model::clause;
use crate::model::clause_standing::Crosswalk;
use crate::model::crosswalk::Mapping;
use crate::text::count::{count, counted, number};

/// What it says and what it does not; it stands on every report.
pub(super) const CAUTION: &str = "To speak to a clause is not to do what it asks. The way leads through SOC 2 criteria, which ask \
     other things; whether a clause is met, only somebody who reads the framework can tell.";

/// Where it comes from, and that nobody stands behind it.
pub(super) fn endorsement(mapping: &Mapping) -> String {
    format!(
        "The links were put together from public mappings that agree on them, by their ids alone. No standards body endorses \
         them: not {}, and not the AICPA. The titles are {}",
        mapping.publisher, mapping.titles
    )
}

/// How much the mapping holds: `354 links from 39 criteria to 108 of 118 clauses`.
pub(super) fn extent(mapping: &Mapping) -> String {
    let (links, criteria) = (mapping.links().count(), mapping.criteria().len());
    let (targets, whole) = (mapping.targets.len(), mapping.whole.len());
    format!("{} from {} to {targets} of {}", count(links, "link"), count(criteria, "criterion"), count(whole, "clause"))
}

/// What a clause is in this framework.
pub(super) fn clauses_are(mapping: &Mapping) -> String {
    format!("Clauses here are {} of {}.", mapping.clauses, mapping.name)
}

/// The result in a sentence or two.
pub(super) fn headline(crosswalk: &Crosswalk<'_>) -> String {
    let (counts, name) = (&crosswalk.counts, &crosswalk.mapping.name);
    let open = counts.without_control + counts.without_criterion;
    let open = if open == 0 { "none is left open".to_owned() } else { counted(open, "is left open", "are left open") };
    let silent = crosswalk.silent_about.len();
    let silent = match silent {
        0 => String::new(),
        _ => format!(" Of {} the mapping says nothing.", counted(silent, "other clause", "other clauses")),
    };
    let claimed = number(counts.claimed);
    format!(
        "Your SOC 2 controls also speak to {claimed} of the {} clauses of {name} listed here; {open}.{silent}",
        counts.listed
    )
}

/// Ids with what lies between the first and the last of a run left out: `A.5.6, A.5.31 and A.6.1 to A.6.4`.
///
/// A run is of ids that follow each other in the edition and differ in nothing but their last number.
pub(super) fn runs(mapping: &Mapping, ids: &[&str]) -> Vec<String> {
    let wanted: BTreeSet<&str> = ids.iter().copied().collect();
    let mut runs: Vec<Vec<&str>> = Vec::new();
    let mut broken = true;
    for id in &mapping.whole {
        if !wanted.contains(id.as_str()) {
            broken = true;
            continue;
        }
        match runs.last_mut().filter(|run| !broken && run.last().is_some_and(|last| stem(last) == stem(id))) {
            Some(run) => run.push(id),
            None => runs.push(vec![id]),
        }
        broken = false;
    }
    let told = runs.into_iter().flat_map(|run| match *run {
        [first, _, .., last] => vec![format!("{first} to {last}")],
        _ => run.into_iter().map(str::to_owned).collect(),
    });
    told.collect()
}

fn stem(id: &str) -> &str {
    id.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// What is said of something typed that is no clause.
pub(super) fn not_a_clause(mapping: &Mapping, typed: &str) -> String {
    clause::not_a_clause(mapping.framework, typed)
}

/// What is said of a clause that nobody speaks to.
pub(super) fn silent(mapping: &Mapping, inventory: bool) -> String {
    let control = if inventory { ", and no control names it" } else { "" };
    format!(
        "It is not in our list: no criterion speaks to it{control}. A control that does can say so itself, under \
         `clauses: {{ {}: […] }}`.",
        mapping.framework
    )
}
