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
    let About { subject, part } = group.about;
    let about = match (group.remedy.whose, part) {
        (Whose::Subject | Whose::System, _) => named(subject, ground.inventory.name_of(subject)),
        (Whose::Criterion, _) => named(subject, criterion_title(ground, subject).unwrap_or(subject)),
        // Of a data flow both ends, of a decision the gap it is about.
        (Whose::Part, Some(part)) if ends_of_flow(group) => format!("from {subject} to {part}"),
        (Whose::Part, Some(part)) => format!("{subject}:{part}"),
        (Whose::Part, None) => subject.to_owned(),
    };
    // The words of the inventory are put in last, so that nothing in them is taken for a mark.
    let mut title = String::new();
    for (at, piece) in group.remedy.title.split("{}").enumerate() {
        if at > 0 {
            title.push_str(&about);
        }
        title.push_str(&piece.replace("{controls}", &controls(ground, &group.gaps)));
    }
    title
}

fn named(id: &str, name: &str) -> String {
    if name == id { id.to_owned() } else { format!("{id} ({name})") }
}

fn criterion_title<'a>(ground: &Ground<'a>, subject: &str) -> Option<&'a str> {
    let found = ground.catalog.criteria.iter().find(|criterion| criterion.id.to_string() == subject);
    found.map(|criterion| criterion.title.as_str())
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
