//! Files in groups on a terminal: a heading with a count, what to do about them, and a line each.

use anstyle::Style;

use crate::report::terminal::style::{FAINT, paint};
use crate::text::count::number;
use crate::text::escape::terminal;
use crate::text::wrap::{width, wrap};

/// Files of which the same is true.
pub(super) struct Group {
    /// What is true of them.
    pub title: &'static str,
    /// How the title is shown.
    pub style: Style,
    /// What to do about them.
    pub advice: Option<&'static str>,
    /// Each with what is to be said of it.
    pub rows: Vec<Row>,
}

/// A file with what is to be said of it.
pub(super) struct Row {
    pub name: String,
    pub note: String,
}

impl Group {
    /// The lines of the group; none where it has no files.
    pub(super) fn shown(&self, room: usize) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let mut out = format!("{} ({})\n", paint(self.style, self.title), number(self.rows.len()));
        for row in &self.rows {
            out.push_str(&row.shown(room));
        }
        if let Some(advice) = self.advice {
            out.push_str(&wrap(&format!("help: {advice}"), room, "  "));
            out.push('\n');
        }
        out.push('\n');
        out
    }
}

impl Row {
    /// The name is never broken, so that it can be copied; a note that has no room behind it gets lines of its own.
    fn shown(&self, room: usize) -> String {
        let (name, note) = (terminal(&self.name), terminal(&self.note));
        if note.is_empty() {
            return format!("  {name}\n");
        }
        if width(&name) + width(&note) + 4 <= room {
            return format!("  {name}  {}\n", paint(FAINT, note));
        }
        let lines = wrap(&note, room, "      ");
        format!("  {name}\n{}\n", paint(FAINT, lines))
    }
}
