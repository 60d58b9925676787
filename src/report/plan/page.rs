//! The part of a plan that was asked for: all of it, what one owner has to do, what there is to do in a week.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::assessment::Assessment;
use crate::model::date::{Date, Period};
use crate::model::gap::Gap;
use crate::model::plan::{Escalation, Phase, Plan, Task};
use crate::model::words::TaskStatus;

/// A plan with what was asked of it.
pub struct PlanPage<'a> {
    pub(in crate::report) assessment: &'a Assessment<'a>,
    pub(in crate::report) whose: Option<Whose>,
    pub(in crate::report) week: Option<Week>,
    gaps: BTreeMap<&'a str, &'a Gap>,
    numbers: BTreeMap<&'a str, usize>,
}

/// Whose tasks were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Somebody's.
    Theirs {
        /// How the inventory names them where they own something.
        ids: BTreeSet<String>,
        /// Their name, for people.
        name: String,
    },
    /// Those that are nobody's.
    Nobodys,
}

/// A week, from Monday to Sunday.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Week {
    /// Its days.
    pub(in crate::report) days: Period,
    /// Whether it is not the week of the assessment, in which no working day is left, but the one where work begins.
    pub(in crate::report) later: bool,
}

/// A task with its number: its place in the whole plan, whatever part of it is shown.
#[derive(Clone, Copy)]
pub(in crate::report) struct Numbered<'a> {
    pub(in crate::report) number: usize,
    pub(in crate::report) task: &'a Task,
}

impl<'a> PlanPage<'a> {
    /// The whole plan of an assessment.
    #[must_use]
    pub fn of(assessment: &'a Assessment<'a>) -> Self {
        let gaps = assessment.gaps.iter().map(|gap| (gap.id(), gap)).collect();
        let numbers = assessment.plan.tasks.iter().map(|task| task.id.as_str()).zip(1..).collect();
        Self { assessment, whose: None, week: None, gaps, numbers }
    }

    /// The same with one owner's tasks only.
    #[must_use]
    pub fn owned(mut self, whose: Option<Whose>) -> Self {
        self.whose = whose;
        self
    }

    /// The same with what is to be done in the week of the assessment only; once its working days are over, in the week in
    /// which the work of the plan begins.
    #[must_use]
    pub fn this_week(mut self) -> Self {
        let day = self.assessment.as_of;
        let begins = self.plan().tasks.iter().filter_map(|task| task.start).min();
        let later = begins.filter(|begins| *begins > week_of(day).end);
        self.week = Some(Week { days: week_of(later.unwrap_or(day)), later: later.is_some() });
        self
    }

    pub(in crate::report) const fn plan(&self) -> &'a Plan {
        &self.assessment.plan
    }

    /// Every task of the plan.
    pub(in crate::report) fn all(&self) -> impl Iterator<Item = Numbered<'a>> {
        (1..).zip(&self.assessment.plan.tasks).map(|(number, task)| Numbered { number, task })
    }

    /// The tasks asked for, in the order of the plan.
    pub(in crate::report) fn tasks(&self) -> impl Iterator<Item = Numbered<'a>> {
        self.all().filter(|numbered| self.shows(numbered.task))
    }

    /// Those of them that are not said to be done.
    pub(in crate::report) fn to_do(&self) -> impl Iterator<Item = Numbered<'a>> {
        self.tasks().filter(|numbered| numbered.task.status != TaskStatus::Done)
    }

    /// Those that put a control to work, mend it or describe it.
    pub(in crate::report) fn controls(&self) -> impl Iterator<Item = Numbered<'a>> {
        self.tasks().filter(|numbered| matches!(numbered.task.phase, Phase::Procedure | Phase::Control))
    }

    /// Whether the whole plan was asked for.
    pub(in crate::report) const fn is_whole(&self) -> bool {
        self.whose.is_none() && self.week.is_none()
    }

    fn shows(&self, task: &Task) -> bool {
        let theirs = match (&self.whose, &task.owner) {
            (None, _) | (Some(Whose::Nobodys), None) => true,
            (Some(Whose::Theirs { ids, .. }), Some(owner)) => ids.contains(owner),
            (Some(Whose::Nobodys), Some(_)) | (Some(Whose::Theirs { .. }), None) => false,
        };
        theirs && self.week.as_ref().is_none_or(|week| falls_in(task, &week.days))
    }

    /// What threatens the report, of the part asked for.
    pub(in crate::report) fn escalations(&self) -> impl Iterator<Item = &'a Escalation> {
        let told = |task: &str| self.task(task).is_none_or(|numbered| self.shows(numbered.task));
        self.plan().escalations.iter().filter(move |escalation| escalation.task.as_deref().is_none_or(told))
    }

    /// A task by its id.
    pub(in crate::report) fn task(&self, id: &str) -> Option<Numbered<'a>> {
        let number = *self.numbers.get(id)?;
        Some(Numbered { number, task: self.plan().tasks.get(number.checked_sub(1)?)? })
    }

    /// A gap by its id.
    pub(in crate::report) fn gap(&self, id: &str) -> Option<&'a Gap> {
        self.gaps.get(id).copied()
    }

    /// What a task mends: the worst of its gaps, in words.
    pub(in crate::report) fn issue(&self, task: &Task) -> &'a str {
        let gaps = task.gaps.iter().filter_map(|id| self.gap(id));
        gaps.min_by_key(|gap| gap.number).map_or("", |gap| &gap.finding.title)
    }

    /// The name of whose task it is, where it is anybody's.
    pub(in crate::report) fn owner(&self, task: &'a Task) -> Option<&'a str> {
        task.owner.as_deref().map(|owner| self.assessment.inventory.person_name(owner))
    }
}

/// Whether there is work on a task in some days.
fn falls_in(task: &Task, days: &Period) -> bool {
    matches!((task.start, task.finish), (Some(start), Some(finish)) if start <= days.end && days.start <= finish)
}

/// The week of a day, from Monday to Sunday.
fn week_of(day: Date) -> Period {
    let monday = day.minus_days(u32::try_from(day.weekday()).unwrap_or(0));
    Period::between(monday, monday.plus_days(6))
}
