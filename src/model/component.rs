//! To which component of a described system something in scope belongs: infrastructure or software.

use crate::model::document::System;
use crate::source::describe::normal;

/// A component that systems belong to. People, procedures and data are listed elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Component {
    /// What the system runs on.
    Infrastructure,
    /// What runs on it.
    Software,
}

/// Kinds of system that are infrastructure.
const INFRASTRUCTURE: [&str; 13] = [
    "infrastructure",
    "network",
    "endpoint",
    "endpoints",
    "server",
    "servers",
    "hardware",
    "cloud",
    "hosting",
    "storage",
    "facility",
    "office",
    "data-centre",
];
/// Kinds of system that are software.
const SOFTWARE: [&str; 12] = [
    "software",
    "application",
    "app",
    "database",
    "service",
    "saas",
    "website",
    "api",
    "middleware",
    "repository",
    "tool",
    "identity",
];

impl Component {
    /// The component a system belongs to by its kind; none where it has no kind, or one of its owner's own that tells nothing.
    #[must_use]
    pub fn of(system: &System) -> Option<Self> {
        let kind = normal(system.kind.as_deref()?);
        if INFRASTRUCTURE.contains(&&*kind) || kind == "data-center" {
            Some(Self::Infrastructure)
        } else if SOFTWARE.contains(&&*kind) {
            Some(Self::Software)
        } else {
            None
        }
    }
}
