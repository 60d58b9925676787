//! What became of the occurrences of the controls of a criterion, in words.

use crate::assess::verdict::observed::Observed;
use crate::model::operation::OccurrenceState;
use crate::model::words::Frequency;
use crate::text::count::{count, number};
use crate::text::list;

/// How many controls a sentence names.
const NAMED: usize = 3;

/// `7 of 8 occurrences so far are evidenced, 1 was missed, 2 are not due yet.` Those shown before they were due are among
/// them. Nothing where none of the controls says how often it operates.
pub(super) fn told(observed: &[Observed<'_>]) -> Vec<String> {
    [so_far(observed), not_called_for(observed)].into_iter().flatten().collect()
}

fn so_far(observed: &[Observed<'_>]) -> Option<String> {
    let of = |state| observed.iter().map(|one| one.operation.count(state)).sum::<usize>();
    let nothing_to_do = |frequency| {
        let such = observed.iter().filter(|one| one.control.frequency == Some(frequency));
        such.map(|one| one.operation.count(OccurrenceState::NoOccurrence)).sum::<usize>()
    };
    let (evidenced, missed) = (of(OccurrenceState::Evidenced), of(OccurrenceState::Missed));
    let rest = nothing_to_do(Frequency::Daily);
    let others = [
        (missed, if missed == 1 { "was missed" } else { "were missed" }),
        (rest, if rest == 1 { "fell on a day of rest" } else { "fell on days of rest" }),
        (nothing_to_do(Frequency::Once), "had nothing to repeat"),
        (of(OccurrenceState::NotYetDue), "not due yet"),
    ];
    let others = others.into_iter().filter(|(count, _)| *count > 0);
    let others: Vec<String> = others.map(|(count, what)| format!("{} {what}", number(count))).collect();
    match evidenced + missed {
        0 if others.is_empty() => None,
        0 => Some(format!("No occurrence had to be shown so far: {}.", others.join(", "))),
        all => {
            let are = if evidenced == 1 { "is" } else { "are" };
            let first = format!("{} of {} so far {are} evidenced", number(evidenced), count(all, "occurrence"));
            Some(std::iter::once(first).chain(others).collect::<Vec<_>>().join(", ") + ".")
        }
    }
}

/// Of which controls it is on record that nothing called for them.
fn not_called_for(observed: &[Observed<'_>]) -> Option<String> {
    let zero: Vec<String> = observed
        .iter()
        .filter(|one| one.operation.recorded_zero(one.control))
        .map(|one| format!("`{}`", *one.control.id))
        .collect();
    let whom = if observed.len() == 1 { "the control".to_owned() } else { list::some(&zero, NAMED) };
    (!zero.is_empty()).then(|| format!("It is on record that nothing called for {whom}."))
}
