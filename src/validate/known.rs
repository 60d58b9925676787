//! The ids a document defines, by what they stand for.

use std::collections::BTreeSet;

use crate::model::document::{Document, EXTERNAL};
use crate::validate::Against;

/// Every id there is, by what it stands for.
pub(super) struct Known<'a> {
    pub systems: BTreeSet<&'a str>,
    pub people: Option<BTreeSet<&'a str>>,
    pub documents: BTreeSet<&'a str>,
    pub controls: BTreeSet<&'a str>,
    pub vendors: BTreeSet<&'a str>,
    pub commitments: BTreeSet<&'a str>,
    pub subjects: BTreeSet<String>,
}

impl<'a> Known<'a> {
    pub(super) fn of(document: &'a Document, against: &Against<'_>) -> Self {
        let systems: BTreeSet<&str> = document.systems.iter().map(|system| &**system.id).collect();
        let documents: BTreeSet<&str> = document.documents.iter().map(|policy| &**policy.id).collect();
        let controls: BTreeSet<&str> = document.controls.iter().map(|control| &**control.id).collect();
        let vendors: BTreeSet<&str> = document.vendors.iter().map(|vendor| &**vendor.id).collect();
        let people: BTreeSet<&str> = document.people.iter().map(|person| &**person.id).collect();
        let commitments: BTreeSet<&str> =
            document.scope.iter().flat_map(|scope| &scope.commitments).map(|commitment| &**commitment.id).collect();
        let expected =
            document.vendors.iter().flat_map(|vendor| &vendor.user_entity_controls).map(|control| &**control.id);
        let ids = [&systems, &documents, &controls, &vendors].into_iter().flatten().copied();
        let subjects =
            ids.chain(commitments.iter().copied()).chain(expected).chain(["scope", EXTERNAL]).map(str::to_owned);
        let criteria = against.catalog.criteria.iter().map(|criterion| criterion.id.to_string());
        let subjects = subjects.chain(criteria).collect();
        // Owners are free names as long as nobody lists the people.
        let people = (!people.is_empty()).then_some(people);
        Self { systems, people, documents, controls, vendors, commitments, subjects }
    }
}
