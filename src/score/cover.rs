//! What is in place all the same: other controls of the criterion and its systems, and what else supports the control
//! itself.

use std::sync::Arc;

use crate::model::catalog::Catalog;
use crate::model::catalog::Judged;
use crate::model::coverage::Coverage;
use crate::model::gap::Finding;
use crate::model::inventory::Inventory;
use crate::model::operation::Deviation;
use crate::model::risk::Axis;
use crate::model::rule::GapNature;
use crate::model::standing::Standing;
use crate::score::working::Working;

/// What other controls take off the likelihood, worked out once for each criterion.
pub(super) struct Cover<'a> {
    inventory: &'a Inventory,
    standings: &'a [Standing],
    /// By design, for whatever is wrong with a control as such.
    criteria: Vec<Beside>,
    /// By operation through the period, for whatever shows that a control did not run.
    operating: Vec<Beside>,
}

/// How much a control lessens a gap beside it, if at all.
type Points = fn(&Standing) -> Option<i16>;

/// The controls beside each other on a criterion.
enum Beside {
    /// Judged once for the organisation: any of them covers for another.
    Entity(Strongest),
    /// Judged by system: one covers for another on the systems it covers, each in the inventory's order.
    System(Vec<Strongest>),
}

/// The two strongest controls, in report order: a control never covers for itself.
#[derive(Clone, Copy, Default)]
struct Strongest([Option<Strength>; 2]);

/// How much a control in place lessens a gap beside it, in points of likelihood.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Strength {
    points: i16,
    control: std::cmp::Reverse<usize>,
}

impl Strongest {
    fn add(&mut self, strength: Strength) {
        let strength = Some(strength);
        let [first, second] = self.0;
        self.0 = if strength > first { [strength, first] } else { [first, second.max(strength)] };
    }

    /// The strongest that is not the control a gap is about.
    fn other_than(&self, control: Option<usize>) -> Option<Strength> {
        self.0.iter().flatten().find(|strength| Some(strength.control.0) != control).copied()
    }
}

impl Beside {
    fn new(level: Judged, controls: &[usize], points: Points, systems: usize, standings: &[Standing]) -> Self {
        let looked_at = controls.iter().filter_map(|at| {
            let standing = standings.get(*at)?;
            Some((Strength { points: points(standing)?, control: std::cmp::Reverse(*at) }, standing))
        });
        // Without any systems the organisation is judged as one.
        if level == Judged::Entity || systems == 0 {
            let mut strongest = Strongest::default();
            looked_at.for_each(|(strength, _)| strongest.add(strength));
            return Self::Entity(strongest);
        }
        let mut strongest = vec![Strongest::default(); systems];
        for (strength, standing) in looked_at {
            for system in &standing.systems {
                if let Some(strongest) = strongest.get_mut(*system) {
                    strongest.add(strength);
                }
            }
        }
        Self::System(strongest)
    }

    /// What covers for a gap on the criterion; where it is judged by system, on the least covered of those the gap touches.
    fn cover_for(&self, finding: &Finding) -> Option<Strength> {
        match self {
            Self::Entity(strongest) => strongest.other_than(finding.control),
            Self::System(all) if finding.systems.is_empty() => weakest(all.iter(), finding.control),
            Self::System(all) => weakest(finding.systems.iter().filter_map(|at| all.get(*at)), finding.control),
        }
    }
}

/// The weakest of the covers, if there is one everywhere.
fn weakest<'s>(mut of: impl Iterator<Item = &'s Strongest>, control: Option<usize>) -> Option<Strength> {
    let first = of.next()?.other_than(control)?;
    of.try_fold(first, |weakest, strongest| Some(weakest.min(strongest.other_than(control)?)))
}

impl<'a> Cover<'a> {
    pub(super) fn new(
        catalog: &'a Catalog,
        inventory: &'a Inventory,
        coverage: &'a Coverage,
        standings: &'a [Standing],
    ) -> Self {
        let covers = |points: Points| {
            let criteria = catalog.criteria.iter().zip(&coverage.criteria).map(|(criterion, covered)| {
                Beside::new(criterion.level, &covered.controls, points, inventory.systems.len(), standings)
            });
            criteria.collect()
        };
        Self { inventory, standings, criteria: covers(by_design), operating: covers(by_operation) }
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
        let of_operation = is_of_operation(finding);
        let criteria = if of_operation { &self.operating } else { &self.criteria };
        let mut weakest: Option<Strength> = None;
        for id in &finding.criteria {
            let cover = criteria.get(catalog.position(*id)?)?.cover_for(finding)?;
            weakest = Some(weakest.map_or(cover, |weakest| weakest.min(cover)));
        }
        let strength = weakest?;
        let control = self.inventory.controls.get(strength.control.0)?;
        let why = match (of_operation, strength.points) {
            (false, 20) => "its design was tested",
            (false, _) => "evidence in date is on file for it",
            (true, 20) => "its operation was tested and found effective",
            (true, _) => "evidence shows that it operated whenever it was due",
        };
        // A gap about no control may be that the criterion rests on this very one.
        let place = if finding.control.is_some() { "in place beside it" } else { "in place" };
        Some((strength.points, format!("`{}` is {place}, and {why}.", *control.id).into()))
    }

    /// What else supports the control the gap is about.
    fn own(&self, finding: &Finding) -> Option<(i16, Arc<str>)> {
        let standing = finding.control.and_then(|at| self.standings.get(at)).filter(|standing| standing.serves())?;
        match standing {
            standing if is_of_operation(finding) => tested_effective(standing)
                .then(|| (10, "Its own operation was last tested and found effective.".into())),
            standing if standing.design_tested() => Some((10, "Its own design was tested and found effective.".into())),
            standing if standing.evidenced() => Some((5, "Other evidence in date is on file for it.".into())),
            _ => None,
        }
    }
}

/// Whether a gap says that a control did not run when it had to: then only what ran covers for it.
fn is_of_operation(finding: &Finding) -> bool {
    finding.rule.nature == GapNature::Operation || finding.rule.name == "evidence-outside-period"
}

/// How much a control lessens a gap beside it by its design: only what somebody looked at counts.
fn by_design(standing: &Standing) -> Option<i16> {
    match standing {
        standing if !standing.serves() || standing.informal => None,
        standing if standing.design_tested() => Some(20),
        standing if standing.evidenced() => Some(10),
        _ => None,
    }
}

/// How much a control lessens a gap beside it by having operated: whenever it was due, without an unresolved deviation.
fn by_operation(standing: &Standing) -> Option<i16> {
    let operation = standing.operation.as_ref()?;
    let sound = operation.operates() && !operation.missed_any() && operation.tests.exceptions != Deviation::Unresolved;
    match standing {
        standing if !standing.serves() || standing.informal || !sound => None,
        standing if tested_effective(standing) => Some(20),
        _ => Some(10),
    }
}

/// Whether the last test of its operation in the period found a control effective.
fn tested_effective(standing: &Standing) -> bool {
    let last = standing.operation.as_ref().and_then(|operation| operation.tests.last);
    last.is_some_and(|(_, effective)| effective)
}
