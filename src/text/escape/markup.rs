//! Text in HTML and XML, between tags or inside a quoted attribute.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{rewrite, spell, visible};

/// Escapes text for HTML, as content or as an attribute in either kind of quotation mark.
///
/// It is not enough inside `script`, `style` or an address. Characters that cannot be seen are spelled; tabs and
/// line breaks stay. Letters and their accents are composed, as the W3C asks of pages. No line of it begins with `::`, nor
/// does it hold `##[`, so that a page printed into the log of a CI system is no command there.
#[must_use]
pub fn html(text: &str) -> Cow<'_, str> {
    if is_nfc(text) {
        return html_composed(text);
    }
    // First composed, then escaped: what composing makes is escaped too.
    Cow::Owned(html_composed(&text.nfc().collect::<String>()).into_owned())
}

fn html_composed(text: &str) -> Cow<'_, str> {
    let plain = |c: char| is_plain(c) && !matches!(c, ':' | '#');
    rewrite(text, plain, |out, c, next| match c {
        '\r' if next == Some('\n') => {}
        '\'' => out.push_str("&#39;"),
        ':' if next == Some(':') => out.push_str("&#58;"),
        '#' if next == Some('#') => out.push_str("&#35;"),
        ':' | '#' => out.push(c),
        _ => written(out, c),
    })
}

/// Escapes text for XML 1.0, as content or as an attribute.
///
/// Characters that XML forbids even as references are dropped, so that any text gives a file that can be read;
/// others that cannot be seen are spelled. Tabs and line breaks stay; a parser makes blanks of them in an attribute.
#[must_use]
pub fn xml(text: &str) -> Cow<'_, str> {
    rewrite(text, is_plain, |out, c, _| match c {
        '\r' => out.push_str("&#13;"),
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
        '\'' => out.push_str("&apos;"),
        _ => written(out, c),
    })
}

/// Tells whether a character may stand in markup as it is.
fn is_plain(c: char) -> bool {
    matches!(c, '\t' | '\n') || visible(c) && !matches!(c, '&' | '<' | '>' | '"' | '\'')
}

/// Writes what both kinds of markup treat alike.
fn written(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        _ => spell(out, c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        assert_eq!(html(r#"<a b="c" d='e'>&amp;"#), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;");
        assert_eq!(xml(r#"<a b="c" d='e'>&amp;"#), "&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;amp;");
        assert_eq!(xml("]]>"), "]]&gt;");
    }

    #[test]
    fn html_spells_what_cannot_be_seen() {
        assert_eq!(html("a\u{1b}\u{202e}\u{ffff}b"), r"a\u{1b}\u{202e}\u{ffff}b");
        assert_eq!(html("a\r\nb\tc\rd"), "a\nb\tc\\u{d}d");
    }

    #[test]
    fn html_is_composed_before_it_is_escaped() {
        assert_eq!(html("Zoe\u{301}"), "Zo\u{e9}");
        assert_eq!(html("a<\u{338}b"), "a\u{226e}b");
        assert_eq!(html("\u{1fef}\u{37e}<"), "`;&lt;");
    }

    #[test]
    fn html_in_a_log_is_no_command() {
        assert_eq!(html("::error::x"), "&#58;:error&#58;:x");
        assert_eq!(html("##[error] ##vso[x]"), "&#35;#[error] &#35;#vso[x]");
        assert_eq!(html("AC-1:rule, #3"), "AC-1:rule, #3");
    }

    #[test]
    fn xml_drops_what_it_forbids() {
        assert_eq!(xml("a\0\u{1b}\u{b}\u{fffe}\u{ffff}b"), "ab");
        assert_eq!(xml("a\u{9b}\u{202e}b"), r"a\u{9b}\u{202e}b");
        assert_eq!(xml("a\r\n\tb"), "a&#13;\n\tb");
    }
}
