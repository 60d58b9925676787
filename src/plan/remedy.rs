//! What mends what: for every rule its remedy, and how much work that is.
//!
//! The days are conventions of gapcheck, not of any standard: a first guess for a small organisation, there to put tasks in an
//! order until somebody states the effort. They are in tenths, so that nothing is ever rounded.

mod table;

use crate::model::gap::Finding;
use crate::model::plan::Phase;
use crate::plan::how::How;
use crate::plan::remedy::table::{ACCOUNT, CLOSE, RUN, TABLE, TEST_AGAIN};

/// Whose task a remedy is: gaps of one such thing with one remedy make one task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Of the control the gap's id begins with.
    Control,
    /// Of the document the gap's id begins with.
    Document,
    /// Of the commitment, or of the scope as a whole, the gap's id begins with.
    Subject,
    /// Of the criterion the gap's id begins with.
    Criterion,
    /// Of the system the gap's id ends with, whatever the criterion.
    System,
    /// Of the other organisation the gap's id begins with.
    Vendor,
    /// Of what the whole id is about, such as one data flow or the decision about one gap.
    Part,
}

/// Something to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Remedy {
    /// Its name in the ids of tasks.
    pub(super) name: &'static str,
    /// The title of its tasks, with `{}` for what they are about and `{controls}` for the controls to extend.
    pub(super) title: &'static str,
    /// Whose task it is.
    pub(super) whose: Whose,
    /// Where its tasks stand in the order of work.
    pub(super) phase: Phase,
    /// How it is carried out.
    pub(super) how: &'static How,
}

/// What is done about a gap, and the days of work in tenths: what its rule asks for, or less where less is wrong.
pub(super) fn of(finding: &Finding) -> (&'static Remedy, u32) {
    let of_fault = |fault: &str| {
        let row = TABLE.iter().find(|(rule, of, _, _)| *rule == finding.rule.name && *of == fault)?;
        Some((row.2, row.3))
    };
    of_fault(finding.fault).or_else(|| of_fault("")).unwrap_or((&CLOSE, 10))
}

/// Remedies in which a control runs, or what it left behind is looked for.
static RUNS: [&Remedy; 2] = [&RUN, &ACCOUNT];
/// Remedies in which the operation of a control is tested whole.
static TESTS: [&Remedy; 1] = [&TEST_AGAIN];

/// What closes a gap of a control on the way, where that is done about the same control: what runs again leaves evidence
/// behind, and of two tests one is enough.
pub(super) fn closed_on_the_way(finding: &Finding) -> &'static [&'static Remedy] {
    match (finding.rule.name, finding.fault) {
        ("evidence-stale", "undated") => &[],
        ("evidence-absent" | "evidence-stale" | "evidence-outside-period", _) => &RUNS,
        ("sample-too-small" | "population-unproved" | "tester-not-independent", _) => &TESTS,
        _ => &[],
    }
}
