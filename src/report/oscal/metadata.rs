//! What a document says of itself.

use serde::Serialize;
use uuid::Uuid;

use crate::model::date::Date;
use crate::report::account;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::party::{PREPARED_BY, Party, ROLES, Role};
use crate::report::oscal::prop::Prop;
use crate::report::oscal::text;

/// The version of OSCAL that is written.
const OSCAL: &str = "1.2.1";

/// The head of a document.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Metadata {
    title: String,
    last_modified: String,
    version: Date,
    oscal_version: &'static str,
    props: Vec<Prop>,
    roles: [Role; 4],
    parties: Vec<Party>,
    responsible_parties: [ResponsibleParty; 1],
    remarks: &'static str,
}

/// Who takes a part.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ResponsibleParty {
    role_id: &'static str,
    party_uuids: [Uuid; 1],
}

impl Metadata {
    /// The head of a document of a kind: `SOC 2 gap assessment results`.
    pub(super) fn of(desk: &Desk<'_>, kind: &str) -> Self {
        let assessment = desk.assessment;
        let edition = &assessment.catalog.edition.id;
        Self {
            title: text::title(&format!("{kind}: {}", assessment.inventory.organization), kind),
            last_modified: text::moment(assessment.as_of),
            version: assessment.as_of,
            oscal_version: OSCAL,
            props: vec![
                Prop::ours("catalog-edition", edition),
                Prop::ours("catalog-digest", &assessment.catalog.digest),
            ],
            roles: ROLES,
            parties: desk.parties.all(assessment.inventory),
            responsible_parties: [ResponsibleParty { role_id: PREPARED_BY, party_uuids: [desk.parties.organisation] }],
            remarks: account::LIMITS,
        }
    }
}
