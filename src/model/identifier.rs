//! Ids that people give to their controls, systems, people, documents and vendors.

use std::fmt;

use serde_json::{Value, json};

use crate::source::describe::Definitions;
use crate::source::node::Node;
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, scalar};

/// The longest id, in characters.
const LONGEST: usize = 120;

/// An id: one word without blanks or colons, since gaps are named `<subject>:<rule>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::ops::Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl serde::Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Whether a character may stand in an id: what prints, but no blank and no colon.
fn allowed(c: char) -> bool {
    // Some letters fill their place with nothing; nobody could tell such ids apart.
    c.is_alphanumeric() && crate::text::escape::visible(c)
        || matches!(c, '-' | '_' | '.' | '/' | '+' | '&' | '#' | '@' | '(' | ')')
}

impl Readable for Id {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let text = scalar("an id", node, problems)?;
        let shown = crate::text::wrap::truncate(text, 60);
        if text.is_empty() || text.chars().count() > LONGEST {
            let message = if text.is_empty() {
                "an id is empty".to_owned()
            } else {
                format!("the id `{shown}` is longer than {LONGEST} characters")
            };
            problems.add(Problem::at(node.place, message).help("an id is one short word, such as `AC-02`"));
            return None;
        }
        if let Some(wrong) = text.chars().find(|c| !allowed(*c)) {
            let wrong = if wrong == ' ' { "a blank".to_owned() } else { format!("`{}`", wrong.escape_debug()) };
            problems.add(
                Problem::at(node.place, format!("the id `{shown}` holds {wrong}"))
                    .help("an id is one word of letters, digits, `-`, `_`, `.` and `/`, such as `AC-02`"),
            );
            return None;
        }
        Some(Self(text.into()))
    }

    fn describe(definitions: &mut Definitions) -> Value {
        definitions.named(
            "Id",
            json!({ "description": "An id: one word without blanks or colons.", "type": ["string", "number", "boolean"],
                "pattern": "^[^\\s:,;'\"`<>|{}\\[\\]*?!$%^=~\\\\]+$", "maxLength": LONGEST }),
        )
    }
}
