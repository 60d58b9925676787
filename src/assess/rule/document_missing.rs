//! The rule `document-missing`.

use crate::assess::context::Context;
use crate::assess::documents::{documents, name};
use crate::model::document::PolicyDocument;
use crate::model::files::FileState;
use crate::model::gap::Finding;

declare_rule! {
    /// A policy, procedure or plan is not where the inventory says it lies, or the inventory does not say.
    ///
    /// ## Why it matters
    ///
    /// A document nobody can open describes nothing. The controls that rest on it lose what lays them down, and an auditor
    /// asks for the document itself on the first day.
    ///
    /// Files are looked up beside the inventory. A web address cannot be looked up there: it counts, and reports list it
    /// among what could not be verified.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap,files=policies/access.md:missing
    /// documents:
    ///   - { id: POL-AC, url: null, path: policies/access.md }
    /// ```
    ///
    /// ```yaml,gap
    /// documents:
    ///   - { id: POL-AC, url: null }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean,files=policies/access.md:found
    /// documents:
    ///   - { id: POL-AC, url: null, path: policies/access.md }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Put the file where the inventory says, correct the path, or give the web address under which it can be read.
    "document-missing", Governance, likelihood 40, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    documents(context)
        .filter_map(|(document, criteria)| {
            let (fault, state) = absence(context, document)?;
            let finding = Finding::of_document(&INFO, document, criteria)
                .title(format!("{}: {fault}", name(document)))
                .now(state)
                .wanted("The document can be opened where the inventory says.")
                .advice(
                    "Put the file where the inventory says, correct its `path`, or give the `url` under which it can be read. \
                     If it was never written, write it and have it approved.",
                );
            Some(match &document.path {
                Some(path) => finding.at(path.place),
                None => finding,
            })
        })
        .collect()
}

/// In what way a document is absent, in a few words and in a sentence; `None` for one that is there.
fn absence(context: &Context<'_>, document: &PolicyDocument) -> Option<(&'static str, String)> {
    let Some(path) = &document.path else {
        let stated = "The inventory gives neither a path nor a web address for the document.";
        return document.url.is_none().then(|| ("nobody can tell where it lies", stated.to_owned()));
    };
    let written = &*path.value;
    match context.file(path.place, written) {
        FileState::Found(_) => None,
        FileState::Missing => Some(("its file is not there", format!("No file was found at `{written}`."))),
        FileState::Outside => Some((
            "its file lies out of reach",
            format!("`{written}` lies outside the folder of the inventory, where nothing is looked up."),
        )),
        FileState::Unreadable(why) => {
            Some(("its file cannot be read", format!("The file at `{written}` cannot be read: {why}.")))
        }
    }
}
