//! What every format says alike of what buyers ask.

use crate::model::enterprise::{AnswerState, Enterprise, FailOn, Presence};
use crate::report::account;
use crate::report::enterprise::options::Options;
use crate::report::enterprise::sheet::{Sheet, ThemeLines};
use crate::text::count::{counted, number};
use crate::text::list::and;

/// What stands where somebody has to answer.
pub(super) const BY_HAND: &str = "To be answered by hand.";

/// How much there is, in two sentences.
pub(super) fn headline(enterprise: &Enterprise<'_>) -> Vec<String> {
    let asked = enterprise.documents.len() - enterprise.documents_in(Presence::NotAsked);
    let documents = documents_in(enterprise).into_iter().filter(|(state, _)| *state != Presence::NotAsked);
    let documents = documents.map(|(state, count)| format!("{} {}", number(count), state.plain()));
    let answers = answers_in(enterprise).into_iter();
    let answers = answers.map(|(state, count)| format!("{} {}", number(count), state.plain()));
    vec![
        format!("Of {} that buyers ask for: {}.", counted(asked, "document", "documents"), and(documents)),
        format!("Of {}: {}.", counted(enterprise.answers.len(), "question", "questions"), and(answers)),
    ]
}

/// How much a buyer gets, in a sentence.
pub(super) fn for_buyers(answered: usize, of: usize) -> Vec<String> {
    let questions = counted(of, "question is", "questions");
    let questions = if of == 1 { questions } else { format!("{questions} are") };
    vec![match answered {
        all if all == of && of > 0 => format!("{questions} answered."),
        _ => format!("{} of {questions} answered; the others are to be answered by hand.", number(answered)),
    }]
}

/// How many documents stand in each state, from best to worst; only states there are.
pub(super) fn documents_in(enterprise: &Enterprise<'_>) -> Vec<(Presence, usize)> {
    let states = Presence::ALL.iter().skip(1).chain(Presence::ALL.iter().take(1));
    let counted = states.map(|state| (*state, enterprise.documents_in(*state)));
    counted.filter(|(_, count)| *count > 0).collect()
}

/// How many answers stand in each state, from most to nothing; only states there are.
pub(super) fn answers_in(enterprise: &Enterprise<'_>) -> Vec<(AnswerState, usize)> {
    let open = AnswerState::ALL.iter().rev().filter(|state| **state != AnswerState::NotInScope);
    let counted = open.chain([&AnswerState::NotInScope]).map(|state| (*state, enterprise.answers_in(*state)));
    counted.filter(|(_, count)| *count > 0).collect()
}

/// What is left out of the list of answers.
pub(super) fn left_out(enterprise: &Enterprise<'_>, options: &Options) -> Option<String> {
    let titles = enterprise.asked.themes.iter().filter(|theme| options.themes.contains(&theme.theme));
    let of = (!options.themes.is_empty()).then(|| format!("of the themes {}", and(titles.map(|theme| &theme.title))));
    let of = of.map(|of| if options.themes.len() == 1 { of.replacen("themes", "theme", 1) } else { of });
    let open = options.unanswered.then(|| "that are not supported".to_owned());
    let parts: Vec<String> = [of, open].into_iter().flatten().collect();
    let counts = if options.for_buyers { "" } else { "; the counts are of all" };
    (!parts.is_empty()).then(|| format!("Only questions {} are listed{counts}.", parts.join(" ")))
}

/// Whether the gate holds, and the words for it.
pub(super) fn gate(enterprise: &Enterprise<'_>, on: FailOn) -> (bool, String) {
    let failing: Vec<&str> = enterprise.failing(on).map(|document| document.asked.title.as_str()).collect();
    match (failing.len(), on) {
        (0, FailOn::Missing) => (true, "gate holds: no document that is asked for is missing".to_owned()),
        (0, FailOn::OutOfDate) => (true, "gate holds: every document that is asked for is in date".to_owned()),
        (count, FailOn::Missing) => {
            (false, format!("gate fails: {} missing: {}", counted(count, "document is", "documents are"), and(failing)))
        }
        (count, FailOn::OutOfDate) => (
            false,
            format!(
                "gate fails: {} not there and in date: {}",
                counted(count, "document is", "documents are"),
                and(failing)
            ),
        ),
    }
}

/// What to keep in mind.
pub(super) fn notes(for_buyers: bool) -> Vec<&'static str> {
    if for_buyers {
        return vec![
            "Answers stand in the organisation's own words, and are drawn from its own records. This is not an examination, and \
             nobody independent gives an opinion.",
        ];
    }
    vec![
        "A draft is the organisation's own words. What nothing on file supports is never answered with yes.",
        "The questions are ours and no standard's; a buyer's own may ask for more.",
        account::LIMITS,
    ]
}

/// What a state of an answer means, for a legend.
pub(super) const MEANINGS: [(AnswerState, &str); 6] = [
    (AnswerState::Supported, "in place, evidence in date, design tested, no gap of moderate level or above"),
    (AnswerState::Evidenced, "in place, evidence in date; the design is untested, or a gap is there"),
    (AnswerState::Claimed, "in place, and nothing in date is on file to show it"),
    (AnswerState::Planned, "not in place yet"),
    (AnswerState::Unsupported, "nothing on file says that it is done"),
    (AnswerState::NotInScope, "out of scope of the report, and nothing on file speaks to it"),
];

/// How the answers of a theme stand, in a line: those that are shown.
pub(in crate::report) fn caption(sheet: &Sheet<'_>, theme: &ThemeLines<'_>) -> String {
    let supported = theme.answers.iter().filter(|answer| answer.state == Some(AnswerState::Supported)).count();
    let word = if sheet.for_buyers { "answered" } else { "supported" };
    format!("{} of {} {word}", number(supported), counted(theme.answers.len(), "question", "questions"))
}
