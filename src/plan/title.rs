//! What a task is called: the remedy, and the id and name of what it is about.

use std::collections::BTreeSet;

use crate::model::gap::Gap;
use crate::plan::Ground;
use crate::plan::group::{About, Group};
use crate::plan::remedy::Whose;
use crate::text::list::some;

/// How many controls a title names before it counts the rest.
const NAMED: usize = 3;

/// The title of a group's task, in a line.
pub(super) fn title(ground: &Ground<'_>, group: &Group<'_>) -> String {
    let short = short(group);
    let about = match group.remedy.whose {
        Whose::Control | Whose::Document | Whose::System | Whose::Vendor | Whose::Criterion => {
            let name = name(ground, group.remedy.whose, group.about.subject);
            name.map_or_else(|| short.clone(), |name| format!("{short} ({name})"))
        }
        Whose::Subject | Whose::Part => short,
    };
    // The words of the inventory are put in last, so that nothing in them is taken for a mark.
    let mut title = String::new();
    for (at, piece) in group.remedy.title.split("{}").enumerate() {
        if at > 0 {
            title.push_str(&about);
        }
        // Only one remedy names controls, and finding them takes a look at every control of the criteria.
        match piece.split_once("{controls}") {
            Some((before, after)) => title.extend([before, &controls(ground, &group.gaps), after]),
            None => title.push_str(piece),
        }
    }
    title
}

/// What a task is about, by ids: of a data flow both ends, of a decision the gap it is about.
pub(super) fn short(group: &Group<'_>) -> String {
    match (group.remedy.whose, group.about) {
        (Whose::Part, About { subject, part: Some(part) }) if ends_of_flow(group) => {
            format!("from {subject} to {part}")
        }
        (Whose::Part, About { subject, part: Some(part) }) => format!("{subject}:{part}"),
        (_, About { subject, .. }) => subject.to_owned(),
    }
}

/// The name of what an id stands for; ids of different kinds may be the same word, so the kind decides.
fn name<'a>(ground: &Ground<'a>, whose: Whose, id: &str) -> Option<&'a str> {
    let inventory = ground.inventory;
    let index = &inventory.index;
    match whose {
        Whose::Control => inventory.controls.get(*index.controls.get(id)?).map(|control| control.name.0.as_str()),
        Whose::Document => inventory.documents.get(*index.documents.get(id)?)?.title.as_deref(),
        Whose::System => inventory.systems.get(*index.systems.get(id)?)?.name.as_deref(),
        Whose::Vendor => inventory.vendors.get(*index.vendors.get(id)?)?.name.as_deref(),
        Whose::Criterion => ground.catalog.criterion(id.parse().ok()?).map(|criterion| criterion.title.as_str()),
        Whose::Subject | Whose::Part => None,
    }
}

fn ends_of_flow(group: &Group<'_>) -> bool {
    group.gaps.iter().all(|gap| gap.finding.rule.name == "data-flow-unprotected")
}

/// The controls that serve the criteria of some gaps, in the inventory's order.
fn controls(ground: &Ground<'_>, gaps: &[&Gap]) -> String {
    let criteria = gaps.iter().flat_map(|gap| &gap.finding.criteria);
    let positions = criteria.filter_map(|id| ground.coverage.criteria.get(ground.catalog.position(*id)?));
    let serves = |at: &usize| ground.standings.get(*at).is_some_and(crate::model::standing::Standing::serves);
    let serving: BTreeSet<usize> =
        positions.flat_map(|criterion| &criterion.controls).copied().filter(serves).collect();
    let ids: Vec<&str> = serving.iter().filter_map(|at| Some(&**ground.inventory.controls.get(*at)?.id)).collect();
    if ids.is_empty() { "controls".to_owned() } else { some(ids, NAMED) }
}
