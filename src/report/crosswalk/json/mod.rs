//! A crosswalk as JSON: structs of their own, frozen by version.

mod browse;
mod clause;
mod control;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::model::clause_standing::{ClauseStanding, Crosswalk};
use crate::report::crosswalk::CrosswalkFormat;
use crate::report::crosswalk::json::browse::{Framework, Listing, Mapping};
use crate::report::crosswalk::json::clause::Clause;
use crate::report::crosswalk::json::control::Control;
use crate::report::crosswalk::shown::{Part, Shown};
use crate::report::crosswalk::{counts, words};
use crate::report::json::pretty;
use crate::report::json::tool::Tool;
use crate::report::json::v1::head::Scope;

/// The format `json`.
pub(super) static FORMAT: CrosswalkFormat = CrosswalkFormat {
    name: "json",
    extension: "json",
    summary: "for machines, in a form that is frozen by version",
    styled: false,
    render,
};

fn render(shown: &Shown<'_>, _: usize) -> String {
    match shown {
        Shown::Frameworks(mappings) => pretty(&Listing::of(mappings)),
        Shown::Mapping { mapping, catalog, part } => pretty(&Mapping::of(mapping, catalog, part)),
        Shown::Crosswalk { crosswalk, part } => pretty(&Document::of(crosswalk, part)),
    }
}

/// The whole document. Keys may be added; none is renamed, removed or given another meaning.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    as_of: String,
    organization: &'a str,
    scope: Scope<'a>,
    framework: Framework<'a>,
    caution: &'static str,
    summary: Map<String, Value>,
    definitions: Map<String, Value>,
    clauses: Vec<Clause<'a>>,
    controls: Vec<Control<'a>>,
    not_listed: Vec<&'a str>,
}

impl<'a> Document<'a> {
    fn of(crosswalk: &'a Crosswalk<'a>, part: &Part) -> Self {
        let assessment = crosswalk.assessment;
        let clauses = || part.clauses(crosswalk);
        let mut controls: Vec<usize> = clauses().flat_map(ClauseStanding::controls).collect();
        controls.sort_unstable();
        controls.dedup();
        Self {
            schema_version: 1,
            tool: Tool::this(),
            as_of: assessment.as_of.to_string(),
            organization: &assessment.inventory.organization,
            scope: Scope::of(&assessment.inventory.scope),
            framework: Framework::of(crosswalk.mapping),
            caution: words::CAUTION,
            summary: summary(crosswalk),
            definitions: definitions(crosswalk),
            clauses: clauses().map(|clause| Clause::of(assessment, clause)).collect(),
            controls: controls.into_iter().filter_map(|at| Control::of(assessment, at)).collect(),
            not_listed: part.silent(&crosswalk.silent_about),
        }
    }
}

/// The counts of all clauses, whatever part of them is listed below.
fn summary(crosswalk: &Crosswalk<'_>) -> Map<String, Value> {
    let counts = &crosswalk.counts;
    let head = [("clauses", counts.whole), ("listed", counts.listed)];
    let told = counts::counts(crosswalk).map(|count| (count.key, count.number));
    head.into_iter().chain(told).map(|(key, count)| (key.to_owned(), count.into())).collect()
}

fn definitions(crosswalk: &Crosswalk<'_>) -> Map<String, Value> {
    let head = [
        ("clauses", "clauses of the edition"),
        ("listed", "those in our list: a criterion speaks to them"),
        ("best", counts::BEST_AND_WORST),
        ("worst", counts::BEST_AND_WORST),
    ];
    let told = counts::counts(crosswalk).map(|count| (count.key, count.means));
    head.into_iter().chain(told).map(|(key, means)| (key.to_owned(), means.into())).collect()
}
