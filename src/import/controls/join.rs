//! Two tables that are one: a list of controls, and another that says by their names which criteria they address.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::columns::Layout;
use crate::import::controls::derive::compared;
use crate::import::controls::draft::{Draft, Source};
use crate::import::controls::row::View;
use crate::model::import::{Field, LeftOut, Origin};

/// What a join came to.
#[derive(Debug, Default)]
pub struct Joined {
    /// The drafts, those of a joined row behind those of its control.
    pub drafts: Vec<Draft>,
    /// The rows that name no control.
    pub left_out: Vec<LeftOut>,
}

/// The tables that are joined to another one, by their number, with the number of that one.
#[must_use]
pub fn joins(sources: &[Source<'_>]) -> BTreeMap<usize, usize> {
    let mut lists: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for list in sources.iter().filter(|source| lists_controls_without_criteria(source.layout)) {
        for name in names(list) {
            lists.entry(name).or_default().insert(list.number);
        }
    }
    let of = |criteria: &Source<'_>| {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for list in names(criteria).filter_map(|name| lists.get(&name)).flatten() {
            *shared.entry(*list).or_default() += 1;
        }
        let (list, times) = shared.into_iter().max_by_key(|(list, times)| (*times, std::cmp::Reverse(*list)))?;
        (times * 2 >= criteria.table.rows.len()).then_some((criteria.number, list))
    };
    sources.iter().filter(|source| names_criteria_only(source.layout)).filter_map(of).collect()
}

/// The names in a table, as they are compared.
fn names<'t>(source: &Source<'t>) -> impl Iterator<Item = String> + use<'t> {
    let layout = source.layout;
    source.table.rows.iter().filter_map(move |row| View { row, layout }.line(Field::Name)).map(|name| compared(&name))
}

fn names_criteria_only(layout: &Layout) -> bool {
    let has = |field| layout.has(field);
    has(Field::Name) && has(Field::Criteria) && !has(Field::Id) && !has(Field::Description)
}

fn lists_controls_without_criteria(layout: &Layout) -> bool {
    layout.has(Field::Name) && !layout.tells_criteria()
}

/// Gives the rows of joined tables the id of the control they name, so that they are one with it.
#[must_use]
pub fn join(drafts: Vec<Draft>, joins: &BTreeMap<usize, usize>, sources: &[Source<'_>]) -> Joined {
    let mut controls: BTreeMap<(usize, String), (Option<String>, Option<String>)> = BTreeMap::new();
    let lists: BTreeSet<usize> = joins.values().copied().collect();
    for draft in drafts.iter().filter(|draft| lists.contains(&draft.table)) {
        let name = draft.name.as_deref().map(compared).unwrap_or_default();
        controls.entry((draft.table, name)).or_insert_with(|| (draft.id.clone(), draft.name.clone()));
    }
    let mut joined = Joined::default();
    let (later, first): (Vec<Draft>, Vec<Draft>) =
        drafts.into_iter().partition(|draft| joins.contains_key(&draft.table));
    joined.drafts = first;
    for draft in later {
        let list = joins.get(&draft.table).copied().unwrap_or_default();
        let name = draft.name.as_deref().map(compared).unwrap_or_default();
        match controls.get(&(list, name)) {
            Some((id, name)) => joined.drafts.push(Draft { id: id.clone(), name: name.clone(), ..draft }),
            None => joined.left_out.push(without_control(draft, list, sources)),
        }
    }
    joined
}

fn without_control(draft: Draft, list: usize, sources: &[Source<'_>]) -> LeftOut {
    let file = sources.iter().find(|source| source.number == list).map_or("", |source| source.file);
    let origin: Origin = draft.origin;
    LeftOut {
        origin,
        what: format!("`{}`", draft.name.unwrap_or_default()),
        why: format!("no control of `{file}` has this name"),
    }
}
