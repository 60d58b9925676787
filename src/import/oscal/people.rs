//! Who is responsible, as OSCAL tells it: roles, and the parties that have them.

use serde_json::Value;

use crate::import::scan::value::{list, said};

/// The roles and parties of a document.
#[derive(Clone, Copy, Debug)]
pub struct People<'v> {
    metadata: &'v Value,
}

impl<'v> People<'v> {
    /// Those of a document.
    #[must_use]
    pub fn of(document: &'v Value) -> Self {
        Self { metadata: document.get("metadata").unwrap_or(&Value::Null) }
    }

    /// Who answers for something: the first responsible role of the nearest of these that names one.
    #[must_use]
    pub fn owner(self, nearest_first: &[&Value]) -> Option<String> {
        nearest_first.iter().find_map(|of| list(of, "/responsible-roles").iter().find_map(|role| self.name(role)))
    }

    /// The party that has the role; else what the role is called, else its id.
    fn name(self, role: &Value) -> Option<String> {
        let id = said(role, &["/role-id"])?;
        let of_document = list(self.metadata, "/responsible-parties").iter();
        let of_document = of_document.filter(|one| said(one, &["/role-id"]).as_ref() == Some(&id));
        let parties = std::iter::once(role).chain(of_document).flat_map(|one| list(one, "/party-uuids"));
        let party = parties.into_iter().find_map(|uuid| self.titled("/parties", "/uuid", uuid.as_str()?));
        party.or_else(|| self.titled("/roles", "/id", &id)).or(Some(id))
    }

    fn titled(self, way: &str, key: &str, id: &str) -> Option<String> {
        let named = list(self.metadata, way).iter().find(|one| said(one, &[key]).as_deref() == Some(id))?;
        said(named, &["/name", "/title", "/short-name"])
    }
}
