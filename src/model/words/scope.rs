//! Words of the scope and of systems.

use crate::vocabulary;

vocabulary! {
    /// A trust services category.
    pub enum Category as "category" {
        /// Information and systems are protected; the common criteria. Every report covers it.
        Security = "security",
        /// The system is up as promised.
        Availability = "availability",
        /// Processing is whole, correct and on time.
        ProcessingIntegrity = "processing-integrity",
        /// Information marked confidential is protected.
        Confidentiality = "confidentiality",
        /// Personal information is handled as promised.
        Privacy = "privacy",
    }
    hint {
        "common-criteria" => "security",
        "integrity" => "processing-integrity",
        "uptime" => "availability",
        "gdpr" => "privacy",
    }
}

impl Category {
    /// The category for people: `processing integrity`.
    #[must_use]
    pub const fn plain(self) -> &'static str {
        match self {
            Self::ProcessingIntegrity => "processing integrity",
            other => other.word(),
        }
    }
}

vocabulary! {
    /// What the report is to speak of.
    pub enum ReportType as "report type" {
        /// The design of controls at a date.
        Type1 = "type1",
        /// Design, and operation through a period.
        Type2 = "type2",
    }
    also {
        "type-1" => Type1,
        "type-i" => Type1,
        "type-2" => Type2,
        "type-ii" => Type2,
    }
    hint {
        "soc2" => "type1",
        "i" => "type1",
        "ii" => "type2",
        "1" => "type1",
        "2" => "type2",
        "type3" => "type2",
    }
}

vocabulary! {
    /// In which role the organisation handles personal data.
    pub enum PrivacyRole as "privacy role" {
        /// It decides why and how the data is used.
        Controller = "controller",
        /// It handles the data on behalf of others.
        Processor = "processor",
        /// It does both.
        Both = "both",
    }
}

vocabulary! {
    /// From where a system can be reached.
    pub enum Exposure as "exposure" {
        /// From the whole internet.
        Internet = "internet",
        /// By partners over agreed links.
        Partner = "partner",
        /// From inside the organisation's own networks only.
        Internal = "internal",
        /// From nowhere else.
        Isolated = "isolated",
    }
    also {
        "public" => Internet,
        "external" => Internet,
        "partners" => Partner,
        "private" => Internal,
        "vpn" => Internal,
        "none" => Isolated,
        "offline" => Isolated,
    }
}

vocabulary! {
    /// What reports make of points of focus.
    pub enum PointsOfFocus as "choice for points of focus" {
        /// They are counted and shown as guidance; they never make a gap or move a score.
        Advisory = "advisory",
        /// They are left out.
        Off = "off",
    }
}
