//! The evidence of a control, piece by piece: how it stands, why, and what it shows.

use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::document::{Control, Evidence};
use crate::model::standing::{EvidenceState, Standing};
use crate::model::statement::Statement;
use crate::report::explain::operation::Observed;
use crate::report::explain::page::Item;
use crate::report::explain::standing::{day, newest_first, title};
use crate::text::count::count;
use crate::text::list::and;

/// Every piece of evidence of a control with how it stands, and why; for Type II also what it shows. The newest first, so
/// that no order of writing shows.
pub(super) fn items(assessment: &Assessment<'_>, control: &Control, standing: &Standing) -> Vec<Item> {
    let observed = Observed::of(assessment, control, standing);
    let pieces = control.evidence.iter().zip(&standing.evidence);
    let told = pieces.map(|(evidence, state)| {
        let covered = evidence.covers.as_ref().map(|covers| covers.0.end);
        let date = covered.or(evidence.collected.as_ref().map(|collected| collected.value));
        let item = Item::of(titled(evidence), piece(assessment, control, evidence, *state));
        let under = observed.iter().flat_map(|observed| {
            let said = Statement::of_evidence(control, evidence, *state);
            [Item::plain(particulars(evidence)), Item::plain(observed.shows(&said, no_use(*state)))]
        });
        (date, item.with(under))
    });
    newest_first(told.collect())
}

/// What a piece of evidence says of itself: what it covers, when it was taken, from where.
fn particulars(evidence: &Evidence) -> String {
    let covers = evidence.covers.as_ref().map(|covers| format!("covers {}", covers.0));
    let collected = evidence.collected.as_ref().map(|collected| format!("was collected on {}", collected.value));
    let source = evidence.source.as_ref().map(|source| format!("comes from {source}"));
    let items =
        evidence.items.map(|items| format!("lists {}", count(usize::try_from(items).unwrap_or(usize::MAX), "item")));
    let known: Vec<String> = [covers, collected, source, items].into_iter().flatten().collect();
    if known.is_empty() {
        "It says neither when it was taken nor from where.".to_owned()
    } else {
        format!("It {}.", and(known))
    }
}

/// Why evidence in a state shows nothing of what was.
const fn no_use(state: EvidenceState) -> &'static str {
    match state {
        EvidenceState::InDate(_) | EvidenceState::Stale(_) => "it speaks of no time",
        EvidenceState::Undated => "nobody can tell of what time it speaks",
        EvidenceState::DatedAhead(_) => "nothing can be shown before it was",
        EvidenceState::NotThere => "nobody can be shown it",
        EvidenceState::Altered => "it is not what was recorded",
    }
}

fn titled(evidence: &Evidence) -> String {
    let title = title(evidence);
    match evidence.kind {
        Some(kind) => format!("{title} ({kind})"),
        None => title.to_owned(),
    }
}

fn piece(assessment: &Assessment<'_>, control: &Control, evidence: &Evidence, state: EvidenceState) -> String {
    let why = match state {
        EvidenceState::InDate(date) => format!("in date. {}", limit(assessment, control, date)),
        EvidenceState::Stale(date) => format!("out of date. {}", limit(assessment, control, date)),
        EvidenceState::Undated => {
            "on file, but it supports nothing: neither `collected` nor `covers` says what time it speaks of.".to_owned()
        }
        EvidenceState::DatedAhead(date) if date > assessment.as_of => {
            format!("dated ahead: {date} lies after the day of the assessment, {}.", assessment.as_of)
        }
        EvidenceState::DatedAhead(date) => {
            let taken = evidence.collected.as_ref().map_or(String::new(), |taken| format!(", on {}", taken.value));
            format!("dated ahead: it speaks of time up to {date}, but was taken before that{taken}.")
        }
        EvidenceState::NotThere if evidence.path.is_some() => {
            "not there: no file that could be read lies where the inventory says.".to_owned()
        }
        EvidenceState::NotThere => "not there: neither `path` nor `url` says where it lies.".to_owned(),
        EvidenceState::Altered => "altered: the file is not the one whose SHA-256 was recorded.".to_owned(),
    };
    format!("{why}{}", place(evidence))
}

/// Up to when a piece of evidence was in date, and how far that is from the day it must be in date for.
fn limit(assessment: &Assessment<'_>, control: &Control, speaks_of: Date) -> String {
    let limit = assessment.inventory.conventions.freshness(control.frequency);
    let (until, day) = (limit.after(speaks_of), day(assessment));
    let whose = control.frequency.map_or("a control that names no frequency".to_owned(), |frequency| {
        format!("a control of frequency `{frequency}`")
    });
    let over = usize::try_from(day.days_since(until)).ok().filter(|days| *days > 0);
    let verdict = match over {
        Some(days) => format!("{} before {day}, the day it must be in date for", count(days, "day")),
        None => format!("and {day} is the day it must be in date for"),
    };
    format!(
        "It speaks of time up to {speaks_of}; evidence of {whose} is in date for {limit}: until {until}, {verdict}."
    )
}

fn place(evidence: &Evidence) -> String {
    match (&evidence.path, &evidence.url) {
        (Some(path), _) => format!(" Its path is `{}`.", path.value.0),
        (None, Some(url)) => format!(" It lies behind `{}`, which was not looked up.", url.0),
        (None, None) => String::new(),
    }
}
