//! What any search engine would do: TF-IDF by the textbook, with the same words and stems as the proposer.

use std::collections::BTreeMap;

use gapcheck::model::catalog::Catalog;
use gapcheck::propose::words::words;

use crate::labelled::Labelled;

type Vector = BTreeMap<String, f64>;

/// Documents as vectors of weighted words.
pub struct Index {
    idf: BTreeMap<String, f64>,
    documents: Vec<Vector>,
}

impl Index {
    pub fn of(texts: &[String]) -> Self {
        let counted: Vec<Vector> = texts.iter().map(|text| counts(text)).collect();
        let mut df: BTreeMap<String, f64> = BTreeMap::new();
        counted.iter().flat_map(|counts| counts.keys()).for_each(|stem| *df.entry(stem.clone()).or_default() += 1.0);
        let all = texts.len() as f64;
        // As scikit-learn: idf = ln((1 + n) / (1 + df)) + 1, term frequency 1 + ln tf, vectors of length 1.
        let idf = df.into_iter().map(|(stem, df)| (stem, ((1.0 + all) / (1.0 + df)).ln() + 1.0)).collect();
        let mut index = Self { idf, documents: Vec::new() };
        index.documents = counted.iter().map(|counts| index.vector(counts)).collect();
        index
    }

    /// The cosine of a text with each document.
    pub fn cosines(&self, text: &str) -> Vec<f64> {
        let vector = self.vector(&counts(text));
        self.documents.iter().map(|document| dot(&vector, document)).collect()
    }

    fn vector(&self, counts: &Vector) -> Vector {
        let known = counts.iter().filter_map(|(stem, tf)| Some((stem.clone(), (1.0 + tf.ln()) * self.idf.get(stem)?)));
        let vector: Vector = known.collect();
        let length = vector.values().map(|x| x * x).sum::<f64>().sqrt();
        vector.into_iter().map(|(stem, x)| (stem, x / length)).collect()
    }
}

fn dot(a: &Vector, b: &Vector) -> f64 {
    a.iter().map(|(stem, x)| x * b.get(stem).unwrap_or(&0.0)).sum()
}

fn counts(text: &str) -> Vector {
    let mut counts = Vector::new();
    for word in words(text) {
        *counts.entry(word.stem).or_default() += 1.0;
    }
    counts
}

pub fn whole(control: &Labelled) -> String {
    format!("{}\n{}", control.name, control.description)
}

/// Everything the catalog says of each criterion.
pub fn catalog_index(catalog: &Catalog) -> Index {
    let texts = catalog.criteria.iter().map(|criterion| {
        let mut text = format!("{}\n{}\n", criterion.title, criterion.asks);
        criterion.evidence.iter().chain(&criterion.controls).for_each(|line| text += &format!("{line}\n"));
        criterion.points.iter().for_each(|point| text += &format!("{}\n{}\n", point.title, point.asks));
        text
    });
    Index::of(&texts.collect::<Vec<_>>())
}

/// The criteria by likeness, best first.
pub fn by_catalog(catalog: &Catalog, index: &Index, control: &Labelled) -> Vec<String> {
    let cosines = index.cosines(&whole(control));
    ranked(catalog.criteria.iter().map(|one| one.id.to_string()).zip(cosines))
}

/// The criteria of the five controls most like this one among others that are mapped.
pub fn by_neighbours(index: &Index, others: &[&Labelled], control: &Labelled) -> Vec<String> {
    let mut like: Vec<(usize, f64)> = index.cosines(&whole(control)).into_iter().enumerate().collect();
    like.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut votes: BTreeMap<String, f64> = BTreeMap::new();
    for (other, cosine) in like.into_iter().take(5) {
        others[other].labels.iter().for_each(|label| *votes.entry(label.clone()).or_default() += cosine);
    }
    ranked(votes.into_iter())
}

fn ranked(scores: impl Iterator<Item = (String, f64)>) -> Vec<String> {
    let mut scores: Vec<(String, f64)> = scores.filter(|(_, score)| *score > 0.0).collect();
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    scores.into_iter().map(|(id, _)| id).collect()
}
