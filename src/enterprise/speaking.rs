//! The controls that speak to a question, and what stands behind each.

use crate::enterprise::desk::Desk;
use crate::enterprise::phrase::{Phrases, Words};
use crate::model::date::Date;
use crate::model::document::Control;
use crate::model::enterprise::{AnswerState, Speaking};
use crate::model::enterprise_asked::Question;
use crate::model::standing::{DesignTest, EvidenceState, Standing};
use crate::model::words::Status;

/// A control with its words, split once for all questions.
pub(super) struct Spoken<'a> {
    at: usize,
    control: &'a Control,
    standing: &'a Standing,
    words: Words,
    named: Vec<String>,
    held_by: Vec<String>,
}

/// Every control that could speak: a retired one says nothing any more.
pub(super) fn spoken<'a>(desk: &Desk<'a>) -> Vec<Spoken<'a>> {
    let controls = desk.assessment.inventory.controls.iter().zip(&desk.assessment.standings).enumerate();
    let there = controls.filter(|(_, (control, _))| control.status != Status::Retired);
    there
        .map(|(at, (control, standing))| Spoken {
            at,
            control,
            standing,
            words: Words::of([&*control.name.0].into_iter().chain(control.description.as_deref())),
            named: control.criteria.iter().map(|named| named.value.to_string()).collect(),
            held_by: desk.held_by(&control.id.value),
        })
        .collect()
}

/// The controls that speak to a question, the best first, then those that name a point of it, then by id.
pub(super) fn speaking(spoken: &[Spoken<'_>], question: &Question) -> Vec<Speaking> {
    let words = Phrases::of(&question.words);
    let mut found: Vec<Speaking> = spoken.iter().filter_map(|one| one.to(question, &words)).collect();
    found.sort_by(|a, b| b.state.cmp(&a.state).then(b.named.cmp(&a.named)).then(a.control.cmp(&b.control)));
    found
}

impl Spoken<'_> {
    fn to(&self, question: &Question, words: &Phrases) -> Option<Speaking> {
        let named = question.points.iter().any(|point| self.named.contains(point));
        let of_criterion = self.control.criteria.iter().any(|named| question.criteria.contains(&named.value.criterion));
        // A question of points alone is answered by those who name one of them.
        let says = || words.is_empty() && question.points.is_empty() || self.words.say_any(words);
        (named || of_criterion && says()).then(|| Speaking {
            control: self.at,
            named,
            state: self.state(),
            evidence: self.evidence(),
            tested: match self.standing.design {
                DesignTest::Effective(on) => Some(on),
                _ => None,
            },
            held_by: self.held_by.clone(),
        })
    }

    fn state(&self) -> AnswerState {
        let standing = self.standing;
        match () {
            () if standing.deficient() => AnswerState::Unsupported,
            () if !standing.in_place => AnswerState::Planned,
            () if !standing.evidenced() => AnswerState::Claimed,
            () if standing.informal || !standing.design_tested() || !self.held_by.is_empty() => AnswerState::Evidenced,
            () => AnswerState::Supported,
        }
    }

    /// The evidence in date, newest first; of one day, in the order of the inventory.
    fn evidence(&self) -> Vec<(usize, Date)> {
        let states = self.standing.evidence.iter().enumerate();
        let mut dated: Vec<(usize, Date)> = states
            .filter_map(|(at, state)| match state {
                EvidenceState::InDate(on) => Some((at, *on)),
                _ => None,
            })
            .collect();
        dated.sort_by(|(at, on), (other, then)| then.cmp(on).then(at.cmp(other)));
        dated
    }
}
