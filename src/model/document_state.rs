//! How a document stands on a day: there, approved, reviewed in time.

use crate::model::date::Date;
use crate::model::document::PolicyDocument;
use crate::model::files::{FileState, Files};

/// How a document stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentState {
    /// There, approved, and reviewed in time: until when.
    InDate(Date),
    /// There and approved, and its review was due on a day that is past.
    Overdue(Date),
    /// There, and nobody can tell who approved it and when.
    NotApproved,
    /// Its file is not the one whose hash was recorded, so it is not the one that was approved.
    Altered,
    /// Not where the inventory says, or the inventory does not say where.
    NotThere,
}

/// Whether the file of a document was found and is the one that was locked, or a web address is given for it.
#[must_use]
pub fn is_there(document: &PolicyDocument, files: &Files) -> bool {
    match &document.path {
        Some(path) => {
            let (file, path) = (path.place.file, &path.value);
            matches!(files.state(file, path), FileState::Found(_)) && files.differences(file, path, None).is_empty()
        }
        None => document.url.is_some(),
    }
}

/// Whether a document is approved, by whom and when.
#[must_use]
pub fn is_approved(document: &PolicyDocument, as_of: Date) -> bool {
    document.approved_by.is_some() && document.approved.as_ref().is_some_and(|approved| approved.value <= as_of)
}

/// The day somebody with authority last looked at a document: the last review up to a day, else the approval.
#[must_use]
pub fn last_looked_at(document: &PolicyDocument, as_of: Date) -> Option<Date> {
    let days = [&document.reviewed, &document.approved].into_iter().flatten().map(|day| day.value);
    days.filter(|day| *day <= as_of).max()
}

/// How a document stands.
#[must_use]
pub fn document_state(document: &PolicyDocument, files: &Files, as_of: Date) -> DocumentState {
    if !is_there(document, files) {
        let differs = document.path.as_ref().is_some_and(|path| {
            let (file, path) = (path.place.file, &path.value);
            matches!(files.state(file, path), FileState::Found(_))
        });
        return if differs { DocumentState::Altered } else { DocumentState::NotThere };
    }
    let looked_at = last_looked_at(document, as_of).filter(|_| is_approved(document, as_of));
    let Some(looked_at) = looked_at else { return DocumentState::NotApproved };
    let due = document.review_every.unwrap_or_default().next(looked_at);
    if due < as_of { DocumentState::Overdue(due) } else { DocumentState::InDate(due) }
}
