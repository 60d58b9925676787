//! Which gaps there are in how controls operated.

use crate::common::calendar::Day;
use crate::common::inventory::{EXECUTIONS, FREQUENCIES, METHODS, SAMPLES, Test, today};

use super::operation::{Deficiency, Exceptions, begun, concluded, deviates, outcome, time};
use super::{Fault, Model};

impl Model<'_> {
    pub fn about_operation(&self, at: usize, faults: &mut Vec<Fault>) {
        if self.in_place(at) {
            self.about_testers(at, faults);
        }
        let Some(operation) = &self.operations[at] else { return };
        let missed = operation.missed();
        if missed > 0 {
            let all = missed + operation.count("evidenced") + operation.count("no-occurrence");
            let mut fault = self.control_fault(at, "occurrence-missed");
            if 2 * missed >= all {
                fault.because("share of half", 15);
            }
            if 10 * missed <= all {
                fault.because("share of a tenth", -15);
            }
            faults.push(fault);
        }
        self.about_exceptions(at, operation.exceptions, faults);
        match operation.deficiency {
            Deficiency::None => {}
            Deficiency::Standing => faults.push(self.control_fault(at, "operation-deficient")),
            Deficiency::Retested => {
                let mut fault = self.control_fault(at, "operation-deficient");
                fault.because("deficiency retested", -45);
                faults.push(fault);
            }
        }
        if self.in_place(at) {
            self.about_tests(at, faults);
            self.about_start(at, faults);
        }
    }

    fn about_exceptions(&self, at: usize, exceptions: Exceptions, faults: &mut Vec<Fault>) {
        if exceptions == Exceptions::None {
            return;
        }
        let tests = self.tests_in_period(at);
        let deviating: Vec<&&Test> = tests.iter().filter(|test| deviates(test)).collect();
        let mut fault = self.control_fault(at, "operating-exceptions");
        if exceptions == Exceptions::Resolved {
            fault.because("resolved", -25);
        }
        if deviating.iter().any(|test| test.exceptions.iter().any(|it| !it.explained)) {
            fault.because("root cause", 6);
        }
        let after_all = |passed: &Test| {
            deviating.iter().all(|test| test.date.is_some_and(|date| passed.date.is_some_and(|day| day > date)))
        };
        if tests.iter().any(|test| outcome(test) == Some(0) && after_all(test)) {
            fault.because("exceptions retested", -20);
        }
        let high = |test: &Test| {
            let size = test.sample.as_ref().and_then(|sample| sample.size);
            size.is_some_and(|size| test.exceptions.iter().map(|_| 10).sum::<i64>() > size)
        };
        if deviating.iter().any(|test| high(test)) {
            fault.because("rate", 10);
        }
        faults.push(fault);
    }

    fn about_tests(&self, at: usize, faults: &mut Vec<Fault>) {
        let concluded: Vec<&Test> = self.tests_in_period(at).into_iter().filter(|test| concluded(test)).collect();
        let begun = self.period().is_some_and(|(start, _)| today() >= start);
        if begun && concluded.is_empty() {
            faults.push(self.control_fault(at, "operation-untested"));
        }
        // Of those that fall short by most the earliest; on one day the one that looked at the smaller part.
        let short = concluded.iter().filter_map(|test| self.short(at, test).map(|(by, half)| (by, test.date, half)));
        if let Some((_, _, half)) = short.min_by_key(|(by, date, half)| (-*by, *date, !*half)) {
            let mut fault = self.control_fault(at, "sample-too-small");
            if half {
                fault.because("size", 10);
            }
            faults.push(fault);
        }
        let unproved: Vec<&&Test> = concluded.iter().filter(|test| self.unproved(at, test)).collect();
        if !unproved.is_empty() {
            let mut fault = self.control_fault(at, "population-unproved");
            if unproved.iter().any(|test| test.population.is_none()) {
                fault.because("no population", 10);
            }
            faults.push(fault);
        }
    }

    /// By how many items a test looked at too few, and whether it looked at less than half of what it should.
    fn short(&self, at: usize, test: &Test) -> Option<(i64, bool)> {
        let needed = self.needed(at, test);
        let none = test.population.as_ref().is_some_and(|population| population.size == Some(0));
        let all = test.sample.as_ref().is_some_and(|sample| sample.method.is_some_and(|at| METHODS[at] == "all"));
        let looked = match test.sample.as_ref().and_then(|sample| sample.size) {
            None if needed <= 1 => return None,
            looked => looked.unwrap_or(0),
        };
        (!none && !all && looked < needed).then_some((needed - looked, 2 * looked < needed))
    }

    /// How many items a test should look at.
    fn needed(&self, at: usize, test: &Test) -> i64 {
        let control = &self.inventory.controls[at];
        let size = test.population.as_ref().and_then(|population| population.size);
        let key = match FREQUENCIES[control.frequency] {
            _ if self.setting(at) => "automated",
            None | Some("per-event") if size.is_some_and(|size| size >= 250) => "per_event_many",
            None | Some("per-event") => "per_event",
            Some(frequency) => frequency,
        };
        let row = SAMPLES.iter().position(|(name, _)| *name == key).expect("a row");
        let set = self.inventory.samples.iter().find(|(of, _)| *of == row).map(|(_, size)| *size);
        let impacts = self.named(control).into_iter().map(|id| match self.criterion(&id).impact.as_str() {
            "very-high" => 2,
            "high" | "moderate" => 1,
            _ => 0,
        });
        let column: usize = impacts.max().unwrap_or(1);
        let needed = set.unwrap_or(SAMPLES[row].1[column]);
        let needed = size.map_or(needed, |size| needed.min(size));
        let timed = FREQUENCIES[control.frequency].filter(|word| !matches!(*word, "per-event" | "continuous" | "once"));
        match (timed, time(test)) {
            (Some(frequency), Some(time)) => needed.min(begun(frequency, time).max(1)),
            _ => needed,
        }
    }

    /// Whether what is tested is a setting, of which one item shows all.
    fn setting(&self, at: usize) -> bool {
        let control = &self.inventory.controls[at];
        control.execution.is_some_and(|how| EXECUTIONS[how] == "automated")
            || matches!(FREQUENCIES[control.frequency], Some("continuous" | "once"))
    }

    /// Whether nothing proves that a test drew from all there was.
    fn unproved(&self, at: usize, test: &Test) -> bool {
        if self.setting(at) {
            return false;
        }
        let Some(population) = &test.population else { return self.needed(at, test) > 1 };
        if self.needed(at, test) <= 1 && population.size.is_none_or(|size| size <= 1) {
            return false;
        }
        let too_early = |retrieved: Day| test.period.is_some_and(|(_, end)| retrieved < end.min(today()));
        population.size.is_none()
            || !population.source
            || population.retrieved.is_none_or(too_early)
            || population.reconciled != Some(true)
    }

    fn about_start(&self, at: usize, faults: &mut Vec<Fault>) {
        let Some((start, end)) = self.period() else { return };
        let Some(since) = self.inventory.controls[at].since.filter(|since| *since > start && today() >= start) else {
            return;
        };
        let mut fault = self.control_fault(at, "control-started-late");
        fault
            .criteria
            .retain(|id| !self.naming(id).into_iter().any(|other| other != at && self.there_from_the_start(other)));
        if fault.criteria.is_empty() {
            return;
        }
        let days = (start..=end).count();
        let gone = (start..=end).filter(|day| *day < since).count();
        if 2 * gone > days {
            fault.because("late", 15);
        }
        faults.push(fault);
    }

    /// Whether a control is observed, and was there from the first day of the period.
    pub fn there_from_the_start(&self, at: usize) -> bool {
        let Some((start, _)) = self.period() else { return false };
        self.operations[at].as_ref().is_some_and(|operation| !operation.never() && operation.span.0 == start)
    }

    fn about_testers(&self, at: usize, faults: &mut Vec<Fault>) {
        let control = &self.inventory.controls[at];
        let design =
            |test: &&Test| test.design && test.conclusion.is_some() && test.date.is_some_and(|day| day <= today());
        let last = control.tests.iter().filter(design).filter_map(|test| test.date).max();
        let counting = control.tests.iter().filter(|test| design(test) && test.date == last);
        let operation = self.tests_in_period(at).into_iter().filter(|test| concluded(test));
        let by: Vec<Option<&str>> = counting.chain(operation).map(|test| test.by).collect();
        let own = by.iter().flatten().any(|name| control.owner == Some(*name) || control.performer == Some(*name));
        let unnamed = by.contains(&None);
        if own || unnamed {
            let mut fault = self.control_fault(at, "tester-not-independent");
            if own {
                fault.tell("own tester");
            } else {
                fault.because("unnamed", -5);
            }
            faults.push(fault);
        }
    }
}
