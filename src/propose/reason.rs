//! Why a criterion is proposed: the words of the control, and what they are about.

use std::collections::BTreeSet;

use crate::model::proposal::Reason;
use crate::propose::score::Scorer;
use crate::propose::scored::Scored;

/// How many reasons are told at most.
const TOLD: usize = 3;
/// A reason that counts for less than this part of the strongest is not told.
const WORTH_TELLING: f64 = 0.2;

/// What speaks for a criterion, by its position, strongest first.
pub(super) fn reasons(by: &Scorer<'_>, scored: &Scored<'_>, position: usize) -> Vec<Reason> {
    let weighed = scored.said.iter().map(|said| (said, said.strength * by.weight(said.concept, position)));
    let mut weighed: Vec<_> = weighed.filter(|(_, weight)| *weight > 0.0).collect();
    weighed.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.concept.cmp(&b.0.concept)));
    let strongest = weighed.first().map_or(0.0, |(_, weight)| *weight);
    let told = weighed.iter().filter(|(_, weight)| *weight >= WORTH_TELLING * strongest).take(TOLD);
    let reasons: Vec<Reason> = told
        .map(|(said, _)| Reason {
            words: said.words.clone(),
            about: by.lexicon.get(said.concept).map(|concept| concept.about.clone()),
        })
        .collect();
    if reasons.is_empty() { alike(by, scored, position) } else { reasons }
}

/// The words that stand in the catalog's text on the criterion too, the most telling first.
fn alike(by: &Scorer<'_>, scored: &Scored<'_>, position: usize) -> Vec<Reason> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let fresh = scored.words.iter().filter(|(word, _)| seen.insert(&word.stem));
    let weighed = fresh.map(|(word, text)| (text.get(word.start..word.end), by.likeness.weight(word, position)));
    let mut weighed: Vec<(&str, f64)> = weighed.filter_map(|(shown, weight)| Some((shown?, weight))).collect();
    weighed.retain(|(_, weight)| *weight > 0.0);
    weighed.sort_by(|a, b| b.1.total_cmp(&a.1));
    weighed.into_iter().take(TOLD).map(|(words, _)| Reason { words: words.to_owned(), about: None }).collect()
}
