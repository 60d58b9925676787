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

/// Keeps a whole printed text, of many lines and with our own colours, from holding a workflow command.
///
/// For what goes to standard output or standard error under GitHub Actions and is no command of ours. A line that
/// begins with `::` gets `: :`, and `##[` becomes `## [` anywhere. All else stays, escapes for colour too, so
/// what comes from an inventory must have gone through `terminal` before.
#[must_use]
pub fn github_log(text: &str) -> Cow<'_, str> {
    if !text.contains("::") && !text.contains("##[") {
        return Cow::Borrowed(text);
    }
    let safe = text.split_inclusive(['\n', '\r']).map(|line| {
        let line = line.replace("##[", "## [");
        if line.trim_start().starts_with("::") { line.replacen("::", ": :", 1) } else { line }
    });
    Cow::Owned(safe.collect())
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
    }
}
