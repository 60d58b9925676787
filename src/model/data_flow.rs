//! What is known of each way data takes, by the four questions an auditor asks of it.

use crate::model::gap_id::GapId;
use crate::vocabulary;

/// The answers about one data flow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlowAnswers {
    /// What is processed: the classes of data.
    pub what: Answer,
    /// Where it lives once it has arrived: who keeps it from others there.
    pub lives: Answer,
    /// How it moves: its protection on the way.
    pub moves: Answer,
    /// Who has access to it once it has arrived.
    pub access: Answer,
}

impl FlowAnswers {
    /// The four answers, in the order of the questions.
    #[must_use]
    pub const fn all(&self) -> [&Answer; 4] {
        [&self.what, &self.lives, &self.moves, &self.access]
    }
}

/// An answer: controls that cover it, gaps that say it is not covered, or words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What the inventory states, in its own words: classes of data, a protection, reports of another organisation.
    pub stated: Vec<String>,
    /// The controls in place that cover it, as positions in the inventory.
    pub controls: Vec<usize>,
    /// The gaps that say what is not covered. A result narrowed to some categories may not list them all.
    pub gaps: Vec<GapId>,
    /// What must be known to read the answer, in whole sentences.
    pub remarks: Vec<String>,
}

vocabulary! {
    /// What an answer about a data flow comes to.
    pub enum AnswerState as "state of an answer" {
        /// Controls in place cover it.
        Covered = "covered",
        /// The inventory states it, and no control of ours is asked for.
        Stated = "stated",
        /// It is not covered, and gaps say so.
        Gap = "gap",
        /// It is not for us to cover, and a remark says why.
        Outside = "outside",
    }
}

impl Answer {
    /// What it comes to. A gap is never outweighed by what stands beside it.
    #[must_use]
    pub fn state(&self) -> AnswerState {
        if !self.gaps.is_empty() {
            AnswerState::Gap
        } else if !self.controls.is_empty() {
            AnswerState::Covered
        } else if !self.stated.is_empty() {
            AnswerState::Stated
        } else {
            AnswerState::Outside
        }
    }
}
