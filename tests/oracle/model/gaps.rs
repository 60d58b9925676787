//! Which gaps there are, rule by rule as the pages have them.

use std::collections::BTreeSet;

use crate::common::calendar::months_later;
use crate::common::inventory::{CRITERIA, DESCRIPTIONS, FREQUENCIES, KINDS, PROTECTIONS, Report, today};

use super::standing::{Design, State, approved, review_due, there};
use super::{Fault, Model};

/// From how many criteria of a report on a single control is implausible.
const PLAUSIBLE: usize = 12;

impl Model<'_> {
    /// Every gap that the rules about facts find.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for criterion in self.criteria {
            if self.applies(&criterion.id) {
                self.about_criterion(&criterion.id, &mut faults);
            }
        }
        for (at, control) in self.inventory.controls.iter().enumerate() {
            // What names only criteria that are out of scope or scoped out is listed, not judged.
            if !control.criteria.is_empty() && self.named(control).is_empty() {
                continue;
            }
            self.about_control(at, &mut faults);
            if self.in_place(at) {
                self.about_control_in_place(at, &mut faults);
                self.about_evidence(at, &mut faults);
            }
            self.about_operation(at, &mut faults);
        }
        for at in 0..self.inventory.documents.len() {
            self.about_document(at, &mut faults);
        }
        for at in 0..self.inventory.vendors.len() {
            self.about_vendor(at, &mut faults);
        }
        self.about_scope(&mut faults);
        faults
    }

    fn about_criterion(&self, id: &str, faults: &mut Vec<Fault>) {
        let criterion = self.criterion(id);
        let naming = self.naming(id);
        let in_place: Vec<usize> = naming.iter().copied().filter(|at| self.in_place(*at)).collect();
        let serving: Vec<usize> = in_place.iter().copied().filter(|at| self.serves(*at)).collect();
        if naming.iter().all(|at| self.retired(*at)) {
            let mut fault = Fault::of(id, "criterion-without-control").touching([id]);
            let relied_on = self.relied_on(id);
            if !relied_on.is_empty() && relied_on.iter().all(|vendor| !self.assurance(*vendor).is_empty()) {
                fault.because("relied on", -15);
            }
            faults.push(fault);
        }
        let grave = matches!(criterion.impact.as_str(), "high" | "very-high");
        if grave && in_place.len() == 1 && serving.len() == 1 {
            // The rule knows who should close it: whoever answers for that one control.
            let owner = self.inventory.controls[serving[0]].owner.map(str::to_owned);
            faults.push(Fault { owner, ..Fault::of(id, "single-control-reliance").touching([id]) });
        }
        if criterion.by_system && !serving.is_empty() {
            for system in 0..self.inventory.systems.len() {
                if !serving.iter().any(|at| self.covers(*at, system)) {
                    let mut fault = Fault::of(id, "system-not-covered").touching([id]);
                    fault.id = format!("{id}:system-not-covered:s{system}");
                    fault.systems = vec![system];
                    faults.push(fault);
                }
            }
        }
    }

    /// A gap about a control: it touches what the control names.
    pub fn control_fault(&self, at: usize, rule: &'static str) -> Fault {
        let control = &self.inventory.controls[at];
        let mut fault = Fault::of(&control.id, rule);
        fault.criteria = self.named(control);
        fault.control = Some(at);
        fault.systems = control.systems.clone().unwrap_or_default();
        fault
    }

    fn about_control(&self, at: usize, faults: &mut Vec<Fault>) {
        let control = &self.inventory.controls[at];
        if control.status < 2 {
            let mut fault = self.control_fault(at, "control-not-in-place");
            fault.criteria.retain(|id| !self.naming(id).iter().any(|at| self.in_place(*at)));
            fault.circumstances = if control.status == 1 { -10 } else { 0 };
            if !fault.criteria.is_empty() {
                faults.push(fault);
            }
        }
        if !self.retired(at) && control.owner.is_none() {
            faults.push(self.control_fault(at, "control-without-owner"));
        }
        if !self.retired(at) && control.criteria.is_empty() {
            faults.push(self.control_fault(at, "control-unmapped"));
        }
    }

    fn about_control_in_place(&self, at: usize, faults: &mut Vec<Fault>) {
        let control = &self.inventory.controls[at];
        let policy = control.kind.is_some_and(|kind| KINDS[kind] == "policy");
        match self.design(at) {
            Design::Untested => faults.push(self.control_fault(at, "design-untested")),
            Design::Effective => {}
            Design::Exception => {
                faults.push(Fault { circumstances: -25, ..self.control_fault(at, "design-deficient") });
            }
            Design::Deficient => faults.push(self.control_fault(at, "design-deficient")),
        }
        if self.informal(at) {
            faults.push(self.control_fault(at, "control-informal"));
        }
        if control.frequency == 0 && !policy {
            faults.push(self.control_fault(at, "control-without-frequency"));
        }
        let [what, who, place, when, shown] = DESCRIPTIONS[control.description].1;
        let answers = [
            who || control.owner.is_some() || control.performer.is_some(),
            place || control.systems.is_some(),
            when || control.frequency > 0 || policy,
            shown || !control.evidence.is_empty() || !control.documented.is_empty(),
        ];
        if !what || answers.iter().filter(|answered| !**answered).count() >= 2 {
            faults.push(self.control_fault(at, "control-vaguely-worded"));
        }
        let mut fault = self.control_fault(at, "implausible-mapping");
        if fault.criteria.len() <= PLAUSIBLE {
            let goes = |id: &String| {
                control.kind.is_none_or(|kind| self.criterion(id).kinds.iter().any(|word| word == KINDS[kind]))
            };
            fault.criteria.retain(|id| !goes(id));
        }
        if !fault.criteria.is_empty() {
            faults.push(fault);
        }
    }

    fn about_evidence(&self, at: usize, faults: &mut Vec<Fault>) {
        let control = &self.inventory.controls[at];
        let states = self.states(at);
        let policy = control.kind.is_some_and(|kind| KINDS[kind] == "policy");
        if states.is_empty() && !(policy && self.documented(at)) {
            faults.push(self.control_fault(at, "evidence-absent"));
        }
        let old = states.contains(&State::Stale) || states.contains(&State::Undated);
        if old && !states.contains(&State::InDate) {
            let dated = control.evidence.iter().filter(|it| self.state(at, it) == State::Stale);
            let newest = dated.filter_map(|it| it.covers.map(|(_, end)| end).or(it.collected)).max();
            let limit = self.limit(Some(control.frequency));
            let long = newest.is_some_and(|newest| self.day() - newest - limit > limit);
            let circumstances = if long { 15 } else { 0 };
            faults.push(Fault { circumstances, ..self.control_fault(at, "evidence-stale") });
        }
        for (state, rule) in [
            (State::NotThere, "evidence-missing"),
            (State::Altered, "evidence-altered"),
            (State::Ahead, "evidence-dated-ahead"),
        ] {
            if states.contains(&state) {
                faults.push(self.control_fault(at, rule));
            }
        }
        if let Report::Type2(start, end) = self.inventory.report
            && start <= today()
        {
            let dated = control.evidence.iter().filter(|it| matches!(self.state(at, it), State::Stale | State::InDate));
            let times: Vec<_> = dated.filter_map(|it| it.covers.or(it.collected.map(|day| (day, day)))).collect();
            if !times.is_empty() && times.iter().all(|(from, to)| *to < start || *from > end) {
                // While the period is younger than the time between two occurrences, nothing may have been due in it.
                let early = between(FREQUENCIES[control.frequency]).is_some_and(|days| self.day() - start + 1 < days);
                let circumstances = if early { -25 } else { 0 };
                faults.push(Fault { circumstances, ..self.control_fault(at, "evidence-outside-period") });
            }
        }
    }

    fn about_document(&self, at: usize, faults: &mut Vec<Fault>) {
        let document = &self.inventory.documents[at];
        let described = (0..self.inventory.controls.len())
            .filter(|control| self.in_place(*control) && self.inventory.controls[*control].documented.contains(&at));
        let criteria: BTreeSet<String> = described.flat_map(|at| self.named(&self.inventory.controls[at])).collect();
        let owner = document.owner.map(str::to_owned);
        let fault =
            |rule| Fault { criteria: criteria.clone(), owner: owner.clone(), ..Fault::of(&format!("POL-{at}"), rule) };
        if !there(document) {
            faults.push(fault("document-missing"));
        }
        if !approved(document) {
            faults.push(fault("document-unapproved"));
        } else if let Some((due, late)) = review_due(document)
            && due < today()
        {
            let circumstances = if late < today() { 15 } else { 0 };
            faults.push(Fault { circumstances, ..fault("document-review-overdue") });
        }
    }

    fn about_scope(&self, faults: &mut Vec<Fault>) {
        for (at, criteria) in self.inventory.commitments.iter().enumerate() {
            let covered = |id: &str| self.applies(id) && self.naming(id).iter().any(|at| self.serves(*at));
            let open = criteria.iter().map(|at| CRITERIA[*at]).filter(|id| !covered(id)).collect::<Vec<_>>();
            let mut fault = Fault::of(&format!("SLA-{at}"), "commitment-uncovered");
            fault.criteria = open.iter().filter(|id| self.applies(id)).map(|id| (*id).to_owned()).collect();
            fault.circumstances = if criteria.is_empty() { -40 } else { 0 };
            if criteria.is_empty() || !open.is_empty() {
                faults.push(fault);
            }
        }
        if let Report::Type2(start, end) = self.inventory.report {
            if end < months_later(start, 3) - 1 {
                faults.push(Fault::of("scope", "period-too-short"));
            }
            if end > months_later(start, 12) - 1 {
                faults.push(Fault::of("scope", "period-too-long"));
            }
        }
        for id in self.inventory.not_applicable.iter().map(|at| CRITERIA[*at]).filter(|id| id.starts_with("CC")) {
            faults.push(Fault::of(id, "common-criterion-excluded").touching([id]));
        }
        if self.inventory.systems.is_empty() {
            faults.push(Fault::of("scope", "systems-undefined"));
        }
        for flow in &self.inventory.flows {
            let protected = PROTECTIONS[flow.protection].1;
            let named = [flow.from, flow.to].into_iter().filter_map(|at| self.inventory.systems.get(at));
            let declared = !flow.data.is_empty() || named.clone().any(|system| !system.data.is_empty());
            if protected && declared {
                continue;
            }
            let (from, to) = (self.inventory.end(flow.from), self.inventory.end(flow.to));
            let mut fault = Fault::of(&from, "data-flow-unprotected");
            fault.id = format!("{from}:data-flow-unprotected:{to}");
            if protected {
                fault.because("undeclared", -70);
            }
            let touched = ["CC6.7", "C1.1"].into_iter().take(if flow.data.is_empty() { 1 } else { 2 });
            fault.criteria = touched.filter(|id| self.applies(id)).map(str::to_owned).collect();
            let ends: BTreeSet<usize> = [flow.from, flow.to].into_iter().collect();
            fault.systems = ends.into_iter().filter(|at| *at < self.inventory.systems.len()).collect();
            faults.push(fault);
        }
    }
}

impl Fault {
    pub fn of(subject: &str, rule: &'static str) -> Self {
        Self {
            id: format!("{subject}:{rule}"),
            rule,
            criteria: BTreeSet::new(),
            control: None,
            systems: Vec::new(),
            circumstances: 0,
            told: Vec::new(),
            owner: None,
        }
    }

    /// Points that something adds to the likelihood.
    pub fn because(&mut self, what: &'static str, points: i64) {
        self.circumstances += points;
        self.told.push(what);
    }

    /// What the gap says.
    pub fn tell(&mut self, what: &'static str) {
        self.told.push(what);
    }

    fn touching<const N: usize>(mut self, criteria: [&str; N]) -> Self {
        self.criteria = criteria.into_iter().map(str::to_owned).collect();
        self
    }
}

/// The days from one occurrence to the next, at most.
fn between(frequency: Option<&str>) -> Option<i64> {
    match frequency? {
        "continuous" | "daily" => Some(1),
        "weekly" => Some(7),
        "monthly" => Some(31),
        "quarterly" => Some(92),
        "semiannual" => Some(184),
        "annual" => Some(366),
        _ => None,
    }
}
