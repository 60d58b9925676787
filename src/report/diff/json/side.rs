//! Which two are compared, as JSON.

use serde::Serialize;

use crate::model::scope::Report;
use crate::model::snapshot::Side;

/// One of the two.
#[derive(Serialize)]
pub(super) struct Compared<'a> {
    path: &'a str,
    kind: &'static str,
    as_of: String,
    organization: &'a str,
    scope: Scope<'a>,
    catalog: Catalog<'a>,
    version: &'a str,
}

impl<'a> Compared<'a> {
    pub(super) fn of(side: &'a Side) -> Self {
        let (report, as_of, period) = match &side.report {
            Report::Type1 { as_of } => ("type1", Some(as_of.to_string()), None),
            Report::Type2 { period } => {
                ("type2", None, Some(Period { start: period.start.to_string(), end: period.end.to_string() }))
            }
        };
        let categories = side.categories.iter().map(|category| category.snake()).collect();
        Self {
            path: &side.path,
            kind: if side.is_result { "result" } else { "inventory" },
            as_of: side.as_of.to_string(),
            organization: &side.organization,
            scope: Scope { system: side.system.as_deref(), categories, report, as_of, period },
            catalog: Catalog { edition: &side.catalog.0, digest: &side.catalog.1 },
            version: &side.version,
        }
    }
}

/// What the report is to cover: `as_of` for type 1, `period` for type 2, never both.
#[derive(Serialize)]
struct Scope<'a> {
    system: Option<&'a str>,
    categories: Vec<String>,
    report: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
}

/// A stretch of time, first and last day included.
#[derive(Serialize)]
struct Period {
    start: String,
    end: String,
}

/// The criteria it was assessed against.
#[derive(Serialize)]
struct Catalog<'a> {
    edition: &'a str,
    digest: &'a str,
}
