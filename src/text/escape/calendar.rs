//! Text in an iCalendar file, as RFC 5545 has it.

use std::borrow::Cow;

use super::{rewrite, spell, visible};

/// Escapes text for a value of type TEXT of an iCalendar file.
///
/// What separates values is escaped; line breaks and tabs become blanks, so that a text cannot pretend to be several lines of
/// a description; other characters that cannot be seen are spelled. Folding of long lines is left to the writer.
#[must_use]
pub fn calendar(text: &str) -> Cow<'_, str> {
    rewrite(
        text,
        |c| !matches!(c, '\\' | ';' | ',') && visible(c),
        |out, c, next| match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\r' if next == Some('\n') => {}
            '\n' | '\t' => out.push(' '),
            _ => {
                // The backslash of the spelling is itself text.
                out.push('\\');
                spell(out, c);
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_separates_values_is_text() {
        assert_eq!(calendar(r"a,b;c\d: e"), r"a\,b\;c\\d: e");
        assert_eq!(calendar(r"\n"), r"\\n");
    }

    #[test]
    fn no_line_can_be_begun() {
        assert_eq!(calendar("a\r\nEND:VEVENT\nb\tc"), "a END:VEVENT b c");
        assert_eq!(calendar("a\rb"), r"a\\u{d}b");
        assert_eq!(calendar("a\u{1b}\u{2028}b"), r"a\\u{1b}\\u{2028}b");
    }
}
