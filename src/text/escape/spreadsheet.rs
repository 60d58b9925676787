//! Text in a cell of a workbook, where it is stored as text and no sign makes a formula of it.

use std::borrow::Cow;

use super::{rewrite, spell, visible};

/// Escapes text for a cell of a workbook.
///
/// Characters that cannot be seen are spelled, and with them all that XML forbids; line breaks stay, a tab becomes a blank.
/// Whether the text looks like a formula does not matter here: the cell says that it is text.
#[must_use]
pub fn spreadsheet(text: &str) -> Cow<'_, str> {
    rewrite(
        text,
        |c| c == '\n' || visible(c),
        |out, c, next| match c {
            '\r' if next == Some('\n') => {}
            '\r' => out.push('\n'),
            '\t' => out.push(' '),
            _ => spell(out, c),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_spelled() {
        assert_eq!(spreadsheet("a\u{1b}\u{202e}\u{ffff}b\0"), r"a\u{1b}\u{202e}\u{ffff}b\u{0}");
        assert_eq!(spreadsheet("a\r\nb\rc\td"), "a\nb\nc d");
    }

    #[test]
    fn what_looks_like_a_formula_or_like_markup_is_left_as_it_is() {
        for text in ["=1+1", "@SUM(A1)", "<a b=\"c\">&amp;]]>", "_x0041_", "'x"] {
            assert_eq!(spreadsheet(text), text);
        }
    }
}
