//! What became of a gap, and who closes it by when.

use crate::model::assessment::Assessment;
use crate::model::document::{Acceptance, Remediation};
use crate::model::gap::{Gap, Treatment};
use crate::model::plan::Task;
use crate::report::explain::page::{Block, Item};
use crate::text::list::ticked_and;
use crate::text::natural::compare;

/// What became of a gap, with the signature and the decisions that belong to it.
pub(super) fn blocks(assessment: &Assessment<'_>, gap: &Gap) -> Vec<Block> {
    let inventory = assessment.inventory;
    let acceptance = inventory.acceptances.iter().find(|acceptance| acceptance.gap.value.0 == gap.id());
    let mut blocks = vec![Block::text(became(assessment, gap, acceptance))];
    blocks.extend(acceptance.map(|acceptance| Block::Items(signature(assessment, acceptance))));
    let entry = inventory.remediation.iter().find(|entry| entry.gap.value.0 == gap.id());
    if let Some(entry) = entry {
        blocks.push(Block::text("The organisation decided about it:"));
        blocks.push(Block::Items(decision(assessment, entry)));
    }
    blocks
}

fn became(assessment: &Assessment<'_>, gap: &Gap, acceptance: Option<&Acceptance>) -> String {
    match (&gap.treatment, acceptance) {
        (Treatment::Accepted(_), _) => {
            "Accepted: somebody signed for it, until a date. It keeps its score and turns nothing green.".to_owned()
        }
        (Treatment::Baseline, _) => {
            let since =
                assessment.comparison.as_ref().map_or(String::new(), |earlier| format!(", of {}", earlier.since));
            format!("Known before: it stands in the baseline{since} at the same level or above.")
        }
        (Treatment::Open, None) => "Open: nobody has signed for it.".to_owned(),
        (Treatment::Open, Some(acceptance)) => {
            format!(
                "Open: somebody signed for it, but the signature does not count: {}.",
                flaw(assessment, gap, acceptance)
            )
        }
    }
}

/// Why an acceptance does not count.
fn flaw(assessment: &Assessment<'_>, gap: &Gap, acceptance: &Acceptance) -> String {
    let level = gap.risk.level();
    let begins = acceptance.approved.as_ref().map(|approved| approved.value).filter(|day| *day > assessment.as_of);
    match (begins, acceptance.level.filter(|signed| level > *signed)) {
        (Some(day), _) => format!("it is dated {day}, after the day of the assessment"),
        (None, _) if acceptance.expires.value < assessment.as_of => {
            format!("it expired on {}", acceptance.expires.value)
        }
        (None, Some(signed)) => {
            format!("it was given for {} risk, and the gap is now {}", signed.plain(), level.plain())
        }
        (None, None) => "it is that of whoever would have to close the gap".to_owned(),
    }
}

fn signature(assessment: &Assessment<'_>, acceptance: &Acceptance) -> Vec<Item> {
    let by = assessment.inventory.person_name(&acceptance.approved_by.value.0);
    let known = [
        ("Signed by", Some(by.to_owned())),
        ("On", acceptance.approved.as_ref().map(|approved| approved.value.to_string())),
        ("Until", Some(acceptance.expires.value.to_string())),
        ("For a level of at most", acceptance.level.map(|level| level.plain().to_owned())),
        ("Rationale", Some(acceptance.rationale.0.clone())),
    ];
    items(known)
}

fn decision(assessment: &Assessment<'_>, entry: &Remediation) -> Vec<Item> {
    let mut before: Vec<&str> = entry.depends_on.iter().map(|gap| &*gap.value.0).collect();
    before.sort_by(|a, b| compare(a, b));
    let before = ticked_and(before);
    let steps = entry.steps.iter().map(|step| step.0.as_str()).collect::<Vec<_>>().join("; ");
    let known = [
        ("Owner", entry.owner.as_ref().map(|owner| assessment.inventory.person_name(&owner.value.0).to_owned())),
        ("Due", entry.due.as_ref().map(|due| due.value.to_string())),
        ("Effort", entry.effort.map(|effort| effort.to_string())),
        ("Status", entry.status.map(|status| status.to_string())),
        ("After", Some(before).filter(|before| !before.is_empty())),
        ("Ticket", entry.ticket.clone()),
        ("Title", entry.title.as_ref().map(|title| title.0.clone())),
        ("Steps", Some(steps).filter(|steps| !steps.is_empty())),
        ("Resources", entry.resources.as_ref().map(|resources| resources.0.clone())),
    ];
    items(known)
}

/// The task of the plan that closes a gap.
pub(super) fn task(assessment: &Assessment<'_>, gap: &Gap) -> Vec<Block> {
    let tasks = assessment.plan.tasks.iter().filter(|task| task.gaps.iter().any(|id| id == gap.id()));
    let items: Vec<Item> = tasks.map(|task| told(assessment, task)).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] }
}

fn told(assessment: &Assessment<'_>, task: &Task) -> Item {
    let owner = task.owner.as_deref().map_or("nobody yet", |owner| assessment.inventory.person_name(owner));
    let days = format!("{}.{}", task.effort.likely / 10, task.effort.likely % 10);
    let days = days.strip_suffix(".0").unwrap_or(&days);
    let days = if days == "1" { "1 day".to_owned() } else { format!("{days} days") };
    let others = match task.gaps.len() {
        0 | 1 => None,
        all => Some(format!("this gap and {}", crate::text::count::count(all - 1, "other"))),
    };
    let known = [
        ("Owner", Some(owner.to_owned())),
        ("Effort", Some(days)),
        ("Due", Some(task.due.to_string())),
        ("Status", Some(task.status.to_string())),
        ("Closes", others),
        ("Ticket", task.ticket.clone()),
    ];
    Item::of(format!("`{}`", task.id), task.title.clone()).with(items(known))
}

fn items<const N: usize>(known: [(&'static str, Option<String>); N]) -> Vec<Item> {
    known.into_iter().filter_map(|(label, text)| Some(Item::of(label, text?))).collect()
}
