//! A path as the target of a link: it stays a path, whatever its name.

use std::borrow::Cow;

/// Encodes a relative path for the target of a Markdown or HTML link.
///
/// Only ASCII letters, digits and `- . _ ~ /` stay; any other byte becomes `%XX`, so the path can neither end the
/// link nor name a scheme (`javascript:`), a query or a fragment. A `/` after a `/` is encoded too, lest `//host` be a
/// host name. Dots are not resolved: whether `..` is allowed is for the caller to say.
#[must_use]
pub fn url_path(path: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(path.len() + 16);
    let mut after_slash = false;
    for byte in path.bytes() {
        match byte {
            b'/' if after_slash => encode(&mut out, byte),
            b'-' | b'.' | b'_' | b'~' | b'/' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                out.push(char::from(byte));
            }
            _ => encode(&mut out, byte),
        }
        after_slash = byte == b'/';
    }
    if out == path { Cow::Borrowed(path) } else { Cow::Owned(out) }
}

/// Writes a byte as `%` and two upper-case hexadecimal digits.
fn encode(out: &mut String, byte: u8) {
    out.push('%');
    for nibble in [byte >> 4, byte & 15] {
        out.extend(char::from_digit(u32::from(nibble), 16).map(|digit| digit.to_ascii_uppercase()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_stay() {
        assert_eq!(url_path("docs/access-review_2026.v1.md"), "docs/access-review_2026.v1.md");
        assert_eq!(url_path("../a~b"), "../a~b");
    }

    #[test]
    fn all_else_is_encoded() {
        assert_eq!(url_path("a b(c).md#d?e"), "a%20b%28c%29.md%23d%3Fe");
        assert_eq!(url_path("é"), "%C3%A9");
        assert_eq!(url_path("50%"), "50%25");
        assert_eq!(url_path("a\n\u{1b}"), "a%0A%1B");
    }

    #[test]
    fn a_path_names_no_scheme_and_no_host() {
        assert_eq!(url_path("javascript:alert(1)"), "javascript%3Aalert%281%29");
        assert_eq!(url_path("//evil.example"), "/%2Fevil.example");
        assert_eq!(url_path(r"\\evil"), "%5C%5Cevil");
    }
}
