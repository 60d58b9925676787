//! The inventory as it is written: format version 1, record by record.
//!
//! Every key an inventory may hold is a field here, and its doc comment is what editors show for it. References are not
//! resolved yet; [`crate::model::inventory::Inventory`] is what keeps that promise.

mod control;
mod decision;
mod description;
mod report;
mod scope;
mod system;
mod test;
mod vendor;

use crate::record;
use crate::source::file::Located;
use crate::source::reader::{Text, Written};

pub use crate::model::document::control::{Control, Evidence};
pub use crate::model::document::decision::{Acceptance, Remediation};
pub use crate::model::document::description::{
    AssumedControl, Excluded, Incident, Requirement, Service, SystemChange, Vouched,
};
pub use crate::model::document::report::OwnReport;
pub use crate::model::document::scope::{Commitment, Milestones, NotApplicable, Scope};
pub use crate::model::document::system::{DataFlow, EXTERNAL, Person, PolicyDocument, System};
pub use crate::model::document::test::{Population, Sample, Test, TestException};
pub use crate::model::document::vendor::{AssuranceReport, ExpectedControl, UserEntityControl, Vendor};
pub use crate::model::settings::Settings;

record! {
    /// A control inventory for gapcheck: what a service organisation does, and what shows it.
    pub struct Document as "an inventory" {
        /// The version of the format: 1.
        version: Option<Located<u32>>,
        /// The name of the service organisation.
        organization: Located<Text>,
        /// What the report is to cover.
        scope: Option<Scope>,
        /// The systems in scope. Without any, the organisation is judged as one system.
        systems: Vec<System>,
        /// How data moves between systems and to others.
        data_flows: Vec<DataFlow>,
        /// The people and teams that owners, performers, testers and approvers name. Without any, those are free names.
        people: Vec<Person>,
        /// Policies, procedures, plans and agreements.
        documents: Vec<PolicyDocument>,
        /// The controls.
        controls: Written<Control>,
        /// Other organisations ours relies on.
        vendors: Vec<Vendor>,
        /// Reports somebody independent gave about our own organisation: SOC 2 reports, penetration tests, certificates.
        reports: Vec<OwnReport>,
        /// What the service assumes its customers to do: complementary user entity controls.
        user_entity_controls: Vec<AssumedControl>,
        /// What went wrong with the system.
        incidents: Vec<Incident>,
        /// Significant changes to the system and its controls.
        changes: Vec<SystemChange>,
        /// Lists that somebody vouches for as whole. Without it an empty list says that nobody looked, never that there is none.
        vouched: Vec<Vouched>,
        /// Gaps somebody signed for, until a date.
        acceptances: Vec<Acceptance>,
        /// What the organisation decided to do about gaps; it overrides what gapcheck proposes.
        remediation: Vec<Remediation>,
        /// Conventions of the organisation's own. What differs from the defaults is printed in every report.
        settings: Option<Settings>,
    }
}
