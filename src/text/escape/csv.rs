//! Text in a spreadsheet: a cell that looks like a formula is kept from being one.

use std::borrow::Cow;

use super::{rewrite, spell, visible};

/// Escapes a text cell of a CSV file.
///
/// A text that a spreadsheet could take for a formula, also behind blanks, gets a leading `'`, and so does one that
/// already looks guarded, so that [`csv_unguarded`] can undo it. Other control characters are spelled;
/// tabs and line breaks stay. Numbers and dates are not text and must not come here. Quoting is left to the
/// writer, which should quote every text: `a;=b` is two cells where `;` separates.
#[must_use]
pub fn csv(text: &str) -> Cow<'_, str> {
    let cell = rewrite(text, |c| matches!(c, '\t' | '\r' | '\n') || visible(c), |out, c, _| spell(out, c));
    if looks_like_formula(text) { Cow::Owned(format!("'{cell}")) } else { cell }
}

/// Takes off the `'` that [`csv`] put before a text, and no other.
#[must_use]
pub fn csv_unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| looks_like_formula(text)).unwrap_or(cell)
}

/// Tells whether a spreadsheet could take a text for a formula, once it has dropped blanks and apostrophes.
#[must_use]
pub fn looks_like_formula(text: &str) -> bool {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let bare = text.trim_start_matches(|c: char| c == '\'' || c.is_whitespace());
    text.trim_start_matches('\'').starts_with(['\t', '\r', '\n']) || bare.starts_with(signs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", " =1", "\u{a0}=1"]
        {
            assert_eq!(csv(text), format!("'{text}"));
        }
        for text in ["", "a=1", "1-1", "a@b.example", "'tis", "a\nb"] {
            assert_eq!(csv(text), text);
        }
    }

    #[test]
    fn hidden_characters_are_spelled() {
        assert_eq!(csv("a\u{1b}b"), r"a\u{1b}b");
        assert_eq!(csv("\u{feff}=1"), r"\u{feff}=1");
        assert_eq!(csv("=\u{0}"), r"'=\u{0}");
    }

    #[test]
    fn the_guard_comes_off_again() {
        for text in ["=1", "'=1", "''=1", "-", "\tx", "'\tx", "'tis", "'", "", " =1", "plain"] {
            assert_eq!(csv_unguarded(&csv(text)), text);
        }
    }
}
