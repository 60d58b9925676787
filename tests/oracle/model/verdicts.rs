//! The verdicts, the three counts beside them, and the summary: everything that is compared.

use std::collections::BTreeMap;

use crate::common::inventory::Report;

use super::risk::{Rating, word};
use super::{Fault, Model, Outcome};

/// A gap with its risk and what became of it.
struct Gap {
    fault: Fault,
    inherent: Rating,
    residual: Rating,
    accepted: bool,
}

impl Model<'_> {
    pub fn outcome(&self) -> Outcome {
        let mut outcome = Outcome::new();
        let gaps = self.gaps();
        let mut tally: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for criterion in self.criteria.iter().filter(|criterion| self.selected(criterion)) {
            let id = criterion.id.as_str();
            *counts.entry("criteria").or_default() += 1;
            let design = self.design_verdict(id, &gaps);
            let operation = self.operation(design);
            let named = self.naming(id);
            let held = |of: &dyn Fn(usize) -> bool| named.iter().any(|at| self.in_place(*at) && of(*at));
            let (claimed, evidenced, tested) =
                (held(&|_| true), held(&|at| self.evidenced(at)), held(&|at| self.tested(at)));
            if self.applies(id) {
                *tally.entry(("design", design)).or_default() += 1;
                *tally.entry(("operation", operation)).or_default() += 1;
                for (name, holds) in [("claimed", claimed), ("evidenced", evidenced), ("tested", tested)] {
                    *counts.entry(name).or_default() += usize::from(holds);
                }
            } else {
                *counts.entry("not applicable").or_default() += 1;
            }
            outcome.insert(
                format!("criterion {id}"),
                format!("{design}, {operation}; claimed {claimed}, evidenced {evidenced}, tested {tested}"),
            );
        }
        for (at, control) in self.inventory.controls.iter().enumerate() {
            let design = self.control_verdict(at, &gaps);
            outcome.insert(format!("control {}", control.id), format!("{design}, {}", self.operation(design)));
        }
        for gap in &gaps {
            let criteria: Vec<&str> = gap.fault.criteria.iter().map(String::as_str).collect();
            let treatment = if gap.accepted { "accepted" } else { "open" };
            let text = format!("{} {} {} {treatment}", criteria.join(","), rated(gap.inherent), rated(gap.residual));
            let twice = outcome.insert(format!("gap {}", gap.fault.id), text);
            assert!(twice.is_none(), "two gaps are {}", gap.fault.id);
        }
        for ((of, verdict), count) in tally {
            outcome.insert(format!("count {of} {verdict}"), count.to_string());
        }
        for name in ["criteria", "not applicable", "claimed", "evidenced", "tested"] {
            outcome.insert(format!("count {name}"), counts.get(name).unwrap_or(&0).to_string());
        }
        for level in 0..5 {
            let open = gaps.iter().filter(|gap| !gap.accepted && gap.residual.level == level).count();
            outcome.insert(format!("count open {}", word(level)), open.to_string());
        }
        outcome.insert("count accepted".to_owned(), gaps.iter().filter(|gap| gap.accepted).count().to_string());
        outcome
    }

    fn gaps(&self) -> Vec<Gap> {
        let rate = |fault: Fault| {
            let (inherent, residual) = self.risk(&fault);
            let accepted = self.accepted(&fault, residual.level);
            Gap { fault, inherent, residual, accepted }
        };
        let mut gaps: Vec<Gap> = self.faults().into_iter().map(rate).collect();
        let known: Vec<(Fault, usize)> = gaps.iter().map(|gap| (gap.fault.clone(), gap.residual.level)).collect();
        gaps.extend(self.decision_faults(&known).into_iter().map(rate));
        gaps
    }

    fn design_verdict(&self, id: &str, gaps: &[Gap]) -> &'static str {
        if !self.applies(id) {
            return "not-applicable";
        }
        let serving: Vec<usize> = self.naming(id).into_iter().filter(|at| self.serves(*at)).collect();
        if serving.is_empty() {
            return "gap";
        }
        let supported: Vec<usize> = serving.into_iter().filter(|at| self.supported(*at)).collect();
        if supported.is_empty() {
            return "unverified";
        }
        let informal = supported.iter().all(|at| self.informal(*at));
        let left = gaps.iter().any(|gap| gap.fault.criteria.contains(id) && weighs(gap));
        if informal || left { "partial" } else { "no-gap" }
    }

    fn control_verdict(&self, at: usize, gaps: &[Gap]) -> &'static str {
        let left = gaps.iter().any(|gap| gap.fault.control == Some(at) && weighs(gap));
        if !self.serves(at) {
            "gap"
        } else if !self.supported(at) {
            "unverified"
        } else if self.informal(at) || left {
            "partial"
        } else {
            "no-gap"
        }
    }

    /// Operation is not judged yet: it is a gap where the design is one, and otherwise nobody looked.
    fn operation(&self, design: &'static str) -> &'static str {
        match (&self.inventory.report, design) {
            (Report::Type1(_), _) => "not asked",
            (_, "gap" | "not-applicable") => design,
            _ => "unverified",
        }
    }
}

/// Whether a gap keeps a design from the best verdict. Evidence from outside the period supports design all the same.
fn weighs(gap: &Gap) -> bool {
    gap.residual.level >= 2 && gap.fault.rule != "evidence-outside-period"
}

fn rated(rating: Rating) -> String {
    format!("[{} x {} = {} {}]", rating.likelihood, rating.impact, word(rating.level), rating.score)
}
