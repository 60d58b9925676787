//! The pages of a binder, each a file at the top of the archive, and the list of hashes of all that is in it.

use crate::report::binder::contents::Binder;
use crate::report::binder::request::Request;
use crate::report::binder::tables;
use crate::report::html::binder::document;
use crate::report::matrix;
use crate::text::checksum;
use crate::text::hash::sha256_hex;

/// The list of hashes, as `sha256sum -c` reads it.
const SUMS: &str = "SHA256SUMS";
/// The width that pages of text are laid out for.
const WIDTH: usize = 100;

/// A page of a binder.
pub struct Page {
    /// The name of its file.
    pub name: &'static str,
    /// What stands in it.
    pub text: String,
}

/// The pages of a binder; the last is the list of hashes, of the files and of the other pages.
#[must_use]
pub fn pages(binder: &Binder<'_>, requests: &[Request]) -> Vec<Page> {
    let matrix = |name| matrix::by_name(name).map(|format| (format.render)(&binder.matrix, WIDTH)).unwrap_or_default();
    let mut pages = vec![
        Page { name: "control-matrix.csv", text: matrix("csv") },
        Page { name: "control-matrix.md", text: matrix("markdown") },
        Page { name: "index.csv", text: tables::index(binder) },
        Page { name: "index.html", text: document(binder, requests) },
        Page { name: "not-verified.csv", text: tables::unverified(binder) },
        Page { name: "requests.csv", text: tables::requests(binder, requests) },
    ];
    let of_pages = pages.iter().map(|page| (page.name, sha256_hex(page.text.as_bytes())));
    let of_files = binder.files.iter().map(|file| (file.name.as_str(), file.sha256.to_owned()));
    let mut sums: Vec<(&str, String)> = of_pages.chain(of_files).collect();
    sums.sort();
    let lines: String = sums.into_iter().map(|(name, hash)| checksum::line(&hash, name) + "\n").collect();
    pages.push(Page { name: SUMS, text: lines });
    pages
}
