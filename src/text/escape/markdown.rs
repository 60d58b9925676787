//! Text in GitHub Markdown: in a paragraph, a heading, a list item or a table cell it stays text.

use std::borrow::Cow;

use super::{github_log, rewrite, spell, visible};

/// Escapes text to stand inline in GitHub Markdown, at the start of a line or inside a table cell.
///
/// Escapes only what could act where it stands, so that the source stays readable: `log_retention` is left alone.
/// Line breaks become blanks, and blanks around the text are dropped. Web addresses do not become links and
/// `@names` call nobody; a mail address may still become a link to itself. A table cell needs a blank
/// before the `|` that ends it.
// NOTE: GitHub looks for `@name` after it has undone escapes, so a backslash is no help there; a zero-width space,
// written as an entity that can be seen in the source, is what Renovate uses too.
#[must_use]
pub fn markdown(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next();
        match c {
            '\r' if next == Some('\n') => {}
            '\n' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '@' if calls(before, next) => out.push_str("@&#8203;"),
            _ if !visible(c) => {
                out.push('\\');
                spell(&mut out, c);
            }
            _ => {
                if acts(&out, before, c, rest.as_str()) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
        before = Some(c);
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Makes a code span of a text, for a table cell.
///
/// The fence is longer than any run of backticks inside. A `|` becomes `\|`, which a table takes off again;
/// outside of a table the backslash would show. Line breaks become blanks. Renderers do not agree on a `\|` in the
/// text itself: it may be shown with two backslashes, but it stays in its cell. A command to a CI system that would read
/// the page in its log gets a blank before its bracket.
#[must_use]
pub fn markdown_code(text: &str) -> String {
    let line = rewrite(
        text,
        |c| c != '|' && visible(c),
        |out, c, next| match c {
            '|' => out.push_str(r"\|"),
            '\r' if next == Some('\n') => {}
            '\n' | '\t' => out.push(' '),
            _ => spell(out, c),
        },
    );
    let line = github_log(&line);
    if line.trim().is_empty() {
        return "` `".to_owned();
    }
    let longest = line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if line.starts_with(['`', ' ']) || line.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{line}{pad}{fence}")
}

/// Tells whether an `@` between these two would call a person.
fn calls(before: Option<char>, next: Option<char>) -> bool {
    let in_a_word = before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    !in_a_word && next.is_some_and(char::is_alphanumeric)
}

/// Tells whether Markdown would take a character as its own, given what is written and what follows.
fn acts(out: &str, before: Option<char>, c: char, rest: &str) -> bool {
    let next = rest.chars().next();
    let word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    match c {
        '\\' | '`' | '*' | '[' | ']' | '|' | '~' | '$' => true,
        '_' => !word(before) || !word(next),
        '&' => word(next) || next == Some('#'),
        '#' => before.is_none_or(char::is_whitespace),
        '>' | '-' | '+' | '=' => before.is_none(),
        ':' => before.is_none() || rest.starts_with("//"),
        '.' => numbers_a_list(out) || begins_an_address(out),
        ')' => numbers_a_list(out),
        _ => false,
    }
}

/// Tells whether all that is written is a number, so that a dot would begin a list.
fn numbers_a_list(out: &str) -> bool {
    !out.is_empty() && out.chars().all(|c| c.is_ascii_digit())
}

/// Tells whether what is written ends with `www`, so that a dot would begin a link.
fn begins_an_address(out: &str) -> bool {
    let end = out.len().checked_sub(3).and_then(|at| out.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        assert_eq!(markdown("a|b"), r"a\|b");
        assert_eq!(markdown(r"a\|b"), r"a\\\|b");
        assert_eq!(markdown("**b** `c` ~~d~~ $e$"), r"\*\*b\*\* \`c\` \~\~d\~\~ \$e\$");
        assert_eq!(markdown("<script>"), "&lt;script>");
        assert_eq!(markdown("![x](javascript:y)"), r"!\[x\](javascript:y)");
        assert_eq!(markdown("R&D, R & D, &lt; &#60;"), r"R\&D, R & D, \&lt; \&#60;");
        assert_eq!(markdown("log_retention _is_ on"), r"log_retention \_is\_ on");
    }

    #[test]
    fn the_start_of_a_line_is_text() {
        for text in ["# a", "> a", "- a", "+ a", "===", "---", ":-:"] {
            assert_eq!(markdown(text), format!(r"\{text}"));
        }
        assert_eq!(markdown("1. a 2. b"), r"1\. a 2. b");
        assert_eq!(markdown("12) a (b)"), r"12\) a (b)");
        assert_eq!(markdown("    a  "), "a");
        assert_eq!(markdown("C# a #b - c"), r"C# a \#b - c");
    }

    #[test]
    fn lines_become_one() {
        assert_eq!(markdown("a\n# b\r\nc"), r"a \# b c");
        assert_eq!(markdown("a\u{1b}b"), r"a\\u{1b}b");
    }

    #[test]
    fn nothing_links_and_nobody_is_called() {
        assert_eq!(markdown("see https://x.example"), r"see https\://x.example");
        assert_eq!(markdown("www.x.example"), r"www\.x.example");
        assert_eq!(markdown("ask @octocat"), "ask @&#8203;octocat");
        assert_eq!(markdown("é@octocat"), "é@&#8203;octocat");
        assert_eq!(markdown("ann@acme.example, 3 @ 5"), "ann@acme.example, 3 @ 5");
    }

    #[test]
    fn code_survives_backticks_and_pipes() {
        assert_eq!(markdown_code("a|b"), r"`a\|b`");
        assert_eq!(markdown_code("a`b"), "``a`b``");
        assert_eq!(markdown_code("``"), "``` `` ```");
        assert_eq!(markdown_code(""), "` `");
        assert_eq!(markdown_code("a\nb\u{1b}"), r"`a b\u{1b}`");
        assert_eq!(markdown_code("x/##[error]y.pdf"), "`x/## [error]y.pdf`");
        assert_eq!(markdown_code(" a "), "`  a  `");
    }
}
