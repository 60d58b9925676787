//! How much work something is, in working days: `2d`, `0.5d`, `1w`, or a range.

use std::fmt;
use std::str::FromStr;

use serde_json::{Value, json};

use crate::record;
use crate::source::describe::Definitions;
use crate::source::file::{Located, Place};
use crate::source::node::{Kind, Node};
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, expected, scalar};

/// The most that is believed: a hundred years of work.
const MOST_TENTHS: u32 = 100 * 2_400;

/// How much work something is, in tenths of a working day, so that nothing is ever a fraction a machine rounds in its own way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effort {
    /// If all goes well.
    pub low: u32,
    /// Most likely.
    pub likely: u32,
    /// If much goes wrong.
    pub high: u32,
}

impl Effort {
    /// What an effort is at least, in percent of the likely one, where nobody said; rounded up to a tenth of a day.
    pub const LOW_PERCENT: u32 = 60;
    /// What it is at most.
    pub const HIGH_PERCENT: u32 = 200;

    /// The range around a likely effort, in tenths of a working day, by convention.
    #[must_use]
    pub const fn about(likely: u32) -> Self {
        Self {
            // In two steps, so that no number is too large for it.
            low: likely / 100 * Self::LOW_PERCENT + (likely % 100 * Self::LOW_PERCENT).div_ceil(100),
            likely,
            high: likely.saturating_mul(Self::HIGH_PERCENT / 100),
        }
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_add(other.low),
            likely: self.likely.saturating_add(other.likely),
            high: self.high.saturating_add(other.high),
        }
    }

    /// The greater of two, number by number.
    #[must_use]
    pub fn at_least(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), likely: self.likely.max(other.likely), high: self.high.max(other.high) }
    }
}

impl fmt::Display for Effort {
    /// `2 days` where the range is that of the convention, else `1 to 4 days, most likely 2`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { low, likely, high } = *self;
        if *self == Self::about(likely) || (low, high) == (likely, likely) {
            return write!(formatter, "{} {}", Tenths(likely), if likely == 10 { "day" } else { "days" });
        }
        write!(formatter, "{} to {} days, most likely {}", Tenths(low), Tenths(high), Tenths(likely))
    }
}

/// Tenths as a decimal number: `2`, `0.5`.
struct Tenths(u32);

impl fmt::Display for Tenths {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 10, self.0 % 10) {
            (whole, 0) => write!(formatter, "{whole}"),
            (whole, tenth) => write!(formatter, "{whole}.{tenth}"),
        }
    }
}

impl Readable for Effort {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        match node.kind {
            Kind::Scalar(_) => WorkingDays::read(node, problems).map(|days| Self::about(days.0)),
            Kind::Mapping(_) => EffortRange::read(node, problems)?.checked(problems),
            _ => expected("an effort such as `2d`, or `{ low: 1d, likely: 2d, high: 4d }`", node, problems),
        }
    }

    fn describe(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [WorkingDays::describe(definitions), EffortRange::describe(definitions)] })
    }
}

record! {
    /// How much work something is, as a range.
    pub struct EffortRange as "an effort" {
        /// If all goes well. Default: 60 % of the likely one.
        low: Option<Located<WorkingDays>>,
        /// Most likely.
        likely: Located<WorkingDays>,
        /// If much goes wrong. Default: 200 % of the likely one.
        high: Option<Located<WorkingDays>>,
    }
}

impl EffortRange {
    /// The effort that is meant, unless its numbers stand in the wrong order.
    fn checked(self, problems: &mut Problems) -> Option<Effort> {
        // One that is missing or could not be read has been told.
        if self.likely.place == Place::default() {
            return None;
        }
        let likely = self.likely.value.0;
        let convention = Effort::about(likely);
        let wrong = |(words, less): (&str, Option<&Located<WorkingDays>>), is_wrong: fn(u32, u32) -> bool| {
            let found = less.filter(|bound| is_wrong(bound.value.0, likely))?;
            Some(
                Problem::at(found.place, format!("the {words} than the likely one"))
                    .related(self.likely.place, "the likely one")
                    .help("a range is written from the least to the most, such as `{ low: 1d, likely: 2d, high: 4d }`"),
            )
        };
        let low = wrong(("low effort is more", self.low.as_ref()), |low, likely| low > likely);
        let high = wrong(("high effort is less", self.high.as_ref()), |high, likely| high < likely);
        let is_right = low.is_none() && high.is_none();
        low.into_iter().chain(high).for_each(|problem| problems.add(problem));
        is_right.then(|| Effort {
            low: self.low.map_or(convention.low, |low| low.value.0),
            likely,
            high: self.high.map_or(convention.high, |high| high.value.0),
        })
    }
}

/// A length of work in tenths of a working day. A week is five of them, a month twenty, a year two hundred and forty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkingDays(pub u32);

impl FromStr for WorkingDays {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            let shown = crate::text::wrap::truncate(text, 40);
            format!("expected an effort such as `2d`, `0.5d` or `1w`, found `{shown}`")
        };
        let unit = text.find(|c: char| !c.is_ascii_digit() && c != '.').ok_or_else(wrong)?;
        let (number, unit) = text.split_at_checked(unit).ok_or_else(wrong)?;
        let (whole, tenth) = number.split_once('.').unwrap_or((number, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(tenth) || tenth.len() != 1 {
            return Err(wrong());
        }
        let days: u32 = match unit {
            "d" => 1,
            "w" => 5,
            "mo" => 20,
            "y" => 240,
            _ => return Err(wrong()),
        };
        let tenths: Option<u32> = format!("{whole}{tenth}").parse().ok();
        let tenths = tenths.and_then(|tenths| tenths.checked_mul(days)).filter(|tenths| *tenths <= MOST_TENTHS);
        let shown = crate::text::wrap::truncate(text, 40);
        tenths.map(Self).ok_or_else(|| format!("`{shown}` is more than a hundred years of work"))
    }
}

impl Readable for WorkingDays {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        match scalar("an effort such as `2d`, `0.5d` or `1w`", node, problems)?.parse() {
            Ok(days) => Some(days),
            Err(message) => {
                let help = "d is working days, w weeks of five of them, mo months of twenty; at most one decimal";
                problems.add(Problem::at(node.place, message).help(help));
                None
            }
        }
    }

    fn describe(definitions: &mut Definitions) -> Value {
        definitions.named(
            "WorkingDays",
            json!({ "description": "A length of work in working days: 2d, 0.5d, 1w (five days), 1mo (twenty).",
                "type": "string", "pattern": "^[0-9]+(\\.[0-9])?(d|w|mo|y)$" }),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_working_days() {
        let tenths = |text: &str| text.parse::<WorkingDays>().map(|days| days.0);
        let known = [("2d", 20), ("0.5d", 5), ("1w", 50), ("1.5w", 75), ("1mo", 200), ("0d", 0), ("1y", 2_400)];
        for (text, expected) in known {
            assert_eq!(tenths(text), Ok(expected), "{text}");
        }
        assert_eq!(tenths("100y"), Ok(240_000));
        for text in ["", "2", "d", "-2d", "2 d", "2.d", ".5d", "0.25d", "1.2.3d", "2h", "1d1d", "+1d", "२d"] {
            assert!(tenths(text).is_err(), "{text}");
        }
        let long = "is more than a hundred years of work";
        for text in ["101y", "24001d", "99999999999999999999d", "4294967295mo"] {
            assert_eq!(tenths(text), Err(format!("`{text}` {long}")));
        }
    }

    #[test]
    fn a_range_nobody_stated_is_rounded_up() {
        let about = |likely| {
            let Effort { low, likely, high } = Effort::about(likely);
            [low, likely, high]
        };
        assert_eq!(about(50), [30, 50, 100]);
        // 60 % of 0.2, 0.5 and 0.1 days are 0.12, 0.3 and 0.06: up to 0.2, 0.3 and 0.1.
        assert_eq!(about(2), [2, 2, 4]);
        assert_eq!(about(5), [3, 5, 10]);
        assert_eq!(about(1), [1, 1, 2]);
        assert_eq!(about(0), [0, 0, 0]);
        assert_eq!(about(u32::MAX), [2_576_980_377, u32::MAX, u32::MAX]);
    }

    #[test]
    fn it_is_said_in_days() {
        assert_eq!(Effort::about(10).to_string(), "1 day");
        assert_eq!(Effort::about(5).to_string(), "0.5 days");
        assert_eq!(Effort { low: 10, likely: 20, high: 45 }.to_string(), "1 to 4.5 days, most likely 2");
        assert_eq!(Effort { low: 20, likely: 20, high: 20 }.to_string(), "2 days");
    }
}
