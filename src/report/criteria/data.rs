//! What was chosen, whole, as JSON and YAML hold it: structs of their own, so that the catalog's files may change.

use serde::Serialize;

use crate::model::catalog;
use crate::report::criteria::choice::{Choice, Chosen};
use crate::report::criteria::words;

/// The document.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    schema_version: u8,
    edition: Edition<'a>,
    series: Vec<Series<'a>>,
    criteria: Vec<Criterion<'a>>,
    misnumbered: Vec<Misnumbered<'a>>,
}

impl<'a> Document<'a> {
    pub(super) fn of(choice: &Choice<'a>) -> Self {
        let chosen = |id: &str| choice.criteria.iter().any(|chosen| chosen.criterion.id.series() == id);
        let named = |wrong: &&catalog::Misnumbered| {
            choice.criteria.iter().any(|chosen| wrong.means.contains(&chosen.criterion.id))
        };
        let series = choice.catalog.series.iter().filter(|series| chosen(&series.id));
        Self {
            schema_version: 1,
            edition: Edition::of(choice),
            series: series.map(Series::of).collect(),
            criteria: choice.criteria.iter().map(Criterion::of).collect(),
            misnumbered: choice.catalog.misnumbered.iter().filter(named).map(Misnumbered::of).collect(),
        }
    }
}

/// Which edition of the criteria this is.
#[derive(Serialize)]
struct Edition<'a> {
    id: &'a str,
    name: &'a str,
    standard: &'a str,
    publisher: &'a str,
    revision: u16,
    wording: &'a str,
    digest: &'a str,
}

impl<'a> Edition<'a> {
    fn of(choice: &Choice<'a>) -> Self {
        let edition = &choice.catalog.edition;
        Self {
            id: &edition.id,
            name: &edition.name,
            standard: &edition.standard,
            publisher: &edition.publisher,
            revision: edition.revision,
            wording: words::wording(choice),
            digest: &choice.catalog.digest,
        }
    }
}

/// A series of criteria.
#[derive(Serialize)]
struct Series<'a> {
    id: &'a str,
    title: &'a str,
    category: String,
}

impl<'a> Series<'a> {
    fn of(series: &'a catalog::Series) -> Self {
        Self { id: &series.id, title: &series.title, category: series.category.snake() }
    }
}

/// A criterion. `official` is the standard's own wording where a licensee laid it over `asks`, which is ours.
#[derive(Serialize)]
struct Criterion<'a> {
    id: String,
    series: String,
    category: String,
    title: &'a str,
    asks: &'a str,
    official: Option<&'a str>,
    principle: Option<u8>,
    level: String,
    areas: Vec<String>,
    kinds: Vec<String>,
    impact: Impact<'a>,
    evidence: &'a [String],
    controls: &'a [String],
    remediation: &'a [String],
    points: Vec<Point<'a>>,
}

impl<'a> Criterion<'a> {
    fn of(chosen: &Chosen<'a>) -> Self {
        let criterion = chosen.criterion;
        Self {
            id: criterion.id.to_string(),
            series: criterion.id.series(),
            category: criterion.category.snake(),
            title: &criterion.title,
            asks: &criterion.asks,
            official: criterion.official.as_deref(),
            principle: criterion.principle,
            level: criterion.level.snake(),
            areas: criterion.areas.iter().map(|area| area.snake()).collect(),
            kinds: criterion.kinds.iter().map(|kind| kind.snake()).collect(),
            impact: Impact { level: criterion.impact.level.snake(), because: &criterion.impact.because },
            evidence: &criterion.evidence,
            controls: &criterion.controls,
            remediation: &criterion.remediation,
            points: chosen.points.iter().map(|point| Point::of(criterion, point)).collect(),
        }
    }
}

/// The base impact of a failure, with its reason.
#[derive(Serialize)]
struct Impact<'a> {
    level: String,
    because: &'a str,
}

/// A point of focus; `applies` is the condition as the catalog writes it.
#[derive(Serialize)]
struct Point<'a> {
    id: String,
    slug: &'a str,
    title: &'a str,
    asks: &'a str,
    official: Option<&'a str>,
    applies: String,
    revised: &'static str,
}

impl<'a> Point<'a> {
    fn of(criterion: &catalog::Criterion, point: &'a catalog::Point) -> Self {
        Self {
            id: format!("{}/{}", criterion.id, point.slug),
            slug: &point.slug,
            title: &point.title,
            asks: &point.asks,
            official: point.official.as_deref(),
            applies: point.applies.word(),
            revised: point.revised.word(),
        }
    }
}

/// An id that does not exist, and what its users probably mean: those that mean one of the criteria chosen.
#[derive(Serialize)]
struct Misnumbered<'a> {
    id: String,
    means: Vec<String>,
    because: &'a str,
}

impl<'a> Misnumbered<'a> {
    fn of(wrong: &'a catalog::Misnumbered) -> Self {
        let means = wrong.means.iter().map(ToString::to_string).collect();
        Self { id: wrong.id.to_string(), means, because: &wrong.because }
    }
}
