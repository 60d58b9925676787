//! The stable identity of a gap: `<subject>:<rule>[:<part>]`, made of ids, never of text, order or line.

use std::cmp::Ordering;
use std::fmt;

/// What a gap is called from one assessment to the next.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GapId(Box<str>);

impl GapId {
    /// The identity of a gap of a subject under a rule.
    #[must_use]
    pub fn new(subject: &dyn fmt::Display, rule: &str) -> Self {
        Self(format!("{subject}:{rule}").into())
    }

    /// The identity of a gap of one part of a subject, such as one system of a criterion.
    #[must_use]
    pub fn part(subject: &dyn fmt::Display, rule: &str, part: &dyn fmt::Display) -> Self {
        Self(format!("{subject}:{rule}:{part}").into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Subject, rule and part of an id; `None` for a text of another shape.
    #[must_use]
    pub fn split(text: &str) -> Option<(&str, &str, Option<&str>)> {
        let (subject, rest) = text.split_once(':')?;
        let (rule, part) = match rest.split_once(':') {
            Some((rule, part)) => (rule, Some(part)),
            None => (rest, None),
        };
        let whole = !subject.is_empty() && !rule.is_empty() && part != Some("");
        whole.then_some((subject, rule, part))
    }
}

impl PartialOrd for GapId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for GapId {
    /// As people count: `AC-2` before `AC-10`.
    fn cmp(&self, other: &Self) -> Ordering {
        crate::text::natural::compare(&self.0, &other.0)
    }
}

impl fmt::Display for GapId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl serde::Serialize for GapId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
