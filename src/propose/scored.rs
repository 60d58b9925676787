//! What a control said, and how the criteria rank by it.

use std::collections::BTreeSet;

use crate::propose::Ranked;
use crate::propose::words::Word;

/// What every score is shared with beside the other criteria: little said in all is no strong sign, however clear it is.
const DOUBT: f64 = 3.0;

/// What a control said, and what it came to.
#[derive(Debug)]
pub struct Scored<'t> {
    /// The concepts it speaks of, each once, by their numbers.
    pub said: Vec<Said>,
    /// The words of its name and its description, each with the text it stands in.
    pub words: Vec<(Word, &'t str)>,
    /// For each criterion, by its position, what speaks for it.
    pub(super) scores: Vec<f64>,
}

/// A concept that a control speaks of.
#[derive(Clone, Debug)]
pub struct Said {
    /// Its number in the lexicon.
    pub concept: usize,
    /// How strongly.
    pub strength: f64,
    /// In which words, as they stand there.
    pub words: String,
}

impl Scored<'_> {
    /// The words of its name and its description, each once.
    pub(super) fn stems(&self) -> BTreeSet<&str> {
        self.words.iter().map(|(word, _)| word.stem.as_str()).collect()
    }

    /// The criteria for which anything speaks, best first.
    pub(super) fn ranked(&self) -> Vec<Ranked> {
        let all = self.scores.iter().sum::<f64>() + DOUBT;
        let spoken_for = self.scores.iter().enumerate().filter(|(_, score)| **score > 0.0);
        let mut ranked: Vec<(usize, f64)> = spoken_for.map(|(position, score)| (position, *score)).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.into_iter().map(|(position, score)| Ranked { position, share: thousandths(score / all) }).collect()
    }
}

/// A share from 0 to 1 in whole thousandths, rounded down.
fn thousandths(share: f64) -> u16 {
    let (mut low, mut high) = (0_u16, 1000_u16);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if f64::from(middle) <= share * 1000.0 {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}
