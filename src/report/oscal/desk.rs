//! What every part of the documents is written from: the assessment, which gaps are listed, and the UUIDs of what others
//! refer to.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::model::assessment::Assessment;
use crate::model::catalog::Criterion;
use crate::model::criterion_id::CriterionId;
use crate::model::document::Acceptance;
use crate::model::gap::{Gap, Treatment};
use crate::model::plan::Task;
use crate::model::scope::Exclusion;
use crate::model::verdict::Verdict;
use crate::report::Options;
use crate::report::oscal::ids::Ids;
use crate::report::oscal::party::Parties;

/// What is written from.
pub(super) struct Desk<'a> {
    pub(super) assessment: &'a Assessment<'a>,
    pub(super) ids: Ids,
    /// The people and the organisation.
    pub(super) parties: Parties<'a>,
    /// The gaps that are told of, worst first.
    pub(super) listed: Vec<&'a Gap>,
    /// What refers to each of them, by its id.
    pub(super) refs: BTreeMap<&'a str, GapRefs>,
    /// The system the report describes.
    pub(super) this_system: Uuid,
    /// The systems of the inventory, in its order.
    pub(super) systems: Vec<Uuid>,
    /// This program.
    pub(super) tool: Uuid,
    /// The inventory itself, as a thing that is referred to.
    pub(super) inventory: Uuid,
    task_of: BTreeMap<&'a str, &'a Task>,
    tasks: BTreeMap<&'a str, &'a Task>,
}

/// What of a gap others refer to.
#[derive(Clone, Copy)]
pub(super) struct GapRefs {
    pub(super) observation: Uuid,
    pub(super) risk: Uuid,
}

impl<'a> Desk<'a> {
    pub(super) fn of(assessment: &'a Assessment<'a>, options: &Options) -> Self {
        let ids = Ids::of(assessment);
        let listed: Vec<&Gap> = options.listed(assessment).collect();
        let of_gap = |gap: &&'a Gap| {
            let [observation, risk] = ["observation", "risk"].map(|kind| ids.id(kind, &[gap.id()]));
            (gap.id(), GapRefs { observation, risk })
        };
        let tasks = &assessment.plan.tasks;
        let systems = assessment.inventory.systems.iter().map(|system| ids.id("component", &[system.id.as_str()]));
        Self {
            parties: Parties::of(assessment, &ids),
            refs: listed.iter().map(of_gap).collect(),
            this_system: ids.id("this-system", &[]),
            systems: systems.collect(),
            tool: ids.id("tool", &[]),
            inventory: ids.id("inventory", &[]),
            task_of: tasks.iter().flat_map(|task| task.gaps.iter().map(move |gap| (gap.as_str(), task))).collect(),
            tasks: tasks.iter().map(|task| (task.id.as_str(), task)).collect(),
            assessment,
            listed,
            ids,
        }
    }

    /// The task that closes a gap.
    pub(super) fn task_of(&self, gap: &str) -> Option<&'a Task> {
        self.task_of.get(gap).copied()
    }

    /// The UUID of a task as it stands under one of the gaps it closes.
    pub(super) fn task_id(&self, gap: &str) -> Uuid {
        self.ids.id("task", &[gap])
    }

    /// Where the tasks stand that must be finished before one begins: each under the worst of its gaps that is listed.
    pub(super) fn before(&self, task: &Task) -> Vec<Uuid> {
        let tasks = task.depends_on.iter().filter_map(|id| self.tasks.get(id.as_str()));
        let gaps = tasks.filter_map(|task| task.gaps.iter().find(|gap| self.refs.contains_key(gap.as_str())));
        gaps.map(|gap| self.task_id(gap)).collect()
    }

    /// The components some systems are, by their positions; the whole system where that is all of them, or none is named.
    pub(super) fn components(&self, systems: &[usize]) -> Vec<Uuid> {
        let named: BTreeSet<usize> = systems.iter().copied().collect();
        if named.is_empty() || named.len() == self.systems.len() {
            return vec![self.this_system];
        }
        named.into_iter().filter_map(|at| self.systems.get(at).copied()).collect()
    }

    /// The criteria that apply, in report order.
    pub(super) fn applicable(&self) -> impl Iterator<Item = &'a Criterion> {
        let results = self.assessment.criteria.iter().filter(|result| result.design.verdict != Verdict::NotApplicable);
        results.filter_map(|result| self.assessment.catalog.criteria.get(result.criterion))
    }

    /// The criteria of the selected categories that were scoped out, each with why.
    pub(super) fn scoped_out(&self) -> impl Iterator<Item = (CriterionId, &'a Exclusion)> {
        let results = self.assessment.criteria.iter().filter(|result| result.design.verdict == Verdict::NotApplicable);
        let criteria = results.filter_map(|result| self.assessment.catalog.criteria.get(result.criterion));
        let excluded = &self.assessment.inventory.scope.not_applicable;
        criteria.filter_map(|criterion| Some((criterion.id, excluded.get(&criterion.id)?)))
    }

    /// The signature for a gap, where one is in force.
    pub(super) fn acceptance(&self, gap: &Gap) -> Option<&'a Acceptance> {
        match gap.treatment {
            Treatment::Accepted(at) => self.assessment.inventory.acceptances.get(at),
            Treatment::Open | Treatment::Baseline => None,
        }
    }
}
