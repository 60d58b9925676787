//! What people say in controls, and which criteria it speaks for: our own data, with the weights that were fitted to it.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use crate::model::criterion_id::CriterionRef;

const LEXICON: &str = include_str!("../../propose/lexicon.yaml");
const FITTED: &str = include_str!("../../propose/fitted.yaml");

/// Something controls speak of, in all the words people have for it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// What it is, in a few words.
    pub about: String,
    /// The phrases that say it. Their words may stand in any order, with one other between them.
    #[serde(default)]
    pub say: Vec<String>,
    /// What stands in the ids of controls about it.
    #[serde(default)]
    pub ids: Vec<String>,
    /// The criteria, or points of focus, that it speaks for, with a weight in tenths.
    #[serde(rename = "for")]
    pub weights: Weights,
}

/// Criteria or points of focus with weights, in the order in which they are written.
#[derive(Clone, Debug, Default)]
pub struct Weights(pub Vec<(CriterionRef, u16)>);

/// What was fitted to controls that people have mapped.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Fitted {
    /// For each concept the share of the controls saying it that address a criterion, in thousandths. A concept that is
    /// not here keeps its own weights.
    pub weights: BTreeMap<String, BTreeMap<String, u16>>,
    /// How far proposals may be trusted.
    #[serde(flatten)]
    pub confidence: Confidence,
}

/// How far proposals may be trusted.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Confidence {
    /// The best proposal for a control that has a description.
    pub described: Vec<Step>,
    /// The best proposal for a control of which there is but a name: it says less, however clear it is.
    pub named: Vec<Step>,
    /// The ones after the best.
    pub later: Vec<Step>,
}

/// From a share on, a proposal is right as often as this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The criterion's share of the score of the control, in thousandths.
    pub from: u16,
    /// How many of a hundred such proposals are right.
    pub percent: u8,
}

/// The lexicon that comes with gapcheck.
///
/// # Errors
///
/// When the bundled file cannot be read, which a test rules out.
pub fn lexicon() -> Result<Vec<Concept>, String> {
    serde_yaml::from_str(LEXICON).map_err(|error| format!("the bundled file propose/lexicon.yaml: {error}"))
}

/// The fitted weights that come with gapcheck.
///
/// # Errors
///
/// When the bundled file cannot be read, which a test rules out.
pub fn fitted() -> Result<Fitted, String> {
    serde_yaml::from_str(FITTED).map_err(|error| format!("the bundled file propose/fitted.yaml: {error}"))
}

impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

/// Reads weights and keeps their order: of two points of one criterion the first is meant where nothing tells them apart.
struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Weights;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("criteria with weights")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Weights, A::Error> {
        let mut weights = Vec::new();
        while let Some((id, weight)) = map.next_entry::<String, u16>()? {
            let named = id.parse().map_err(|_| Error::custom(format!("`{id}` is not the id of a criterion")))?;
            weights.push((named, weight));
        }
        Ok(Weights(weights))
    }
}
