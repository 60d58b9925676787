//! What stands in every format: a format prints what a sheet holds. Words of the inventory are in it as they are.

use crate::model::date::Date;
use crate::model::enterprise::{AnswerState, Because, Presence};

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
    pub standing: Option<VendorStanding>,
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

/// The agreements with another organisation, and its report.
#[derive(Clone, Debug)]
pub struct VendorStanding {
    /// Whether a data processing agreement is signed.
    pub dpa: bool,
    /// Whether a business associate agreement is signed; nothing where none is needed.
    pub baa: Option<bool>,
    /// Its newest report, in words.
    pub report: Option<String>,
    /// The last day the report is in date, or was.
    pub report_until: Option<Date>,
    /// Whether that day is not past.
    pub report_in_date: bool,
}
