//! Lists as a sentence says them: `a, b and c`.

use std::fmt::Display;

use super::count::number;

/// Joins things that all hold: `a`, `a and b`, `a, b and c`. Of nothing it makes an empty text.
pub fn and<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    joined(items.into_iter().map(|item| item.to_string()), "and")
}

/// Joins things of which one holds: `a`, `a or b`, `a, b or c`.
pub fn or<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    joined(items.into_iter().map(|item| item.to_string()), "or")
}

/// Like [`and`], with each thing in backticks, as messages quote what a user wrote.
///
/// The ticks are for terminals; what is inside is not escaped.
pub fn ticked_and<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    joined(items.into_iter().map(|item| format!("`{item}`")), "and")
}

/// Like [`or`], with each thing in backticks.
pub fn ticked_or<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    joined(items.into_iter().map(|item| format!("`{item}`")), "or")
}

/// Names the first `limit` things and counts the others: `a, b, c and 4 more`.
///
/// At least one is always named. Nothing is left out when all of them fit.
pub fn some<T: Display>(items: impl IntoIterator<Item = T>, limit: usize) -> String {
    let mut rest = items.into_iter();
    let mut named: Vec<String> = rest.by_ref().take(limit.max(1)).map(|item| item.to_string()).collect();
    let others = rest.count();
    if others > 0 {
        named.push(format!("{} more", number(others)));
    }
    joined(named.into_iter(), "and")
}

/// Numbers in order, with what lies between the first and the last of a run left out: `1, 3 to 5 and 8`.
#[must_use]
pub fn runs(numbers: &[usize]) -> String {
    let mut sorted: Vec<usize> = numbers.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in sorted {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => runs.push((number, number)),
        }
    }
    and(runs.into_iter().flat_map(|(first, last)| match last - first {
        0 => vec![first.to_string()],
        1 => vec![first.to_string(), last.to_string()],
        _ => vec![format!("{first} to {last}")],
    }))
}

/// Joins with commas, and with `word` before the last.
fn joined(items: impl Iterator<Item = String>, word: &str) -> String {
    let mut items: Vec<String> = items.collect();
    let last = items.pop().unwrap_or_default();
    if items.is_empty() {
        return last;
    }
    format!("{} {word} {last}", items.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: [&str; 0] = [];

    #[test]
    fn the_last_two_are_joined_by_the_word() {
        assert_eq!(and(NONE), "");
        assert_eq!(and(["a"]), "a");
        assert_eq!(and(["a", "b"]), "a and b");
        assert_eq!(and([1, 2, 3]), "1, 2 and 3");
        assert_eq!(or(["a", "b", "c"]), "a, b or c");
    }

    #[test]
    fn ticks_go_around_each() {
        assert_eq!(ticked_and(["AC-1", "AC-2"]), "`AC-1` and `AC-2`");
        assert_eq!(ticked_or(["low", "high", "any"]), "`low`, `high` or `any`");
        assert_eq!(ticked_or(NONE), "");
    }

    #[test]
    fn runs_of_three_or_more_are_told_by_their_ends() {
        assert_eq!(runs(&[]), "");
        assert_eq!(runs(&[4]), "4");
        assert_eq!(runs(&[5, 3, 1, 4, 3, 8]), "1, 3 to 5 and 8");
        assert_eq!(runs(&[1, 2, 4, 5]), "1, 2, 4 and 5");
        assert_eq!(
            runs(&[usize::MAX - 2, usize::MAX - 1, usize::MAX]),
            format!("{} to {}", usize::MAX - 2, usize::MAX)
        );
    }

    #[test]
    fn long_lists_end_with_a_number() {
        let seven = ["a", "b", "c", "d", "e", "f", "g"];
        assert_eq!(some(seven, 3), "a, b, c and 4 more");
        assert_eq!(some(seven, 7), "a, b, c, d, e, f and g");
        assert_eq!(some(seven, 0), "a and 6 more");
        assert_eq!(some(NONE, 3), "");
        assert_eq!(some(0..20_001, 1), "0 and 20,000 more");
    }
}
