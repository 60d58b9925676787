//! Text from an inventory is hostile until it is escaped for the medium it is written to.
//!
//! A control's title may be written by anyone who can open a pull request. It must not drive a terminal,
//! a spreadsheet, a browser or a CI log, nor hide or reorder what a reader sees. There is one function for each
//! medium; all are pure, take any text, never fail, and are applied once, last, to the text alone, before
//! it is put between our own markup.

use std::borrow::Cow;

mod calendar;
mod csv;
mod github;
mod json;
mod markdown;
mod markup;
mod mermaid;
mod spreadsheet;
mod terminal;
mod url;
mod yaml;

pub use self::calendar::calendar;
pub use self::csv::{csv, csv_unguarded, looks_like_formula};
pub use self::github::{github_log, github_message, github_property};
pub use self::json::json;
pub use self::markdown::{markdown, markdown_code};
pub use self::markup::{html, xml};
pub use self::mermaid::mermaid;
pub use self::spreadsheet::spreadsheet;
pub use self::terminal::{terminal, terminal_block};
pub use self::url::url_path;
pub use self::yaml::{yaml, yaml_comment, yaml_line};

/// Tells whether a character is what it looks like, so that it may be shown as itself.
///
/// Not so are: control characters (ESC, C1, tab and line breaks too, which each medium treats its own way), line and
/// paragraph separators, characters that reorder text, characters that take no room or fill it with nothing, tags, and
/// code points that are no characters. The joiners U+200C and U+200D stay, and so do the variation selectors: Persian,
/// emoji and Japanese names need them.
#[must_use]
pub fn visible(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_control();
    }
    let hidden = matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{3164}' | '\u{ffa0}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e00ff}'
        | '\u{e01f0}'..='\u{e0fff}'
        | '\u{fdd0}'..='\u{fdef}');
    !hidden && !c.is_control() && u32::from(c) & 0xfffe != 0xfffe
}

/// Writes a character as Rust does, `\u{1b}`, so that a reader sees that it is there.
fn spell(out: &mut String, c: char) {
    out.extend(c.escape_unicode());
}

/// Copies a text; whatever is not `plain` is given to `write` with the character after it.
///
/// A text that is plain throughout is returned as it is.
fn rewrite(text: &str, plain: impl Fn(char) -> bool, write: impl Fn(&mut String, char, Option<char>)) -> Cow<'_, str> {
    if text.chars().all(&plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if plain(c) {
            out.push(c);
        } else {
            write(&mut out, c, rest.clone().next());
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Escape = fn(&str) -> String;

    /// Every medium, with the characters it may pass on although they cannot be seen.
    const MEDIA: [(&str, &str, Escape); 19] = [
        ("terminal", "", |text| terminal(text).into_owned()),
        ("terminal_block", "\n", |text| terminal_block(text).into_owned()),
        ("markdown", "", |text| markdown(text).into_owned()),
        ("markdown_code", "", markdown_code),
        ("mermaid", "", |text| mermaid(text).into_owned()),
        ("calendar", "", |text| calendar(text).into_owned()),
        ("csv", "\t\r\n", |text| csv(text).into_owned()),
        ("spreadsheet", "\n", |text| spreadsheet(text).into_owned()),
        ("json", "\n", |text| json(text).into_owned()),
        ("html", "\t\n", |text| html(text).into_owned()),
        ("xml", "\t\n", |text| xml(text).into_owned()),
        ("github_message", "", |text| github_message(text).into_owned()),
        ("github_property", "", |text| github_property(text).into_owned()),
        ("url_path", "", |text| url_path(text).into_owned()),
        ("yaml", "", |text| yaml(text).into_owned()),
        ("yaml_line", "", |text| yaml_line(text).into_owned()),
        ("yaml_comment", "", |text| yaml_comment(text).into_owned()),
        ("html of terminal", "", |text| html(&terminal(text)).into_owned()),
        ("github_log of terminal", "", |text| github_log(&terminal(text)).into_owned()),
    ];

    #[test]
    fn nothing_hidden_gets_through() {
        let samples = ['\u{1f600}', '\u{1fffe}', '\u{e0001}', '\u{e007f}', '\u{e0100}', '\u{10ffff}'];
        for c in ('\0'..='\u{ffff}').chain(samples) {
            for text in [c.to_string(), format!("a{c}b"), format!("{c}\r\n{c}")] {
                for (name, allowed, escape) in MEDIA {
                    let out = escape(&text);
                    let through = out.chars().find(|&o| !visible(o) && !allowed.contains(o));
                    assert_eq!(through, None, "{name}: {text:?} became {out:?}");
                }
            }
        }
    }

    #[test]
    fn plain_words_are_left_alone() {
        let text = "Access is reviewed by the owner (weekly); Zugänge 漢字, 90 days";
        for (name, _, escape) in MEDIA {
            if !matches!(name, "markdown_code" | "mermaid" | "url_path" | "yaml") {
                assert_eq!(escape(text).replace("%2C", ",").replace(r"\;", ";").replace(r"\,", ","), text, "{name}");
            }
        }
        assert!(matches!(terminal(text), Cow::Borrowed(_)));
        assert!(matches!(markdown(text), Cow::Borrowed(_)));
    }

    #[test]
    fn what_can_be_seen_is_told_from_what_cannot() {
        for c in
            ['a', 'é', '漢', ' ', '\u{200d}', '\u{200c}', '\u{301}', '\u{1f600}', '\u{fffd}', '\u{fe0f}', '\u{e0100}']
        {
            assert!(visible(c), "{c:?}");
        }
        for c in [
            '\0',
            '\t',
            '\n',
            '\u{1b}',
            '\u{7f}',
            '\u{9b}',
            '\u{85}',
            '\u{202e}',
            '\u{2066}',
            '\u{e0041}',
            '\u{ad}',
            '\u{3164}',
        ] {
            assert!(!visible(c), "{c:?}");
        }
    }
}
