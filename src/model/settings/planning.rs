//! How the way to the report is planned.

use crate::model::duration::Duration;
use crate::model::effort::Effort;
use crate::model::settings::convention::Convention;
use crate::record;
use crate::source::file::Located;

record! {
    /// How the way to the report is planned. Conventions: ask your auditor.
    pub struct PlanTerms as "`plan`" {
        /// How long after what it waits for the fieldwork of the auditor begins. Default: 2w.
        fieldwork_after: Option<Duration>,
        /// How long after the beginning of fieldwork the report is there. Default: 6w.
        report_after: Option<Duration>,
        /// How many times the plan is simulated, with efforts drawn from their ranges; 0 for never. Default: 1000, and fewer for
        /// plans of more than 2,000 tasks.
        runs: Option<Located<u32>>,
        /// Where the drawing begins. The same seed draws the same efforts. Default: 7.
        seed: Option<u32>,
    }
}

/// How many times a plan is simulated where nobody says.
const RUNS: u32 = 1_000;

/// How many efforts are drawn at most where nobody says: a plan of very many tasks is simulated less often, for the days of a
/// long sum differ the less from run to run the more there is to add.
const DRAWS: usize = 2_000_000;

/// How many times any plan is simulated.
const FEWEST_RUNS: u32 = 100;

impl PlanTerms {
    /// The most times a plan is simulated.
    pub const MOST_RUNS: u32 = 100_000;

    /// How long after what it waits for fieldwork begins.
    #[must_use]
    pub fn fieldwork_after(&self) -> Duration {
        self.fieldwork_after.unwrap_or(Duration::Days(14))
    }

    /// How long after the beginning of fieldwork the report is there.
    #[must_use]
    pub fn report_after(&self) -> Duration {
        self.report_after.unwrap_or(Duration::Days(42))
    }

    /// How many times a plan of so many tasks is simulated.
    #[must_use]
    pub fn runs(&self, tasks: usize) -> u32 {
        let fewer = u32::try_from(DRAWS / tasks.max(1)).unwrap_or(RUNS);
        self.runs.as_ref().map_or(fewer.clamp(FEWEST_RUNS, RUNS), |runs| runs.value)
    }

    /// Where the drawing begins.
    #[must_use]
    pub fn seed(&self) -> u32 {
        self.seed.unwrap_or(7)
    }

    /// The rows of the table of conventions.
    pub(super) fn rows(&self) -> [Convention; 6] {
        let default = Self::default();
        let row = |name: &str, set: Option<String>, default: String| Convention::new(name.to_owned(), set, default);
        let length = |set: Option<Duration>| set.map(|set| set.to_string());
        let percent = |percent: u32| format!("{percent} % of its likely effort");
        let (fieldwork, report) = (default.fieldwork_after().to_string(), default.report_after().to_string());
        let (runs, seed) =
            (self.runs.as_ref().map(|runs| format!("{} times", runs.value)), self.seed.map(|seed| seed.to_string()));
        [
            row("a task whose range nobody stated takes at least", None, percent(Effort::LOW_PERCENT)),
            row("a task whose range nobody stated takes at most", None, percent(Effort::HIGH_PERCENT)),
            row("fieldwork begins after what it waits for by", length(self.fieldwork_after), fieldwork),
            row("the report comes after the beginning of fieldwork by", length(self.report_after), report),
            row("a plan is simulated", runs, format!("{RUNS} times")),
            row("the simulation of a plan has the seed", seed, default.seed().to_string()),
        ]
    }
}
