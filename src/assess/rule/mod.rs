//! The rules: one file each, listed once.

use crate::assess::context::Context;
use crate::model::gap::{Finding, Gap};
use crate::model::rule::RuleInfo;

/// A rule: what it is, and how it looks.
pub struct Rule {
    /// What it is.
    pub info: &'static RuleInfo,
    /// How it looks.
    pub check: Check,
}

/// How a rule looks.
pub enum Check {
    /// At the facts of the inventory.
    Facts(fn(&Context<'_>) -> Vec<Finding>),
    /// At decisions about gaps, once gaps and their risks are known.
    Decisions(fn(&Context<'_>, &[Gap]) -> Vec<Finding>),
}

/// Declares a rule: its page, name, nature, base likelihood, version and check.
///
/// The page is the documentation and the fixture: a test lays every `yaml,gap` block over a healthy inventory and demands
/// that this rule and no other answers, and every `yaml,clean` block and demands silence.
macro_rules! declare_rule {
    (
        $(#[doc = $page:literal])*
        $name:literal, $nature:ident, likelihood $likelihood:literal, since $since:literal, $kind:ident($check:path)
    ) => {
        /// What the rule is.
        pub static INFO: $crate::model::rule::RuleInfo = $crate::model::rule::RuleInfo {
            name: $name,
            nature: $crate::model::rule::GapNature::$nature,
            likelihood: $likelihood,
            page: concat!($($page, "\n"),*),
            since: $since,
        };

        /// The rule.
        pub static RULE: $crate::assess::rule::Rule =
            $crate::assess::rule::Rule { info: &INFO, check: $crate::assess::rule::Check::$kind($check) };
    };
}

mod acceptance_expired;
mod acceptance_outdated;
mod acceptance_self_approved;
mod acceptance_unused;
mod commitment_uncovered;
mod common_criterion_excluded;
mod control_informal;
mod control_not_in_place;
mod control_started_late;
mod control_unmapped;
mod control_vaguely_worded;
mod control_without_frequency;
mod control_without_owner;
mod criterion_without_control;
mod data_flow_unprotected;
mod design_deficient;
mod design_untested;
mod document_missing;
mod document_review_overdue;
mod document_unapproved;
mod evidence_absent;
mod evidence_altered;
mod evidence_dated_ahead;
mod evidence_missing;
mod evidence_outside_period;
mod evidence_stale;
mod expected_control_unsupported;
mod implausible_mapping;
mod occurrence_missed;
mod operating_exceptions;
mod operation_deficient;
mod operation_untested;
mod period_too_long;
mod period_too_short;
mod population_unproved;
mod remediation_unused;
mod sample_too_small;
mod single_control_reliance;
mod subservice_report_absent;
mod subservice_report_gap;
mod system_not_covered;
mod systems_undefined;
mod task_overdue;
mod task_without_owner;
mod tester_not_independent;
mod user_entity_control_unplaced;
mod vendor_unreviewed;

/// Every rule, in the order of their natures.
pub static RULES: &[&Rule] = &[
    &criterion_without_control::RULE,
    &control_not_in_place::RULE,
    &system_not_covered::RULE,
    &commitment_uncovered::RULE,
    &design_deficient::RULE,
    &design_untested::RULE,
    &control_informal::RULE,
    &control_without_owner::RULE,
    &control_without_frequency::RULE,
    &control_vaguely_worded::RULE,
    &control_unmapped::RULE,
    &implausible_mapping::RULE,
    &single_control_reliance::RULE,
    &evidence_absent::RULE,
    &evidence_stale::RULE,
    &evidence_missing::RULE,
    &evidence_altered::RULE,
    &evidence_outside_period::RULE,
    &evidence_dated_ahead::RULE,
    &occurrence_missed::RULE,
    &operation_untested::RULE,
    &operating_exceptions::RULE,
    &operation_deficient::RULE,
    &sample_too_small::RULE,
    &population_unproved::RULE,
    &control_started_late::RULE,
    &tester_not_independent::RULE,
    &document_missing::RULE,
    &document_unapproved::RULE,
    &document_review_overdue::RULE,
    &subservice_report_absent::RULE,
    &subservice_report_gap::RULE,
    &user_entity_control_unplaced::RULE,
    &expected_control_unsupported::RULE,
    &vendor_unreviewed::RULE,
    &acceptance_expired::RULE,
    &acceptance_unused::RULE,
    &acceptance_outdated::RULE,
    &acceptance_self_approved::RULE,
    &remediation_unused::RULE,
    &task_overdue::RULE,
    &task_without_owner::RULE,
    &period_too_short::RULE,
    &period_too_long::RULE,
    &common_criterion_excluded::RULE,
    &systems_undefined::RULE,
    &data_flow_unprotected::RULE,
];

/// What every rule is, in order.
#[must_use]
pub fn infos() -> Vec<&'static RuleInfo> {
    RULES.iter().map(|rule| rule.info).collect()
}

/// Every name a gap id may hold.
#[must_use]
pub fn names() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.info.name).collect()
}
