//! What is due, as a calendar: an all-day event for each thing, with a reminder three days before.

use crate::model::due::{Agenda, DueItem};
use crate::report::calendar::{CalendarFile, Event};
use crate::report::due::{DueFormat, words};

/// The format `ics`.
pub(super) static FORMAT: DueFormat = DueFormat {
    name: "ics",
    extension: "ics",
    summary: "an all-day event for each thing, for calendars (RFC 5545)",
    styled: false,
    render,
};

fn render(agenda: &Agenda<'_>, _: usize) -> String {
    let organization = &agenda.inventory.organization;
    let (name, headline) = (format!("Evidence due: {organization}"), words::headline(agenda));
    let mut file = CalendarFile::new(organization, agenda.horizon.as_of, "evidence due", [&name, &headline]);
    for item in &agenda.items {
        file.event(&event(agenda, item));
    }
    if agenda.items.is_empty() {
        // A calendar without an event is none by the standard, and would look like a file that was lost.
        let on = agenda.horizon.as_of;
        let (description, category, remind) = (Vec::new(), None, None);
        file.event(&Event {
            identity: "nothing",
            first: on,
            last: on,
            summary: headline,
            description,
            category,
            remind,
        });
    }
    file.into_text()
}

fn event<'a>(agenda: &Agenda<'_>, item: &'a DueItem) -> Event<'a> {
    let name = if item.name == item.subject { String::new() } else { format!(" {}", item.name) };
    let late = if item.overdue { "Overdue: " } else { "Due: " };
    Event {
        identity: &item.identity,
        first: item.due,
        last: item.due,
        summary: format!("{late}{}{name} ({})", item.subject, item.kind),
        description: description(agenda, item),
        category: Some(item.kind.word()),
        remind: Some(3),
    }
}

fn description(agenda: &Agenda<'_>, item: &DueItem) -> Vec<String> {
    let person = |who: &String| agenda.inventory.person_name(who).to_owned();
    let owner = item.owner.as_ref().map_or_else(|| "nobody".to_owned(), person);
    let performer = item.performer.as_ref().map(|who| format!("Done by: {}", person(who)));
    let from = item.occurrences.map(|known| format!("Collect from: {}", known.collect_from));
    let criteria = Some(words::criteria(item)).filter(|criteria| !criteria.is_empty());
    let criteria = criteria.map(|criteria| format!("Criteria: {criteria}"));
    let lines = [Some(item.collect.clone()), Some(format!("Owner: {owner}")), performer, from, criteria];
    lines.into_iter().flatten().collect()
}
