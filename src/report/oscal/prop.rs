//! Properties: what OSCAL has a name for, and what it has none for, under a namespace of ours.

use serde::Serialize;

use crate::report::oscal::text::line;

/// The namespace of our own names, and the system of our own numbers.
pub(super) const OURS: &str = "urn:gapcheck:oscal:1";

/// A name with a value.
#[derive(Clone, Serialize)]
pub(super) struct Prop {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ns: Option<&'static str>,
    value: String,
}

impl Prop {
    /// One that OSCAL has a name for.
    pub(super) fn known(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, ns: None, value: value.into() }
    }

    /// One of ours, with a value that is a word or a number of ours.
    #[expect(clippy::needless_pass_by_value, reason = "most values are words and numbers, made where they are given")]
    pub(super) fn ours(name: &'static str, value: impl ToString) -> Self {
        Self { name, ns: Some(OURS), value: value.to_string() }
    }

    /// One of ours, with a value from the inventory; `None` where that says nothing.
    pub(super) fn said(name: &'static str, value: Option<&str>) -> Option<Self> {
        Some(Self { name, ns: Some(OURS), value: line(value?)? })
    }
}
