//! Whether a text says something: words that follow each other, or stand anywhere in it, whatever their endings.

use crate::text::stem::stem;

/// The words of a text without their endings, in order.
pub(super) struct Words(Vec<String>);

/// Phrases of which a text may say one, split once for all texts.
pub(super) struct Phrases(Vec<Phrase>);

enum Phrase {
    /// Parts that may stand apart; the words of each follow each other.
    Parts(Vec<Vec<String>>),
    /// All that the text says.
    Whole(Vec<String>),
}

impl Phrases {
    /// Phrases as they are written: parts are joined by `+`, and what must be all that is said stands behind a `=`.
    pub(super) fn of(phrases: &[String]) -> Self {
        let phrase = |phrase: &String| match phrase.strip_prefix('=') {
            Some(whole) => Phrase::Whole(words(whole).collect()),
            None => Phrase::Parts(phrase.split('+').map(|part| words(part).collect()).collect()),
        };
        Self(phrases.iter().map(phrase).collect())
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Words {
    /// The words of several texts, one after the other.
    pub(super) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        Self(texts.into_iter().flat_map(words).collect())
    }

    /// Whether they say one of some phrases.
    pub(super) fn say_any(&self, phrases: &Phrases) -> bool {
        phrases.0.iter().any(|phrase| match phrase {
            Phrase::Whole(whole) => !whole.is_empty() && *whole == self.0,
            Phrase::Parts(parts) => parts.iter().all(|part| self.hold(part)),
        })
    }

    fn hold(&self, part: &[String]) -> bool {
        !part.is_empty() && self.0.windows(part.len()).any(|window| window == part)
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| stem(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn says(text: &str, phrase: &str) -> bool {
        Words::of([text]).say_any(&Phrases::of(&[phrase.to_owned()]))
    }

    #[test]
    fn words_follow_each_other_whatever_their_endings() {
        assert!(says("Each quarter the user lists are read.", "user list"));
        assert!(says("A Multi-Factor sign-in", "multi factor"));
        assert!(!says("A list of users", "user list"));
        assert!(!says("The device is encrypted", "device manager"));
    }

    #[test]
    fn parts_may_stand_apart_and_a_whole_is_a_whole() {
        assert!(says("Stores of data are always encrypted", "stores + encrypted"));
        assert!(!says("Stores of data", "stores + encrypted"));
        assert!(says("Security Policy", "=security policy"));
        assert!(!says("Physical security policy", "=security policy"));
        assert!(!says("anything", ""));
        assert!(!says("", "="));
    }
}
