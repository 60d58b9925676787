//! What a source and an inventory say of a control, in one spelling, so that they can be compared.

use crate::model::document::Control;
use crate::model::edit::{Record, Written};
use crate::model::import::{ImportedControl, ImportedTest};
use crate::model::inventory::Inventory;

/// What a source says.
pub(super) fn theirs(control: &ImportedControl) -> Record {
    let mut record = Record::default();
    let word = |word: &dyn std::fmt::Display| Written::Word(word.to_string());
    // Of a control that only gets evidence, nothing else is said.
    record.put("name", Some(text(&control.name)).filter(|_| !control.name.is_empty()));
    record.put("description", control.description.as_deref().map(text));
    record.put("criteria", list(&control.criteria).map(Written::Words));
    record.put("kind", control.kind.as_ref().map(|kind| word(kind)));
    record.put("owner", control.owner.as_deref().map(text));
    record.put("frequency", control.frequency.as_ref().map(|frequency| word(frequency)));
    record.put("status", control.status.as_ref().map(|status| word(status)));
    record.put("since", control.since.as_ref().map(|since| word(since)));
    record.put("evidence_wanted", list(&control.evidence_wanted).map(Written::Texts));
    record
}

/// A control of a source as an inventory can hold it that lists its people: owners and testers are some of them by id or by
/// name, or nobody.
pub(super) fn among_people(control: &ImportedControl, inventory: &Inventory) -> ImportedControl {
    let owner = control.owner.as_deref().and_then(|owner| person(inventory, owner));
    let tests = control.tests.iter().map(|test| {
        let by = person(inventory, &test.by).unwrap_or_default();
        ImportedTest { by, ..test.clone() }
    });
    ImportedControl { owner, tests: tests.collect(), ..control.clone() }
}

/// The person an owner of the source is, as the inventory names them; `None` where it lists people and this is none of them.
fn person(inventory: &Inventory, owner: &str) -> Option<String> {
    if inventory.people.is_empty() {
        return Some(owner.to_owned());
    }
    let is = |name: &str| name.trim().to_lowercase() == owner.trim().to_lowercase();
    let mut people = inventory.people.iter();
    people.find(|person| is(&person.id) || person.name.as_deref().is_some_and(is)).map(|person| person.id.to_string())
}

/// What an inventory says.
pub(super) fn ours(control: &Control) -> Record {
    let mut record = Record::default();
    let word = |word: &dyn std::fmt::Display| Written::Word(word.to_string());
    let criteria: Vec<String> = control.criteria.0.iter().map(|criterion| criterion.value.to_string()).collect();
    let wanted: Vec<String> = control.evidence_wanted.iter().map(|text| text.0.clone()).collect();
    record.put("name", Some(text(&control.name)));
    record.put("description", control.description.as_deref().map(text));
    record.put("criteria", list(&criteria).map(Written::Words));
    record.put("kind", control.kind.as_ref().map(|kind| word(kind)));
    record.put("owner", control.owner.as_ref().map(|owner| text(&owner.value)));
    record.put("frequency", control.frequency.as_ref().map(|frequency| word(frequency)));
    record.put("status", Some(word(&control.status)));
    record.put("since", control.since.as_ref().map(|since| word(&since.value)));
    record.put("evidence_wanted", list(&wanted).map(Written::Texts));
    record
}

/// A text as it is compared: blanks at its ends, and how its lines are broken, mean nothing.
fn text(text: &str) -> Written {
    Written::Text(text.trim().replace("\r\n", "\n"))
}

fn list(texts: &[String]) -> Option<Vec<String>> {
    (!texts.is_empty()).then(|| texts.iter().map(|text| text.trim().to_owned()).collect())
}

/// A value in words, for people and for memory.
pub(super) fn in_words(value: &Written) -> String {
    match value {
        Written::Word(text) | Written::Text(text) => text.clone(),
        Written::Words(texts) => texts.join(", "),
        Written::Texts(texts) => texts.join("; "),
        Written::Mapping(record) => record.0.iter().map(|line| in_words(&line.value)).collect::<Vec<_>>().join(" to "),
        Written::Records(_) => String::new(),
    }
}
