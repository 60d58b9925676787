//! Values out of somebody else's nested data, in which anything may be missing or of another kind.

use serde_json::Value;

use crate::model::date::Date;

/// From this number on a time is counted in milliseconds: as seconds it would lie thousands of years ahead.
const MILLISECONDS: i64 = 100_000_000_000;
const SECONDS_A_DAY: i64 = 86_400;

/// What the first of these ways leads to that says something: a text that is not blank, a number, or yes and no.
#[must_use]
pub fn said(value: &Value, ways: &[&str]) -> Option<String> {
    ways.iter().find_map(|way| text(value.pointer(way)?))
}

/// The same, and an empty text where nothing is said.
#[must_use]
pub fn said_or_nothing(value: &Value, ways: &[&str]) -> String {
    said(value, ways).unwrap_or_default()
}

/// A single value as text.
#[must_use]
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

/// The items of a list; none where there is no list.
#[must_use]
pub fn list<'v>(value: &'v Value, way: &str) -> &'v [Value] {
    value.pointer(way).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// What stands at a way in every item of a list, one after the other; those that say nothing are passed over.
#[must_use]
pub fn each(items: &[Value], ways: &[&str]) -> String {
    items.iter().filter_map(|item| said(item, ways)).collect::<Vec<_>>().join(", ")
}

/// The day that the first of these ways leads to: an ISO 8601 time, or the seconds or milliseconds since 1970.
#[must_use]
pub fn day(value: &Value, ways: &[&str]) -> Option<Date> {
    ways.iter().find_map(|way| match value.pointer(way)? {
        Value::String(text) => day_of(text),
        Value::Number(number) => day_since_1970(number.as_i64()?),
        _ => None,
    })
}

/// The day of a time, as whoever wrote it counts days.
#[must_use]
pub fn day_of(time: &str) -> Option<Date> {
    let (day, rest) = time.trim().split_at_checked(10)?;
    let ended = !rest.starts_with(|c: char| !matches!(c, 'T' | 't' | ' '));
    if ended { day.parse().ok() } else { None }
}

fn day_since_1970(count: i64) -> Option<Date> {
    let seconds = if count >= MILLISECONDS { count / 1000 } else { count };
    let days = u32::try_from(seconds.checked_div(SECONDS_A_DAY)?).ok()?;
    let day = Date::new(1970, 1, 1)?.plus_days(days);
    (seconds > 0 && !day.is_beyond_words()).then_some(day)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_day_is_read_off_every_way_to_write_a_time() {
        let day = |time: Value| super::day(&json!({ "t": time }), &["/none", "/t"]).map(|day| day.to_string());
        let is = Some("2026-10-05".to_owned());
        assert_eq!(day(json!("2026-10-05")), is);
        assert_eq!(day(json!(" 2026-10-05T23:59:59.123+02:00")), is);
        assert_eq!(day(json!("2026-10-05 08:00:00.5")), is);
        assert_eq!(day(json!(1_791_158_400)), is);
        assert_eq!(day(json!(1_791_244_799)), is);
        assert_eq!(day(json!(1_791_158_400_000_i64)), is);
        let none = [json!("2026-10-051"), json!("2026-13-05"), json!("05.10.2026"), json!("2026-10-5é"), json!("")];
        assert!(none.into_iter().all(|time| day(time).is_none()));
        assert!([json!(0), json!(-5), json!(i64::MAX), json!(1.5), json!(true)].into_iter().all(|t| day(t).is_none()));
    }

    #[test]
    fn what_is_blank_says_nothing() {
        let value = json!({ "a": " ", "b": null, "c": [1], "d": 7, "e": " x " });
        assert_eq!(said(&value, &["/a", "/b", "/c", "/missing/x", "/e", "/d"]).as_deref(), Some("x"));
        assert_eq!(said(&value, &["/d"]).as_deref(), Some("7"));
        assert_eq!(said_or_nothing(&value, &["/a", "/c"]), "");
    }
}
