//! What a description of the system tells beside controls: services, requirements, limits, incidents, changes, as they are
//! written.

use crate::model::criterion_id::CriterionRef;
use crate::model::date::Date;
use crate::model::identifier::Id;
use crate::model::words::VouchedList;
use crate::record;
use crate::source::file::Located;
use crate::source::reader::Text;

record! {
    /// A service the system provides to customers.
    pub struct Service as "a service" {
        /// Its id.
        id: Located<Id>,
        /// Its name.
        name: Option<String>,
        /// What it does for those who use it.
        text: Option<String>,
        /// Who uses it.
        to: Option<String>,
    }
}

record! {
    /// What the system must do or be, so that promises and laws are kept.
    pub struct Requirement as "a requirement" {
        /// Its id.
        id: Located<Id>,
        /// What is required, in words.
        text: Option<String>,
        /// Where it comes from: a promise, a contract, a law, a policy.
        source: Option<String>,
        /// The criteria it depends on.
        criteria: Vec<Located<CriterionRef>>,
    }
}

record! {
    /// Something that stands outside the system the report describes.
    pub struct Excluded as "an `excluded` entry" {
        /// What it is.
        name: Text,
        /// Why it stands outside.
        rationale: Text,
    }
}

record! {
    /// A control the service assumes its customers to have: a complementary user entity control.
    pub struct AssumedControl as "a user entity control" {
        /// Its id.
        id: Located<Id>,
        /// What customers are assumed to do.
        text: Option<String>,
        /// The criteria that rest on it.
        criteria: Vec<Located<CriterionRef>>,
    }
}

record! {
    /// Something that went wrong with the system.
    pub struct Incident as "an incident" {
        /// Its id.
        id: Located<Id>,
        /// What happened.
        text: Option<String>,
        /// The day it began.
        began: Option<Located<Date>>,
        /// The day it was over. Absent while it goes on.
        ended: Option<Located<Date>>,
        /// Whom it harmed, and how far.
        effect: Option<String>,
        /// The controls whose failure let it happen.
        failed_controls: Vec<Located<Id>>,
        /// The commitments that were not kept because of it.
        commitments: Vec<Located<Id>>,
        /// What was done about it.
        remedy: Option<String>,
        /// Why a description need not tell of it, such as that no control failed and no promise was broken.
        left_out: Option<Located<Text>>,
    }
}

record! {
    /// A significant change to the system or to its controls.
    pub struct SystemChange as "a change" {
        /// Its id.
        id: Located<Id>,
        /// What changed, from what to what.
        text: Option<String>,
        /// The day from which it was so.
        date: Option<Located<Date>>,
        /// The systems it touched.
        systems: Vec<Located<Id>>,
        /// The controls it touched.
        controls: Vec<Located<Id>>,
    }
}

record! {
    /// Somebody's word that a list of the inventory is whole up to a day; of an empty list, that there is nothing to list.
    pub struct Vouched as "a `vouched` entry" {
        /// The list, by its key.
        list: Located<VouchedList>,
        /// Who vouches for it.
        by: Located<Text>,
        /// Up to which day.
        date: Located<Date>,
        /// How it was looked into.
        how: Option<String>,
    }
}
