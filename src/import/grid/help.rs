//! A line right below the headings that explains them and is no row.

use crate::import::grid::Line;

/// From how many words on a cell is a sentence.
const SENTENCE: usize = 4;
/// How many lines below are compared.
const COMPARED: usize = 50;

/// Whether the first of the lines below the headings explains them: at least three cells, three in four of them sentences,
/// where of the lines below it no more than half are so wordy in half of their cells.
#[must_use]
pub fn is_first(lines: &[Line]) -> bool {
    let Some((first, others)) = lines.split_first() else {
        return false;
    };
    let (filled, sentences) = counts(first);
    let others: Vec<&Line> = others.iter().take(COMPARED).collect();
    let wordy = others.iter().filter(|line| is_wordy(line)).count();
    filled >= 3 && sentences * 4 >= filled * 3 && !others.is_empty() && wordy * 2 <= others.len()
}

fn is_wordy(line: &Line) -> bool {
    let (filled, sentences) = counts(line);
    sentences * 2 > filled
}

/// How many cells of a line hold something, and how many a sentence.
fn counts(line: &Line) -> (usize, usize) {
    let sentences = line.filled().filter(|(_, cell)| cell.split_whitespace().count() >= SENTENCE).count();
    (line.filled().count(), sentences)
}
