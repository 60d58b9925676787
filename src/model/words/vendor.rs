//! Words of other organisations.

use crate::vocabulary;

vocabulary! {
    /// How another organisation stands to ours.
    pub enum Relation as "relation" {
        /// An ordinary supplier.
        Vendor = "vendor",
        /// A subservice organisation whose controls are left out of our description.
        CarveOut = "carve-out",
        /// A subservice organisation whose controls are part of our description.
        Inclusive = "inclusive",
    }
    hint {
        "subservice" => "carve-out",
        "supplier" => "vendor",
    }
}

vocabulary! {
    /// What sort of report another organisation gave us.
    pub enum AssuranceKind as "kind of report" {
        /// A SOC 2 report over a period.
        Soc2Type2 = "soc2-type2",
        /// A SOC 2 report at a date.
        Soc2Type1 = "soc2-type1",
        /// A SOC 1 report over a period.
        Soc1Type2 = "soc1-type2",
        /// A SOC 1 report at a date.
        Soc1Type1 = "soc1-type1",
        /// A SOC 3 report.
        Soc3 = "soc3",
        /// A certificate under ISO/IEC 27001.
        Iso27001 = "iso27001",
        /// A PCI DSS attestation.
        PciDss = "pci-dss",
        /// The report of a penetration test.
        PenetrationTest = "penetration-test",
        /// A filled-in security questionnaire.
        Questionnaire = "questionnaire",
        /// Something else.
        Other = "other",
    }
    also {
        "iso-27001" => Iso27001,
        "pentest" => PenetrationTest,
    }
    hint {
        "soc2" => "soc2-type2",
        "soc-2" => "soc2-type2",
        "soc1" => "soc1-type2",
    }
}

impl AssuranceKind {
    /// What people call such a report: `SOC 2 Type II report`.
    #[must_use]
    pub const fn plain(self) -> &'static str {
        match self {
            Self::Soc2Type2 => "SOC 2 Type II report",
            Self::Soc2Type1 => "SOC 2 Type I report",
            Self::Soc1Type2 => "SOC 1 Type II report",
            Self::Soc1Type1 => "SOC 1 Type I report",
            Self::Soc3 => "SOC 3 report",
            Self::Iso27001 => "ISO/IEC 27001 certificate",
            Self::PciDss => "PCI DSS attestation",
            Self::PenetrationTest => "penetration test",
            Self::Questionnaire => "questionnaire",
            Self::Other => "other report",
        }
    }

    /// Whether somebody independent looked at controls: a questionnaire is the organisation's own word, a penetration test no
    /// look at controls.
    #[must_use]
    pub const fn is_assurance(self) -> bool {
        match self {
            Self::Soc2Type2
            | Self::Soc2Type1
            | Self::Soc1Type2
            | Self::Soc1Type1
            | Self::Soc3
            | Self::Iso27001
            | Self::PciDss => true,
            Self::PenetrationTest | Self::Questionnaire | Self::Other => false,
        }
    }
}
