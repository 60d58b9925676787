//! How often a document must be reviewed.

use std::fmt;

use serde_json::{Value, json};

use crate::model::date::Date;
use crate::model::duration::Duration;
use crate::model::words::Frequency;
use crate::source::describe::Definitions;
use crate::source::node::Node;
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, scalar};

/// How often a document must be reviewed: a frequency or a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewCycle(pub Duration);

impl Default for ReviewCycle {
    /// Once a year.
    fn default() -> Self {
        Self(Duration::Months(12))
    }
}

impl ReviewCycle {
    /// The day the next review is due after one.
    #[must_use]
    pub fn next(self, reviewed: Date) -> Date {
        self.0.after(reviewed)
    }
}

impl fmt::Display for ReviewCycle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Readable for ReviewCycle {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let text = scalar("a frequency such as `annual`, or a length of time such as `18mo`", node, problems)?;
        let months = match Frequency::parse(text) {
            Some(Frequency::Annual) => Some(12),
            Some(Frequency::Semiannual) => Some(6),
            Some(Frequency::Quarterly) => Some(3),
            Some(Frequency::Monthly) => Some(1),
            _ => None,
        };
        if let Some(months) = months {
            return Some(Self(Duration::Months(months)));
        }
        if let Ok(duration) = text.parse() {
            return Some(Self(duration));
        }
        let shown = crate::text::wrap::truncate(text, 40);
        problems.add(
            Problem::at(node.place, format!("`{shown}` is not a review cycle"))
                .help("write `annual`, `semiannual`, `quarterly` or `monthly`, or a length of time such as `18mo`"),
        );
        None
    }

    fn describe(definitions: &mut Definitions) -> Value {
        let words = json!({ "enum": ["annual", "semiannual", "quarterly", "monthly"] });
        let any_case = json!({ "type": "string", "pattern": "^([Aa][Nn]{2}[Uu][Aa][Ll]|[Ss][Ee][Mm][Ii][-_ ]?[Aa][Nn]{2}[Uu][Aa][Ll]|[Qq][Uu][Aa][Rr][Tt][Ee][Rr][Ll][Yy]|[Mm][Oo][Nn][Tt][Hh][Ll][Yy])$" });
        json!({ "anyOf": [words, any_case, Duration::describe(definitions)] })
    }
}
