//! What threatens the report, told in few lines: of many tasks under one threat the first, and the numbers of the others.

use std::collections::BTreeMap;

use crate::model::plan::{Escalation, Threat};
use crate::report::plan::page::PlanPage;
use crate::report::plan::words;
use crate::text::count::count;
use crate::text::list::some;

/// Of how many tasks under one threat each is told by itself; more would hide the threats behind them, and the verdict.
const EACH: usize = 3;
/// How many of the others are numbered.
const NUMBERED: usize = 8;

/// A line about a threat. Words of the inventory are in it as they are: who prints it escapes it.
pub(super) struct Told {
    /// What sort of threat it is.
    pub(super) label: String,
    /// The number of the task it is about, where it is about one.
    pub(super) number: Option<usize>,
    /// What is the matter.
    pub(super) because: String,
}

/// The threats of the part asked for, the worst first.
pub(super) fn told(page: &PlanPage<'_>) -> Vec<Told> {
    let mut kinds: BTreeMap<Threat, Vec<&Escalation>> = BTreeMap::new();
    for escalation in page.escalations() {
        kinds.entry(escalation.threat).or_default().push(escalation);
    }
    kinds.into_iter().flat_map(|(threat, of_kind)| of_one_kind(page, threat, &of_kind)).collect()
}

/// The first tasks each by itself, behind them how many others there are; what is about no task alone is told in any case.
fn of_one_kind(page: &PlanPage<'_>, threat: Threat, escalations: &[&Escalation]) -> Vec<Told> {
    let number = |escalation: &Escalation| escalation.task.as_deref().and_then(|task| Some(page.task(task)?.number));
    let numbers: Vec<usize> = escalations.iter().filter_map(|escalation| number(escalation)).collect();
    // One alone is told as briefly by itself as counted.
    let each = if numbers.len() > EACH + 1 { EACH } else { numbers.len() };
    let (kept, rest) = numbers.split_at_checked(each).unwrap_or((&numbers, &[]));
    let label = words::capital(words::threat(threat));
    let mut told = Vec::new();
    for escalation in escalations {
        let number = number(escalation);
        if number.is_none_or(|number| kept.contains(&number)) {
            told.push(Told { label: label.clone(), number, because: escalation.because.clone() });
        } else if number.as_ref() == rest.first() {
            let because = format!("{}: no. {}.", count(rest.len(), "other task"), some(rest, NUMBERED));
            told.push(Told { label: label.clone(), number: None, because });
        }
    }
    told
}
