//! Documents whose next review falls due.

use crate::assess::context::Context;
use crate::assess::documents::{LastLook, documents, last_look, name};
use crate::model::due::{DueItem, DueKind, Horizon};

/// The reviews that fall due or are overdue.
pub(super) fn items(context: &Context<'_>, horizon: Horizon) -> Vec<DueItem> {
    let reviews = documents(context).filter_map(|(document, criteria)| {
        let last = last_look(horizon.as_of, document)?;
        let cycle = document.review_every.unwrap_or_default();
        let due = cycle.next(last.on());
        let told = match last {
            LastLook::Reviewed(on) => format!("It was last reviewed on {on}"),
            LastLook::Approved(on) => format!("It was approved on {on} and not reviewed since"),
        };
        (due <= horizon.until).then(|| DueItem {
            identity: format!("{}:{}:{due}", DueKind::Document, &*document.id),
            subject: document.id.value.to_string(),
            name: name(document).to_owned(),
            due,
            overdue: due < horizon.as_of,
            collect: format!(
                "Review it, have what changes approved, and record the day under `reviewed`. {told}, and it is to be \
                 reviewed every {cycle}."
            ),
            owner: document.owner.as_ref().map(|owner| owner.value.0.clone()),
            criteria,
            ..DueItem::new(DueKind::Document)
        })
    });
    reviews.collect()
}
