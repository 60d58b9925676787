//! The field's words, each explained once.

use serde::Deserialize;

/// A term and what it means here.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term.
    pub name: String,
    /// Other words for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it means.
    pub means: String,
    /// Terms worth reading next.
    #[serde(default)]
    pub see: Vec<String>,
    /// The standard behind it, where there is one.
    #[serde(default)]
    pub source: Option<String>,
}
