//! What every format says alike of a plan. Words of the inventory are in it as they are: who prints them escapes them.

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::plan::{Milestone, Odds, Phase, Task, Threat};
use crate::model::words::TaskStatus;
use crate::report::plan::page::{Numbered, PlanPage, Whose};
use crate::text::count::{count, counted, number};
use crate::text::list::and;
use crate::text::natural::compare;

/// The names of the four deliverables.
pub(in crate::report) const ANALYSIS: &str = "Gap analysis report";
pub(in crate::report) const ACTION: &str = "Action plan";
pub(in crate::report) const CONTROLS: &str = "Control implementation plan";
pub(in crate::report) const ROADMAP: &str = "Compliance roadmap";

/// Where nothing threatens the plan.
pub(in crate::report) const NO_THREAT: &str = "Nothing threatens the plan as it stands.";
/// Where no control has to be put in place, mended or described.
pub(in crate::report) const NO_CONTROL: &str = "No control has to be put in place, mended or described.";
/// What stands behind each gap.
pub(in crate::report) const ASSESS: &str = "gapcheck assess INVENTORY -o report.md";
/// How the days of a plan come about.
pub(in crate::report) const METHOD: &str = "Work is laid on working days within each owner's days a week, one task at a time, after the tasks it waits for; among \
         the tasks that can begin, the one with the worst gap and then the one that closes most risk for a day of work goes \
         first.";
/// What efforts are.
pub(in crate::report) const EFFORTS: &str =
    "Efforts are estimates until the organisation sets its own under `remediation`.";

/// How much there is to do, in a sentence or two.
pub(in crate::report) fn headline(page: &PlanPage<'_>) -> String {
    let tasks: Vec<Numbered<'_>> = page.to_do().collect();
    let whose = whose(page);
    if let Some(week) = &page.week {
        let shift = if week.later { "No working day is left in this week. " } else { "" };
        let told = match tasks.len() {
            0 => format!("Nothing is planned{whose}"),
            some => format!("{} to begin or to go on with{whose}", count(some, "task")),
        };
        return format!("{shift}{told} in the week from {}.", week.days);
    }
    if tasks.is_empty() {
        let done = if page.tasks().next().is_some() { "every task is said to be done" } else { "no gap stands open" };
        return if page.whose.is_none() {
            format!("Nothing is to do: {done}.")
        } else {
            format!("Nothing is to do{whose}.")
        };
    }
    let work: u32 = tasks.iter().map(|numbered| numbered.task.effort.likely).fold(0, u32::saturating_add);
    let last = tasks.iter().filter_map(|numbered| numbered.task.finish).max();
    let last = last.map(|last| format!("; if each takes as long as is most likely, the last is finished on {last}"));
    format!("{}{whose}, {} of work{}.", count(tasks.len(), "task"), days(work), last.unwrap_or_default())
}

/// ` for Jane Roe`, where only one owner's tasks were asked for.
fn whose(page: &PlanPage<'_>) -> String {
    match &page.whose {
        None => String::new(),
        Some(Whose::Nobodys) => " that nobody was named for".to_owned(),
        Some(Whose::Theirs { name, .. }) => format!(" for {name}"),
    }
}

/// How far the tasks have come, from their statuses: `1 of 12 tasks is said to be done, 2 are in progress.`
pub(in crate::report) fn progress(page: &PlanPage<'_>) -> String {
    let of = |status: TaskStatus| page.tasks().filter(|numbered| numbered.task.status == status).count();
    let (all, done) = (page.tasks().count(), of(TaskStatus::Done));
    let verb = if done == 1 || all == 1 { "is" } else { "are" };
    let all = count(all, "task");
    let others = [(TaskStatus::InProgress, "in progress"), (TaskStatus::Blocked, "blocked")];
    let others = others.map(|(status, words)| (of(status), words)).into_iter().filter(|(some, _)| *some > 0);
    let others = others.map(|(some, words)| format!("{} {words}", counted(some, "is", "are")));
    let done = format!("{} of {all} {verb} said to be done", number(done));
    format!("{}.", std::iter::once(done).chain(others).collect::<Vec<_>>().join(", "))
}

/// What sort of threat it is, in a word or two.
pub(in crate::report) const fn threat(threat: Threat) -> &'static str {
    match threat {
        Threat::Overdue => "overdue",
        Threat::PastThePromise => "past the promise",
        Threat::CriticalAndLate => "late on the critical path",
        Threat::Unowned => "nobody's",
        Threat::OwnerWithoutTime => "no time for it",
        Threat::Blocked => "blocked",
    }
}

/// A step of the critical path.
pub(in crate::report) struct Step<'a> {
    pub(in crate::report) of: Numbered<'a>,
    /// Why it begins when it does.
    pub(in crate::report) because: String,
}

/// The critical path, each step with the reason why it cannot begin earlier.
pub(in crate::report) fn critical_path<'a>(page: &PlanPage<'a>) -> Vec<Step<'a>> {
    let path: Vec<Numbered<'a>> = page.plan().critical_path.iter().filter_map(|id| page.task(id)).collect();
    let before = std::iter::once(None).chain(path.iter().map(Some));
    let step = |(of, before): (&Numbered<'a>, Option<&Numbered<'a>>)| Step {
        of: *of,
        because: match before {
            None => "nothing comes before it".to_owned(),
            Some(Numbered { number, task }) if of.task.depends_on.contains(&task.id) => {
                format!("waits for no. {number}")
            }
            Some(Numbered { number, task }) => match page.owner(task) {
                Some(owner) => format!("{owner} has no. {number} to finish first"),
                None => format!("follows no. {number}, which is nobody's either"),
            },
        },
    };
    path.iter().zip(before).map(step).collect()
}

/// What the critical path is.
pub(in crate::report) const PATH: &str = "Every working day one of these is late, the end of the plan is late:";

/// How long it may take all the same; nothing where nothing was simulated.
pub(in crate::report) fn forecast(page: &PlanPage<'_>) -> Vec<String> {
    let Some(forecast) = &page.plan().forecast else { return Vec::new() };
    let odds = |what: &str, odds: &Odds| {
        format!("{what} by {} with a chance of 50 %, by {} with a chance of 90 %.", odds.half, odds.nine_in_ten)
    };
    let runs = usize::try_from(forecast.runs).unwrap_or(usize::MAX);
    let mut lines = vec![odds("The last task is finished", &forecast.end)];
    lines.extend(
        forecast
            .controls_in_place
            .iter()
            .map(|of| odds("Policies and controls of moderate level or above are in place", of)),
    );
    lines.push(format!(
        "Simulated {} over the ranges of the efforts (seed {}); what delays work beside its effort is not in it.",
        count(runs, "time"),
        forecast.seed
    ));
    lines
}

/// The tasks by whose they are, nobody's first, then by name; those that begin first first.
pub(in crate::report) fn by_owner<'a>(page: &PlanPage<'a>) -> Vec<(Option<&'a str>, Vec<Numbered<'a>>)> {
    let mut groups: BTreeMap<Option<&str>, Vec<Numbered<'a>>> = BTreeMap::new();
    for numbered in page.to_do() {
        groups.entry(numbered.task.owner.as_deref()).or_default().push(numbered);
    }
    for tasks in groups.values_mut() {
        tasks.sort_by_key(|numbered| (numbered.task.start, numbered.task.finish, numbered.task.turn, numbered.number));
    }
    let named = |owner: Option<&'a str>| owner.map(|owner| page.assessment.inventory.person_name(owner));
    let mut groups: Vec<_> = groups.into_iter().map(|(id, tasks)| (id, (named(id), tasks))).collect();
    groups.sort_by(|(id, (a, _)), (other, (b, _))| {
        let by_name = compare(a.unwrap_or_default(), b.unwrap_or_default());
        a.is_some().cmp(&b.is_some()).then(by_name).then_with(|| id.cmp(other))
    });
    groups.into_iter().map(|(_, group)| group).collect()
}

/// A phase as a heading.
pub(in crate::report) const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Scope => "Scope",
        Phase::Policy => "Policies",
        Phase::Procedure => "Procedures",
        Phase::Control => "Controls",
        Phase::Evidence => "Evidence",
        Phase::Test => "Tests",
        Phase::Decision => "Decisions",
        Phase::Vendor => "Other organisations",
    }
}

/// How far a task has come: `in progress`.
pub(in crate::report) fn status(task: &Task) -> String {
    task.status.word().replace('-', " ")
}

/// The numbers of the tasks a task waits for: `no. 3 and 12`.
pub(in crate::report) fn waits_for(page: &PlanPage<'_>, task: &Task) -> Option<String> {
    let mut numbers: Vec<usize> = task.depends_on.iter().filter_map(|id| Some(page.task(id)?.number)).collect();
    numbers.sort_unstable();
    (!numbers.is_empty()).then(|| format!("no. {}", and(numbers)))
}

/// When a task is worked on: a day, or its first and its last.
pub(in crate::report) fn time(task: &Task) -> Option<String> {
    let (start, finish) = (task.start?, task.finish?);
    Some(if start == finish { start.to_string() } else { format!("{start} to {finish}") })
}

/// By when a task should be done: `due 2026-12-22`, or `was due`.
pub(in crate::report) fn due(page: &PlanPage<'_>, task: &Task) -> String {
    let due = if task.due < page.assessment.as_of { "was due" } else { "due" };
    format!("{due} {}", task.due)
}

/// A name before a text; nothing where there is no text.
pub(in crate::report) fn told(name: &str, text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("{name}: {text}"))
}

/// A day, or what is said where there is none.
pub(in crate::report) fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "–".to_owned(), |day| day.to_string())
}

/// Whether a promise can hold, in a word or two.
pub(in crate::report) const fn holds(milestone: &Milestone) -> &'static str {
    match milestone.holds {
        Some(true) => "can hold",
        Some(false) => "cannot hold",
        None => "–",
    }
}

/// Tenths of a working day as people say them: `1 day`, `2.5 days`.
pub(in crate::report) fn days(tenths: u32) -> String {
    format!("{} {}", decimal(tenths), if tenths == 10 { "day" } else { "days" })
}

/// Tenths as a decimal number: `2`, `0.5`.
fn decimal(tenths: u32) -> String {
    match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}.{tenth}"),
    }
}
