//! Systems, the ways data takes between them, people and documents, as they are written.

use crate::model::area::Area;
use crate::model::date::Date;
use crate::model::identifier::Id;
use crate::model::level::Level;
use crate::model::settings::{DaysPerWeek, ReviewCycle};
use crate::model::words::Exposure;
use crate::model::words::Subject;
use crate::record;
use crate::source::file::Located;
use crate::source::reader::Text;

/// The id of anybody outside all systems, at either end of a data flow.
pub const EXTERNAL: &str = "external";

record! {
    /// A system in scope.
    pub struct System as "a system" {
        /// Its id.
        id: Located<Id>,
        /// Its name.
        name: Option<String>,
        /// What it is: infrastructure, application, database, network, endpoint, or a word of your own.
        kind: Option<String>,
        /// How much depends on it. Default: moderate.
        criticality: Option<Level>,
        /// From where it can be reached. Default: internal.
        exposure: Option<Exposure>,
        /// The classes of data in it: personal, health, payment, credentials, customer-content, financial, or words of your own.
        data: Vec<String>,
    }
}

record! {
    /// A way data takes.
    pub struct DataFlow as "a data flow" {
        /// Where it comes from: a system, a vendor, or `external` for anybody outside.
        from: Located<Id>,
        /// Where it goes.
        to: Located<Id>,
        /// The classes of data.
        data: Vec<String>,
        /// How it is protected on the way, such as TLS 1.3.
        protection: Option<String>,
    }
}

record! {
    /// A person or a team.
    pub struct Person as "a person" {
        /// The id by which others name them.
        id: Located<Id>,
        /// Their name.
        name: Option<String>,
        /// The team they belong to.
        team: Option<String>,
        /// What they do for the service, such as running the platform.
        role: Option<String>,
        /// How many days a week they have for remediation. Default: 5, or every working day where there are fewer.
        days_per_week: Option<DaysPerWeek>,
        /// The areas they look after. What is nobody's falls to the first of the people who looks after its area.
        areas: Vec<Area>,
    }
}

record! {
    /// A policy, procedure, plan or agreement.
    pub struct PolicyDocument as "a document" {
        /// Its id.
        id: Located<Id>,
        /// Its title.
        title: Option<String>,
        /// What it is to somebody who asks for it: access-control, incident-response, dpa, … Default: what its title says.
        subjects: Vec<Subject>,
        /// Where it lies, relative to the inventory.
        path: Option<Located<Text>>,
        /// Where it lies on a network; it cannot be looked up there, and reports say so.
        url: Option<Text>,
        /// Who looks after it.
        owner: Option<Located<Text>>,
        /// Who approved it.
        approved_by: Option<Located<Text>>,
        /// When it was approved.
        approved: Option<Located<Date>>,
        /// When it was last reviewed.
        reviewed: Option<Located<Date>>,
        /// How often it must be reviewed: a frequency such as annual, or a length of time such as 18mo. Default: annual.
        review_every: Option<ReviewCycle>,
    }
}
