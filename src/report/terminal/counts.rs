//! The counts, as counts: coverage, verdicts, open gaps by level.

use super::bar;
use super::layout::{Cell, left, paragraph, row, section};
use super::style::{FAINT, of_level, paint};
use crate::model::assessment::{Assessment, Tally};
use crate::model::level::Level;
use crate::model::verdict::Verdict;
use crate::text::count::{count, number};
use crate::text::percent;

/// How wide the words before a bar are.
const LABEL: usize = 9;

/// What is claimed, what is shown, what was tested: three counts that never become one.
pub fn coverage(assessment: &Assessment<'_>, width: usize) -> String {
    let summary = &assessment.summary;
    let of = summary.applicable;
    let test = if summary.operation.is_some() { "a test within the period" } else { "a test of design in date" };
    let counts = [
        ("claimed", summary.claimed, "a control in place"),
        ("evidenced", summary.evidenced, "evidence in date"),
        ("tested", summary.tested, test),
    ];
    let cells = (width / 4).clamp(10, 40);
    let digits = number(of).len();
    let lines = counts.map(|(label, part, means)| {
        let counted = format!("{:>digits$} of {of}", number(part));
        let start = format!("  {label:LABEL$}  {counted}  {:>5}  ", percent::shown(part, of));
        let room = width.saturating_sub(start.chars().count() + cells + 2);
        let means = if means.len() <= room { format!("  {}", paint(FAINT, means)) } else { String::new() };
        format!("{start}{}{means}\n", bar::share(part, of, cells))
    });
    section("Coverage of the criteria", width, &lines.concat())
}

/// How many criteria have which verdict, on design and, for type 2, on operation.
pub fn verdicts(assessment: &Assessment<'_>, width: usize) -> String {
    let summary = &assessment.summary;
    let tallies = [Some(("design", summary.design)), summary.operation.map(|tally| ("operation", tally))];
    let lines = tallies.into_iter().flatten().map(|(label, tally)| verdict_lines(label, tally, width));
    section("Verdicts", width, &lines.collect::<String>())
}

fn verdict_lines(label: &str, tally: Tally, width: usize) -> String {
    let room = left(width, &[LABEL]);
    let drawn = bar::tinted(&bar::tally(tally, room.min(61)));
    let verdicts = [
        (tally.no_gap, Verdict::NoGap),
        (tally.partial, Verdict::Partial),
        (tally.unverified, Verdict::Unverified),
        (tally.gap, Verdict::Gap),
    ];
    let legend = bar::VERDICTS.iter().zip(verdicts);
    let legend = legend.map(|((block, _), (of, verdict))| format!("{block} {} {}", number(of), verdict.plain()));
    let legend = legend.collect::<Vec<_>>().join(" · ");
    let lines = row(&[Cell::new("", LABEL), Cell::new(legend, room)]);
    format!("  {label:LABEL$}  {drawn}\n{}", bar::tinted(&lines))
}

/// How many gaps stand open at which level; those accepted and those known before apart.
pub fn open(assessment: &Assessment<'_>, width: usize) -> String {
    let summary = &assessment.summary;
    let levels: Vec<(Level, usize)> =
        Level::ALL.iter().rev().map(|level| (*level, summary.open.get(level).copied().unwrap_or(0))).collect();
    let largest = levels.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let digits = number(largest).len().max(3);
    let cells = left(width, &[LABEL, digits]).min(40);
    let lines = levels.iter().map(|(level, count)| {
        row(&[
            Cell::new(level.plain(), LABEL).style(of_level(*level)),
            Cell::new(number(*count), digits).right(),
            Cell::new(bar::amount(*count, largest, cells), cells).style(of_level(*level)),
        ])
    });
    let title = format!("Open gaps: {}", number(summary.open_total()));
    let apart = format!(
        "and apart from these {} and {} in the baseline",
        count(summary.accepted, "accepted gap"),
        number(summary.baseline)
    );
    let apart = paragraph(&apart, width, "  ", FAINT);
    section(&title, width, &(lines.collect::<String>() + &apart))
}
