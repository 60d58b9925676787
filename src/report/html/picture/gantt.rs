//! The tasks of the plan along the calendar, phase by phase.

use crate::model::date::Date;
use crate::report::html::markup::Markup;
use crate::report::html::picture::canvas::{Canvas, Named};
use crate::report::html::picture::chart::{LINE, Line, chart, ground};
use crate::report::html::picture::scale::{Scale, WIDTH};
use crate::report::plan::page::PlanPage;
use crate::report::plan::roadmap::{Bar, EACH, marks, phases};
use crate::report::plan::words;
use crate::text::count::count;

/// How much of a line a bar takes.
const BAR: i64 = 14;

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
    let scale = Scale::new([first, last], WIDTH);
    let all = phases.len() + bars().count();
    let mut canvas = Canvas::new();
    ground(&mut canvas, &scale, all, page.assessment.as_of);
    let bottom = LINE * i64::try_from(all).ok()?;
    for mark in marks(page).iter().filter(|mark| mark.promised && mark.day <= last) {
        let class = if mark.broken { "promise broken" } else { "promise" };
        scale.draw_day(&mut canvas, (mark.day, class), [0, bottom]);
    }
    let mut lines = Vec::with_capacity(all);
    let mut top = 0;
    for (phase, bars) in &phases {
        lines.push(line(words::phase(*phase), "phase"));
        top += LINE;
        for bar in bars {
            draw(&mut canvas, &scale, (bar, top));
            lines.push(line(&bar.name, if bar.critical { "critical" } else { "" }));
            top += LINE;
        }
    }
    let description = described(page, [first, last]);
    let named = Named { id: "gantt", class: "days", title: "Gantt chart of the plan", description: &description };
    Some(chart(&named, &scale, &lines, canvas))
}

fn line(name: &str, class: &'static str) -> Line {
    Line { name: name.to_owned(), class, end: String::new() }
}

fn draw(canvas: &mut Canvas, scale: &Scale, (bar, top): (&Bar, i64)) {
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

fn described(page: &PlanPage<'_>, [first, last]: [Date; 2]) -> String {
    let critical = page.tasks().filter(|numbered| numbered.task.critical).count();
    format!(
        "{} from {first} to {last}, phase by phase; {} on the critical path. The action plan holds the same days as a table.",
        count(page.tasks().count(), "task"),
        count(critical, "task"),
    )
}
