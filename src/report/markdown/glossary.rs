//! The few words a reader needs.

use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;

const TERMS: [(&str, &str); 17] = [
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

pub(super) fn write(_: &View<'_>, page: &mut Page) {
    page.list(TERMS.iter().map(|(term, means)| format!("**{term}:** {means}")));
}
