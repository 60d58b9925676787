//! The readiness of the description as JSON: structs of their own, frozen by version. The published schema is
//! `schemas/description-v1.schema.json`.

use serde::Serialize;

use crate::model::description::{Description, DescriptionState, Judged, Missing, Part};
use crate::model::description_criteria::DescriptionCriterion;
use crate::model::words::{Category, ReportType};
use crate::report::description::{DescriptionFormat, Layout};
use crate::report::json::tool::Tool;
use crate::source::file::{Place, Sources};

/// The format `json`.
pub(super) static FORMAT: DescriptionFormat = DescriptionFormat {
    name: "json",
    extension: "json",
    summary: "the readiness for machines, in a form that is frozen by version",
    styled: false,
    render,
};

/// The whole document. Keys may be added; none is renamed, removed or given another meaning.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    standard: &'a str,
    as_of: String,
    organization: &'a str,
    scope: Scope<'a>,
    summary: Summary,
    criteria: Vec<Criterion<'a>>,
    gate: Gate,
}

#[derive(Serialize)]
struct Scope<'a> {
    system: Option<&'a str>,
    categories: &'a [Category],
    report: ReportType,
    as_of: Option<String>,
    period: Option<Period>,
}

#[derive(Serialize)]
struct Period {
    start: String,
    end: String,
}

#[derive(Serialize)]
struct Summary {
    writable: usize,
    partly: usize,
    not_writable: usize,
    not_asked: usize,
    to_write: usize,
}

#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a str,
    title: &'a str,
    state: DescriptionState,
    parts: Vec<PartOf<'a>>,
    to_write: &'a [String],
}

#[derive(Serialize)]
struct PartOf<'a> {
    part: String,
    holds: Vec<Thing<'a>>,
    said: Option<Said<'a>>,
    beside: &'a [String],
    missing: Vec<Lacks<'a>>,
}

#[derive(Serialize)]
struct Thing<'a> {
    id: &'a str,
    location: Option<Location<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    text: &'a str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Lacks<'a> {
    what: &'a str,
    key: &'a str,
    to_write: &'a str,
    locations: Vec<Location<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Gate {
    fail_on: Option<DescriptionState>,
    failed: bool,
}

fn render(description: &Description<'_>, layout: &Layout) -> String {
    let assessment = description.assessment;
    let of = |state| description.count(state);
    crate::report::json::pretty(&Document {
        schema_version: 1,
        tool: Tool::this(),
        standard: &description.asked.standard,
        as_of: assessment.as_of.to_string(),
        organization: &assessment.inventory.organization,
        scope: scope(description),
        summary: Summary {
            writable: of(DescriptionState::Writable),
            partly: of(DescriptionState::Partly),
            not_writable: of(DescriptionState::NotWritable),
            not_asked: of(DescriptionState::NotAsked),
            to_write: description.to_write(),
        },
        criteria: description.criteria().map(|of| criterion(of, assessment.sources)).collect(),
        gate: Gate { fail_on: layout.fail_on, failed: layout.fail_on.is_some_and(|gate| description.fails(gate)) },
    })
}

fn scope<'a>(description: &Description<'a>) -> Scope<'a> {
    let scope = &description.assessment.inventory.scope;
    let period = scope.report.period();
    Scope {
        system: scope.system.as_deref(),
        categories: &scope.categories,
        report: if period.is_some() { ReportType::Type2 } else { ReportType::Type1 },
        as_of: period.is_none().then(|| scope.report.end().to_string()),
        period: period.map(|period| Period { start: period.start.to_string(), end: period.end.to_string() }),
    }
}

fn criterion<'a>((of, judged): (&'a DescriptionCriterion, &'a Judged), sources: &'a Sources) -> Criterion<'a> {
    Criterion {
        id: &of.id,
        title: &of.title,
        state: judged.state(),
        parts: judged.parts.iter().map(|part| part_of(part, sources)).collect(),
        to_write: &judged.write,
    }
}

fn part_of<'a>(part: &'a Part, sources: &'a Sources) -> PartOf<'a> {
    let held = part.holds.iter();
    PartOf {
        part: part.subject.snake(),
        holds: held.map(|one| Thing { id: &one.id, location: one.place.map(|at| location(at, sources)) }).collect(),
        said: part.said.as_ref().map(|said| Said { text: &said.text, location: location(said.place, sources) }),
        beside: &part.beside,
        missing: part.missing.iter().map(|missing| lacks(missing, sources)).collect(),
    }
}

fn lacks<'a>(missing: &'a Missing, sources: &'a Sources) -> Lacks<'a> {
    Lacks {
        what: &missing.what,
        key: missing.key,
        to_write: &missing.write,
        locations: missing.places.iter().map(|place| location(*place, sources)).collect(),
    }
}

fn location(place: Place, sources: &Sources) -> Location<'_> {
    let position = sources.position(place);
    let file = sources.file(place).map_or("", |file| file.name.as_str());
    Location { file, line: position.line, column: position.column }
}
