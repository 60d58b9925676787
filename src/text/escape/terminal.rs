//! Text on a terminal: what is printed cannot move the cursor, colour, link or reorder.

use std::borrow::Cow;

use super::{rewrite, spell, visible};

/// Escapes text for one line of a terminal.
///
/// Line breaks and tabs become one blank each; every other character that cannot be seen is spelled, `\u{1b}`.
/// The result has no line break.
#[must_use]
pub fn terminal(text: &str) -> Cow<'_, str> {
    rewrite(text, visible, |out, c, next| match c {
        '\r' if next == Some('\n') => {}
        '\n' | '\t' => out.push(' '),
        _ => spell(out, c),
    })
}

/// Escapes text of many lines for a terminal: like [`terminal`], but line breaks stay, as `\n`.
#[must_use]
pub fn terminal_block(text: &str) -> Cow<'_, str> {
    rewrite(
        text,
        |c| c == '\n' || visible(c),
        |out, c, next| match c {
            '\r' if next == Some('\n') => {}
            '\t' => out.push(' '),
            _ => spell(out, c),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_spelled() {
        assert_eq!(terminal("a\u{1b}[2Jb"), r"a\u{1b}[2Jb");
        assert_eq!(terminal("\u{9b}31m"), r"\u{9b}31m");
        assert_eq!(terminal("safe\u{202e}elif"), r"safe\u{202e}elif");
        assert_eq!(terminal("bell\u{7}"), r"bell\u{7}");
        assert_eq!(terminal("a\rb"), r"a\u{d}b");
    }

    #[test]
    fn one_line_stays_one_line() {
        assert_eq!(terminal("a\nb\r\nc\td"), "a b c d");
        assert_eq!(terminal("a\u{2028}b"), r"a\u{2028}b");
    }

    #[test]
    fn a_block_keeps_its_lines() {
        assert_eq!(terminal_block("a\nb\r\nc\td\u{1b}"), "a\nb\nc d\\u{1b}");
        assert_eq!(terminal_block("a\rb"), r"a\u{d}b");
    }
}
