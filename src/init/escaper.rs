//! What the templates of this stage escape with: YAML's scalars in YAML, plain words in Markdown.

use std::fmt;

use crate::text::escape;

/// The escaper that `askama.toml` names for templates of YAML: a value is a scalar, whatever it holds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Yaml;

impl askama::filters::Escaper for Yaml {
    fn write_escaped_str<W: fmt::Write>(&self, mut dest: W, text: &str) -> fmt::Result {
        dest.write_str(&escape::yaml(text))
    }
}

/// The escaper that `askama.toml` names for templates of Markdown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markdown;

impl askama::filters::Escaper for Markdown {
    fn write_escaped_str<W: fmt::Write>(&self, mut dest: W, text: &str) -> fmt::Result {
        dest.write_str(&escape::markdown(text))
    }
}
