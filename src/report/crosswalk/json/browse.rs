//! The frameworks, and a mapping without an inventory.

use serde::Serialize;

use crate::model::catalog::Catalog;
use crate::model::crosswalk;
use crate::report::crosswalk::shown::Part;
use crate::report::crosswalk::words;
use crate::report::json::tool::Tool;

/// What there is to browse.
#[derive(Serialize)]
pub(super) struct Listing<'a> {
    schema_version: u8,
    tool: Tool,
    caution: &'static str,
    frameworks: Vec<Framework<'a>>,
}

impl<'a> Listing<'a> {
    pub(super) fn of(mappings: &'a [crosswalk::Mapping]) -> Self {
        let frameworks = mappings.iter().map(Framework::of).collect();
        Self { schema_version: 1, tool: Tool::this(), caution: words::CAUTION, frameworks }
    }
}

/// A framework: what it is, how much of it is listed, and where the mapping is thin.
#[derive(Serialize)]
pub(super) struct Framework<'a> {
    id: String,
    name: &'a str,
    edition: &'a str,
    publisher: &'a str,
    clauses_are: &'a str,
    endorsement: String,
    thin: &'a [String],
    links: usize,
    criteria: usize,
    clauses_listed: usize,
    clauses_of_the_edition: usize,
}

impl<'a> Framework<'a> {
    pub(super) fn of(mapping: &'a crosswalk::Mapping) -> Self {
        Self {
            id: mapping.framework.word().to_owned(),
            name: &mapping.name,
            edition: &mapping.edition,
            publisher: &mapping.publisher,
            clauses_are: &mapping.clauses,
            endorsement: words::endorsement(mapping),
            thin: &mapping.thin,
            links: mapping.links().count(),
            criteria: mapping.criteria().len(),
            clauses_listed: mapping.targets.len(),
            clauses_of_the_edition: mapping.whole.len(),
        }
    }
}

/// A mapping, or a part of it.
#[derive(Serialize)]
pub(super) struct Mapping<'a> {
    schema_version: u8,
    tool: Tool,
    framework: Framework<'a>,
    caution: &'static str,
    clauses: Vec<Clause<'a>>,
    not_listed: Vec<&'a str>,
}

#[derive(Serialize)]
struct Clause<'a> {
    id: &'a str,
    title: &'a str,
    criteria: Vec<Link<'a>>,
}

#[derive(Serialize)]
struct Link<'a> {
    id: String,
    title: &'a str,
    relation: String,
    support: u8,
    strength: String,
}

impl<'a> Mapping<'a> {
    pub(super) fn of(mapping: &'a crosswalk::Mapping, catalog: &'a Catalog, part: &Part) -> Self {
        Self {
            schema_version: 1,
            tool: Tool::this(),
            framework: Framework::of(mapping),
            caution: words::CAUTION,
            clauses: part.targets(mapping).map(|target| Clause::of(target, catalog)).collect(),
            not_listed: part.silent(&mapping.silent_about()),
        }
    }
}

impl<'a> Clause<'a> {
    fn of(target: &'a crosswalk::Target, catalog: &'a Catalog) -> Self {
        let criteria = target.links.iter().filter_map(|link| {
            Some(Link {
                id: link.criterion.to_string(),
                title: &catalog.criterion(link.criterion)?.title,
                relation: link.relation.snake(),
                support: link.support,
                strength: link.strength.snake(),
            })
        });
        Self { id: &target.id, title: &target.title, criteria: criteria.collect() }
    }
}
