//! What a check came to, in the words of scanners.

use crate::model::import::Outcome;
use crate::source::describe::normal;

const PASSED: [&str; 9] = ["pass", "passed", "passing", "success", "succeeded", "ok", "true", "compliant", "good"];
const FAILED: [&str; 10] = [
    "fail",
    "failed",
    "failing",
    "failure",
    "false",
    "noncompliant",
    "non-compliant",
    "not-compliant",
    "violation",
    "bad",
];
const OPEN: [&str; 24] = [
    "manual",
    "review",
    "needs-review",
    "open",
    "unknown",
    "error",
    "warning",
    "warn",
    "info",
    "infoed",
    "informational",
    "na",
    "n/a",
    "not-applicable",
    "notapplicable",
    "not-available",
    "not-tested",
    "not-checked",
    "not-selected",
    "skip",
    "skipped",
    "muted",
    "pending",
    "none",
];

/// What a word says of a check; `None` for a word that no scanner is known to use.
#[must_use]
pub fn known(word: &str) -> Option<Outcome> {
    let word = normal(word.trim());
    let word = &*word;
    let of = |words: &[&str], outcome| words.contains(&word).then_some(outcome);
    of(&PASSED, Outcome::Passed).or_else(|| of(&FAILED, Outcome::Failed)).or_else(|| of(&OPEN, Outcome::Open))
}

/// The same, where a word that is not known leaves open what the check came to.
#[must_use]
pub fn of(word: &str) -> Outcome {
    known(word).unwrap_or_default()
}

/// What a check came to whose result somebody told the scanner not to show: a pass stays one, the rest is open, for what is
/// kept quiet is neither put right nor looked at again.
#[must_use]
pub const fn kept_quiet(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Passed => Outcome::Passed,
        Outcome::Failed | Outcome::Open => Outcome::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_words_pass() {
        assert_eq!(known("PASS"), Some(Outcome::Passed));
        assert_eq!(known("Non_Compliant"), Some(Outcome::Failed));
        assert_eq!(known(" not applicable "), Some(Outcome::Open));
        assert_eq!(known("N/A"), Some(Outcome::Open));
        assert_eq!(known("mostly passed"), None);
        assert_eq!(of("mostly passed"), Outcome::Open);
        assert_eq!(kept_quiet(Outcome::Failed), Outcome::Open);
        assert_eq!(kept_quiet(Outcome::Passed), Outcome::Passed);
    }
}
