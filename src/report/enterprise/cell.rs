//! The parts of rows that several formats have, in words. Words of the inventory are in them as they are.

use crate::model::enterprise::{AnswerState, Because, Presence};
use crate::report::enterprise::sheet::{AnswerLine, DocumentLine, Piece, SubProcessorLine};
use crate::text::list::and;

/// How a document stands; of one for a buyer, whether it can be had.
pub(in crate::report) const fn presence(state: Option<Presence>) -> &'static str {
    match state {
        Some(state) => state.plain(),
        None => "by hand",
    }
}

/// What stands behind an answer, in a word.
pub(in crate::report) const fn answer(state: Option<AnswerState>) -> &'static str {
    match state {
        Some(AnswerState::Unsupported) => "unsupported",
        Some(state) => state.plain(),
        None => "by hand",
    }
}

/// Until when it is in date, who sees to it, where it lies and where it stands.
pub(in crate::report) fn facts(document: &DocumentLine) -> Vec<String> {
    let until = document.until.filter(|_| document.state == Some(Presence::InDate));
    let until = until.map(|until| format!("until {until}"));
    let owner = document.owner.as_ref().filter(|_| document.to_do.is_none()).map(|(_, name)| name.clone());
    let location = document.location.as_ref().map(|at| format!("{}:{}", at.file, at.line));
    [until, owner, document.lies.clone(), location].into_iter().flatten().collect()
}

/// What to do, and who.
pub(in crate::report) fn to_do(document: &DocumentLine) -> Option<String> {
    let to_do = document.to_do.as_ref()?;
    Some(match &document.owner {
        Some((_, name)) => format!("{name}: {to_do}"),
        None => to_do.clone(),
    })
}

/// What somebody does for us, and where.
pub(in crate::report) fn service(one: &SubProcessorLine) -> Option<String> {
    match (&one.service, &one.location) {
        (Some(service), Some(location)) => Some(format!("{service} ({location})")),
        (Some(service), None) => Some(service.clone()),
        (None, Some(location)) => Some(location.clone()),
        (None, None) => None,
    }
}

/// The data, and what says so.
pub(in crate::report) fn data(one: &SubProcessorLine) -> String {
    let data = and(&one.data);
    match one.because {
        Some(Because::Flow) => format!("{data}, as data flows to it"),
        Some(Because::System) => format!("{data}, as in the systems it runs"),
        Some(Because::Stated) | None => data,
    }
}

/// The agreements and the report.
pub(in crate::report) fn standing(one: &SubProcessorLine) -> Vec<String> {
    let Some(standing) = &one.standing else { return Vec::new() };
    let signed = |signed: bool| if signed { "signed" } else { "missing" };
    let report = match (&standing.report, standing.report_in_date) {
        (Some(report), true) => format!("{report}: in date"),
        (Some(report), false) => format!("{report}: out of date"),
        (None, _) => "report: missing".to_owned(),
    };
    let baa = standing.baa.map(|baa| format!("BAA {}", signed(baa)));
    [Some(format!("DPA {}", signed(standing.dpa))), baa, Some(report)].into_iter().flatten().collect()
}

/// A piece of what shows an answer.
pub(in crate::report) fn piece(piece: &Piece) -> String {
    let date = piece.date.map(|date| format!(", {date}")).unwrap_or_default();
    format!("{}: {}{date}", piece.of, piece.what)
}

/// What shows an answer, what others are relied on for, and what keeps it from being supported.
pub(in crate::report) fn behind(line: &AnswerLine) -> Option<Vec<String>> {
    let pieces = line.evidence.iter().map(piece);
    let held_by = line.held_by.iter().map(|gap| format!("gap {gap}"));
    let said: Vec<String> = pieces.chain(line.relied.iter().cloned()).chain(held_by).collect();
    (!said.is_empty()).then_some(said)
}

/// What to ask, and of whom.
pub(in crate::report) fn ask(line: &AnswerLine) -> Option<String> {
    let ask = line.ask.as_ref()?;
    Some(match &line.owner {
        Some((_, name)) => format!("{name}: {ask}"),
        None => ask.clone(),
    })
}
