//! The organisation, its people, and whoever is named without being among them; and in what they take part.

use std::collections::BTreeMap;

use serde::Serialize;
use uuid::Uuid;

use crate::model::assessment::Assessment;
use crate::model::document::Person;
use crate::model::inventory::Inventory;
use crate::report::oscal::ids::Ids;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::text::line;

/// Whose assessment it is.
pub(super) const PREPARED_BY: &str = "prepared-by";
/// Who closes a gap.
pub(super) const OWNER: &str = "remediation-owner";
/// Who signed for a gap.
pub(super) const APPROVER: &str = "risk-approver";
/// Who tested a control.
pub(super) const TESTER: &str = "tester";

/// A part somebody takes.
#[derive(Serialize)]
pub(super) struct Role {
    id: &'static str,
    title: &'static str,
}

/// Every role that occurs.
pub(super) const ROLES: [Role; 4] = [
    Role { id: PREPARED_BY, title: "The organisation whose own assessment this is" },
    Role { id: OWNER, title: "Who closes a gap" },
    Role { id: APPROVER, title: "Who signed for a gap" },
    Role { id: TESTER, title: "Who tested a control" },
];

/// The organisation, or a person or team.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Party {
    uuid: Uuid,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    member_of_organizations: Vec<Uuid>,
}

/// Everybody who is named, by id or free name.
pub(super) struct Parties<'a> {
    pub(super) organisation: Uuid,
    by_name: BTreeMap<&'a str, Uuid>,
}

impl<'a> Parties<'a> {
    pub(super) fn of(assessment: &'a Assessment<'a>, ids: &Ids) -> Self {
        let inventory = assessment.inventory;
        let people = inventory.people.iter().map(|person| person.id.as_str());
        let named = people.chain(named(assessment));
        // An id and a free name may be spelled alike in two inventories; as UUIDs they are not.
        let uuid =
            |name| (name, ids.id(if inventory.index.people.contains_key(name) { "person" } else { "name" }, &[name]));
        Self { organisation: ids.id("organisation", &[]), by_name: named.map(uuid).collect() }
    }

    /// The party behind an id or a free name.
    pub(super) fn party(&self, id_or_name: &str) -> Option<Uuid> {
        self.by_name.get(id_or_name).copied()
    }

    /// All parties, the organisation first.
    pub(super) fn all(&self, inventory: &Inventory) -> Vec<Party> {
        let organisation = Party {
            uuid: self.organisation,
            r#type: "organization",
            name: line(&inventory.organization),
            props: Vec::new(),
            member_of_organizations: Vec::new(),
        };
        let person = |(name, uuid): (&&str, &Uuid)| {
            let known = inventory.index.people.get(*name).and_then(|at| inventory.people.get(*at));
            self.person(*uuid, name, inventory.person_name(name), known)
        };
        std::iter::once(organisation).chain(self.by_name.iter().map(person)).collect()
    }

    /// Somebody of the organisation's people, or somebody of whom the name is all that is known.
    fn person(&self, uuid: Uuid, id: &str, name: &str, known: Option<&Person>) -> Party {
        let props = known.map_or_else(Vec::new, |person| {
            [Prop::said("person", Some(id)), Prop::said("team", person.team.as_deref())].into_iter().flatten().collect()
        });
        let member_of_organizations = known.map(|_| self.organisation).into_iter().collect();
        Party { uuid, r#type: "person", name: line(name).or_else(|| line(id)), props, member_of_organizations }
    }
}

/// Who closes gaps, signed for gaps and tested controls.
fn named<'a>(assessment: &'a Assessment<'a>) -> impl Iterator<Item = &'a str> {
    let inventory = assessment.inventory;
    let owners = assessment.plan.tasks.iter().filter_map(|task| task.owner.as_deref());
    let approvers = inventory.acceptances.iter().map(|acceptance| acceptance.approved_by.value.0.as_str());
    let tests = inventory.controls.iter().flat_map(|control| &control.tests);
    let testers = tests.filter_map(|test| test.by.as_ref().map(|by| by.value.0.as_str()));
    owners.chain(approvers).chain(testers)
}
