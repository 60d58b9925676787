//! In which line of a text something stands.

use crate::source::file::Place;

/// Counts lines up to places that come in order.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    /// Of a text.
    #[must_use]
    pub const fn of(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// Where a place is, in words: `line 12`.
    pub fn at(&mut self, place: Place) -> String {
        let to = usize::try_from(place.start).unwrap_or(usize::MAX);
        if to < self.at {
            (self.at, self.line) = (0, 1);
        }
        self.line += self.text.get(self.at..to).map_or(0, |between| between.matches('\n').count());
        self.at = to;
        format!("line {}", self.line)
    }
}
