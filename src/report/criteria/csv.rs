//! The catalog as CSV: a row for each criterion, and one for each of its points of focus.

use crate::model::catalog::{Criterion, Point};
use crate::report::criteria::CriteriaFormat;
use crate::report::criteria::choice::Choice;
use crate::report::csv::table::table;
use crate::text::escape;

/// CSV, for spreadsheets.
pub(super) static FORMAT: CriteriaFormat = CriteriaFormat {
    name: "csv",
    summary: "a row for each criterion and each point of focus, for spreadsheets",
    render,
};

/// The columns. Those a point of focus has no value of its own for are empty in its row.
const COLUMNS: [&str; 18] = [
    "id",
    "kind",
    "criterion",
    "series",
    "category",
    "title",
    "wording",
    "wording_by",
    "level",
    "impact",
    "impact_because",
    "areas",
    "kinds_of_control",
    "expected_evidence",
    "typical_controls",
    "remediation",
    "applies",
    "revised",
];

fn render(choice: &Choice<'_>, _: usize) -> String {
    let rows = choice.criteria.iter().flat_map(|chosen| {
        let points = chosen.points.iter().map(|point| of_point(chosen.criterion, point));
        std::iter::once(of_criterion(chosen.criterion)).chain(points)
    });
    table(COLUMNS, rows.map(|row| row.map(|cell| escape::csv(&cell).into_owned())))
}

fn of_criterion(criterion: &Criterion) -> [String; 18] {
    let lines = |list: &[String]| list.join("\n");
    let words = |words: Vec<&str>| words.join(", ");
    [
        criterion.id.to_string(),
        "criterion".to_owned(),
        criterion.id.to_string(),
        criterion.id.series(),
        criterion.category.word().to_owned(),
        criterion.title.clone(),
        criterion.wording().to_owned(),
        by(criterion.official.as_ref()),
        criterion.level.word().to_owned(),
        criterion.impact.level.word().to_owned(),
        criterion.impact.because.to_string(),
        words(criterion.areas.iter().map(|area| area.word()).collect()),
        words(criterion.kinds.iter().map(|kind| kind.word()).collect()),
        lines(&criterion.evidence),
        lines(&criterion.controls),
        lines(&criterion.remediation),
        String::new(),
        String::new(),
    ]
}

fn of_point(criterion: &Criterion, point: &Point) -> [String; 18] {
    let none = String::new;
    [
        format!("{}/{}", criterion.id, point.slug),
        "point of focus".to_owned(),
        criterion.id.to_string(),
        criterion.id.series(),
        criterion.category.word().to_owned(),
        point.title.clone(),
        point.wording().to_owned(),
        by(point.official.as_ref()),
        none(),
        none(),
        none(),
        none(),
        none(),
        none(),
        none(),
        none(),
        point.applies.word(),
        point.revised.word().to_owned(),
    ]
}

/// Whose words the wording is.
fn by(official: Option<&String>) -> String {
    if official.is_some() { "official" } else { "gapcheck" }.to_owned()
}
