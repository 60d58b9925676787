//! Gaps with what stands beside them elsewhere: whose they are, which task closes them, what moved since an earlier result.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::assessment::Assessment;
use crate::model::document::{Acceptance, Control};
use crate::model::gap::{Gap, Treatment};
use crate::model::plan::Task;
use crate::report::Options;
use crate::source::file::Position;

/// What has to be known of an assessment to tell of any of its gaps; looked up once.
pub(super) struct GapRows<'a> {
    assessment: &'a Assessment<'a>,
    tasks: BTreeMap<&'a str, (usize, &'a Task)>,
    moved: BTreeMap<usize, &'static str>,
}

/// A gap with what stands beside it.
pub(super) struct GapRow<'a> {
    pub(super) gap: &'a Gap,
    /// The control it is about.
    pub(super) control: Option<&'a Control>,
    /// Who closes it, by name: the owner of its task, else who would have to.
    pub(super) owner: Option<&'a str>,
    /// The task that closes it, with its number in the plan.
    pub(super) task: Option<(usize, &'a Task)>,
    /// Who signed for it, and what.
    pub(super) acceptance: Option<&'a Acceptance>,
    /// Whether it is `new`, `worsened` or `unchanged` since an earlier result; none where there is no such result.
    pub(super) change: Option<&'static str>,
    /// The file and the position it stands at.
    pub(super) place: Option<(&'a str, Position)>,
    /// The systems it is about, by id.
    pub(super) systems: Vec<&'a str>,
}

impl<'a> GapRows<'a> {
    pub(super) fn of(assessment: &'a Assessment<'a>) -> Self {
        let numbered = (1..).zip(&assessment.plan.tasks);
        let tasks = numbered.flat_map(|(number, task)| task.gaps.iter().map(move |gap| (gap.as_str(), (number, task))));
        let mut moved = BTreeMap::new();
        if let Some(comparison) = &assessment.comparison {
            moved.extend(comparison.worsened.iter().map(|at| (*at, "worsened")));
            moved.extend(comparison.new.iter().map(|at| (*at, "new")));
        }
        Self { assessment, tasks: tasks.collect(), moved }
    }

    /// The gaps to list, worst first.
    pub(super) fn listed(&self, options: &Options) -> impl Iterator<Item = GapRow<'a>> {
        let wanted: BTreeSet<usize> = options.listed(self.assessment).map(|gap| gap.number).collect();
        self.all().filter(move |row| wanted.contains(&row.gap.number))
    }

    /// Every gap, worst first.
    pub(super) fn all(&self) -> impl Iterator<Item = GapRow<'a>> {
        self.assessment.gaps.iter().enumerate().map(|(at, gap)| self.row(at, gap))
    }

    fn row(&self, at: usize, gap: &'a Gap) -> GapRow<'a> {
        let (assessment, finding) = (self.assessment, &gap.finding);
        let inventory = assessment.inventory;
        let control = finding.control.and_then(|at| inventory.controls.get(at));
        let task = self.tasks.get(gap.id()).copied();
        let of_task = task.and_then(|(_, task)| task.owner.as_deref());
        let owner = of_task.or_else(|| inventory.owner_of(finding));
        GapRow {
            gap,
            control,
            owner: owner.map(|owner| inventory.person_name(owner)),
            task,
            acceptance: match gap.treatment {
                Treatment::Accepted(at) => inventory.acceptances.get(at),
                Treatment::Open | Treatment::Baseline => None,
            },
            change: assessment.comparison.as_ref().map(|_| self.moved.get(&at).copied().unwrap_or("unchanged")),
            place: finding.place.and_then(|place| {
                let file = assessment.sources.file(place)?;
                Some((file.name.as_str(), file.position(place.start)))
            }),
            systems: finding.systems.iter().filter_map(|at| Some(inventory.systems.get(*at)?.id.as_str())).collect(),
        }
    }
}
