//! Many organisations beside each other, a row each: what is kept of an assessment once it is over.

use crate::model::assessment::{Summary, Tally};
use crate::model::date::Date;
use crate::model::level::Level;
use crate::model::scope::Report;
use crate::model::words::Category;
use crate::vocabulary;

vocabulary! {
    /// In which order organisations are listed.
    pub enum Order as "order" {
        /// Those with the most and the worst open gaps first.
        Risk = "risk",
        /// By the name of the organisation.
        Name = "name",
    }
}

/// The organisations of a portfolio, assessed on one day against one catalog.
#[derive(Clone, Debug)]
pub struct Portfolio {
    /// The day of the assessments.
    pub as_of: Date,
    /// The catalog: its edition, and the digest of its files.
    pub catalog: (String, String),
    /// The level from which gaps fail the gate; `None` where no gate was asked for.
    pub fail_on: Option<Level>,
    /// In which order the organisations stand.
    pub order: Order,
    /// Those that were assessed.
    pub clients: Vec<Client>,
    /// Those that could not be, by name.
    pub unassessed: Vec<Unassessed>,
    /// The folders that hold no inventory, by name.
    pub skipped: Vec<String>,
    /// What all of those assessed come to.
    pub totals: Totals,
    /// Where to look first.
    pub worst: Worst,
    /// Where the reports of each organisation lie, as seen from the index; `None` where none were asked for.
    pub reports_at: Option<String>,
}

impl Portfolio {
    /// How many organisations there are, assessed or not.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.clients.len() + self.unassessed.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those that fail the gate, in the order of the table.
    pub fn failing(&self) -> impl Iterator<Item = &Client> {
        self.clients.iter().filter(|client| client.exceeding > 0)
    }
}

/// What is kept of the assessment of an organisation.
#[derive(Clone, Debug)]
pub struct Client {
    /// The name of its file or folder.
    pub name: String,
    /// Its own name.
    pub organization: String,
    /// The system its report describes.
    pub system: Option<String>,
    /// What its report speaks of.
    pub report: Report,
    /// The selected categories.
    pub categories: Vec<Category>,
    /// The counts, without those of areas and categories.
    pub summary: Summary,
    /// Tasks of the plan that are not said to be done.
    pub tasks: usize,
    /// Those of them whose day has passed.
    pub overdue: usize,
    /// The day the last task is finished; `None` where nothing is to do.
    pub plan_end: Option<Date>,
    /// The earliest day its report could be ready.
    pub report_ready: Option<Date>,
    /// What it promised to customers; of several promises the one that stands worst.
    pub promise: Option<Promise>,
    /// Whether the promised days can hold, in a sentence.
    pub verdict: Option<String>,
    /// How many conventions it set to something else than the default.
    pub own_settings: usize,
    /// How many of its open gaps are at the level of the gate or above.
    pub exceeding: usize,
    /// The reports written for it.
    pub reports: Vec<Written>,
}

impl Client {
    /// How many of its gaps stand open at a level.
    #[must_use]
    pub fn open(&self, level: Level) -> usize {
        self.summary.open.get(&level).copied().unwrap_or(0)
    }

    /// The level of its worst open gap.
    #[must_use]
    pub fn worst(&self) -> Option<Level> {
        Level::ALL.iter().rev().copied().find(|level| self.open(*level) > 0)
    }
}

/// A day promised to customers, held against the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// What was promised: `report` or `fieldwork`.
    pub what: &'static str,
    /// The promised day.
    pub day: Date,
    /// How many days there are to spare; negative where it is late.
    pub spare: i64,
}

/// A report written for one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The name of its format.
    pub format: &'static str,
    /// The name of its file.
    pub file: String,
}

/// An organisation that could not be assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unassessed {
    /// The name of its file or folder.
    pub name: String,
    /// How many problems were found.
    pub problems: usize,
    /// The first of them.
    pub first: String,
}

/// Sums over the organisations that were assessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// The counts, added up; operation over those of Type II, `None` where there is none.
    pub summary: Summary,
    /// Unfinished tasks.
    pub tasks: usize,
    /// Those of them whose day has passed.
    pub overdue: usize,
    /// The day the last plan ends.
    pub plan_end: Option<Date>,
    /// The day the last report could be ready.
    pub report_ready: Option<Date>,
    /// Promises that can hold by their days.
    pub promises_kept: usize,
    /// Promises that come too late.
    pub promises_late: usize,
    /// Open gaps at the level of the gate or above.
    pub exceeding: usize,
}

impl Totals {
    /// The tally on operation, of nothing where no report is of Type II.
    #[must_use]
    pub fn operation(&self) -> Tally {
        self.summary.operation.unwrap_or_default()
    }
}

/// Who stands worst in what, as positions in [`Portfolio::clients`]; `None` where nobody stands badly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worst {
    /// With the most and the worst open gaps.
    pub risk: Option<usize>,
    /// With the smallest share of criteria evidenced.
    pub evidenced: Option<usize>,
    /// With the most overdue tasks.
    pub overdue: Option<usize>,
    /// With the promise that comes latest.
    pub promise: Option<usize>,
    /// With the plan that ends last.
    pub plan_end: Option<usize>,
}
