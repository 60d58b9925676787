//! Days as people write them. A day that could be two is none.

use crate::model::date::Date;

/// The months, by the letters they begin with in English.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What a cell says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// This one.
    Day(Date),
    /// One of two: `03/04/2026` is in March or in April.
    Ambiguous,
    /// None.
    None,
}

/// Reads a cell: ISO 8601 with or without a time, `2026/03/01`, `1 Mar 2026`, `March 1, 2026`, `01.03.2026`, `25/03/2026`.
#[must_use]
pub fn read(text: &str) -> Told {
    let text = text.trim();
    let day = text.split(['T', ' ']).next().filter(|first| first.len() == 10).unwrap_or(text);
    if let Ok(date) = day.parse() {
        return Told::Day(date);
    }
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else { return Told::None };
    if text.chars().any(char::is_alphabetic) {
        return with_month(first, second, third).map_or(Told::None, Told::Day);
    }
    match (number(first), number(second), number(third)) {
        (Some(year), Some(month), Some(day)) if first.len() == 4 => told(year, month, day),
        (Some(first), Some(second), Some(year)) if third.len() == 4 => in_either_order(text, first, second, year),
        _ => Told::None,
    }
}

fn with_month(first: &str, second: &str, year: &str) -> Option<Date> {
    let (day, month) = match (ordinal(first), ordinal(second)) {
        (Some(day), None) => (day, month(second)?),
        (None, Some(day)) => (day, month(first)?),
        _ => return None,
    };
    if year.len() != 4 {
        return None;
    }
    known(number(year)?, month, day)
}

fn in_either_order(text: &str, first: u32, second: u32, year: u32) -> Told {
    let (day_first, month_first) = (known(year, second, first), known(year, first, second));
    match (day_first, month_first) {
        // Dots are written between day, month and year only.
        (Some(day), _) if text.contains('.') => Told::Day(day),
        (Some(one), Some(other)) if one != other => Told::Ambiguous,
        (Some(day), _) => Told::Day(day),
        (None, Some(day)) if !text.contains('.') => Told::Day(day),
        (None, _) => Told::None,
    }
}

fn told(year: u32, month: u32, day: u32) -> Told {
    known(year, month, day).map_or(Told::None, Told::Day)
}

/// A day of the calendar in the years an inventory takes.
fn known(year: u32, month: u32, day: u32) -> Option<Date> {
    let year = i32::try_from(year).ok().filter(|year| (1970..=9999).contains(year))?;
    Date::new(year, month, day)
}

fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|name| {
        word.len() >= 3 && name.starts_with(word.as_str()) || word == "sept" && *name == "september"
    })?;
    u32::try_from(at).ok().map(|at| at + 1)
}

/// A day of the month, with or without `st`, `nd`, `rd`, `th`.
fn ordinal(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|tail| lower.strip_suffix(tail)).unwrap_or(&lower);
    number(digits).filter(|_| digits.len() <= 2)
}

fn number(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
