//! Bars of blocks: the denser, the better supported.

use anstyle::Style;

use super::style::{ATTENTION, BAD, FAINT, GOOD, NEUTRAL, UNKNOWN, paint};
use crate::model::assessment::Tally;

/// The verdicts from best to worst, each with its block and its colour.
pub const VERDICTS: [(char, Style); 4] = [('█', GOOD), ('▓', ATTENTION), ('▒', UNKNOWN), ('░', BAD)];

/// A share as a bar of so many cells, rounded down, so that only a whole fills it.
pub fn share(part: usize, whole: usize, cells: usize) -> String {
    let filled = (part.min(whole) * cells).checked_div(whole).unwrap_or(0);
    format!("{}{}", paint(NEUTRAL, "█".repeat(filled)), paint(FAINT, "░".repeat(cells - filled)))
}

/// A number as a bar, against the largest number beside it. What is not zero has at least one cell.
pub fn amount(number: usize, largest: usize, cells: usize) -> String {
    let scaled = if largest <= cells { number } else { number.saturating_mul(cells) / largest };
    "█".repeat(scaled.max(usize::from(number > 0)))
}

/// A tally as one bar of so many cells without colours. Every verdict that occurs has at least one cell; what rounding leaves
/// goes to the worse ones.
pub fn tally(tally: Tally, cells: usize) -> String {
    let parts = [tally.no_gap, tally.partial, tally.unverified, tally.gap];
    let total = tally.total();
    let exact = |part: usize| (part * cells).checked_div(total).unwrap_or(0).max(usize::from(part > 0));
    let mut shares = parts.map(exact);
    while shares.iter().sum::<usize>() > cells {
        shares.iter_mut().max().into_iter().for_each(|largest| *largest -= 1);
    }
    let mut left = if total == 0 { 0 } else { cells - shares.iter().sum::<usize>() };
    // At most one cell for each verdict is left over.
    for share in shares.iter_mut().rev().filter(|share| **share > 0) {
        let extra = left.min(1);
        *share += extra;
        left -= extra;
    }
    VERDICTS.iter().zip(shares).map(|((block, _), share)| block.to_string().repeat(share)).collect()
}

/// A line in which every run of blocks of a verdict gets its colour.
pub fn tinted(line: &str) -> String {
    VERDICTS.iter().fold(line.to_owned(), |line, (block, style)| paint_runs(&line, *block, *style))
}

/// Puts every run of a character in a style.
pub fn paint_runs(line: &str, wanted: char, style: Style) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, from)) = rest.find(wanted).and_then(|at| rest.split_at_checked(at)) {
        let after = from.trim_start_matches(wanted);
        let run = from.strip_suffix(after).unwrap_or(from);
        out.push_str(before);
        out.push_str(&paint(style, run));
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_of_verdicts_never_flatters() {
        let bar = |no_gap, partial, unverified, gap, cells| tally(Tally { no_gap, partial, unverified, gap }, cells);
        assert_eq!(bar(1, 1, 1, 1, 8), "██▓▓▒▒░░");
        assert_eq!(bar(99, 0, 0, 1, 10), "█████████░");
        assert_eq!(bar(2, 0, 0, 1, 10), "██████░░░░");
        assert_eq!(bar(0, 0, 3, 0, 4), "▒▒▒▒");
        assert_eq!(bar(60, 1, 1, 1, 5), "██▓▒░");
        assert_eq!(bar(0, 0, 0, 0, 5), "");
    }

    #[test]
    fn an_amount_that_is_not_zero_can_be_seen() {
        assert_eq!(amount(0, 7, 10), "");
        assert_eq!(amount(7, 7, 10), "███████");
        assert_eq!(amount(1, 1000, 10), "█");
        assert_eq!(amount(1000, 1000, 10), "██████████");
    }
}
