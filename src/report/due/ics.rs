//! What is due, as a calendar: an all-day event for each thing, with a reminder three days before.
//!
//! Written by hand after RFC 5545, since what the crates for it write holds the hour of writing and random identities, which
//! would make another file of it each time. An event keeps its identity from one file to the next, so that a calendar that
//! reads the file again has none twice.

use crate::model::date::Date;
use crate::model::due::{Agenda, DueItem};
use crate::report::due::{DueFormat, words};
use crate::text::escape::calendar;
use crate::text::hash::sha256_hex;

/// The format `ics`.
pub(super) static FORMAT: DueFormat = DueFormat {
    name: "ics",
    extension: "ics",
    summary: "an all-day event for each thing, for calendars (RFC 5545)",
    styled: false,
    render,
};

/// The most octets of a line, without its end.
const LINE: usize = 75;

fn render(agenda: &Agenda<'_>, _: usize) -> String {
    let mut file = File::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//gapcheck//evidence due//EN");
    file.line("CALSCALE:GREGORIAN");
    let name = format!("Evidence due: {}", agenda.inventory.organization);
    file.text("NAME", &name);
    file.text("X-WR-CALNAME", &name);
    file.text("X-WR-CALDESC", &words::headline(agenda));
    for item in &agenda.items {
        event(&mut file, agenda, item);
    }
    if agenda.items.is_empty() {
        // A calendar without an event is none by the standard, and would look like a file that was lost.
        let nothing = Event { identity: "nothing", on: agenda.horizon.as_of, summary: words::headline(agenda) };
        begin(&mut file, agenda, &nothing);
        file.line("END:VEVENT");
    }
    file.line("END:VCALENDAR");
    file.0
}

/// What every event has.
struct Event<'a> {
    identity: &'a str,
    on: Date,
    summary: String,
}

fn event(file: &mut File, agenda: &Agenda<'_>, item: &DueItem) {
    let name = if item.name == item.subject { String::new() } else { format!(" {}", item.name) };
    let late = if item.overdue { "Overdue: " } else { "Due: " };
    let summary = format!("{late}{}{name} ({})", item.subject, item.kind);
    begin(file, agenda, &Event { identity: &item.identity, on: item.due, summary: summary.clone() });
    let lines = description(agenda, item);
    let lines: Vec<_> = lines.iter().map(|line| calendar(line)).collect();
    file.line(&format!("DESCRIPTION:{}", lines.join("\\n")));
    file.text("CATEGORIES", item.kind.word());
    file.line("BEGIN:VALARM");
    file.line("ACTION:DISPLAY");
    file.text("DESCRIPTION", &summary);
    file.line("TRIGGER:-P3D");
    file.line("END:VALARM");
    file.line("END:VEVENT");
}

fn begin(file: &mut File, agenda: &Agenda<'_>, event: &Event<'_>) {
    // Ids are unique within an organisation; a consultant's calendar holds several.
    let organization: String = sha256_hex(agenda.inventory.organization.as_bytes()).chars().take(12).collect();
    file.line("BEGIN:VEVENT");
    file.text("UID", &format!("{}:{organization}@gapcheck", event.identity));
    file.line(&format!("DTSTAMP:{}T000000Z", day(agenda.horizon.as_of)));
    file.line(&format!("DTSTART;VALUE=DATE:{}", day(event.on)));
    file.line(&format!("DTEND;VALUE=DATE:{}", day(event.on.plus_days(1))));
    file.text("SUMMARY", &event.summary);
    // It takes nobody's day.
    file.line("TRANSP:TRANSPARENT");
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

/// A day as RFC 5545 has it.
fn day(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// The lines of a file, each ended by CR LF and folded where it is too long.
#[derive(Default)]
struct File(String);

impl File {
    /// Adds a property whose value is text.
    fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", calendar(value)));
    }

    /// Adds a line that is escaped already. No character is torn apart, and the blank before a further part counts as one of
    /// its octets.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
