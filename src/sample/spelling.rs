//! The same text as several media write it: what was spelled or guarded there is recognised when it comes back.

use crate::text::escape;

/// How a text may come back: as it is, and as spreadsheets, CSV and pages show it.
pub(super) fn forms(text: &str) -> [String; 3] {
    let shown = escape::spreadsheet(text).into_owned();
    let in_csv = escape::github_log(&escape::csv(text)).into_owned();
    [text, &shown, &in_csv].map(one_line)
}

/// Whether what came back is a text.
pub(super) fn is(came_back: &str, text: &str) -> bool {
    came_back == text || forms(text).iter().any(|form| form == came_back)
}

/// A text on one line, with one blank between its words.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
