//! The roadmap as bars of text, a column for so many days.

use crate::model::date::Date;
use crate::report::plan::page::PlanPage;
use crate::report::plan::roadmap::{Bar, Mark, marks, phases};
use crate::report::plan::words;
use crate::report::terminal::bar::paint_runs;
use crate::report::terminal::layout::paragraph;
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, NEUTRAL, STRONG, paint};
use crate::text::escape::terminal;
use crate::text::wrap;

/// What the signs mean.
const LEGEND: &str = "█ decides the end, ▒ other work, ◆ can be reached, ◇ promised to customers";

/// The days drawn, and the room for them.
struct Scale {
    first: Date,
    days: usize,
    label: usize,
    cells: usize,
}

impl Scale {
    fn of(page: &PlanPage<'_>, days: &[Date], width: usize) -> Option<Self> {
        let first = days.iter().copied().min()?.min(page.assessment.as_of);
        let last = days.iter().copied().max()?;
        let days = usize::try_from(last.days_since(first)).ok()? + 1;
        let label = (width * 2 / 5).min(60);
        Some(Self { first, days, label, cells: width - label - 4 })
    }

    /// The column of a day.
    fn column(&self, day: Date) -> usize {
        let after = usize::try_from(day.days_since(self.first)).unwrap_or(0);
        (after.saturating_mul(self.cells) / self.days).min(self.cells - 1)
    }

    fn line(&self, label: &str, drawn: &str) -> String {
        let label = wrap::truncate(&terminal(label), self.label);
        let blanks = " ".repeat(self.label - wrap::width(&label));
        format!("  {label}{blanks}  {drawn}\n")
    }
}

/// The bars of each phase and the days of the milestones; nothing where nothing has a day.
pub(super) fn chart(page: &PlanPage<'_>, width: usize) -> String {
    let (phases, marks) = (phases(page), marks(page));
    let bars = phases.iter().flat_map(|(_, bars)| bars).flat_map(|bar| [bar.first, bar.last]);
    let days: Vec<Date> = bars.chain(marks.iter().map(|mark| mark.day)).collect();
    let Some(scale) = Scale::of(page, &days, width) else { return String::new() };
    let mut out = format!("{}\n", paint(FAINT, scale.line("", &months(&scale)).trim_end()));
    for (phase, bars) in &phases {
        out += &paragraph(words::phase(*phase), width, "  ", STRONG);
        out.extend(bars.iter().map(|bar| drawn(&scale, bar)));
    }
    if !marks.is_empty() {
        out += &paragraph("Milestones", width, "  ", STRONG);
        out.extend(marks.iter().map(|mark| marked(&scale, mark)));
    }
    out + &paragraph(LEGEND, width, "  ", FAINT)
}

/// How wide the name of a month is.
const MONTH: usize = 7;

/// The months, each where it begins and where there is room for its name.
fn months(scale: &Scale) -> String {
    let mut begins = beginnings(scale).into_iter().peekable();
    // The month that had begun before gives way to the first that begins.
    if let Some((first, _)) = begins.next()
        && begins.peek().is_none_or(|(_, next)| *next > MONTH)
    {
        return named(std::iter::once((first, 0)).chain(begins), scale.cells);
    }
    named(begins, scale.cells)
}

/// Each month with the column in which it begins; the one of the first day with the first column.
fn beginnings(scale: &Scale) -> Vec<(String, usize)> {
    let (mut year, mut month) = scale.first.month();
    let mut found = Vec::new();
    let mut day = Some(scale.first);
    let drawn = |day: &Date| usize::try_from(day.days_since(scale.first)).is_ok_and(|after| after < scale.days);
    while let Some(begins) = day.filter(drawn) {
        found.push((format!("{year:04}-{month:02}"), scale.column(begins)));
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        day = Date::new(year, month, 1);
    }
    found
}

fn named(months: impl Iterator<Item = (String, usize)>, cells: usize) -> String {
    let mut line = String::new();
    for (name, column) in months {
        let used = wrap::width(&line);
        if column + MONTH <= cells && (line.is_empty() || used < column) {
            line += &" ".repeat(column - used);
            line += &name;
        }
    }
    line
}

fn drawn(scale: &Scale, bar: &Bar) -> String {
    let (from, to) = (scale.column(bar.first), scale.column(bar.last));
    let sign = if bar.critical { "█" } else { "▒" };
    let bar_of = " ".repeat(from) + &sign.repeat(to - from + 1);
    let style = if bar.critical { ATTENTION } else { NEUTRAL };
    let line = scale.line(&bar.name, &bar_of);
    ['█', '▒'].iter().fold(line, |line, block| paint_runs(&line, *block, style))
}

fn marked(scale: &Scale, mark: &Mark) -> String {
    let (sign, style) = match mark {
        Mark { broken: true, .. } => ("◇", BAD.bold()),
        Mark { promised: true, .. } => ("◇", STRONG),
        Mark { .. } => ("◆", NEUTRAL),
    };
    let before = " ".repeat(scale.column(mark.day));
    scale.line(&mark.name, &format!("{before}{}", paint(style, sign)))
}
