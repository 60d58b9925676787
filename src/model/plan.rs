//! The remediation plan: what to do, who, by when.

use crate::model::date::Date;
use crate::model::words::TaskStatus;

/// What there is to do about the open gaps.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The tasks, the most worthwhile first.
    pub tasks: Vec<Task>,
    /// The date promised for the auditor's fieldwork and for the report.
    pub milestones: Vec<Milestone>,
}

/// One thing to do. It may close several gaps.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its stable id: `T-` and the identity of what it mends.
    pub id: String,
    /// What to do, in a line.
    pub title: String,
    /// The ids of the gaps it closes.
    pub gaps: Vec<String>,
    /// Who does it, by id or name; `None` while nobody was named.
    pub owner: Option<String>,
    /// How much work it is, in tenths of a day.
    pub effort_tenths: u32,
    /// By when it should be done, by the level of its worst gap or by what the organisation decided.
    pub due: Date,
    /// How far it has come.
    pub status: TaskStatus,
    /// The highest score among its gaps.
    pub score: u8,
    /// Where it is tracked.
    pub ticket: Option<String>,
}

/// A day on the way to the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Its name.
    pub name: &'static str,
    /// The day promised to customers.
    pub promised: Date,
}
