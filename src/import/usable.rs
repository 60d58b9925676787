//! Which tables hold controls, and what is said of those that do not.

use std::collections::BTreeMap;

use crate::import::columns::Layout;
use crate::model::import::Field;
use crate::text::list::some;

/// How many headings a message names.
const NAMED: usize = 12;
/// From how many criteria on a list of nothing but those is one of the standard itself.
const STANDARD: usize = 55;

/// A table among all tables of an import.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'t> {
    /// Its file.
    pub file: &'t str,
    /// What its columns are about.
    pub layout: &'t Layout,
    /// How many rows it has.
    pub rows: usize,
}

/// Why nothing is taken from each table; `None` where controls are.
#[must_use]
pub fn unused(sheets: &[Sheet<'_>]) -> Vec<Option<String>> {
    let mut files: BTreeMap<&str, Beside> = BTreeMap::new();
    let mut all = Beside::default();
    for sheet in sheets {
        files.entry(sheet.file).or_default().add(sheet);
        all.add(sheet);
    }
    let of_file = |sheet: &Sheet<'_>| files.get(sheet.file).copied().unwrap_or_default().without(sheet);
    sheets.iter().map(|sheet| why(sheet, of_file(sheet), all.without(sheet))).collect()
}

/// How many tables name criteria, and how many of those say what is done for them.
#[derive(Clone, Copy, Debug, Default)]
struct Beside {
    names: usize,
    says: usize,
}

impl Beside {
    fn add(&mut self, sheet: &Sheet<'_>) {
        self.names += usize::from(sheet.tells_criteria_plainly());
        self.says += usize::from(sheet.tells_criteria_plainly() && sheet.is_called());
    }

    fn without(self, sheet: &Sheet<'_>) -> Self {
        let mut own = Self::default();
        own.add(sheet);
        Self { names: self.names - own.names, says: self.says - own.says }
    }
}

fn why(sheet: &Sheet<'_>, of_file: Beside, of_all: Beside) -> Option<String> {
    if !sheet.is_called() && !sheet.layout.tells_criteria() {
        let first = sheet.layout.columns.first().map_or("Column", |column| column.header.as_str());
        let seen = sheet.headings();
        return Some(format!(
            "none of its columns is a name, a description or criteria: {seen}; `--map '{first}=name'` says what one is"
        ));
    }
    let says = if sheet.was_asked_for() {
        return None;
    } else if sheet.is_standard() && of_all.names > 0 {
        "it lists the criteria themselves, and other tables say what is done for them"
    } else if sheet.layout.has(Field::Id) {
        return None;
    } else if !sheet.tells_criteria_plainly() && of_file.names > 0 {
        "another table of the file names criteria, and this one neither criteria nor ids"
    } else if sheet.is_plan() && of_file.names > 0 {
        "it reads as a plan, and another table of the file names criteria"
    } else if !sheet.is_called() && of_file.says > 0 {
        "another table of the file says what is done for the criteria, and this one only names them"
    } else {
        return None;
    };
    Some(says.to_owned())
}

impl Sheet<'_> {
    /// Whether its rows have a name or a description.
    fn is_called(&self) -> bool {
        self.layout.has(Field::Name) || self.layout.has(Field::Description)
    }

    /// Whether a column of criteria or of ids tells the criteria; names that begin with one do so by the way.
    fn tells_criteria_plainly(&self) -> bool {
        self.layout.tells_criteria()
            && (self.layout.also_criteria.is_none() || self.layout.also_criteria == self.layout.first(Field::Id))
    }

    fn was_asked_for(&self) -> bool {
        let mut columns = self.layout.columns.iter();
        columns.any(|column| column.asked && column.field != Some(Field::Ignore))
    }

    /// Whether it is the list of the criteria that comes with a set of policies.
    fn is_standard(&self) -> bool {
        let of_controls = [Field::Status, Field::Owner, Field::Frequency, Field::Evidence, Field::EvidenceWanted];
        let by_id = self.layout.also_criteria.is_some() && self.layout.also_criteria == self.layout.first(Field::Id);
        by_id && self.rows >= STANDARD && !of_controls.iter().any(|field| self.layout.has(*field))
    }

    /// Whether it tells phases and times rather than controls.
    fn is_plan(&self) -> bool {
        let says = |word: &str| self.layout.columns.iter().any(|column| column.header.to_lowercase().contains(word));
        (says("phase") || says("milestone")) && (says("timeline") || says("weeks"))
    }

    fn headings(&self) -> String {
        some(self.layout.columns.iter().map(|column| format!("`{}`", column.header)), NAMED)
    }
}
