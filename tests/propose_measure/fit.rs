//! Fits the weights of the lexicon and the confidence to controls that people have mapped.

use std::collections::BTreeMap;

use gapcheck::model::catalog::Catalog;
use gapcheck::propose::lexicon::{Concept, Confidence, Fitted, Step};
use gapcheck::propose::{Proposer, Text};

use crate::labelled::Labelled;
use crate::sources::{Kin, Source};

/// How many controls the judgement in the lexicon is worth.
const OWN_JUDGEMENT: f64 = 8.0;
/// How many proposals a step of confidence rests on at least, where there are so many.
const LEAST: usize = 50;
/// And the lowest step: the weakest proposals are few, and looked at by themselves.
const WEAKEST: usize = 20;

pub fn text(control: &Labelled) -> Text<'_> {
    let evidence = control.evidence.iter().map(String::as_str).collect();
    Text { id: &control.id, name: &control.name, description: &control.description, evidence }
}

/// All that is fitted, to these controls and to no others.
///
/// The confidence is fitted to proposals for controls of sources that had no part in the weights used for them: each source
/// in turn, with its kin, is left out of the weights, and the proposals for all of them together make the steps.
pub fn fitted(catalog: &Catalog, lexicon: &[Concept], controls: &[&Labelled], kin: Kin) -> Fitted {
    // By their place: of a control with a description, of one that is but a name, after the best.
    let mut seen: [Vec<(u16, bool, f64)>; 3] = Default::default();
    for source in sources(controls) {
        let fitted = Fitted { weights: weights(lexicon, &without(controls, source, kin)), ..Fitted::default() };
        let proposer = Proposer::new(catalog, lexicon, &fitted);
        let own: Vec<&&Labelled> = controls.iter().filter(|one| one.source == source).collect();
        // A source of two hundred controls tells more than one of twenty, but not ten times more.
        let counts = 1.0 / (own.len() as f64).sqrt();
        for control in own {
            for (at, ranked) in proposer.ranked(&text(control)).into_iter().take(3).enumerate() {
                let right = control.labels.contains(&catalog.criteria[ranked.position].id.to_string());
                let place = if at > 0 { 2 } else { usize::from(!text(control).is_described()) };
                seen[place].push((ranked.share, right, counts));
            }
        }
    }
    let [described, named, later] = seen.map(steps);
    Fitted { weights: weights(lexicon, controls), confidence: Confidence { described, named, later } }
}

/// The sources of some controls, in order.
pub fn sources(controls: &[&Labelled]) -> Vec<&'static Source> {
    let mut sources: Vec<&Source> = controls.iter().map(|one| one.source).collect();
    sources.sort_by_key(|source| source.name);
    sources.dedup_by_key(|source| source.name);
    sources
}

/// The controls of sources that are not kin to one.
pub fn without<'a>(controls: &[&'a Labelled], source: &Source, kin: Kin) -> Vec<&'a Labelled> {
    controls.iter().copied().filter(|one| !kin(one.source, source)).collect()
}

/// For each concept: of the controls saying it, the share that addresses each of the criteria the lexicon names for it. The
/// lexicon's own judgement counts as so many controls; a control counts less for a concept the more else it says.
fn weights(lexicon: &[Concept], controls: &[&Labelled]) -> BTreeMap<String, BTreeMap<String, u16>> {
    let mut said = vec![OWN_JUDGEMENT; lexicon.len()];
    let mut addressed: Vec<BTreeMap<String, f64>> = lexicon.iter().map(own_judgement).collect();
    for control in controls {
        let all: f64 = control.spoken.iter().map(|(_, strength)| strength).sum();
        for (concept, strength) in &control.spoken {
            said[*concept] += strength / all;
            for label in &control.labels {
                if let Some(sum) = addressed[*concept].get_mut(label) {
                    *sum += strength / all;
                }
            }
        }
    }
    let share = |sum: f64, of: f64| (sum / of * 1000.0).round() as u16;
    let of = |at: usize| addressed[at].iter().map(|(id, sum)| (id.clone(), share(*sum, said[at]))).collect();
    lexicon.iter().enumerate().map(|(at, concept)| (concept.about.clone(), of(at))).collect()
}

fn own_judgement(concept: &Concept) -> BTreeMap<String, f64> {
    let mut own: BTreeMap<String, f64> = BTreeMap::new();
    for (named, tenths) in &concept.weights.0 {
        let sum = own.entry(named.criterion.to_string()).or_default();
        *sum = sum.max(f64::from(*tenths) / 10.0 * OWN_JUDGEMENT);
    }
    own
}

/// Steps of rising confidence: proposals in order of their share, in groups, neighbours merged until none is right less
/// often than the one below it (isotonic regression by pooling adjacent violators).
fn steps(mut proposals: Vec<(u16, bool, f64)>) -> Vec<Step> {
    proposals.sort_by_key(|one| one.0);
    // From, right, all.
    let mut groups: Vec<(u16, f64, f64)> = Vec::new();
    let mut rest = &proposals[..];
    while !rest.is_empty() {
        let mut size = if groups.is_empty() { WEAKEST } else { LEAST }.min(rest.len());
        while size < rest.len() && (rest[size].0 == rest[size - 1].0 || rest.len() - size < LEAST) {
            size += 1;
        }
        let (group, others) = rest.split_at(size);
        let right = group.iter().filter(|one| one.1).map(|one| one.2).sum();
        groups.push((group[0].0, right, group.iter().map(|one| one.2).sum()));
        rest = others;
    }
    let mut pooled: Vec<(u16, f64, f64)> = Vec::new();
    for group in groups {
        pooled.push(group);
        while let [.., below, above] = &pooled[..]
            && below.1 / below.2 >= above.1 / above.2
        {
            let merged = (below.0, below.1 + above.1, below.2 + above.2);
            pooled.truncate(pooled.len() - 2);
            pooled.push(merged);
        }
    }
    // Where nothing was seen, nothing is known: below the least share there was, the confidence is none.
    let steps =
        pooled.iter().map(|(from, right, all)| Step { from: *from, percent: (right / all * 100.0).floor() as u8 });
    steps.collect()
}

/// What was fitted, as the file that gapcheck comes with.
pub fn written(fitted: &Fitted, lexicon: &[Concept]) -> String {
    let mut out =
        "# Made by tests/propose_measure; README.md beside this file says how. Not to be written by hand.\n".to_owned();
    out += "# For each concept of the lexicon: of a thousand controls that say it, how many address the criterion.\nweights:\n";
    for concept in lexicon {
        let shares = fitted.weights[&concept.about].iter().map(|(id, share)| format!("{id}: {share}"));
        out += &format!("  {:?}: {{ {} }}\n", concept.about, shares.collect::<Vec<_>>().join(", "));
    }
    for (name, what, steps) in [
        ("described", "the best proposal for a control with a description", &fitted.confidence.described),
        ("named", "the best proposal for a control that is but a name", &fitted.confidence.named),
        ("later", "the second and the third", &fitted.confidence.later),
    ] {
        out += &format!(
            "# From which share of the score, in thousandths, how many of a hundred are right: {what}.\n{name}:\n"
        );
        for step in steps {
            out += &format!("  - {{ from: {}, percent: {} }}\n", step.from, step.percent);
        }
    }
    out
}
