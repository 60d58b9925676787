//! What rests on each document.

use std::collections::BTreeSet;

use crate::assess::context::Context;
use crate::model::criterion_id::CriterionId;
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
