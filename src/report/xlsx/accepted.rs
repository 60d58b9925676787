//! The gaps somebody signed for, those known before, and those gone since an earlier result.

use crate::model::gap::Treatment;
use crate::report::account;
use crate::report::gap_rows::GapRow;
use crate::report::xlsx::cell::{Cell, Written};
use crate::report::xlsx::page::{Column, Page, column, painted};
use crate::report::xlsx::view::{View, criteria};

const COLUMNS: [Column; 11] = [
    column("Gap", 7.0),
    painted("Level", 10.0),
    column("Score", 7.0),
    column("What is wrong", 42.0),
    column("Criteria", 14.0),
    column("Accepted by", 18.0),
    column("Why", 44.0),
    column("On", 11.0),
    column("Until", 11.0),
    painted("Level signed for", 11.0),
    column("Id", 34.0),
];

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.widths(COLUMNS.iter().map(|column| column.width))?;
    page.title("Accepted", "An accepted gap keeps its score and its weight in the verdicts. It counts as open again once the date is past.")?;
    let accepted: Vec<Vec<Cell<'_>>> = view
        .listed()
        .filter(|row| matches!(row.gap.treatment, Treatment::Accepted(_)))
        .map(|row| signed(view, &row))
        .collect();
    match accepted.len() {
        0 if view.assessment.summary.accepted == 0 => {
            page.note("None. Nobody signed for a gap, or no signature is in force.")?;
        }
        listed => {
            page.note(&account::treated(view.assessment.summary.accepted, listed, "accepted"))?;
            page.table(&COLUMNS, accepted.into_iter())?;
        }
    }
    since(view, page)
}

fn signed<'a>(view: &View<'a>, row: &GapRow<'a>) -> Vec<Cell<'a>> {
    let finding = &row.gap.finding;
    let acceptance = row.acceptance;
    vec![
        row.gap.number.into(),
        row.gap.risk.level().plain().into(),
        row.gap.risk.score().into(),
        finding.title.as_str().into(),
        criteria(&finding.criteria).into(),
        acceptance.map(|acceptance| view.person(&acceptance.approved_by.value)).into(),
        acceptance.map(|acceptance| &*acceptance.rationale).into(),
        acceptance.and_then(|acceptance| acceptance.approved.as_ref()).map(|day| day.value).into(),
        acceptance.map(|acceptance| acceptance.expires.value).into(),
        acceptance.map(|acceptance| acceptance.level.map_or("not named", |level| level.plain())).into(),
        row.gap.id().into(),
    ]
}

/// What moved since an earlier result.
fn since(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Since an earlier result")?;
    let Some((comparison, change)) = view.assessment.comparison.as_ref().zip(account::change(view.assessment)) else {
        return page.note("This assessment was not compared with an earlier one.");
    };
    page.note(&change)?;
    if comparison.resolved.is_empty() {
        return page.note("No gap is gone since then.");
    }
    page.note("Gone since then:")?;
    for id in &comparison.resolved {
        page.note(id)?;
    }
    Ok(())
}
