//! The result of an assessment, whole: what every report is made from.

use std::collections::BTreeMap;

use crate::model::catalog::{Area, Catalog};
use crate::model::coverage::Coverage;
use crate::model::data_flow::FlowAnswers;
use crate::model::date::Date;
use crate::model::gap::Gap;
use crate::model::inventory::Inventory;
use crate::model::level::Level;
use crate::model::plan::Plan;
use crate::model::rule::RuleInfo;
use crate::model::standing::Standing;
use crate::model::verdict::{Judgement, Verdict};
use crate::source::file::Sources;

/// An assessment of an inventory against the criteria on a day.
#[derive(Debug)]
pub struct Assessment<'a> {
    /// The criteria it was made against.
    pub catalog: &'a Catalog,
    /// The inventory it was made of.
    pub inventory: &'a Inventory,
    /// The files the inventory was read from.
    pub sources: &'a Sources,
    /// Every rule that was asked, also those that found nothing.
    pub rules: Vec<&'static RuleInfo>,
    /// The day of the assessment.
    pub as_of: Date,
    /// Which control addresses which criterion.
    pub coverage: Coverage,
    /// How each control stands, in the inventory's order.
    pub standings: Vec<Standing>,
    /// The criteria of the selected categories, in report order.
    pub criteria: Vec<CriterionResult>,
    /// The controls, in the inventory's order.
    pub controls: Vec<ControlResult>,
    /// The gaps, worst first: by level, then score, then id.
    pub gaps: Vec<Gap>,
    /// The counts.
    pub summary: Summary,
    /// What to do.
    pub plan: Plan,
    /// Whether the gate holds.
    pub gate: Gate,
    /// How this result compares with an earlier one, where one was given.
    pub comparison: Option<Comparison>,
    /// What counts although it could not be looked up here: evidence and documents behind a web address.
    pub unverifiable: Vec<Unverifiable>,
    /// The answers about each data flow, in the inventory's order.
    pub data_flows: Vec<FlowAnswers>,
}

/// What was concluded of a criterion.
#[derive(Clone, Debug)]
pub struct CriterionResult {
    /// Its position in the catalog.
    pub criterion: usize,
    /// The verdict on design.
    pub design: Judgement,
    /// The verdict on operation; only for type 2.
    pub operation: Option<Judgement>,
    /// The controls that name it, as positions in the inventory.
    pub controls: Vec<usize>,
    /// The gaps that touch it, as positions in [`Assessment::gaps`].
    pub gaps: Vec<usize>,
    /// Whether a control in place addresses it.
    pub claimed: bool,
    /// Whether evidence in date is on file for one of those controls.
    pub evidenced: bool,
    /// Whether a test in date is on file for one of those controls: of design for type 1, of operation for type 2.
    pub tested: bool,
    /// How many of the points of focus that apply a control names.
    pub points_named: usize,
    /// How many points of focus apply.
    pub points_of: usize,
}

/// What was concluded of a control.
#[derive(Clone, Debug)]
pub struct ControlResult {
    /// The verdict on its design.
    pub design: Verdict,
    /// The verdict on its operation; only for type 2.
    pub operation: Option<Verdict>,
    /// The gaps about it, as positions in [`Assessment::gaps`].
    pub gaps: Vec<usize>,
}

/// The counts that stand beside each other in every summary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Criteria of the selected categories.
    pub criteria: usize,
    /// Those that apply.
    pub applicable: usize,
    /// Those scoped out.
    pub not_applicable: usize,
    /// Applicable criteria by their verdict on design.
    pub design: Tally,
    /// Applicable criteria by their verdict on operation; only for type 2.
    pub operation: Option<Tally>,
    /// Applicable criteria with a control in place.
    pub claimed: usize,
    /// Applicable criteria with evidence in date.
    pub evidenced: usize,
    /// Applicable criteria with a test in date.
    pub tested: usize,
    /// Gaps that stand open, by level.
    pub open: BTreeMap<Level, usize>,
    /// Gaps somebody signed for.
    pub accepted: usize,
    /// Gaps known before.
    pub baseline: usize,
    /// The counts of each area that occurs among the selected criteria.
    pub areas: Vec<AreaSummary>,
    /// The counts of each selected category.
    pub categories: Vec<CategorySummary>,
}

impl Summary {
    /// How many gaps stand open.
    #[must_use]
    pub fn open_total(&self) -> usize {
        self.open.values().sum()
    }
}

/// Criteria counted by verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// No gap identified.
    pub no_gap: usize,
    /// Something left to do.
    pub partial: usize,
    /// Nobody looked.
    pub unverified: usize,
    /// Nothing in place.
    pub gap: usize,
}

impl Tally {
    /// Counts one more.
    pub const fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::NoGap => self.no_gap += 1,
            Verdict::Partial => self.partial += 1,
            Verdict::Unverified => self.unverified += 1,
            Verdict::Gap => self.gap += 1,
            Verdict::NotApplicable => {}
        }
    }

    /// How many were counted.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.no_gap + self.partial + self.unverified + self.gap
    }
}

/// The counts of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaSummary {
    /// The area.
    pub area: Area,
    /// Its counts.
    pub counts: Counts,
}

/// The counts of a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategorySummary {
    /// The category.
    pub category: crate::model::words::Category,
    /// Its counts.
    pub counts: Counts,
}

/// The counts of a group of criteria.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Applicable criteria in the group.
    pub criteria: usize,
    /// By their verdict on design.
    pub design: Tally,
    /// By their verdict on operation; only for type 2.
    pub operation: Option<Tally>,
    /// With a control in place.
    pub claimed: usize,
    /// With evidence in date.
    pub evidenced: usize,
    /// With a test in date.
    pub tested: usize,
    /// The worst level among the open gaps that touch the group.
    pub worst: Option<Level>,
}

/// Whether the gate holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gate {
    /// The level it was set to; `None` where no gate was asked for.
    pub fail_on: Option<Level>,
    /// The gaps at that level or above, as positions in [`Assessment::gaps`].
    pub exceeding: Vec<usize>,
}

impl Gate {
    /// Whether it failed.
    #[must_use]
    pub fn failed(&self) -> bool {
        !self.exceeding.is_empty()
    }
}

/// How a result compares with an earlier one, by the identities of gaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The day of the earlier assessment.
    pub since: String,
    /// Gaps that were not there, as positions in [`Assessment::gaps`].
    pub new: Vec<usize>,
    /// Gaps that were there at a lower level, as positions.
    pub worsened: Vec<usize>,
    /// How many were there at the same level or a higher one.
    pub unchanged: usize,
    /// The ids of gaps that are gone.
    pub resolved: Vec<String>,
}

/// Something that counts although it could not be looked up here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unverifiable {
    /// The control or document it belongs to.
    pub subject: String,
    /// What it is.
    pub title: String,
    /// Where it is said to lie.
    pub url: String,
}
