//! Which control addresses which criterion, both ways.

use std::collections::BTreeMap;

use crate::model::criterion_id::CriterionId;

/// The mapping of controls to criteria.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// What each criterion of the catalog gets, in report order.
    pub criteria: Vec<CriterionCoverage>,
    /// What each control of the inventory addresses, in the inventory's order.
    pub controls: Vec<ControlCoverage>,
}

/// How a criterion stands to the scope and to the controls.
#[derive(Clone, Debug, Default)]
pub struct CriterionCoverage {
    /// Whether its category is selected and it is not scoped out.
    pub applicable: bool,
    /// Whether its category is selected.
    pub selected: bool,
    /// The controls that name it or one of its points, whatever their status, as positions in the inventory.
    pub controls: Vec<usize>,
    /// The slugs of the points of focus that controls name, each with those controls; only points that apply.
    pub points: BTreeMap<String, Vec<usize>>,
    /// How many points of focus apply.
    pub points_applicable: usize,
}

/// What a control addresses.
#[derive(Clone, Debug, Default)]
pub struct ControlCoverage {
    /// The applicable criteria it names, in report order.
    pub applicable: Vec<CriterionId>,
    /// Criteria it names that lie outside the selected categories.
    pub out_of_scope: Vec<CriterionId>,
    /// Criteria it names that were scoped out.
    pub not_applicable: Vec<CriterionId>,
}
