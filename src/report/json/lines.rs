//! JSON with only its first levels indented: each item below them stands on a line of its own.

use std::io::{Result, Write};

use serde_json::ser::Formatter;

/// How far a writer has come.
pub(super) struct Lines {
    /// How many levels are indented.
    pub(super) levels: usize,
    /// How many levels are open.
    pub(super) depth: usize,
    /// Whether the innermost of them holds nothing yet.
    pub(super) empty: bool,
}

impl Lines {
    fn open<W: Write + ?Sized>(&mut self, writer: &mut W, bracket: &[u8]) -> Result<()> {
        self.depth += 1;
        self.empty = true;
        writer.write_all(bracket)
    }

    fn close<W: Write + ?Sized>(&mut self, writer: &mut W, bracket: &[u8]) -> Result<()> {
        let breaks = self.depth <= self.levels && !self.empty;
        self.depth -= 1;
        self.empty = false;
        if breaks {
            self.line(writer)?;
        }
        writer.write_all(bracket)
    }

    fn item<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.empty = false;
        if !first {
            writer.write_all(b",")?;
        }
        match (self.depth <= self.levels, first) {
            (true, _) => self.line(writer),
            (false, true) => Ok(()),
            (false, false) => writer.write_all(b" "),
        }
    }

    fn line<W: Write + ?Sized>(&self, writer: &mut W) -> Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.item(writer, first)
    }

    fn begin_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.item(writer, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn what_lies_deeper_stands_on_one_line() {
        let value = json!({ "a": [{ "b": [1, 2], "c": {} }, { "d": [] }], "e": [] });
        let expected = r#"{
  "a": [
    {"b": [1, 2], "c": {}},
    {"d": []}
  ],
  "e": []
}
"#;
        assert_eq!(crate::report::json::by_lines(&value, 2), expected);
        assert_eq!(crate::report::json::by_lines(&value, 9), crate::report::json::pretty(&value));
    }
}
