//! The files that were read, and how places in them are addressed: from the root of the repository.

use serde::Serialize;

use crate::report::sarif::Message;
use crate::source::file::SourceFile;
use crate::text::escape::url_path;

/// What addresses are relative to.
const ROOT: &str = "SRCROOT";

/// The bases there are: one.
#[derive(Serialize)]
pub(super) struct Bases {
    #[serde(rename = "SRCROOT")]
    root: Base,
}

impl Bases {
    pub(super) fn root() -> Self {
        Self { root: Base { description: Message::new("The root of the repository.") } }
    }
}

#[derive(Serialize)]
struct Base {
    description: Message,
}

/// A file that was read.
#[derive(Serialize)]
pub(super) struct Artifact<'a> {
    location: Uri,
    #[serde(skip_serializing_if = "Option::is_none")]
    hashes: Option<Hashes<'a>>,
}

#[derive(Serialize)]
struct Hashes<'a> {
    #[serde(rename = "sha-256")]
    sha256: &'a str,
}

impl<'a> Artifact<'a> {
    pub(super) fn of(file: &'a SourceFile) -> Self {
        let hashes = Some(Hashes { sha256: &file.digest }).filter(|hashes| !hashes.sha256.is_empty());
        Self { location: Uri::of(file), hashes }
    }
}

/// A file as an address relative to the root of the repository.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Uri {
    uri: String,
    uri_base_id: &'static str,
}

impl Uri {
    pub(super) fn of(file: &SourceFile) -> Self {
        Self { uri: url_path(below(&file.in_repository)).into_owned(), uri_base_id: ROOT }
    }
}

/// A path without what leads out of the repository: an address relative to its root may neither begin with `/` nor go up.
fn below(path: &str) -> &str {
    let mut rest = path;
    while let Some(after) = rest.strip_prefix('/').or_else(|| rest.strip_prefix("../")) {
        rest = after;
    }
    rest
}
