//! How far a control has come, in the words of trackers, dashboards and assessments.

use crate::import::words::plain::looked_up;
use crate::import::words::plain::plain;
use crate::model::words::Status;

/// What a cell says of a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// This.
    Status(Status),
    /// That the control does not apply. It is kept, since a criterion is scoped out with a reason and an approver only.
    NotApplicable,
    /// Nothing that is understood.
    Unclear,
}

/// Words that speak of controls only, so that a column of them is one of statuses whatever its heading.
const PLAIN: &[(Status, &[&str])] = &[
    (Status::Implemented, &["implemented", "fully implemented", "in place"]),
    (Status::InProgress, &["in progress", "partially implemented", "partly implemented", "work in progress"]),
    (Status::Planned, &["planned", "not implemented", "not started", "to do", "not in place"]),
];

/// Words that say so under the heading of a status.
const UNDER_HEADING: &[(Status, &[&str])] = &[
    (
        Status::Implemented,
        &[
            "operational",
            "operating",
            "operating effectively",
            "ready",
            "done",
            "complete",
            "completed",
            "pass",
            "passed",
            "passing",
            "green",
            "effective",
            "live",
            "active",
            "enabled",
            "met",
            "fully met",
            "yes",
            "y",
            "we do",
            "ok",
            "deployed",
            "in operation",
            "in effect",
            "in production",
            "full",
            "conforming",
            "conformant",
            "100%",
        ],
    ),
    (
        Status::InProgress,
        &[
            "partial",
            "wip",
            "minor gap",
            "minor gaps",
            "partially",
            "partially met",
            "partially effective",
            "partially complete",
            "partially in place",
            "largely implemented",
            "mostly implemented",
            "yellow",
            "amber",
            "orange",
            "draft",
            "drafted",
            "in development",
            "ongoing",
            "started",
            "in review",
            "under review",
            "in implementation",
            "implementing",
            "needs improvement",
            "in remediation",
            "remediating",
            "remediation in progress",
            "on track",
            "testing",
        ],
    ),
    (
        Status::Planned,
        &[
            "todo",
            "red",
            "gap",
            "major gap",
            "critical gap",
            "fail",
            "failed",
            "failing",
            "missing",
            "none",
            "no",
            "n",
            "not yet",
            "we do not",
            "not met",
            "non met",
            "not ready",
            "not effective",
            "ineffective",
            "deficient",
            "open",
            "new",
            "backlog",
            "identified",
            "proposed",
            "absent",
            "not done",
            "not performed",
            "future",
            "scheduled",
            "blocked",
            "on hold",
            "alternative implementation planned",
            "0%",
            "disabled",
            "pending",
            "inactive",
        ],
    ),
    (
        Status::Informal,
        &[
            "informal",
            "ad hoc",
            "adhoc",
            "undocumented",
            "manual only",
            "undocumented but practised",
            "not documented",
            "documented informally",
        ],
    ),
    (
        Status::Retired,
        &[
            "retired",
            "deprecated",
            "decommissioned",
            "obsolete",
            "removed",
            "superseded",
            "archived",
            "discontinued",
            "sunset",
        ],
    ),
];

/// Marks that stand for a status.
const MARKS: &[(Status, &[char])] = &[
    (Status::Implemented, &['✓', '✔', '✅', '☑', '🟢', '🟩']),
    (Status::InProgress, &['🟡', '🟠', '🟨', '🟧', '⚠', '🚧', '🔄', '⏳']),
    (Status::Planned, &['✗', '✘', '❌', '✖', '🔴', '🟥', '☐', '⬜', '❎']),
];

/// Reads a cell under the heading of a status.
#[must_use]
pub fn read(text: &str) -> Told {
    let word = as_met(&plain(text));
    let by_word = (!word.is_empty()).then(|| of_word(&word));
    let by_mark = MARKS.iter().find(|(_, marks)| text.contains(*marks)).map(|(status, _)| *status);
    match (by_word, by_mark) {
        // A tick before `not tested` says nothing: both must agree.
        (Some(Told::Status(word)), Some(mark)) if word != mark => Told::Unclear,
        (Some(told), _) => told,
        (None, Some(mark)) => Told::Status(mark),
        (None, None) => Told::Unclear,
    }
}

/// Whether a cell says a status in words that mean nothing else.
#[must_use]
pub fn is_plainly(text: &str) -> bool {
    let word = plain(text);
    looked_up(&word, PLAIN).is_some()
}

/// The words by which others say that a requirement is met, all as that one.
fn as_met(text: &str) -> String {
    let met = |word: &str| match word {
        word if word.starts_with("complian") || word.starts_with("satisf") => "met".to_owned(),
        word if word.starts_with("noncomplian") || word.starts_with("unsatisf") => "not met".to_owned(),
        word => word.to_owned(),
    };
    text.split(' ').map(met).collect::<Vec<_>>().join(" ")
}

fn of_word(word: &str) -> Told {
    if matches!(word, "n/a" | "na" | "n a" | "not applicable" | "out of scope" | "excluded") {
        return Told::NotApplicable;
    }
    let known = looked_up(word, PLAIN).or_else(|| looked_up(word, UNDER_HEADING));
    match known.or_else(|| percent(word)) {
        Some(status) => Told::Status(status),
        None => Told::Unclear,
    }
}

/// A share of the way: all of it, none, or something between.
fn percent(word: &str) -> Option<Status> {
    match word.strip_suffix('%')?.trim().parse::<u8>().ok()? {
        0 => Some(Status::Planned),
        1..=99 => Some(Status::InProgress),
        100 => Some(Status::Implemented),
        _ => None,
    }
}
