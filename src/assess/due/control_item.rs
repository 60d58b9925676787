//! What is said alike of everything that a control has to be shown by.

use crate::assess::context::{Context, ControlView};
use crate::assess::wanted::wanted;
use crate::model::due::{DueItem, DueKind};
use crate::model::standing::EvidenceState;
use crate::source::file::Located;
use crate::source::reader::Text;

/// A thing about a control: it falls to its owner, and to who performs it where that is somebody else.
pub(super) fn about(view: ControlView<'_>, kind: DueKind, part: &dyn std::fmt::Display) -> DueItem {
    let control = view.control;
    let name = |person: &Located<Text>| person.value.0.clone();
    let owner = control.owner.as_ref().map(name);
    let performer = control.performer.as_ref().map(name).filter(|performer| Some(performer) != owner.as_ref());
    DueItem {
        identity: format!("{kind}:{}:{part}", &*control.id),
        subject: control.id.value.to_string(),
        name: control.name.0.clone(),
        owner,
        performer,
        criteria: view.coverage.applicable.clone(),
        ..DueItem::new(kind)
    }
}

/// What to collect in particular: what was taken last time, else what the inventory wants, else what an auditor may ask to
/// see.
pub(super) fn usual(context: &Context<'_>, view: ControlView<'_>) -> String {
    let known = view.control.evidence.iter().zip(&view.standing.evidence);
    let dated = known.filter_map(|(evidence, state)| match state {
        EvidenceState::InDate(on) | EvidenceState::Stale(on) => {
            let title = evidence.title.as_deref().map(str::trim).filter(|title| !title.is_empty())?;
            Some((*on, title, evidence.source.as_deref()))
        }
        _ => None,
    });
    match dated.max() {
        Some((_, title, None)) => format!(" Last time: {title}."),
        Some((_, title, Some(source))) => format!(" Last time: {title}, from {source}."),
        None => wanted(context, view),
    }
}
