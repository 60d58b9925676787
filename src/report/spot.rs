//! Where a gap is shown in a file, for readers that must have a line: its own place, or where the organisation is named.

use crate::model::gap::Gap;
use crate::source::file::{Place, Position, SourceFile, Sources};

/// A stretch of a file.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// The file.
    pub file: &'a SourceFile,
    /// The first character.
    pub start: Position,
    /// The character after the last.
    pub end: Position,
}

/// The spots of the gaps of an inventory.
pub struct Spots<'a> {
    sources: &'a Sources,
    head: Option<Spot<'a>>,
}

impl<'a> Spots<'a> {
    /// Those in the files of an inventory.
    #[must_use]
    pub fn of(sources: &'a Sources) -> Self {
        Self { sources, head: head(sources) }
    }

    /// Where a gap is shown. What is nowhere, such as a control nobody wrote down, is shown where the organisation is named.
    #[must_use]
    pub fn spot(&self, gap: &Gap) -> Option<Spot<'a>> {
        gap.finding.place.and_then(|place| self.at(place)).or(self.head)
    }

    fn at(&self, place: Place) -> Option<Spot<'a>> {
        let file = self.sources.file(place)?;
        let (start, end) = (file.position(place.start), file.position(place.end));
        Some(Spot { file, start, end: end.max(start) })
    }
}

/// The line that names the organisation; the first line where none begins with that key.
fn head(sources: &Sources) -> Option<Spot<'_>> {
    let named = sources.iter().find_map(|(_, file)| {
        let line = file.text.lines().position(|line| line.starts_with("organization:"))?;
        Some((file, line))
    });
    let (file, line) = named.or_else(|| Some((sources.iter().next()?.1, 0)))?;
    let length = file.text.lines().nth(line).map_or(0, |line| line.chars().count());
    let at = |column| Position { line: line + 1, column };
    Some(Spot { file, start: at(1), end: at(length + 1) })
}
