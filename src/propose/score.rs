//! What the words of a control come to for each criterion.

use std::collections::BTreeMap;

use crate::model::catalog::Catalog;
use crate::propose::Text;
use crate::propose::lexicon::{Concept, Fitted};
use crate::propose::likeness::Likeness;
use crate::propose::phrases::{Hit, Phrases};
use crate::propose::point::Points;
use crate::propose::scored::{Said, Scored};
use crate::propose::words::{Word, words};

/// How much a phrase counts by where it stands.
const IN_NAME: f64 = 2.0;
const IN_DESCRIPTION: f64 = 1.0;
const IN_ID: f64 = 0.5;
const IN_EVIDENCE: f64 = 0.25;
/// How much more each further word of a phrase makes it count: two words that stand together are seldom there by chance.
const BY_WORD: f64 = 0.5;
/// What being just like the catalog's text counts for, against a phrase of one word in a description.
const FOR_LIKENESS: f64 = 2.0;
/// A field longer than so many words is a document; what a control is about stands at its beginning.
const READ: usize = 600;

/// Weighs what controls say.
#[derive(Debug)]
pub struct Scorer<'a> {
    pub(super) lexicon: &'a [Concept],
    pub(super) likeness: Likeness,
    pub(super) points: Points,
    phrases: Phrases,
    /// For each concept the criteria it speaks for, by their positions, with the share of controls saying it that address
    /// them.
    weights: Vec<Vec<(usize, f64)>>,
    /// The concepts that a part of an id stands for.
    ids: BTreeMap<&'a str, Vec<usize>>,
    criteria: usize,
}

impl<'a> Scorer<'a> {
    pub(super) fn of(catalog: &Catalog, lexicon: &'a [Concept], fitted: &Fitted) -> Self {
        let likeness = Likeness::of(catalog);
        let mut ids: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (concept, one) in lexicon.iter().enumerate() {
            one.ids.iter().for_each(|part| ids.entry(part).or_default().push(concept));
        }
        Self {
            lexicon,
            points: Points::of(catalog, lexicon, &likeness),
            likeness,
            phrases: Phrases::of(lexicon),
            weights: lexicon.iter().map(|concept| weights(catalog, concept, fitted)).collect(),
            ids,
            criteria: catalog.criteria.len(),
        }
    }

    /// What a control says, weighed.
    pub(super) fn scored<'t>(&self, text: &Text<'t>) -> Scored<'t> {
        let mut said: BTreeMap<usize, Said> = BTreeMap::new();
        let name = self.read(text.name, IN_NAME, &mut said);
        let description = self.read(text.description, IN_DESCRIPTION, &mut said);
        for title in &text.evidence {
            self.read(title, IN_EVIDENCE, &mut said);
        }
        self.read_id(text.id, &mut said);
        let said: Vec<Said> = said.into_values().collect();
        let words: Vec<(Word, &str)> = name
            .into_iter()
            .map(|word| (word, text.name))
            .chain(description.into_iter().map(|word| (word, text.description)))
            .collect();
        let scores = self.scores(&said, &words);
        Scored { said, words, scores }
    }

    /// How much a concept speaks for a criterion.
    pub(super) fn weight(&self, concept: usize, position: usize) -> f64 {
        let weights = self.weights.get(concept).into_iter().flatten();
        weights.filter(|(other, _)| *other == position).map(|(_, weight)| *weight).sum()
    }

    /// Notes the concepts a text speaks of, and returns its words.
    fn read(&self, text: &str, counts: f64, said: &mut BTreeMap<usize, Said>) -> Vec<Word> {
        let mut words = words(text);
        words.truncate(READ);
        for hit in self.phrases.hits(&words) {
            let further = hit.at.iter().skip(1).map(|_| BY_WORD).sum::<f64>();
            note(said, hit.concept, counts * (1.0 + further), || shown(text, &words, &hit));
        }
        words
    }

    fn read_id(&self, id: &str, said: &mut BTreeMap<usize, Said>) {
        // `AC-02` is numbered within a family; of a slug such as `look-at-logs` the words stand in the name.
        if !id.contains(|c: char| c.is_ascii_digit()) {
            return;
        }
        let lower = id.to_lowercase();
        for part in lower.split(|c: char| !c.is_ascii_lowercase()) {
            for concept in self.ids.get(part).into_iter().flatten() {
                note(said, *concept, IN_ID, || id.to_owned());
            }
        }
    }

    fn scores(&self, said: &[Said], words: &[(Word, &str)]) -> Vec<f64> {
        let like = self.likeness.to(words.iter().map(|(word, _)| (word, 1.0)));
        let mut scores: Vec<f64> = like.into_iter().map(|likeness| FOR_LIKENESS * likeness).collect();
        scores.resize(self.criteria, 0.0);
        for one in said {
            for (position, weight) in self.weights.get(one.concept).into_iter().flatten() {
                if let Some(score) = scores.get_mut(*position) {
                    *score += one.strength * weight;
                }
            }
        }
        scores
    }
}

/// A concept counts as strongly as the strongest place at which it is spoken of.
fn note(said: &mut BTreeMap<usize, Said>, concept: usize, strength: f64, words: impl FnOnce() -> String) {
    if said.get(&concept).is_none_or(|known| known.strength < strength) {
        said.insert(concept, Said { concept, strength, words: words() });
    }
}

/// The words of a hit as they stand in the text, with what stands between them.
fn shown(text: &str, words: &[Word], hit: &Hit) -> String {
    let start = hit.at.first().and_then(|at| words.get(*at)).map_or(0, |word| word.start);
    let end = hit.at.last().and_then(|at| words.get(*at)).map_or(0, |word| word.end);
    text.get(start..end).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The criteria a concept speaks for: as fitted, else as the lexicon says.
fn weights(catalog: &Catalog, concept: &Concept, fitted: &Fitted) -> Vec<(usize, f64)> {
    let mut own: BTreeMap<usize, f64> = BTreeMap::new();
    for (named, tenths) in &concept.weights.0 {
        if let Some(position) = catalog.position(named.criterion) {
            let weight = own.entry(position).or_default();
            *weight = weight.max(f64::from(*tenths) / 10.0);
        }
    }
    if let Some(fitted) = fitted.weights.get(&concept.about) {
        let shares = fitted.iter().filter_map(|(id, share)| Some((catalog.position(id.parse().ok()?)?, share)));
        own = shares.map(|(position, share)| (position, f64::from(*share) / 1000.0)).collect();
    }
    own.into_iter().collect()
}
