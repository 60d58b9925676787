//! What the report is to cover, as it is written.

use crate::model::criterion_id::CriterionRef;
use crate::model::date::{Date, Period};
use crate::model::document::description::{Excluded, Requirement, Service};
use crate::model::identifier::Id;
use crate::model::words::{Category, PrivacyRole, ReportType};
use crate::record;
use crate::source::file::Located;
use crate::source::reader::{Text, Written};

record! {
    /// What the report is to cover: system, categories, type, time.
    pub struct Scope as "`scope`" {
        /// The name of the system the report describes.
        system: Option<String>,
        /// The trust services categories. Security is always one of them; by default it is the only one.
        categories: Option<Vec<Located<Category>>>,
        /// Type 1 speaks of design at a date, type 2 also of operation through a period. Default: type1.
        report: Option<Located<ReportType>>,
        /// Type 1: the date. Default: the date of the assessment.
        as_of: Option<Located<Date>>,
        /// Type 2: the observation period, three to twelve months.
        period: Option<Located<Period>>,
        /// When privacy is selected: in which role personal data is handled. Default: both.
        privacy_role: Option<PrivacyRole>,
        /// Dates promised to customers.
        milestones: Option<Milestones>,
        /// Criteria that do not apply to the service, each with its reason and who approved it.
        not_applicable: Vec<NotApplicable>,
        /// What customers were promised. It raises the impact of the criteria it names.
        commitments: Vec<Commitment>,
        /// The services the system provides.
        services: Vec<Service>,
        /// What the system must do or be, so that promises and laws are kept.
        requirements: Vec<Requirement>,
        /// Where the system begins and ends, in a sentence or two.
        boundary: Option<Located<Text>>,
        /// What stands outside the system, each with its reason.
        excluded: Vec<Excluded>,
        /// Laws and standards that bind the organisation, such as gdpr, hipaa or pci-dss.
        regulations: Vec<Located<Text>>,
    }
}

record! {
    /// Dates promised to customers.
    pub struct Milestones as "`milestones`" {
        /// When the auditor's fieldwork begins.
        fieldwork: Option<Located<Date>>,
        /// When the report is to be in the customer's hands.
        report: Option<Located<Date>>,
    }
}

record! {
    /// Criteria scoped out with a rationale and an approver.
    pub struct NotApplicable as "a `not_applicable` entry" {
        /// The criteria.
        criteria: Written<Located<CriterionRef>>,
        /// Why they do not apply to the service.
        rationale: Text,
        /// Who approved that.
        approved_by: Located<Text>,
    }
}

record! {
    /// Something customers were promised.
    pub struct Commitment as "a commitment" {
        /// Its id.
        id: Located<Id>,
        /// The promise in words.
        text: Option<String>,
        /// To whom it was made.
        to: Option<String>,
        /// The criteria it depends on.
        criteria: Vec<Located<CriterionRef>>,
    }
}
