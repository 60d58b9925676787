//! Which line holds the headings: titles, a logo or a few figures may stand above it.

use crate::import::grid::Line;
use crate::import::grid::cell::is_words;
use crate::import::id;

/// How far down headings are looked for.
const SEARCHED: usize = 60;
/// How many lines below are held against the headings.
const COMPARED: usize = 500;
/// How many lines below tell whether a line is one of them.
const LIKE: usize = 20;

/// The line of the headings: the first with two words or more over lines that keep to its columns; where none is, the one
/// with the most words that has a line below. A line that looks like those below is a row. Where all do there are no headings,
/// and the first line is given for the reader to see by [`is_row`].
#[must_use]
pub fn find(lines: &[Line]) -> Option<usize> {
    let candidates = || (0..lines.len().saturating_sub(1).min(SEARCHED)).filter(|at| words(lines, *at) >= 2);
    let headings = || candidates().filter(|at| !is_row(lines, *at));
    headings()
        .find(|at| is_kept_to(lines, *at))
        .or_else(|| {
            let best = headings().map(|at| words(lines, at)).max()?;
            headings().find(|at| words(lines, *at) == best)
        })
        .or_else(|| candidates().next())
}

/// Whether a line looks like a row: an id or a number stands in a column in which half of the lines below have one too.
#[must_use]
pub fn is_row(lines: &[Line], at: usize) -> bool {
    let Some((line, below)) = lines.get(at..).and_then(<[Line]>::split_first) else {
        return false;
    };
    line.filled().any(|(column, cell)| {
        let same = |other: &str| {
            if is_words(cell) {
                id::and_title(cell).is_some() && id::and_title(other).is_some()
            } else {
                !is_words(other)
            }
        };
        let others = below.iter().take(LIKE).map(|line| line.cell(column)).filter(|other| !other.is_empty());
        let (alike, all) = others.fold((0, 0), |(alike, all), other| (alike + usize::from(same(other)), all + 1));
        alike > 0 && alike * 2 >= all
    })
}

fn words(lines: &[Line], at: usize) -> usize {
    lines
        .get(at)
        .map_or(0, |line| if line.title { 0 } else { line.filled().filter(|(_, cell)| is_words(cell)).count() })
}

/// Whether three in four of the lines below stand in the columns of a line, and one fills two of them.
fn is_kept_to(lines: &[Line], at: usize) -> bool {
    let Some((head, below)) = lines.get(at..).and_then(<[Line]>::split_first) else {
        return false;
    };
    let below: Vec<&Line> = below.iter().filter(|line| !line.title).take(COMPARED).collect();
    let outside = below.iter().filter(|line| is_outside(head, line)).count();
    let one_fills_two =
        below.iter().any(|line| line.filled().filter(|(at, _)| !head.cell(*at).is_empty()).count() >= 2);
    one_fills_two && outside * 4 <= below.len()
}

/// Whether more than a quarter of what a line holds has no heading. The first column may lack one: rows are often numbered there.
fn is_outside(head: &Line, line: &Line) -> bool {
    let without = line.filled().filter(|(at, _)| *at > 0 && head.cell(*at).is_empty()).count();
    without * 4 > line.filled().count()
}
