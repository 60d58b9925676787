//! How like the text of a control is to what the catalog says of each criterion: the cosine of weighted words.

use std::collections::BTreeMap;

use crate::model::catalog::{Catalog, Criterion};
use crate::propose::words::{Word, words};

/// How many words a text must share with that of a criterion, where it has so many: one may be there by chance.
const ENOUGH: usize = 2;

/// The words of a catalog with how much each says of each criterion.
#[derive(Debug)]
pub struct Likeness {
    /// For each word how rare it is, and what it weighs in the criteria, by their positions, in which it occurs.
    words: BTreeMap<String, Known>,
    /// How rare a word is that does not occur at all.
    rarest: f64,
    criteria: usize,
}

/// What is known of a word of the catalog.
#[derive(Debug, Default)]
struct Known {
    rarity: f64,
    weights: Vec<(usize, f64)>,
}

impl Likeness {
    /// Reads the words of a catalog: our own, whatever official wording is laid over it.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let counted: Vec<BTreeMap<String, f64>> = catalog.criteria.iter().map(|one| counts(&text(one))).collect();
        let mut known: BTreeMap<String, Known> = BTreeMap::new();
        for stem in counted.iter().flat_map(BTreeMap::keys) {
            known.entry(stem.clone()).or_default().rarity += 1.0;
        }
        let criteria = counted.iter().map(|_| 1.0).sum::<f64>();
        for word in known.values_mut() {
            word.rarity = logarithm(1.0 + criteria / (word.rarity + 0.5));
        }
        for (position, counts) in counted.iter().enumerate() {
            let weighed: Vec<(&String, f64)> =
                counts.iter().map(|(stem, count)| (stem, damped(*count) * rarity(&known, stem))).collect();
            let length = length(weighed.iter().map(|(_, weight)| *weight));
            for (stem, weight) in weighed {
                if let Some(word) = known.get_mut(stem) {
                    word.weights.push((position, weight / length));
                }
            }
        }
        Self { words: known, rarest: logarithm(1.0 + criteria / 0.5), criteria: counted.len() }
    }

    /// How like some words, each with how often it counts, are to each criterion, from 0 to 1.
    #[must_use]
    pub fn to<'a>(&self, text: impl IntoIterator<Item = (&'a Word, f64)>) -> Vec<f64> {
        let mut counts: BTreeMap<&str, f64> = BTreeMap::new();
        for (word, times) in text {
            *counts.entry(&word.stem).or_default() += times;
        }
        let weighed = counts.into_iter().map(|(stem, count)| {
            let known = self.words.get(stem);
            // A word that the catalog does not have is as rare as can be: what says much else is the less like it.
            (known, damped(count) * known.map_or(self.rarest, |word| word.rarity))
        });
        let weighed: Vec<(Option<&Known>, f64)> = weighed.collect();
        let length = length(weighed.iter().map(|(_, weight)| *weight));
        let mut shared = vec![(0.0, 0_usize); self.criteria];
        for (word, weight) in &weighed {
            for (position, theirs) in word.iter().flat_map(|word| &word.weights) {
                if let Some((likeness, words)) = shared.get_mut(*position) {
                    *likeness += weight / length * theirs;
                    *words += 1;
                }
            }
        }
        let enough = weighed.len().min(ENOUGH);
        shared.into_iter().map(|(likeness, words)| if words < enough { 0.0 } else { likeness }).collect()
    }

    /// How much a word says of a criterion by its position.
    #[must_use]
    pub fn weight(&self, word: &Word, position: usize) -> f64 {
        let known = self.words.get(&word.stem);
        let found = known.and_then(|known| known.weights.iter().find(|(other, _)| *other == position));
        found.map_or(0.0, |(_, weight)| *weight)
    }

    /// How rare a word is in the catalog; one that it does not have says nothing.
    #[must_use]
    pub fn rarity(&self, word: &Word) -> f64 {
        rarity(&self.words, &word.stem)
    }
}

fn rarity(words: &BTreeMap<String, Known>, stem: &str) -> f64 {
    words.get(stem).map_or(0.0, |word| word.rarity)
}

/// All that the catalog says of a criterion, in our own words.
fn text(criterion: &Criterion) -> String {
    let own = [&criterion.title, &criterion.asks].into_iter().chain(&criterion.evidence).chain(&criterion.controls);
    let points = criterion.points.iter().flat_map(|point| [&point.title, &point.asks]);
    own.chain(points).flat_map(|part| [part.as_str(), "\n"]).collect()
}

fn counts(text: &str) -> BTreeMap<String, f64> {
    let mut counts = BTreeMap::new();
    for word in words(text) {
        *counts.entry(word.stem).or_default() += 1.0;
    }
    counts
}

/// The tenth time a word stands there says less than the first.
fn damped(count: f64) -> f64 {
    if count > 0.0 { (1.0 + logarithm(count)).max(0.0) } else { 0.0 }
}

/// The length of a vector; that of nothing is 1, so that it can be divided by.
fn length(weights: impl Iterator<Item = f64>) -> f64 {
    let square: f64 = weights.map(|weight| weight * weight).sum();
    if square > 0.0 { square.sqrt() } else { 1.0 }
}

/// The natural logarithm by sums and products alone: that of the standard library may differ in its last digits from one
/// machine to another, and with it a proposal.
fn logarithm(x: f64) -> f64 {
    let (mut scaled, mut twos) = (x, 0.0);
    while scaled > 1.5 {
        scaled /= 2.0;
        twos += 1.0;
    }
    while scaled < 0.75 && scaled > 0.0 {
        scaled *= 2.0;
        twos -= 1.0;
    }
    // ln y = 2 artanh((y - 1) / (y + 1)), a series that converges fast near 1.
    let ratio = (scaled - 1.0) / (scaled + 1.0);
    let square = ratio * ratio;
    let series =
        [1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0].iter().rev().fold(0.0, |sum, odd| sum * square + 1.0 / odd);
    2.0 * ratio * series + twos * std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_the_natural_one() {
        for x in [0.3, 0.5, 1.0, 1.5, 2.0, std::f64::consts::E, 10.0, 61.0, 1_000_000.0_f64] {
            assert!((logarithm(x) - x.ln()).abs() < 1e-12, "{x}: {} and {}", logarithm(x), x.ln());
        }
    }
}
