//! The gaps that do not stand open: accepted, or known before. Counted and listed, never hidden.

use crate::model::gap::{Gap, Treatment};
use crate::report::account;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::view::{View, rating};
use crate::report::markdown::words;

/// Gaps somebody signed for.
pub(super) fn accepted(view: &View<'_>, page: &mut Page) {
    let gaps: Vec<Vec<String>> = view
        .listed()
        .filter_map(|gap| match gap.treatment {
            Treatment::Accepted(at) => Some(signed(view, gap, at)),
            Treatment::Open | Treatment::Baseline => None,
        })
        .collect();
    if view.assessment.summary.accepted == 0 {
        page.block("None. Nobody signed for a gap, or no signature is in force.");
        return;
    }
    page.block(&account::treated(view.assessment.summary.accepted, gaps.len(), "accepted"));
    page.block("An accepted gap keeps its score and its weight in the verdicts. It counts as open again once the date is past.");
    if gaps.is_empty() {
        return;
    }
    let mut columns = vec![Number("Gap"), Words("What is wrong"), Words("Id"), Words("Risk"), Words("Criteria")];
    columns.extend([Words("Accepted by"), Words("Why"), Words("On"), Words("Until"), Words("Level signed for")]);
    page.table(&columns, gaps);
}

fn signed(view: &View<'_>, gap: &Gap, at: usize) -> Vec<String> {
    let mut row = line(gap);
    if let Some(acceptance) = view.assessment.inventory.acceptances.get(at) {
        row.push(view.person(&acceptance.approved_by.value));
        row.push(words::plain(&acceptance.rationale));
        row.push(acceptance.approved.as_ref().map(|approved| approved.value.to_string()).unwrap_or_default());
        row.push(acceptance.expires.value.to_string());
        row.push(acceptance.level.map_or_else(|| "not named".to_owned(), |level| level.plain().to_owned()));
    }
    row
}

/// Gaps that stand in an earlier result, and those that are gone since.
pub(super) fn baseline(view: &View<'_>, page: &mut Page) {
    let known = view.assessment.summary.baseline;
    if view.assessment.comparison.is_none() && known == 0 {
        page.block("None. This assessment was not compared with an earlier one.");
        return;
    }
    if let Some(change) = account::change(view.assessment) {
        page.block(&words::plain(&change));
    }
    let gaps: Vec<Vec<String>> = view.listed().filter(|gap| gap.treatment == Treatment::Baseline).map(line).collect();
    page.block(&account::treated(known, gaps.len(), "known before"));
    if !gaps.is_empty() {
        let columns = [Number("Gap"), Words("What is wrong"), Words("Id"), Words("Risk"), Words("Criteria")];
        page.table(&columns, gaps);
    }
    let resolved = view.assessment.comparison.as_ref().map_or(&[][..], |comparison| &comparison.resolved);
    if !resolved.is_empty() {
        page.block("Gone since then:");
        page.list(resolved.iter().map(|id| words::code(id)));
    }
}

fn line(gap: &Gap) -> Vec<String> {
    vec![
        format!("{}{}", words::target(gap.id()), gap.number),
        words::sentence(&gap.finding.title),
        words::code(gap.id()),
        rating(gap.risk.residual),
        View::criteria(gap),
    ]
}
