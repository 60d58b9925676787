//! Risk: two numbers on the scale of NIST SP 800-30 r1, its Table I-2, and a place within the bin of the level.

use crate::common::inventory::{CRITERIA, LEVELS};

use super::facts::{likelihood, nature};
use super::operation::Exceptions;
use super::{Fault, Model};

/// Table I-2: rows by likelihood, columns by impact, both from very low to very high.
const TABLE: [[usize; 5]; 5] = [[0, 0, 0, 1, 1], [0, 1, 1, 1, 2], [0, 1, 2, 2, 3], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]];
const BINS: [(i64, i64); 5] = [(0, 4), (5, 20), (21, 79), (80, 95), (96, 100)];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    pub likelihood: i64,
    pub impact: i64,
    pub level: usize,
    pub score: i64,
}

/// The level of a number from 0 to 100.
pub fn level(number: i64) -> usize {
    BINS.iter().position(|(low, high)| (*low..=*high).contains(&number)).expect("0 to 100")
}

fn rating(likelihood: i64, impact: i64) -> Rating {
    let level = TABLE[level(likelihood)][self::level(impact)];
    let (low, high) = BINS[level];
    let into = (high - low) as f64 * (likelihood + impact) as f64 / 200.0;
    Rating { likelihood, impact, level, score: low + into.round() as i64 }
}

impl Model<'_> {
    /// Inherent and residual risk of a gap.
    pub fn risk(&self, fault: &Fault) -> (Rating, Rating) {
        let impact = self.impact(fault);
        let inherent = (likelihood(fault.rule) + fault.circumstances).clamp(0, 100);
        let inherent = (inherent + self.exposure(fault)).clamp(0, 100);
        let residual = (inherent - self.cover(fault)).max(0);
        let residual = (residual - self.own_support(fault)).max(0);
        (rating(inherent, impact), rating(residual, impact))
    }

    fn impact(&self, fault: &Fault) -> i64 {
        let base = |id: &String| match self.criterion(id).impact.as_str() {
            "very-low" => 2,
            "low" => 12,
            "moderate" => 60,
            "high" => 82,
            "very-high" => 96,
            other => panic!("{other}"),
        };
        let Some(gravest) = fault.criteria.iter().map(base).max() else {
            return if nature(fault.rule) == Some("scope") { 60 } else { 12 };
        };
        let promised = self.inventory.commitments.iter().flatten().any(|at| fault.criteria.contains(CRITERIA[*at]));
        let mut impact = gravest + if promised { 8 } else { 0 };
        let weigh = |of: fn(&Self, usize) -> i64| {
            let systems = self.touched(fault).into_iter().map(|system| of(self, system));
            systems.chain(self.organisation(fault)).max().unwrap_or(0)
        };
        for more in [weigh(Self::criticality), weigh(Self::data), weigh(Self::regulation)] {
            impact = (impact.min(100) + more).min(100);
        }
        impact.max(0)
    }

    /// The systems a gap touches: those it is about, or all; none where it touches no criterion that is judged by system.
    fn touched(&self, fault: &Fault) -> Vec<usize> {
        if !fault.criteria.iter().any(|id| self.criterion(id).by_system) {
            return Vec::new();
        }
        if fault.systems.is_empty() { (0..self.inventory.systems.len()).collect() } else { fault.systems.clone() }
    }

    /// Where a criterion is judged for the organisation, that counts as one more thing touched, of which nothing is said.
    fn organisation(&self, fault: &Fault) -> Option<i64> {
        fault.criteria.iter().any(|id| !self.criterion(id).by_system).then_some(0)
    }

    fn criticality(&self, system: usize) -> i64 {
        match self.inventory.systems[system].criticality {
            Some("very-high") => 12,
            Some("high") => 8,
            Some("low" | "very-low") => -8,
            _ => 0,
        }
    }

    fn data(&self, system: usize) -> i64 {
        let grave = ["personal", "health", "payment", "customer-content", "financial", "Secrets"];
        if self.inventory.systems[system].data.iter().any(|class| grave.contains(class)) { 8 } else { 0 }
    }

    fn regulation(&self, system: usize) -> i64 {
        let protects = |law: &str, class: &str| match law {
            "gdpr" | "uk-gdpr" => matches!(class, "personal" | "health"),
            "ccpa" => class == "personal",
            "HIPAA" => class == "health",
            "pci-dss" => class == "payment",
            "sox" | "glba" => class == "financial",
            _ => false,
        };
        let held = &self.inventory.systems[system].data;
        let binds = self.inventory.regulations.iter().any(|law| held.iter().any(|class| protects(law, class)));
        if binds { 4 } else { 0 }
    }

    /// What the reach of the systems adds to a fault that is not on paper alone.
    fn exposure(&self, fault: &Fault) -> i64 {
        let reach = |system: usize| match self.inventory.systems[system].exposure {
            Some("internet") => 10,
            Some("partner") => 5,
            Some("isolated") => -10,
            _ => 0,
        };
        if level(likelihood(fault.rule)) < 2 {
            return 0;
        }
        self.touched(fault).into_iter().map(reach).chain(self.organisation(fault)).max().unwrap_or(0)
    }

    /// What other controls take off: as much as they do on the criterion, and the system, where they do least.
    fn cover(&self, fault: &Fault) -> i64 {
        if matches!(nature(fault.rule), Some("treatment" | "scope")) {
            return 0;
        }
        let all: Vec<usize> = (0..self.inventory.systems.len()).collect();
        let about = if fault.systems.is_empty() { &all } else { &fault.systems };
        let mut covers = Vec::new();
        for id in &fault.criteria {
            let others: Vec<usize> = self.naming(id).into_iter().filter(|at| Some(*at) != fault.control).collect();
            let best = |covering: &dyn Fn(usize) -> bool| {
                others.iter().filter(|at| covering(**at)).map(|at| self.strength(fault.rule, *at)).max().unwrap_or(0)
            };
            if self.criterion(id).by_system && !about.is_empty() {
                covers.extend(about.iter().map(|system| best(&|at| self.covers(at, *system))));
            } else {
                covers.push(best(&|_| true));
            }
        }
        covers.into_iter().min().unwrap_or(0)
    }

    /// How much a control lessens a gap beside it: only what somebody looked at counts.
    fn strength(&self, rule: &str, at: usize) -> i64 {
        if !self.serves(at) || self.informal(at) {
            0
        } else if of_operation(rule) {
            match &self.operations[at] {
                Some(it) if !it.operates() || it.missed() > 0 || it.exceptions == Exceptions::Unresolved => 0,
                Some(it) if it.tested_effective => 20,
                Some(_) => 10,
                None => 0,
            }
        } else if self.design_tested(at) {
            20
        } else if self.evidenced(at) {
            10
        } else {
            0
        }
    }

    fn own_support(&self, fault: &Fault) -> i64 {
        let treatment = matches!(nature(fault.rule), Some("treatment" | "scope"));
        if of_operation(fault.rule) {
            let tested = |at: usize| self.operations[at].as_ref().is_some_and(|it| it.tested_effective);
            return if fault.control.is_some_and(|at| self.serves(at) && tested(at)) { 10 } else { 0 };
        }
        match fault.control {
            Some(at) if !treatment && self.serves(at) && self.design_tested(at) => 10,
            Some(at) if !treatment && self.serves(at) && self.evidenced(at) => 5,
            _ => 0,
        }
    }
}

/// Whether a gap is about how a control operated, so that only what operated lessens it.
fn of_operation(rule: &str) -> bool {
    nature(rule) == Some("operation") || rule == "evidence-outside-period"
}

/// The word for a level.
pub fn word(level: usize) -> &'static str {
    LEVELS[level]
}
