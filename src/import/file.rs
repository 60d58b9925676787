//! A foreign file before anything is known of it: its bytes, its text where it is one, its data where it holds some.

use std::cell::OnceCell;

use serde_json::Value;

/// A foreign file.
#[derive(Debug)]
pub struct File<'a> {
    /// Its number among the sources, for places in its text.
    pub number: u32,
    /// Its name as it was given, for messages only.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
    /// The same as text, where it is text.
    pub text: Option<&'a str>,
    /// How its text is encoded: `UTF-8`, `UTF-16`, `Windows-1252`.
    pub encoding: &'static str,
    data: OnceCell<Option<Value>>,
}

impl<'a> File<'a> {
    /// A file, with its text in the way [`decode`] found it.
    #[must_use]
    pub const fn new(number: u32, name: &'a str, bytes: &'a [u8], text: Option<(&'a str, &'static str)>) -> Self {
        let (text, encoding) = match text {
            Some((text, encoding)) => (Some(text), encoding),
            None => (None, ""),
        };
        Self { number, name, bytes, text, encoding, data: OnceCell::new() }
    }

    /// What it says, where it is JSON; read once, however many formats ask.
    #[must_use]
    pub fn data(&self) -> Option<&Value> {
        self.data.get_or_init(|| serde_json::from_str(self.text?).ok()).as_ref()
    }
}

/// The text of a file, and how it is encoded; `None` where it is no text.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<(String, &'static str)> {
    let (encoding, mark) = encoding_rs::Encoding::for_bom(bytes).unwrap_or((encoding_rs::UTF_8, 0));
    let rest = bytes.get(mark..).unwrap_or_default();
    if encoding != encoding_rs::UTF_8 {
        let (text, wrong) = encoding.decode_without_bom_handling(rest);
        return (!wrong).then(|| (text.into_owned(), "UTF-16"));
    }
    if rest.contains(&0) {
        return None;
    }
    match std::str::from_utf8(rest) {
        Ok(text) => Some((text.to_owned(), "UTF-8")),
        Err(_) => Some((encoding_rs::WINDOWS_1252.decode_without_bom_handling(rest).0.into_owned(), "Windows-1252")),
    }
}
