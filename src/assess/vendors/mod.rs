//! Other organisations as rules speak of them: how they stand to ours, what they gave us about themselves, and what rests on
//! them.

pub(super) mod reports;
pub(super) mod time;

use std::collections::BTreeSet;

use crate::assess::context::Context;
use crate::model::criterion_id::CriterionId;
use crate::model::document::{AssuranceReport, ExpectedControl, Vendor};
use crate::model::gap::Finding;
use crate::model::level::Level;
use crate::model::rule::RuleInfo;
use crate::model::words::Relation;

/// The criterion that asks whether other organisations are watched over.
const WATCHED_OVER: &str = "CC9.2";

/// Another organisation with what is on file of it.
pub(super) struct VendorView<'a> {
    /// What the inventory says.
    pub vendor: &'a Vendor,
    /// Its reports that can have been there on the day of the assessment, the oldest first; those of no known time before all.
    pub reports: Vec<&'a AssuranceReport>,
}

/// Every other organisation, by id.
pub(super) fn vendors<'a>(context: &Context<'a>) -> impl Iterator<Item = VendorView<'a>> + use<'a> {
    let as_of = context.as_of;
    context.inventory.vendors.iter().map(move |vendor| {
        let there = |report: &&AssuranceReport| reports::there_from(report).is_none_or(|day| day <= as_of);
        let mut reports: Vec<&AssuranceReport> = vendor.reports.iter().filter(there).collect();
        reports.sort_by_cached_key(|report| {
            let letter = report.bridge_until.as_ref().map(|letter| letter.value);
            (reports::time(report).map(|time| (time.end, time.start)), report.kind, letter, report.exceptions)
        });
        VendorView { vendor, reports }
    })
}

/// The criterion on watching over other organisations, where it applies.
pub(super) fn watched_over(context: &Context<'_>) -> Option<CriterionId> {
    Some(context.criterion(WATCHED_OVER.parse().ok()?)?.criterion.id)
}

/// The applicable criteria that a control in place addresses whose design was not found deficient.
pub(super) fn served(context: &Context<'_>) -> BTreeSet<CriterionId> {
    let any = |view| context.controls_of(view).any(|control| control.standing.serves());
    context.criteria().filter(|view| any(*view)).map(|view| view.criterion.id).collect()
}

/// The applicable criteria an expected control is to serve.
pub(super) fn criteria_of(context: &Context<'_>, expected: &ExpectedControl) -> BTreeSet<CriterionId> {
    let named = expected.criteria.iter().map(|named| named.criterion);
    named.filter(|id| context.criterion(*id).is_some()).collect()
}

impl<'a> VendorView<'a> {
    /// What people call it.
    pub(super) fn name(&self) -> &'a str {
        self.vendor.name.as_deref().unwrap_or(&self.vendor.id)
    }

    /// How it stands to us; an ordinary supplier where nobody says.
    pub(super) fn relation(&self) -> Relation {
        self.vendor.relation.unwrap_or(Relation::Vendor)
    }

    /// Whether its controls are left out of our description, so that its own report must speak for them.
    pub(super) fn is_carved_out(&self) -> bool {
        self.relation() == Relation::CarveOut
    }

    /// How much depends on it; moderate where nobody says.
    pub(super) fn criticality(&self) -> Level {
        self.vendor.criticality.unwrap_or(Level::Moderate)
    }

    /// Its reports by somebody independent, the oldest first.
    pub(super) fn assurance(&self) -> Vec<&'a AssuranceReport> {
        self.reports.iter().copied().filter(|report| reports::is_assurance(report)).collect()
    }

    /// Whether we rely on it for a criterion.
    pub(super) fn is_relied_on_for(&self, criterion: CriterionId) -> bool {
        let mut named = self.vendor.expected_controls.iter().flat_map(|expected| &*expected.criteria);
        named.any(|named| named.criterion == criterion)
    }

    /// What rests on it: the criterion on watching over it, and those we rely on it for; as far as they apply.
    pub(super) fn criteria(&self, context: &Context<'_>) -> Vec<CriterionId> {
        let expected = self.vendor.expected_controls.iter().flat_map(|expected| criteria_of(context, expected));
        let all: BTreeSet<CriterionId> = expected.chain(watched_over(context)).collect();
        all.into_iter().collect()
    }

    /// A finding about it: it touches the criterion on watching over it and the systems it runs or reaches, and weighs more
    /// or less by how much depends on it.
    pub(super) fn finding(&self, context: &Context<'_>, rule: &'static RuleInfo) -> Finding {
        let known = &context.inventory.index.systems;
        let systems: BTreeSet<usize> =
            self.vendor.systems.iter().filter_map(|system| known.get(&system.value).copied()).collect();
        let id = &*self.vendor.id;
        let finding = Finding::about(rule, id)
            .touching(watched_over(context).into_iter().collect())
            .on_systems(systems.into_iter().collect())
            .at(self.vendor.id.place);
        let (points, much) = match self.criticality() {
            Level::VeryHigh => (10, "Very much"),
            Level::High => (10, "Much"),
            Level::Moderate => return finding,
            Level::Low | Level::VeryLow => (-15, "Little"),
        };
        finding.because("criticality", points, format!("{much} depends on `{id}`."))
    }
}
