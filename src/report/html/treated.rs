//! The gaps that do not stand open: accepted, or known before. Counted and listed, never hidden.

use crate::model::gap::{Gap, Treatment};
use crate::report::account;
use crate::report::html::block::{Block, Column, Table, blocks, words};
use crate::report::html::markup::{Markup, code, prose, rating, text, whole};
use crate::report::html::view::View;

/// The columns of a gap.
const GAP: [Column; 5] = [
    Column::Number("Gap"),
    Column::Words("What is wrong"),
    Column::Words("Id"),
    Column::Words("Risk"),
    Column::Words("Criteria"),
];

/// Gaps somebody signed for.
pub(super) fn accepted(view: &View<'_>) -> Markup {
    let signed = view.listed.iter().filter_map(|gap| match gap.treatment {
        Treatment::Accepted(at) => Some(signed(view, gap, at)),
        Treatment::Open | Treatment::Baseline => None,
    });
    let rows: Vec<Vec<Markup>> = signed.collect();
    let accepted = view.assessment.summary.accepted;
    if accepted == 0 {
        return blocks(&[words("None. Nobody signed for a gap, or no signature is in force.")]);
    }
    let mut said = vec![
        words(&account::treated(accepted, rows.len(), "accepted")),
        words(
            "An accepted gap keeps its score and its weight in the verdicts. It counts as open again once the date is past.",
        ),
    ];
    let signature = ["Accepted by", "Why", "On", "Until", "Level signed for"].map(Column::Words);
    let columns = GAP.into_iter().chain(signature).collect();
    said.extend(table(["accepted-gaps", "Gaps that somebody signed for"], columns, rows));
    blocks(&said)
}

fn signed(view: &View<'_>, gap: &Gap, at: usize) -> Vec<Markup> {
    let mut row = line(view, gap);
    if let Some(acceptance) = view.assessment.inventory.acceptances.get(at) {
        row.push(text(view.person(&acceptance.approved_by.value)));
        row.push(text(&acceptance.rationale));
        row.push(acceptance.approved.as_ref().map_or_else(|| text(""), |approved| whole(approved.value)));
        row.push(whole(acceptance.expires.value));
        row.push(text(acceptance.level.map_or("not named", |level| level.plain())));
    }
    row
}

/// Gaps that stand in an earlier result, and those that are gone since.
pub(super) fn baseline(view: &View<'_>) -> Markup {
    let known = view.assessment.summary.baseline;
    if view.assessment.comparison.is_none() && known == 0 {
        return blocks(&[words("None. This assessment was not compared with an earlier one.")]);
    }
    let gaps = view.listed.iter().filter(|gap| gap.treatment == Treatment::Baseline);
    let rows: Vec<Vec<Markup>> = gaps.map(|gap| line(view, gap)).collect();
    let mut said: Vec<Block> = account::change(view.assessment).iter().map(|change| words(change)).collect();
    said.push(words(&account::treated(known, rows.len(), "known before")));
    said.extend(table(["known-gaps", "Gaps known before"], GAP.to_vec(), rows));
    let resolved = view.assessment.comparison.as_ref().map_or(&[][..], |comparison| &comparison.resolved);
    if !resolved.is_empty() {
        said.extend([words("Gone since then:"), Block::List(resolved.iter().map(|id| code(id)).collect())]);
    }
    blocks(&said)
}

fn table([id, caption]: [&str; 2], columns: Vec<Column>, rows: Vec<Vec<Markup>>) -> Option<Block> {
    let table = Table { id: id.to_owned(), caption: caption.to_owned(), columns, rows };
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

fn line(view: &View<'_>, gap: &Gap) -> Vec<Markup> {
    vec![view.number(gap), prose(&gap.finding.title), code(gap.id()), rating(gap.risk.residual), view.criteria(gap)]
}
