//! The plan as a calendar, held to RFC 5545 and read by somebody else's reader.

use gapcheck::model::plan::Plan;
use icalendar::{Calendar, CalendarComponent, Component, Event};

use crate::common::ics::assert_calendar;
use crate::fixture::{Asked, day, jane, plan, printed, render, with_plan};

fn events(calendar: &Calendar) -> Vec<&Event> {
    let events = calendar.components.iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

/// Each event with its days; the end is the day after the last.
fn days(text: &str) -> Vec<String> {
    let calendar: Calendar = text.parse().unwrap();
    let day = |event: &Event, name: &str| event.property_value(name).unwrap().to_owned();
    let told = |event: &&Event| {
        let id = event.get_uid().unwrap().rsplit_once(':').unwrap().0.to_owned();
        format!("{id} {} {}", day(event, "DTSTART"), day(event, "DTEND"))
    };
    events(&calendar).iter().map(told).collect()
}

#[test]
fn a_task_takes_its_days_and_a_milestone_its_day() {
    let text = printed("ics", 0, &Asked::default());
    assert_calendar(&text);
    // What is said to be done has no day.
    assert_eq!(
        days(&text),
        [
            "T-POL-AC:settle-document 20261123 20261125",
            "T-AC-01:describe 20261125 20261201",
            "T-MON-02:test-design 20261201 20261202",
            "milestone:policies-approved 20261124 20261125",
            "milestone:fieldwork 20261221 20261222",
            "promise:fieldwork 20261214 20261215",
            "milestone:report 20270201 20270202",
            "promise:report 20270215 20270216"
        ]
    );
}

#[test]
fn an_event_says_all_that_its_owner_needs() {
    let text = printed("ics", 0, &Asked::default());
    let event = "BEGIN:VEVENT\r\n\
         UID:T-AC-01:describe:e9d5954064bf@gapcheck\r\n\
         DTSTAMP:20261122T000000Z\r\n\
         DTSTART;VALUE=DATE:20261125\r\n\
         DTEND;VALUE=DATE:20261201\r\n\
         SUMMARY:2 Complete the description of AC-01 (Single sign-on with a second f\r\n \
         actor)\r\n\
         TRANSP:TRANSPARENT\r\n\
         DESCRIPTION:Owner: unassigned\\nEffort: 0.5 to 4 days\\, most likely 1\\nDue: \r\n \
         2027-02-20\\nStatus: open\\nWaits for: no. 1\\n1. Name one owner.\\n2. Write i\r\n \
         t down.\\nDone when: It has an owner.\\nCloses: AC-01:control-without-owner\r\n\
         CATEGORIES:procedure\r\n\
         END:VEVENT\r\n";
    assert!(text.contains(event), "{text}");
}

#[test]
fn an_event_keeps_its_identity_when_its_days_move() {
    let uids = |text: String| -> Vec<String> {
        let calendar: Calendar = text.parse().unwrap();
        events(&calendar).iter().map(|event| event.get_uid().unwrap().to_owned()).collect()
    };
    let before = uids(printed("ics", 0, &Asked::default()));
    let mut later = plan();
    for task in &mut later.tasks {
        task.start = task.start.map(|day| day.plus_days(7));
        task.finish = task.finish.map(|day| day.plus_days(9));
    }
    later.milestones[1].date = Some(day(12, 28));
    assert_eq!(uids(with_plan(later, |assessment| render(assessment, "ics", 0, &Asked::default()))), before);
}

#[test]
fn a_part_holds_no_milestone_and_nothing_is_still_a_calendar() {
    let theirs = printed("ics", 0, &Asked { week: false, owner: Some(jane()) });
    assert_calendar(&theirs);
    assert_eq!(days(&theirs), ["T-POL-AC:settle-document 20261123 20261125"]);
    let nothing = with_plan(Plan::default(), |assessment| render(assessment, "ics", 0, &Asked::default()));
    assert_calendar(&nothing);
    assert_eq!(days(&nothing), ["nothing 20261122 20261123"]);
}

/// There is no day after the last that can be told; without an end an event takes its day all the same.
#[test]
fn an_event_at_the_end_of_the_calendar_is_one() {
    let last = gapcheck::model::date::Date::new(9999, 12, 31).unwrap();
    let mut made = Plan { milestones: Vec::new(), ..plan() };
    made.tasks.truncate(1);
    (made.tasks[0].start, made.tasks[0].finish) = (Some(last), Some(last.plus_days(3)));
    let text = with_plan(made, |assessment| render(assessment, "ics", 0, &Asked::default()));
    assert!(text.contains("\r\nDTSTART;VALUE=DATE:99991231\r\nSUMMARY:1 "), "{text}");
    assert!(!text.contains("DTEND"), "{text}");
}
