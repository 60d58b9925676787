//! Words of the description of the system.

use crate::vocabulary;

vocabulary! {
    /// A list that may rightly be empty, so that somebody has to say whether it is whole.
    pub enum VouchedList as "list to vouch for" {
        /// What went wrong with the system.
        Incidents = "incidents",
        /// What changed significantly.
        Changes = "changes",
        /// What is assumed of customers.
        UserEntityControls = "user-entity-controls",
        /// Other organisations, and with them those whose controls the service needs.
        Vendors = "vendors",
        /// Criteria that do not apply.
        NotApplicable = "not-applicable",
        /// What stands outside the system.
        Excluded = "excluded",
    }
    hint {
        "incident" => "incidents",
        "change" => "changes",
        "cuec" => "user-entity-controls",
        "cuecs" => "user-entity-controls",
        "vendor" => "vendors",
        "subservice" => "vendors",
        "exclusions" => "excluded",
    }
}

impl VouchedList {
    /// What the list holds, for people, in the plural.
    #[must_use]
    pub const fn plain(self) -> &'static str {
        match self {
            Self::Incidents => "incidents",
            Self::Changes => "significant changes",
            Self::UserEntityControls => "complementary user entity controls",
            Self::Vendors => "subservice organisations",
            Self::NotApplicable => "criteria that are not relevant",
            Self::Excluded => "parts left outside the system",
        }
    }

    /// The key under which the list stands in an inventory.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Incidents => "incidents",
            Self::Changes => "changes",
            Self::UserEntityControls => "user_entity_controls",
            Self::Vendors => "vendors",
            Self::NotApplicable => "scope.not_applicable",
            Self::Excluded => "scope.excluded",
        }
    }
}
