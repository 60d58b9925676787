//! Where things lie, as references that every reader takes: a path from the root of the repository, or a web address.

use std::fmt::Write as _;

use crate::model::document::Evidence;
use crate::model::document::PolicyDocument;
use crate::source::file::{Located, SourceFile, Sources};
use crate::source::reader::Text;
use crate::text::escape::url_path;

/// Where a piece of evidence lies.
pub(super) fn of_evidence(evidence: &Evidence, sources: &Sources) -> Option<String> {
    either(evidence.path.as_ref(), evidence.url.as_ref(), sources)
}

/// Where a document lies.
pub(super) fn of_document(document: &PolicyDocument, sources: &Sources) -> Option<String> {
    either(document.path.as_ref(), document.url.as_ref(), sources)
}

/// Where a file of the inventory lies; `None` for standard input, which lies nowhere.
pub(super) fn of_source(file: &SourceFile) -> Option<String> {
    (!file.in_repository.starts_with('<')).then(|| url_path(&file.in_repository).into_owned())
}

fn either(path: Option<&Located<Text>>, url: Option<&Text>, sources: &Sources) -> Option<String> {
    match (path, url) {
        (Some(path), _) => Some(of_path(path, sources)),
        (None, Some(url)) => web(url),
        (None, None) => None,
    }
}

/// A path beside the file of the inventory that names it.
fn of_path(path: &Located<Text>, sources: &Sources) -> String {
    let file = sources.file(path.place).map_or("", |file| file.in_repository.as_str());
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let inner = path.value.trim();
    let inner = inner.strip_prefix("./").unwrap_or(inner);
    let joined = if folder.is_empty() { inner.to_owned() } else { format!("{folder}/{inner}") };
    url_path(&joined).into_owned()
}

/// A web address, with everything encoded that may not stand in one; `None` for what is none.
///
/// Only http and https, and only a plain host: whatever else an inventory calls an address is told in words, not linked.
fn web(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    let scheme = ["http", "https"].into_iter().find(|known| scheme.eq_ignore_ascii_case(known))?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, rest) = rest.split_at_checked(end)?;
    is_host(host).then(|| format!("{scheme}://{host}{}", encoded(rest)))
}

/// Whether a text is the name of a host, with or without a port.
fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, "0"));
    let letters = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'));
    !name.is_empty() && letters && !port.is_empty() && port.chars().all(|c| c.is_ascii_digit())
}

/// Path, query and fragment with only such characters as may stand there; of a second fragment mark, the code.
fn encoded(rest: &str) -> String {
    let mut out = String::with_capacity(rest.len());
    let mut in_fragment = false;
    for c in rest.chars() {
        let mark = c == '#' && !in_fragment;
        in_fragment |= mark;
        if mark || c.is_ascii_alphanumeric() || "-._~/?:@!$&'()*+,;=".contains(c) {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a text cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    // What was encoded before stays as it was: a percent sign with two digits behind it.
    restored(&out)
}

/// Takes back the code of a percent sign that begins a code itself.
fn restored(text: &str) -> String {
    let mut parts = text.split("%25");
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let is_code = part.chars().take(2).filter(char::is_ascii_hexdigit).count() == 2;
        out.push_str(if is_code { "%" } else { "%25" });
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_stays_one() {
        let same = ["https://files.example/a/b?c=d#e", "http://x.example:8080", "https://x.example/50%25/%C3%A9"];
        for url in same {
            assert_eq!(web(url).as_deref(), Some(url));
        }
        assert_eq!(web(" HTTPS://x.example/a b").as_deref(), Some("https://x.example/a%20b"));
        assert_eq!(web("https://x.example/é|[1]#a#b").as_deref(), Some("https://x.example/%C3%A9%7C%5B1%5D#a%23b"));
        assert_eq!(web("https://x.example/100%").as_deref(), Some("https://x.example/100%25"));
    }

    #[test]
    fn what_is_none_is_no_link() {
        for url in ["javascript:alert(1)", "file:///etc/passwd", "https://a:b:c/", "https://", "https://a b/", "x"] {
            assert_eq!(web(url), None, "{url}");
        }
    }
}
