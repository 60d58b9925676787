//! What an organisation has to show before a buyer signs: documents, sub-processors, and answers to a questionnaire.

use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::enterprise_asked::{Asked, AskedDocument, Question, Theme};
use crate::source::file::Place;

pub use crate::model::enterprise_state::{AnswerState, FailOn, Presence};

/// What an organisation has to show.
#[derive(Debug)]
pub struct Enterprise<'a> {
    /// The assessment it was made of.
    pub assessment: &'a Assessment<'a>,
    /// What was asked.
    pub asked: &'a Asked,
    /// The documents that are asked for, in order.
    pub documents: Vec<ShownDocument<'a>>,
    /// Who handles customers' data for us, by id.
    pub sub_processors: Vec<SubProcessor>,
    /// The other organisations of which nobody said whether they handle data, as positions in the inventory.
    pub unsaid: Vec<usize>,
    /// The answers, in the order of the questions.
    pub answers: Vec<Answer<'a>>,
}

/// A document that is asked for, and what is on file.
#[derive(Clone, Debug)]
pub struct ShownDocument<'a> {
    /// What was asked for.
    pub asked: &'a AskedDocument,
    /// How it stands.
    pub state: Presence,
    /// What is on file, in a sentence; with words of the inventory in it.
    pub on_file: String,
    /// The same for a buyer: nothing in it but what it is and its days.
    pub told: String,
    /// The day it is of.
    pub date: Option<Date>,
    /// The last day it is in date, or was.
    pub until: Option<Date>,
    /// The path or address of it.
    pub lies: Option<String>,
    /// Where it stands in the inventory.
    pub place: Option<Place>,
    /// What to do; nothing where nothing is to be done.
    pub to_do: Option<String>,
    /// Who sees to it: an id of `people`, or a free name.
    pub owner: Option<String>,
}

/// Another organisation that handles customers' data for us.
#[derive(Clone, Debug)]
pub struct SubProcessor {
    /// Its position in the inventory.
    pub vendor: usize,
    /// The classes of data that make it one.
    pub data: Vec<String>,
    /// What says so.
    pub because: Because,
    /// Its newest report by somebody independent, in words; none where none is on file.
    pub report: Option<String>,
    /// The last day that report is in date, or was.
    pub report_until: Option<Date>,
    /// Whether that day is not past.
    pub report_in_date: bool,
    /// Whether a data processing agreement was signed with it.
    pub has_dpa: bool,
    /// Whether a business associate agreement was signed with it; nothing where none is needed.
    pub has_baa: Option<bool>,
}

/// What says that another organisation handles data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The inventory says so of it.
    Stated,
    /// Data flows to it.
    Flow,
    /// It runs or reaches a system that holds the data.
    System,
}

/// The answer to a question.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// Its number, from one, through all themes; for reading only.
    pub number: usize,
    /// The question.
    pub question: &'a Question,
    /// What stands behind it.
    pub state: AnswerState,
    /// The controls that speak to it, the best first.
    pub controls: Vec<Speaking>,
    /// The other organisations relied on for it, the best first.
    pub vendors: Vec<Relied>,
    /// The documents that answer it, as positions in [`Enterprise::documents`].
    pub documents: Vec<usize>,
    /// What to ask, of whom; nothing where the answer is supported.
    pub ask: Option<Ask>,
    /// Who answers for it: an id of `people`, or a free name.
    pub owner: Option<String>,
}

/// A control that speaks to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaking {
    /// Its position in the inventory.
    pub control: usize,
    /// Whether it names a point of focus that is the question, beside saying its words.
    pub named: bool,
    /// What stands behind it.
    pub state: AnswerState,
    /// The evidence in date, newest first: position in the control's list, and the day it speaks of.
    pub evidence: Vec<(usize, Date)>,
    /// The last day its design was tested and found effective.
    pub tested: Option<Date>,
    /// What keeps it from being supported, as ids of gaps.
    pub held_by: Vec<String>,
}

/// Another organisation that is relied on for what a question asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relied {
    /// Its position in the inventory.
    pub vendor: usize,
    /// What we expect of it.
    pub text: String,
    /// What stands behind it.
    pub state: AnswerState,
    /// Its report, in words.
    pub report: Option<String>,
}

/// What to ask, and of whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Whom; nobody where nobody is named for it.
    pub whom: Option<String>,
    /// What.
    pub what: String,
}

impl Enterprise<'_> {
    /// How many documents stand in a state.
    #[must_use]
    pub fn documents_in(&self, state: Presence) -> usize {
        self.documents.iter().filter(|document| document.state == state).count()
    }

    /// How many answers stand in a state.
    #[must_use]
    pub fn answers_in(&self, state: AnswerState) -> usize {
        self.answers.iter().filter(|answer| answer.state == state).count()
    }

    /// The documents that fail a gate.
    pub fn failing(&self, on: FailOn) -> impl Iterator<Item = &ShownDocument<'_>> {
        self.documents.iter().filter(move |document| document.state.fails(on))
    }
}
