//! The schedules of cron, with five fields or with seconds before them.

use crate::model::words::Frequency;

/// How often a schedule runs, where that is one of the known frequencies.
pub fn frequency(text: &str) -> Option<Frequency> {
    let fields: Vec<&str> = text.split_whitespace().collect();
    let known = |c: char| c.is_ascii_digit() || matches!(c, '*' | '/' | ',' | '-' | '?');
    let dates = match fields.as_slice() {
        [_, _, dates @ ..] if fields.len() == 5 => dates,
        [_, _, _, dates @ ..] if fields.len() == 6 => dates,
        _ => return None,
    };
    let [day, month, weekday] = dates else { return None };
    let schedule = fields.iter().all(|field| field.chars().all(known)) && text.contains(['*', '?']);
    let days = count(day, 31)?;
    let weekdays = count(weekday, 7)?;
    match (days, count(month, 12)?, weekdays) {
        _ if !schedule => None,
        (31, 12, 7) => Some(Frequency::Daily),
        (31, 12, 1) => Some(Frequency::Weekly),
        (1, 12, 7) => Some(Frequency::Monthly),
        (1, 4, 7) => Some(Frequency::Quarterly),
        (1, 2, 7) => Some(Frequency::Semiannual),
        (1, 1, 7) => Some(Frequency::Annual),
        _ => None,
    }
}

/// How many values of a field are meant; `None` for what is no field.
fn count(field: &str, all: usize) -> Option<usize> {
    if matches!(field, "*" | "?") {
        return Some(all);
    }
    if let Some(step) = field.strip_prefix("*/") {
        let step: usize = step.parse().ok().filter(|step| (1..=all).contains(step))?;
        return Some(all.div_ceil(step));
    }
    let parts: Option<Vec<u32>> = field.split(',').map(|part| part.parse().ok()).collect();
    parts.map(|parts| parts.len())
}
