//! Controls that other people have mapped to criteria.

use std::path::Path;

use serde_json::Value;

/// A control with the criteria its source names for it.
#[derive(Clone, Debug)]
pub struct Labelled {
    pub source: String,
    /// Sources that map the same texts; they are left out together.
    pub family: String,
    pub id: String,
    pub name: String,
    pub description: String,
    pub evidence: String,
    pub labels: Vec<String>,
}

pub fn labelled(file: &Path) -> Vec<Labelled> {
    let all: Value = serde_json::from_str(&std::fs::read_to_string(file).expect("a file")).expect("JSON");
    let text = |item: &Value, key: &str| item[key].as_str().unwrap_or_default().to_owned();
    let items = all.as_array().expect("a list").iter().filter(|item| item["kind"] == "control");
    items
        .map(|item| Labelled {
            source: text(item, "source"),
            family: text(item, "family"),
            id: text(item, "id"),
            name: text(item, "name"),
            description: text(item, "description"),
            evidence: text(item, "evidence"),
            labels: item["labels"]
                .as_array()
                .expect("labels")
                .iter()
                .map(|id| id.as_str().expect("an id").to_owned())
                .collect(),
        })
        .collect()
}
