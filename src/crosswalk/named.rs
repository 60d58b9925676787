//! The clauses that controls name themselves.

use std::collections::BTreeMap;

use crate::model::assessment::Assessment;
use crate::model::clause_shape::is_part;
use crate::model::clause_standing::{Backing, NamedBy};
use crate::model::crosswalk::Mapping;
use crate::model::standing::Standing;
use crate::text::natural::compare;

/// Which controls name which clause.
pub(super) struct Named<'a> {
    /// The controls with what each names, by the clause it is told under.
    by_clause: BTreeMap<&'a str, Vec<(usize, &'a str)>>,
    /// The clauses among them that the mapping does not list, in the order of the edition, then by their ids.
    unlisted: Vec<&'a str>,
}

impl<'a> Named<'a> {
    pub(super) fn of(assessment: &'a Assessment<'a>, mapping: &'a Mapping) -> Self {
        let mut by_clause: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
        for (at, control) in assessment.inventory.controls.iter().enumerate() {
            for id in control.clauses.of(mapping.framework) {
                by_clause.entry(told_under(mapping, id)).or_default().push((at, id));
            }
        }
        for named in by_clause.values_mut() {
            named.sort_by(|(at, id), (other, another)| at.cmp(other).then_with(|| compare(id, another)));
        }
        let mut unlisted: Vec<&str> = by_clause.keys().copied().filter(|id| mapping.target(id).is_none()).collect();
        let place = |id: &str| mapping.whole.iter().position(|known| known == id).unwrap_or(usize::MAX);
        unlisted.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| compare(a, b)));
        Self { by_clause, unlisted }
    }

    pub(super) fn unlisted(&self) -> impl Iterator<Item = &'a str> {
        self.unlisted.iter().copied()
    }

    /// The controls that name a clause or a part of it.
    pub(super) fn by(&self, id: &str, assessment: &Assessment<'_>) -> Vec<NamedBy<'a>> {
        let named = self.by_clause.get(id).into_iter().flatten();
        let backing = |at: usize| assessment.standings.get(at).map_or(Backing::Nothing, of_control);
        named.map(|(at, id)| NamedBy { control: *at, id, backing: backing(*at) }).collect()
    }
}

/// The clause a named one is told under: itself where it is one of the edition, else the nearest of those that it is a part of,
/// else itself.
fn told_under<'a>(mapping: &'a Mapping, id: &'a str) -> &'a str {
    let ids = || mapping.whole.iter().map(String::as_str);
    let whole = ids().find(|known| *known == id);
    whole.or_else(|| ids().filter(|known| is_part(id, known)).max_by_key(|known| known.len())).unwrap_or(id)
}

/// How far a control has come.
fn of_control(standing: &Standing) -> Backing {
    match (standing.in_place, standing.tested, standing.evidenced()) {
        (false, ..) => Backing::Nothing,
        (true, true, _) => Backing::Tested,
        (true, false, true) => Backing::Evidenced,
        (true, false, false) => Backing::Claimed,
    }
}
