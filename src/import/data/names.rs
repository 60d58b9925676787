//! The keys under which people keep controls, and the keys that name a record.

use crate::model::criterion_id::CriterionId;

/// Keys of lists that hold controls and nothing else.
const CONTROLS: [&str; 14] = [
    "controls",
    "control_list",
    "controllist",
    "internal_controls",
    "internalcontrols",
    "mitigations",
    "safeguards",
    "measures",
    "security_controls",
    "securitycontrols",
    "control_activities",
    "controlactivities",
    "control_set",
    "soc2_controls",
];

/// Keys of lists that hold whatever the file is about.
const CONTAINERS: [&str; 12] = [
    "items",
    "data",
    "records",
    "rows",
    "entries",
    "results",
    "values",
    "list",
    "policies",
    "requirements",
    "criteria",
    "documents",
];

/// Keys that name a record.
const NAMING: [&str; 9] = ["id", "name", "title", "ref", "control_id", "controlid", "control", "identifier", "code"];

/// Whether a key holds controls.
pub fn holds_controls(key: &str) -> bool {
    CONTROLS.contains(&lower(key).as_str())
}

/// Whether a key holds whatever the file is about.
pub fn is_container(key: &str) -> bool {
    let key = lower(key);
    CONTROLS.contains(&key.as_str()) || CONTAINERS.contains(&key.as_str())
}

/// Whether a key names the record it stands in.
pub fn is_naming(key: &str) -> bool {
    NAMING.contains(&lower(key).as_str())
}

/// Whether a key is the id of a record rather than the name of a field: `CC6.1`, `AC-02`, `CTRL-IAM-001`, `CC6`.
pub fn is_id(key: &str) -> bool {
    if key.parse::<CriterionId>().is_ok() {
        return true;
    }
    let digits = key.chars().any(|c| c.is_ascii_digit());
    let letters = key.chars().next().is_some_and(|c| c.is_ascii_uppercase());
    let shape = key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '(' | ')'));
    digits && letters && shape && !key.chars().any(|c| c.is_ascii_lowercase())
}

fn lower(key: &str) -> String {
    key.to_ascii_lowercase().replace('-', "_")
}
