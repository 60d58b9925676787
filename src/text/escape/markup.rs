//! Text in HTML and XML, between tags or inside a quoted attribute.

use std::borrow::Cow;

use super::{rewrite, spell, visible};

/// Escapes text for HTML, as content or as an attribute in either kind of quotation mark.
///
/// It is not enough inside `script`, `style` or an address. Characters that cannot be seen are spelled; tabs and
/// line breaks stay.
#[must_use]
pub fn html(text: &str) -> Cow<'_, str> {
    rewrite(text, is_plain, |out, c, next| match c {
        '\r' if next == Some('\n') => {}
        '\'' => out.push_str("&#39;"),
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
    fn xml_drops_what_it_forbids() {
        assert_eq!(xml("a\0\u{1b}\u{b}\u{fffe}\u{ffff}b"), "ab");
        assert_eq!(xml("a\u{9b}\u{202e}b"), r"a\u{9b}\u{202e}b");
        assert_eq!(xml("a\r\n\tb"), "a&#13;\n\tb");
    }
}
