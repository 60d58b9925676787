//! Text of a page while it is read: lines, what is bold at their beginning, links as text.

use crate::import::markdown::label::Line;

/// The text of a block, as it grows.
#[derive(Debug, Default)]
pub struct Inline {
    lines: Vec<Line>,
    current: Line,
    /// How many marks of bold are open that began at the beginning of a line.
    bold: usize,
    /// Where the links lead that are open, and how long the text was when they began.
    links: Vec<(String, usize)>,
}

impl Inline {
    /// Adds text.
    pub fn text(&mut self, text: &str) {
        let end =
            if self.bold > 0 && self.current.text.is_empty() { &mut self.current.bold } else { &mut self.current.text };
        end.push_str(text);
    }

    /// Ends a line.
    pub fn line_break(&mut self) {
        self.lines.push(std::mem::take(&mut self.current));
    }

    /// Bold begins; only what is bold from the beginning of a line on is kept apart.
    pub fn bold_begins(&mut self) {
        if self.bold > 0 || (self.current.bold.is_empty() && self.current.text.trim().is_empty()) {
            self.bold += 1;
        }
    }

    /// Bold ends.
    pub fn bold_ends(&mut self) {
        self.bold = self.bold.saturating_sub(1);
    }

    /// A link begins.
    pub fn link_begins(&mut self, target: &str) {
        self.links.push((target.to_owned(), self.length()));
    }

    /// A link ends; where it leads is kept in brackets if it may be evidence.
    pub fn link_ends(&mut self) {
        let Some((target, before)) = self.links.pop() else { return };
        let own = self.length().saturating_sub(before);
        let shown = format!("{}{}", self.current.bold, self.current.text);
        if is_evidence(&target) && !shown.ends_with(&target) {
            let bracketed = if own == 0 { target } else { format!(" ({target})") };
            self.text(&bracketed);
        }
    }

    /// The lines, and everything begins anew.
    pub fn take(&mut self) -> Vec<Line> {
        self.line_break();
        self.bold = 0;
        self.links.clear();
        let mut lines = std::mem::take(&mut self.lines);
        lines.retain(|line| !line.whole().is_empty());
        lines
    }

    fn length(&self) -> usize {
        self.current.bold.len() + self.current.text.len()
    }
}

/// Whether a link leads to something that can be shown: an address, or a file.
fn is_evidence(target: &str) -> bool {
    let file = |name: &str| {
        name.rsplit_once('.').is_some_and(|(stem, kind)| !stem.is_empty() && (1..=5).contains(&kind.len()))
    };
    let address = target.starts_with("https://") || target.starts_with("http://");
    address || (!target.starts_with(['#', '?']) && !target.contains(':') && target.rsplit('/').next().is_some_and(file))
}
