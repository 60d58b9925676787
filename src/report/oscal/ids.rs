//! The UUIDs of everything in the documents: made of the ids of gaps, controls and criteria, so that they are the same today
//! and tomorrow, and in every document about one engagement.

use std::fmt::Write as _;

use uuid::{Uuid, uuid};

use crate::model::assessment::Assessment;
use crate::model::criterion_id::CriterionId;

/// What all our UUIDs are made within. It never changes: else every risk that somebody tracks elsewhere would be a new one.
const NAMESPACE: Uuid = uuid!("6c7d2f0e-2f5b-4a53-9d0a-7c1b3f6f8e21");

/// Makes UUIDs of version 5 for one engagement: an organisation and the system its report describes.
pub(super) struct Ids {
    engagement: Uuid,
}

impl Ids {
    pub(super) fn of(assessment: &Assessment<'_>) -> Self {
        let system = assessment.inventory.scope.system.as_deref().unwrap_or("");
        Self { engagement: within(NAMESPACE, "engagement", &[&assessment.inventory.organization, system]) }
    }

    /// The UUID of a thing of a kind, by what tells it from others of its kind.
    pub(super) fn id(&self, kind: &'static str, key: &[&str]) -> Uuid {
        within(self.engagement, kind, key)
    }
}

/// A kind and the parts of a key, each with its length, so that no text, whatever it holds, makes two keys alike.
fn within(namespace: Uuid, kind: &str, key: &[&str]) -> Uuid {
    let mut name = kind.to_owned();
    for part in key {
        // Writing to a text cannot fail.
        let _ = write!(name, "|{}:{part}", part.len());
    }
    Uuid::new_v5(&namespace, name.as_bytes())
}

/// The id of a criterion as OSCAL writes that of a control: `cc6.1`.
pub(super) fn control_id(criterion: CriterionId) -> String {
    criterion.to_string().to_ascii_lowercase()
}
