//! The way to the report: each milestone with the day it can be reached and the day it was promised.

use crate::model::date::{Date, Period};
use crate::model::plan::Milestone;
use crate::report::html::markup::{Markup, capital};
use crate::report::html::picture::canvas::{Canvas, Named};
use crate::report::html::picture::scale::Scale;
use crate::report::plan::page::PlanPage;
use crate::text::count::count;

/// How wide the picture is, and how much of that is for names and at the end for days.
const WIDTH: i64 = 1000;
const NAMES: i64 = 250;
const DAYS: i64 = 190;
/// How high a line is.
const LINE: i64 = 34;
/// Where the lines begin.
const HEAD: i64 = 26;
/// How far a sign reaches.
const REACH: i64 = 7;

/// The milestones along the calendar; nothing where none has a day.
pub(in crate::report) fn roadmap(page: &PlanPage<'_>) -> Option<Markup> {
    let milestones = &page.plan().milestones;
    let days = milestones.iter().flat_map(|milestone| [milestone.date, milestone.promised]).flatten();
    let period = page.assessment.inventory.scope.report.period();
    let period_days = period.into_iter().flat_map(|period| [period.start, period.end]);
    let days: Vec<Date> = days.chain(period_days).chain([page.assessment.as_of]).collect();
    if milestones.iter().all(|milestone| milestone.date.is_none() && milestone.promised.is_none()) {
        return None;
    }
    let (first, last) = (days.iter().copied().min()?, days.iter().copied().max()?);
    let lines = milestones.len() + usize::from(period.is_some());
    let height = HEAD + LINE * i64::try_from(lines).ok()? + 8;
    let scale = Scale::new([first, last], NAMES, WIDTH - NAMES - DAYS);
    let mut canvas = Canvas::new();
    scale.draw_months(&mut canvas, 4, height);
    scale.draw_day(&mut canvas, (page.assessment.as_of, "today"), [HEAD - 8, height]);
    let mut top = HEAD;
    if let Some(period) = period {
        draw_period(&mut canvas, &scale, (period, top));
        top += LINE;
    }
    for milestone in milestones {
        draw(&mut canvas, &scale, (milestone, top));
        top += LINE;
    }
    Some(named(page, canvas, height))
}

fn draw_period(canvas: &mut Canvas, scale: &Scale, (period, top): (&Period, i64)) {
    canvas.words("name", [0, top + 21], "Observation period");
    let [x, reach] = scale.reach(period.start, period.end, 4);
    canvas.bar("period", [x, top + 10, reach, LINE - 20]);
    canvas.words("day", [WIDTH - DAYS + 12, top + 21], &period.to_string());
}

fn draw(canvas: &mut Canvas, scale: &Scale, (milestone, top): (&Milestone, i64)) {
    let middle = top + LINE / 2;
    canvas.words("name", [0, top + 21], &capital(milestone.name));
    let broken = milestone.holds == Some(false);
    if let (Some(reached), Some(promised)) = (milestone.date, milestone.promised) {
        let class = if broken { "late" } else { "spare" };
        canvas.line(class, [scale.begin(reached), middle], [scale.begin(promised), middle]);
    }
    if let Some(promised) = milestone.promised {
        canvas.diamond(if broken { "promised broken" } else { "promised" }, [scale.begin(promised), middle], REACH + 1);
    }
    if let Some(reached) = milestone.date {
        canvas.diamond(if broken { "reached broken" } else { "reached" }, [scale.begin(reached), middle], REACH - 1);
    }
    let day = match (milestone.date, milestone.promised) {
        (Some(day), None) => day.to_string(),
        (Some(day), Some(promised)) => format!("{day} / {promised}"),
        (None, Some(promised)) => format!("– / {promised}"),
        (None, None) => "–".to_owned(),
    };
    canvas.words(if broken { "day broken" } else { "day" }, [WIDTH - DAYS + 12, top + 21], &day);
}

fn named(page: &PlanPage<'_>, canvas: Canvas, height: i64) -> Markup {
    let milestones = &page.plan().milestones;
    let told = milestones.iter().map(|milestone| {
        let day = |day: Option<Date>| day.map_or_else(|| "on no day".to_owned(), |day| format!("on {day}"));
        let promised = milestone.promised.map(|day| format!(", promised for {day}")).unwrap_or_default();
        format!("{} {}{promised}", milestone.name, day(milestone.date))
    });
    let told: Vec<String> = told.collect();
    let description = format!("{}: {}.", count(milestones.len(), "milestone"), told.join("; "));
    let named =
        Named { id: "roadmap-picture", class: "chart", title: "Roadmap to the report", description: &description };
    canvas.picture(&named, [WIDTH, height])
}
