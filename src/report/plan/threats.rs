//! What threatens the report, as every format for people tells it: where one thing threatens very many tasks, the worst of them
//! one by one and the others in a line.

use crate::model::plan::{Escalation, Threat};
use crate::report::plan::page::{Numbered, PlanPage};
use crate::text::count::count;
use crate::text::list::runs;

/// How many tasks that are threatened alike are told one by one.
const TOLD: usize = 5;

/// Something that threatens the report.
pub(super) struct Told {
    /// What sort of threat it is.
    pub(super) threat: Threat,
    /// The numbers of the tasks it is about: `3`, `6 to 33`, or nothing.
    pub(super) numbers: String,
    /// What is the matter.
    pub(super) because: String,
}

/// What threatens the report, of the part asked for, the worst first.
pub(super) fn threats(page: &PlanPage<'_>) -> Vec<Told> {
    let all: Vec<&Escalation> = page.escalations().collect();
    all.chunk_by(|a, b| a.threat == b.threat).flat_map(|alike| told(page, alike)).collect()
}

/// What is told of threats of one sort.
fn told(page: &PlanPage<'_>, alike: &[&Escalation]) -> Vec<Told> {
    let task = |escalation: &Escalation| page.task(escalation.task.as_deref()?);
    let numbers: Vec<usize> =
        alike.iter().filter_map(|escalation| task(escalation)).map(|Numbered { number, .. }| number).collect();
    // One more takes no more room than to say that there is one.
    let (first, others) =
        numbers.split_at_checked(TOLD).filter(|(_, others)| others.len() > 1).unwrap_or((&numbers, &[]));
    let one = |escalation: &&Escalation| {
        let number = task(escalation).map(|Numbered { number, .. }| number);
        let (numbers, because) = match number {
            None => (String::new(), escalation.because.clone()),
            Some(number) if first.contains(&number) => (number.to_string(), escalation.because.clone()),
            Some(number) if others.first() == Some(&number) => {
                (runs(others), format!("The same goes for {}.", count(others.len(), "more task")))
            }
            Some(_) => return None,
        };
        Some(Told { threat: escalation.threat, numbers, because })
    };
    alike.iter().filter_map(one).collect()
}
