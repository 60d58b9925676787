//! Other organisations: when what their reports cover runs out, and when we have to look at them again.

use crate::assess::context::Context;
use crate::assess::vendors::reports::{is_assurance, is_over_a_period, there_from, time};
use crate::model::criterion_id::CriterionId;
use crate::model::date::{Date, Period};
use crate::model::document::{AssuranceReport, Vendor};
use crate::model::due::{DueItem, DueKind, Horizon};
use crate::model::level::Level;
use crate::model::words::Relation;

/// The reports and reviews that fall due or are overdue.
pub(super) fn items(context: &Context<'_>, horizon: Horizon) -> Vec<DueItem> {
    let desk = Desk { context, horizon, day: context.day() };
    let vendors = context.inventory.vendors.iter();
    vendors.flat_map(|vendor| desk.report(vendor).into_iter().chain(desk.review(vendor))).collect()
}

struct Desk<'a> {
    context: &'a Context<'a>,
    horizon: Horizon,
    /// The day things must be in date for.
    day: Date,
}

/// Up to when what is on file holds, what was said of it, and whether more of the same would do.
struct Cover {
    until: Date,
    told: String,
    wanted: &'static str,
}

impl Desk<'_> {
    /// The report of an organisation whose controls ours rest on: one carved out of our report.
    fn report(&self, vendor: &Vendor) -> Option<DueItem> {
        if vendor.relation != Some(Relation::CarveOut) {
            return None;
        }
        let item = self.about(vendor, self.criteria(vendor, true));
        let Some(cover) = self.cover(vendor) else {
            let wanted = if self.period().is_some() {
                "a report over a period, such as a SOC 2 Type II"
            } else {
                "its assurance report"
            };
            return Some(DueItem {
                identity: format!("{}:{}:report:none", DueKind::Vendor, &*vendor.id),
                due: self.horizon.as_of,
                overdue: true,
                collect: format!(
                    "Ask for {wanted}, and record it with its period and the day you reviewed it. No such report is on file."
                ),
                ..item
            });
        };
        // What lies before our period needs no cover.
        let due = self.period().map_or(cover.until, |ours| cover.until.max(ours.start.minus_days(1)));
        self.falls_due(due).then(|| DueItem {
            identity: format!("{}:{}:report:{due}", DueKind::Vendor, &*vendor.id),
            due,
            overdue: due < self.day,
            collect: format!("Ask for {}: {}.", cover.wanted, cover.told),
            ..item
        })
    }

    /// Our review of an organisation.
    fn review(&self, vendor: &Vendor) -> Option<DueItem> {
        let relation = vendor.relation.unwrap_or(Relation::Vendor);
        let minor = relation == Relation::Vendor && vendor.criticality.is_some_and(|level| level <= Level::Low);
        // Where no assurance report is on file, that is asked for first.
        let unread = relation == Relation::CarveOut && !self.known(vendor).any(is_assurance);
        if minor || unread {
            return None;
        }
        let item = self.about(vendor, self.criteria(vendor, false));
        let Some(reviewed) = newest_review(vendor, self.horizon.as_of).map(|(on, _)| on) else {
            return Some(DueItem {
                identity: format!("{}:{}:review:none", DueKind::Vendor, &*vendor.id),
                due: self.horizon.as_of,
                overdue: true,
                collect: "Review it: read its newest report, and record the day and who did. No review is on record."
                    .to_owned(),
                ..item
            });
        };
        let term = self.context.inventory.conventions.vendor_review();
        let due = term.after(reviewed);
        self.falls_due(due).then(|| DueItem {
            identity: format!("{}:{}:review:{due}", DueKind::Vendor, &*vendor.id),
            due,
            overdue: due < self.day,
            collect: format!(
                "Review it: read its newest report, and record the day and who did. The last review was on {reviewed} and \
                 holds for {term}."
            ),
            ..item
        })
    }

    /// Whether a last day lies ahead, or lay before the day things must be in date for. What held up to the end of our
    /// report is not late for having run out since.
    fn falls_due(&self, last: Date) -> bool {
        self.horizon.ahead(last) || last < self.day
    }

    fn period(&self) -> Option<&Period> {
        self.context.inventory.scope.report.period()
    }

    /// The reports that can be there on the day: one on operation only once its time is over.
    fn known<'v>(&self, vendor: &'v Vendor) -> impl Iterator<Item = &'v AssuranceReport> + use<'v> {
        let as_of = self.horizon.as_of;
        vendor.reports.iter().filter(move |report| there_from(report).is_none_or(|day| day <= as_of))
    }

    /// How far the reports of an organisation reach.
    fn cover(&self, vendor: &Vendor) -> Option<Cover> {
        let conventions = &self.context.inventory.conventions;
        if self.period().is_none() {
            let reports = self.known(vendor).filter(|report| is_assurance(report));
            let end = reports.filter_map(|report| Some(time(report)?.end)).max()?;
            let term = conventions.vendor_report();
            let until = term.after(end);
            let told = format!("the newest speaks of {end} and holds for {term}, until {until}");
            return Some(Cover { until, told, wanted: "its next assurance report" });
        }
        let bridge = conventions.bridge_letter();
        let over_periods = self.known(vendor).filter(|report| is_over_a_period(report));
        let reaches = over_periods.filter_map(|report| {
            let end = time(report)?.end;
            let limit = bridge.after(end);
            let letter = report.bridge_until.as_ref().map(|until| until.value.min(limit)).filter(|until| *until > end);
            Some((letter.unwrap_or(end), end, limit))
        });
        let (until, end, limit) = reaches.max()?;
        let told = if until > end {
            format!("the newest ends on {end}, and its bridge letter reaches to {until}")
        } else {
            format!("the newest ends on {end}")
        };
        let bridged = until < limit && self.horizon.as_of <= limit;
        let wanted = if bridged { "its next report, or until then a bridge letter" } else { "its next report" };
        Some(Cover { until, told, wanted })
    }

    fn about(&self, vendor: &Vendor, criteria: Vec<CriterionId>) -> DueItem {
        DueItem {
            subject: vendor.id.value.to_string(),
            name: vendor.name.as_deref().unwrap_or(&vendor.id).to_owned(),
            owner: newest_review(vendor, self.horizon.as_of).and_then(|(_, by)| by).map(str::to_owned),
            criteria,
            ..DueItem::new(DueKind::Vendor)
        }
    }

    /// The criterion about other organisations, and those we rely on this one for.
    fn criteria(&self, vendor: &Vendor, relied_on: bool) -> Vec<CriterionId> {
        let expected =
            vendor.expected_controls.iter().filter(|_| relied_on).flat_map(|expected| expected.criteria.iter());
        let managing = "CC9.2".parse::<CriterionId>().ok();
        let named = managing.into_iter().chain(expected.map(|written| written.value.criterion));
        let wanted: Vec<CriterionId> = named.collect();
        self.context.criteria().map(|view| view.criterion.id).filter(|id| wanted.contains(id)).collect()
    }
}

/// The last review up to a day, and by whom; of several on one day the first by name.
fn newest_review(vendor: &Vendor, as_of: Date) -> Option<(Date, Option<&str>)> {
    let reviews = vendor.reports.iter().filter_map(|report| {
        let on = report.reviewed.as_ref()?.value;
        Some((on, report.reviewed_by.as_ref().map(|by| &*by.value.0)))
    });
    let past = reviews.filter(|(on, _)| *on <= as_of);
    past.max_by(|(on, by), (other, who)| on.cmp(other).then_with(|| by.is_some().cmp(&who.is_some())).then(who.cmp(by)))
}
