//! Other organisations, as they are written.

use crate::model::criterion_id::CriterionRef;
use crate::model::date::{Date, Period};
use crate::model::identifier::Id;
use crate::model::level::Level;
use crate::model::words::{AssuranceKind, Relation};
use crate::record;
use crate::source::file::Located;
use crate::source::reader::{Text, Written};

record! {
    /// Another organisation ours relies on.
    pub struct Vendor as "a vendor" {
        /// Its id.
        id: Located<Id>,
        /// Its name.
        name: Option<String>,
        /// What it does for us.
        service: Option<String>,
        /// How it stands to us. Default: vendor.
        relation: Option<Relation>,
        /// The systems it runs or reaches.
        systems: Vec<Located<Id>>,
        /// How much depends on it. Default: moderate.
        criticality: Option<Level>,
        /// What it does for us, in a line, as a list of sub-processors says it.
        purpose: Option<String>,
        /// Where it keeps or handles data, such as a country.
        location: Option<String>,
        /// The classes of data it handles for us; [] for none. Default: what data flows to it and the systems it runs say.
        data: Option<Vec<String>>,
        /// When our data processing agreement with it was signed.
        dpa: Option<Located<Date>>,
        /// When our business associate agreement with it was signed.
        baa: Option<Located<Date>>,
        /// The reports it gave us.
        reports: Vec<AssuranceReport>,
        /// What its report expects of us: complementary user entity controls.
        user_entity_controls: Vec<UserEntityControl>,
        /// What we rely on it for: complementary subservice organisation controls.
        expected_controls: Vec<ExpectedControl>,
    }
}

record! {
    /// A report another organisation gave us about itself.
    pub struct AssuranceReport as "a report" {
        /// What sort of report.
        kind: AssuranceKind,
        /// The period it covers.
        period: Option<Period>,
        /// The date it speaks of, where it covers no period.
        date: Option<Located<Date>>,
        /// When we reviewed it.
        reviewed: Option<Located<Date>>,
        /// Who reviewed it.
        reviewed_by: Option<Located<Text>>,
        /// How many exceptions it names.
        exceptions: Option<u32>,
        /// What its exceptions mean for us.
        exceptions_assessed: Option<String>,
        /// Until when a bridge letter extends it.
        bridge_until: Option<Located<Date>>,
    }
}

record! {
    /// A control another organisation's report expects of us.
    pub struct UserEntityControl as "a user entity control" {
        /// Its id.
        id: Located<Id>,
        /// What is expected.
        text: Option<String>,
        /// Our controls that do it.
        controls: Vec<Located<Id>>,
    }
}

record! {
    /// A control we rely on another organisation for.
    pub struct ExpectedControl as "an expected control" {
        /// The criteria it serves.
        criteria: Written<Located<CriterionRef>>,
        /// What we expect.
        text: Option<String>,
    }
}
