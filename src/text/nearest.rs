//! "Did you mean …?": the known word nearest to one that is not known.

use std::cmp::Reverse;
use std::mem;

/// Words longer than this are not compared, so that a hostile input costs nothing.
const LONGEST: usize = 100;

/// Finds the known word that was most likely meant, or none if nothing is near.
///
/// Case, `-`, `_` and blanks do not count, and two neighbours exchanged are one mistake. A third of the
/// letters may be wrong, and at least one, but never all. Among equals the one that begins most alike is taken,
/// then the first in plain order, so the order of `known` does not matter.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = letters(word)?;
    let limit = (wanted.len() / 3).max(1).min(wanted.len().checked_sub(1)?);
    let close = known.into_iter().filter_map(|candidate| {
        let offered = letters(candidate)?;
        let far = wanted.len().abs_diff(offered.len()) > limit;
        let distance = if far {
            return None;
        } else {
            distance(&wanted, &offered)
        };
        let alike = wanted.iter().zip(&offered).take_while(|(a, b)| a == b).count();
        (distance <= limit).then_some((distance, Reverse(alike), candidate))
    });
    close.min().map(|(_, _, candidate)| candidate)
}

/// The letters that count, in lower case; none when the word is too long.
fn letters(word: &str) -> Option<Vec<char>> {
    if word.chars().nth(LONGEST).is_some() {
        return None;
    }
    let counted = word.chars().filter(|c| !matches!(c, '-' | '_') && !c.is_whitespace());
    Some(counted.flat_map(char::to_lowercase).collect())
}

/// Counts the mistakes between two words: letters missing, added, replaced, or exchanged with a neighbour.
///
/// This is the optimal string alignment distance, kept in three rows.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut older: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut before: Option<char> = None;
    for (row, &x) in a.iter().enumerate() {
        let mut current = vec![row + 1];
        let mut left = row + 1;
        let mut neighbour: Option<char> = None;
        for (column, &y) in b.iter().enumerate() {
            let replaced = at(&last, column) + usize::from(x != y);
            let missing = at(&last, column + 1) + 1;
            let mut best = replaced.min(missing).min(left + 1);
            if column > 0 && before == Some(y) && neighbour == Some(x) {
                best = best.min(at(&older, column - 1) + 1);
            }
            current.push(best);
            left = best;
            neighbour = Some(y);
        }
        before = Some(x);
        older = mem::replace(&mut last, current);
    }
    at(&last, b.len())
}

/// Reads a row; both words are at most [`LONGEST`] characters, so the stand-in cannot overflow.
fn at(row: &[usize], column: usize) -> usize {
    row.get(column).copied().unwrap_or(usize::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str) -> usize {
        distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
    }

    #[test]
    fn mistakes_are_counted() {
        assert_eq!(between("", ""), 0);
        assert_eq!(between("", "abc"), 3);
        assert_eq!(between("abc", ""), 3);
        assert_eq!(between("kitten", "sitting"), 3);
        assert_eq!(between("ab", "ba"), 1);
        assert_eq!(between("ca", "abc"), 3);
        assert_eq!(between("owner", "onwer"), 1);
    }

    #[test]
    fn a_slip_is_mended() {
        let keys = ["owner", "frequency", "evidence", "description"];
        assert_eq!(nearest("onwer", keys), Some("owner"));
        assert_eq!(nearest("Frequncy", keys), Some("frequency"));
        assert_eq!(nearest("evidences", keys), Some("evidence"));
        assert_eq!(nearest("colour", keys), None);
    }

    #[test]
    fn case_and_separators_do_not_count() {
        assert_eq!(nearest("CARVE_OUT", ["carve-out", "inclusive"]), Some("carve-out"));
        assert_eq!(nearest("point of focus", ["point_of_focus"]), Some("point_of_focus"));
        assert_eq!(nearest("cc61", ["CC6.1", "CC7.1"]), Some("CC6.1"));
    }

    #[test]
    fn ties_do_not_depend_on_the_order() {
        assert_eq!(nearest("CC6.0", ["CC6.3", "CC6.2", "CC6.1"]), Some("CC6.1"));
        assert_eq!(nearest("CC6.0", ["CC6.1", "CC6.2", "CC6.3"]), Some("CC6.1"));
        assert_eq!(nearest("log", ["logs", "log"]), Some("log"));
    }

    #[test]
    fn something_must_be_in_common() {
        assert_eq!(nearest("a", ["b"]), None);
        assert_eq!(nearest("a", ["A"]), Some("A"));
        assert_eq!(nearest("ab", ["cd"]), None);
        assert_eq!(nearest("", ["x", ""]), None);
        assert_eq!(nearest("-", ["_"]), None);
    }

    #[test]
    fn long_words_are_not_compared() {
        let long = "x".repeat(101);
        let most = "x".repeat(100);
        assert_eq!(nearest(&long, [long.as_str()]), None);
        assert_eq!(nearest("owner", [long.as_str()]), None);
        assert_eq!(nearest(&most, [most.as_str()]), Some(most.as_str()));
    }
}
