//! Decisions beside the gaps they are about: what the rules that judge decisions share.

use crate::assess::context::Context;
use crate::model::document::{Acceptance, Remediation};
use crate::model::gap::{Finding, Gap, Treatment};
use crate::model::gap_id::GapId;
use crate::model::rule::{GapNature, RuleInfo};
use crate::model::words::TaskStatus;
use crate::source::file::Located;
use crate::source::reader::Text;
use crate::text::natural::compare;

/// Acceptances of gaps that exist, each with its gap.
pub fn acceptances<'a>(
    context: &Context<'a>,
    gaps: &'a [Gap],
) -> impl Iterator<Item = (&'a Acceptance, &'a Gap)> + use<'a> {
    context.inventory.acceptances.iter().filter_map(|entry| Some((entry, find(gaps, &entry.gap.value)?)))
}

/// Remediation entries that are still to be done, of gaps that exist and that nobody accepted, each with its gap.
pub fn unfinished<'a>(
    context: &Context<'a>,
    gaps: &'a [Gap],
) -> impl Iterator<Item = (&'a Remediation, &'a Gap)> + use<'a> {
    let entries = context.inventory.remediation.iter().filter(|entry| entry.status != Some(TaskStatus::Done));
    let known = entries.filter_map(|entry| Some((entry, find(gaps, &entry.gap.value)?)));
    known.filter(|(_, gap)| !matches!(gap.treatment, Treatment::Accepted(_)))
}

/// Whether a decision is about a gap that this assessment would have found, and did not.
///
/// Gaps of decisions are found only after this question.
#[must_use]
pub fn is_unused(context: &Context<'_>, gaps: &[Gap], gap: &str) -> bool {
    let name = GapId::split(gap).map_or("", |(_, rule, _)| rule);
    let rule = context.rules.iter().find(|rule| rule.name == name);
    rule.is_some_and(|rule| rule.nature != GapNature::Treatment) && find(gaps, gap).is_none()
}

/// The gap of an identity.
// INVARIANT: decisions are judged while the gaps stand in the order of their identities.
fn find<'a>(gaps: &'a [Gap], id: &str) -> Option<&'a Gap> {
    gaps.binary_search_by(|gap| compare(gap.id(), id)).ok().and_then(|at| gaps.get(at))
}

/// A finding about a decision: its id is that of the gap with the rule put in second place.
#[must_use]
pub fn finding(rule: &'static RuleInfo, decided: &Located<Text>) -> Finding {
    let (subject, rest) = decided.value.split_once(':').unwrap_or((&decided.value, ""));
    Finding::about(rule, &subject).part(&rest).at(decided.place)
}

/// A finding about a decision about a gap that exists: it touches what the gap touches, and falls to who would close it.
#[must_use]
pub fn finding_beside(context: &Context<'_>, rule: &'static RuleInfo, decided: &Located<Text>, gap: &Gap) -> Finding {
    let about = &gap.finding;
    Finding {
        criteria: about.criteria.clone(),
        control: about.control,
        systems: about.systems.clone(),
        owner: context.inventory.owner_of(about).map(str::to_owned),
        ..finding(rule, decided)
    }
}

/// A title: the name of the gap's subject, then what is wrong with the decision about it.
#[must_use]
pub fn title(context: &Context<'_>, gap: &str, says: impl Fn(&str) -> String) -> String {
    let (subject, rest) = gap.split_once(':').unwrap_or((gap, ""));
    let criterion = context.catalog.criteria.iter().find(|criterion| criterion.id.to_string() == subject);
    let name = criterion.map_or_else(|| context.inventory.name_of(subject), |criterion| &criterion.title);
    format!("{name}: {}", says(rest))
}

/// Who signed an acceptance, and when.
#[must_use]
pub fn signed(context: &Context<'_>, acceptance: &Acceptance) -> String {
    let by = context.inventory.person_name(&acceptance.approved_by.value);
    match &acceptance.approved {
        Some(approved) => format!("{by} on {}", approved.value),
        None => format!("{by} on a day that is not given"),
    }
}
