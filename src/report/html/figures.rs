//! Counts, as bars and as tables.

use askama::filters::Safe;

use crate::model::assessment::{Counts, Tally};
use crate::model::verdict::Verdict;
use crate::report::account;
use crate::report::html::block::{Block, Column, Table, blocks, words};
use crate::report::html::markup::{Markup, counted, joined, level, text, verdict, verdict_class};
use crate::report::html::picture::bars;
use crate::report::html::view::View;
use crate::text::capital::capital;
use crate::text::count::number;
use crate::text::percent::shown;

/// One of the three counts beside each other.
pub(super) struct Share {
    pub(super) name: String,
    pub(super) percent: String,
    pub(super) counted: String,
    pub(super) means: &'static str,
    pub(super) picture: Markup,
}

/// The verdicts on design, or on operation.
pub(super) struct TallyFigure {
    pub(super) name: &'static str,
    pub(super) picture: Markup,
    pub(super) parts: Vec<TallyPart>,
    pub(super) done: String,
}

/// How many criteria have a verdict.
pub(super) struct TallyPart {
    pub(super) verdict: Markup,
    pub(super) count: String,
    pub(super) share: String,
}

/// The three counts beside each other.
pub(super) fn coverage(view: &View<'_>) -> Vec<Share> {
    let of = view.assessment.summary.applicable;
    let shares = account::coverage(view.assessment).into_iter().map(|(name, part, means)| {
        let told = format!("{} of {}", number(part), number(of));
        Share {
            name: capital(name),
            percent: shown(part, of),
            picture: bars::share(name, part, of),
            counted: format!("{told} applicable criteria"),
            means,
        }
    });
    shares.collect()
}

/// The verdicts on design and, for Type II, on operation.
pub(super) fn tallies(view: &View<'_>) -> Vec<TallyFigure> {
    let summary = &view.assessment.summary;
    let tallies = [Some(("Design", summary.design)), summary.operation.map(|tally| ("Operation", tally))];
    tallies.into_iter().flatten().map(|(name, tally)| figure(name, &tally)).collect()
}

fn figure(name: &'static str, tally: &Tally) -> TallyFigure {
    let parts = parts(tally);
    let part = |(of, count): (Verdict, usize)| TallyPart {
        verdict: verdict(of),
        count: number(count),
        share: shown(count, tally.total()),
    };
    let drawn: Vec<_> = parts.iter().map(|(of, count)| (verdict_class(*of), of.plain(), *count)).collect();
    TallyFigure {
        name,
        picture: bars::stacked(name, &drawn),
        parts: parts.into_iter().map(part).collect(),
        done: account::done_and_to_do(tally),
    }
}

const fn parts(tally: &Tally) -> [(Verdict, usize); 4] {
    [
        (Verdict::NoGap, tally.no_gap),
        (Verdict::Partial, tally.partial),
        (Verdict::Unverified, tally.unverified),
        (Verdict::Gap, tally.gap),
    ]
}

/// A tally for a cell: its verdicts with their counts, those that occur.
fn in_a_cell(tally: &Tally) -> Markup {
    let some = parts(tally).into_iter().filter(|(_, count)| *count > 0);
    joined(some.map(|(of, many)| counted(of, &number(many))), " ")
}

/// The counts of categories and of areas.
pub(super) fn groups(view: &View<'_>) -> Markup {
    let summary = &view.assessment.summary;
    let categories = summary.categories.iter().map(|group| (group.category.plain().to_owned(), &group.counts));
    let areas = summary.areas.iter().map(|group| (group.area.plain(), &group.counts));
    blocks(&[
        Block::Heading("by-category", "By category".to_owned()),
        table(view, ["categories", "Category", "Criteria by category"], categories),
        Block::Heading("by-area", "By area".to_owned()),
        words("A criterion may belong to several areas, so their numbers do not add up to the criteria."),
        table(view, ["areas", "Area", "Criteria by area"], areas),
    ])
}

fn table<'c>(
    view: &View<'_>,
    [id, name, caption]: [&'static str; 3],
    groups: impl Iterator<Item = (String, &'c Counts)>,
) -> Block {
    let mut columns = vec![Column::Words(name), Column::Number("Criteria")];
    columns.push(Column::Words("Design"));
    columns.extend(view.type2().then_some(Column::Words("Operation")));
    columns.extend([Column::Number("Claimed"), Column::Number("Evidenced"), Column::Number("Tested")]);
    columns.push(Column::Words("Worst open gap"));
    let row = |(name, counts): (String, &Counts)| {
        let tallies = [Some(counts.design), counts.operation.filter(|_| view.type2())].into_iter().flatten();
        let mut row = vec![text(&capital(&name)), Safe(number(counts.criteria))];
        row.extend(tallies.map(|tally| in_a_cell(&tally)));
        row.extend([counts.claimed, counts.evidenced, counts.tested].map(|count| Safe(number(count))));
        row.push(counts.worst.map_or_else(|| text("none"), level));
        row
    };
    Block::Table(Table { id: id.to_owned(), caption: caption.to_owned(), columns, rows: groups.map(row).collect() })
}
