//! The assessment as the sheets ask about it.

use crate::model::assessment::Assessment;
use crate::model::criterion_id::CriterionId;
use crate::model::gap::{Gap, Treatment};
use crate::model::words::PointsOfFocus;
use crate::report::Options;
use crate::report::gap_rows::{GapRow, GapRows};
use crate::report::plan::page::PlanPage;
use crate::text::count::{count, number};

/// An assessment with what was asked of the report.
pub(super) struct View<'a> {
    pub(super) assessment: &'a Assessment<'a>,
    pub(super) options: &'a Options,
    pub(super) plan: PlanPage<'a>,
    rows: GapRows<'a>,
}

impl<'a> View<'a> {
    pub(super) fn of(assessment: &'a Assessment<'a>, options: &'a Options) -> Self {
        Self { assessment, options, plan: PlanPage::of(assessment), rows: GapRows::of(assessment) }
    }

    /// The gaps this report lists, worst first.
    pub(super) fn listed(&self) -> impl Iterator<Item = GapRow<'a>> {
        self.rows.listed(self.options)
    }

    /// How many gaps there are, and how many of them are listed where that is not all.
    pub(super) fn told(&self) -> String {
        let (all, listed) = (self.assessment.gaps.len(), self.options.listed(self.assessment).count());
        if all == listed {
            return count(all, "gap");
        }
        format!("{} of {}; the others were not asked for", number(listed), count(all, "gap"))
    }

    /// Whether the report speaks of operation too.
    pub(super) fn type2(&self) -> bool {
        self.assessment.inventory.scope.report.is_type2()
    }

    /// Whether points of focus are shown.
    pub(super) fn points(&self) -> bool {
        self.assessment.inventory.conventions.points_of_focus == PointsOfFocus::Advisory
    }

    /// Whether this result was compared with an earlier one.
    pub(super) const fn compared(&self) -> bool {
        self.assessment.comparison.is_some()
    }

    /// The ids of controls given by their positions.
    pub(super) fn controls(&self, positions: &[usize]) -> String {
        let controls = positions.iter().filter_map(|at| self.assessment.inventory.controls.get(*at));
        joined(controls.map(|control| control.id.as_str()))
    }

    /// The numbers of gaps given by their positions, which is their order by weight.
    pub(super) fn numbers(&self, positions: &[usize]) -> String {
        let gaps = positions.iter().filter_map(|at| self.assessment.gaps.get(*at));
        joined(gaps.map(|gap| gap.number.to_string()))
    }

    /// The name of a person.
    pub(super) fn person(&self, id_or_name: &'a str) -> &'a str {
        self.assessment.inventory.person_name(id_or_name)
    }
}

/// What became of a gap, in a word or two.
pub(super) const fn treatment(gap: &Gap) -> &'static str {
    match gap.treatment {
        Treatment::Open => "open",
        Treatment::Accepted(_) => "accepted",
        Treatment::Baseline => "known before",
    }
}

/// Criteria as a cell lists them.
pub(super) fn criteria(ids: &[CriterionId]) -> String {
    joined(ids.iter().map(ToString::to_string))
}

/// Things as a cell lists them.
pub(super) fn joined(things: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut list = String::new();
    for thing in things {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(thing.as_ref());
    }
    list
}

/// Lines of a cell: none of them can pretend to be several.
pub(super) fn lines(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().map(|text| crate::report::csv::table::line(&text)).collect::<Vec<_>>().join("\n")
}
