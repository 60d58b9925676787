//! OSCAL system security plans: what the components of a system do about the controls of a profile.

use serde_json::Value;

use crate::import::file::File;
use crate::import::format::Format;
use crate::import::oscal::document::document;
use crate::import::oscal::people::People;
use crate::import::oscal::requirement::{description, property, state, status};
use crate::import::oscal::table::{Implemented, Rows};
use crate::import::scan::value::{list, said, said_or_nothing};
use crate::import::table::Reading;
use crate::source::problem::Problems;

/// What an organisation says that its system does.
pub const FORMAT: Format = Format { name: "OSCAL system security plan", read };

const KEY: &str = "system-security-plan";

fn read(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let document = &document(file, KEY, problems)?;
    let mut rows = Rows::default();
    let requirements = list(document, "/control-implementation/implemented-requirements");
    for (at, requirement) in requirements.iter().enumerate() {
        let at = format!("control-implementation.implemented-requirements[{at}]");
        Of { document, requirement, at }.add_to(file, &mut rows);
    }
    Some(rows.reading(file, "OSCAL system security plan", KEY))
}

/// A requirement of a plan, and where it stands.
struct Of<'v> {
    document: &'v Value,
    requirement: &'v Value,
    at: String,
}

impl<'v> Of<'v> {
    /// A row for every component that does something about it; where none is named, one for the system.
    fn add_to(&self, file: &File<'_>, rows: &mut Rows) {
        let own = list(self.requirement, "/by-components").iter();
        let of_statements = list(self.requirement, "/statements").iter().flat_map(|one| list(one, "/by-components"));
        let mut by_component: Vec<(String, Vec<&Value>)> = Vec::new();
        for part in own.chain(of_statements) {
            let id = said_or_nothing(part, &["/component-uuid"]);
            match by_component.iter_mut().find(|(known, _)| *known == id) {
                Some((_, parts)) => parts.push(part),
                None => by_component.push((id, vec![part])),
            }
        }
        if by_component.is_empty() {
            by_component.push((String::new(), Vec::new()));
        }
        for (id, parts) in &by_component {
            rows.add(file, self.implemented(self.component(id), parts));
        }
    }

    fn component(&self, id: &str) -> &'v Value {
        let components = list(self.document, "/system-implementation/components");
        let found = components.iter().find(|one| said(one, &["/uuid"]).as_deref() == Some(id));
        found.unwrap_or(&Value::Null)
    }

    fn implemented(&self, component: &Value, parts: &[&Value]) -> Implemented {
        let mut nearest = parts.to_vec();
        nearest.extend([self.requirement, component]);
        Implemented {
            at: self.at.clone(),
            control: said_or_nothing(self.requirement, &["/control-id"]),
            component: said_or_nothing(component, &["/title"]),
            label: property(self.requirement, "label"),
            description: description(self.requirement, parts),
            state: least(parts).or_else(|| state(self.requirement)),
            owner: People::of(self.document).owner(&nearest),
        }
    }
}

/// Of several parts the one that has come least far speaks for all; a word that says nothing of it speaks before any other.
fn least(parts: &[&Value]) -> Option<String> {
    parts.iter().filter_map(|part| state(part)).min_by_key(|state| status(state))
}
