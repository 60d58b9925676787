//! A list into a population: the rows of the period, the ids in them, each once.

use std::collections::BTreeMap;

use crate::model::date::{Date, Period};
use crate::model::sampling::{Day, List, ListRow, Listed, ReadDay};
use crate::sample::columns::{Chosen, asked, of_ids};
use crate::sample::draw::digest;
use crate::source::problem::{Problem, Problems};
use crate::text::count::{count, number};
use crate::text::list::some;

/// How many rows a message names.
const NAMED: usize = 10;
/// How many faults of one sort are told one by one.
const TOLD: usize = 20;

/// What is to be taken for a population.
pub struct Wanted<'a> {
    /// The column of ids, where somebody names it.
    pub id: Option<&'a str>,
    /// The column of days, where the list is to be kept to the period.
    pub date: Option<&'a str>,
    /// The period.
    pub period: &'a Period,
    /// What reads a day.
    pub read_day: ReadDay,
}

/// The population of a list; the file is left for the caller to tell.
///
/// # Errors
///
/// Every fault of the list: columns that are not there, rows without a day or an id, ids that stand twice.
pub fn population(list: &List, wanted: &Wanted<'_>) -> Result<Listed, Problems> {
    let mut problems = Problems::default();
    let date = wanted.date.map(|heading| asked(list, heading)).transpose().map_err(alone)?;
    let rows = match date {
        Some(at) => in_period(list, at, wanted, &mut problems),
        None => list.rows.iter().collect(),
    };
    if rows.is_empty() && problems.is_empty() {
        let message = format!("no row of the list lies in the period, {}", wanted.period);
        let help = match date.and_then(|at| spanned(list, at, wanted.read_day)) {
            Some((first, latest)) => {
                format!("its days reach from {first} to {latest}; name another period with --period")
            }
            None => "name another period with --period".to_owned(),
        };
        return Err(alone(Problem::anywhere(message).help(help)));
    }
    let id = match wanted.id {
        Some(heading) => asked(list, heading).map(|at| Chosen { at, because: "as asked".to_owned() }),
        None => of_ids(list, &rows, date),
    };
    let id = id.map_err(alone)?;
    let ids = distinct(list, &rows, id.at, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let heading = |at: usize| list.columns.get(at).cloned().unwrap_or_default();
    Ok(Listed {
        id_column: heading(id.at),
        id_because: id.because,
        date_column: date.map(heading),
        outside: list.rows.len() - rows.len(),
        digest: digest(&ids),
        ids,
        ..Listed::default()
    })
}

fn alone(problem: Problem) -> Problems {
    let mut problems = Problems::default();
    problems.add(problem);
    problems
}

/// The rows whose day lies in the period.
fn in_period<'l>(list: &'l List, at: usize, wanted: &Wanted<'_>, problems: &mut Problems) -> Vec<&'l ListRow> {
    let (mut rows, mut without, mut unclear) = (Vec::new(), Vec::new(), Vec::new());
    for row in &list.rows {
        match (wanted.read_day)(list.cell(row, at)) {
            Day::On(day) if wanted.period.start <= day && day <= wanted.period.end => rows.push(row),
            Day::On(_) => {}
            Day::Ambiguous => unclear.push(row),
            Day::None => without.push(row),
        }
    }
    let column = list.columns.get(at).map_or("", String::as_str);
    let mut tell = |rows: &[&ListRow], message: String| {
        if let Some(first) = rows.first() {
            problems.add(at_row(first, message).help("write every day as 2026-11-22"));
        }
    };
    tell(&without, format!("no day stands in the column `{column}` of {}", named(&without)));
    tell(&unclear, format!("the column `{column}` says days that can be read as two: {}", named(&unclear)));
    rows
}

/// The first and the last day of a list.
fn spanned(list: &List, at: usize, read_day: ReadDay) -> Option<(Date, Date)> {
    let days = || {
        list.rows.iter().filter_map(|row| match read_day(list.cell(row, at)) {
            Day::On(day) => Some(day),
            Day::Ambiguous | Day::None => None,
        })
    };
    Some((days().min()?, days().max()?))
}

/// The ids of some rows in the order of their bytes.
fn distinct(list: &List, rows: &[&ListRow], at: usize, problems: &mut Problems) -> Vec<String> {
    let mut by_id: BTreeMap<&str, Vec<&ListRow>> = BTreeMap::new();
    for row in rows {
        by_id.entry(list.cell(row, at)).or_default().push(row);
    }
    let column = list.columns.get(at).map_or("", String::as_str);
    if let Some(blank) = by_id.remove("")
        && let Some(first) = blank.first()
    {
        let message = format!("no id stands in the column `{column}` of {}", named(&blank));
        problems
            .add(at_row(first, message).help("every item needs an id; name another column with --id, or fill it in"));
    }
    let twice: Vec<(&&str, &Vec<&ListRow>)> = by_id.iter().filter(|(_, rows)| rows.len() > 1).collect();
    for (id, rows) in twice.iter().take(TOLD) {
        let Some(second) = rows.get(1) else { continue };
        let shown = crate::text::wrap::truncate(id, 60);
        let times = if rows.len() == 2 { "twice".to_owned() } else { format!("{} times", rows.len()) };
        let message = format!("`{shown}` stands {times} in the column `{column}`: {}", named(rows));
        let help =
            "an item that stands twice would be drawn twice as likely: leave one out, or name another column with --id";
        problems.add(at_row(second, message).help(help));
    }
    if let Some(more) = twice.len().checked_sub(TOLD).filter(|more| *more > 0) {
        let message = format!("{} stand more than once as well", count(more, "more id"));
        problems.add(Problem::anywhere(message).help(format!(
            "{} rows, {} ids",
            number(rows.len()),
            number(by_id.len())
        )));
    }
    by_id.into_keys().map(str::to_owned).collect()
}

fn named(rows: &[&ListRow]) -> String {
    some(rows.iter().map(|row| &row.at), NAMED)
}

/// A fault at a row.
pub(super) fn at_row(row: &ListRow, message: String) -> Problem {
    match row.place {
        Some(place) => Problem::at(place, message),
        None => Problem::anywhere(message),
    }
}
