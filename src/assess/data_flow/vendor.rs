//! What is known of data with another organisation: its assurance reports, and the gaps of depending on it.

use std::collections::BTreeMap;

use crate::assess::context::Context;
use crate::assess::vendors::reports::{is_assurance, name, there_from};
use crate::model::data_flow::Answer;
use crate::model::date::Date;
use crate::model::document::{AssuranceReport, Vendor};
use crate::model::gap::Gap;
use crate::model::gap_id::GapId;
use crate::model::rule::GapNature;

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

    /// What people call a report that gives assurance; `None` for any other, and for one whose time has not come.
    fn report(&self, report: &AssuranceReport) -> Option<String> {
        if !is_assurance(report) || there_from(report).is_some_and(|day| day > self.as_of) {
            return None;
        }
        Some(name(report))
    }
}
