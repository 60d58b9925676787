//! Whether a description of the system can be written from an inventory: by description criterion, and within each by what
//! it has to tell.

use crate::model::assessment::Assessment;
use crate::model::description_criteria::{DescriptionCriteria, DescriptionCriterion};
use crate::source::file::Place;
use crate::vocabulary;

vocabulary! {
    /// Whether what a description criterion asks can be written from an inventory.
    pub enum DescriptionState as "state of a description criterion" {
        /// The inventory holds what it asks for.
        Writable = "writable",
        /// The inventory holds some of it.
        Partly = "partly",
        /// The inventory holds nothing of it, or nobody looked.
        NotWritable = "not-writable",
        /// A report of this type is not asked for it.
        NotAsked = "not-asked",
    }
}

impl DescriptionState {
    /// The word for people: `not writable`.
    #[must_use]
    pub fn plain(self) -> &'static str {
        match self {
            Self::NotWritable => "not writable",
            Self::NotAsked => "not asked",
            other => other.word(),
        }
    }

    /// Whether it fails a gate that is set at a state.
    #[must_use]
    pub const fn fails(self, gate: Self) -> bool {
        match self {
            Self::NotWritable => matches!(gate, Self::NotWritable | Self::Partly),
            Self::Partly => matches!(gate, Self::Partly),
            Self::Writable | Self::NotAsked => false,
        }
    }
}

vocabulary! {
    /// What a description has to tell, each thing by itself.
    pub enum Subject as "part of a description" {
        /// The services the system provides.
        Services = "services",
        /// What customers were promised.
        Commitments = "commitments",
        /// What the system must do or be.
        Requirements = "system-requirements",
        /// What the system runs on.
        Infrastructure = "infrastructure",
        /// Programs, databases and what else is software.
        Software = "software",
        /// Who runs and uses it.
        People = "people",
        /// Policies, procedures and plans.
        Procedures = "procedures",
        /// What is processed, and which way it takes.
        Data = "data",
        /// Where the system ends, and what stands outside.
        Boundary = "boundary",
        /// What went wrong.
        Incidents = "incidents",
        /// The controls for each criterion.
        Controls = "controls-by-criterion",
        /// What each of these controls does.
        ControlWords = "descriptions-of-controls",
        /// What customers must do themselves.
        UserEntities = "user-entity-controls",
        /// The organisations whose controls the service needs.
        Organisations = "organisations",
        /// What they do for the service.
        TheirServices = "their-services",
        /// What is expected of them.
        Expected = "expected-controls",
        /// How they are watched over.
        Watch = "how-they-are-watched-over",
        /// Criteria that are not relevant.
        NotRelevant = "criteria-not-relevant",
        /// What changed.
        Changes = "changes",
        /// Controls that began or ended within the period.
        ControlsChanged = "controls-that-began-or-ended",
    }
}

impl Subject {
    /// The name for people: `system requirements`.
    #[must_use]
    pub fn plain(self) -> String {
        self.word().replace('-', " ")
    }
}

/// What was found of a description criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Its position among the description criteria.
    pub criterion: usize,
    /// Whether the report is asked for it.
    pub asked: bool,
    /// What it has to tell.
    pub parts: Vec<Part>,
    /// What a person has to write beside what is missing, as the rest of "To write: ".
    pub write: Vec<String>,
}

/// Something a description has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What.
    pub subject: Subject,
    /// What one of its things is called.
    pub noun: &'static str,
    /// What the inventory holds of it.
    pub holds: Vec<Thing>,
    /// What somebody says of it, in a sentence: that the list is whole, or that there is nothing to tell.
    pub said: Option<Said>,
    /// What is to be known beside, in sentences without a full stop.
    pub beside: Vec<String>,
    /// What is missing.
    pub missing: Vec<Missing>,
}

/// A thing an inventory holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its id, or the words it is known by.
    pub id: String,
    /// Where it stands; what has no place of its own has none.
    pub place: Option<Place>,
}

/// Somebody's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The sentence.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What is not there, as a sentence without a full stop.
    pub what: String,
    /// What to write, as the rest of "To write: ".
    pub write: String,
    /// The key under which it belongs.
    pub key: &'static str,
    /// Where a fact is half there.
    pub places: Vec<Place>,
}

impl Part {
    /// Whether the inventory holds anything of it.
    #[must_use]
    pub fn holds_anything(&self) -> bool {
        !self.holds.is_empty() || self.said.is_some()
    }
}

impl Judged {
    /// Whether what it asks can be written: all of it, some, or nothing.
    #[must_use]
    pub fn state(&self) -> DescriptionState {
        if !self.asked {
            DescriptionState::NotAsked
        } else if self.parts.iter().all(|part| part.missing.is_empty()) {
            DescriptionState::Writable
        } else if self.parts.iter().any(Part::holds_anything) {
            DescriptionState::Partly
        } else {
            DescriptionState::NotWritable
        }
    }

    /// All that is missing.
    pub fn missing(&self) -> impl Iterator<Item = &Missing> {
        self.parts.iter().flat_map(|part| &part.missing)
    }

    /// How many places a person has to fill.
    #[must_use]
    pub fn to_write(&self) -> usize {
        self.missing().count() + self.write.len()
    }
}

/// A description of the system as far as it can be written: an assessed inventory held to the description criteria.
#[derive(Debug)]
pub struct Description<'a> {
    /// The inventory, assessed.
    pub assessment: &'a Assessment<'a>,
    /// What a description has to tell.
    pub asked: &'a DescriptionCriteria,
    /// What was found, by criterion.
    pub judged: Vec<Judged>,
}

impl<'a> Description<'a> {
    /// Each criterion with what was found of it.
    pub fn criteria(&self) -> impl Iterator<Item = (&'a DescriptionCriterion, &Judged)> {
        self.judged.iter().filter_map(|judged| Some((self.asked.criteria.get(judged.criterion)?, judged)))
    }

    /// How many criteria are in a state.
    #[must_use]
    pub fn count(&self, state: DescriptionState) -> usize {
        self.judged.iter().filter(|judged| judged.state() == state).count()
    }

    /// How many places a person has to fill.
    #[must_use]
    pub fn to_write(&self) -> usize {
        self.judged.iter().map(Judged::to_write).sum()
    }

    /// Whether a gate set at a state fails.
    #[must_use]
    pub fn fails(&self, gate: DescriptionState) -> bool {
        self.judged.iter().any(|judged| judged.state().fails(gate))
    }
}
