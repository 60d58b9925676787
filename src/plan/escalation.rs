//! What threatens the report, the worst first.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::date::Date;
use crate::model::effort::Effort;
use crate::model::gap::Gap;
use crate::model::inventory::Inventory;
use crate::model::level::Level;
use crate::model::plan::{Escalation, Milestone, OwnerFrom, Phase, Task, Threat};
use crate::model::plan_dates::LastStart;
use crate::model::scope::Report;
use crate::model::words::TaskStatus;
use crate::plan::Ground;
use crate::plan::dates::work::{is_open, of_operation, proves};
use crate::plan::dates::{Found, Promise};
use crate::plan::tester;
use crate::text::count::count;

/// What threatens the report, the worst first, and within a kind of threat in the order of the tasks. To that belongs what is
/// known already of owners without time.
pub(super) fn escalations(
    ground: &Ground<'_>,
    tasks: &[Task],
    gaps: &[Gap],
    found: &Found,
    known: Vec<Escalation>,
) -> Vec<Escalation> {
    let desk = Desk::of(ground, tasks, gaps, found);
    let promises = found.milestones.iter().filter_map(|milestone| broken(milestone, ground.as_of));
    let of_tasks = tasks.iter().filter(|task| is_open(task)).flat_map(|task| desk.threats(task));
    let mut all: Vec<Escalation> = promises.chain(of_tasks).chain(lesser_unowned(tasks)).chain(known).collect();
    all.sort_by_key(|escalation| escalation.threat);
    all
}

/// What must be known to tell what threatens a task.
struct Desk<'a> {
    inventory: &'a Inventory,
    today: Date,
    gaps: BTreeMap<&'a str, &'a Gap>,
    /// The tasks the report of the scope can do without.
    without: BTreeSet<&'a str>,
    /// By when the controls must be in place for the report of the scope.
    in_place_by: Option<Date>,
    last_starts: BTreeMap<&'a str, &'a LastStart>,
    last_fieldwork: Option<Date>,
}

impl<'a> Desk<'a> {
    fn of(ground: &Ground<'a>, tasks: &'a [Task], gaps: &'a [Gap], found: &'a Found) -> Self {
        let inventory = ground.inventory;
        let by = found.dates.in_place_by.as_ref().filter(|by| !by.alternative);
        Self {
            inventory,
            today: ground.as_of,
            gaps: gaps.iter().map(|gap| (gap.id(), gap)).collect(),
            without: match &inventory.scope.report {
                Report::Type1 { .. } => of_operation(tasks, gaps),
                Report::Type2 { .. } => BTreeSet::new(),
            },
            in_place_by: by.map(|by| by.day),
            last_starts: found.dates.last_starts.iter().map(|last| (last.task.as_str(), last)).collect(),
            last_fieldwork: Promise::of(&inventory.scope.milestones).last_fieldwork(&inventory.conventions.plan),
        }
    }

    /// What threatens a task, or is threatened by it.
    fn threats(&self, task: &Task) -> impl Iterator<Item = Escalation> {
        let threats = [
            (Threat::Overdue, overdue(task, self.today)),
            (Threat::PastThePromise, self.past_the_promise(task)),
            (Threat::CriticalAndLate, critical_and_late(task)),
            (Threat::Unowned, self.unowned(task)),
            (Threat::Blocked, blocked(task)),
        ];
        let id = task.id.clone();
        threats
            .into_iter()
            .filter_map(move |(threat, because)| Some(Escalation { threat, task: Some(id.clone()), because: because? }))
    }

    fn past_the_promise(&self, task: &Task) -> Option<String> {
        let needed = !self.without.contains(task.id.as_str());
        needed.then(|| self.not_in_place(task).or_else(|| self.not_shown(task))).flatten()
    }

    /// A control that is not in place when the period of the scope begins, or the report has to speak of it.
    fn not_in_place(&self, task: &Task) -> Option<String> {
        let by = self.in_place_by?;
        let finish = task.finish.filter(|day| *day > by)?;
        let last = self.last_starts.get(task.id.as_str())?;
        let begin = if last.late { "had to begin" } else { "has to begin" };
        Some(format!(
            "`{}` is finished on {finish}, {} after the controls must be in place; it {begin} by {}.",
            task.id,
            days(finish, by),
            last.day
        ))
    }

    /// Evidence or a test that is not there when the auditor comes.
    fn not_shown(&self, task: &Task) -> Option<String> {
        let last = self.last_fieldwork?;
        let finish = task.finish.filter(|day| proves(task) && *day > last)?;
        Some(format!(
            "`{}` is finished on {finish}, {} after {last}, the last day on which fieldwork may begin.",
            task.id,
            days(finish, last)
        ))
    }

    fn unowned(&self, task: &Task) -> Option<String> {
        if !is_nobodys(task) || task.level < Level::Moderate {
            return None;
        }
        let of_test = task.gaps.iter().filter(|_| task.phase == Phase::Test);
        let mut controls =
            of_test.filter_map(|id| self.inventory.controls.get(self.gaps.get(id.as_str())?.finding.control?));
        let why = controls.find_map(|control| tester::why_nobodys(self.inventory, control));
        let why = why.map(|why| format!(": {why}")).unwrap_or_default();
        Some(format!("`{}` is nobody\u{2019}s task{why}; it is scheduled as if somebody had all week for it.", task.id))
    }
}

/// A promise that the plan cannot keep.
fn broken(milestone: &Milestone, today: Date) -> Option<Escalation> {
    let (promised, day) = (milestone.promised.filter(|_| milestone.holds == Some(false))?, milestone.date?);
    let name = milestone.name;
    let because = if promised < today {
        format!("The {name} promised for {promised} lies in the past; as planned it can be on {day}.")
    } else {
        format!("The {name} promised for {promised} can only be on {day}, {} late.", days(day, promised))
    };
    Some(Escalation { threat: Threat::PastThePromise, task: None, because })
}

fn overdue(task: &Task, today: Date) -> Option<String> {
    let late = (task.due < today).then(|| days(today, task.due))?;
    let finish = task.finish.map(|day| format!("; it can be finished on {day}")).unwrap_or_default();
    Some(format!("`{}` was due on {}, {late} ago{finish}.", task.id, task.due))
}

/// Whether nobody was named for a task. That somebody was who has no time is told by itself.
fn is_nobodys(task: &Task) -> bool {
    is_open(task) && task.owner.is_none() && task.owner_from == OwnerFrom::Nobody
}

/// The lesser tasks that are nobody's, told together: one by one they would hide what threatens the report.
fn lesser_unowned(tasks: &[Task]) -> Option<Escalation> {
    let lesser: Vec<&Task> = tasks.iter().filter(|task| is_nobodys(task) && task.level < Level::Moderate).collect();
    let (are, days) = (if lesser.len() == 1 { "is" } else { "are" }, lesser.iter().map(|task| task.effort.likely));
    let likely = days.fold(0, u32::saturating_add);
    let because = format!(
        "{} of low risk or below {are} nobody\u{2019}s, {} of work in all.",
        count(lesser.len(), "task"),
        Effort { low: likely, likely, high: likely }
    );
    (!lesser.is_empty()).then_some(Escalation { threat: Threat::Unowned, task: None, because })
}

/// What decides the end is told where it matters to the report.
fn critical_and_late(task: &Task) -> Option<String> {
    let finish = task.finish.filter(|day| task.critical && task.level >= Level::Moderate && *day > task.due)?;
    Some(format!(
        "`{}` decides the end of the plan and is finished on {finish}, {} after it is due.",
        task.id,
        days(finish, task.due)
    ))
}

fn blocked(task: &Task) -> Option<String> {
    (task.status == TaskStatus::Blocked).then(|| {
        let start = task.start.map(|day| format!("; the plan counts on its beginning on {day}")).unwrap_or_default();
        format!("`{}` is said to be blocked{start}.", task.id)
    })
}

fn days(later: Date, earlier: Date) -> String {
    count(usize::try_from(later.days_since(earlier)).unwrap_or(0), "day")
}
