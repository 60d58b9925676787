//! Words of documents and of reports about ourselves.

use crate::vocabulary;

vocabulary! {
    /// What a document is to somebody who asks for it.
    pub enum Subject as "subject of a document" {
        /// The agreement on processing personal data that customers are offered.
        Dpa = "dpa",
        /// The business associate agreement that customers with health data are offered.
        Baa = "baa",
        /// The list of sub-processors as it is published.
        SubProcessors = "sub-processors",
        /// The rules of information security.
        InformationSecurity = "information-security",
        /// Who may reach what.
        AccessControl = "access-control",
        /// What people may do with devices and accounts.
        AcceptableUse = "acceptable-use",
        /// What to do when something happens.
        IncidentResponse = "incident-response",
        /// How the service goes on, and comes back, after a disaster.
        BusinessContinuity = "business-continuity",
        /// How systems are changed.
        ChangeManagement = "change-management",
        /// How software is written and tested.
        SecureDevelopment = "secure-development",
        /// How other organisations are chosen and watched.
        VendorManagement = "vendor-management",
        /// How data is classed, kept and deleted.
        DataRetention = "data-retention",
        /// How personal data is handled.
        Privacy = "privacy",
        /// How risks are found and treated.
        RiskManagement = "risk-management",
        /// How people are expected to behave.
        CodeOfConduct = "code-of-conduct",
        /// How weaknesses are found and closed.
        VulnerabilityManagement = "vulnerability-management",
        /// How data is encrypted and keys are kept.
        Encryption = "encryption",
        /// How artificial intelligence may be used.
        AiUse = "ai-use",
    }
    also {
        "subprocessors" => SubProcessors,
        "business-associate-agreement" => Baa,
        "data-processing-agreement" => Dpa,
        "disaster-recovery" => BusinessContinuity,
    }
    hint {
        "retention" => "data-retention",
        "security" => "information-security",
        "access" => "access-control",
    }
}

vocabulary! {
    /// The opinion an independent report gives.
    pub enum Opinion as "opinion" {
        /// Without reservation.
        Unqualified = "unqualified",
        /// With a reservation.
        Qualified = "qualified",
        /// Against what management said.
        Adverse = "adverse",
        /// None could be given.
        Disclaimer = "disclaimer",
    }
}
