//! Who is meant by a name that somebody typed.

use std::collections::BTreeSet;

use crate::model::inventory::Inventory;
use crate::text::escape::terminal;
use crate::text::nearest::nearest;
use crate::text::wrap::truncate;

/// Somebody who answers for things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// How the inventory names them where they own something; several where people share a name.
    pub ids: BTreeSet<String>,
    /// Their name, for people.
    pub name: String,
}

/// The owner of an id or a name, as it is written or else in any case.
///
/// # Errors
///
/// When nobody is called that: a sentence that says so, with who may be meant.
pub fn owner(inventory: &Inventory, typed: &str) -> Result<Owner, String> {
    let known = known(inventory);
    let exact = |name: &str| name == typed;
    let in_any_case = |name: &str| name.to_lowercase() == typed.to_lowercase();
    let found = |is_meant: &dyn Fn(&str) -> bool| -> BTreeSet<String> {
        let meant = known.iter().filter(|(id, name)| is_meant(id) || is_meant(name));
        meant.map(|(id, _)| (*id).to_owned()).collect()
    };
    let ids = [found(&exact), found(&in_any_case)].into_iter().find(|ids| !ids.is_empty());
    match ids {
        Some(ids) => {
            let name = ids.first().map_or(typed, |id| inventory.person_name(id)).to_owned();
            Ok(Owner { ids, name })
        }
        None => Err(unknown(&known, typed)),
    }
}

/// Everybody the inventory knows: the id and the name of people, and the free names of who owns or performs something.
fn known(inventory: &Inventory) -> BTreeSet<(&str, &str)> {
    let people = inventory.people.iter().map(|person| &*person.id.value).map(|id| (id, inventory.person_name(id)));
    let of_controls = inventory.controls.iter().flat_map(|control| [&control.owner, &control.performer]);
    let of_documents = inventory.documents.iter().map(|document| &document.owner);
    let of_reports = inventory.vendors.iter().flat_map(|vendor| &vendor.reports).map(|report| &report.reviewed_by);
    let of_gaps = inventory.remediation.iter().map(|entry| &entry.owner);
    let named = of_controls.chain(of_documents).chain(of_reports).chain(of_gaps).flatten();
    let approvers = inventory.acceptances.iter().map(|acceptance| &acceptance.approved_by);
    let free = named.chain(approvers).map(|name| &*name.value.0).map(|name| (name, inventory.person_name(name)));
    people.chain(free).collect()
}

fn unknown(known: &BTreeSet<(&str, &str)>, typed: &str) -> String {
    let shown = truncate(&terminal(typed), 60);
    let names = known.iter().flat_map(|(id, name)| [*id, *name]);
    match nearest(typed, names) {
        Some(near) => format!("nobody in the inventory is called `{shown}`; did you mean `{}`?", terminal(near)),
        None => format!("nobody in the inventory is called `{shown}`; name somebody by id or by name"),
    }
}
