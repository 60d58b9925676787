//! Finds the phrases of the lexicon in a text.

use std::collections::BTreeMap;

use crate::propose::lexicon::Concept;
use crate::propose::words::{Word, words};

/// How many other words may stand among those of a phrase.
const BETWEEN: usize = 1;

/// The phrases of a lexicon, ready to be looked for.
#[derive(Debug)]
pub struct Phrases {
    all: Vec<Phrase>,
    /// A number for each word that occurs in a phrase.
    numbers: BTreeMap<String, usize>,
    /// The phrases in which a word occurs, by its number.
    with: Vec<Vec<usize>>,
    /// From the first word of a phrase to its last there are at most so many.
    longest: usize,
}

/// A phrase, its words by their numbers.
#[derive(Debug)]
struct Phrase {
    concept: usize,
    words: Vec<usize>,
}

/// A phrase that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number of the concept it speaks of.
    pub concept: usize,
    /// Where the words of the phrase stand among those of the text, in order.
    pub at: Vec<usize>,
}

impl Phrases {
    /// The phrases of a lexicon.
    #[must_use]
    pub fn of(lexicon: &[Concept]) -> Self {
        let mut made = Self { all: Vec::new(), numbers: BTreeMap::new(), with: Vec::new(), longest: 0 };
        for (concept, one) in lexicon.iter().enumerate() {
            for text in &one.say {
                made.add(concept, text);
            }
        }
        made
    }

    fn add(&mut self, concept: usize, text: &str) {
        let phrase = self.all.len();
        let mut numbered = Vec::new();
        for word in words(text) {
            let next = self.numbers.len();
            let number = *self.numbers.entry(word.stem).or_insert(next);
            if number == self.with.len() {
                self.with.push(Vec::new());
            }
            if let Some(with) = self.with.get_mut(number).filter(|with| with.last() != Some(&phrase)) {
                with.push(phrase);
            }
            numbered.push(number);
        }
        self.longest = self.longest.max(numbered.len() + BETWEEN);
        self.all.push(Phrase { concept, words: numbered });
    }

    /// The phrases that occur among some words, by where they begin. One that lies within a longer one says nothing of its
    /// own: `backup restore test` is about restoring, not about making backups.
    #[must_use]
    pub fn hits(&self, text: &[Word]) -> Vec<Hit> {
        let numbered: Vec<Option<usize>> = text.iter().map(|word| self.numbers.get(&word.stem).copied()).collect();
        let found: Vec<Hit> = (0..text.len()).flat_map(|start| self.beginning_at(&numbered, start)).collect();
        found.iter().filter(|hit| !self.is_within_another(hit, &found)).cloned().collect()
    }

    fn beginning_at<'a>(&'a self, text: &'a [Option<usize>], start: usize) -> impl Iterator<Item = Hit> + 'a {
        let first = text.get(start).copied().flatten().and_then(|number| self.with.get(number));
        let phrases = first.into_iter().flatten().filter_map(|phrase| self.all.get(*phrase));
        phrases.filter_map(move |phrase| {
            let at = phrase.occurrence(text, start)?;
            Some(Hit { concept: phrase.concept, at })
        })
    }

    fn is_within_another(&self, hit: &Hit, found: &[Hit]) -> bool {
        let start = |hit: &Hit| hit.at.first().copied().unwrap_or(0);
        let from = found.partition_point(|other| start(other) + self.longest < start(hit));
        let to = found.partition_point(|other| start(other) <= start(hit));
        let near = found.get(from..to).unwrap_or_default();
        near.iter().any(|other| other.at.len() > hit.at.len() && hit.at.iter().all(|at| other.at.contains(at)))
    }
}

impl Phrase {
    /// Where its words stand from a place on, near each other and in any order; none where one of them is missing.
    fn occurrence(&self, text: &[Option<usize>], start: usize) -> Option<Vec<usize>> {
        let mut at: Vec<usize> = Vec::new();
        let mut taken = vec![false; self.words.len()];
        for (place, number) in text.iter().enumerate().skip(start).take(self.words.len() + BETWEEN) {
            let mut open =
                self.words.iter().zip(&mut taken).filter(|(word, taken)| !**taken && Some(**word) == *number);
            if let Some((_, taken)) = open.next() {
                *taken = true;
                at.push(place);
            }
            if at.len() == self.words.len() {
                return Some(at);
            }
        }
        None
    }
}
