//! Decisions about gaps: which acceptances count, and what is out of order with them.

use crate::common::inventory::{Acceptance, today};

use super::facts::nature;
use super::{Fault, Model};

impl Model<'_> {
    /// Whether somebody's signature for a gap counts today.
    pub fn accepted(&self, fault: &Fault, level: usize) -> bool {
        self.inventory.acceptances.iter().filter(|acceptance| acceptance.gap == fault.id).any(|acceptance| {
            acceptance.approved.is_none_or(|day| day <= today())
                && acceptance.expires >= today()
                && acceptance.level.is_none_or(|signed| level <= signed)
                && !self.self_approved(acceptance, fault)
        })
    }

    fn self_approved(&self, acceptance: &Acceptance, fault: &Fault) -> bool {
        self.owner(fault).is_some_and(|owner| owner == acceptance.approved_by)
    }

    /// Who would have to close a gap: whom a remediation entry names, else the document, else the control.
    pub fn owner(&self, fault: &Fault) -> Option<String> {
        let entry = self.inventory.remediation.iter().find(|entry| entry.gap == fault.id);
        let decided = entry.and_then(|entry| entry.owner.map(str::to_owned));
        let control = fault.control.and_then(|at| self.inventory.controls[at].owner.map(str::to_owned));
        decided.or_else(|| fault.owner.clone()).or(control)
    }

    /// The gaps about decisions, given the others with their levels.
    pub fn decision_faults(&self, faults: &[(Fault, usize)]) -> Vec<Fault> {
        let mut found = Vec::new();
        let existing = |gap: &str| faults.iter().find(|(fault, _)| fault.id == gap);
        // Gaps about decisions are not missed.
        let judged = |gap: &str| gap.split(':').nth(1).and_then(nature).is_some_and(|nature| nature != "treatment");
        for acceptance in &self.inventory.acceptances {
            match existing(&acceptance.gap) {
                None if judged(&acceptance.gap) => found.push(about(&acceptance.gap, "acceptance-unused", None)),
                None => {}
                Some((fault, level)) => {
                    if acceptance.expires < today() {
                        found.push(about(&fault.id, "acceptance-expired", Some(fault)));
                    }
                    if let Some(signed) = acceptance.level.filter(|signed| signed != level) {
                        let circumstances = if *level > signed { 6 } else { 0 };
                        found.push(Fault { circumstances, ..about(&fault.id, "acceptance-outdated", Some(fault)) });
                    }
                    if self.self_approved(acceptance, fault) {
                        found.push(about(&fault.id, "acceptance-self-approved", Some(fault)));
                    }
                }
            }
        }
        for entry in self.inventory.remediation.iter().filter(|entry| !entry.done) {
            match existing(&entry.gap) {
                None if judged(&entry.gap) => found.push(about(&entry.gap, "remediation-unused", None)),
                Some((fault, level)) if !self.accepted(fault, *level) => {
                    if let Some(due) = entry.due.filter(|due| *due < today()) {
                        let circumstances = if today() - due > 30 { 6 } else { 0 };
                        found.push(Fault { circumstances, ..about(&fault.id, "task-overdue", Some(fault)) });
                    }
                    if self.owner(fault).is_none() {
                        found.push(about(&fault.id, "task-without-owner", Some(fault)));
                    }
                }
                _ => {}
            }
        }
        found
    }
}

/// A gap about a decision: it touches what the gap it is about touches, and falls to who would close that.
fn about(gap: &str, rule: &'static str, fault: Option<&Fault>) -> Fault {
    let (subject, rest) = gap.split_once(':').expect("a rule after the subject");
    let mut found = Fault::of(subject, rule);
    found.id = format!("{subject}:{rule}:{rest}");
    if let Some(fault) = fault {
        found.criteria.clone_from(&fault.criteria);
        found.control = fault.control;
        found.systems.clone_from(&fault.systems);
        found.owner.clone_from(&fault.owner);
    }
    found
}
