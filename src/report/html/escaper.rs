//! What templates escape with: the module that escapes for every medium.

use std::fmt;

use crate::text::escape;

/// The escaper that `askama.toml` names for templates of HTML.
#[derive(Clone, Copy, Debug, Default)]
pub struct Html;

impl askama::filters::Escaper for Html {
    fn write_escaped_str<W: fmt::Write>(&self, mut dest: W, text: &str) -> fmt::Result {
        dest.write_str(&escape::html(text))
    }
}
