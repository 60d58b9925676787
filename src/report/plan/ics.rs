//! The plan as a calendar: an event for each task over the days it is worked on, and one for each milestone.

use crate::model::plan::Milestone;
use crate::report::calendar::{CalendarFile, Event};
use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::{PlanFormat, words};
use crate::text::capital::capital;

/// The format `ics`.
pub(super) static FORMAT: PlanFormat = PlanFormat {
    name: "ics",
    extension: "ics",
    summary: "an event for each task and each milestone, for calendars (RFC 5545)",
    styled: false,
    render,
};

fn render(page: &PlanPage<'_>, _: usize) -> String {
    let assessment = page.assessment;
    let organization = &assessment.inventory.organization;
    let (name, headline) = (format!("Remediation plan: {organization}"), words::headline(page));
    let mut file = CalendarFile::new(organization, assessment.as_of, "plan", [&name, &headline]);
    let milestones = page.plan().milestones.iter().filter(|_| page.is_whole());
    let milestones: Vec<(String, Milestone)> = milestones.flat_map(days).collect();
    let events = page.to_do().filter_map(|numbered| event(page, numbered));
    let mut events: Vec<Event<'_>> = events.chain(milestones.iter().filter_map(|(id, of)| reached(id, of))).collect();
    if events.is_empty() {
        // A calendar without an event is none by the standard, and would look like a file that was lost.
        events.push(alone("nothing", assessment.as_of, headline));
    }
    for event in &events {
        file.event(event);
    }
    file.into_text()
}

fn event<'a>(page: &PlanPage<'_>, Numbered { number, task }: Numbered<'a>) -> Option<Event<'a>> {
    let owner = page.owner(task).unwrap_or("unassigned");
    let mut description = vec![
        format!("Owner: {owner}"),
        format!("Effort: {}", task.effort),
        format!("Due: {}", task.due),
        format!("Status: {}", words::status(task)),
    ];
    description.extend(words::waits_for(page, task).map(|tasks| format!("Waits for: {tasks}")));
    description.extend((1..).zip(&task.steps).map(|(at, step)| format!("{at}. {step}")));
    let rest = [
        ("Done when", task.done_when.clone()),
        ("Closes", task.gaps.join(", ")),
        ("Tracked at", task.ticket.clone().unwrap_or_default()),
    ];
    description.extend(rest.into_iter().filter_map(|(name, text)| words::told(name, &text)));
    Some(Event {
        identity: &task.id,
        first: task.start?,
        last: task.finish?,
        summary: format!("{number} {}", task.title),
        description,
        category: Some(task.phase.word()),
        remind: None,
    })
}

/// The days of a milestone: when it can be reached, and when it was promised, each with what it is called from one file to the
/// next.
fn days(milestone: &Milestone) -> impl Iterator<Item = (String, Milestone)> {
    let name = milestone.name.replace(' ', "-");
    let reached =
        milestone.date.map(|_| (format!("milestone:{name}"), Milestone { promised: None, ..milestone.clone() }));
    let promised =
        milestone.promised.map(|_| (format!("promise:{name}"), Milestone { date: None, ..milestone.clone() }));
    reached.into_iter().chain(promised)
}

fn reached<'a>(identity: &'a str, milestone: &Milestone) -> Option<Event<'a>> {
    let name = capital(milestone.name);
    let (day, summary) = match (milestone.date, milestone.promised) {
        (Some(day), _) => (day, format!("Milestone: {name}")),
        (None, promised) => (promised?, format!("Promised: {name}")),
    };
    let because = Some(milestone.because.clone()).filter(|because| !because.is_empty());
    let mut event = alone(identity, day, summary);
    event.description.extend(because);
    event.category = Some("milestone");
    Some(event)
}

const fn alone(identity: &str, day: crate::model::date::Date, summary: String) -> Event<'_> {
    Event { identity, first: day, last: day, summary, description: Vec::new(), category: None, remind: None }
}
