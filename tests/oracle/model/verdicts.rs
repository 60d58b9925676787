//! The verdicts, the three counts beside them, and the summary: everything that is compared.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::calendar::{Day, iso};
use crate::common::inventory::{FREQUENCIES, STATUSES, today};

use super::facts::nature;
use super::operation::{Deficiency, Exceptions, Operation};
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
            let operation = self.operation_verdict(id, design, &gaps);
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
            let operation = self.control_operation(at, &gaps);
            outcome.insert(format!("control {}", control.id), format!("{design}, {operation}"));
            outcome.insert(format!("operation {}", control.id), self.operated(at));
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

    /// What is known of how a control operated.
    fn operated(&self, at: usize) -> String {
        let Some(operation) = &self.operations[at] else { return "not observed".to_owned() };
        let windows: Vec<String> = operation
            .windows
            .iter()
            .map(|window| format!("{}..{} {}", iso(window.start), iso(window.end), window.state))
            .collect();
        format!(
            "shown {}, exceptions {:?}, deficiency {:?}, late {}: {}",
            operation.shown,
            operation.exceptions,
            operation.deficiency,
            operation.late,
            windows.join(", ")
        )
    }

    fn control_operation(&self, at: usize, gaps: &[Gap]) -> &'static str {
        let Some((_, end)) = self.period() else { return "not asked" };
        if !self.serves(at) {
            return "gap";
        }
        let operation = self.operations[at].as_ref().expect("a control that is observed");
        let control = &self.inventory.controls[at];
        if operation.deficiency == Deficiency::Standing || operation.never() {
            return "gap";
        }
        if !operation.shown {
            return "unverified";
        }
        let ended = control.until.is_some_and(|until| until < end.min(today()));
        let partial = fell_short(operation)
            || operation.late
            || ended
            || self.informal(at)
            || FREQUENCIES[control.frequency].is_none()
            || gaps.iter().any(|gap| gap.fault.control == Some(at) && weighs_on_operation(gap));
        if partial { "partial" } else { "no-gap" }
    }

    fn operation_verdict(&self, id: &str, design: &'static str, gaps: &[Gap]) -> &'static str {
        let Some((start, end)) = self.period() else { return "not asked" };
        if matches!(design, "not-applicable" | "gap") {
            return design;
        }
        let naming = self.naming(id);
        let of = |at: usize| self.operations[at].as_ref().expect("a control that is observed");
        let serving: Vec<usize> = naming.iter().copied().filter(|at| self.serves(*at)).collect();
        let operating: Vec<usize> =
            serving.iter().copied().filter(|at| of(*at).operates() && !of(*at).never()).collect();
        if operating.is_empty() {
            let failed = |at: &usize| of(*at).deficiency == Deficiency::Standing || of(*at).never();
            return if serving.iter().all(failed) { "gap" } else { "unverified" };
        }
        let stood_in = |at: &usize| {
            let operation = self.operations[*at].as_ref();
            self.retired(*at) && !self.deficient(*at) && operation.is_some_and(|it| it.operates() && !it.never())
        };
        let there: Vec<usize> = operating.iter().chain(naming.iter().filter(|at| stood_in(at))).copied().collect();
        let on = |day: Day| there.iter().any(|at| of(*at).span.0 <= day && day <= of(*at).span.1);
        let uncovered = (start..=end.min(today())).any(|day| !on(day));
        let partial = serving.iter().any(|at| fell_short(of(*at)))
            || operating.iter().all(|at| self.informal(*at))
            || operating.iter().all(|at| FREQUENCIES[self.inventory.controls[*at].frequency].is_none())
            || uncovered
            || gaps.iter().any(|gap| gap.fault.criteria.contains(id) && weighs_on_operation(gap));
        if partial { "partial" } else { "no-gap" }
    }

    /// What the inventory was like, in words: so that nothing goes untried.
    pub fn told(&self) -> BTreeSet<String> {
        let mut told: BTreeSet<String> = BTreeSet::new();
        for gap in self.gaps() {
            told.extend(gap.fault.told.iter().map(|what| format!("because {what}")));
        }
        for (at, control) in self.inventory.controls.iter().enumerate() {
            let Some(operation) = &self.operations[at] else { continue };
            let frequency = FREQUENCIES[control.frequency].unwrap_or("unstated");
            told.extend(operation.windows.iter().map(|window| format!("{frequency} {}", window.state)));
            told.insert(format!("exceptions {:?}", operation.exceptions));
            told.insert(format!("deficiency {:?}", operation.deficiency));
            told.insert(format!("shown {}, {frequency}", operation.shown));
            let nothing = operation.windows.iter().filter(|window| window.state == "no-occurrence");
            let nothing: Vec<_> = nothing.map(|window| (window.start, window.end)).collect();
            let per_event = frequency == "per-event";
            for (holds, what) in [
                (per_event && nothing.iter().any(|window| self.zero_on_file(at, *window)), "zero on file"),
                (per_event && nothing.iter().any(|window| self.zero_tested(at, *window)), "zero tested"),
                (operation.windows.iter().any(|window| window.cut_short), "cut short"),
                (operation.late, "late"),
                (operation.never(), "never in place"),
                (control.until.is_some_and(|until| until < today()), "ended"),
                (operation.tested_effective, "tested effective"),
                (STATUSES[control.status] == "retired", "retired"),
            ] {
                told.extend(holds.then(|| what.to_owned()));
            }
        }
        told
    }
}

/// Whether something went wrong that nothing later makes good.
fn fell_short(operation: &Operation) -> bool {
    operation.missed() > 0 || operation.exceptions == Exceptions::Unresolved || operation.deficiency != Deficiency::None
}

/// Whether a gap keeps a design from the best verdict. How something operated is another question.
fn weighs(gap: &Gap) -> bool {
    let operation = nature(gap.fault.rule) == Some("operation") || gap.fault.rule == "evidence-outside-period";
    gap.residual.level >= 2 && !operation
}

/// Whether a gap keeps what operated from the best verdict.
fn weighs_on_operation(gap: &Gap) -> bool {
    let nature = matches!(nature(gap.fault.rule), Some("operation" | "evidence" | "dependence"));
    let uncovered = matches!(gap.fault.rule, "system-not-covered" | "data-flow-unprotected");
    gap.residual.level >= 2 && (nature || uncovered)
}

fn rated(rating: Rating) -> String {
    format!("[{} x {} = {} {}]", rating.likelihood, rating.impact, word(rating.level), rating.score)
}
