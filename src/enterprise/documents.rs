//! The documents buyers ask for, one after the other: what is on file, whether it is in date, and what to do.

use crate::enterprise::desk::Desk;
use crate::enterprise::health::handles_health_data;
use crate::enterprise::phrase::{Phrases, Words};
use crate::enterprise::row::{bare, missing};
use crate::enterprise::{reports, sub_processors};
use crate::model::date::Date;
use crate::model::document::PolicyDocument;
use crate::model::document_state::{DocumentState, document_state};
use crate::model::enterprise::{Presence, ShownDocument, SubProcessor};
use crate::model::enterprise_asked::{AskedDocument, Found, When};
use crate::source::file::Located;
use crate::text::natural::compare;

/// What titles say of records: they tell of a policy or plan, and are none.
const RECORDS: [&str; 10] = [
    "minutes",
    "report",
    "training",
    "course",
    "slides",
    "exercise",
    "drill",
    "checklist",
    "draft",
    "vulnerability disclosure",
];

/// Every document that is asked for, in the order of the catalog.
pub(super) fn documents<'a>(
    desk: &Desk<'a>,
    sub_processors: &[SubProcessor],
    unsaid: &[usize],
) -> Vec<ShownDocument<'a>> {
    let asked = desk.asked.documents.iter();
    asked
        .map(|asked| match asked.found {
            _ if asked.when == When::HealthData && !handles_health_data(desk) => not_asked(asked),
            Found::Document => among_documents(desk, asked).unwrap_or_else(|| missing(desk, asked)),
            Found::SubProcessors => among_documents(desk, asked)
                .filter(|found| found.state == Presence::InDate)
                .unwrap_or_else(|| sub_processors::document(desk, asked, sub_processors, unsaid)),
            Found::Soc2Report => reports::soc2(desk, asked).unwrap_or_else(|| missing(desk, asked)),
            Found::PenetrationTest => reports::penetration_test(desk, asked).unwrap_or_else(|| missing(desk, asked)),
        })
        .collect()
}

fn not_asked(asked: &AskedDocument) -> ShownDocument<'_> {
    bare(asked, Presence::NotAsked, "Nothing in the inventory says that health data is handled.".to_owned())
}

/// The best of the documents that are what is asked for: those that say so, else those whose title does.
fn among_documents<'a>(desk: &Desk<'a>, asked: &'a AskedDocument) -> Option<ShownDocument<'a>> {
    let documents = || desk.assessment.inventory.documents.iter();
    let stated = |document: &&PolicyDocument| asked.subject.is_some_and(|subject| document.subjects.contains(&subject));
    let titles = Phrases::of(&asked.titles);
    let records = Phrases::of(&RECORDS.map(str::to_owned));
    let by_title = |document: &&PolicyDocument| {
        let title = document.title.as_deref().unwrap_or_default();
        let words = Words::of([title]);
        document.subjects.is_empty() && words.say_any(&titles) && !words.say_any(&records)
    };
    let mut found: Vec<_> = documents().filter(stated).map(|document| shown(desk, asked, document, false)).collect();
    if found.is_empty() {
        found = documents().filter(by_title).map(|document| shown(desk, asked, document, true)).collect();
    }
    // Of several that stand alike, the one that was looked at last; of one day, the first by id.
    found.sort_by(|(a, id), (b, other)| {
        a.state.cmp(&b.state).then(b.date.cmp(&a.date)).then_with(|| compare(id, other))
    });
    found.into_iter().next().map(|(shown, _)| shown)
}

fn shown<'a>(
    desk: &Desk<'a>,
    asked: &'a AskedDocument,
    document: &'a PolicyDocument,
    by_title: bool,
) -> (ShownDocument<'a>, &'a str) {
    let as_of = desk.assessment.as_of;
    let state = document_state(document, desk.files, as_of);
    let (presence, until, to_do) = standing(state);
    let day = |day: &Option<_>| day.as_ref().map(|day: &Located<Date>| day.value).filter(|day| *day <= as_of);
    let (approved, reviewed) = (day(&document.approved), day(&document.reviewed));
    let name = document.title.as_deref().unwrap_or(&document.id);
    let days = [approved.map(|day| format!("approved on {day}")), reviewed.map(|day| format!("reviewed on {day}"))];
    let days: Vec<String> = days.into_iter().flatten().collect();
    let signer = document.approved_by.as_ref().map(|by| desk.assessment.inventory.person_name(&by.value));
    let row = ShownDocument {
        on_file: on_file((name, &document.id), state, &days, (signer, by_title)),
        told: format!("{}.", [vec![name.to_owned()], days.clone()].concat().join(", ")),
        date: reviewed.max(approved),
        until,
        lies: document
            .path
            .as_ref()
            .map(|path| path.value.0.clone())
            .or(document.url.as_ref().map(|url| url.0.clone())),
        place: Some(document.id.place),
        to_do,
        owner: document.owner.as_ref().map(|owner| owner.value.0.clone()).or_else(|| desk.who_looks_after(asked.area)),
        ..bare(asked, presence, String::new())
    };
    (row, &document.id)
}

/// What a state comes to: the word for it, the last day it is in date, and what to do.
fn standing(state: DocumentState) -> (Presence, Option<Date>, Option<String>) {
    match state {
        DocumentState::InDate(until) => (Presence::InDate, Some(until), None),
        DocumentState::Overdue(since) => {
            let to_do = format!("Review it, have what changes approved, and record the day: it was due on {since}.");
            (Presence::OutOfDate, Some(since), Some(to_do))
        }
        DocumentState::NotApproved => {
            (Presence::NotApproved, None, Some("Have it approved, and record by whom and when.".to_owned()))
        }
        DocumentState::Altered => {
            let to_do = "Bring the approved one back, or have this one approved and lock it again.".to_owned();
            (Presence::NotApproved, None, Some(to_do))
        }
        DocumentState::NotThere => (
            Presence::Missing,
            None,
            Some("Put the file where the inventory says, or correct where it lies.".to_owned()),
        ),
    }
}

/// What is on file, in a sentence.
fn on_file(
    (name, id): (&str, &str),
    state: DocumentState,
    days: &[String],
    (approver, by_title): (Option<&str>, bool),
) -> String {
    let mut said = if name == id { id.to_owned() } else { format!("{id} {name}") };
    for day in days {
        said.push_str(", ");
        said.push_str(day);
        if let Some(approver) = approver.filter(|_| day.starts_with("approved")) {
            said.push_str(" by ");
            said.push_str(approver);
        }
    }
    let but = match state {
        DocumentState::InDate(_) | DocumentState::Overdue(_) => "",
        DocumentState::NotApproved => "; nobody can tell who approved it and when",
        DocumentState::Altered => "; its file is not the one that was recorded",
        DocumentState::NotThere => "; it is not where the inventory says, or the inventory does not say where",
    };
    said.push_str(but);
    if by_title {
        said.push_str("; taken for it by its title");
    }
    said.push('.');
    said
}
