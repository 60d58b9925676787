//! What is in place all the same: other controls of the criterion, and what else supports the control itself.

use std::sync::Arc;

use crate::model::catalog::Catalog;
use crate::model::coverage::Coverage;
use crate::model::gap::Finding;
use crate::model::inventory::Inventory;
use crate::model::risk::Axis;
use crate::model::rule::GapNature;
use crate::model::standing::Standing;
use crate::score::working::Working;

/// What other controls take off the likelihood, worked out once for each criterion.
pub(super) struct Cover<'a> {
    inventory: &'a Inventory,
    standings: &'a [Standing],
    /// The two strongest controls of each criterion, in report order: a control never covers for itself.
    strongest: Vec<[Option<Strength>; 2]>,
}

/// How much a control in place lessens a gap beside it, in points of likelihood.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Strength {
    points: i16,
    control: std::cmp::Reverse<usize>,
}

impl<'a> Cover<'a> {
    pub(super) fn new(
        catalog: &'a Catalog,
        inventory: &'a Inventory,
        coverage: &'a Coverage,
        standings: &'a [Standing],
    ) -> Self {
        let strongest = coverage.criteria.iter().map(|criterion| {
            let mut best: [Option<Strength>; 2] = [None, None];
            for at in &criterion.controls {
                let Some(points) = standings.get(*at).and_then(points) else { continue };
                let strength = Some(Strength { points, control: std::cmp::Reverse(*at) });
                let [first, second] = best;
                best = if strength > first { [strength, first] } else { [first, second.max(strength)] };
            }
            best
        });
        debug_assert_eq!(catalog.criteria.len(), coverage.criteria.len());
        Self { inventory, standings, strongest: strongest.collect() }
    }

    /// Adds what lessens a gap: the control that covers for it on every criterion it touches, and its own other supports.
    pub(super) fn add_to(&self, working: &mut Working, catalog: &Catalog, finding: &Finding) {
        if matches!(finding.rule.nature, GapNature::Treatment | GapNature::Scope) {
            return;
        }
        if let Some((points, because)) = self.beside(catalog, finding) {
            working.add(Axis::Likelihood, "other control", -points, because);
        }
        if let Some((points, because)) = self.own(finding) {
            working.add(Axis::Likelihood, "own support", -points, because);
        }
    }

    /// The weakest of the covers the criteria have: a gap is only as covered as its least covered criterion.
    fn beside(&self, catalog: &Catalog, finding: &Finding) -> Option<(i16, Arc<str>)> {
        let mut weakest: Option<Strength> = None;
        for id in &finding.criteria {
            let strengths = self.strongest.get(catalog.position(*id)?)?;
            let other = strengths.iter().flatten().find(|strength| Some(strength.control.0) != finding.control)?;
            weakest = Some(weakest.map_or(*other, |weakest| weakest.min(*other)));
        }
        let strength = weakest?;
        let control = self.inventory.controls.get(strength.control.0)?;
        let why = if strength.points == 20 { "its design was tested" } else { "evidence in date is on file for it" };
        Some((strength.points, format!("`{}` is in place beside it, and {why}.", *control.id).into()))
    }

    /// What else supports the control the gap is about.
    fn own(&self, finding: &Finding) -> Option<(i16, Arc<str>)> {
        let standing = finding.control.and_then(|at| self.standings.get(at)).filter(|standing| standing.serves())?;
        match standing {
            standing if standing.design_tested() => Some((10, "Its own design was tested and found effective.".into())),
            standing if standing.evidenced() => Some((5, "Other evidence in date is on file for it.".into())),
            _ => None,
        }
    }
}

/// How much a control lessens a gap beside it: only what somebody looked at counts.
fn points(standing: &Standing) -> Option<i16> {
    match standing {
        standing if !standing.serves() || standing.informal => None,
        standing if standing.design_tested() => Some(20),
        standing if standing.evidenced() => Some(10),
        _ => None,
    }
}
