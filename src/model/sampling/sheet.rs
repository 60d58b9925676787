//! The worksheet of a sample: its columns, what it says of itself, and what came back in it.

use std::collections::BTreeMap;

use crate::source::file::Place;
use crate::text::capital::capital;

/// Declares names of a worksheet: the key in CSV, from which comes the label elsewhere.
macro_rules! names {
    ($(#[doc = $doc:literal])* pub enum $name:ident { $( $(#[doc = $variant_doc:literal])* $variant:ident = $key:literal, )* }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $( $(#[doc = $variant_doc])* $variant, )* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name where machines read it.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $( Self::$variant => $key, )* }
            }

            /// Its name where people read it.
            #[must_use]
            pub fn label(self) -> String {
                capital(&self.key().replace('_', " "))
            }
        }
    };
}

names! {
    /// A column of a worksheet.
    pub enum Column {
        /// The number of the draw.
        Number = "number",
        /// The item.
        Item = "item",
        /// What to look at in it.
        LookAt = "what_to_look_at",
        /// What it came to: pass or exception.
        Result = "result",
        /// What was found.
        Found = "what_was_found",
        /// Why it came about.
        RootCause = "root_cause",
        /// When it was put right.
        Resolved = "resolved",
    }
}

names! {
    /// What a worksheet says of itself.
    pub enum Fact {
        /// The id of the control.
        Control = "control",
        /// Its name.
        ControlName = "control_name",
        /// The criteria it names.
        Criteria = "criteria",
        /// The time tested.
        Period = "period",
        /// The file of the population.
        PopulationFile = "population_file",
        /// The SHA-256 of its bytes.
        FileDigest = "file_digest",
        /// The sheet in it.
        Sheet = "sheet",
        /// The column of ids.
        IdColumn = "id_column",
        /// The column of days.
        DateColumn = "date_column",
        /// How many items the population has.
        PopulationSize = "population_size",
        /// The SHA-256 of its ids.
        PopulationDigest = "population_digest",
        /// Where the list came from.
        Source = "list_from",
        /// When it was taken.
        Retrieved = "list_taken_on",
        /// How many items were drawn.
        SampleSize = "sample_size",
        /// Why so many.
        SizeBecause = "size_because",
        /// Where the drawing begins.
        Seed = "seed",
        /// Where the seed comes from.
        SeedFrom = "seed_from",
        /// Who tested.
        TestedBy = "tested_by",
        /// When.
        TestedOn = "tested_on",
    }
}

/// The key that a heading stands for, however it is written: `Root cause`, `root_cause`.
#[must_use]
pub fn key(heading: &str) -> String {
    let words = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("_")
}

/// A worksheet that came back.
#[derive(Clone, Debug, Default)]
pub struct Worksheet {
    /// What it says of itself, where it says something.
    pub facts: BTreeMap<Fact, String>,
    /// Its rows.
    pub rows: Vec<Filled>,
}

impl Worksheet {
    /// What it says of something; nothing where it does not.
    #[must_use]
    pub fn fact(&self, fact: Fact) -> Option<&str> {
        self.facts.get(&fact).map(String::as_str)
    }
}

/// A row of a worksheet that came back.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// Where it stands, in words.
    pub at: String,
    /// Where it stands in a text.
    pub place: Option<Place>,
    /// The item.
    pub item: String,
    /// What it came to.
    pub result: String,
    /// What was found.
    pub found: String,
    /// Why it came about.
    pub root_cause: String,
    /// When it was put right.
    pub resolved: String,
}
