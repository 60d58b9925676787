//! What falls short: every rule asked about every control, document, system and decision.

pub mod context;
pub mod data_flow;
pub mod decision;
mod documents;
pub mod due;
pub mod evidence;
pub mod exception;
pub mod finding;
pub mod holdings;
pub mod locking;
pub mod occurrence;
pub mod operating_test;
pub mod operation;
pub mod rule;
pub mod sample_size;
pub mod snapshot;
pub mod standing;
pub mod summary;
pub mod treatment;
pub mod unverifiable;
mod vendors;
pub mod verdict;
mod wanted;

use crate::assess::context::Context;
use crate::assess::rule::{Check, RULES};
use crate::model::gap::{Finding, Gap};

/// What every rule finds, except those that judge decisions about gaps; sorted by identity.
#[must_use]
pub fn findings(context: &Context<'_>) -> Vec<Finding> {
    let found = RULES.iter().flat_map(|rule| match rule.check {
        Check::Facts(check) => check(context),
        Check::Decisions(_) => Vec::new(),
    });
    in_order(found.collect())
}

/// What the rules find that judge decisions about gaps, once the gaps and their risks are known; sorted by identity.
///
/// The gaps must stand in the order of their identities, as [`findings`] has them.
#[must_use]
pub fn decisions(context: &Context<'_>, gaps: &[Gap]) -> Vec<Finding> {
    let found = RULES.iter().flat_map(|rule| match rule.check {
        Check::Facts(_) => Vec::new(),
        Check::Decisions(check) => check(context, gaps),
    });
    in_order(found.collect())
}

fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| a.id.cmp(&b.id));
    findings
}
