//! The rule `document-missing`.

use crate::assess::context::Context;
use crate::assess::documents::{documents, name};
use crate::model::document::PolicyDocument;
use crate::model::files::FileState;
use crate::model::gap::Finding;
use crate::model::lock::LOCK_FILE;

declare_rule! {
    /// A policy, procedure or plan is not where the inventory says it lies, or the inventory does not say.
    ///
    /// ## Why it matters
    ///
    /// A document nobody can open describes nothing. The controls that rest on it lose what lays them down, and an auditor
    /// asks for the document itself on the first day.
    ///
    /// A document that was altered since its hash was locked is not the one that was approved: what lies there may be a draft,
    /// and the approved one is not there.
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
    /// ```yaml,gap,files=policies/access.md:sha=2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae,locked=policies/access.md:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    /// documents:
    ///   - { id: POL-AC, url: null, path: policies/access.md }
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
    /// Put the file where the inventory says, correct the path, or give the web address under which it can be read. Where the
    /// file was altered, bring the locked one back, or have the new one approved, correct `approved`, and record its hash with
    /// `gapcheck evidence lock --update PATH`.
    "document-missing", Governance, likelihood 40, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    documents(context)
        .filter_map(|(document, criteria)| {
            let absence = absence(context, document)?;
            let finding = Finding::of_document(&INFO, document, criteria)
                .title(format!("{}: {}", name(document), absence.fault))
                .now(absence.state)
                .wanted("The document can be opened where the inventory says.")
                .advice(absence.advice);
            Some(match &document.path {
                Some(path) => finding.at(path.place),
                None => finding,
            })
        })
        .collect()
}

/// In what way a document is absent.
struct Absence {
    /// In a few words.
    fault: &'static str,
    /// In a sentence.
    state: String,
    /// What to do about it.
    advice: &'static str,
}

impl Absence {
    const fn of(fault: &'static str, state: String) -> Self {
        Self {
            fault,
            state,
            advice: "Put the file where the inventory says, correct its `path`, or give the `url` under which it can be \
                     read. If it was never written, write it and have it approved.",
        }
    }

    fn altered(written: &str) -> Self {
        Self {
            fault: "altered since it was locked",
            state: format!("The file at `{written}` is not the one whose SHA-256 `{LOCK_FILE}` records."),
            advice: "Find out who changed the file and why. Bring the approved one back, or have the new one approved, \
                     correct its `approved`, and record it with `gapcheck evidence lock --update PATH`.",
        }
    }
}

/// In what way a document is absent; `None` for one that is there.
fn absence(context: &Context<'_>, document: &PolicyDocument) -> Option<Absence> {
    let Some(path) = &document.path else {
        let stated = "The inventory gives neither a path nor a web address for the document.";
        return document.url.is_none().then(|| Absence::of("nobody can tell where it lies", stated.to_owned()));
    };
    let written = &*path.value;
    match context.file(path.place, written) {
        FileState::Found(_) if context.differences(path.place, written, None).is_empty() => None,
        FileState::Found(_) => Some(Absence::altered(written)),
        FileState::Missing => Some(Absence::of("its file is not there", format!("No file was found at `{written}`."))),
        FileState::Outside => Some(Absence::of(
            "its file lies out of reach",
            format!("`{written}` lies outside the folder of the inventory, where nothing is looked up."),
        )),
        FileState::Unreadable(why) => {
            Some(Absence::of("its file cannot be read", format!("The file at `{written}` cannot be read: {why}.")))
        }
    }
}
