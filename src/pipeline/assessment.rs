//! From an inventory to an assessment.

use crate::assess::context::Context;
use crate::assess::{data_flow, rule, standing, summary, unverifiable, verdict};
use crate::gate;
use crate::map;
use crate::model::assessment::Assessment;
use crate::model::baseline::Baseline;
use crate::model::catalog::Catalog;
use crate::model::coverage::Coverage;
use crate::model::date::Date;
use crate::model::files::Files;
use crate::model::gap::Gap;
use crate::model::inventory::Inventory;
use crate::model::level::Level;
use crate::pipeline::ranked::compared_gaps;
use crate::plan;
use crate::source::file::Sources;

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

/// The same where nobody reads how long the plan may take all the same: it has no forecast, and all else is as it is.
#[must_use]
pub fn assess_without_odds<'a>(
    sources: &'a Sources,
    inventory: &'a Inventory,
    catalog: &'a Catalog,
    files: &Files,
    request: &Request,
) -> Assessment<'a> {
    let whole = Narrowed { whole: inventory, selected: inventory };
    assessed(sources, &whole, catalog, files, (request, false))
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
    assessed(sources, narrowed, catalog, files, (request, true))
}

fn assessed<'a>(
    sources: &'a Sources,
    narrowed: &Narrowed<'a>,
    catalog: &'a Catalog,
    files: &Files,
    (request, odds): (&Request, bool),
) -> Assessment<'a> {
    let as_of = request.as_of;
    let rules = rule::infos();
    let inventory = narrowed.selected;
    let standings = standing::standings(inventory, files, as_of);
    let whole = map::coverage(catalog, narrowed.whole);
    let (coverage, standing) = (&whole, &standings[..]);
    let on_whole =
        Context { catalog, inventory: narrowed.whole, coverage, standings: standing, files, rules: &rules, as_of };
    let (mut gaps, mut comparison) = compared_gaps(&on_whole, request.baseline.as_ref());
    let data_flows = data_flow::answers(&on_whole, &gaps);
    let part = narrowed.part(catalog);
    if part.is_some() {
        (gaps, comparison) = gate::narrow::narrow(gaps, comparison, |gap| narrowed.shows(catalog, gap));
    }
    let coverage = part.as_ref().unwrap_or(&whole);
    let context = Context { inventory, coverage, ..on_whole };
    let criteria = verdict::criteria(&context, &gaps);
    let controls = verdict::controls(&context, &gaps);
    let summary = summary::summary(&context, &criteria, &gaps);
    let plan = plan::plan(&plan::Ground { catalog, inventory, coverage, standings: &standings, as_of, odds }, &gaps);
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
        unverifiable: unverifiable::unverifiable(inventory),
        data_flows,
        gaps,
        coverage: part.unwrap_or(whole),
        standings,
    }
}
