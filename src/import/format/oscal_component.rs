//! OSCAL component definitions: what components do about the controls of a catalog.

use serde_json::Value;

use crate::import::file::File;
use crate::import::format::Format;
use crate::import::oscal::document::document;
use crate::import::oscal::people::People;
use crate::import::oscal::requirement::{description, property, state};
use crate::import::oscal::table::{Implemented, Rows};
use crate::import::scan::value::{list, said_or_nothing};
use crate::import::table::Reading;
use crate::source::problem::Problems;

/// What a supplier says that its components do.
pub const FORMAT: Format = Format { name: "OSCAL component definition", read };

const KEY: &str = "component-definition";

fn read(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let document = &document(file, KEY, problems)?;
    let mut rows = Rows::default();
    for key in ["components", "capabilities"] {
        for (at, component) in list(document, &format!("/{key}")).iter().enumerate() {
            Of { document, component, at: format!("{key}[{at}]") }.add_to(file, &mut rows);
        }
    }
    Some(rows.reading(file, "OSCAL component definition", KEY))
}

/// A component, and where it stands.
struct Of<'v> {
    document: &'v Value,
    component: &'v Value,
    at: String,
}

impl Of<'_> {
    fn add_to(&self, file: &File<'_>, rows: &mut Rows) {
        for (of, implementation) in list(self.component, "/control-implementations").iter().enumerate() {
            for (at, requirement) in list(implementation, "/implemented-requirements").iter().enumerate() {
                let at = format!("{}.control-implementations[{of}].implemented-requirements[{at}]", self.at);
                rows.add(file, self.implemented(requirement, at));
            }
        }
    }

    fn implemented(&self, requirement: &Value, at: String) -> Implemented {
        Implemented {
            at,
            control: said_or_nothing(requirement, &["/control-id"]),
            component: said_or_nothing(self.component, &["/title", "/name"]),
            label: property(requirement, "label"),
            description: description(requirement, &[]),
            state: state(requirement).or_else(|| state(self.component)),
            owner: People::of(self.document).owner(&[requirement, self.component]),
        }
    }
}
