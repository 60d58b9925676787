//! What buyers ask for, read from the files of `criteria/enterprise/`.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::model::enterprise_asked::{Asked, AskedDocument, Theme};

const DOCUMENTS: &str = include_str!("../../criteria/enterprise/documents.yaml");

/// The files of the themes, in the order of every report, as they stand in `criteria/enterprise/`.
pub const THEMES: [(&str, &str); 18] = [
    ("organisation.yaml", include_str!("../../criteria/enterprise/organisation.yaml")),
    ("people.yaml", include_str!("../../criteria/enterprise/people.yaml")),
    ("access.yaml", include_str!("../../criteria/enterprise/access.yaml")),
    ("encryption.yaml", include_str!("../../criteria/enterprise/encryption.yaml")),
    ("network.yaml", include_str!("../../criteria/enterprise/network.yaml")),
    ("logging.yaml", include_str!("../../criteria/enterprise/logging.yaml")),
    ("vulnerability.yaml", include_str!("../../criteria/enterprise/vulnerability.yaml")),
    ("change.yaml", include_str!("../../criteria/enterprise/change.yaml")),
    ("development.yaml", include_str!("../../criteria/enterprise/development.yaml")),
    ("incident.yaml", include_str!("../../criteria/enterprise/incident.yaml")),
    ("continuity.yaml", include_str!("../../criteria/enterprise/continuity.yaml")),
    ("vendors.yaml", include_str!("../../criteria/enterprise/vendors.yaml")),
    ("data.yaml", include_str!("../../criteria/enterprise/data.yaml")),
    ("privacy.yaml", include_str!("../../criteria/enterprise/privacy.yaml")),
    ("physical.yaml", include_str!("../../criteria/enterprise/physical.yaml")),
    ("endpoint.yaml", include_str!("../../criteria/enterprise/endpoint.yaml")),
    ("assurance.yaml", include_str!("../../criteria/enterprise/assurance.yaml")),
    ("ai.yaml", include_str!("../../criteria/enterprise/ai.yaml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentsFile {
    documents: Vec<AskedDocument>,
}

/// What buyers ask for.
///
/// # Errors
///
/// When a bundled file cannot be read, which a test rules out: the message names it.
pub fn asked() -> anyhow::Result<Asked> {
    let documents = data::<DocumentsFile>("documents.yaml", DOCUMENTS)?.documents;
    let themes = THEMES.iter().map(|(name, text)| data::<Theme>(name, text)).collect::<anyhow::Result<_>>()?;
    Ok(Asked { documents, themes })
}

fn data<T: DeserializeOwned>(name: &str, text: &str) -> anyhow::Result<T> {
    serde_yaml::from_str(text).map_err(|error| anyhow::anyhow!("the bundled file criteria/enterprise/{name}: {error}"))
}
