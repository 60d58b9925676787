//! What to look at in every item: the control's own description, sentence by sentence.

use crate::model::document::Control;
use crate::sample::spelling::one_line;

/// The sentences of the description of a control; its name where it has none.
#[must_use]
pub fn attributes(control: &Control) -> Vec<String> {
    let said = control.description.as_deref().map(one_line).filter(|text| !text.is_empty());
    sentences(&said.unwrap_or_else(|| one_line(&control.name)))
}

/// A text cut behind the full stops that a capital follows: `e.g. Jira` is cut in no place where the word before is short.
fn sentences(text: &str) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    let mut ended = true;
    let words: Vec<&str> = text.split(' ').collect();
    for (at, word) in words.iter().enumerate() {
        match sentences.last_mut().filter(|_| !ended) {
            Some(sentence) => sentence.extend([" ", word]),
            None => sentences.push((*word).to_owned()),
        }
        let next = words.get(at + 1).and_then(|next| next.chars().next());
        ended = is_end(word) && next.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    }
    sentences
}

fn is_end(word: &str) -> bool {
    let stem = word.trim_end_matches(['.', '!', '?', ';']);
    stem.len() < word.len() && stem.chars().count() > 2 && !stem.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sentence_is_one() {
        assert_eq!(
            sentences("Each change is reviewed. Tests pass, e.g. Jest, v1.2 etc. before it ships. 2 people approve."),
            ["Each change is reviewed.", "Tests pass, e.g. Jest, v1.2 etc. before it ships.", "2 people approve."]
        );
        assert_eq!(sentences("Access review"), ["Access review"]);
    }
}
