//! Whether a text says something: words that follow each other, or stand anywhere in it, whatever their endings.

use crate::text::stem::stem;

/// The words of a text without their endings, in order.
pub(super) struct Words(Vec<String>);

impl Words {
    /// The words of several texts, one after the other.
    pub(super) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        Self(texts.into_iter().flat_map(words).collect())
    }

    /// Whether they say one of some phrases.
    pub(super) fn say_any(&self, phrases: &[String]) -> bool {
        phrases.iter().any(|phrase| self.say(phrase))
    }

    /// Whether they say a phrase: its parts, joined by `+`, may stand apart; behind a `=` it must be all they say.
    fn say(&self, phrase: &str) -> bool {
        match phrase.strip_prefix('=') {
            Some(whole) => words(whole).eq(self.0.iter().cloned()),
            None => phrase.split('+').all(|part| self.hold(&words(part).collect::<Vec<_>>())),
        }
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
        Words::of([text]).say(phrase)
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
