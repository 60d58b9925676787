//! Which gaps there are in how other organisations are relied on.

use std::collections::BTreeSet;

use crate::common::calendar::Day;
use crate::common::inventory::{
    Assurance, CRITERIA, LEVELS, Length, RELATIONS, REPORTS, Report, TERMS, Vendor, today, vendor_id,
};

use super::{Fault, Model};

impl Model<'_> {
    pub fn about_vendor(&self, at: usize, faults: &mut Vec<Fault>) {
        let vendor = &self.inventory.vendors[at];
        let relation = vendor.relation.map_or("vendor", |at| RELATIONS[at]);
        let reports = self.reports(at);
        let assurance = self.assurance(at);
        if relation == "carve-out" {
            if assurance.is_empty() {
                faults.push(self.vendor_fault(at, "subservice-report-absent", true));
            } else {
                self.about_reports(at, &assurance, faults);
            }
        }
        for (nth, controls) in vendor.asked.iter().enumerate() {
            if !controls.iter().any(|control| self.in_place(*control)) {
                let mut fault = self.vendor_fault(at, "user-entity-control-unplaced", false);
                fault.id = format!("{}:U-{}-{nth}", fault.id, vendor_id(at));
                faults.push(fault);
            }
        }
        self.about_expected(at, relation, faults);
        let asked =
            relation != "vendor" || !vendor.criticality.is_some_and(|at| matches!(LEVELS[at], "low" | "very-low"));
        let left = relation == "carve-out" && assurance.is_empty();
        let reviewed = reports.iter().filter_map(|report| report.reviewed).filter(|day| *day <= today()).max();
        if asked && !left && reviewed.is_none_or(|day| self.term("review").after(day) < self.day()) {
            let mut fault = self.vendor_fault(at, "vendor-unreviewed", false);
            fault.tell(if reviewed.is_some() { "reviewed long ago" } else { "never reviewed" });
            faults.push(fault);
        }
    }

    /// The reports of another organisation. One that begins after the day of the assessment is not there yet, nor one on
    /// operation that ends after it.
    fn reports(&self, at: usize) -> Vec<&Assurance> {
        let ahead = |report: &Assurance| {
            let on_operation = matches!(REPORTS[report.kind], "soc2-type2" | "soc1-type2" | "soc3");
            time(report).is_some_and(|(start, end)| if on_operation { end } else { start } > today())
        };
        self.inventory.vendors[at].reports.iter().filter(|report| !ahead(report)).collect()
    }

    /// Those in which somebody independent says something.
    pub fn assurance(&self, at: usize) -> Vec<&Assurance> {
        let mut reports = self.reports(at);
        reports.retain(|it| !matches!(REPORTS[it.kind], "penetration-test" | "questionnaire" | "other"));
        reports
    }

    /// The organisations whose controls are left out of the description, and relied on for a criterion.
    pub fn relied_on(&self, id: &str) -> Vec<usize> {
        let vendors = self.inventory.vendors.iter().enumerate();
        let relied_on = vendors.filter(|(_, vendor)| {
            let carved_out = vendor.relation.is_some_and(|at| RELATIONS[at] == "carve-out");
            carved_out && vendor.expected.iter().flatten().any(|at| CRITERIA[*at] == id)
        });
        relied_on.map(|(at, _)| at).collect()
    }

    fn vendor_fault(&self, at: usize, rule: &'static str, expected: bool) -> Fault {
        let vendor = &self.inventory.vendors[at];
        let mut fault = Fault::of(&vendor_id(at), rule);
        let relied_on = vendor.expected.iter().flatten().map(|at| CRITERIA[*at]).filter(|_| expected);
        let touched = relied_on.chain(["CC9.2"]).filter(|id| self.applies(id));
        fault.criteria = touched.map(str::to_owned).collect();
        fault.systems.clone_from(&vendor.systems);
        match vendor.criticality.map(|at| LEVELS[at]) {
            Some("high" | "very-high") => fault.because("critical vendor", 10),
            Some("low" | "very-low") => fault.because("uncritical vendor", -15),
            _ => {}
        }
        fault
    }

    fn about_reports(&self, at: usize, assurance: &[&Assurance], faults: &mut Vec<Fault>) {
        let mut fault = self.vendor_fault(at, "subservice-report-gap", true);
        let over_time: Vec<&Assurance> = assurance
            .iter()
            .copied()
            .filter(|it| matches!(REPORTS[it.kind], "soc2-type2" | "soc1-type2" | "soc3"))
            .collect();
        let kind = self.period().is_some() && over_time.is_empty();
        let (uncovered, bridgeable) = match self.inventory.report {
            Report::Type1(_) => (!self.still_speaks(assurance), false),
            Report::Type2(start, _) => self.uncovered(start, &over_time),
        };
        // The newest report: the one that ends last, whatever else is on file.
        let newest = assurance.iter().map(|it| time(it).map(|(_, end)| end)).max().flatten();
        let newest = assurance.iter().filter(|it| time(it).map(|(_, end)| end) == newest);
        let unread = newest.clone().any(|it| {
            it.exceptions.is_some_and(|count| count > 0) && it.assessed.is_none_or(|words| words.trim().is_empty())
        });
        for (holds, what) in
            [(kind, "report of a wrong kind"), (uncovered, "uncovered time"), (unread, "exceptions unassessed")]
        {
            if holds {
                fault.tell(what);
            }
        }
        if uncovered && bridgeable && !kind && !unread {
            fault.because("bridge letter would do", -25);
        }
        if kind || uncovered || unread {
            faults.push(fault);
        }
    }

    /// Type 1: whether the newest report, given some time more, reaches the day.
    fn still_speaks(&self, assurance: &[&Assurance]) -> bool {
        let newest = assurance.iter().filter_map(|it| time(it)).map(|(_, end)| end).max();
        newest.is_some_and(|end| self.day() <= self.term("report").after(end))
    }

    /// Type 2: whether a day of the period so far lies in no report, and whether bridge letters would do for all of them.
    fn uncovered(&self, start: Day, over_time: &[&Assurance]) -> (bool, bool) {
        let mut covered = BTreeSet::new();
        for (report, (from, to)) in over_time.iter().filter_map(|report| Some((report, time(report)?))) {
            let limit = self.term("bridge_letter").after(to);
            let bridged = report.bridge.map_or(to, |until| until.min(limit)).max(to);
            covered.extend(from..=bridged);
        }
        let uncovered: Vec<Day> = (start..=self.day()).filter(|day| !covered.contains(day)).collect();
        let reaches = |day: Day, end: Day| day > end && day <= self.term("bridge_letter").after(end);
        let near = |day: &Day| over_time.iter().filter_map(|report| time(report)).any(|(_, end)| reaches(*day, end));
        (!uncovered.is_empty(), uncovered.iter().all(near))
    }

    fn about_expected(&self, at: usize, relation: &str, faults: &mut Vec<Fault>) {
        let vendor: &Vendor = &self.inventory.vendors[at];
        let served = |id: &str| self.naming(id).into_iter().any(|at| self.serves(at));
        let unsupported = match relation {
            "carve-out" => !vendor.expected.is_empty() && self.applies("CC9.2") && !served("CC9.2"),
            "inclusive" => {
                vendor.expected.iter().flatten().any(|at| self.applies(CRITERIA[*at]) && !served(CRITERIA[*at]))
            }
            _ => false,
        };
        if unsupported {
            let mut fault = self.vendor_fault(at, "expected-control-unsupported", true);
            fault.tell(if relation == "inclusive" { "inclusive" } else { "carved out" });
            faults.push(fault);
        }
    }

    fn term(&self, key: &str) -> Length {
        let row = TERMS.iter().position(|(name, _)| *name == key).expect("a term");
        let set = self.inventory.terms.iter().find(|(at, _)| *at == row);
        set.map_or(Length::Months(TERMS[row].1), |(_, length)| *length)
    }
}

/// The time a report speaks of.
fn time(report: &Assurance) -> Option<(Day, Day)> {
    report.period.or(report.date.map(|date| (date, date)))
}
