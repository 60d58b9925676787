//! The one file that knows the YAML parser: its events with byte-exact places, its complaints in our words.

use granit_parser::{ErrorKind, Event, Parser, ScanError, Span, StrInput};

use crate::source::file::Place;
use crate::source::problem::{Problem, Problems};
use crate::source::syntax::reword;

/// How deep values may nest.
const DEPTH_LIMIT: usize = 64;

/// The file cannot be read further; why has been said.
pub(super) struct Stop;

/// The events of one file.
pub(super) struct Events<'s> {
    parser: Parser<'s, StrInput<'s>>,
    text: &'s str,
    pub file: u32,
    /// How far the last event reached.
    last: usize,
}

impl<'s> Events<'s> {
    pub(super) fn of(file: u32, text: &'s str) -> Self {
        let options = granit_parser::options! {
            flow_nesting_limit: DEPTH_LIMIT,
            block_nesting_limit: DEPTH_LIMIT,
        };
        Self { parser: Parser::new_from_str_with_options(text, options), text, file, last: 0 }
    }

    /// The next event; a fault of the syntax is told, and nothing comes after it.
    pub(super) fn next(&mut self, problems: &mut Problems) -> Result<(Event<'s>, Span), Stop> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                self.last = self.last.max(span.byte_range().map_or(0, |range| range.end));
                Ok((event, span))
            }
            Some(Err(error)) => {
                problems.add(self.complaint(&error));
                Err(Stop)
            }
            None => Err(Stop),
        }
    }

    /// The place of an event.
    pub(super) fn place(&self, span: &Span) -> Place {
        let range = span.byte_range().unwrap_or(0..0);
        self.between(range.start, range.end)
    }

    fn between(&self, start: usize, end: usize) -> Place {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Place { file: self.file, start: offset(start), end: offset(end) }
    }

    fn complaint(&self, error: &ScanError) -> Problem {
        let at = error.marker().byte_offset().unwrap_or(self.last).min(self.text.len());
        // A fault at the very end is shown at the last thing written, not on an empty line below it.
        let at = if at == self.text.len() { self.text.trim_end().len() } else { at };
        let (before, after) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let place = match after.chars().next() {
            // The parser points behind a tab that may not stand where it does.
            _ if is_tab(error.kind()) && before.ends_with('\t') => self.between(at - 1, at),
            Some(c) => self.between(at, at + c.len_utf8()),
            None => self.between(at, at),
        };
        let said = reword(error.kind());
        let problem = Problem::at(place, said.message);
        match said.help {
            Some(help) => problem.help(help),
            None => problem,
        }
    }
}

fn is_tab(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar
    )
}
