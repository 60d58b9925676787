//! What became of a gap: whether somebody's signature for it counts today.

use crate::assess::context::Context;
use crate::model::document::Acceptance;
use crate::model::gap::{Finding, Treatment};
use crate::model::level::Level;
use crate::text::natural::compare;

/// What became of a gap of a level: accepted when an acceptance for it is in force.
#[must_use]
pub fn treatment(context: &Context<'_>, finding: &Finding, level: Level) -> Treatment {
    let acceptances = &context.inventory.acceptances;
    let found = acceptances.binary_search_by(|acceptance| compare(&acceptance.gap.value, finding.id.as_str()));
    match found.ok().and_then(|at| Some((at, acceptances.get(at)?))) {
        Some((at, acceptance)) if in_force(context, acceptance, finding, level) => Treatment::Accepted(at),
        Some(_) | None => Treatment::Open,
    }
}

/// An acceptance counts from the day of approval to the day it expires, at the level signed for or below, when the
/// signature is not that of whoever would have to close the gap.
fn in_force(context: &Context<'_>, acceptance: &Acceptance, finding: &Finding, level: Level) -> bool {
    let begun = acceptance.approved.as_ref().is_none_or(|approved| approved.value <= context.as_of);
    let running = context.as_of <= acceptance.expires.value;
    let at_level = acceptance.level.is_none_or(|signed| level <= signed);
    begun && running && at_level && !is_self_approved(context, acceptance, finding)
}

/// Whether an acceptance was signed by the one who would have to close the gap.
#[must_use]
pub fn is_self_approved(context: &Context<'_>, acceptance: &Acceptance, finding: &Finding) -> bool {
    let approver: &str = &acceptance.approved_by.value;
    context.inventory.owner_of(finding).is_some_and(|owner| owner == approver)
}
