//! What is due, as CSV: a row for each thing.

use crate::model::due::{Agenda, DueItem};
use crate::report::csv::table::table;
use crate::report::due::DueFormat;
use crate::text::escape;

/// The format `csv`.
pub(super) static FORMAT: DueFormat = DueFormat {
    name: "csv",
    extension: "csv",
    summary: "a row for each thing, for spreadsheets and task trackers",
    styled: false,
    render,
};

const COLUMNS: [&str; 17] = [
    "due",
    "days_left",
    "overdue",
    "kind",
    "subject",
    "name",
    "collect",
    "owner",
    "owner_name",
    "performer",
    "performer_name",
    "criteria",
    "start",
    "end",
    "occurrences",
    "collect_from",
    "id",
];

fn render(agenda: &Agenda<'_>, _: usize) -> String {
    table(COLUMNS, agenda.items.iter().map(|item| row(agenda, item)))
}

/// Words are escaped; days and numbers are not text, and a negative one is no formula.
fn row(agenda: &Agenda<'_>, item: &DueItem) -> [String; 17] {
    let text = |text: &str| escape::csv(text).into_owned();
    let id = |person: &Option<String>| person.as_deref().map(text).unwrap_or_default();
    let name = |person: &Option<String>| {
        person.as_deref().map(|person| text(agenda.inventory.person_name(person))).unwrap_or_default()
    };
    let criteria: Vec<String> = item.criteria.iter().map(ToString::to_string).collect();
    let [start, end, count, from] = item.occurrences.map_or_else(Default::default, |known| {
        [
            known.time.start.to_string(),
            known.time.end.to_string(),
            known.count.to_string(),
            known.collect_from.to_string(),
        ]
    });
    [
        item.due.to_string(),
        agenda.days_left(item).to_string(),
        if item.overdue { "yes" } else { "no" }.to_owned(),
        item.kind.snake(),
        text(&item.subject),
        text(&item.name),
        text(&item.collect),
        id(&item.owner),
        name(&item.owner),
        id(&item.performer),
        name(&item.performer),
        criteria.join(", "),
        start,
        end,
        count,
        from,
        text(&item.identity),
    ]
}
