//! Which control addresses which criterion.

use crate::model::catalog::Catalog;
use crate::model::coverage::{ControlCoverage, Coverage, CriterionCoverage};
use crate::model::document::Control;
use crate::model::inventory::Inventory;

/// Maps the controls of an inventory to the criteria of a catalog, both ways.
#[must_use]
pub fn coverage(catalog: &Catalog, inventory: &Inventory) -> Coverage {
    let scope = &inventory.scope;
    let mut criteria: Vec<CriterionCoverage> = catalog
        .criteria
        .iter()
        .map(|criterion| {
            let selected = scope.categories.contains(&criterion.category);
            let points_applicable = criterion.points_for(&scope.categories, scope.privacy_role).count();
            CriterionCoverage {
                selected,
                applicable: selected && !scope.not_applicable.contains_key(&criterion.id),
                points_applicable,
                ..CriterionCoverage::default()
            }
        })
        .collect();
    let controls = inventory
        .controls
        .iter()
        .enumerate()
        .map(|(at, control)| place_control(at, control, catalog, inventory, &mut criteria))
        .collect();
    Coverage { criteria, controls }
}

/// Enters a control under every criterion it names, and says which of them count.
fn place_control(
    at: usize,
    control: &Control,
    catalog: &Catalog,
    inventory: &Inventory,
    criteria: &mut [CriterionCoverage],
) -> ControlCoverage {
    let mut named: Vec<usize> =
        control.criteria.iter().filter_map(|reference| catalog.position(reference.criterion)).collect();
    named.sort_unstable();
    named.dedup();
    let mut coverage = ControlCoverage::default();
    for position in named {
        let (Some(entry), Some(criterion)) = (criteria.get_mut(position), catalog.criteria.get(position)) else {
            continue;
        };
        entry.controls.push(at);
        match (entry.applicable, entry.selected) {
            (true, _) => coverage.applicable.push(criterion.id),
            (false, true) => coverage.not_applicable.push(criterion.id),
            (false, false) => coverage.out_of_scope.push(criterion.id),
        }
    }
    let scope = &inventory.scope;
    for reference in &*control.criteria {
        let Some(slug) = &reference.point else { continue };
        let Some(position) = catalog.position(reference.criterion) else { continue };
        let applies = catalog.criteria.get(position).and_then(|criterion| criterion.point(slug));
        let applies = applies.is_some_and(|point| point.applies.holds(&scope.categories, scope.privacy_role));
        if let (true, Some(entry)) = (applies, criteria.get_mut(position)) {
            entry.points.entry(slug.to_string()).or_default().push(at);
        }
    }
    coverage
}
