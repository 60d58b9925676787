//! The tasks of the plan along the calendar, phase by phase.

use crate::model::date::Date;
use crate::report::html::markup::Markup;
use crate::report::html::picture::canvas::{Canvas, Named};
use crate::report::html::picture::scale::Scale;
use crate::report::plan::page::PlanPage;
use crate::report::plan::roadmap::{Bar, EACH, marks, phases};
use crate::report::plan::words;
use crate::text::count::count;
use crate::text::wrap;

/// How wide the picture is, and how much of that is for names.
const WIDTH: i64 = 1000;
const NAMES: i64 = 330;
/// How many cells of text have room there.
const CELLS: usize = 46;
/// How high a line is, and how much of it a bar takes.
const LINE: i64 = 22;
const BAR: i64 = 14;
/// Where the lines begin.
const HEAD: i64 = 22;

/// What is said of a plan of many tasks.
pub(in crate::report) fn capped(page: &PlanPage<'_>) -> Option<String> {
    let scheduled = page.tasks().filter(|numbered| numbered.task.start.is_some()).count();
    (scheduled > EACH).then(|| {
        format!(
            "{} are too many for a bar each: those of a phase that begin in the same month share one. Each stands in the \
             action plan.",
            count(scheduled, "task")
        )
    })
}

/// The bars; nothing where no task has a day.
pub(in crate::report) fn gantt(page: &PlanPage<'_>) -> Option<Markup> {
    let phases = phases(page);
    let bars = || phases.iter().flat_map(|(_, bars)| bars);
    let first = bars().map(|bar| bar.first).min()?.min(page.assessment.as_of);
    let last = bars().map(|bar| bar.last).max()?;
    let lines = phases.len() + bars().count();
    let height = HEAD + LINE * i64::try_from(lines).ok()? + 6;
    let scale = Scale::new([first, last], NAMES, WIDTH - NAMES);
    let mut canvas = Canvas::new();
    scale.draw_months(&mut canvas, 4, height);
    let mut top = HEAD;
    for (phase, bars) in &phases {
        canvas.words("phase", [0, top + 15], words::phase(*phase));
        canvas.line("rule", [0, top + LINE - 1], [WIDTH, top + LINE - 1]);
        top += LINE;
        for bar in bars {
            draw(&mut canvas, &scale, (bar, top));
            top += LINE;
        }
    }
    for mark in marks(page).iter().filter(|mark| mark.promised && mark.day <= last) {
        let class = if mark.broken { "promise broken" } else { "promise" };
        scale.draw_day(&mut canvas, (mark.day, class), [HEAD, height]);
    }
    Some(named(page, canvas, [first, last], height))
}

fn draw(canvas: &mut Canvas, scale: &Scale, (bar, top): (&Bar, i64)) {
    canvas.words("name", [8, top + 15], &wrap::truncate(&bar.name, CELLS));
    let [x, reach] = scale.reach(bar.first, bar.last, 4);
    let class = match (bar.critical, bar.begun) {
        (true, _) => "g-critical",
        (false, true) => "g-begun",
        (false, false) => "g-bar",
    };
    canvas.bar(class, [x, top + (LINE - BAR) / 2, reach, BAR]);
    if bar.critical {
        // A line along it, so that it is told from the others without colours.
        canvas.line("thread", [x + 2, top + LINE / 2], [x + reach - 2, top + LINE / 2]);
    }
}

fn named(page: &PlanPage<'_>, canvas: Canvas, [first, last]: [Date; 2], height: i64) -> Markup {
    let critical = page.tasks().filter(|numbered| numbered.task.critical).count();
    let description = format!(
        "{} from {first} to {last}, phase by phase; {} on the critical path. The action plan holds the same days as a table.",
        count(page.tasks().count(), "task"),
        count(critical, "task"),
    );
    let named = Named { id: "gantt", class: "chart", title: "Gantt chart of the plan", description: &description };
    canvas.picture(&named, [WIDTH, height])
}
