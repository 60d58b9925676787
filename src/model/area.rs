//! The areas that cut across the series, by which a summary can be read.

use crate::vocabulary;

vocabulary! {
    /// A subject that cuts across the series, by which a summary can be read.
    pub enum Area as "area" {
        /// Protection against unauthorised access and harm.
        Security = "security",
        /// Being up as promised.
        Availability = "availability",
        /// Whole, correct and timely processing.
        ProcessingIntegrity = "processing-integrity",
        /// Keeping what is confidential confidential.
        Confidentiality = "confidentiality",
        /// Handling personal data as promised.
        Privacy = "privacy",
        /// Finding, judging and treating risks.
        RiskManagement = "risk-management",
        /// Watching systems and controls.
        Monitoring = "monitoring",
        /// Noticing, handling and recovering from incidents.
        IncidentResponse = "incident-response",
        /// Changing systems under control.
        ChangeManagement = "change-management",
        /// People who know what is expected of them.
        EmployeeTraining = "employee-training",
        /// Who may reach what.
        Access = "access",
        /// Other organisations ours relies on.
        Vendor = "vendor",
        /// Data at rest, on the move and at its end.
        DataProtection = "data-protection",
        /// Weaknesses found and closed.
        VulnerabilityManagement = "vulnerability-management",
    }
}

impl Area {
    /// The ten areas every summary shows, whatever else it holds.
    pub const CRITICAL: [Self; 10] = [
        Self::Security,
        Self::Availability,
        Self::ProcessingIntegrity,
        Self::Confidentiality,
        Self::Privacy,
        Self::RiskManagement,
        Self::Monitoring,
        Self::IncidentResponse,
        Self::ChangeManagement,
        Self::EmployeeTraining,
    ];

    /// The area for people: `incident response`.
    #[must_use]
    pub fn plain(self) -> String {
        self.word().replace('-', " ")
    }
}
