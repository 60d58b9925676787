//! The gap analysis report in short, in Markdown.

use crate::model::level::Level;
use crate::report::account;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::plan::page::PlanPage;
use crate::report::plan::words;
use crate::text::capital::capital;
use crate::text::count::number;
use crate::text::percent::percent;

/// How many cells a bar has.
const CELLS: usize = 20;

/// Done and to do with a bar, and the open gaps by level.
pub(super) fn write(page: &PlanPage<'_>, text: &mut Page) {
    let summary = &page.assessment.summary;
    let tallies = [Some(("Design", summary.design)), summary.operation.map(|tally| ("Operation", tally))];
    let columns =
        [Words("Verdicts on"), Words("Picture"), Number("Done"), Number("Share"), Number("To do"), Number("Share")];
    text.table(
        &columns,
        tallies.into_iter().flatten().map(|(name, tally)| {
            let (done, all) = (tally.no_gap, tally.total());
            let share = percent(done, all);
            let shown = |share: Option<u8>| share.map_or_else(String::new, |share| format!("{share} %"));
            let filled = (done * CELLS).checked_div(all).unwrap_or(0);
            vec![
                name.to_owned(),
                "█".repeat(filled) + &"░".repeat(CELLS - filled),
                number(done),
                shown(share),
                number(all - done),
                shown(share.map(|share| 100 - share)),
            ]
        }),
    );
    text.block(account::DONE);
    let open = Level::ALL
        .iter()
        .rev()
        .map(|level| vec![capital(level.plain()), number(summary.open.get(level).copied().unwrap_or(0))]);
    text.table(&[Words("Level"), Number("Open gaps")], open);
    text.block(&format!("Every verdict and every gap with its reasons: `{}`", words::ASSESS));
}
