//! The answers as they are reported: a draft in the organisation's own words, and what shows it.

use crate::model::document::Control;
use crate::model::enterprise::{Answer, AnswerState, Enterprise, Presence, Relied, Speaking};
use crate::report::enterprise::guard::Guard;
use crate::report::enterprise::options::Options;
use crate::report::enterprise::row::{leads_to_what_is_withheld, person};
use crate::report::enterprise::sheet::{AnswerLine, Piece, ThemeLines};
use crate::report::enterprise::words::BY_HAND;

/// How many controls a draft quotes.
const QUOTED: usize = 3;

/// The answers that are shown, by theme; a theme without any is left out.
pub(super) fn themes<'a>(
    enterprise: &'a Enterprise<'a>,
    options: &Options,
    guard: Option<&Guard<'_>>,
) -> Vec<ThemeLines<'a>> {
    let chosen = |theme: &str| options.themes.is_empty() || options.themes.iter().any(|name| name == theme);
    let themes = enterprise.asked.themes.iter().filter(|theme| chosen(&theme.theme));
    themes
        .map(|theme| {
            let of_theme = enterprise.answers.iter().filter(|answer| answer.theme.theme == theme.theme);
            let shown = of_theme.filter(|answer| !options.unanswered || answer.state.is_open());
            let answers = shown.map(|answer| match guard {
                None => inside(enterprise, answer),
                Some(guard) => outside(enterprise, answer, guard),
            });
            ThemeLines { theme: &theme.theme, title: &theme.title, answers: answers.collect() }
        })
        .filter(|theme| !theme.answers.is_empty())
        .collect()
}

fn inside(enterprise: &Enterprise<'_>, answer: &Answer<'_>) -> AnswerLine {
    let mut held_by: Vec<String> = answer.controls.iter().flat_map(|one| one.held_by.iter().cloned()).collect();
    held_by.dedup();
    AnswerLine {
        draft: draft(enterprise, answer),
        controls: answer.controls.iter().filter_map(|one| Some(control(enterprise, one)?.id.to_string())).collect(),
        evidence: pieces(enterprise, answer, true),
        relied: answer.vendors.iter().filter_map(|one| relied(enterprise, one, true)).collect(),
        held_by,
        owner: answer.owner.as_deref().map(|owner| person(enterprise, owner)),
        ask: answer.ask.as_ref().map(|ask| ask.what.clone()),
        ..bare(answer)
    }
}

/// For a buyer: a supported answer with the days of what shows it; anything else is to be answered by hand. So is what names
/// somebody, or says where something lies.
fn outside(enterprise: &Enterprise<'_>, answer: &Answer<'_>, guard: &Guard<'_>) -> AnswerLine {
    let draft = draft(enterprise, answer);
    let mut documents = answer.documents.iter().filter_map(|at| enterprise.documents.get(*at));
    let withheld = documents.any(|document| leads_to_what_is_withheld(enterprise, document, guard));
    if answer.state != AnswerState::Supported || withheld || !guard.lets_out(&draft) {
        return AnswerLine { state: None, draft: BY_HAND.to_owned(), ..bare(answer) };
    }
    let quoted = behind(answer);
    AnswerLine {
        draft,
        controls: quoted.filter_map(|one| Some(control(enterprise, one)?.id.to_string())).collect(),
        evidence: pieces(enterprise, answer, false),
        ..bare(answer)
    }
}

/// An answer of which nothing is told but the question and its state.
fn bare(answer: &Answer<'_>) -> AnswerLine {
    AnswerLine {
        number: answer.number,
        id: format!("{}/{}", answer.theme.theme, answer.question.id),
        question: answer.question.asks.clone(),
        state: Some(answer.state),
        draft: String::new(),
        controls: Vec::new(),
        evidence: Vec::new(),
        relied: Vec::new(),
        held_by: Vec::new(),
        owner: None,
        ask: None,
    }
}

fn control<'a>(enterprise: &'a Enterprise<'_>, speaking: &Speaking) -> Option<&'a Control> {
    enterprise.assessment.inventory.controls.get(speaking.control)
}

/// The controls that stand behind an answer: those that stand as the best of all that speaks to it does. Where another
/// organisation stands best, a control that is less far is no part of the answer.
fn behind<'a>(answer: &'a Answer<'_>) -> impl Iterator<Item = &'a Speaking> + use<'a> {
    let best = best(answer);
    answer.controls.iter().take_while(move |one| Some(one.state) == best).take(QUOTED)
}

/// How the best of all that speaks to an answer stands.
fn best(answer: &Answer<'_>) -> Option<AnswerState> {
    answer.controls.first().map(|one| one.state).max(answer.vendors.first().map(|one| one.state))
}

/// A draft of the answer: the controls' own descriptions, what documents are, what others are relied on for.
fn draft(enterprise: &Enterprise<'_>, answer: &Answer<'_>) -> String {
    let documents = answer.documents.iter().filter_map(|at| enterprise.documents.get(*at));
    let documents =
        documents.filter(|document| document.state == Presence::InDate).map(|document| document.told.clone());
    let controls = behind(answer).filter_map(|one| control(enterprise, one)).map(|control| {
        let words = control.description.as_deref().filter(|said| !said.trim().is_empty());
        format!("“{}” ({})", words.unwrap_or(&control.name.0).trim(), control.id.value)
    });
    let alike = answer.vendors.iter().filter(|one| Some(one.state) == best(answer));
    let relied = alike.take(QUOTED).filter_map(|one| relied(enterprise, one, false));
    let parts: Vec<String> = documents.chain(controls).chain(relied).collect();
    let said = parts.join(" ");
    match answer.state {
        AnswerState::Evidenced if said.is_empty() => "There is a list, and it is not whole.".to_owned(),
        AnswerState::Supported | AnswerState::Evidenced => said,
        AnswerState::Claimed if said.is_empty() => "There is a document, and it is not in date.".to_owned(),
        AnswerState::Claimed => format!("{said} Nothing in date is on file to show it."),
        AnswerState::Planned if said.is_empty() => "A draft is on file; nobody approved it.".to_owned(),
        AnswerState::Planned => format!("Planned, and not in place: {said}"),
        AnswerState::Unsupported => "Not supported by anything on file.".to_owned(),
        AnswerState::NotInScope => "Not in scope of the report.".to_owned(),
    }
}

/// What another organisation is relied on for. Its report is told only inside.
fn relied(enterprise: &Enterprise<'_>, relied: &Relied, inside: bool) -> Option<String> {
    let vendor = enterprise.assessment.inventory.vendors.get(relied.vendor)?;
    let name = vendor.name.as_deref().unwrap_or(&vendor.id);
    let report = match (&relied.report, inside) {
        (_, false) => String::new(),
        (Some(report), true) => format!(" ({report})"),
        (None, true) => " (no report on file)".to_owned(),
    };
    Some(format!("We rely on {name} for: “{}”{report}", relied.text.trim()))
}

/// What shows an answer: evidence in date and tests of design, newest first within a control. A buyer hears what sort it is and
/// its day, and not what it is called.
fn pieces(enterprise: &Enterprise<'_>, answer: &Answer<'_>, inside: bool) -> Vec<Piece> {
    let speaking: Vec<&Speaking> = if inside { answer.controls.iter().collect() } else { behind(answer).collect() };
    let of_controls = speaking.into_iter().filter_map(|one| Some((one, control(enterprise, one)?)));
    let of_controls = of_controls.flat_map(|(one, control)| {
        let of = control.id.to_string();
        let evidence = one.evidence.iter().filter_map(|(at, on)| {
            let evidence = control.evidence.get(*at)?;
            let sort = evidence.kind.map_or("evidence", |kind| kind.word());
            let title = evidence.title.as_deref().filter(|title| inside && !title.trim().is_empty());
            Some(Piece { of: of.clone(), what: title.unwrap_or(sort).to_owned(), date: Some(*on) })
        });
        let tested = one.tested.map(|on| Piece { of: of.clone(), what: "test of design".to_owned(), date: Some(on) });
        evidence.chain(tested).collect::<Vec<_>>()
    });
    let documents = answer.documents.iter().filter_map(|at| enterprise.documents.get(*at));
    let documents = documents.filter(|document| document.date.is_some());
    let documents = documents.map(|document| Piece {
        of: document.asked.id.clone(),
        what: document.asked.title.clone(),
        date: document.date,
    });
    of_controls.chain(documents).collect()
}
