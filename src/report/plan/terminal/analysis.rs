//! The gap analysis report in short: what is done, what is to do, and where the whole is to be had.

use crate::model::level::Level;
use crate::report::account;
use crate::report::plan::page::PlanPage;
use crate::report::plan::words;
use crate::report::terminal::bar::share;
use crate::report::terminal::layout::{paragraph, section};
use crate::report::terminal::style::FAINT;
use crate::text::count::{count, number};
use crate::text::list::and;

/// How wide the words before a bar are.
const LABEL: usize = 9;

/// The picture of done and to do; only of the whole, since criteria are nobody's part.
pub(super) fn analysis(page: &PlanPage<'_>, width: usize) -> String {
    if !page.is_whole() {
        return String::new();
    }
    let summary = &page.assessment.summary;
    let tallies = [Some(("design", summary.design)), summary.operation.map(|tally| ("operation", tally))];
    let cells = (width - LABEL - 4).min(61);
    let indent = " ".repeat(LABEL + 4);
    let bars = tallies.into_iter().flatten().map(|(label, tally)| {
        let bar = share(tally.no_gap, tally.total(), cells);
        let counts = paragraph(&account::done_and_to_do(&tally), width, &indent, anstyle::Style::new());
        format!("  {label:LABEL$}  {bar}\n{counts}")
    });
    let levels = Level::ALL.iter().rev().filter_map(|level| Some((level.plain(), *summary.open.get(level)?)));
    let levels = levels.filter(|(_, some)| *some > 0).map(|(level, some)| format!("{} {level}", number(some)));
    let open = match summary.open_total() {
        0 => format!("No gap stands open{}.", account::beside(summary)),
        open => format!("{}: {}.", count(open, "open gap"), and(levels)),
    };
    let body = bars.collect::<String>()
        + &paragraph(&open, width, "  ", anstyle::Style::new())
        + &paragraph(account::DONE, width, "  ", FAINT)
        + &paragraph("Every verdict and every gap with its reasons:", width, "  ", FAINT)
        + &paragraph(words::ASSESS, width, "    ", anstyle::Style::new());
    section(words::ANALYSIS, width, &body)
}
