//! What rests on each document.

use std::collections::BTreeSet;

use crate::assess::context::Context;
use crate::model::criterion_id::CriterionId;
use crate::model::date::Date;
use crate::model::document::PolicyDocument;

/// Every document with the applicable criteria of the controls in place that it describes, in report order.
pub(super) fn documents<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'a PolicyDocument, Vec<CriterionId>)> {
    let mut resting: Vec<BTreeSet<CriterionId>> = vec![BTreeSet::new(); context.inventory.documents.len()];
    for view in context.controls_in_place() {
        let described = view.control.documented_in.iter();
        for at in described.filter_map(|id| context.inventory.index.documents.get(&id.value)) {
            resting.get_mut(*at).into_iter().for_each(|criteria| criteria.extend(&view.coverage.applicable));
        }
    }
    context.inventory.documents.iter().zip(resting.into_iter().map(|criteria| criteria.into_iter().collect()))
}

/// What people call a document: its title, or its id.
pub(super) fn name(document: &PolicyDocument) -> &str {
    document.title.as_deref().unwrap_or(&document.id)
}

/// The day somebody with authority last looked at a document.
#[derive(Clone, Copy)]
pub(super) enum LastLook {
    /// A review.
    Reviewed(Date),
    /// The approval; it was not reviewed since.
    Approved(Date),
}

impl LastLook {
    /// The day.
    pub(super) const fn on(self) -> Date {
        match self {
            Self::Reviewed(on) | Self::Approved(on) => on,
        }
    }
}

/// The last look at a document up to the day; `None` for one that is not approved, of which a rule of its own speaks.
pub(super) fn last_look(as_of: Date, document: &PolicyDocument) -> Option<LastLook> {
    document.approved_by.as_ref()?;
    let approved = document.approved.as_ref().map(|approved| approved.value).filter(|date| *date <= as_of)?;
    let reviewed = document.reviewed.as_ref().map(|reviewed| reviewed.value).filter(|date| *date <= as_of);
    Some(reviewed.map_or(LastLook::Approved(approved), LastLook::Reviewed))
}
