//! A sample of what a control applied to: the list it is drawn from, how it is drawn, and the worksheet that goes with it.

mod list;
mod sheet;

use crate::model::date::{Date, Period};
use crate::model::document::Control;
use crate::model::inventory::Inventory;

pub use crate::model::sampling::list::{Day, List, ListRow, ReadDay};
pub use crate::model::sampling::sheet::{Column, Fact, Filled, Worksheet, key};

/// All items a control applied to in a period, as a file lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The name of the file, without its folders.
    pub file: String,
    /// The SHA-256 of its bytes.
    pub file_digest: String,
    /// The sheet or the table in it, where that was asked for.
    pub sheet: Option<String>,
    /// The column of ids.
    pub id_column: String,
    /// Why that one.
    pub id_because: String,
    /// The column of days that kept the list to the period.
    pub date_column: Option<String>,
    /// How many rows lie outside the period.
    pub outside: usize,
    /// The ids, each once, in the order of their bytes.
    pub ids: Vec<String>,
    /// The SHA-256 of the ids in that order, each with a line feed behind it.
    pub digest: String,
}

impl Listed {
    /// The ids that differ from another one in capitals or blanks alone, each pair of neighbours.
    #[must_use]
    pub fn alike(&self) -> Vec<(&str, &str)> {
        let mut plain: Vec<(String, &str)> =
            self.ids.iter().map(|id| (id.split_whitespace().collect::<String>().to_lowercase(), id.as_str())).collect();
        plain.sort();
        let pairs = plain.iter().zip(plain.iter().skip(1));
        pairs.filter(|(a, b)| a.0 == b.0).map(|(a, b)| (a.1, b.1)).collect()
    }
}

/// Where a list came from, and when it was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Where it came from.
    pub source: String,
    /// When it was taken, where somebody says so.
    pub retrieved: Option<Date>,
}

/// Where the drawing begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed {
    /// The number.
    pub number: u32,
    /// Whether somebody chose it, or it follows from the population and the control.
    pub chosen: bool,
}

/// How many items are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// How many.
    pub items: u32,
    /// Why so many, in whole sentences.
    pub because: String,
}

/// A sample, drawn.
#[derive(Clone, Debug)]
pub struct Sampling<'a> {
    /// Whose control it is.
    pub inventory: &'a Inventory,
    /// The control.
    pub control: &'a Control,
    /// What to look at in every item, in the words of the control.
    pub attributes: Vec<String>,
    /// The time the population belongs to.
    pub period: Period,
    /// The population.
    pub population: Listed,
    /// Where its list came from.
    pub provenance: Provenance,
    /// Where the drawing begins.
    pub seed: Seed,
    /// How many items are drawn.
    pub size: Size,
    /// The items in the order in which they were drawn.
    pub items: Vec<String>,
    /// Who tests, where that is known already.
    pub tester: Option<String>,
    /// When, where that is known already.
    pub tested: Option<Date>,
}

impl Sampling<'_> {
    /// Whether every item of the population is looked at, so that nothing had to be drawn.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.items.len() == self.population.ids.len()
    }

    /// How the items were chosen, in a word of the inventory format.
    #[must_use]
    pub fn method(&self) -> &'static str {
        if self.is_all() { "all" } else { "random" }
    }

    /// The criteria the control names, in a line.
    #[must_use]
    pub fn criteria(&self) -> String {
        self.control.criteria.iter().map(|named| named.value.to_string()).collect::<Vec<_>>().join(", ")
    }

    /// What to look at in every item, a line each; each with a letter where there are several.
    #[must_use]
    pub fn look_at(&self) -> Vec<String> {
        match self.attributes.as_slice() {
            [] | [_] => self.attributes.clone(),
            few if few.len() <= 26 => ('A'..='Z').zip(few).map(|(letter, text)| format!("{letter}. {text}")).collect(),
            many => (1..).zip(many).map(|(number, text)| format!("{number}. {text}")).collect(),
        }
    }

    /// What a worksheet says of itself, in order.
    #[must_use]
    pub fn facts(&self) -> Vec<(Fact, String)> {
        let listed = &self.population;
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        vec![
            (Fact::Control, self.control.id.value.to_string()),
            (Fact::ControlName, self.control.name.to_string()),
            (Fact::Criteria, self.criteria()),
            (Fact::Period, format!("{} to {}", self.period.start, self.period.end)),
            (Fact::PopulationFile, listed.file.clone()),
            (Fact::FileDigest, listed.file_digest.clone()),
            (Fact::Sheet, listed.sheet.clone().unwrap_or_default()),
            (Fact::IdColumn, listed.id_column.clone()),
            (Fact::DateColumn, listed.date_column.clone().unwrap_or_default()),
            (Fact::PopulationSize, listed.ids.len().to_string()),
            (Fact::PopulationDigest, listed.digest.clone()),
            (Fact::Source, self.provenance.source.clone()),
            (Fact::Retrieved, day(self.provenance.retrieved)),
            (Fact::SampleSize, self.items.len().to_string()),
            (Fact::SizeBecause, self.size.because.clone()),
            (Fact::Seed, self.seed.number.to_string()),
            (Fact::SeedFrom, self.seed.from().to_owned()),
            (Fact::TestedBy, self.tester.clone().unwrap_or_default()),
            (Fact::TestedOn, day(self.tested)),
        ]
    }
}

impl Seed {
    /// Where it comes from, in a few words.
    #[must_use]
    pub const fn from(self) -> &'static str {
        if self.chosen { "chosen with --seed" } else { "derived from the population and the control" }
    }
}
