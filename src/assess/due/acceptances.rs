//! Decisions to bear a gap whose last day comes.

use crate::assess::context::Context;
use crate::assess::decision::acceptances;
use crate::model::due::{DueItem, DueKind, Horizon};
use crate::model::gap::Gap;

/// The acceptances of gaps that are still there and that run out or have run out.
pub(super) fn items(context: &Context<'_>, gaps: &[Gap], horizon: Horizon) -> Vec<DueItem> {
    let running_out = acceptances(context, gaps).filter(|(acceptance, _)| acceptance.expires.value <= horizon.until);
    let items = running_out.map(|(acceptance, gap)| {
        let due = acceptance.expires.value;
        let overdue = due < horizon.as_of;
        let approver = &*acceptance.approved_by.value;
        let owner = context.inventory.owner_of(&gap.finding).unwrap_or(approver);
        let ends = if overdue { "ran out" } else { "runs out" };
        DueItem {
            identity: format!("{}:{}:{due}", DueKind::Acceptance, gap.id()),
            subject: gap.id().to_owned(),
            name: gap.finding.title.clone(),
            due,
            overdue,
            collect: format!(
                "Close the gap, or have it accepted anew by somebody who does not own it: the acceptance signed by {} {ends} \
                 on {due}.",
                context.person(approver)
            ),
            owner: Some(owner.to_owned()),
            criteria: gap.finding.criteria.clone(),
            ..DueItem::new(DueKind::Acceptance)
        }
    });
    items.collect()
}
