//! The answers: what stands behind each question, and what to ask of whom where that is not enough.

use std::collections::BTreeSet;

use crate::enterprise::desk::Desk;
use crate::enterprise::relied::relied;
use crate::enterprise::speaking::{Spoken, failed, speaking, spoken};
use crate::model::area::Area;
use crate::model::enterprise::{Answer, AnswerState, Ask, Presence, Relied, ShownDocument, Speaking};
use crate::model::enterprise_asked::{Question, Theme};
use crate::text::list::{and, or};

/// How many controls or gaps a request names.
const NAMED: usize = 3;

/// The answers to all questions, in order.
pub(super) fn answers<'a>(desk: &Desk<'a>, documents: &[ShownDocument<'a>]) -> Vec<Answer<'a>> {
    let spoken = spoken(desk);
    let themes = desk.asked.themes.iter();
    let questions = themes.flat_map(|theme| theme.questions.iter().map(move |question| (theme, question)));
    let numbered = (1..).zip(questions);
    numbered.map(|(number, (theme, question))| answer(desk, (&spoken, documents), (number, theme, question))).collect()
}

fn answer<'a>(
    desk: &Desk<'a>,
    (spoken, documents): (&[Spoken<'_>], &[ShownDocument<'a>]),
    (number, theme, question): (usize, &'a Theme, &'a Question),
) -> Answer<'a> {
    let wanted: Vec<usize> = (0..)
        .zip(documents)
        .filter(|(_, document)| question.documents.contains(&document.asked.id))
        .map(|(at, _)| at)
        .collect();
    let (controls, vendors) = (speaking(desk, spoken, question), relied(desk, question));
    let of_documents = wanted.iter().filter_map(|at| documents.get(*at)).map(|document| of_presence(document.state));
    let of_controls = (!question.criteria.is_empty()).then(|| of_controls(desk, question, &controls, &vendors));
    // Where both are asked for, the weaker is the answer; an answer out of scope is none.
    let state = of_documents.chain(of_controls).min().unwrap_or_default();
    let mut answer =
        Answer { theme, number, question, state, controls, vendors, documents: wanted, ask: None, owner: None };
    answer.owner = owner(desk, &answer, documents);
    if state != AnswerState::Supported {
        answer.ask = Some(Ask { whom: answer.owner.clone(), what: what(desk, &answer, documents) });
    }
    answer
}

const fn of_presence(state: Presence) -> AnswerState {
    match state {
        Presence::InDate => AnswerState::Supported,
        Presence::Incomplete => AnswerState::Evidenced,
        Presence::OutOfDate => AnswerState::Claimed,
        Presence::NotApproved => AnswerState::Planned,
        Presence::Missing => AnswerState::Unsupported,
        Presence::NotAsked => AnswerState::NotInScope,
    }
}

/// The best that speaks to it. It is supported only where nothing in place that speaks to it is held back: a buyer who hears of
/// one control hears of all of them.
fn of_controls(desk: &Desk<'_>, question: &Question, controls: &[Speaking], vendors: &[Relied]) -> AnswerState {
    let best = controls.iter().map(|one| one.state).chain(vendors.iter().map(|one| one.state)).max();
    match best {
        None if out_of_scope(desk, question) => AnswerState::NotInScope,
        None => AnswerState::Unsupported,
        Some(AnswerState::Supported) if controls.iter().any(|one| is_held_back(desk, one)) => AnswerState::Evidenced,
        Some(best) => best,
    }
}

/// Whether a control is in place and a gap of moderate level or above is about it.
fn is_held_back(desk: &Desk<'_>, speaking: &Speaking) -> bool {
    let in_place = desk.assessment.standings.get(speaking.control).is_some_and(|standing| standing.in_place);
    in_place && !speaking.held_by.is_empty()
}

fn out_of_scope(desk: &Desk<'_>, question: &Question) -> bool {
    let catalog = desk.assessment.catalog;
    let coverage = &desk.assessment.coverage.criteria;
    let applies = |at: usize| coverage.get(at).is_some_and(|criterion| criterion.applicable);
    !question.criteria.iter().filter_map(|id| catalog.position(*id)).any(applies)
}

/// Who answers for it: the owner of the best control, or of what is wanted of documents, or who looks after an area of its
/// criteria.
fn owner(desk: &Desk<'_>, answer: &Answer<'_>, documents: &[ShownDocument<'_>]) -> Option<String> {
    let inventory = desk.assessment.inventory;
    let of_control = answer.controls.first().and_then(|one| inventory.controls.get(one.control)?.owner.as_ref());
    let of_document = answer.documents.first().and_then(|at| documents.get(*at)?.owner.clone());
    let areas = || {
        let criteria = answer.question.criteria.iter().filter_map(|id| desk.assessment.catalog.criterion(*id));
        let areas: Vec<Area> = criteria.flat_map(|criterion| criterion.areas.iter().copied()).collect();
        areas.iter().find_map(|area| desk.who_looks_after(*area))
    };
    of_control.map(|owner| owner.value.0.clone()).or(of_document).or_else(areas)
}

/// What to ask.
fn what(desk: &Desk<'_>, answer: &Answer<'_>, documents: &[ShownDocument<'_>]) -> String {
    let wanted = answer.documents.iter().filter_map(|at| documents.get(*at));
    let wanted: Vec<&str> = wanted.filter_map(|document| document.to_do.as_deref()).collect();
    let ids = |state: AnswerState| {
        let with = answer.controls.iter().filter(|one| one.state == state).take(NAMED);
        let ids = with.filter_map(|one| desk.assessment.inventory.controls.get(one.control));
        and(ids.map(|control| format!("`{}`", control.id.value)))
    };
    match answer.state {
        AnswerState::Supported => String::new(),
        _ if !wanted.is_empty() => wanted.join(" "),
        AnswerState::NotInScope => "Answer by hand: the inventory has nothing to say about it.".to_owned(),
        AnswerState::Unsupported if answer.controls.is_empty() => {
            let criteria = or(answer.question.criteria.iter().take(NAMED));
            format!("Ask whether it is done. If it is, write a control that names {criteria} and says so.")
        }
        AnswerState::Unsupported => {
            format!("Mend the design of {}: a test found it deficient.", ids(AnswerState::Unsupported))
        }
        AnswerState::Planned => format!("Ask by when {} is in place.", ids(AnswerState::Planned)),
        AnswerState::Claimed => claimed(answer, &ids(AnswerState::Claimed)),
        AnswerState::Evidenced => evidenced(desk, answer, &ids(AnswerState::Evidenced)),
    }
}

fn claimed(answer: &Answer<'_>, controls: &str) -> String {
    if controls.is_empty() {
        let reports = answer.vendors.iter().take(NAMED).map(|one| format!("`{}`", one.text));
        return format!("Ask for a report in date that shows {}.", and(reports));
    }
    format!("Ask for something in date that shows {controls} at work.")
}

/// What keeps it from being supported: gaps, or a design nobody tested.
fn evidenced(desk: &Desk<'_>, answer: &Answer<'_>, controls: &str) -> String {
    let mut gaps: Vec<String> = answer.controls.iter().flat_map(|one| one.held_by.iter().cloned()).collect();
    let vendors = answer.vendors.iter().filter_map(|one| desk.assessment.inventory.vendors.get(one.vendor));
    gaps.extend(vendors.flat_map(|vendor| desk.held_by(&vendor.id.value)));
    let mut seen = BTreeSet::new();
    gaps.retain(|gap| seen.insert(gap.clone()));
    if gaps.is_empty() {
        let standings = answer.controls.iter().filter_map(|one| desk.assessment.standings.get(one.control));
        let untested = standings.clone().any(|standing| standing.in_place && !standing.design_tested());
        let asked = answer.controls.iter().filter(|one| one.state == AnswerState::Evidenced);
        let mut asked = asked.filter_map(|one| desk.assessment.inventory.controls.get(one.control));
        return if asked.any(|control| failed(control, desk.assessment.as_of)) {
            format!("Mend {controls}, and have it tested again: a test found that it did not always work.")
        } else if untested {
            format!("Have the design of {controls} tested.")
        } else if controls.is_empty() {
            let reports = answer.vendors.iter().take(NAMED).map(|one| format!("`{}`", one.text));
            format!("Read the report that shows {}, and say what its exceptions mean.", and(reports))
        } else {
            format!("Lay down {controls}: it is done informally.")
        };
    }
    let more = gaps.len().saturating_sub(NAMED);
    let named = gaps.iter().take(NAMED).map(|gap| format!("`{gap}`"));
    let more = if more > 0 { Some(format!("{more} more")) } else { None };
    format!("Close {}.", and(named.chain(more)))
}
