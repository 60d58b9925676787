//! Shares in whole percent that never look better than they are.

/// Computes a share in whole percent, rounded down.
///
/// 100 is returned only when nothing is missing: 999 of 1000 is 99. A part larger than the whole counts as
/// the whole. There is no share of nothing, so a whole of 0 has none.
#[must_use]
pub fn percent(part: usize, whole: usize) -> Option<u8> {
    let part = u128::try_from(part.min(whole)).ok()?;
    let share = (part * 100).checked_div(u128::try_from(whole).ok()?)?;
    u8::try_from(share).ok()
}

/// Writes a share for people: `62 %`, or `–` when there is nothing to share.
#[must_use]
pub fn shown(part: usize, whole: usize) -> String {
    percent(part, whole).map_or_else(|| "–".to_owned(), |share| format!("{share} %"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_down() {
        assert_eq!(percent(0, 3), Some(0));
        assert_eq!(percent(1, 3), Some(33));
        assert_eq!(percent(2, 3), Some(66));
        assert_eq!(percent(3, 3), Some(100));
        assert_eq!(percent(1, 1000), Some(0));
    }

    #[test]
    fn a_hundred_means_all() {
        assert_eq!(percent(999, 1000), Some(99));
        assert_eq!(percent(usize::MAX - 1, usize::MAX), Some(99));
        assert_eq!(percent(usize::MAX, usize::MAX), Some(100));
        assert_eq!(percent(5, 3), Some(100));
    }

    #[test]
    fn nothing_has_no_share() {
        assert_eq!(percent(0, 0), None);
        assert_eq!(percent(4, 0), None);
        assert_eq!(shown(0, 0), "–");
        assert_eq!(shown(5, 8), "62 %");
    }
}
