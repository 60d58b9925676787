//! The order people expect of identifiers: `AC-2` comes before `AC-10`.

use std::cmp::Ordering;
use std::iter;

/// Compares two texts, taking each run of ASCII digits as one number.
///
/// It is a total order and agrees with `==`: texts that differ only in leading zeros
/// (`AC-2`, `AC-02`) are put in plain order and never called equal. Numbers of any length are compared.
#[must_use]
pub fn compare(a: &str, b: &str) -> Ordering {
    let (a_rest, b_rest) = behind_what_is_common(a, b);
    keys(a_rest).cmp(keys(b_rest)).then_with(|| a.cmp(b))
}

/// What is left of two texts behind the beginning they share, short of a number that may go on differently.
///
/// Ids of one list begin alike, and a shared beginning is found a byte at a time.
fn behind_what_is_common<'t>(a: &'t str, b: &'t str) -> (&'t str, &'t str) {
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let number = a.bytes().take(shared).rev().take_while(u8::is_ascii_digit).count();
    let behind = |text: &'t str| text.split_at_checked(shared - number).map(|(_, rest)| rest);
    // Where a character differs only in its last bytes, its first bytes are no beginning.
    behind(a).zip(behind(b)).unwrap_or((a, b))
}

/// Cuts a text into keys whose plain order is the natural one.
///
/// A number becomes `('0', digits without leading zeros, those digits)`, any other character `(c, 0, "")`.
// INVARIANT: no single character is `'0'`, since digits are taken as numbers; so the two kinds never meet
// as equals, and because `'0'..='9'` is unbroken any of them may stand for all against other characters.
fn keys(text: &str) -> impl Iterator<Item = (char, usize, &str)> {
    let mut rest = text;
    iter::from_fn(move || {
        let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if tail.len() == rest.len() {
            let mut characters = rest.chars();
            let first = characters.next()?;
            rest = characters.as_str();
            return Some((first, 0, ""));
        }
        let (number, _) = rest.split_at_checked(rest.len() - tail.len())?;
        let digits = number.trim_start_matches('0');
        rest = tail;
        Some(('0', digits.len(), digits))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_as_numbers() {
        let mut ids = ["AC-10", "CC10.1", "AC-2", "CC6.10", "CC6.2", "AC-2.1", "AC", "CC6.2a", "A1.1"];
        ids.sort_by(|a, b| compare(a, b));
        assert_eq!(ids, ["A1.1", "AC", "AC-2", "AC-2.1", "AC-10", "CC6.2", "CC6.2a", "CC6.10", "CC10.1"]);
    }

    #[test]
    fn leading_zeros_break_ties_only() {
        assert_eq!(compare("AC-02", "AC-2"), Ordering::Less);
        assert_eq!(compare("AC-2", "AC-2"), Ordering::Equal);
        assert_eq!(compare("AC-02.9", "AC-2.10"), Ordering::Less);
        assert_eq!(compare("AC-0", "AC-00"), Ordering::Less);
        assert_eq!(compare("", "0"), Ordering::Less);
    }

    #[test]
    fn a_number_within_a_shared_beginning_counts_whole() {
        assert_eq!(compare("AC-12", "AC-1"), Ordering::Greater);
        assert_eq!(compare("AC-12x", "AC-119"), Ordering::Less);
        assert_eq!(compare("AC-1002", "AC-1010"), Ordering::Less);
        assert_eq!(compare("é1", "è2"), "é".cmp("è"));
        assert_eq!(compare("aé10", "aé9"), Ordering::Greater);
    }

    #[test]
    fn no_number_is_too_long() {
        let long = "9".repeat(400);
        let longer = format!("1{}", "0".repeat(400));
        assert_eq!(compare(&long, &longer), Ordering::Less);
        assert_eq!(compare(&longer, &long), Ordering::Greater);
    }

    #[test]
    fn the_order_is_total() {
        let all = ["", "0", "00", "1", "01", "10", "a", "a0", "a00", "a1", "a01b", "a1b", "-", "-1", ":", "é", "é2"];
        for a in all {
            for b in all {
                assert_eq!(compare(a, b), compare(b, a).reverse(), "{a} {b}");
                assert_eq!(compare(a, b) == Ordering::Equal, a == b, "{a} {b}");
                for c in all {
                    let chained = compare(a, b).is_le() && compare(b, c).is_le();
                    assert!(!chained || compare(a, c).is_le(), "{a} {b} {c}");
                }
            }
        }
    }
}
