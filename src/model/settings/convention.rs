//! One row of the table of conventions.

/// One convention as reports print it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Convention {
    /// What it says, up to its value: `evidence of quarterly controls is in date for`.
    pub name: String,
    /// The value in force.
    pub value: String,
    /// The default, where the inventory set another value.
    pub instead_of: Option<String>,
}

impl Convention {
    pub(super) fn new(name: String, set: Option<String>, default: String) -> Self {
        match set {
            Some(value) if value != default => Self { name, value, instead_of: Some(default) },
            _ => Self { name, value: default, instead_of: None },
        }
    }
}
