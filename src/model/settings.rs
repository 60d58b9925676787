//! Conventions: numbers no standard fixes, in one table, changeable, printed wherever they differ.

use std::fmt;

use serde_json::{Value, json};

use crate::model::date::Date;
use crate::model::duration::Duration;
use crate::model::level::Level;
use crate::model::words::{Frequency, PointsOfFocus};
use crate::record;
use crate::source::describe::Definitions;
use crate::source::node::Node;
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, scalar};

record! {
    /// How old evidence may be before it is stale, by the frequency of its control. Conventions: ask your auditor.
    pub struct Freshness as "`freshness`" {
        /// For continuous controls. Default: 90d.
        continuous: Option<Duration>,
        /// For daily controls. Default: 30d.
        daily: Option<Duration>,
        /// For weekly controls. Default: 30d.
        weekly: Option<Duration>,
        /// For monthly controls. Default: 45d.
        monthly: Option<Duration>,
        /// For quarterly controls. Default: 110d.
        quarterly: Option<Duration>,
        /// For semiannual controls. Default: 200d.
        semiannual: Option<Duration>,
        /// For annual controls. Default: 380d.
        annual: Option<Duration>,
        /// For controls that run when something happens. Default: 180d.
        per_event: Option<Duration>,
        /// For controls set up once. Default: 365d.
        once: Option<Duration>,
        /// For controls that name no frequency. Default: 90d.
        unstated: Option<Duration>,
        /// For tests of design. Default: 365d.
        test: Option<Duration>,
    }
}

/// The conventions an assessment is made under.
#[derive(Clone, Debug, PartialEq)]
pub struct Conventions {
    freshness: Freshness,
    /// What reports make of points of focus.
    pub points_of_focus: PointsOfFocus,
    /// From how many criteria on a single control is implausible.
    pub criteria_per_control: usize,
}

impl Conventions {
    /// The defaults, with what an inventory sets over them.
    #[must_use]
    pub fn new(freshness: Option<Freshness>, points_of_focus: Option<PointsOfFocus>) -> Self {
        Self {
            freshness: freshness.unwrap_or_default(),
            points_of_focus: points_of_focus.unwrap_or_default(),
            criteria_per_control: 12,
        }
    }

    /// How old the evidence of a control of this frequency may be.
    #[must_use]
    pub fn freshness(&self, frequency: Option<Frequency>) -> Duration {
        let (set, default) = self.entry(frequency);
        set.unwrap_or(default)
    }

    /// How old a test of design may be.
    #[must_use]
    pub fn test_freshness(&self) -> Duration {
        self.freshness.test.unwrap_or(Duration::Days(365))
    }

    /// Within how many days of the assessment a gap of a level is to be closed, unless the organisation decided otherwise.
    #[must_use]
    pub const fn days_to_close(level: Level) -> u32 {
        match level {
            Level::VeryHigh => 14,
            Level::High => 30,
            Level::Moderate => 90,
            Level::Low => 180,
            Level::VeryLow => 365,
        }
    }

    fn entry(&self, frequency: Option<Frequency>) -> (Option<Duration>, Duration) {
        let set = &self.freshness;
        let (set, days) = match frequency {
            Some(Frequency::Continuous) => (set.continuous, 90),
            Some(Frequency::Daily) => (set.daily, 30),
            Some(Frequency::Weekly) => (set.weekly, 30),
            Some(Frequency::Monthly) => (set.monthly, 45),
            Some(Frequency::Quarterly) => (set.quarterly, 110),
            Some(Frequency::Semiannual) => (set.semiannual, 200),
            Some(Frequency::Annual) => (set.annual, 380),
            Some(Frequency::PerEvent) => (set.per_event, 180),
            Some(Frequency::Once) => (set.once, 365),
            None => (set.unstated, 90),
        };
        (set, Duration::Days(days))
    }

    /// Every convention with its name, its value, and its default where the inventory set another.
    #[must_use]
    pub fn table(&self) -> Vec<Convention> {
        let frequencies = Frequency::ALL.iter().map(|frequency| Some(*frequency)).chain([None]);
        let mut table: Vec<Convention> = frequencies
            .map(|frequency| {
                let (set, default) = self.entry(frequency);
                let whose = match frequency {
                    Some(Frequency::PerEvent) => "per-event controls".to_owned(),
                    Some(Frequency::Once) => "controls set up once".to_owned(),
                    Some(frequency) => format!("{frequency} controls"),
                    None => "controls that name no frequency".to_owned(),
                };
                Convention::new(
                    format!("evidence of {whose} is in date for"),
                    set.map(|set| set.to_string()),
                    default.to_string(),
                )
            })
            .collect();
        let tests = self.freshness.test.map(|set| set.to_string());
        table.push(Convention::new("a test of design is in date for".to_owned(), tests, "365 days".to_owned()));
        let points = (self.points_of_focus != PointsOfFocus::Advisory).then(|| self.points_of_focus.to_string());
        table.push(Convention::new("points of focus are".to_owned(), points, "advisory".to_owned()));
        table.push(Convention::new(
            "a control is plausible for at most".to_owned(),
            None,
            format!("{} criteria", self.criteria_per_control),
        ));
        table.extend(Level::ALL.iter().rev().map(|level| {
            let days = Duration::Days(Self::days_to_close(*level)).to_string();
            Convention::new(format!("a gap of {} risk is to be closed within", level.plain()), None, days)
        }));
        let effort = "what gapcheck proposes for its kind".to_owned();
        table.push(Convention::new("a task whose effort nobody stated takes".to_owned(), None, effort));
        table
    }
}

/// One convention as reports print it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Convention {
    /// What it says, up to its value: `evidence of quarterly controls is in date for`.
    pub name: String,
    /// The value in force.
    pub value: String,
    /// The default, where the inventory set another value.
    pub instead_of: Option<String>,
}

impl Convention {
    fn new(name: String, set: Option<String>, default: String) -> Self {
        match set {
            Some(value) if value != default => Self { name, value, instead_of: Some(default) },
            _ => Self { name, value: default, instead_of: None },
        }
    }
}

/// How often a document must be reviewed: a frequency or a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewCycle(pub Duration);

impl Default for ReviewCycle {
    /// Once a year.
    fn default() -> Self {
        Self(Duration::Months(12))
    }
}

impl ReviewCycle {
    /// The day the next review is due after one.
    #[must_use]
    pub fn next(self, reviewed: Date) -> Date {
        self.0.after(reviewed)
    }
}

impl fmt::Display for ReviewCycle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Readable for ReviewCycle {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let text = scalar("a frequency such as `annual`, or a length of time such as `18mo`", node, problems)?;
        let months = match Frequency::parse(text) {
            Some(Frequency::Annual) => Some(12),
            Some(Frequency::Semiannual) => Some(6),
            Some(Frequency::Quarterly) => Some(3),
            Some(Frequency::Monthly) => Some(1),
            _ => None,
        };
        if let Some(months) = months {
            return Some(Self(Duration::Months(months)));
        }
        if let Ok(duration) = text.parse() {
            return Some(Self(duration));
        }
        let shown = crate::text::wrap::truncate(text, 40);
        problems.add(
            Problem::at(node.place, format!("`{shown}` is not a review cycle"))
                .help("write `annual`, `semiannual`, `quarterly` or `monthly`, or a length of time such as `18mo`"),
        );
        None
    }

    fn describe(definitions: &mut Definitions) -> Value {
        let words = json!({ "enum": ["annual", "semiannual", "quarterly", "monthly"] });
        let any_case = json!({ "type": "string", "pattern": "^([Aa][Nn]{2}[Uu][Aa][Ll]|[Ss][Ee][Mm][Ii][-_ ]?[Aa][Nn]{2}[Uu][Aa][Ll]|[Qq][Uu][Aa][Rr][Tt][Ee][Rr][Ll][Yy]|[Mm][Oo][Nn][Tt][Hh][Ll][Yy])$" });
        json!({ "anyOf": [words, any_case, Duration::describe(definitions)] })
    }
}

/// Working days in tenths, so that nothing is ever a fraction a machine rounds in its own way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effort(pub u16);

impl Readable for Effort {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let text = scalar("a number of days a week", node, problems)?;
        let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
        let digit = |part: &str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_digit());
        let tenths = (digit(whole) && digit(tenth)).then(|| format!("{whole}{tenth}").parse::<u16>().ok()).flatten();
        if let Some(tenths) = tenths.filter(|tenths| *tenths <= 70) {
            return Some(Self(tenths));
        }
        let shown = crate::text::wrap::truncate(text, 40);
        problems.add(
            Problem::at(node.place, format!("expected days a week from 0 to 7, found `{shown}`"))
                .help("write a whole number or one decimal, such as `2` or `0.5`"),
        );
        None
    }

    fn describe(_: &mut Definitions) -> Value {
        json!({ "type": "number", "minimum": 0, "maximum": 7 })
    }
}
