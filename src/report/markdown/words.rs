//! Words from the inventory as they stand in the report, escaped once, here.

use crate::report::anchor::anchor;
use crate::text::escape;
use crate::text::list;

/// How many things a cell names before it counts the others.
const NAMED: usize = 12;

/// A text of the inventory in a sentence or a cell.
///
/// `@` is written as a code, so that a mail address stays a text and no link.
pub(in crate::report) fn plain(text: &str) -> String {
    let escaped = escape::markdown(text);
    if escaped.contains('@') { escaped.replace('@', "&#64;") } else { escaped.into_owned() }
}

/// A sentence of ours that may hold words of the inventory: what it puts between ticks becomes code.
///
/// Both parts are escaped for what they are, so that a tick in the inventory's own words makes code of them and no more.
pub(in crate::report) fn sentence(text: &str) -> String {
    let parts: Vec<&str> = text.trim().split('`').collect();
    let paired = parts.len() % 2 == 1;
    let fits = parts.iter().skip(1).step_by(2).all(|inside| !inside.trim().is_empty() && !inside.contains('|'));
    if !paired || !fits {
        return plain(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, part) in parts.into_iter().enumerate() {
        if at % 2 == 1 {
            out.push_str(&code(part));
        } else {
            // The escape trims what it is given; between words and code the blank belongs to the sentence.
            let blank = |holds: bool| if holds { " " } else { "" };
            out.push_str(blank(part.starts_with(char::is_whitespace)));
            let inner = plain(part);
            out.push_str(&inner);
            out.push_str(blank(!inner.is_empty() && part.ends_with(char::is_whitespace)));
        }
    }
    out
}

/// An id, a path or an address.
pub(in crate::report) fn code(text: &str) -> String {
    escape::markdown_code(text.trim())
}

/// The element that a link to a gap leads to.
pub(super) fn target(gap: &str) -> String {
    format!("<a id=\"{}\"></a>", anchor(gap))
}

/// A list for a cell: the first dozen by name, the others counted.
pub(in crate::report) fn some(items: impl IntoIterator<Item = String>) -> String {
    let mut items = items.into_iter();
    let named: Vec<String> = items.by_ref().take(NAMED).collect();
    match items.count() {
        0 => named.join(", "),
        others => format!("{} and {others} more", named.join(", ")),
    }
}

/// Things that all hold, as a sentence lists them.
pub(super) fn and(items: impl IntoIterator<Item = String>) -> String {
    list::and(items)
}

/// The first twelve digits of a digest.
pub(super) fn short(digest: &str) -> String {
    code(&digest.chars().take(12).collect::<String>())
}
