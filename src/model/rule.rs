//! What a rule is, apart from what it does.

use crate::vocabulary;

vocabulary! {
    /// What sort of shortfall a rule finds.
    pub enum GapNature as "nature" {
        /// Something is not there.
        Missing = "missing",
        /// A control would not do its work even if it ran as described, or nobody can tell.
        Design = "design",
        /// What should show a control at work does not.
        Evidence = "evidence",
        /// A control did not run as it should have.
        Operation = "operation",
        /// A document was not approved or reviewed.
        Governance = "governance",
        /// Another organisation's part is not covered.
        Dependence = "dependence",
        /// A decision about a gap is out of order.
        Treatment = "treatment",
        /// The scope of the report is out of order.
        Scope = "scope",
    }
}

/// A rule as `gapcheck explain` tells it.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleInfo {
    /// Its name, in kebab-case; it names the fault, never the cure.
    pub name: &'static str,
    /// What sort of shortfall it finds.
    pub nature: GapNature,
    /// How likely the fault alone makes harm, from 0 to 100 on the scale of NIST SP 800-30, before anything else is known.
    pub likelihood: u8,
    /// Its page: what it finds, why it matters, examples, the way out.
    pub page: &'static str,
    /// The version it came with.
    pub since: &'static str,
}

impl RuleInfo {
    /// The first sentence of its page.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.page.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("")
    }
}
