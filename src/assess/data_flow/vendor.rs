//! What is known of data with another organisation: its assurance reports, and the gaps of depending on it.

use std::collections::BTreeMap;

use crate::assess::context::Context;
use crate::model::data_flow::Answer;
use crate::model::date::Date;
use crate::model::document::{AssuranceReport, Vendor};
use crate::model::gap::Gap;
use crate::model::gap_id::GapId;
use crate::model::rule::GapNature;
use crate::model::words::AssuranceKind;

/// The other organisations and the gaps of depending on each.
pub(super) struct Vendors<'a> {
    list: &'a [Vendor],
    as_of: Date,
    gaps: BTreeMap<&'a str, Vec<&'a GapId>>,
}

impl<'a> Vendors<'a> {
    pub(super) fn of(context: &Context<'a>, gaps: &'a [Gap]) -> Self {
        let mut by_vendor: BTreeMap<&str, Vec<&GapId>> = BTreeMap::new();
        for gap in gaps.iter().filter(|gap| gap.finding.rule.nature == GapNature::Dependence) {
            let subject = GapId::split(gap.id()).map_or("", |(subject, ..)| subject);
            by_vendor.entry(subject).or_default().push(&gap.finding.id);
        }
        for ids in by_vendor.values_mut() {
            ids.sort();
        }
        Self { list: &context.inventory.vendors, as_of: context.as_of, gaps: by_vendor }
    }

    /// The answer for data that lies with one of them.
    pub(super) fn answer(&self, at: usize) -> Answer {
        let Some(vendor) = self.list.get(at) else { return Answer::default() };
        let gaps = self.gaps.get(vendor.id.as_str()).into_iter().flatten();
        let mut stated: Vec<String> = vendor.reports.iter().filter_map(|report| self.report(report)).collect();
        stated.sort();
        let name = vendor.name.as_deref().unwrap_or(&vendor.id);
        let remark = if stated.is_empty() {
            format!("{name} receives it, and no assurance report of {name} is on file.")
        } else {
            format!("{name} receives it; what happens to it there is for its reports to show.")
        };
        Answer { stated, gaps: gaps.copied().cloned().collect(), remarks: vec![remark], ..Answer::default() }
    }

    /// Kind and time of a report that gives assurance; `None` for any other, and for one whose time has not come.
    fn report(&self, report: &AssuranceReport) -> Option<String> {
        let date = report.date.as_ref().map(|date| date.value);
        let begins = report.period.as_ref().map(|period| period.start).or(date);
        if !gives_assurance(report.kind) || begins.is_some_and(|begins| begins > self.as_of) {
            return None;
        }
        let time = report.period.as_ref().map(ToString::to_string).or_else(|| Some(date?.to_string()));
        Some(format!("{} of {}", report.kind, time.as_deref().unwrap_or("no date")))
    }
}

/// Whether somebody independent stands behind a report of this kind, and it speaks of controls as a whole.
const fn gives_assurance(kind: AssuranceKind) -> bool {
    match kind {
        AssuranceKind::Soc2Type2
        | AssuranceKind::Soc2Type1
        | AssuranceKind::Soc1Type2
        | AssuranceKind::Soc1Type1
        | AssuranceKind::Soc3
        | AssuranceKind::Iso27001
        | AssuranceKind::PciDss => true,
        AssuranceKind::PenetrationTest | AssuranceKind::Questionnaire | AssuranceKind::Other => false,
    }
}
