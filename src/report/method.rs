//! How a report came about, in the words of every report.

use crate::model::assessment::Assessment;
use crate::model::level::Level;
use crate::model::words::PointsOfFocus;

/// NIST SP 800-30 r1, Table I-2: a row for each likelihood from very high down, a column for each impact from very low up.
pub const TABLE: [(Level, [Level; 5]); 5] = {
    use Level::{High, Low, Moderate, VeryHigh, VeryLow};
    [
        (VeryHigh, [VeryLow, Low, Moderate, High, VeryHigh]),
        (High, [VeryLow, Low, Moderate, High, VeryHigh]),
        (Moderate, [VeryLow, Low, Moderate, Moderate, High]),
        (Low, [VeryLow, Low, Low, Low, Moderate]),
        (VeryLow, [VeryLow, VeryLow, VeryLow, Low, Low]),
    ]
};

/// What decides whether a control operated. The numbers stand under the conventions.
pub const OPERATION: [(&str, &str); 6] = [
    (
        "When a control had to run:",
        "each day, week, month and so on by its frequency, from the first day it was in place in the period; a continuous, \
         per-event or one-time control once in the whole of that time. What is done daily may rest on Saturday and Sunday.",
    ),
    (
        "What shows one such occurrence:",
        "evidence that covers half of it or more, or of which more than half lies in it. A written rule shows none, unless \
         the control is the rule.",
    ),
    (
        "When one is missed:",
        "when nothing on file shows it once the days of grace after it have passed. One that the period, or the time of the \
         control, cuts short is never due.",
    ),
    (
        "When nothing called for a per-event control:",
        "when records of zero items, or tests that found an empty population, together speak of half or more of the days of it \
         gone by.",
    ),
    (
        "Which tests count:",
        "those of operation that speak of time within the period and were done by the day of the assessment; in favour only \
         those with a date and a conclusion.",
    ),
    (
        "What was found stays found:",
        "an exception that is put right, and a deficiency that a later test no longer found, lower the gap and do not take it \
         away.",
    ),
];

/// How risk is worked out.
pub const RISK: [&str; 2] = [
    "Likelihood and impact are numbers from 0 to 100 on the scale of NIST SP 800-30 r1. Likelihood begins with the rule \
     that found the gap, then comes what is special about this case, from where the systems can be reached, and what \
     other controls take off. Impact begins with the gravest criterion touched, then come what customers were promised, \
     the criticality of the systems, the data in them and the laws that protect it. Each step is a line of the working.",
    "The two levels are looked up in Table I-2 of that standard. The score lies in the bin of the resulting level, at \
     a place that follows from the mean of the two numbers, so that level and score never disagree. Inherent risk is \
     without what is in place beside the gap, residual risk with it; gaps are ranked by residual risk.",
];

/// What conventions are.
pub const CONVENTIONS: &str = "No standard fixes these numbers. They are conventions, and an auditor may hold others. What the organisation set \
     to something else than the default is marked: ask your auditor before relying on it.";

/// What was not assessed, in sentences.
#[must_use]
pub fn not_assessed(assessment: &Assessment<'_>) -> Vec<&'static str> {
    let operation = if assessment.inventory.scope.report.is_type2() {
        "Occurrences that are not due yet. They are counted as such, and nothing is concluded from them."
    } else {
        "Operation over time. A Type I report speaks of design at a date."
    };
    let points = if assessment.inventory.conventions.points_of_focus == PointsOfFocus::Advisory {
        "Points of focus. They are aids: they are counted, and never make a gap or move a score."
    } else {
        "Points of focus. The inventory's settings leave them out."
    };
    vec![
        "Whether what the inventory says is true. It was taken at its word, except where files could be looked up.",
        "What evidence and documents hold. Whether their files are there was looked up, and their hashes where the inventory \
         gives them; nobody read them.",
        "What lies behind web addresses. It is listed under *What could not be verified here*.",
        operation,
        points,
    ]
}
