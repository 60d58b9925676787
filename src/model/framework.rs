//! The frameworks beside SOC 2 that a crosswalk leads to.

use crate::text::list::ticked_and;
use crate::text::nearest::nearest;
use crate::text::wrap::truncate;
use crate::vocabulary;

vocabulary! {
    /// A framework that a crosswalk leads to.
    pub enum Framework as "framework" {
        /// ISO/IEC 27001:2022.
        Iso27001 = "iso27001",
        /// NIST Cybersecurity Framework 2.0.
        NistCsf = "nist-csf",
        /// NIST SP 800-53 Rev. 5.
        Nist80053 = "nist-800-53",
        /// HIPAA Security Rule.
        Hipaa = "hipaa",
        /// GDPR.
        Gdpr = "gdpr",
        /// CIS Controls v8.
        Cis = "cis",
        /// PCI DSS 4.0.
        PciDss = "pci-dss",
    }
}

impl Framework {
    /// The framework of a name as people write it: in any case, with the edition or without, and with any marks between.
    ///
    /// Another edition is another framework: `iso27001:2013` is none of these.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        Self::ALL.iter().copied().find(|framework| framework.spellings().contains(&&*letters))
    }

    /// The ways its name is written, letters and digits alone.
    #[must_use]
    pub const fn spellings(self) -> &'static [&'static str] {
        match self {
            Self::Iso27001 => {
                &["iso27001", "iso270012022", "isoiec27001", "isoiec270012022", "27001", "270012022", "iso"]
            }
            Self::NistCsf => &["nistcsf", "nistcsf2", "nistcsf20", "nistcsfv2", "nistcsfv20", "csf", "csf2", "csf20"],
            Self::Nist80053 => &[
                "nist80053",
                "nist80053r5",
                "nist80053rev5",
                "nistsp80053",
                "nistsp80053r5",
                "nistsp80053rev5",
                "sp80053",
                "sp80053r5",
                "sp80053rev5",
                "80053",
                "80053r5",
                "80053rev5",
            ],
            Self::Hipaa => &["hipaa", "hipaasecurity", "hipaasecurityrule"],
            Self::Gdpr => &["gdpr", "eugdpr"],
            Self::Cis => {
                &["cis", "cisv8", "cis8", "ciscontrols", "ciscontrolsv8", "ciscontrols8", "ciscsc", "ciscscv8"]
            }
            Self::PciDss => {
                &["pcidss", "pcidss4", "pcidssv4", "pcidss40", "pcidssv40", "pcidss401", "pcidssv401", "pci", "pci4"]
            }
        }
    }

    /// What it is called, with its edition.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Iso27001 => "ISO/IEC 27001:2022",
            Self::NistCsf => "NIST CSF 2.0",
            Self::Nist80053 => "NIST SP 800-53 Rev. 5",
            Self::Hipaa => "HIPAA Security Rule",
            Self::Gdpr => "GDPR",
            Self::Cis => "CIS Controls v8",
            Self::PciDss => "PCI DSS 4.0",
        }
    }

    /// What the ids of its clauses look like, for whoever wrote one that is none.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::Iso27001 => {
                "`A.5.15` or `6.1.2`; three numbers behind the letter, as in `A.9.2.3`, are the edition of 2013"
            }
            Self::NistCsf => "`PR.AA-05`; categories such as `PR.AC` are of the edition before",
            Self::Nist80053 => "`AC-2`, or `AC-2(3)` for an enhancement",
            Self::Hipaa => "`164.308(a)(1)(ii)(A)`",
            Self::Gdpr => "`Art.32` or `Art.32(1)`",
            Self::Cis => "`5.3`, from `1.1` to `18.5`",
            Self::PciDss => "`8.3` or `8.3.6`",
        }
    }

    /// What the writer of a name that is none of a framework is told, as the help of a message.
    #[must_use]
    pub fn help(text: &str) -> String {
        let all = ticked_and(Self::ALL);
        let spellings = Self::ALL.iter().flat_map(|framework| framework.spellings().iter().copied());
        match nearest(&truncate(text, 60), spellings).and_then(Self::named) {
            Some(near) => format!("did you mean `{near}`, which is {}? the frameworks are {all}", near.title()),
            None => format!("the frameworks are {all}"),
        }
    }
}
