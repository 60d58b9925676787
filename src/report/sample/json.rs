//! A sample as JSON: structs of their own, frozen by version.

use serde::Serialize;

use crate::model::date::Date;
use crate::model::sampling::Sampling;
use crate::report::format::Content;
use crate::report::json::tool::Tool;
use crate::report::sample::SampleFormat;
use crate::report::sample::words::ALGORITHM;

/// The format `json`.
pub(super) static FORMAT: SampleFormat = SampleFormat {
    name: "json",
    extension: "json",
    summary: "for machines, in a form that is frozen by version",
    styled: false,
    render,
};

/// The whole document. Keys may be added; none is renamed, removed or given another meaning.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    organization: &'a str,
    control: ControlJson<'a>,
    period: PeriodJson,
    population: PopulationJson<'a>,
    sample: SampleJson<'a>,
}

/// The control, and what to look at in every item.
#[derive(Serialize)]
struct ControlJson<'a> {
    id: &'a str,
    name: &'a str,
    criteria: Vec<String>,
    frequency: Option<&'static str>,
    attributes: &'a [String],
}

/// The time the population belongs to, first and last day included.
#[derive(Serialize)]
struct PeriodJson {
    start: Date,
    end: Date,
}

/// The population; `sha256` is of its ids in the order of their bytes, each with a line feed behind it.
#[derive(Serialize)]
struct PopulationJson<'a> {
    file: &'a str,
    file_sha256: &'a str,
    sheet: Option<&'a str>,
    id_column: &'a str,
    date_column: Option<&'a str>,
    rows_outside_period: usize,
    size: usize,
    sha256: &'a str,
    source: &'a str,
    retrieved: Option<Date>,
}

/// The sample; `items` stand in the order in which they were drawn.
#[derive(Serialize)]
struct SampleJson<'a> {
    size: usize,
    because: &'a str,
    method: &'static str,
    seed: u32,
    seed_chosen: bool,
    algorithm: &'static str,
    items: &'a [String],
}

fn render(sampling: &Sampling<'_>, _: usize) -> Content {
    let (control, listed) = (sampling.control, &sampling.population);
    Content::Text(crate::report::json::pretty(&Document {
        schema_version: 1,
        tool: Tool::this(),
        organization: &sampling.inventory.organization,
        control: ControlJson {
            id: control.id.value.as_str(),
            name: &control.name,
            criteria: control.criteria.iter().map(|named| named.value.to_string()).collect(),
            frequency: control.frequency.map(crate::model::words::Frequency::word),
            attributes: &sampling.attributes,
        },
        period: PeriodJson { start: sampling.period.start, end: sampling.period.end },
        population: PopulationJson {
            file: &listed.file,
            file_sha256: &listed.file_digest,
            sheet: listed.sheet.as_deref(),
            id_column: &listed.id_column,
            date_column: listed.date_column.as_deref(),
            rows_outside_period: listed.outside,
            size: listed.ids.len(),
            sha256: &listed.digest,
            source: &sampling.provenance.source,
            retrieved: sampling.provenance.retrieved,
        },
        sample: SampleJson {
            size: sampling.items.len(),
            because: &sampling.size.because,
            method: sampling.method(),
            seed: sampling.seed.number,
            seed_chosen: sampling.seed.chosen,
            algorithm: ALGORITHM,
            items: &sampling.items,
        },
    }))
}
