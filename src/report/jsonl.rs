//! JSON lines: a gap a line, flat, for engines that read columns.
//!
//! Every line has every column in the same order, so that a type can be told from any of them, and says of itself which
//! organisation and which day it is of, so that files of many assessments read together are one table. Columns may be added
//! at the end; none is ever renamed, moved, removed or given another meaning. A column of numbers or of dates holds nothing
//! else; what is not known is `null`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::assessment::{Assessment, Comparison};
use crate::model::document::Acceptance;
use crate::model::gap::{Gap, Treatment};
use crate::model::inventory::Inventory;
use crate::model::plan::Task;
use crate::model::scope::Report;
use crate::report::format::Content;
use crate::report::{Format, Options};
use crate::text::escape;

/// The format `jsonl`.
pub static FORMAT: Format = Format {
    name: "jsonl",
    extension: "jsonl",
    summary: "JSON lines: a gap a line, flat, for engines that read columns",
    styled: false,
    render,
};

/// A gap as a row.
#[derive(Serialize)]
struct Row<'a> {
    organization: &'a str,
    as_of: String,
    report: &'static str,
    period_start: Option<String>,
    period_end: Option<String>,
    id: &'a str,
    number: usize,
    rule: &'static str,
    nature: String,
    title: &'a str,
    level: String,
    score: u8,
    likelihood: u8,
    impact: u8,
    inherent_level: String,
    inherent_score: u8,
    treatment: &'static str,
    change: Option<&'static str>,
    criteria: Vec<String>,
    control: Option<&'a str>,
    systems: Vec<&'a str>,
    owner: Option<&'a str>,
    due: Option<String>,
    accepted_by: Option<&'a str>,
    accepted_until: Option<String>,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
}

/// What rows are made of.
struct Rows<'a> {
    assessment: &'a Assessment<'a>,
    /// The task that closes each gap.
    tasks: BTreeMap<&'a str, &'a Task>,
}

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let tasks = assessment.plan.tasks.iter().flat_map(|task| task.gaps.iter().map(move |gap| (gap.as_str(), task)));
    let rows = Rows { assessment, tasks: tasks.collect() };
    let mut out = String::new();
    for gap in options.listed(assessment) {
        // A struct of texts, numbers and lists always becomes JSON.
        out.push_str(&serde_json::to_string(&rows.row(gap)).unwrap_or_default());
        out.push('\n');
    }
    escape::json(&out).into_owned().into()
}

impl<'a> Rows<'a> {
    fn row(&self, gap: &'a Gap) -> Row<'a> {
        let inventory = self.assessment.inventory;
        let finding = &gap.finding;
        let period = inventory.scope.report.period();
        let task = self.tasks.get(gap.id());
        let acceptance = acceptance(gap, inventory);
        let place = finding.place.and_then(|place| Some((self.assessment.sources.file(place)?, place)));
        let position = place.map(|(file, place)| file.position(place.start));
        Row {
            organization: &inventory.organization,
            as_of: self.assessment.as_of.to_string(),
            report: report(&inventory.scope.report),
            period_start: period.map(|period| period.start.to_string()),
            period_end: period.map(|period| period.end.to_string()),
            id: gap.id(),
            number: gap.number,
            rule: finding.rule.name,
            nature: finding.rule.nature.snake(),
            title: &finding.title,
            level: gap.risk.level().snake(),
            score: gap.risk.score(),
            likelihood: gap.risk.residual.likelihood,
            impact: gap.risk.residual.impact,
            inherent_level: gap.risk.inherent.level.snake(),
            inherent_score: gap.risk.inherent.score,
            treatment: gap.treatment.word(),
            change: self.assessment.comparison.as_ref().map(|comparison| change(gap, comparison)),
            criteria: finding.criteria.iter().map(ToString::to_string).collect(),
            control: finding.control.and_then(|at| Some(inventory.controls.get(at)?.id.as_str())),
            systems: finding.systems.iter().filter_map(|at| Some(inventory.systems.get(*at)?.id.as_str())).collect(),
            owner: task.map_or_else(|| inventory.owner_of(finding), |task| task.owner.as_deref()),
            due: task.map(|task| task.due.to_string()),
            accepted_by: acceptance.map(|acceptance| acceptance.approved_by.value.0.as_str()),
            accepted_until: acceptance.map(|acceptance| acceptance.expires.value.to_string()),
            file: place.map(|(file, _)| file.name.as_str()),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
        }
    }
}

/// Who signed for a gap, and until when.
fn acceptance<'a>(gap: &Gap, inventory: &'a Inventory) -> Option<&'a Acceptance> {
    match gap.treatment {
        Treatment::Accepted(at) => inventory.acceptances.get(at),
        Treatment::Open | Treatment::Baseline => None,
    }
}

const fn report(report: &Report) -> &'static str {
    match report {
        Report::Type1 { .. } => "type1",
        Report::Type2 { .. } => "type2",
    }
}

/// How a gap compares with an earlier result.
fn change(gap: &Gap, comparison: &Comparison) -> &'static str {
    let at = gap.number.saturating_sub(1);
    match () {
        () if comparison.new.binary_search(&at).is_ok() => "new",
        () if comparison.worsened.binary_search(&at).is_ok() => "worsened",
        () => "unchanged",
    }
}
