//! A result narrowed to some of its categories: the gaps that touch them, judged on the whole.

use crate::model::assessment::Comparison;
use crate::model::gap::Gap;

/// Keeps some of the gaps, numbered anew, and what the comparison says of them; what is resolved stays as it is.
#[must_use]
pub fn narrow(
    gaps: Vec<Gap>,
    comparison: Option<Comparison>,
    keeps: impl Fn(&Gap) -> bool,
) -> (Vec<Gap>, Option<Comparison>) {
    let kept: Vec<usize> = gaps.iter().enumerate().filter(|(_, gap)| keeps(gap)).map(|(at, _)| at).collect();
    let comparison = comparison.map(|whole| {
        let placed = |list: &[usize]| list.iter().filter_map(|at| kept.binary_search(at).ok()).collect::<Vec<usize>>();
        let (new, worsened) = (placed(&whole.new), placed(&whole.worsened));
        Comparison { unchanged: kept.len() - new.len() - worsened.len(), new, worsened, ..whole }
    });
    let mut narrowed: Vec<Gap> = gaps.into_iter().filter(&keeps).collect();
    for (number, gap) in (1..).zip(&mut narrowed) {
        gap.number = number;
    }
    (narrowed, comparison)
}
