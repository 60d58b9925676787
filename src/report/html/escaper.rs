//! What templates escape with: the module that escapes for every medium.

use std::borrow::Cow;
use std::fmt;

use crate::text::escape;

/// The escaper that `askama.toml` names for templates of HTML.
#[derive(Clone, Copy, Debug, Default)]
pub struct Html;

impl askama::filters::Escaper for Html {
    fn write_escaped_str<W: fmt::Write>(&self, mut dest: W, text: &str) -> fmt::Result {
        dest.write_str(&escaped(text))
    }
}

/// A text in a line: where it goes, a line break is a blank all the same.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let escaped = escape::html(text);
    if escaped.contains(['\n', '\t']) { Cow::Owned(escaped.replace(['\n', '\t'], " ")) } else { escaped }
}
