//! The remediation plan: what to do, who, by when, and what decides the end.

use crate::model::date::Date;
use crate::model::effort::Effort;
use crate::model::level::Level;
use crate::model::plan_dates::PlanDates;
use crate::model::words::TaskStatus;

/// What there is to do about the open gaps.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The tasks, the most worthwhile first.
    pub tasks: Vec<Task>,
    /// The days on the way to the report.
    pub milestones: Vec<Milestone>,
    /// The ids of tasks from the first day to the last, each beginning when the one before it lets it.
    pub critical_path: Vec<String>,
    /// The day the last task is finished, if each takes as long as is most likely; `None` where nothing is to do.
    pub end: Option<Date>,
    /// How long it may take all the same; `None` where nothing is to do, or no simulation is wanted.
    pub forecast: Option<Forecast>,
    /// What else there is to say about the plan, in sentences: what waits for nothing, what is not scheduled.
    pub notes: Vec<String>,
    /// What threatens the report, the worst first.
    pub escalations: Vec<Escalation>,
    /// Whether the promised days can hold, in a sentence.
    pub verdict: Option<String>,
    /// What each kind of report would take, and when to begin.
    pub dates: PlanDates,
}

/// One thing to do. It may close several gaps.
#[derive(Clone, Debug, Default)]
pub struct Task {
    /// Its stable id: `T-` and the identity of what it mends.
    pub id: String,
    /// What to do, in a line.
    pub title: String,
    /// The ids of the gaps it closes.
    pub gaps: Vec<String>,
    /// Where it stands in the order of work.
    pub phase: Phase,
    /// What to do, step by step.
    pub steps: Vec<String>,
    /// When it is done: what is different afterwards.
    pub done_when: String,
    /// What will show that it is done.
    pub proof: Vec<String>,
    /// What it takes beside time.
    pub resources: String,
    /// Who does it, by id or name; `None` while nobody was named who has the time.
    pub owner: Option<String>,
    /// Why it is theirs.
    pub owner_from: OwnerFrom,
    /// How much work it is.
    pub effort: Effort,
    /// The ids of the tasks that must be finished before it begins.
    pub depends_on: Vec<String>,
    /// The working day it begins; `None` where it is said to be done.
    pub start: Option<Date>,
    /// The working day it is finished, if it takes as long as is most likely.
    pub finish: Option<Date>,
    /// Its place among all tasks in the order in which they are begun, from 0: whoever does several on one day does them in
    /// this order. `None` where it is said to be done.
    pub turn: Option<usize>,
    /// Whether every day it is late makes the whole plan late.
    pub critical: bool,
    /// How many working days it can slip without moving the end of the plan; `None` where it is not scheduled.
    pub slack: Option<u64>,
    /// By when it should be done, by the level of its worst gap or by what the organisation decided.
    pub due: Date,
    /// How far it has come.
    pub status: TaskStatus,
    /// The highest score among its gaps.
    pub score: u8,
    /// The level of its worst gap.
    pub level: Level,
    /// Where it is tracked.
    pub ticket: Option<String>,
}

/// Where a task stands in the order of work: policy before procedure before operation before evidence before test.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// What the report is about is settled.
    Scope,
    /// A document is written, reviewed and approved.
    Policy,
    /// A control is described, and mapped to what it serves.
    Procedure,
    /// A control is put to work, or mended.
    #[default]
    Control,
    /// A control runs, and what shows it is kept.
    Evidence,
    /// A control is tested.
    Test,
    /// Somebody decides.
    Decision,
    /// Another organisation has to deliver something.
    Vendor,
}

impl Phase {
    /// Every phase, in the order of work.
    pub const ALL: [Self; 8] = [
        Self::Scope,
        Self::Policy,
        Self::Procedure,
        Self::Control,
        Self::Evidence,
        Self::Test,
        Self::Decision,
        Self::Vendor,
    ];

    /// Its name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::Policy => "policy",
            Self::Procedure => "procedure",
            Self::Control => "control",
            Self::Evidence => "evidence",
            Self::Test => "test",
            Self::Decision => "decision",
            Self::Vendor => "vendor",
        }
    }
}

/// Why a task is somebody's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OwnerFrom {
    /// A remediation entry names them.
    Entry,
    /// The rule that found the gap says so.
    Rule,
    /// The control, or the document, is theirs.
    Subject,
    /// They look after the area of its first criterion.
    Area,
    /// They test most of the other controls, and neither own nor perform this one.
    TestsMost,
    /// Nobody was named.
    #[default]
    Nobody,
    /// It is this person's, who has no day a week for it.
    WithoutTime(String),
}

/// How long a plan may take all the same, by simulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// How many times it was simulated.
    pub runs: u32,
    /// The seed of the simulation.
    pub seed: u32,
    /// When the last task is finished.
    pub end: Odds,
    /// When the policies, procedures and controls of moderate level or above are in place; `None` where none is to do.
    pub controls_in_place: Option<Odds>,
}

/// The days by which something is reached in so many of a hundred cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Odds {
    /// In 50.
    pub half: Date,
    /// In 90.
    pub nine_in_ten: Date,
}

/// A day on the way to the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Milestone {
    /// Its name.
    pub name: &'static str,
    /// The day it can be reached.
    pub date: Option<Date>,
    /// The day promised to customers.
    pub promised: Option<Date>,
    /// Whether the promise can hold, where there is one.
    pub holds: Option<bool>,
    /// What decides the day, in a sentence.
    pub because: String,
}

/// Something that threatens the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    /// What sort of threat it is.
    pub threat: Threat,
    /// The id of the task it is about, where it is about one.
    pub task: Option<String>,
    /// What is the matter, in a sentence.
    pub because: String,
}

/// Sorts of threat, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Threat {
    /// Its day has passed.
    Overdue,
    /// It cannot be done by a promised day.
    PastThePromise,
    /// It decides the end, and is late.
    CriticalAndLate,
    /// It is nobody's.
    Unowned,
    /// Whose it is has no time for it.
    OwnerWithoutTime,
    /// It waits for something outside the plan.
    Blocked,
}
