//! What a result was made by, from what, and what it is to cover.

use serde::Serialize;

use crate::model::catalog;
use crate::model::date;
use crate::model::scope;
use crate::source::file::Sources;

/// The criteria it was made against.
#[derive(Serialize)]
pub(super) struct Catalog<'a> {
    edition: &'a str,
    digest: &'a str,
}

impl<'a> Catalog<'a> {
    pub(super) fn of(catalog: &'a catalog::Catalog) -> Self {
        Self { edition: &catalog.edition.id, digest: &catalog.digest }
    }
}

/// A file the inventory was read from, or a lock file beside it.
#[derive(Serialize)]
pub(super) struct Input<'a> {
    path: &'a str,
    digest: &'a str,
}

pub(super) fn inputs(sources: &Sources) -> Vec<Input<'_>> {
    sources.all().map(|(_, file)| Input { path: &file.name, digest: &file.digest }).collect()
}

/// What the report is to cover: `as_of` for type 1, `period` for type 2, never both.
#[derive(Serialize)]
pub(in crate::report) struct Scope<'a> {
    system: Option<&'a str>,
    categories: Vec<String>,
    report: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
}

impl<'a> Scope<'a> {
    pub(in crate::report) fn of(scope: &'a scope::Scope) -> Self {
        let (report, as_of, period) = match &scope.report {
            scope::Report::Type1 { as_of } => ("type1", Some(as_of.to_string()), None),
            scope::Report::Type2 { period } => ("type2", None, Some(Period::of(period))),
        };
        let categories = scope.categories.iter().map(|category| category.snake()).collect();
        Self { system: scope.system.as_deref(), categories, report, as_of, period }
    }
}

/// A stretch of time, first and last day included.
#[derive(Serialize)]
pub(in crate::report) struct Period {
    start: String,
    end: String,
}

impl Period {
    fn of(period: &date::Period) -> Self {
        Self { start: period.start.to_string(), end: period.end.to_string() }
    }
}
