//! Tables of counts, and the picture of them.

use std::fmt::Write as _;

use crate::model::assessment::{Counts, Tally};
use crate::model::level::Level;
use crate::model::verdict::Verdict;
use crate::report::account;
use crate::report::markdown::page::Column::{self, Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;
use crate::text::capital::capital;
use crate::text::count::number;
use crate::text::escape;
use crate::text::percent::shown;

/// The picture and the table of verdicts, and what of it is done.
pub(super) fn verdicts(view: &View<'_>, page: &mut Page) {
    let summary = &view.assessment.summary;
    let tallies =
        || ["Design", "Operation"].into_iter().zip(std::iter::once(&summary.design).chain(&summary.operation));
    for (name, tally) in tallies().filter(|(_, tally)| tally.total() > 0) {
        page.fenced("mermaid", &pie(name, tally));
    }
    let verdicts = [Verdict::NoGap, Verdict::Partial, Verdict::Unverified, Verdict::Gap];
    let mut columns = vec![Words("Verdict"), Number("Design"), Number("Share")];
    if summary.operation.is_some() {
        columns.extend([Number("Operation"), Number("Share")]);
    }
    let row = |name: &str, of: &dyn Fn(&Tally) -> usize| {
        let counts = tallies().flat_map(|(_, tally)| [number(of(tally)), shown(of(tally), tally.total())]);
        std::iter::once(capital(name)).chain(counts).collect::<Vec<String>>()
    };
    let rows = verdicts.iter().map(|verdict| row(verdict.plain(), &|tally| of(tally, *verdict)));
    page.table(&columns, rows.chain([row("all applicable criteria", &Tally::total)]));
    page.block(account::DONE);
    page.list(tallies().map(|(name, tally)| format!("{name}: {}.", account::done_and_to_do(tally))));
}

/// How many criteria of a tally have a verdict.
const fn of(tally: &Tally, verdict: Verdict) -> usize {
    match verdict {
        Verdict::NoGap => tally.no_gap,
        Verdict::Partial => tally.partial,
        Verdict::Unverified => tally.unverified,
        Verdict::Gap => tally.gap,
        Verdict::NotApplicable => 0,
    }
}

/// The verdicts on design or on operation as a pie. Mermaid colours slices by their place, so each place is told the colour of its verdict; its own
/// percentages are rounded another way than ours and so are not shown.
fn pie(name: &str, tally: &Tally) -> String {
    let verdicts = [Verdict::NoGap, Verdict::Partial, Verdict::Unverified, Verdict::Gap];
    let mut slices: Vec<(Verdict, usize)> = verdicts.map(|verdict| (verdict, of(tally, verdict))).to_vec();
    slices.retain(|(_, count)| *count > 0);
    // The order Mermaid draws them in, whatever order they are written in.
    slices.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let colours: Vec<String> =
        (1..).zip(&slices).map(|(place, (verdict, _))| format!("\"pie{place}\": \"{}\"", colour(*verdict))).collect();
    let title = format!("{name} verdicts of {} applicable criteria", number(tally.total()));
    // Grey words can be read on a light page and on a dark one.
    let mut chart = format!(
        "%%{{init: {{\"theme\": \"base\", \"themeVariables\": {{{}, \"pieOpacity\": \"1\", \"pieSectionTextColor\": \"transparent\", \"pieTitleTextColor\": \"#767676\", \"pieLegendTextColor\": \"#767676\"}}}}}}%%\npie showData\n    title {}",
        colours.join(", "),
        escape::mermaid(&title)
    );
    for (verdict, count) in slices {
        // Writing to a string cannot fail.
        let _ = write!(chart, "\n    \"{}\" : {count}", escape::mermaid(verdict.plain()));
    }
    chart
}

/// The colour of a verdict: green only for what was looked at and found without a gap, grey for what nobody looked at.
const fn colour(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NoGap => "#2e7d32",
        Verdict::Partial => "#f9a825",
        Verdict::Unverified | Verdict::NotApplicable => "#9e9e9e",
        Verdict::Gap => "#c62828",
    }
}

/// The three counts beside each other.
pub(super) fn coverage(view: &View<'_>, page: &mut Page) {
    let of = view.assessment.summary.applicable;
    let rows = account::coverage(view.assessment).map(|(name, part, means)| {
        vec![capital(name), format!("{} of {}", number(part), number(of)), shown(part, of), means.to_owned()]
    });
    page.table(&[Words("Coverage"), Number("Criteria"), Number("Share"), Words("What it means")], rows);
}

/// Open gaps by level, and what became of the others.
pub(super) fn levels(view: &View<'_>, page: &mut Page) {
    let summary = &view.assessment.summary;
    let rows = Level::ALL.iter().rev().map(|level| {
        let (low, high) = level.bin();
        let open = summary.open.get(level).copied().unwrap_or(0);
        vec![capital(level.plain()), format!("{low} to {high}"), number(open)]
    });
    let all = vec!["All open gaps".to_owned(), String::new(), number(summary.open_total())];
    page.table(&[Words("Level"), Words("Score"), Number("Open gaps")], rows.chain([all]));
    page.block(&format!(
        "Not among them: {} accepted and {} known before. They keep their scores and stand in sections of their own.",
        number(summary.accepted),
        number(summary.baseline),
    ));
}

/// The verdicts as columns: alone, and where design and operation stand beside each other.
const VERDICTS: [Column; 4] = [Number("No gap"), Number("Partial"), Number("Unverified"), Number("Gap")];
const DESIGN: [Column; 4] =
    [Number("Design: no gap"), Number("Design: partial"), Number("Design: unverified"), Number("Design: gap")];
const OPERATION: [Column; 4] = [
    Number("Operation: no gap"),
    Number("Operation: partial"),
    Number("Operation: unverified"),
    Number("Operation: gap"),
];

/// Counts of groups of criteria.
pub(super) fn groups<'c>(
    page: &mut Page,
    name: &'static str,
    type2: bool,
    groups: impl Iterator<Item = (String, &'c Counts)>,
) {
    let mut columns = vec![Words(name), Number("Criteria")];
    columns.extend(if type2 { DESIGN } else { VERDICTS });
    columns.extend(type2.then_some(OPERATION).into_iter().flatten());
    columns.extend([Number("Claimed"), Number("Evidenced"), Number("Tested"), Words("Worst open gap")]);
    page.table(
        &columns,
        groups.map(|(name, counts)| {
            let tallies = [Some(counts.design), counts.operation.filter(|_| type2)].into_iter().flatten();
            let verdicts = tallies.flat_map(|tally| [tally.no_gap, tally.partial, tally.unverified, tally.gap]);
            let coverage = [counts.claimed, counts.evidenced, counts.tested];
            let numbers = std::iter::once(counts.criteria).chain(verdicts).chain(coverage);
            let mut row = vec![capital(&name)];
            row.extend(numbers.map(number));
            row.push(counts.worst.map_or("none", Level::plain).to_owned());
            row
        }),
    );
}
