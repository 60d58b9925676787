//! The rule `document-review-overdue`.

use crate::assess::context::Context;
use crate::assess::documents::{LastLook, documents, last_look, name};
use crate::model::criterion_id::CriterionId;
use crate::model::date::Date;
use crate::model::document::PolicyDocument;
use crate::model::gap::Finding;
use crate::text::count::count;

declare_rule! {
    /// An approved policy, procedure or plan was not reviewed when its next review fell due.
    ///
    /// ## Why it matters
    ///
    /// Systems, people and laws change, and a document that nobody looks at describes how things used to be. Auditors read
    /// the date of the last review on every policy.
    ///
    /// The next review is due one `review_every` after the last, or after the approval where there was none yet. Without
    /// `review_every` that is a year: a convention of the field, not a requirement of the criteria, so ask your auditor. A
    /// review dated after the assessment does not count. A document that is a whole cycle late weighs more.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// documents:
    ///   - { id: POL-AC, approved: 2024-02-01, reviewed: 2025-11-21 }
    /// ```
    ///
    /// ```yaml,gap
    /// documents:
    ///   - { id: POL-AC, reviewed: null, review_every: 6mo }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// documents:
    ///   - { id: POL-AC, approved: 2024-02-01, reviewed: 2025-11-22 }
    ///   - { id: POL-SEC, approved: 2025-06-01, reviewed: null, review_every: 18mo }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Compare the document with how things are done today, have changes approved, and record the day of the review.
    "document-review-overdue", Governance, likelihood 20, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    documents(context).filter_map(|(document, criteria)| finding(context.as_of, document, criteria)).collect()
}

fn finding(as_of: Date, document: &PolicyDocument, criteria: Vec<CriterionId>) -> Option<Finding> {
    let last = last_look(as_of, document)?;
    let cycle = document.review_every.unwrap_or_default();
    let due = cycle.next(last.on());
    if due >= as_of {
        return None;
    }
    let late = count(usize::try_from(as_of.days_since(due)).unwrap_or(0), "day");
    let finding = Finding::of_document(&INFO, document, criteria)
        .title(format!("{}: its review is overdue", name(document)))
        .now(format!(
            "{} With a review every {cycle}, the next was due on {due}, {late} before this assessment.",
            told(last)
        ))
        .wanted(format!("The document is reviewed every {cycle}, and the day of the last review is on record."))
        .advice(
            "Compare the document with how things are done today, have what changes approved, and record the day under \
             `reviewed`, also when nothing had to change.",
        );
    let missed_twice = cycle.next(due) < as_of;
    Some(if missed_twice { finding.because("long overdue", 15, "A whole further cycle has gone by.") } else { finding })
}

fn told(last: LastLook) -> String {
    match last {
        LastLook::Reviewed(on) => format!("It was last reviewed on {on}."),
        LastLook::Approved(on) => format!("It was approved on {on} and not reviewed since."),
    }
}
