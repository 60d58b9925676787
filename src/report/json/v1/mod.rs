//! Version 1 of the JSON result: its own structs, so that no change of the model changes what others read.
//!
//! Keys may be added at the end of an object; none is ever renamed, moved, removed or given another meaning. The published
//! schema is `schemas/result-v1.schema.json`. Nothing is left out where there is nothing to say: it is `null` or empty.

mod beside;
mod control;
mod criterion;
mod data_flow;
mod gap;
pub(in crate::report) mod head;
pub(in crate::report) mod of_plan;
mod plan;
mod plan_dates;
mod risk;
pub(in crate::report) mod summary;

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::report::json::tool::Tool;

/// The whole document.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    catalog: head::Catalog<'a>,
    inputs: Vec<head::Input<'a>>,
    as_of: String,
    organization: &'a str,
    scope: head::Scope<'a>,
    summary: summary::Summary,
    criteria: Vec<criterion::Criterion<'a>>,
    controls: Vec<control::Control<'a>>,
    gaps: Vec<gap::Gap<'a>>,
    plan: plan::Plan<'a>,
    gate: beside::Gate<'a>,
    not_applicable: Vec<beside::NotApplicable<'a>>,
    out_of_scope: Vec<beside::OutOfScope<'a>>,
    unmapped: Vec<&'a str>,
    unverifiable: Vec<beside::Unverifiable<'a>>,
    settings: Vec<beside::Setting>,
    comparison: Option<beside::Comparison<'a>>,
    data_flows: Vec<data_flow::DataFlow<'a>>,
}

impl<'a> Document<'a> {
    /// The document of an assessment. Options decide which gaps are listed, never what is counted.
    pub(super) fn of(assessment: &'a Assessment<'a>) -> Self {
        Self {
            schema_version: 1,
            tool: Tool::this(),
            catalog: head::Catalog::of(assessment.catalog),
            inputs: head::inputs(assessment.sources),
            as_of: assessment.as_of.to_string(),
            organization: &assessment.inventory.organization,
            scope: head::Scope::of(&assessment.inventory.scope),
            summary: summary::Summary::of(&assessment.summary),
            criteria: criterion::criteria(assessment),
            controls: control::controls(assessment),
            gaps: assessment.gaps.iter().map(|gap| gap::Gap::of(gap, assessment)).collect(),
            plan: plan::Plan::of(&assessment.plan),
            gate: beside::Gate::of(assessment),
            not_applicable: beside::not_applicable(assessment),
            out_of_scope: beside::out_of_scope(assessment),
            unmapped: beside::unmapped(assessment),
            unverifiable: beside::unverifiable(assessment),
            settings: beside::settings(assessment),
            comparison: assessment.comparison.as_ref().map(|found| beside::Comparison::of(found, assessment)),
            data_flows: data_flow::data_flows(assessment),
        }
    }
}

/// The ids of gaps by their positions.
fn gap_ids<'a>(assessment: &'a Assessment<'a>, positions: &[usize]) -> Vec<&'a str> {
    positions.iter().filter_map(|at| Some(assessment.gaps.get(*at)?.id())).collect()
}
