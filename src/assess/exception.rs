//! Exceptions of tests in words.

use crate::assess::operating_test::TOLD;
use crate::assess::operation::is_resolved;
use crate::model::date::Date;
use crate::model::document::TestException;
use crate::text::count::counted;
use crate::text::natural::compare;
use crate::text::wrap::truncate;

/// How many cells of a text are shown.
const SHOWN: usize = 160;

/// A sentence for each exception, those that are not put right first; of very many only some, and how many more there are.
#[must_use]
pub fn in_words(exceptions: &[TestException], as_of: Date) -> String {
    let mut sentences: Vec<(bool, String)> =
        exceptions.iter().map(|exception| (is_resolved(exception, as_of), sentence(exception, as_of))).collect();
    sentences.sort_by(|(resolved, a), (other, b)| resolved.cmp(other).then_with(|| compare(a, b)));
    let left_out = sentences.len().saturating_sub(TOLD);
    let mut told: Vec<String> = sentences.into_iter().take(TOLD).map(|(_, sentence)| sentence).collect();
    if left_out > 0 {
        let more = counted(left_out, "more exception stands", "more exceptions stand");
        told.push(format!("{more} in the inventory."));
    }
    told.join(" ")
}

/// Whether nobody says how an exception came about.
#[must_use]
pub fn has_no_root_cause(exception: &TestException) -> bool {
    text(exception.root_cause.as_ref()).is_none()
}

/// `user-117: Left in August and still active (root cause: late list; resolved on 2026-10-20).`
fn sentence(exception: &TestException, as_of: Date) -> String {
    let what = match (text(exception.item.as_ref()), text(exception.description.as_ref())) {
        (Some(item), Some(description)) => format!("{item}: {description}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "An item that is not named".to_owned(),
    };
    let cause = match text(exception.root_cause.as_ref()) {
        Some(cause) => format!("root cause: {cause}"),
        None => "no root cause is given".to_owned(),
    };
    let resolved = match &exception.resolved {
        Some(day) if day.value <= as_of => format!("resolved on {}", day.value),
        Some(day) => format!("not resolved before {}", day.value),
        None => "not resolved".to_owned(),
    };
    format!("{what} ({cause}; {resolved}).")
}

/// A text in a line, without its full stop; nothing where it says nothing.
fn text(text: Option<&String>) -> Option<String> {
    let words: Vec<&str> = text?.split_whitespace().take(SHOWN).collect();
    let line = words.join(" ");
    let line = truncate(line.trim_end_matches('.'), SHOWN);
    (!line.is_empty()).then_some(line)
}
