//! The value of a cell as a person reads it.

use calamine::{DataRef, ExcelDateTime};

use crate::import::grid::cell;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text, which may be empty.
    Text(String),
    /// An error such as `#N/A`.
    Error(String),
}

/// The value of a cell: dates in ISO 8601, numbers as they are shown, `true` and `false`.
#[must_use]
pub fn value(data: &DataRef<'_>) -> Value {
    Value::Text(match data {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => self::number(*number),
        DataRef::String(text) => cell::text(text),
        DataRef::SharedString(text) => cell::text(text),
        DataRef::Bool(is) => is.to_string(),
        DataRef::DateTime(at) => instant(at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(text),
        DataRef::Error(error) => return Value::Error(error.to_string()),
    })
}

/// A number to the fifteen digits that a spreadsheet keeps, without `.0`.
fn number(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if (1e-5..1e15).contains(&kept.abs()) { kept.to_string() } else { format!("{kept:e}") }
}

/// A date, with the time of day where one is given; a time alone; or a length of time in hours.
fn instant(at: &ExcelDateTime) -> String {
    if at.is_duration() {
        let minutes = (at.as_f64() * 24.0 * 60.0).round();
        return format!("{:.0}:{:02.0}", (minutes / 60.0).trunc(), (minutes % 60.0).abs());
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match () {
        () if at.as_f64() < 1.0 => time,
        () if (hour, minute, second) == (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        () => format!("{year:04}-{month:02}-{day:02}T{time}"),
    }
}

/// A date that is written as one, without a time of day that says nothing.
fn iso(text: &str) -> String {
    let text = text.trim();
    ["T00:00:00Z", "T00:00:00.000Z", "T00:00:00.000", "T00:00:00", "Z"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
        .to_owned()
}
