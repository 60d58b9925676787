//! The gate, and what stands beside the conclusions so that nothing is hidden: what was left out, what could not be looked
//! up, which conventions differ, what moved.

use serde::Serialize;

use crate::model::assessment;
use crate::model::assessment::Assessment;
use crate::model::level::Level;
use crate::report::json::v1::gap_ids;

/// Whether the result may pass.
#[derive(Serialize)]
pub(super) struct Gate<'a> {
    fail_on: Option<String>,
    failed: bool,
    exceeding: Vec<&'a str>,
}

impl<'a> Gate<'a> {
    pub(super) fn of(assessment: &'a Assessment<'a>) -> Self {
        let gate = &assessment.gate;
        Self {
            fail_on: gate.fail_on.map(Level::snake),
            failed: gate.failed(),
            exceeding: gap_ids(assessment, &gate.exceeding),
        }
    }
}

/// A criterion of a selected category that was scoped out.
#[derive(Serialize)]
pub(super) struct NotApplicable<'a> {
    criterion: String,
    rationale: &'a str,
    approved_by: &'a str,
}

/// The criteria scoped out; one of a category that is not selected is out of scope anyway and not among them.
pub(super) fn not_applicable<'a>(assessment: &'a Assessment<'a>) -> Vec<NotApplicable<'a>> {
    let selected = assessment.criteria.iter().filter_map(|result| assessment.catalog.criteria.get(result.criterion));
    let scoped_out = selected.filter_map(|criterion| {
        let exclusion = assessment.inventory.scope.not_applicable.get(&criterion.id)?;
        let (rationale, approved_by) = (&*exclusion.rationale, &*exclusion.approved_by);
        Some(NotApplicable { criterion: criterion.id.to_string(), rationale, approved_by })
    });
    scoped_out.collect()
}

/// A control that names criteria of categories that are not selected.
#[derive(Serialize)]
pub(super) struct OutOfScope<'a> {
    control: &'a str,
    criteria: Vec<String>,
}

pub(super) fn out_of_scope<'a>(assessment: &'a Assessment<'a>) -> Vec<OutOfScope<'a>> {
    let known = assessment.inventory.controls.iter().zip(&assessment.coverage.controls);
    let outside = known.filter(|(_, coverage)| !coverage.out_of_scope.is_empty());
    outside
        .map(|(control, coverage)| OutOfScope {
            control: control.id.as_str(),
            criteria: coverage.out_of_scope.iter().map(ToString::to_string).collect(),
        })
        .collect()
}

/// The controls that name no criterion at all.
pub(super) fn unmapped<'a>(assessment: &'a Assessment<'a>) -> Vec<&'a str> {
    let controls = assessment.inventory.controls.iter();
    controls.filter(|control| control.criteria.is_empty()).map(|control| control.id.as_str()).collect()
}

/// Something that counts although it could not be looked up here.
#[derive(Serialize)]
pub(super) struct Unverifiable<'a> {
    subject: &'a str,
    title: &'a str,
    url: &'a str,
}

pub(super) fn unverifiable<'a>(assessment: &'a Assessment<'a>) -> Vec<Unverifiable<'a>> {
    let known = assessment.unverifiable.iter();
    known.map(|item| Unverifiable { subject: &item.subject, title: &item.title, url: &item.url }).collect()
}

/// A convention the inventory set to something else than its default.
#[derive(Serialize)]
pub(super) struct Setting {
    name: String,
    value: String,
    default: String,
}

pub(super) fn settings(assessment: &Assessment<'_>) -> Vec<Setting> {
    let conventions = assessment.inventory.conventions.table().into_iter();
    conventions
        .filter_map(|convention| {
            Some(Setting { name: convention.name, value: convention.value, default: convention.instead_of? })
        })
        .collect()
}

/// What moved since an earlier result.
#[derive(Serialize)]
pub(super) struct Comparison<'a> {
    since: &'a str,
    new: Vec<&'a str>,
    worsened: Vec<&'a str>,
    unchanged: usize,
    resolved: &'a [String],
}

impl<'a> Comparison<'a> {
    pub(super) fn of(comparison: &'a assessment::Comparison, assessment: &'a Assessment<'a>) -> Self {
        Self {
            since: &comparison.since,
            new: gap_ids(assessment, &comparison.new),
            worsened: gap_ids(assessment, &comparison.worsened),
            unchanged: comparison.unchanged,
            resolved: &comparison.resolved,
        }
    }
}
