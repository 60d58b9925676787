//! What stands in every format, worked out once. Of a sheet for a buyer only this file decides what goes out: a format prints what
//! a sheet holds, and a sheet for a buyer holds nothing else. Words of the inventory are in it as they are.

use crate::model::date::Date;
use crate::model::enterprise::{AnswerState, Because, Enterprise, Presence};
use crate::report::account;
use crate::report::enterprise::guard::Guard;
use crate::report::enterprise::options::Options;
use crate::report::enterprise::{answer, row, words};

/// The whole of what is reported.
pub struct Sheet<'a> {
    /// The organisation.
    pub organization: &'a str,
    /// The name of the system, where it has one.
    pub system: Option<&'a str>,
    /// The day it is of.
    pub as_of: Date,
    /// What the report is about, in a line.
    pub scope: String,
    /// Whether it is for a buyer.
    pub for_buyers: bool,
    /// How much there is, in a sentence or two.
    pub headline: Vec<String>,
    /// What is left out, where not everything is shown.
    pub left_out: Option<String>,
    /// How many documents stand in each state; nothing for a buyer.
    pub documents_in: Vec<(Presence, usize)>,
    /// How many answers stand in each state; for a buyer, only those that are supported.
    pub answers_in: Vec<(AnswerState, usize)>,
    /// How many questions there are.
    pub questions: usize,
    /// The documents.
    pub documents: Vec<DocumentLine>,
    /// Who handles customers' data.
    pub sub_processors: Vec<SubProcessorLine>,
    /// Why the list of sub-processors is not given, or not whole.
    pub unsaid: Option<String>,
    /// The answers by theme.
    pub themes: Vec<ThemeLines<'a>>,
    /// Whether the gate holds, and the words for it.
    pub gate: Option<(bool, String)>,
    /// What to keep in mind.
    pub notes: Vec<&'static str>,
}

/// A document.
pub struct DocumentLine {
    /// What it is known by.
    pub id: String,
    /// What was asked for.
    pub title: String,
    /// How it stands; for a buyer, in date or nothing.
    pub state: Option<Presence>,
    /// What is on file.
    pub on_file: String,
    /// The day it is of.
    pub date: Option<Date>,
    /// The last day it is in date, or was.
    pub until: Option<Date>,
    /// Where it lies.
    pub lies: Option<String>,
    /// Where it stands in the inventory.
    pub location: Option<Location>,
    /// What to do.
    pub to_do: Option<String>,
    /// Who sees to it, by id and by name.
    pub owner: Option<(String, String)>,
}

/// A place in a file of the inventory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: String,
    /// The line, from one.
    pub line: usize,
}

/// Another organisation that handles customers' data.
pub struct SubProcessorLine {
    /// Its id; nothing for a buyer.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// What it does.
    pub service: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// The classes of data.
    pub data: Vec<String>,
    /// What says so; nothing for a buyer.
    pub because: Option<Because>,
    /// The agreements and the report; nothing for a buyer.
    pub standing: Option<row::VendorStanding>,
}

/// The answers of a theme.
pub struct ThemeLines<'a> {
    /// By which `--theme` knows it.
    pub theme: &'a str,
    /// What people call it.
    pub title: &'a str,
    /// The answers.
    pub answers: Vec<AnswerLine>,
}

/// An answer.
pub struct AnswerLine {
    /// Its number.
    pub number: usize,
    /// What it is known by: theme and question.
    pub id: String,
    /// The question.
    pub question: String,
    /// What stands behind it; for a buyer, supported or nothing.
    pub state: Option<AnswerState>,
    /// A draft of the answer.
    pub draft: String,
    /// The ids of the controls in it.
    pub controls: Vec<String>,
    /// What shows it, a piece each with its day.
    pub evidence: Vec<Piece>,
    /// What other organisations are relied on for it, in words.
    pub relied: Vec<String>,
    /// What keeps it from being supported: ids of gaps.
    pub held_by: Vec<String>,
    /// Who answers for it, by id and by name.
    pub owner: Option<(String, String)>,
    /// What to ask.
    pub ask: Option<String>,
}

/// A piece of what shows an answer.
pub struct Piece {
    /// The control or document it is of.
    pub of: String,
    /// What it is.
    pub what: String,
    /// The day it speaks of.
    pub date: Option<Date>,
}

impl<'a> Sheet<'a> {
    /// The sheet of what an organisation has to show.
    #[must_use]
    pub fn of(enterprise: &'a Enterprise<'a>, options: &Options) -> Self {
        let (assessment, inventory) = (enterprise.assessment, enterprise.assessment.inventory);
        let guard = Guard::of(inventory);
        let guard = options.for_buyers.then_some(&guard);
        let themes = answer::themes(enterprise, options, guard);
        let documents = row::documents(enterprise, guard);
        let answered = themes.iter().flat_map(|theme| &theme.answers).filter(|answer| answer.state.is_some()).count();
        let headline = match guard {
            None => words::headline(enterprise),
            Some(_) => words::for_buyers(answered, themes.iter().map(|theme| theme.answers.len()).sum()),
        };
        Self {
            organization: &inventory.organization,
            system: inventory.scope.system.as_deref(),
            as_of: assessment.as_of,
            scope: account::scope_line(assessment),
            for_buyers: options.for_buyers,
            headline,
            left_out: words::left_out(enterprise, options),
            documents_in: words::documents_in(enterprise).into_iter().filter(|_| guard.is_none()).collect(),
            answers_in: words::answers_in(enterprise).into_iter().filter(|_| guard.is_none()).collect(),
            questions: enterprise.answers.len(),
            documents,
            sub_processors: row::sub_processors(enterprise, guard),
            unsaid: row::unsaid(enterprise, guard),
            themes,
            gate: options.fail_on.filter(|_| guard.is_none()).map(|on| words::gate(enterprise, on)),
            notes: words::notes(options.for_buyers),
        }
    }
}
