//! The reference controls, documents and products that come with gapcheck, read from the files of `init/`.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};

use crate::init::people::Role;
use crate::model::criterion_id::CriterionRef;
use crate::model::words::{Category, ControlKind, Execution, Frequency, Nature, PrivacyRole};

/// The files of the areas, in the order of the inventory, as they stand in `init/reference/`.
pub const AREAS: &[(&str, &str)] = &[
    ("governance.yaml", include_str!("../../init/reference/governance.yaml")),
    ("risk.yaml", include_str!("../../init/reference/risk.yaml")),
    ("people.yaml", include_str!("../../init/reference/people.yaml")),
    ("access.yaml", include_str!("../../init/reference/access.yaml")),
    ("change.yaml", include_str!("../../init/reference/change.yaml")),
    ("operations.yaml", include_str!("../../init/reference/operations.yaml")),
    ("incident.yaml", include_str!("../../init/reference/incident.yaml")),
    ("vendor.yaml", include_str!("../../init/reference/vendor.yaml")),
    ("continuity.yaml", include_str!("../../init/reference/continuity.yaml")),
    ("confidentiality.yaml", include_str!("../../init/reference/confidentiality.yaml")),
    ("processing-integrity.yaml", include_str!("../../init/reference/processing-integrity.yaml")),
    ("privacy.yaml", include_str!("../../init/reference/privacy.yaml")),
];
const DOCUMENTS: &str = include_str!("../../init/documents.yaml");
const STACK: &str = include_str!("../../init/stack.yaml");

/// All that comes with gapcheck for a beginning.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The controls, by area.
    pub areas: Vec<Area>,
    /// The documents they are described in.
    pub documents: Vec<Document>,
    /// Products by name.
    pub products: Vec<Product>,
}

/// Controls about one thing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its title.
    #[serde(rename = "area")]
    pub title: String,
    /// What it is about, as the rest of a sentence.
    pub says: String,
    /// The category without which none of its controls is wanted.
    pub category: Option<Category>,
    /// The controls.
    pub controls: Vec<Control>,
}

/// A reference control.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// Its id in every inventory.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who does what, when, and how it is shown, with words in braces for what differs.
    pub description: String,
    /// The criteria and points of focus it addresses.
    #[serde(deserialize_with = "references")]
    pub criteria: Vec<CriterionRef>,
    /// For teams of how many.
    #[serde(default)]
    pub people: Team,
    /// The control it stands in for.
    pub instead_of: Option<String>,
    /// Why it does, as the rest of a sentence.
    pub why: Option<String>,
    /// Where the service must run.
    pub stack: Option<Premises>,
    /// In which role personal data must be handled.
    pub privacy: Option<PrivacyRole>,
    /// What sort of thing it is.
    pub kind: ControlKind,
    /// When it acts.
    pub nature: Nature,
    /// Who or what runs it.
    pub execution: Execution,
    /// How often it operates.
    pub frequency: Frequency,
    /// Who should own it.
    pub role: Role,
    /// The documents that should describe it, by id without `pol-` and `proc-`.
    pub documents: Vec<String>,
    /// What could show it at work.
    pub evidence_wanted: Vec<String>,
}

/// Where a service runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Premises {
    /// With a provider.
    Cloud,
    /// On servers of one's own.
    OwnPremises,
}

/// Teams of some sizes, both ends included: `1-5` or `51+`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Team {
    /// The smallest.
    pub from: u32,
    /// The largest.
    pub to: u32,
}

impl Default for Team {
    fn default() -> Self {
        Self { from: 1, to: u32::MAX }
    }
}

impl Team {
    /// Whether a team of so many people is one of them.
    #[must_use]
    pub const fn holds(self, people: u32) -> bool {
        self.from <= people && people <= self.to
    }
}

impl<'de> Deserialize<'de> for Team {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let range = match text.strip_suffix('+') {
            Some(from) => from.parse().ok().map(|from| Self { from, to: u32::MAX }),
            None => text
                .split_once('-')
                .and_then(|(from, to)| Some(Self { from: from.parse().ok()?, to: to.parse().ok()? })),
        };
        range.ok_or_else(|| D::Error::custom(format!("`{text}` is no size of a team, such as 1-5 or 51+")))
    }
}

/// A policy, plan or procedure still to be written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its id in every inventory.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its file below the folder of policies.
    pub file: String,
    /// Who should own it.
    pub role: Role,
    /// What it is for.
    pub purpose: String,
    /// What stands in it.
    pub sections: Vec<Section>,
}

impl Document {
    /// Its name among the reference controls.
    #[must_use]
    pub fn name(&self) -> &str {
        self.id.split_once('-').map_or(&self.id, |(_, name)| name)
    }
}

/// A section of a document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// What the organisation has to decide.
    pub decide: Vec<String>,
}

/// A product by its names.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// How we write it in a sentence.
    pub name: String,
    /// How it is called in full.
    pub title: String,
    /// Other names, in lower case.
    pub also: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentsFile {
    documents: Vec<Document>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StackFile {
    products: Vec<Product>,
}

/// What comes with gapcheck.
///
/// # Errors
///
/// When a bundled file cannot be read, which a test rules out: the message names the file.
pub fn bundled() -> anyhow::Result<Reference> {
    let areas: anyhow::Result<Vec<Area>> =
        AREAS.iter().map(|(name, text)| data(&format!("reference/{name}"), text)).collect();
    let documents: DocumentsFile = data("documents.yaml", DOCUMENTS)?;
    let stack: StackFile = data("stack.yaml", STACK)?;
    Ok(Reference { areas: areas?, documents: documents.documents, products: stack.products })
}

fn data<T: DeserializeOwned>(name: &str, text: &str) -> anyhow::Result<T> {
    serde_yaml::from_str(text).map_err(|error| anyhow::anyhow!("the bundled file init/{name}: {error}"))
}

fn references<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<CriterionRef>, D::Error> {
    let named = Vec::<String>::deserialize(deserializer)?;
    let parsed =
        named.iter().map(|text| text.parse().map_err(|_| D::Error::custom(format!("`{text}` is no criterion"))));
    parsed.collect()
}
