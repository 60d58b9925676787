//! Text in a YAML file: a scalar that every reader takes for this text and no other, and a comment that stays one.

use std::borrow::Cow;
use std::fmt::Write;

use super::{rewrite, visible};

/// Words that some readers of YAML take for a truth value or for nothing.
const NOT_TEXT: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

/// Writes a text as a YAML scalar, for any place where a value or a key may stand, also between `[ ]` and `{ }`.
///
/// A text stays as it is where YAML 1.1 and 1.2 both read it as the same text; else it is put in double quotes, in which
/// every character that cannot be seen is written as its code. Dates and numbers are quoted too: they are texts here.
#[must_use]
pub fn yaml(text: &str) -> Cow<'_, str> {
    // Older readers end a text between brackets at a question mark, and at a colon with a sign behind it.
    let mut after_colons = text.split(':').skip(1);
    let ends = text.contains([',', '[', ']', '{', '}', '?'])
        || after_colons.any(|after| !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/'));
    if ends { Cow::Owned(quoted(text)) } else { yaml_line(text) }
}

/// As [`yaml`], for a value that ends its line: commas and brackets need no quotes there.
#[must_use]
pub fn yaml_line(text: &str) -> Cow<'_, str> {
    if is_plain(text) { Cow::Borrowed(text) } else { Cow::Owned(quoted(text)) }
}

/// Escapes text for a comment: it stays on its line, and what cannot be seen is spelled.
#[must_use]
pub fn yaml_comment(text: &str) -> Cow<'_, str> {
    let line = rewrite(text, visible, |out, c, next| match c {
        '\r' if next == Some('\n') => {}
        '\n' | '\r' | '\t' => out.push(' '),
        _ => super::spell(out, c),
    });
    // Two of them begin a command in the log of a CI system, should the file be shown there.
    if line.contains("##") { Cow::Owned(line.replace("##", "# #").replace("##", "# #")) } else { line }
}

/// Whether a text without quotes is read as itself, at the end of a line.
fn is_plain(text: &str) -> bool {
    let begins = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii() || "(/_.$".contains(c);
    text.starts_with(begins)
        && text.chars().all(visible)
        && text.trim() == text
        && !text.ends_with(':')
        && ![": ", " #", "##"].iter().any(|mark| text.contains(mark))
        && !NOT_TEXT.iter().any(|word| text.eq_ignore_ascii_case(word))
        && !looks_like_number(text)
        && !text.starts_with("..")
}

/// Whether some reader of YAML takes a text for a number, a date or a time of day.
fn looks_like_number(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let based = ["0x", "0o", "0b"].iter().any(|base| lower.starts_with(base));
    let digits = lower.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    based
        || (digits && lower.chars().all(|c| c.is_ascii_digit() || "_+-.:etz ".contains(c)))
        || lower == ".inf"
        || lower == ".nan"
}

/// A text in double quotes.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    out.push('"');
    let mut last = None;
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '#' if last == Some('#') => out.push_str("\\x23"),
            _ if visible(c) => out.push(c),
            _ => coded(&mut out, u32::from(c)),
        }
        last = Some(c);
    }
    out.push('"');
    out
}

/// Writes the code of a character in the shortest of YAML's three ways.
fn coded(out: &mut String, code: u32) {
    // Writing to a text cannot fail.
    let _ = match code {
        0..=0xff => write!(out, "\\x{code:02x}"),
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_texts_stay() {
        for text in [
            "Acme Inc.",
            "99.9 % monthly uptime",
            "3d",
            "1Password",
            "https://a.example/b=d#e",
            "it's \"so\"",
            "(none)",
            "漢字",
        ] {
            assert!(matches!(yaml(text), Cow::Borrowed(_)), "{text}");
        }
        for text in ["a, [b], {c}", "https://a.example/b?c=d", "a:?"] {
            assert_eq!(yaml_line(text), text);
            assert_eq!(yaml(text), format!("\"{text}\""));
        }
    }

    #[test]
    fn what_a_reader_could_take_for_something_else_is_quoted() {
        let blanks = "a: b|a #b|a ##b|- a| a|a |\u{a0}a|'a'|\u{a0}";
        let words = "- --- ... ? : a: #a &a *a !a > %a @a `a` a,b [a] {a} a] ~ null Null NO y True off = << <a ";
        let numbers = "1 1.5 -1 +1 .5 1e5 0x1F 0o7 1_000 12:30:45 .inf .NaN 2026-01-31 2026-01-31T10:00:00Z";
        for text in blanks.split('|').chain(words.split(' ')).chain(numbers.split(' ')).chain(["|", "2026-01-31 10:00"])
        {
            assert_eq!(yaml(text), format!("\"{}\"", text.replace("##", "#\\x23")), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_seen_becomes_its_code() {
        assert_eq!(yaml("a\u{1b}[2J"), r#""a\x1b[2J""#);
        assert_eq!(yaml("a\r\n\tb\\\"\0"), r#""a\r\n\tb\\\"\x00""#);
        assert_eq!(yaml("a\u{85}\u{202e}\u{e0041}\u{feff}"), r#""a\x85\u202e\U000e0041\ufeff""#);
        assert_eq!(yaml("x, ###[error]"), "\"x, #\\x23\\x23[error]\"");
    }

    #[test]
    fn a_comment_stays_on_its_line() {
        assert_eq!(yaml_comment("a\r\nkey: b\n\tc\rd"), "a key: b  c d");
        assert_eq!(yaml_comment("a\u{1b}\u{2028}b"), r"a\u{1b}\u{2028}b");
        assert_eq!(yaml_comment("###[x]"), "# # #[x]");
        assert!(matches!(yaml_comment("plain: [words] # here"), Cow::Borrowed(_)));
    }
}
