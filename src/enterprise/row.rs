//! A document that is asked for, of which nothing is said yet, or of which nothing is on file.

use crate::enterprise::desk::Desk;
use crate::model::enterprise::{Presence, ShownDocument};
use crate::model::enterprise_asked::AskedDocument;

/// What is asked for, of which nothing is said yet.
pub(super) fn bare(asked: &AskedDocument, state: Presence, on_file: String) -> ShownDocument<'_> {
    ShownDocument {
        asked,
        state,
        told: String::new(),
        on_file,
        date: None,
        until: None,
        lies: None,
        place: None,
        to_do: None,
        owner: None,
    }
}

pub(super) fn missing<'a>(desk: &Desk<'a>, asked: &'a AskedDocument) -> ShownDocument<'a> {
    ShownDocument {
        to_do: Some(asked.missing.clone()),
        owner: desk.who_looks_after(asked.area),
        ..bare(asked, Presence::Missing, "Nothing on file.".to_owned())
    }
}
