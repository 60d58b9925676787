//! Which point of focus of a criterion the words of a control speak for most.

use std::collections::BTreeSet;

use crate::model::catalog::Catalog;
use crate::model::point::Point;
use crate::propose::lexicon::Concept;
use crate::propose::likeness::Likeness;
use crate::propose::scored::Scored;
use crate::propose::words::{Word, words};

/// What it counts for a point when all its words stand in the control, against a concept of weight 10 that names it.
const FOR_WORDS: f64 = 1.0;
/// Below this nothing speaks for any point in particular.
const LEAST: f64 = 0.3;

/// The points of focus with what speaks for each.
#[derive(Debug)]
pub struct Points {
    /// For each criterion, by its position, its points in order.
    points: Vec<Vec<Spoken>>,
}

/// A point of focus with what speaks for it.
#[derive(Debug)]
struct Spoken {
    slug: String,
    /// The concepts that name it, by their numbers, with their weights from 0 to 1.
    concepts: Vec<(usize, f64)>,
    /// Its words with how rare they are.
    words: Vec<(String, f64)>,
}

impl Points {
    pub(super) fn of(catalog: &Catalog, lexicon: &[Concept], likeness: &Likeness) -> Self {
        let named = |whole: &str| {
            let weights = lexicon.iter().enumerate().flat_map(|(at, one)| one.weights.0.iter().map(move |it| (at, it)));
            let naming = weights.filter(|(_, (named, _))| named.point.is_some() && named.to_string() == whole);
            naming.map(|(at, (_, tenths))| (at, f64::from(*tenths) / 10.0)).collect::<Vec<_>>()
        };
        let spoken = |id: &str, point: &Point| Spoken {
            slug: point.slug.clone(),
            concepts: named(&format!("{id}/{}", point.slug)),
            words: rare_words(point, likeness),
        };
        let of = |criterion: &crate::model::catalog::Criterion| {
            let id = criterion.id.to_string();
            criterion.points.iter().map(|point| spoken(&id, point)).collect()
        };
        Self { points: catalog.criteria.iter().map(of).collect() }
    }

    /// The slug of the point of a criterion, by its position, for which most speaks; the first of those alike.
    pub(super) fn spoken_for(&self, scored: &Scored<'_>, stems: &BTreeSet<&str>, position: usize) -> Option<&str> {
        let mut best: Option<(&str, f64)> = None;
        for point in self.points.get(position)? {
            let score = point.score(scored, stems);
            if score >= LEAST && best.is_none_or(|(_, other)| score > other) {
                best = Some((&point.slug, score));
            }
        }
        best.map(|(slug, _)| slug)
    }
}

impl Spoken {
    fn score(&self, scored: &Scored<'_>, stems: &BTreeSet<&str>) -> f64 {
        let strength = |concept: usize| {
            let said = scored.said.iter().find(|said| said.concept == concept);
            said.map_or(0.0, |said| said.strength)
        };
        let named: f64 = self.concepts.iter().map(|(concept, weight)| strength(*concept) * weight).sum();
        let all: f64 = self.words.iter().map(|(_, rarity)| rarity).sum();
        let there: f64 =
            self.words.iter().filter(|(word, _)| stems.contains(word.as_str())).map(|(_, rarity)| rarity).sum();
        named + if all > 0.0 { FOR_WORDS * there / all } else { 0.0 }
    }
}

fn rare_words(point: &Point, likeness: &Likeness) -> Vec<(String, f64)> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let all = words(&format!("{}\n{}", point.title, point.asks));
    let fresh = all.into_iter().filter(|word: &Word| seen.insert(word.stem.clone()));
    fresh
        .map(|word| {
            let rarity = likeness.rarity(&word);
            (word.stem, rarity)
        })
        .collect()
}
