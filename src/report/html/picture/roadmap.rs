//! The way to the report: each milestone with the day it can be reached and the day it was promised.

use crate::model::date::Date;
use crate::model::plan::Milestone;
use crate::report::html::markup::Markup;
use crate::report::html::picture::canvas::{Canvas, Named};
use crate::report::html::picture::chart::{LINE, Line, chart, ground};
use crate::report::html::picture::scale::{Scale, WIDTH};
use crate::report::plan::page::PlanPage;
use crate::text::capital::capital;
use crate::text::count::count;

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
    let scale = Scale::new([first, last], WIDTH);
    let mut canvas = Canvas::new();
    ground(&mut canvas, &scale, milestones.len() + usize::from(period.is_some()), page.assessment.as_of);
    let mut lines = Vec::new();
    let mut top = 0;
    if let Some(period) = period {
        let [x, reach] = scale.reach(period.start, period.end, 4);
        canvas.bar("period", [x, top + 6, reach, LINE - 12]);
        lines.push(Line { name: "Observation period".to_owned(), class: "", end: period.to_string() });
        top += LINE;
    }
    for milestone in milestones {
        draw(&mut canvas, &scale, (milestone, top + LINE / 2));
        lines.push(line(milestone));
        top += LINE;
    }
    let description = described(milestones);
    let named =
        Named { id: "roadmap-picture", class: "days", title: "Roadmap to the report", description: &description };
    Some(chart(&named, &scale, &lines, canvas))
}

fn draw(canvas: &mut Canvas, scale: &Scale, (milestone, middle): (&Milestone, i64)) {
    let broken = milestone.holds == Some(false);
    // A sign stays whole at both ends.
    let at = |day| scale.begin(day).clamp(REACH + 2, WIDTH - REACH - 2);
    if let (Some(reached), Some(promised)) = (milestone.date, milestone.promised) {
        let class = if broken { "late" } else { "spare" };
        canvas.line(class, [at(reached), middle], [at(promised), middle]);
    }
    if let Some(promised) = milestone.promised {
        canvas.diamond(if broken { "promised broken" } else { "promised" }, [at(promised), middle], REACH + 1);
    }
    if let Some(reached) = milestone.date {
        canvas.diamond(if broken { "reached broken" } else { "reached" }, [at(reached), middle], REACH - 1);
    }
}

fn line(milestone: &Milestone) -> Line {
    let end = match (milestone.date, milestone.promised) {
        (Some(day), None) => day.to_string(),
        (Some(day), Some(promised)) => format!("{day} / {promised}"),
        (None, Some(promised)) => format!("– / {promised}"),
        (None, None) => "–".to_owned(),
    };
    let class = if milestone.holds == Some(false) { "broken" } else { "" };
    Line { name: capital(milestone.name), class, end }
}

/// The milestones in words.
fn described(milestones: &[Milestone]) -> String {
    let told = milestones.iter().map(|milestone| {
        let day = |day: Option<Date>| day.map_or_else(|| "on no day".to_owned(), |day| format!("on {day}"));
        let promised = milestone.promised.map(|day| format!(", promised for {day}")).unwrap_or_default();
        format!("{} {}{promised}", milestone.name, day(milestone.date))
    });
    let told: Vec<String> = told.collect();
    format!("{}: {}.", count(milestones.len(), "milestone"), told.join("; "))
}
