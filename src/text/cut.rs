//! A text cut to so many characters, for media that refuse or cut longer ones themselves.

/// Cuts a text to at most `limit` characters; one that was cut ends with `…`.
///
/// Characters are counted, not cells: what takes no room on a terminal takes some in a file.
#[must_use]
pub fn cut(text: &str, limit: usize) -> String {
    if text.chars().nth(limit).is_none() {
        return text.to_owned();
    }
    let kept = text.chars().take(limit.saturating_sub(1));
    kept.chain(limit.checked_sub(1).map(|_| '…')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_with_a_sign() {
        assert_eq!(cut("abcd", 4), "abcd");
        assert_eq!(cut("abcde", 4), "abc…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 4), "e\u{301}e…");
        assert_eq!(cut("ab", 1), "…");
        assert_eq!(cut("ab", 0), "");
        assert_eq!(cut("", 0), "");
    }
}
