//! Controls and the evidence for them, as they are written.

use crate::model::clause::NamedClauses;
use crate::model::criterion_id::CriterionRef;
use crate::model::date::{Covers, Date, Period};
use crate::model::document::test::Test;
use crate::model::identifier::Id;
use crate::model::words::{ControlKind, EvidenceKind, Execution, Frequency, Nature, Status};
use crate::record;
use crate::source::file::Located;
use crate::source::reader::{Text, Written};

record! {
    /// A control: something the organisation does so that a criterion is met.
    pub struct Control as "a control" {
        /// Its id.
        id: Located<Id>,
        /// Its name.
        name: Text,
        /// Who does what, where, when, and how it is shown.
        description: Option<String>,
        /// The criteria it addresses, or points of focus by slug, such as CC6.3/periodic-review. May be empty.
        criteria: Written<Located<CriterionRef>>,
        /// Clauses of other frameworks that it speaks to, by framework, such as iso27001: [A.5.15]. No gap comes of them.
        clauses: NamedClauses,
        /// What sort of thing it is.
        kind: Option<ControlKind>,
        /// When it acts on what can go wrong.
        nature: Option<Nature>,
        /// Who or what runs it.
        execution: Option<Execution>,
        /// Who answers for it.
        owner: Option<Located<Text>>,
        /// Who does it, where that is not the owner.
        performer: Option<Located<Text>>,
        /// The systems it covers. Default: all systems in scope.
        systems: Option<Vec<Located<Id>>>,
        /// How often it operates.
        frequency: Option<Frequency>,
        /// How far it has come.
        status: Status,
        /// Since when it is in place.
        since: Option<Located<Date>>,
        /// The last day it was in place; for one that was retired within the observation period.
        until: Option<Located<Date>>,
        /// The documents that describe it.
        documented_in: Vec<Located<Id>>,
        /// What is on file to show it.
        evidence: Vec<Evidence>,
        /// What evidence is wanted of it, a text each. It is named where evidence is due; it counts as nothing held.
        evidence_wanted: Vec<Text>,
        /// How it was tested.
        tests: Vec<Test>,
    }
}

record! {
    /// Something on file that shows a control at work, or how it is set up.
    pub struct Evidence as "evidence" {
        /// What it is.
        title: Option<String>,
        /// What sort of evidence it is.
        kind: Option<EvidenceKind>,
        /// Where the file lies, relative to the inventory. It is looked up there.
        path: Option<Located<Text>>,
        /// Where it lies on a network; it cannot be looked up there, and reports say so.
        url: Option<Text>,
        /// The time it speaks of: a period or a single date.
        covers: Option<Covers>,
        /// When it was taken.
        collected: Option<Located<Date>>,
        /// The SHA-256 of the file, in hexadecimal; checked when the file is there.
        sha256: Option<Located<Text>>,
        /// Where it was taken from.
        source: Option<String>,
        /// How many items or events it lists. 0 records that nothing called for the control in that time.
        items: Option<u32>,
    }
}

impl Evidence {
    /// The time it speaks of: what it covers, else the day it was taken.
    #[must_use]
    pub fn speaks_of(&self) -> Option<Period> {
        let covers = self.covers.as_ref().map(|covers| covers.0.clone());
        covers.or_else(|| self.collected.as_ref().map(|collected| Period::day(collected.value)))
    }
}
