//! The plan alone: the same object as in the result, with what was asked of it.

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::report::json::tool::Tool;
use crate::report::json::v1::{head, plan};

/// What was asked of a plan.
pub(in crate::report) struct Asked<'a> {
    /// Whose tasks.
    pub(in crate::report) owner: Option<&'a str>,
    /// The first and the last day of which week.
    pub(in crate::report) week: Option<[String; 2]>,
    /// The ids of the tasks that answer to both.
    pub(in crate::report) tasks: Vec<&'a str>,
}

/// The whole document. The plan is whole whatever was asked; `shown` says which of its tasks were asked for.
#[derive(Serialize)]
pub(in crate::report::json) struct PlanDocument<'a> {
    schema_version: u8,
    tool: Tool,
    catalog: head::Catalog<'a>,
    inputs: Vec<head::Input<'a>>,
    as_of: String,
    organization: &'a str,
    scope: head::Scope<'a>,
    plan: plan::Plan<'a>,
    owner: Option<&'a str>,
    week: Option<Week>,
    shown: Vec<&'a str>,
}

/// A week, first and last day included.
#[derive(Serialize)]
struct Week {
    start: String,
    end: String,
}

impl<'a> PlanDocument<'a> {
    pub(in crate::report::json) fn of(assessment: &'a Assessment<'a>, asked: Asked<'a>) -> Self {
        Self {
            schema_version: 1,
            tool: Tool::this(),
            catalog: head::Catalog::of(assessment.catalog),
            inputs: head::inputs(assessment.sources),
            as_of: assessment.as_of.to_string(),
            organization: &assessment.inventory.organization,
            scope: head::Scope::of(&assessment.inventory.scope),
            plan: plan::Plan::of(&assessment.plan),
            owner: asked.owner,
            week: asked.week.map(|[start, end]| Week { start, end }),
            shown: asked.tasks,
        }
    }
}
