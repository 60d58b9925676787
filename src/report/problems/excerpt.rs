//! The line a place stands in, cut and escaped so that it can be shown, with the place still marked in it.

use std::ops::Range;

use crate::source::file::{Place, Position, SourceFile};
use crate::text::escape::terminal;
use crate::text::wrap::{cells, truncate, width};

/// How many cells of a line are shown.
const ROOM: usize = 100;
/// How many cells of them a place may take.
const MARK: usize = 60;
/// How many characters on either side are looked at: a line of a whole file costs no more than one that fits.
const LOOK: usize = 400;

/// A line of a file as it is shown.
pub struct Excerpt {
    /// Where the place begins in the file itself.
    pub position: Position,
    /// What is shown of the line.
    pub text: String,
    /// The place in what is shown: at least one cell, also where there is no text at all.
    pub marked: Range<usize>,
}

impl Excerpt {
    /// The first line of a place.
    pub fn of(file: &SourceFile, place: Place) -> Self {
        let position = file.position(place.start);
        let (line, start) = bounds(file, position.line);
        let begin = usize::try_from(place.start).unwrap_or(usize::MAX).saturating_sub(start);
        let end = usize::try_from(place.end).unwrap_or(usize::MAX).saturating_sub(start);
        let (before, rest) = line.split_at_checked(begin).unwrap_or((line, ""));
        let (mut mark, mut after) = rest.split_at_checked(end.saturating_sub(begin)).unwrap_or((rest, ""));
        if mark.is_empty() {
            let first = after.chars().next().map_or(0, char::len_utf8);
            (mark, after) = after.split_at_checked(first).unwrap_or((" ", ""));
        }
        if mark.is_empty() {
            mark = " ";
        }
        let (text, marked) = shown(before, mark, after);
        Self { position, text, marked }
    }
}

/// A line of a file, counted from one, as it is shown where nothing in it is meant.
pub fn line(file: &SourceFile, line: usize) -> String {
    truncate(&drawn(head(bounds(file, line).0)), ROOM)
}

/// A line without its break, and where it begins.
fn bounds(file: &SourceFile, line: usize) -> (&str, usize) {
    let start = file.line_start(line);
    let text = file.text.get(start..file.line_start(line + 1)).unwrap_or("");
    (text.trim_end_matches(['\n', '\r']), start)
}

/// The three parts of a line, escaped and cut to the room there is; the mark keeps its place.
fn shown(before: &str, mark: &str, after: &str) -> (String, Range<usize>) {
    let mark = truncate(&drawn(head(mark)), MARK);
    let (before, after) = (drawn(tail(before)), drawn(head(after)));
    let room = ROOM - width(&mark);
    let before = truncate_front(&before, room - width(&after).min(room / 2));
    let after = truncate(&after, room.saturating_sub(width(&before)));
    let marked = before.len()..before.len() + mark.len();
    (format!("{before}{mark}{after}"), marked)
}

/// A text as it will be drawn: escaped, and without the joiners that make one picture of several, since the renderer drops
/// them and they must be measured apart.
fn drawn(text: &str) -> String {
    terminal(text).replace('\u{200d}', "")
}

fn head(text: &str) -> &str {
    let end = text.char_indices().nth(LOOK).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(LOOK).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or(text)
}

/// Cuts a text to so many cells from its end; one that was cut begins with `…`.
fn truncate_front(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = text.char_indices().rev().take_while(|(_, c)| {
        used += cells(*c);
        used <= room
    });
    let start = fits.last().map_or(text.len(), |(at, _)| at);
    format!("…{}", text.get(start..).unwrap_or(""))
}
