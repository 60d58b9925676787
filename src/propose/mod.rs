//! Proposes criteria for a control from its words: which words, which criterion or point of focus, how sure.
//!
//! Two things speak for a criterion. Phrases that people use in controls, from a lexicon of our own that says which criteria
//! each speaks for; and likeness to what the catalog says of the criterion. What comes of both is turned into a confidence
//! by a table that was fitted to controls other people had mapped: it tells how often such a proposal was right where the
//! controls had no part in the fitting. `propose/README.md` says how, and how well it does.
//!
//! Nothing here guesses for anybody: a proposal is a proposal until a person puts it into the inventory.

pub mod accept;
pub mod lexicon;
mod likeness;
mod phrases;
mod point;
mod reason;
mod score;
mod scored;
pub mod words;

use std::collections::BTreeSet;

use crate::model::catalog::Catalog;
use crate::model::document::Control;
use crate::model::proposal::{Proposal, Proposed};
use crate::propose::lexicon::{Concept, Confidence, Fitted, Step};
use crate::propose::score::Scorer;
use crate::propose::scored::Scored;

/// How many criteria are proposed for a control at most.
const PROPOSED: usize = 3;
/// Below this confidence, in percent, the best proposal of a control is as good as none.
const LEAST_FIRST: u8 = 30;
/// Below this one after the best is not worth a look.
const LEAST_LATER: u8 = 10;

/// What a control says of itself.
#[derive(Clone, Debug, Default)]
pub struct Text<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What is done.
    pub description: &'a str,
    /// What its evidence is called, held or wanted.
    pub evidence: Vec<&'a str>,
}

impl<'a> Text<'a> {
    /// Whether more is said than a name.
    #[must_use]
    pub fn is_described(&self) -> bool {
        !self.description.trim().is_empty()
    }

    /// What a control of an inventory says of itself.
    #[must_use]
    pub fn of(control: &'a Control) -> Self {
        let held = control.evidence.iter().filter_map(|evidence| evidence.title.as_deref());
        let wanted = control.evidence_wanted.iter().map(|wanted| &**wanted);
        Self {
            id: &control.id.value,
            name: &control.name,
            description: control.description.as_deref().unwrap_or(""),
            evidence: held.chain(wanted).collect(),
        }
    }
}

/// Proposes criteria: a function of a catalog, a lexicon and what was fitted to it, and of nothing else.
#[derive(Debug)]
pub struct Proposer<'a> {
    catalog: &'a Catalog,
    scorer: Scorer<'a>,
    confidence: Confidence,
}

/// A criterion's part in what the words of a control came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Where the criterion stands in the catalog.
    pub position: usize,
    /// Its share of the score of the control, in thousandths.
    pub share: u16,
}

impl<'a> Proposer<'a> {
    /// A proposer of a lexicon with the weights fitted to it.
    #[must_use]
    pub fn new(catalog: &'a Catalog, lexicon: &'a [Concept], fitted: &Fitted) -> Self {
        let scorer = Scorer::of(catalog, lexicon, fitted);
        Self { catalog, scorer, confidence: fitted.confidence.clone() }
    }

    /// The controls with what is proposed for each.
    #[must_use]
    pub fn proposed<'b>(&self, controls: impl IntoIterator<Item = &'b Control>) -> Vec<Proposed<'b>> {
        let proposed = |control| Proposed { control, proposals: self.proposals(&Text::of(control)) };
        controls.into_iter().map(proposed).collect()
    }

    /// The criteria proposed for what a control says, best first.
    #[must_use]
    pub fn proposals(&self, text: &Text<'_>) -> Vec<Proposal> {
        let scored = self.scorer.scored(text);
        let stems = scored.stems();
        let mut proposals = Vec::new();
        for (at, ranked) in scored.ranked().into_iter().take(PROPOSED).enumerate() {
            let (known, least) = self.steps(text, at);
            let confidence = percent(known, ranked.share);
            if confidence < least {
                break;
            }
            proposals.extend(self.proposal((&scored, &stems), ranked.position, confidence));
        }
        proposals
    }

    /// How far the proposal of a rank may be trusted, and what is the least of it that is worth telling.
    fn steps(&self, text: &Text<'_>, rank: usize) -> (&[Step], u8) {
        match rank {
            0 if text.is_described() => (&self.confidence.described, LEAST_FIRST),
            0 => (&self.confidence.named, LEAST_FIRST),
            _ => (&self.confidence.later, LEAST_LATER),
        }
    }

    /// The criteria for which anything speaks, by how much, whatever may be thought of it: what confidence is fitted to.
    #[must_use]
    pub fn ranked(&self, text: &Text<'_>) -> Vec<Ranked> {
        self.scorer.scored(text).ranked()
    }

    /// The concepts a control speaks of, by their numbers in the lexicon, with how strongly: what weights are fitted to.
    #[must_use]
    pub fn spoken_of(&self, text: &Text<'_>) -> Vec<(usize, f64)> {
        self.scorer.scored(text).said.iter().map(|said| (said.concept, said.strength)).collect()
    }

    fn proposal(
        &self,
        (scored, stems): (&Scored<'_>, &BTreeSet<&str>),
        position: usize,
        confidence: u8,
    ) -> Option<Proposal> {
        let criterion = self.catalog.criteria.get(position)?;
        Some(Proposal {
            criterion: criterion.id,
            point: self.scorer.points.spoken_for(scored, stems, position).map(str::to_owned),
            confidence,
            reasons: reason::reasons(&self.scorer, scored, position),
        })
    }
}

/// How far a proposal of a share may be trusted.
fn percent(steps: &[Step], share: u16) -> u8 {
    steps.iter().rev().find(|step| step.from <= share).map_or(0, |step| step.percent)
}
