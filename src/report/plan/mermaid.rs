//! The roadmap as a Gantt chart of Mermaid's.

use std::fmt::Write as _;

use crate::model::date::Date;
use crate::report::plan::page::PlanPage;
use crate::report::plan::roadmap::{Bar, Mark, marks, phases};
use crate::report::plan::{PlanFormat, words};
use crate::text::escape::mermaid;
use crate::text::wrap::truncate;

/// The format `mermaid`.
pub(super) static FORMAT: PlanFormat = PlanFormat {
    name: "mermaid",
    extension: "mmd",
    summary: "the Gantt chart of the compliance roadmap alone",
    styled: false,
    render,
};

/// How long the name of a bar gets.
const NAME: usize = 60;
/// Up to how many days the axis is marked in which steps, and how each is named: about fifteen names at most, for more would
/// lie over each other.
const MARKS: [(i64, &str, &str); 4] = [
    (42, "%Y-%m-%d", "1week"),
    (15 * 31, "%b %Y", "1month"),
    (45 * 31, "%b %Y", "3month"),
    (15 * 366, "%Y", "12month"),
];

fn render(page: &PlanPage<'_>, _: usize) -> String {
    chart(page).unwrap_or_else(|| nothing(page)) + "\n"
}

/// The chart, without a line break at its end; none where nothing has a day.
///
/// Mermaid takes a date that is none and an end before its start without a word, so only days of the plan come here, and each
/// bar ends the day after its last.
pub(super) fn chart(page: &PlanPage<'_>) -> Option<String> {
    let (phases, marks) = (phases(page), marks(page));
    let bars = || phases.iter().flat_map(|(_, bars)| bars);
    let days = || bars().flat_map(|bar| [bar.first, bar.last]).chain(marks.iter().map(|mark| mark.day));
    let (first, last) = (days().min()?, days().max()?);
    let mut chart = head(page, first, last);
    let mut at = 0;
    for (phase, bars) in &phases {
        // Writing to a string cannot fail.
        let _ = write!(chart, "\n    section {}", mermaid(words::phase(*phase)));
        for bar in bars {
            at += 1;
            chart.push_str(&line(bar, at));
        }
    }
    if !marks.is_empty() {
        chart.push_str("\n    section Milestones");
    }
    chart.extend((1..).zip(&marks).map(|(at, mark)| milestone(mark, at)));
    Some(chart)
}

fn head(page: &PlanPage<'_>, first: Date, last: Date) -> String {
    let title = format!("{}: {}", page.assessment.inventory.organization, words::ROADMAP.to_lowercase());
    let days = last.days_since(first);
    let marks = MARKS.iter().find(|(most, ..)| days <= *most);
    // Where no step is named, Mermaid marks about ten years by itself.
    let (format, step) = marks.map_or(("%Y", ""), |(_, format, step)| (format, step));
    let step = if step.is_empty() { String::new() } else { format!("\n    tickInterval {step}") };
    format!(
        "gantt\n    title {}\n    dateFormat YYYY-MM-DD\n    axisFormat {format}{step}\n    todayMarker off",
        mermaid(&truncate(&title, 2 * NAME))
    )
}

fn line(bar: &Bar, at: usize) -> String {
    let tags = [("crit, ", bar.critical), ("active, ", bar.begun)];
    let tags: String = tags.into_iter().filter(|(_, holds)| *holds).map(|(tag, _)| tag).collect();
    format!("\n    {} :{tags}t{at}, {}, {}", name(&bar.name), bar.first, bar.last.plus_days(1))
}

fn milestone(mark: &Mark, at: usize) -> String {
    let tag = if mark.broken { "crit, " } else { "" };
    format!("\n    {} :{tag}milestone, m{at}, {}, 0d", name(&mark.name), mark.day)
}

fn name(text: &str) -> String {
    mermaid(&truncate(text, NAME)).into_owned()
}

/// A chart without a bar is none, and would look like one that was lost.
fn nothing(page: &PlanPage<'_>) -> String {
    let day = page.assessment.as_of;
    let mark = Mark { name: words::headline(page), day, promised: false, broken: false };
    head(page, day, day) + "\n    section Milestones" + &milestone(&mark, 1)
}
