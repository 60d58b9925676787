//! Text in a JSON document: what cannot be seen is written as its code, so that a reader of the file sees that it is there.

use std::borrow::Cow;
use std::fmt::Write;

use super::{rewrite, visible};

/// Escapes a JSON document that a JSON writer has made.
///
/// Every character that cannot be seen becomes the escape JSON has for it, `\u202e`, so that the document says the same
/// to a machine and cannot drive a terminal that shows it. Line breaks stay: inside a text the writer has escaped them.
/// Of `##`, which begins a command in the log of a CI system, the second is written as its code too.
#[must_use]
pub fn json(document: &str) -> Cow<'_, str> {
    let seen = spelled(document);
    if seen.contains("##") { Cow::Owned(seen.replace("##", "#\\u0023")) } else { seen }
}

fn spelled(document: &str) -> Cow<'_, str> {
    rewrite(
        document,
        |c| c == '\n' || visible(c),
        |out, c, _| {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a text cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_becomes_its_code() {
        assert_eq!(json("\"safe\u{202e}elif\""), "\"safe\\u202eelif\"");
        assert_eq!(json("\"\u{9b}31m\u{7f}\""), "\"\\u009b31m\\u007f\"");
        assert_eq!(json("\"\u{e0041}\""), "\"\\udb40\\udc41\"");
        assert_eq!(json("\"##[error] ### #\""), "\"#\\u0023[error] #\\u0023# #\"");
    }

    #[test]
    fn a_machine_reads_the_same() {
        let text = "a\u{1b}[2J\u{202e}\u{e0041}\u{7f}\n\"\\é漢 \\##[error]###";
        let written = serde_json::to_string_pretty(&[text]).unwrap();
        assert_ne!(json(&written), written);
        assert_eq!(serde_json::from_str::<Vec<String>>(&json(&written)).unwrap(), [text]);
    }

    #[test]
    fn lines_of_the_document_stay() {
        assert!(matches!(json("{\n  \"a\": 1\n}\n"), Cow::Borrowed(_)));
    }
}
