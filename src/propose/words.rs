//! A text as the words that say something, each with its place in the text.

use crate::text::stem::stem;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Without its ending, for comparing.
    pub stem: String,
    /// The byte of the text at which it begins.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// Words that say nothing about what a control is for, in order.
const EMPTY: [&str; 78] = [
    "a", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "being", "by", "can", "do", "does",
    "each", "ensure", "ensured", "ensures", "every", "for", "from", "has", "have", "how", "if", "in", "into", "is",
    "it", "its", "may", "must", "no", "not", "of", "on", "or", "our", "ours", "per", "s", "shall", "should", "such",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "use", "used",
    "uses", "using", "via", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whose", "will",
    "with", "within", "you", "your",
];

/// The words of a text that say something, in order.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    spans(text)
        .into_iter()
        .filter_map(|(start, end)| {
            let lower = text.get(start..end)?.to_lowercase();
            let says_nothing = EMPTY.binary_search(&lower.as_str()).is_ok();
            (!says_nothing).then(|| Word { stem: stem(&lower), start, end })
        })
        .collect()
}

/// Where the words of a text begin and end.
fn spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        match open {
            None if c.is_alphanumeric() => open = Some(at),
            Some(start) if !c.is_alphanumeric() => {
                spans.push((start, at));
                open = None;
            }
            _ => {}
        }
    }
    spans.extend(open.map(|start| (start, text.len())));
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_words(text: &str, expected: &[&str]) {
        let words = words(text);
        let shown: Vec<&str> = words.iter().map(|word| text.get(word.start..word.end).unwrap()).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        assert_words(
            "The users' access is reviewed by the team's lead",
            &["users", "access", "reviewed", "team", "lead"],
        );
        assert_words("", &[]);
        assert_words("AND", &[]);
    }

    #[test]
    fn words_end_where_signs_begin() {
        assert_words("CloudTrail, iam_user-MFA (TLS 1.2)", &["CloudTrail", "iam", "user", "MFA", "TLS", "1", "2"]);
        assert_words("GitHub SSO für Zugänge", &["GitHub", "SSO", "für", "Zugänge"]);
    }
}
