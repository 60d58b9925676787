//! XML while it is written, line by line.

use crate::text::cut::cut;
use crate::text::escape::{terminal, xml};

/// How many characters of one text are repeated: a criterion may have thousands of gaps.
const LONGEST: usize = 1000;

/// A document while it is written.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
}

impl Xml {
    /// Adds a line that is XML already, so many steps deep.
    pub(super) fn line(&mut self, depth: usize, line: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// The whole text.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// A text on one line, as content or as an attribute.
///
/// What would be a command in the log of a CI system that prints the file is written so that a reader of XML reads it and
/// nobody else does.
pub(super) fn escaped(text: &str) -> String {
    let line = cut(&terminal(text), LONGEST);
    xml(&line).replace("##", "#&#35;").replace("::", ":&#58;")
}
