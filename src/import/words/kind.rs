//! What sort of thing a control is.

use crate::import::words::plain::looked_up;
use crate::import::words::plain::plain;
use crate::model::words::ControlKind;

/// The words of others. `preventive` and `detective` say when a control acts, not what it is.
const KINDS: &[(ControlKind, &[&str])] = &[
    (ControlKind::Policy, &["policies", "directive", "standard", "governance", "written policy"]),
    (
        ControlKind::Procedure,
        &[
            "process",
            "procedural",
            "administrative",
            "admin",
            "manual",
            "operational",
            "procedures",
            "organizational",
            "organisational",
            "people",
        ],
    ),
    (
        ControlKind::Technical,
        &[
            "automated",
            "automatic",
            "technology",
            "system",
            "configuration",
            "logical",
            "it",
            "it dependent",
            "tooling",
            "automated control",
        ],
    ),
    (ControlKind::Physical, &["environmental", "physical security", "facility", "facilities"]),
];

/// Reads a cell under the heading of a type.
#[must_use]
pub fn read(text: &str) -> Option<ControlKind> {
    ControlKind::parse(text.trim()).or_else(|| looked_up(&plain(text), KINDS))
}
