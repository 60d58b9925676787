//! The rule `document-unapproved`.

use crate::assess::context::Context;
use crate::assess::documents::{documents, name};
use crate::model::document::PolicyDocument;
use crate::model::gap::Finding;

declare_rule! {
    /// A policy, procedure or plan is not approved, or nobody can tell by whom and when.
    ///
    /// ## Why it matters
    ///
    /// Until somebody with the authority to do so has approved a document it is a draft: it binds nobody, and it does not
    /// support the design of the controls it describes. An auditor looks for the name and the date.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// documents:
    ///   - { id: POL-AC, approved: null }
    /// ```
    ///
    /// ```yaml,gap
    /// documents:
    ///   - { id: POL-AC, approved_by: null }
    /// ```
    ///
    /// ```yaml,gap
    /// documents:
    ///   - { id: POL-AC, approved: 2026-12-01, reviewed: null }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// documents:
    ///   - { id: POL-AC, approved: 2026-11-22, reviewed: null }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Have the document approved by whoever answers for its subject, and record name and date.
    "document-unapproved", Governance, likelihood 35, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    documents(context)
        .filter_map(|(document, criteria)| {
            let state = doubt(context, document)?;
            let finding = Finding::of_document(&INFO, document, criteria)
                .title(format!("{}: it is not approved", name(document)))
                .now(state)
                .wanted("The document is approved by whoever answers for its subject, and name and date are on record.")
                .advice(
                    "Have the document approved by whoever answers for its subject, and record `approved_by` and `approved` \
                     in the inventory and in the document itself.",
                );
            Some(finding)
        })
        .collect()
}

/// What keeps a document from being approved.
fn doubt(context: &Context<'_>, document: &PolicyDocument) -> Option<String> {
    let by = document.approved_by.as_ref().map(|by| context.person(&by.value));
    match (document.approved.as_ref().map(|approved| approved.value), by) {
        (None, None) => Some("Neither an approver nor a date of approval is recorded.".to_owned()),
        (None, Some(by)) => Some(format!("{by} is recorded as its approver, without a date.")),
        (Some(date), by) if date > context.as_of => {
            let nobody = if by.is_none() { " Nobody is recorded as its approver." } else { "" };
            Some(format!("Its approval is dated {date}, after the day of this assessment, {}.{nobody}", context.as_of))
        }
        (Some(date), None) => Some(format!("Its approval is dated {date}, but nobody is recorded as its approver.")),
        (Some(_), Some(_)) => None,
    }
}
