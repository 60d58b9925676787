//! Text in workflow commands of GitHub Actions, and in a log that must not hold any.

use std::borrow::Cow;

use super::{rewrite, spell, visible};

/// Escapes the message of a workflow command, the part after `::`.
///
/// Line breaks survive, in GitHub's own writing; the runner cuts at 4096 characters, which is left to the caller.
#[must_use]
pub fn github_message(text: &str) -> Cow<'_, str> {
    rewrite(text, |c| c != '%' && visible(c), |out, c, _| written(out, c))
}

/// Escapes the value of a property of a workflow command, such as `title=`.
#[must_use]
pub fn github_property(text: &str) -> Cow<'_, str> {
    rewrite(
        text,
        |c| !matches!(c, '%' | ':' | ',') && visible(c),
        |out, c, _| match c {
            ':' => out.push_str("%3A"),
            ',' => out.push_str("%2C"),
            _ => written(out, c),
        },
    )
}

/// Keeps a whole printed text, of many lines and with our own colours, from holding a command to a CI system.
///
/// For what goes to standard output or standard error and is no command of ours. A line that begins with `::`, to the eye
/// or once its colours are taken off, gets `: :`; `##[`, `##vso[` and `##teamcity[` get a blank before the bracket
/// anywhere. All else stays, escapes for colour too, so what comes from an inventory must have gone through
/// `terminal` before. A text that was kept once stays as it is.
#[must_use]
pub fn github_log(text: &str) -> Cow<'_, str> {
    if !text.contains([':', '#']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let (mut line, mut name) = (Line::Blank, Name::None);
    let mut style = Style::None;
    for c in text.chars() {
        let within = style != Style::None;
        style = style.then(c);
        if within || style != Style::None {
            out.push(c);
            continue;
        }
        if (line == Line::Colon && c == ':') || (name == Name::Command && c == '[') {
            out.push(' ');
        }
        line = line.then(c);
        name = name.then(c);
        out.push(c);
    }
    if out.len() == text.len() { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// What of a line has been seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Blank,
    Colon,
    Words,
}

impl Line {
    const fn then(self, c: char) -> Self {
        match (self, c) {
            (_, '\n' | '\r') => Self::Blank,
            (Self::Blank, ':') => Self::Colon,
            (Self::Blank, _) if c.is_whitespace() => Self::Blank,
            _ => Self::Words,
        }
    }
}

/// What of an escape for a style has been seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    None,
    Escape,
    Codes,
}

impl Style {
    const fn then(self, c: char) -> Self {
        match (self, c) {
            (_, '\u{1b}') => Self::Escape,
            (Self::Escape, '[') | (Self::Codes, '0'..='9' | ';') => Self::Codes,
            _ => Self::None,
        }
    }
}

/// What of `##name` has been seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    None,
    Hash,
    Command,
}

impl Name {
    const fn then(self, c: char) -> Self {
        match (self, c) {
            (Self::None, '#') => Self::Hash,
            (Self::Hash | Self::Command, '#') | (Self::Command, 'a'..='z' | 'A'..='Z') => Self::Command,
            _ => Self::None,
        }
    }
}

/// Writes what messages and properties treat alike.
fn written(out: &mut String, c: char) {
    match c {
        '%' => out.push_str("%25"),
        '\r' => out.push_str("%0D"),
        '\n' => out.push_str("%0A"),
        '\t' => out.push(' '),
        _ => spell(out, c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_its_lines() {
        assert_eq!(github_message("50 %\r\nnext: a, b"), "50 %25%0D%0Anext: a, b");
        assert_eq!(github_message("%0A"), "%250A");
        assert_eq!(github_message("a\t\u{1b}"), r"a \u{1b}");
    }

    #[test]
    fn a_property_cannot_end_itself() {
        assert_eq!(github_property("a,line=1::b%\n"), "a%2Cline=1%3A%3Ab%25%0A");
    }

    #[test]
    fn a_log_holds_no_command() {
        assert_eq!(github_log("a\n  ::error::x\n::"), "a\n  : :error::x\n: :");
        assert_eq!(github_log("a ##[group]b"), "a ## [group]b");
        assert_eq!(github_log("a\r::stop"), "a\r: :stop");
        assert_eq!(github_log(":::stop"), ": ::stop");
        assert_eq!(github_log("a::b"), "a::b");
        assert_eq!(
            github_log("###[a] ##vso[task x] ##teamcity[y] # #[ ##a-[ ##\n["),
            "### [a] ##vso [task x] ##teamcity [y] # #[ ##a-[ ##\n["
        );
    }

    #[test]
    fn a_colour_hides_no_command_and_a_text_is_kept_once() {
        assert_eq!(github_log(" \u{1b}[1m::error::x\u{1b}[0m"), " \u{1b}[1m: :error::x\u{1b}[0m");
        assert_eq!(github_log("#\u{1b}[1m#\u{1b}[0m[error]"), "#\u{1b}[1m#\u{1b}[0m [error]");
        for text in ["::a", "##[a]", "\u{1b}[1m::a", "a: b"] {
            let kept = github_log(text).into_owned();
            assert_eq!(github_log(&kept), kept);
        }
    }
}
