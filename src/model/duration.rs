//! Lengths of time as people write them: `3d`, `2w`, `6mo`, `1y`.

use std::fmt;
use std::str::FromStr;

use serde_json::{Value, json};

use crate::model::date::Date;
use crate::source::describe::Definitions;
use crate::source::node::Node;
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, scalar};

/// A length of time in days or in months of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duration {
    /// So many days.
    Days(u32),
    /// So many months of the calendar.
    Months(u32),
}

impl Default for Duration {
    fn default() -> Self {
        Self::Days(0)
    }
}

impl Duration {
    /// The day that lies this far after another.
    #[must_use]
    pub fn after(self, date: Date) -> Date {
        match self {
            Self::Days(days) => date.plus_days(days),
            Self::Months(months) => date.plus_months(months),
        }
    }

    /// The length in days, a month taken as thirty.
    #[must_use]
    pub fn days(self) -> u32 {
        match self {
            Self::Days(days) => days,
            Self::Months(months) => months.saturating_mul(30),
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(1) => formatter.write_str("1 day"),
            Self::Days(days) => write!(formatter, "{days} days"),
            Self::Months(1) => formatter.write_str("1 month"),
            Self::Months(months) => write!(formatter, "{months} months"),
        }
    }
}

impl FromStr for Duration {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            let shown = crate::text::wrap::truncate(text, 40);
            format!("expected a length of time such as `3d`, `2w`, `6mo` or `1y`, found `{shown}`")
        };
        let unit = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
        let (number, unit) = text.split_at_checked(unit).ok_or_else(wrong)?;
        let number: u32 = number.parse().map_err(|_| wrong())?;
        let duration = match unit {
            "d" => Self::Days(number),
            "w" => Self::Days(number.saturating_mul(7)),
            "mo" => Self::Months(number),
            "y" => Self::Months(number.saturating_mul(12)),
            _ => return Err(wrong()),
        };
        let endless = match duration {
            Self::Days(days) => days > 36_525,
            Self::Months(months) => months > 1_200,
        };
        if endless {
            return Err(format!("`{text}` is longer than a hundred years"));
        }
        Ok(duration)
    }
}

impl Readable for Duration {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        match scalar("a length of time such as `3d`, `2w`, `6mo` or `1y`", node, problems)?.parse() {
            Ok(duration) => Some(duration),
            Err(message) => {
                problems.add(Problem::at(node.place, message).help("d is days, w weeks, mo months, y years"));
                None
            }
        }
    }

    fn describe(definitions: &mut Definitions) -> Value {
        definitions.named(
            "Duration",
            json!({ "description": "A length of time: 3d, 2w, 6mo, 1y.", "type": "string", "pattern": "^[0-9]+(d|w|mo|y)$" }),
        )
    }
}
