//! The gaps as CSV: a row for each, with the columns that a spreadsheet filters and sorts by.

use crate::model::assessment::Assessment;
use crate::report::csv::table::{day, table, text};
use crate::report::format::Content;
use crate::report::gap_rows::{GapRow, GapRows};
use crate::report::{Format, Options};

/// The format `csv`.
pub static FORMAT: Format = Format {
    name: "csv",
    extension: "csv",
    summary: "the gaps, a row for each, for spreadsheets",
    styled: false,
    render,
};

const COLUMNS: [&str; 28] = [
    "number",
    "id",
    "title",
    "level",
    "score",
    "likelihood",
    "impact",
    "inherent_level",
    "inherent_score",
    "nature",
    "rule",
    "criteria",
    "control",
    "control_name",
    "systems",
    "owner",
    "treatment",
    "accepted_by",
    "accepted_until",
    "change",
    "task",
    "due",
    "current_state",
    "desired_state",
    "recommendation",
    "file",
    "line",
    "column",
];

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let rows = GapRows::of(assessment);
    table(COLUMNS, rows.listed(options).map(|row| cells(assessment, &row))).into()
}

fn cells(assessment: &Assessment<'_>, row: &GapRow<'_>) -> [String; 28] {
    let (finding, risk) = (&row.gap.finding, &row.gap.risk);
    let criteria: Vec<String> = finding.criteria.iter().map(ToString::to_string).collect();
    let signed = row.acceptance.map(|acceptance| assessment.inventory.person_name(&acceptance.approved_by.value));
    [
        row.gap.number.to_string(),
        text(row.gap.id()),
        text(&finding.title),
        risk.level().word().to_owned(),
        risk.score().to_string(),
        risk.residual.likelihood.to_string(),
        risk.residual.impact.to_string(),
        risk.inherent.level.word().to_owned(),
        risk.inherent.score.to_string(),
        finding.rule.nature.word().to_owned(),
        finding.rule.name.to_owned(),
        criteria.join(", "),
        row.control.map(|control| text(&control.id)).unwrap_or_default(),
        row.control.map(|control| text(&control.name)).unwrap_or_default(),
        text(&row.systems.join(", ")),
        row.owner.map(text).unwrap_or_default(),
        row.gap.treatment.word().to_owned(),
        signed.map(text).unwrap_or_default(),
        day(row.acceptance.map(|acceptance| acceptance.expires.value)),
        row.change.unwrap_or_default().to_owned(),
        row.task.map(|(_, task)| text(&task.id)).unwrap_or_default(),
        day(row.task.map(|(_, task)| task.due)),
        text(&finding.current_state),
        text(&finding.desired_state),
        text(&finding.recommendation),
        row.place.map(|(file, _)| text(file)).unwrap_or_default(),
        row.place.map(|(_, position)| position.line.to_string()).unwrap_or_default(),
        row.place.map(|(_, position)| position.column.to_string()).unwrap_or_default(),
    ]
}
