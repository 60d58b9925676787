//! What the catalog writes in short, in words.

use crate::model::catalog::{Applies, Judged, Revision};
use crate::model::words::PrivacyRole;
use crate::report::criteria::choice::Choice;

/// When a point of focus applies.
pub(super) fn applies(applies: &Applies) -> String {
    match applies {
        Applies::Always => "always".to_owned(),
        Applies::SystemLevel => "always, for SOC 2 examines a system".to_owned(),
        Applies::Category(category) => format!("when {} is in scope", category.plain()),
        Applies::Role(PrivacyRole::Both) => "when privacy is in scope, in either role".to_owned(),
        Applies::Role(role) => format!("when privacy is in scope and the organisation is a {role}"),
        Applies::Goods => "when processing integrity is in scope and the system makes or distributes goods".to_owned(),
        Applies::Objectives(class) => format!("where there are objectives of {}", class.replace('-', " ")),
    }
}

/// What the revision did to a point of focus; `None` where it did nothing.
pub(super) fn revised(revised: Revision, year: u16) -> Option<String> {
    match revised {
        Revision::Unchanged => None,
        Revision::Changed => Some(format!("reworded in {year}")),
        Revision::New => Some(format!("new in {year}")),
    }
}

/// Whose words the texts of a choice are.
pub(super) fn wording<'a>(choice: &Choice<'a>) -> &'a str {
    let official = choice.criteria.iter().any(|chosen| {
        chosen.criterion.official.is_some() || chosen.points.iter().any(|point| point.official.is_some())
    });
    if official {
        return "Where it is marked as official, the wording is its publisher's, laid over ours by a licensee.";
    }
    &choice.catalog.edition.wording
}

/// At what a criterion is judged.
pub(super) const fn judged(level: Judged) -> &'static str {
    match level {
        Judged::Entity => "once, for the organisation",
        Judged::System => "for each system in scope",
    }
}
