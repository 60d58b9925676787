//! What was concluded of each control.

use serde::Serialize;

use crate::model::assessment::{Assessment, ControlResult};
use crate::model::coverage::ControlCoverage;
use crate::model::criterion_id::CriterionId;
use crate::model::date::Date;
use crate::model::document;
use crate::model::standing::Standing;
use crate::model::verdict::Verdict;
use crate::report::json::v1::gap_ids;

/// A control with its verdicts.
#[derive(Serialize)]
pub(super) struct Control<'a> {
    id: &'a str,
    name: &'a str,
    criteria: Vec<String>,
    status: String,
    owner: Option<&'a str>,
    design: String,
    operation: Option<String>,
    occurrences: Vec<Occurrence>,
    gaps: Vec<&'a str>,
}

/// A time in which the control was due, and what is on file for it.
#[derive(Serialize)]
struct Occurrence {
    start: Date,
    end: Date,
    state: String,
}

/// Its occurrences in the observation period; none for a Type I report.
fn occurrences(standing: &Standing) -> Vec<Occurrence> {
    let occurrences = standing.operation.iter().flat_map(|operation| &operation.occurrences);
    occurrences.map(|one| Occurrence { start: one.start, end: one.end, state: one.state.snake() }).collect()
}

pub(super) fn controls<'a>(assessment: &'a Assessment<'a>) -> Vec<Control<'a>> {
    let known = assessment.inventory.controls.iter().zip(&assessment.coverage.controls).zip(&assessment.controls);
    let known = known.zip(&assessment.standings);
    known
        .map(|(((written, coverage), result), standing)| control(written, (coverage, standing), result, assessment))
        .collect()
}

fn control<'a>(
    written: &'a document::Control,
    (coverage, standing): (&ControlCoverage, &Standing),
    result: &'a ControlResult,
    assessment: &'a Assessment<'a>,
) -> Control<'a> {
    Control {
        id: written.id.as_str(),
        name: &written.name,
        criteria: named(coverage).iter().map(ToString::to_string).collect(),
        status: written.status.snake(),
        owner: written.owner.as_ref().map(|owner| &*owner.value.0),
        design: result.design.snake(),
        operation: result.operation.map(Verdict::snake),
        occurrences: occurrences(standing),
        gaps: gap_ids(assessment, &result.gaps),
    }
}

/// Every criterion the control names, in report order, also those that do not count for this report.
fn named(coverage: &ControlCoverage) -> Vec<CriterionId> {
    let mut named = [&*coverage.applicable, &*coverage.not_applicable, &*coverage.out_of_scope].concat();
    named.sort_unstable();
    named
}
