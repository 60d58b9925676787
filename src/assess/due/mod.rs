//! What has to be collected or renewed in the days ahead, and what is overdue: a file for each kind of thing.

mod acceptances;
mod control_item;
mod controls;
mod documents;
mod evidence;
mod occurrences;
mod own_reports;
mod owner;
mod vendors;

pub use crate::assess::due::owner::{Owner, owner};

use crate::assess::context::Context;
use crate::model::due::{Agenda, DueItem, Horizon};
use crate::model::gap::Gap;
use crate::model::inventory::Inventory;
use crate::text::natural::compare;

/// Everything that falls due within a horizon or is overdue, by due day, then subject.
///
/// The gaps must stand in the order of their identities, as [`crate::assess::findings`] has them.
#[must_use]
pub fn agenda<'a>(inventory: &'a Inventory, context: &Context<'_>, gaps: &[Gap], horizon: Horizon) -> Agenda<'a> {
    let mut items = controls::items(context, horizon);
    items.extend(documents::items(context, horizon));
    items.extend(vendors::items(context, horizon));
    items.extend(own_reports::items(context, horizon));
    items.extend(acceptances::items(context, gaps, horizon));
    items.sort_by(|a, b| {
        let late = (a.due, !a.overdue).cmp(&(b.due, !b.overdue));
        late.then_with(|| compare(&a.subject, &b.subject)).then_with(|| compare(&a.identity, &b.identity))
    });
    Agenda { inventory, horizon, owner: None, items, gate: None }
}

/// The part of an agenda that one owner answers for.
#[must_use]
pub fn of_owner<'a>(agenda: Agenda<'a>, owner: &Owner) -> Agenda<'a> {
    let theirs = |item: &DueItem| item.owner.as_ref().is_some_and(|id| owner.ids.contains(id));
    Agenda { items: agenda.items.into_iter().filter(theirs).collect(), owner: Some(owner.name.clone()), ..agenda }
}
