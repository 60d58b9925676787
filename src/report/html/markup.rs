//! The small pieces of markup that cells and sentences are made of. What comes from the inventory is escaped here, once.

use std::fmt::Write as _;

use askama::filters::Safe;

use crate::model::level::Level;
use crate::model::risk::Rating;
use crate::model::verdict::Verdict;
use crate::report::html::escaper::escaped;
use crate::text::count::number;

/// Text that is markup already; templates print it as it is.
pub(in crate::report) type Markup = Safe<String>;

/// How many things a cell names before it counts the others.
const NAMED: usize = 12;

/// A text of anybody's.
pub(in crate::report) fn text(text: &str) -> Markup {
    Safe(with_whole_days(&escaped(text)))
}

/// Keeps the days in a text from being torn apart at the end of a line.
fn with_whole_days(escaped: &str) -> String {
    let mut out = String::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some(dash) = rest.find('-') {
        let (from, to) = (dash.saturating_sub(4), dash + 6);
        let day = rest.get(from..to).filter(|day| is_day(day));
        let (before, shown, after) = match (day, rest.get(..from), rest.get(to..)) {
            (Some(day), Some(before), Some(after)) => (before, format!("<span class=\"nw\">{day}</span>"), after),
            _ => ("", rest.get(..=dash).unwrap_or(rest).to_owned(), rest.get(dash + 1..).unwrap_or("")),
        };
        out.push_str(before);
        out.push_str(&shown);
        rest = after;
    }
    out + rest
}

/// Whether ten characters are a day, as ISO 8601 has it.
fn is_day(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

/// A sentence of ours that may hold words of the inventory: what it puts between ticks becomes code.
pub(in crate::report) fn prose(sentence: &str) -> Markup {
    let parts: Vec<&str> = sentence.trim().split('`').collect();
    let fits = parts.iter().skip(1).step_by(2).all(|inside| !inside.trim().is_empty());
    if parts.len().is_multiple_of(2) || !fits {
        return text(sentence.trim());
    }
    let mut out = String::with_capacity(sentence.len() + 16);
    for (at, part) in parts.into_iter().enumerate() {
        if at % 2 == 1 {
            out.push_str(&code(part).0);
        } else {
            out.push_str(&text(part).0);
        }
    }
    Safe(out)
}

/// An id, a path or an address.
pub(in crate::report) fn code(text: &str) -> Markup {
    Safe(format!("<code>{}</code>", escaped(text.trim())))
}

/// A number that leads to a place in this report, large enough for a finger.
pub(in crate::report) fn numbered(id: &str, number: usize) -> Markup {
    Safe(format!("<a class=\"num\" href=\"#{}\">{number}</a>", escaped(id)))
}

/// A link to a place in this report.
pub(in crate::report) fn link(id: &str, shown: &Markup) -> Markup {
    Safe(format!("<a href=\"#{}\">{}</a>", escaped(id), shown.0))
}

/// An id of ours that leads to a place in this report.
pub(in crate::report) fn reference(id: &str, shown: impl std::fmt::Display) -> Markup {
    Safe(format!("<a class=\"ref\" href=\"#{}\">{}</a>", escaped(id), escaped(&shown.to_string())))
}

/// Something that is to be seen first.
pub(in crate::report) fn strong(shown: &Markup) -> Markup {
    Safe(format!("<strong>{}</strong>", shown.0))
}

/// A day or a number, never torn apart at the end of a line.
pub(in crate::report) fn whole(shown: impl std::fmt::Display) -> Markup {
    Safe(format!("<span class=\"nw\">{}</span>", escaped(&shown.to_string())))
}

/// Pieces with something between them.
pub(in crate::report) fn joined(pieces: impl IntoIterator<Item = Markup>, between: &str) -> Markup {
    let pieces: Vec<String> = pieces.into_iter().map(|piece| piece.0).filter(|piece| !piece.is_empty()).collect();
    Safe(pieces.join(between))
}

/// A list for a cell: the first dozen by name, the others counted.
pub(in crate::report) fn some(pieces: impl IntoIterator<Item = Markup>) -> Markup {
    let mut pieces = pieces.into_iter();
    let mut named = joined(pieces.by_ref().take(NAMED), ", ").0;
    let others = pieces.count();
    if others > 0 {
        // Writing to a string cannot fail.
        let _ = write!(named, " and {} more", number(others));
    }
    Safe(named)
}

/// A state as a word of ours with the look of a verdict that says as much.
pub(in crate::report) fn looking_like(class: &str, word: &str) -> Markup {
    Safe(format!("<span class=\"v v-{class}\">{word}</span>"))
}

/// A verdict as its word; its sign comes with its look.
pub(in crate::report) fn verdict(verdict: Verdict) -> Markup {
    Safe(format!("<span class=\"v v-{}\">{}</span>", verdict_class(verdict), verdict.plain()))
}

/// How many have a verdict.
pub(in crate::report) fn counted(verdict: Verdict, many: &str) -> Markup {
    Safe(format!("<span class=\"v v-{}\">{many} {}</span>", verdict_class(verdict), verdict.plain()))
}

/// The part of a class's name that says which verdict it is of.
pub(in crate::report) const fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Gap => "gap",
        Verdict::Unverified => "unv",
        Verdict::Partial => "part",
        Verdict::NoGap => "ok",
        Verdict::NotApplicable => "na",
    }
}

/// A risk as the word of its level and its score.
pub(in crate::report) fn rating(rating: Rating) -> Markup {
    let class = level_class(rating.level);
    Safe(format!("<span class=\"l l-{class}\">{} <b>{}</b></span>", rating.level.plain(), rating.score))
}

/// A level as its word.
pub(in crate::report) fn level(level: Level) -> Markup {
    Safe(format!("<span class=\"l l-{}\">{}</span>", level_class(level), level.plain()))
}

/// The part of a class's name that says which level it is of.
pub(in crate::report) const fn level_class(level: Level) -> &'static str {
    match level {
        Level::VeryLow => "vl",
        Level::Low => "lo",
        Level::Moderate => "mo",
        Level::High => "hi",
        Level::VeryHigh => "vh",
    }
}

/// An id of an element, made of somebody's id: letters and digits stay, any other byte becomes `_` and two digits.
pub(in crate::report) fn element(kind: &str, id: &str) -> String {
    let mut element = format!("{kind}-");
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            element.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(element, "_{byte:02x}");
        }
    }
    element
}
