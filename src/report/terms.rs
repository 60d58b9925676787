//! The few words a reader of a report needs.

use crate::model::assessment::Assessment;

/// A word, and what it means.
type Term = (&'static str, &'static str);

const TERMS: [Term; 17] = [
    ("Accepted", "A gap a named person signed for, until a date. It keeps its score."),
    ("Category", "One of the five subjects a SOC 2 report can cover. Security is always among them."),
    ("Control", "Something the organisation does, or has built, so that a criterion is met."),
    (
        "Criterion",
        "One numbered result that controls have to bring about, such as CC6.1. Verdicts are given per criterion.",
    ),
    ("Design", "Whether a control would do its work if it ran as described."),
    ("Evidence in date", "Something on file that speaks of a recent enough time; how recent stands under Conventions."),
    ("Gap", "A shortfall against a criterion, found by a named rule."),
    ("In place", "A control whose status is implemented or informal."),
    ("Inherent risk", "Risk before what else is in place is taken into account."),
    ("Known before", "A gap that stands in the earlier result this one was compared with, at the same level or above."),
    ("Not applicable", "A criterion scoped out with a rationale and an approver."),
    ("Operation", "Whether a control ran as described through a period."),
    ("Out of scope", "A category that was not selected, with its criteria."),
    ("Point of focus", "An aid to reading a criterion. It is no requirement."),
    ("Residual risk", "Risk after what else is in place is taken into account."),
    ("Test of design", "Somebody's look at whether a control would do its work, with a conclusion."),
    (
        "Type I and Type II",
        "A Type I report speaks of design at a date, a Type II report also of operation through a period.",
    ),
];

/// What a reader of a Type II report needs beside.
const OF_OPERATION: [Term; 8] = [
    ("Deficiency", "What a test concludes where a control did not operate as described."),
    ("Exception", "An item a test looked at that deviates from the control as described."),
    ("Observation period", "The stretch of time a Type II report speaks of, first and last day included."),
    ("Occurrence", "A time within the period in which a control had to run once."),
    ("Population", "Everything a test could have looked at; the list it is drawn from has to be complete."),
    ("Recorded zero", "A record that nothing called for a control that runs only when something happens."),
    ("Sample", "The items of the population that a test looked at."),
    ("Test of operation", "Somebody's look at whether a control ran as described, with a conclusion."),
];

/// What a reader needs where other organisations are part of the picture.
const OF_VENDORS: [Term; 2] = [
    ("Bridge letter", "Another organisation's own word for the time after its report. Nobody independent tested it."),
    (
        "Subservice organisation",
        "Another organisation whose controls ours needs: carved out, and to be shown by its own reports, or inclusive, and \
         judged here.",
    ),
];

/// The words that readers of a report need, by name, each with its meaning.
#[must_use]
pub fn terms(assessment: &Assessment<'_>) -> Vec<&'static Term> {
    let type2 = assessment.inventory.scope.report.is_type2();
    let of_operation = OF_OPERATION.iter().filter(|_| type2);
    let of_vendors = OF_VENDORS.iter().filter(|_| !assessment.inventory.vendors.is_empty());
    let mut terms: Vec<&Term> = TERMS.iter().chain(of_operation).chain(of_vendors).collect();
    terms.sort_unstable();
    terms
}
