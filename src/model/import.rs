//! What was understood of somebody else's file, and what it holds for an inventory.

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::words::{ControlKind, EvidenceKind, Frequency, Status};
use crate::vocabulary;

vocabulary! {
    /// What a column of a foreign table is about.
    pub enum Field as "field" {
        /// The id of the control.
        Id = "id",
        /// Its name.
        Name = "name",
        /// What is done.
        Description = "description",
        /// The criteria it addresses.
        Criteria = "criteria",
        /// Who answers for it.
        Owner = "owner",
        /// How far it has come.
        Status = "status",
        /// How often it operates.
        Frequency = "frequency",
        /// What sort of thing it is.
        Kind = "kind",
        /// Since when it is in place.
        Since = "since",
        /// What evidence somebody would like to see: wanted, not held.
        EvidenceWanted = "evidence-wanted",
        /// Evidence that is held: a path or an address.
        Evidence = "evidence",
        /// Nothing that an inventory holds.
        Ignore = "ignore",
    }
}

/// Where in a foreign file something stands, in words: `controls.csv, row 12`, `book.xlsx, sheet Controls, row 5`,
/// `controls.json, controls[3]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The file, as it was given.
    pub file: String,
    /// Where in it, in words.
    pub at: String,
}

/// All that came out of some foreign files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// What was understood of each table, in the order of the files.
    pub understood: Vec<Understood>,
    /// The controls, each id once, in the order in which they were first seen.
    pub controls: Vec<ImportedControl>,
    /// What scanners found, attached to no control yet or no longer.
    pub results: Vec<CheckResult>,
    /// The criterion ids that do not exist, with where they stand; the controls that named them are kept.
    pub unknown: BTreeMap<String, Vec<Origin>>,
    /// What was left out, with why.
    pub left_out: Vec<LeftOut>,
}

/// What was understood of one table, or of one list of records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// The file.
    pub file: String,
    /// Its format and what was found out about it, such as `CSV, separated by semicolons, Windows-1252`.
    pub format: String,
    /// The sheet, the heading or the key under which the table stands, where it has one.
    pub part: Option<String>,
    /// The rows it has.
    pub rows: usize,
    /// The results of checks it holds, where it is what a scanner wrote.
    pub results: usize,
    /// The controls taken from them.
    pub controls: usize,
    /// The criteria those name, counting each as often as a control names it, without those that do not exist.
    pub links: usize,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Why nothing was taken from it, where nothing was.
    pub unused: Option<String>,
}

/// A column of a foreign table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub header: String,
    /// What it was taken for; `None` where nothing of it was used.
    pub field: Option<Field>,
    /// Why, in a few words: `by its name`, `by its content: 12 of 14 cells are criterion ids`, `as asked`.
    pub why: String,
    /// Whether somebody asked for it to be taken so.
    pub asked: bool,
    /// One of its cells, for a person to see what stands in it.
    pub example: String,
}

/// A control as a foreign file tells it. What the file does not say is absent, never guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedControl {
    /// Its id in the inventory: an id that [`crate::model::identifier`] takes.
    pub id: String,
    /// Its name; never empty.
    pub name: String,
    /// What is done.
    pub description: Option<String>,
    /// The existing criteria it names, or points of focus, in their own spelling, each once, in the order of the file.
    pub criteria: Vec<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// How far it has come.
    pub status: Option<Status>,
    /// How often it operates.
    pub frequency: Option<Frequency>,
    /// What sort of thing it is.
    pub kind: Option<ControlKind>,
    /// Since when it is in place.
    pub since: Option<Date>,
    /// What evidence is wanted.
    pub evidence_wanted: Vec<String>,
    /// What evidence is held.
    pub evidence: Vec<ImportedEvidence>,
    /// How it was tested.
    pub tests: Vec<ImportedTest>,
    /// Where it stands, in every file that tells of it.
    pub origins: Vec<Origin>,
}

/// Evidence that a foreign file says is held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedEvidence {
    /// What it is.
    pub title: String,
    /// What sort of evidence it is.
    pub kind: Option<EvidenceKind>,
    /// Where the file lies, as the foreign file tells it, or the foreign file itself.
    pub path: Option<String>,
    /// Where it lies on a network.
    pub url: Option<String>,
    /// The first and the last day it speaks of.
    pub covers: Option<(Date, Date)>,
    /// The day it was taken.
    pub collected: Option<Date>,
    /// Where it was taken from.
    pub source: Option<String>,
    /// How many items it lists.
    pub items: Option<u32>,
}

/// A test of operation that the results of a scanner make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedTest {
    /// The day of the scan.
    pub date: Option<Date>,
    /// The scanner.
    pub by: String,
    /// The first and the last day on which results were taken.
    pub period: Option<(Date, Date)>,
    /// How many results there are: all were looked at.
    pub size: u32,
    /// What failed: the item and what was found. Of very many the last tells how many more there are.
    pub exceptions: Vec<(String, String)>,
    /// Where the list of what was looked at came from: the file of the scan.
    pub source: Option<String>,
}

/// Something a scanner looked at, and what it found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckResult {
    /// The scanner.
    pub tool: String,
    /// The id of the check.
    pub check: String,
    /// What the check looks for.
    pub title: String,
    /// What was looked at.
    pub resource: String,
    /// What was found, in the scanner's words.
    pub found: String,
    /// What it came to.
    pub outcome: Outcome,
    /// When.
    pub date: Option<Date>,
    /// The existing criteria that the scanner itself names.
    pub criteria: Vec<String>,
    /// Where it stands.
    pub origin: Origin,
}

/// What a check came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// What was looked for is so.
    Passed,
    /// It is not so.
    Failed,
    /// Nobody can tell from this result: to be looked at by hand, an error, information only.
    #[default]
    Open,
}

/// Something of a foreign file that came into no inventory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stands.
    pub origin: Origin,
    /// What it is, in the words of the file.
    pub what: String,
    /// Why it was left out.
    pub why: String,
}
