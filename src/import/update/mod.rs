//! An import into an inventory that is there already: by id, without touching what somebody changed by hand.
//!
//! Three texts meet: what the inventory says, what the source says, and what the last import wrote. Where the inventory still
//! says what was written, it follows the source; where it does not, somebody changed it, and it stays.

mod fields;
mod records;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::document::Control;
use crate::model::edit::{Edit, Line, Record, Written};
use crate::model::import::{Import, ImportedControl};
use crate::model::import_update::{Change, MEMORY_VERSION, Memory, Remembered, Update, What};
use crate::model::inventory::Inventory;
use crate::text::hash::sha256_hex;

pub use crate::import::update::records::new_control;

/// What an import changes in an inventory, by what the imports before it wrote; `files` are the names of the files it is from.
#[must_use]
pub fn update(import: &Import, inventory: Option<&Inventory>, memory: Memory, files: &BTreeSet<String>) -> Update {
    let mut update = Update { memory: Memory { import_version: MEMORY_VERSION, ..memory }, ..Update::default() };
    for control in &import.controls {
        let known = inventory.and_then(|inventory| {
            let at = inventory.index.controls.get(control.id.as_str())?;
            inventory.controls.get(*at)
        });
        let taken = inventory.map_or_else(|| control.clone(), |inventory| fields::among_people(control, inventory));
        let mut turn = Turn { control: &taken, update: &mut update, files };
        match known {
            Some(ours) => turn.meet(ours),
            None => turn.add(),
        }
        if let (Some(name), None) = (&control.owner, &taken.owner) {
            turn.say(What::Nobody { owner: name.clone() });
        }
    }
    gone(import, inventory, files, &mut update);
    update
}

/// The controls that an earlier import of the same files brought, and this one does not. They stay: it is for people to retire a
/// control.
fn gone(import: &Import, inventory: Option<&Inventory>, files: &BTreeSet<String>, update: &mut Update) {
    let now: BTreeSet<&str> = import.controls.iter().map(|control| control.id.as_str()).collect();
    let Some(inventory) = inventory else { return };
    for control in inventory.controls.iter().filter(|control| !now.contains(control.id.as_str())) {
        let from = update.memory.controls.get(control.id.as_str()).map(|known| &known.from);
        if from.is_some_and(|from| !from.is_empty() && from.is_subset(files)) {
            let (id, name) = (control.id.to_string(), control.name.to_string());
            update.changes.push(Change { control: id, name, what: What::Gone });
        }
    }
}

/// A control of the source on its way into the inventory.
struct Turn<'a> {
    control: &'a ImportedControl,
    update: &'a mut Update,
    files: &'a BTreeSet<String>,
}

impl Turn<'_> {
    fn say(&mut self, what: What) {
        let (control, name) = (self.control.id.clone(), self.control.name.clone());
        self.update.changes.push(Change { control, name, what });
    }

    fn remember(&mut self, key: &str, value: &Written) {
        let known = self.update.memory.controls.entry(self.control.id.clone()).or_default();
        known.values.insert(key.to_owned(), digest(value));
        known.from.extend(self.files.iter().cloned());
    }

    fn remembered(&self, key: &str) -> Option<&str> {
        let known: &Remembered = self.update.memory.controls.get(&self.control.id)?;
        known.values.get(key).map(String::as_str)
    }

    fn add(&mut self) {
        for Line { key, value, .. } in fields::theirs(self.control).0 {
            self.remember(key, &value);
        }
        self.update.edits.push(Edit::Add(new_control(self.control)));
        self.say(What::Added);
    }

    fn meet(&mut self, ours: &Control) {
        let known: BTreeMap<&str, Written> =
            fields::ours(ours).0.into_iter().map(|line| (line.key, line.value)).collect();
        for Line { key, value, .. } in fields::theirs(self.control).0 {
            self.meet_key(key, known.get(key), &value);
        }
        let beyond = records::beyond(self.control, ours);
        for (at, record) in beyond.replaced {
            self.replace(at, record);
        }
        for (key, items) in beyond.more {
            self.extend(key, items);
        }
    }

    fn meet_key(&mut self, key: &'static str, ours: Option<&Written>, theirs: &Written) {
        let last = self.remembered(key).map(str::to_owned);
        let is_last = |value: &Written| last.as_deref() == Some(digest(value).as_str());
        let words = fields::in_words;
        match ours {
            Some(ours) if ours == theirs => {}
            // It was written once, and somebody took it away.
            None if is_last(theirs) => return,
            None => self.set(key, theirs, What::Filled { key, to: words(theirs) }),
            Some(ours) if is_last(ours) => {
                self.set(key, theirs, What::Updated { key, from: words(ours), to: words(theirs) });
            }
            // The source says what it said before: nothing new to tell.
            Some(_) if is_last(theirs) => return,
            Some(ours) => return self.say(What::Kept { key, ours: words(ours), theirs: words(theirs) }),
        }
        self.remember(key, theirs);
    }

    fn set(&mut self, key: &'static str, value: &Written, what: What) {
        self.update.edits.push(Edit::Set { control: self.control.id.clone(), key, value: value.clone() });
        self.say(what);
    }

    /// The file of a piece of evidence was replaced by one of another time.
    fn replace(&mut self, at: usize, record: Record) {
        let to = record.get("covers").map(fields::in_words).unwrap_or_default();
        for Line { key, value, .. } in record.0 {
            let control = self.control.id.clone();
            self.update.edits.push(Edit::SetIn { control, list: "evidence", at, key, value });
        }
        self.say(What::Filled { key: "evidence", to });
    }

    fn extend(&mut self, key: &'static str, items: Vec<Record>) {
        let number = items.len();
        self.update.edits.push(Edit::Extend { control: self.control.id.clone(), key, items });
        self.say(What::Extended { key, number });
    }
}

/// What is remembered of a value.
fn digest(value: &Written) -> String {
    sha256_hex(fields::in_words(value).as_bytes()).chars().take(16).collect()
}
