//! The conventions in force: the defaults with what an inventory sets over them.

use crate::model::duration::Duration;
use crate::model::level::Level;
use crate::model::settings::calendar::WorkCalendar;
use crate::model::settings::convention::Convention;
use crate::model::settings::freshness::Freshness;
use crate::model::settings::grace::Grace;
use crate::model::settings::planning::PlanTerms;
use crate::model::settings::samples::{Drawn, Samples};
use crate::model::settings::vendors::VendorTerms;
use crate::model::settings::written::Settings;
use crate::model::words::{Frequency, PointsOfFocus};
use crate::text::count::count;

/// The conventions an assessment is made under.
#[derive(Clone, Debug, PartialEq)]
pub struct Conventions {
    freshness: Freshness,
    grace: Grace,
    samples: Samples,
    vendors: VendorTerms,
    /// Which days are worked on.
    pub calendar: WorkCalendar,
    /// How the way to the report is planned.
    pub plan: PlanTerms,
    /// What reports make of points of focus.
    pub points_of_focus: PointsOfFocus,
    /// From how many criteria on a single control is implausible.
    pub criteria_per_control: usize,
}

impl Conventions {
    /// The defaults, with what an inventory sets over them.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            freshness: settings.freshness.unwrap_or_default(),
            grace: settings.grace.unwrap_or_default(),
            samples: settings.samples.unwrap_or_default(),
            vendors: settings.vendors.unwrap_or_default(),
            calendar: settings.calendar.unwrap_or_default(),
            plan: settings.plan.unwrap_or_default(),
            points_of_focus: settings.points_of_focus.unwrap_or_default(),
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

    /// How long after the end of an occurrence its evidence may still come in before it counts as missed.
    #[must_use]
    pub fn grace(&self, frequency: Frequency) -> Duration {
        let (set, default) = self.grace.entry(frequency);
        set.unwrap_or(default)
    }

    /// How many items a test of operation should look at, before what there is to look at limits it.
    #[must_use]
    pub fn sample(&self, drawn: Drawn, impact: Level) -> u32 {
        self.samples.size(drawn, impact)
    }

    /// How far after the end of another organisation's report a bridge letter may reach.
    #[must_use]
    pub fn bridge_letter(&self) -> Duration {
        self.vendors.bridge_letter()
    }

    /// How long ago another organisation may have been reviewed last.
    #[must_use]
    pub fn vendor_review(&self) -> Duration {
        self.vendors.review()
    }

    /// How long after its end another organisation's report still speaks for a type 1 report of ours.
    #[must_use]
    pub fn vendor_report(&self) -> Duration {
        self.vendors.report()
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
        let mut table = self.freshness_table();
        let points = (self.points_of_focus != PointsOfFocus::Advisory).then(|| self.points_of_focus.to_string());
        table.push(Convention::new("points of focus are".to_owned(), points, "advisory".to_owned()));
        table.push(Convention::new(
            "a control is plausible for at most".to_owned(),
            None,
            format!("{} criteria", self.criteria_per_control),
        ));
        table.extend(self.grace_table());
        table.extend(self.samples_table());
        table.extend(self.vendors_table());
        table.extend(Level::ALL.iter().rev().map(|level| {
            let days = Duration::Days(Self::days_to_close(*level)).to_string();
            Convention::new(format!("a gap of {} risk is to be closed within", level.plain()), None, days)
        }));
        let effort = "what gapcheck proposes for its kind".to_owned();
        table.push(Convention::new("a task whose effort nobody stated takes".to_owned(), None, effort));
        table.extend(self.plan.rows());
        table.extend(self.calendar.rows());
        table
    }

    fn freshness_table(&self) -> Vec<Convention> {
        let frequencies = Frequency::ALL.iter().map(|frequency| Some(*frequency)).chain([None]);
        let of_evidence = frequencies.map(|frequency| {
            let (set, default) = self.entry(frequency);
            let name = format!("evidence of {} is in date for", whose(frequency));
            Convention::new(name, set.map(|set| set.to_string()), default.to_string())
        });
        let tests = self.freshness.test.map(|set| set.to_string());
        let of_tests = Convention::new("a test of design is in date for".to_owned(), tests, "365 days".to_owned());
        of_evidence.chain([of_tests]).collect()
    }

    fn grace_table(&self) -> impl Iterator<Item = Convention> {
        Frequency::ALL.iter().filter(|frequency| **frequency != Frequency::Once).map(|frequency| {
            let (set, default) = self.grace.entry(*frequency);
            let name = format!("an occurrence of {} counts as missed after", whose(Some(*frequency)));
            Convention::new(name, set.map(|set| set.to_string()), default.to_string())
        })
    }

    fn samples_table(&self) -> impl Iterator<Item = Convention> {
        Drawn::rows().map(|drawn| {
            let (set, [low, moderate, high]) = self.samples.entry(drawn);
            let by_risk = low != high;
            let default = if by_risk {
                format!("{low}, {moderate} or {high} items by risk, low to high")
            } else {
                count_u32(low, "item")
            };
            let whatever = if by_risk { " whatever the risk" } else { "" };
            let set = set.map(|set| format!("{}{whatever}", count_u32(set, "item")));
            Convention::new(format!("a test of {drawn} looks at"), set, default)
        })
    }

    fn vendors_table(&self) -> [Convention; 3] {
        let row = |name: &str, set: Option<Duration>, default: Duration| {
            Convention::new(name.to_owned(), set.map(|set| set.to_string()), default.to_string())
        };
        let default = VendorTerms::default();
        let set = &self.vendors;
        [
            row("a bridge letter reaches beyond its report by at most", set.bridge_letter, default.bridge_letter()),
            row("the review of another organisation is in date for", set.review, default.review()),
            row("the report of another organisation speaks for ours of Type I for", set.report, default.report()),
        ]
    }
}

fn whose(frequency: Option<Frequency>) -> String {
    match frequency {
        Some(Frequency::PerEvent) => "per-event controls".to_owned(),
        Some(Frequency::Once) => "controls set up once".to_owned(),
        Some(frequency) => format!("{frequency} controls"),
        None => "controls that name no frequency".to_owned(),
    }
}

fn count_u32(number: u32, noun: &str) -> String {
    count(usize::try_from(number).unwrap_or(usize::MAX), noun)
}
