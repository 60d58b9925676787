//! Calendar files, written by hand after RFC 5545, since what the crates for it write holds the hour of writing and random
//! identities, which would make another file of it each time.
//!
//! An event keeps its identity from one file to the next, so that a calendar that reads the file again has none twice.

use crate::model::date::Date;
use crate::text::escape::calendar;
use crate::text::hash::sha256_hex;

/// The most octets of a line, without its end.
const LINE: usize = 75;

/// A calendar file while it is written: lines ended by CR LF, each folded where it is too long.
pub(super) struct CalendarFile {
    text: String,
    /// Ids are unique within an organisation; a consultant's calendar holds several.
    organization: String,
    as_of: Date,
}

/// An event that takes whole days, and none of anybody's time.
pub(super) struct Event<'a> {
    /// What it is called from one file to the next; unique within the file.
    pub identity: &'a str,
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// What it is, in a line.
    pub summary: String,
    /// What else there is to say, line by line.
    pub description: Vec<String>,
    /// What sort of thing it is, for calendars that sort.
    pub category: Option<&'a str>,
    /// How many days before it somebody is to be reminded.
    pub remind: Option<u8>,
}

impl CalendarFile {
    /// A calendar of an organisation as of a day, made by a part of this program, with a name and what it holds.
    pub(super) fn new(organization: &str, as_of: Date, maker: &str, [name, description]: [&str; 2]) -> Self {
        let digest = sha256_hex(organization.as_bytes());
        let mut file = Self { text: String::new(), organization: digest.chars().take(12).collect(), as_of };
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line(&format!("PRODID:-//gapcheck//{maker}//EN"));
        file.line("CALSCALE:GREGORIAN");
        file.words("NAME", name);
        file.words("X-WR-CALNAME", name);
        file.words("X-WR-CALDESC", description);
        file
    }

    /// Adds an event.
    pub(super) fn event(&mut self, event: &Event<'_>) {
        self.line("BEGIN:VEVENT");
        self.words("UID", &format!("{}:{}@gapcheck", event.identity, self.organization));
        self.line(&format!("DTSTAMP:{}T000000Z", day(self.as_of)));
        self.line(&format!("DTSTART;VALUE=DATE:{}", day(event.first)));
        // The end of an event is the day after its last. Without one it takes its first day, as where no later day can be told.
        let end = day(event.last.plus_days(1));
        if end != day(event.first) {
            self.line(&format!("DTEND;VALUE=DATE:{end}"));
        }
        self.words("SUMMARY", &event.summary);
        self.line("TRANSP:TRANSPARENT");
        if !event.description.is_empty() {
            let lines: Vec<_> = event.description.iter().map(|line| calendar(line)).collect();
            self.line(&format!("DESCRIPTION:{}", lines.join("\\n")));
        }
        if let Some(category) = event.category {
            self.words("CATEGORIES", category);
        }
        if let Some(days) = event.remind {
            self.line("BEGIN:VALARM");
            self.line("ACTION:DISPLAY");
            self.words("DESCRIPTION", &event.summary);
            self.line(&format!("TRIGGER:-P{days}D"));
            self.line("END:VALARM");
        }
        self.line("END:VEVENT");
    }

    /// The whole file.
    pub(super) fn into_text(mut self) -> String {
        self.line("END:VCALENDAR");
        self.text
    }

    /// Adds a property whose value is text.
    fn words(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", calendar(value)));
    }

    /// Adds a line that is escaped already. No character is torn apart, and the blank before a further part counts as one of
    /// its octets.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(c);
            octets += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A day as RFC 5545 has it.
fn day(date: Date) -> String {
    date.to_string().replace('-', "")
}
