//! The controls that speak to a question, and what stands behind each.

use crate::enterprise::desk::Desk;
use crate::enterprise::phrase::{Phrases, Words};
use crate::model::date::Date;
use crate::model::document::Control;
use crate::model::enterprise::{AnswerState, Speaking};
use crate::model::enterprise_asked::Question;
use crate::model::standing::{DesignTest, EvidenceState, Standing};
use crate::model::words::Conclusion;
use crate::model::words::Status;
use crate::model::words::TestOf;

/// A control with its words, split once for all questions.
pub(super) struct Spoken<'a> {
    at: usize,
    control: &'a Control,
    standing: &'a Standing,
    words: Words,
    named: Vec<String>,
    held_by: Vec<String>,
    failed: bool,
    to_come: bool,
}

/// Every control that could speak: a retired one, and one that ended, say nothing any more.
pub(super) fn spoken<'a>(desk: &Desk<'a>) -> Vec<Spoken<'a>> {
    let controls = desk.assessment.inventory.controls.iter().zip(&desk.assessment.standings).enumerate();
    let as_of = desk.assessment.as_of;
    let ended = |control: &Control| control.until.as_ref().is_some_and(|until| until.value < as_of);
    let there = controls.filter(|(_, (control, _))| control.status != Status::Retired && !ended(control));
    there
        .map(|(at, (control, standing))| Spoken {
            at,
            control,
            standing,
            words: Words::of([&*control.name.0].into_iter().chain(control.description.as_deref())),
            named: control.criteria.iter().map(|named| named.value.to_string()).collect(),
            held_by: desk.held_by(&control.id.value),
            failed: failed(control, as_of),
            to_come: control.since.as_ref().is_some_and(|since| since.value > as_of),
        })
        .collect()
}

/// The controls that speak to a question, the best first, then those that name a point of it, then by id.
pub(super) fn speaking(desk: &Desk<'_>, spoken: &[Spoken<'_>], question: &Question) -> Vec<Speaking> {
    let words = Phrases::of(&question.words);
    let mut found: Vec<Speaking> = spoken.iter().filter_map(|one| one.to(desk, question, &words)).collect();
    found.sort_by(|a, b| b.state.cmp(&a.state).then(b.named.cmp(&a.named)).then(a.control.cmp(&b.control)));
    found
}

impl Spoken<'_> {
    fn to(&self, desk: &Desk<'_>, question: &Question, words: &Phrases) -> Option<Speaking> {
        let named = question.points.iter().any(|point| self.named.contains(point));
        let of_criterion = self.control.criteria.iter().any(|named| question.criteria.contains(&named.value.criterion));
        // A question of points alone is answered by those who name one of them.
        let says = || words.is_empty() && question.points.is_empty() || self.words.say_any(words);
        (named || of_criterion && says()).then(|| {
            let held_by = [self.held_by.clone(), desk.left_uncovered(self.control, question)].concat();
            Speaking {
                control: self.at,
                named,
                state: self.state(&held_by),
                evidence: self.evidence(),
                tested: match self.standing.design {
                    DesignTest::Effective(on) => Some(on),
                    _ => None,
                },
                held_by,
            }
        })
    }

    fn state(&self, held_by: &[String]) -> AnswerState {
        let standing = self.standing;
        match () {
            () if standing.deficient() => AnswerState::Unsupported,
            () if !standing.in_place || self.to_come => AnswerState::Planned,
            () if !standing.evidenced() => AnswerState::Claimed,
            () if standing.informal || !standing.design_tested() || self.failed => AnswerState::Evidenced,
            () if !held_by.is_empty() => AnswerState::Evidenced,
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

/// Whether the last tests of its operation found something, whatever the report asks of operation and however little a gap of
/// it weighs. One without a date may be the last.
pub(super) fn failed(control: &Control, as_of: Date) -> bool {
    let tests = control.tests.iter().filter(|test| test.of == TestOf::Operation && test.conclusion.is_some());
    let tests = tests.map(|test| (test.date.as_ref().map(|date| date.value), test));
    let (dated, undated): (Vec<_>, Vec<_>) = tests.partition(|(date, _)| date.is_some());
    let past: Vec<_> = dated.into_iter().filter(|(date, _)| date.is_some_and(|date| date <= as_of)).collect();
    let last = past.iter().map(|(date, _)| *date).max();
    let counting = past.into_iter().filter(|(date, _)| Some(*date) == last).chain(undated);
    counting.into_iter().any(|(_, test)| test.conclusion != Some(Conclusion::Effective))
}
