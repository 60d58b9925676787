//! The assessment as the sections ask about it: who, where, which, and what leads where.

use std::collections::BTreeMap;

use askama::filters::Safe;

use crate::model::assessment::Assessment;
use crate::model::criterion_id::CriterionId;
use crate::model::document::Control;
use crate::model::gap::Gap;
use crate::model::plan::Task;
use crate::model::verdict::Verdict;
use crate::model::words::PointsOfFocus;
use crate::report::Options;

use crate::report::html::markup::{
    Markup, code, element, joined, link, numbered, reference, some, text, verdict, whole,
};
use crate::source::file::Place;

/// An assessment with what was asked of the report.
pub(in crate::report) struct View<'a> {
    pub(in crate::report) assessment: &'a Assessment<'a>,
    /// The shortest form.
    pub(in crate::report) quiet: bool,
    /// The gaps this page lists, worst first.
    pub(in crate::report) listed: Vec<&'a Gap>,
    /// Whether criteria and controls stand on this page.
    pub(in crate::report) whole: bool,
    /// Every gap by its id, and whether this page lists it.
    gaps: BTreeMap<&'a str, (&'a Gap, bool)>,
    /// Whose the task is that closes a gap, by the gap's id.
    owners: BTreeMap<&'a str, &'a str>,
}

/// From how many gaps on a page is told in fewer elements, so that a browser can hold it.
const MANY: usize = 1000;

/// Whether a page of an assessment has so many.
pub(in crate::report) fn is_large(assessment: &Assessment<'_>) -> bool {
    assessment.gaps.len() > MANY
}

impl<'a> View<'a> {
    /// Of a whole report.
    pub(in crate::report) fn new(assessment: &'a Assessment<'a>, options: &Options) -> Self {
        let listed: Vec<&Gap> = options.listed(assessment).collect();
        Self::listing(assessment, listed, options.quiet)
    }

    /// Of a page with the plan alone, on which no gap is told.
    pub(in crate::report) fn of_plan(assessment: &'a Assessment<'a>) -> Self {
        Self { whole: false, ..Self::listing(assessment, Vec::new(), false) }
    }

    fn listing(assessment: &'a Assessment<'a>, listed: Vec<&'a Gap>, quiet: bool) -> Self {
        let mut gaps: BTreeMap<&str, (&Gap, bool)> =
            assessment.gaps.iter().map(|gap| (gap.id(), (gap, false))).collect();
        for gap in &listed {
            gaps.insert(gap.id(), (gap, true));
        }
        let owned =
            |task: &'a Task| task.owner.as_deref().map(|owner| task.gaps.iter().map(move |gap| (&**gap, owner)));
        let owners = assessment.plan.tasks.iter().filter_map(owned).flatten().collect();
        Self { assessment, quiet, listed, whole: !quiet, gaps, owners }
    }

    /// A gap by its id.
    pub(in crate::report) fn gap(&self, id: &str) -> Option<&'a Gap> {
        self.gaps.get(id).map(|(gap, _)| *gap)
    }

    /// Something that leads to where a gap is told, where it is.
    pub(in crate::report) fn to_gap(&self, gap: &Gap, shown: Markup) -> Markup {
        match self.gaps.get(gap.id()) {
            Some((_, true)) => link(&element("gap", gap.id()), &shown),
            Some((_, false)) | None => shown,
        }
    }

    /// The number of a gap, leading to where it is told.
    pub(in crate::report) fn number(&self, gap: &Gap) -> Markup {
        match self.gaps.get(gap.id()) {
            Some((_, true)) => numbered(&element("gap", gap.id()), gap.number),
            Some((_, false)) | None => Safe(gap.number.to_string()),
        }
    }

    /// The numbers of gaps given by their positions, which is their order by weight.
    pub(in crate::report) fn numbers(&self, positions: &[usize]) -> Markup {
        let gaps = positions.iter().filter_map(|at| self.assessment.gaps.get(*at));
        some(gaps.map(|gap| self.number(gap)))
    }

    /// The id of a criterion, leading to what was concluded of it.
    pub(in crate::report) fn criterion(&self, id: CriterionId) -> Markup {
        let coverage = self.assessment.catalog.position(id).and_then(|at| self.assessment.coverage.criteria.get(at));
        if self.whole && coverage.is_some_and(|coverage| coverage.selected) {
            return reference(&element("criterion", &id.to_string()), id);
        }
        whole(id)
    }

    /// The criteria a gap touches.
    pub(in crate::report) fn criteria(&self, gap: &Gap) -> Markup {
        some(gap.finding.criteria.iter().map(|id| self.criterion(*id)))
    }

    /// The control a gap is about.
    pub(in crate::report) fn control_of(&self, gap: &Gap) -> Option<&'a Control> {
        self.assessment.inventory.controls.get(gap.finding.control?)
    }

    /// The id of a control, leading to its row.
    pub(in crate::report) fn control(&self, control: &Control) -> Markup {
        let shown = code(&control.id);
        if self.whole { link(&element("control", &control.id), &shown) } else { shown }
    }

    /// The ids of controls given by their positions.
    pub(in crate::report) fn controls(&self, positions: &[usize]) -> Markup {
        let controls = positions.iter().filter_map(|at| self.assessment.inventory.controls.get(*at));
        some(controls.map(|control| self.control(control)))
    }

    /// The name of a person.
    pub(in crate::report) fn person(&self, id_or_name: &'a str) -> &'a str {
        self.assessment.inventory.person_name(id_or_name)
    }

    /// Who answers for a gap, where anybody does.
    pub(in crate::report) fn owner(&self, gap: &'a Gap) -> Option<&'a str> {
        let of_task = self.owners.get(gap.id()).copied();
        of_task.or_else(|| self.assessment.inventory.owner_of(&gap.finding)).map(|owner| self.person(owner))
    }

    /// File and line of a place.
    pub(in crate::report) fn place(&self, place: Place) -> Markup {
        let file = self.assessment.sources.file(place).map_or("", |file| file.name.as_str());
        code(&format!("{file}:{}", self.assessment.sources.position(place).line))
    }

    /// The systems a gap is about.
    pub(in crate::report) fn systems(&self, gap: &Gap) -> Markup {
        let systems = gap.finding.systems.iter().filter_map(|at| self.assessment.inventory.systems.get(*at));
        joined(systems.map(|system| code(&system.id)), ", ")
    }

    /// Whether the report speaks of operation too.
    pub(in crate::report) fn type2(&self) -> bool {
        self.assessment.inventory.scope.report.is_type2()
    }

    /// Whether points of focus are shown.
    pub(in crate::report) fn points(&self) -> bool {
        self.assessment.inventory.conventions.points_of_focus == PointsOfFocus::Advisory
    }

    /// A verdict on operation as a cell, where the report has such a column.
    pub(in crate::report) fn operation(&self, of: Option<Verdict>) -> Option<Markup> {
        self.type2().then(|| of.map_or_else(|| text(""), verdict))
    }
}
