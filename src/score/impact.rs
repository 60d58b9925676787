//! What is at stake: the criterion, what was promised, the systems and data touched, the laws that bind.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::catalog::{Catalog, Criterion, Judged};
use crate::model::criterion_id::CriterionId;
use crate::model::document::System;
use crate::model::gap::Finding;
use crate::model::inventory::Inventory;
use crate::model::level::Level;
use crate::model::risk::Axis;
use crate::model::rule::GapNature;
use crate::model::words::Exposure;
use crate::score::working::{Reason, Working};

/// The impact of a gap that touches no criterion.
const NO_CRITERION: i16 = 12;
/// The impact of a gap of the scope that touches no criterion by itself: it concerns the report as a whole.
const WHOLE_REPORT: i16 = 60;

/// Classes of data whose loss harms more than the organisation itself.
const SENSITIVE: [&str; 11] = [
    "personal",
    "sensitive-personal",
    "health",
    "payment",
    "cardholder",
    "credentials",
    "secrets",
    "customer-content",
    "customer",
    "financial",
    "confidential",
];

/// Laws and standards with the classes of data they protect.
const PROTECTED_BY: [(&str, &[&str]); 7] = [
    ("gdpr", &["personal", "sensitive-personal", "health"]),
    ("uk-gdpr", &["personal", "sensitive-personal", "health"]),
    ("ccpa", &["personal", "sensitive-personal"]),
    ("hipaa", &["health"]),
    ("pci-dss", &["payment", "cardholder"]),
    ("glba", &["financial"]),
    ("sox", &["financial"]),
];

/// What is at stake, worked out once for each criterion and each system.
pub(super) struct Stakes {
    promised: BTreeMap<CriterionId, Arc<str>>,
    systems: Vec<SystemStakes>,
}

/// What a system adds, with the reasons.
struct SystemStakes {
    criticality: Option<Reason>,
    data: Option<Reason>,
    regulation: Option<Reason>,
    exposure: Option<Reason>,
}

/// The organisation as a whole, of which nothing is said that makes a gap graver or lighter.
static ORGANISATION: SystemStakes = SystemStakes { criticality: None, data: None, regulation: None, exposure: None };

impl Stakes {
    pub(super) fn new(catalog: &Catalog, inventory: &Inventory) -> Self {
        let mut promised: BTreeMap<CriterionId, Arc<str>> = BTreeMap::new();
        for commitment in &inventory.scope.commitments {
            let words: Arc<str> =
                format!("Customers were promised something that rests on it (`{}`).", *commitment.id).into();
            for reference in
                commitment.criteria.iter().filter(|reference| catalog.position(reference.criterion).is_some())
            {
                promised.entry(reference.criterion).or_insert_with(|| words.clone());
            }
        }
        let systems =
            inventory.systems.iter().map(|system| SystemStakes::of(system, &inventory.scope.regulations)).collect();
        Self { promised, systems }
    }

    /// Adds what the gap puts at stake: its gravest criterion, then what makes that graver.
    pub(super) fn add_to(&self, working: &mut Working, catalog: &Catalog, finding: &Finding) {
        let Some(gravest) = gravest(catalog, finding) else {
            return match finding.rule.nature {
                GapNature::Scope => {
                    working.add(Axis::Impact, "scope", WHOLE_REPORT, "It concerns the report as a whole.");
                }
                _ => working.add(Axis::Impact, "criterion", NO_CRITERION, "It touches no criterion of the report."),
            };
        };
        let because = format!("{}: {}", gravest.id, gravest.impact.because);
        working.add(Axis::Impact, "criterion", base(gravest.impact.level), because);
        if let Some(words) = finding.criteria.iter().find_map(|id| self.promised.get(id)) {
            working.add(Axis::Impact, "commitment", 8, words.clone());
        }
        let touched = self.touched(catalog, finding);
        for of in [SystemStakes::criticality, SystemStakes::data, SystemStakes::regulation] {
            working.add_reason(Axis::Impact, worst(&touched, of));
        }
    }

    /// Adds from where the systems touched can be reached. That matters where something could come through: a fault on
    /// paper, which alone is unlikely to do harm, is no likelier to for the system's standing on the internet.
    pub(super) fn add_exposure(&self, working: &mut Working, catalog: &Catalog, finding: &Finding) {
        if Level::of(finding.rule.likelihood) >= Level::Moderate {
            let touched = self.touched(catalog, finding);
            working.add_reason(Axis::Likelihood, worst(&touched, SystemStakes::exposure));
        }
    }

    /// The systems a gap touches: those it names, or all, where a criterion it touches is judged by system. Where another
    /// is judged for the organisation, that stands beside them: no humble system makes light of a fault that is not its own.
    fn touched(&self, catalog: &Catalog, finding: &Finding) -> Vec<&SystemStakes> {
        let judged = |level: Judged| {
            finding.criteria.iter().filter_map(|id| catalog.criterion(*id)).any(|criterion| criterion.level == level)
        };
        if !judged(Judged::System) {
            return Vec::new();
        }
        let organisation = judged(Judged::Entity).then_some(&ORGANISATION);
        if finding.systems.is_empty() {
            return self.systems.iter().chain(organisation).collect();
        }
        finding.systems.iter().filter_map(|at| self.systems.get(*at)).chain(organisation).collect()
    }
}

/// The heaviest of one kind of reason among some systems.
fn worst<'s>(touched: &[&'s SystemStakes], of: fn(&SystemStakes) -> Option<&Reason>) -> Option<&'s Reason> {
    // No reason is weighed as nothing, so that one ordinary system outweighs a low one.
    let reasons = touched.iter().map(|system| of(system));
    reasons.max_by_key(|reason| reason.map_or(0, |reason| reason.points)).flatten()
}

impl SystemStakes {
    fn of(system: &System, regulations: &[String]) -> Self {
        let id = &*system.id;
        let criticality = match system.criticality {
            Some(Level::VeryHigh) => Some((12, "Very much")),
            Some(Level::High) => Some((8, "Much")),
            Some(Level::Low | Level::VeryLow) => Some((-8, "Little")),
            Some(Level::Moderate) | None => None,
        };
        let exposure = match system.exposure {
            Some(Exposure::Internet) => Some((10, "anywhere on the internet")),
            Some(Exposure::Partner) => Some((5, "partners' networks")),
            Some(Exposure::Isolated) => Some((-10, "nowhere outside itself")),
            Some(Exposure::Internal) | None => None,
        };
        let data: Vec<String> =
            system.data.iter().map(|class| crate::source::describe::normal(class).into_owned()).collect();
        let sensitive = data.iter().find(|class| SENSITIVE.contains(&class.as_str()));
        let binding = PROTECTED_BY.iter().find(|(law, classes)| {
            regulations.iter().any(|bound| bound == law) && data.iter().any(|class| classes.contains(&class.as_str()))
        });
        let reason = |factor, points, because: String| Reason { factor, points, because: because.into() };
        Self {
            criticality: criticality
                .map(|(points, much)| reason("criticality", points, format!("{much} depends on `{id}`."))),
            data: sensitive.map(|class| reason("data", 8, format!("`{id}` holds data of the class `{class}`."))),
            regulation: binding.map(|(law, _)| {
                reason("regulation", 4, format!("{} protects data that `{id}` holds.", law.to_uppercase()))
            }),
            exposure: exposure
                .map(|(points, from)| reason("exposure", points, format!("`{id}` can be reached from {from}."))),
        }
    }

    const fn criticality(&self) -> Option<&Reason> {
        self.criticality.as_ref()
    }

    const fn data(&self) -> Option<&Reason> {
        self.data.as_ref()
    }

    const fn regulation(&self) -> Option<&Reason> {
        self.regulation.as_ref()
    }

    const fn exposure(&self) -> Option<&Reason> {
        self.exposure.as_ref()
    }
}

/// The gravest criterion a gap touches; of equals the first in report order.
fn gravest<'c>(catalog: &'c Catalog, finding: &Finding) -> Option<&'c Criterion> {
    let touched = finding.criteria.iter().filter_map(|id| catalog.criterion(*id));
    touched.rev().max_by_key(|criterion| criterion.impact.level)
}

/// Where on the scale from 0 to 100 a base level begins, leaving room above for what makes it graver.
const fn base(level: Level) -> i16 {
    match level {
        Level::VeryLow => 2,
        Level::Low => 12,
        Level::Moderate => 60,
        Level::High => 82,
        Level::VeryHigh => 96,
    }
}
