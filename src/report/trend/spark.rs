//! Numbers over time in one line of text.

/// The heights of a sign, from the lowest.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// What stands where there is nothing to tell.
const UNTOLD: char = '·';

/// A line of at most so many signs, oldest first: each number as a part of the whole beside it. Heights are rounded down, so
/// that only the whole is full; of more numbers than there is room for, some are left out, never the first or the last.
pub(super) fn line(values: &[Option<(usize, usize)>], room: usize) -> String {
    let signs = values.len().min(room);
    let last = values.len().saturating_sub(1);
    let at = |sign: usize| if signs < 2 { last } else { sign * last / (signs - 1) };
    (0..signs).filter_map(|sign| values.get(at(sign))).map(|value| sign_of(*value)).collect()
}

fn sign_of(value: Option<(usize, usize)>) -> char {
    let Some((part, whole)) = value else { return UNTOLD };
    let height = (part.min(whole) * (HEIGHTS.len() - 1)).checked_div(whole).unwrap_or(0);
    HEIGHTS.get(height).copied().unwrap_or(UNTOLD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(parts: &[usize], whole: usize) -> Vec<Option<(usize, usize)>> {
        parts.iter().map(|part| Some((*part, whole))).collect()
    }

    #[test]
    fn only_the_whole_is_full() {
        assert_eq!(line(&of(&[0, 1, 7, 14, 32, 33], 33), 10), "▁▁▂▃▇█");
        assert_eq!(line(&[None, Some((0, 0)), Some((5, 3))], 10), "·▁█");
    }

    #[test]
    fn the_first_and_the_last_are_never_left_out() {
        let values = of(&[7, 0, 0, 0, 0, 0, 7], 7);
        assert_eq!(line(&values, 7), "█▁▁▁▁▁█");
        assert_eq!(line(&values, 3), "█▁█");
        assert_eq!(line(&values, 2), "██");
        assert_eq!(line(&of(&[0, 7], 7), 1), "█");
        assert_eq!(line(&[], 5), "");
        assert_eq!(line(&values, 0), "");
    }
}
