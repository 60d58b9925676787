//! What is recorded of the documents that describe controls.

use crate::model::document::PolicyDocument;
use crate::report::oscal::address;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::observation::{Observation, RelevantEvidence};
use crate::report::oscal::origin::Subject;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::text;

/// Every document of the inventory, in its order.
pub(super) fn observations(desk: &Desk<'_>) -> Vec<Observation> {
    desk.assessment.inventory.documents.iter().map(|document| observation(desk, document)).collect()
}

fn observation(desk: &Desk<'_>, document: &PolicyDocument) -> Observation {
    let id = &document.id.value;
    let name = document.title.as_deref().unwrap_or(id);
    let props = [
        Prop::said("document", Some(id.as_str())),
        document.approved.as_ref().map(|day| Prop::ours("approved", day.value)),
        document.reviewed.as_ref().map(|day| Prop::ours("reviewed", day.value)),
    ];
    let lies = address::of_document(document, desk.assessment.sources);
    Observation {
        props: props.into_iter().flatten().collect(),
        subjects: Subject::systems(desk, &[]),
        relevant_evidence: lies.map(|lies| RelevantEvidence::lying_at(Some(lies), name, None)).into_iter().collect(),
        ..Observation::plain(
            desk,
            desk.ids.id("document", &[id.as_str()]),
            text::title(&format!("{id}: {name}"), id),
            text::paragraph(&told(desk, document)),
        )
    }
}

/// Who approved it and when, and when it was reviewed, as the inventory says.
fn told(desk: &Desk<'_>, document: &PolicyDocument) -> String {
    let by = document.approved_by.as_ref().map(|by| desk.assessment.inventory.person_name(&by.value));
    let approved = match (by, &document.approved) {
        (Some(by), Some(day)) => format!("{by} approved it on {}", day.value),
        (Some(by), None) => format!("{by} approved it, on a day that is not given"),
        (None, Some(day)) => format!("somebody who is not named approved it on {}", day.value),
        (None, None) => "no approval is recorded".to_owned(),
    };
    let reviewed = document.reviewed.as_ref();
    let reviewed =
        reviewed.map_or_else(|| "no review is recorded".to_owned(), |day| format!("it was reviewed on {}", day.value));
    format!("The inventory names the document `{}`; {approved}, and {reviewed}.", document.id.value)
}
