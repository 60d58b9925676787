//! gapcheck tells a service organisation how far it is from a SOC 2 report, what to fix first, and why.
//!
//! The folders are the pipeline: [`load`], [`validate`], [`map`], [`assess`], [`score`], [`plan`], [`gate`], [`report`], over
//! the types of [`model`], which rest on [`source`] and [`text`]. Stages are strangers to each other: what one hands to the
//! next is a type of the model, and only this file knows the order.
//!
//! The Rust interface has no promise of stability. The inventory format, the commands and the JSON result have.

pub mod assess;
pub mod cli;
pub mod describe;
pub mod edit;
pub mod gate;
pub mod import;
pub mod init;
pub mod io;
pub mod load;
pub mod map;
pub mod model;
pub mod plan;
pub mod propose;
pub mod report;
pub mod score;
pub mod source;
pub mod text;
pub mod validate;

use crate::assess::context::Context;
use crate::model::assessment::{Assessment, Comparison};
use crate::model::baseline::Baseline;
use crate::model::catalog::Catalog;
use crate::model::coverage::Coverage;
use crate::model::date::Date;
use crate::model::due::{Agenda, Horizon};
use crate::model::files::Files;
use crate::model::gap::{Finding, Gap};
use crate::model::inventory::Inventory;
use crate::model::level::Level;
use crate::model::proposal::Proposed;
use crate::model::words::Status;
use crate::source::file::Sources;
use crate::source::problem::Problems;

/// What a person asked for beside the inventory itself.
#[derive(Clone, Debug)]
pub struct Request {
    /// The day of the assessment.
    pub as_of: Date,
    /// The level from which gaps fail the gate.
    pub fail_on: Option<Level>,
    /// An earlier result to compare with; gaps that stand in it at the same level or above no longer fail the gate.
    pub baseline: Option<Baseline>,
}

/// Reads and checks an inventory, and the lock files beside it.
///
/// # Errors
///
/// Every problem of it, at once. After this nothing about an inventory can fail.
pub fn read(sources: &Sources, catalog: &Catalog, as_of: Date) -> Result<Inventory, Problems> {
    let mut problems = Problems::default();
    let document = load::inventory::inventory(sources, &mut problems);
    let rules = assess::rule::names();
    let against = validate::Against { catalog, rules: &rules, as_of };
    let inventory = validate::inventory(document, &against, &mut problems);
    for (number, file) in sources.locks() {
        load::lock::lock(number, file, &mut problems);
    }
    if problems.is_empty() { Ok(inventory) } else { Err(problems) }
}

/// Assesses an inventory: a function of what it is given and of nothing else.
#[must_use]
pub fn assess<'a>(
    sources: &'a Sources,
    inventory: &'a Inventory,
    catalog: &'a Catalog,
    files: &Files,
    request: &Request,
) -> Assessment<'a> {
    assess_narrowed(sources, &Narrowed { whole: inventory, selected: inventory }, catalog, files, request)
}

/// An inventory, and the same with fewer categories selected.
pub struct Narrowed<'a> {
    /// With all the categories the report is about. On it gaps are found and judged.
    pub whole: &'a Inventory,
    /// With those to be shown.
    pub selected: &'a Inventory,
}

impl Narrowed<'_> {
    /// The mapping of the part to be shown, where that is not the whole.
    fn part(&self, catalog: &Catalog) -> Option<Coverage> {
        let is_whole = self.whole.scope.categories == self.selected.scope.categories;
        (!is_whole).then(|| map::coverage(catalog, self.selected))
    }

    /// Whether a gap touches a criterion of the categories to be shown.
    fn shows(&self, catalog: &Catalog, gap: &Gap) -> bool {
        let touched = gap.finding.criteria.iter().filter_map(|id| catalog.criterion(*id));
        touched.into_iter().any(|criterion| self.selected.scope.categories.contains(&criterion.category))
    }
}

/// Assesses an inventory and shows the part of the result that belongs to some of its categories: their criteria, and the
/// gaps that touch those. Nothing is a gap for being left out of the selection.
#[must_use]
pub fn assess_narrowed<'a>(
    sources: &'a Sources,
    narrowed: &Narrowed<'a>,
    catalog: &'a Catalog,
    files: &Files,
    request: &Request,
) -> Assessment<'a> {
    let as_of = request.as_of;
    let rules = assess::rule::infos();
    let inventory = narrowed.selected;
    let standings = assess::standing::standings(inventory, files, as_of);
    let whole = map::coverage(catalog, narrowed.whole);
    let (coverage, standing) = (&whole, &standings[..]);
    let on_whole =
        Context { catalog, inventory: narrowed.whole, coverage, standings: standing, files, rules: &rules, as_of };
    let (mut gaps, mut comparison) = compared_gaps(&on_whole, request);
    let data_flows = assess::data_flow::answers(&on_whole, &gaps);
    let part = narrowed.part(catalog);
    if part.is_some() {
        (gaps, comparison) = gate::narrow::narrow(gaps, comparison, |gap| narrowed.shows(catalog, gap));
    }
    let coverage = part.as_ref().unwrap_or(&whole);
    let context = Context { inventory, coverage, ..on_whole };
    let criteria = assess::verdict::criteria(&context, &gaps);
    let controls = assess::verdict::controls(&context, &gaps);
    let summary = assess::summary::summary(&context, &criteria, &gaps);
    let plan = plan::plan(&plan::Ground { catalog, inventory, coverage, standings: &standings, as_of }, &gaps);
    Assessment {
        catalog,
        inventory,
        sources,
        rules,
        as_of,
        criteria,
        controls,
        summary,
        plan,
        gate: gate::gate(&gaps, request.fail_on),
        comparison,
        unverifiable: assess::unverifiable::unverifiable(inventory),
        data_flows,
        gaps,
        coverage: part.unwrap_or(whole),
        standings,
    }
}

/// What has to be collected or renewed within a horizon, and what is overdue.
#[must_use]
pub fn due<'a>(inventory: &'a Inventory, catalog: &'a Catalog, files: &'a Files, horizon: Horizon) -> Agenda<'a> {
    let (rules, as_of) = (assess::rule::infos(), horizon.as_of);
    let standings = assess::standing::standings(inventory, files, as_of);
    let coverage = map::coverage(catalog, inventory);
    let context =
        Context { catalog, inventory, coverage: &coverage, standings: &standings, files, rules: &rules, as_of };
    let mut gaps = ranked_gaps(&context);
    gaps.sort_by(|a, b| a.finding.id.cmp(&b.finding.id));
    assess::due::agenda(inventory, &context, &gaps, horizon)
}

/// Whether a description of the system can be written from an inventory, and what is missing for it.
#[must_use]
pub fn description<'a>(
    assessment: &'a Assessment<'a>,
    asked: &'a model::description_criteria::DescriptionCriteria,
) -> model::description::Description<'a> {
    describe::description(assessment, asked)
}

/// What is proposed for the controls of an inventory that name no criterion, or for all of them.
///
/// # Errors
///
/// When a bundled file cannot be read, which a test rules out.
pub fn propose<'a>(inventory: &'a Inventory, catalog: &Catalog, all: bool) -> Result<Vec<Proposed<'a>>, String> {
    let lexicon = propose::lexicon::lexicon()?;
    let proposer = propose::Proposer::new(catalog, &lexicon, &propose::lexicon::fitted()?);
    let controls = inventory.controls.iter().filter(|control| control.status != Status::Retired);
    Ok(proposer.proposed(controls.filter(|control| all || control.criteria.is_empty())))
}

/// All gaps, and how they compare with an earlier result where one was given.
fn compared_gaps(context: &Context<'_>, request: &Request) -> (Vec<Gap>, Option<Comparison>) {
    let mut gaps = ranked_gaps(context);
    let comparison = request.baseline.as_ref().map(|baseline| gate::compare::comparison(&gaps, baseline));
    if let Some(comparison) = &comparison {
        gate::compare::set_known(&mut gaps, comparison);
    }
    (gaps, comparison)
}

/// All gaps with their risks, worst first: by level, then score, then identity.
fn ranked_gaps(context: &Context<'_>) -> Vec<Gap> {
    let scorer = score::Scorer::new(context.catalog, context.inventory, context.coverage, context.standings);
    let weigh = |finding: Finding| {
        let risk = scorer.risk(&finding);
        let treatment = assess::treatment::treatment(context, &finding, risk.level());
        Gap { finding, risk, treatment, number: 0 }
    };
    let mut gaps: Vec<Gap> = assess::findings(context).into_iter().map(weigh).collect();
    let decisions: Vec<Gap> = assess::decisions(context, &gaps).into_iter().map(weigh).collect();
    gaps.extend(decisions);
    gaps.sort_by(|a, b| b.risk.score().cmp(&a.risk.score()).then_with(|| a.finding.id.cmp(&b.finding.id)));
    for (number, gap) in (1..).zip(&mut gaps) {
        gap.number = number;
    }
    gaps
}
