//! The names of frameworks, by which an id beside them is known for theirs.

/// Whose words stand before an id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Framework {
    /// Nobody's.
    #[default]
    Unsaid,
    /// Those of SOC 2.
    Soc2,
    /// Those of another framework.
    Other,
}

/// The words by which SOC 2 is named.
const SOC2: [&str; 7] = ["soc", "tsc", "tsp", "aicpa", "ssae", "trust", "tscs"];

/// The words by which others are named.
const OTHERS: [&str; 44] = [
    "aescsf",
    "annex",
    "apra",
    "bsi",
    "ccm",
    "ccpa",
    "cis",
    "cmmc",
    "cobit",
    "coso",
    "cpra",
    "csa",
    "csc",
    "csf",
    "cui",
    "dora",
    "dpdp",
    "essential",
    "eu",
    "fedramp",
    "ferpa",
    "ffiec",
    "fisma",
    "gdpr",
    "hipaa",
    "hitech",
    "hitrust",
    "iec",
    "irap",
    "iso",
    "itgc",
    "lgpd",
    "mitre",
    "nerc",
    "nis",
    "nist",
    "nydfs",
    "olir",
    "owasp",
    "pci",
    "pcidss",
    "scf",
    "sox",
    "stateramp",
];

/// Whose a word in lower case is: its letters before the first digit are looked up, so that `iso27001` is `iso`.
#[must_use]
pub fn of_word(word: &str) -> Framework {
    let name = word.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if SOC2.contains(&name) {
        Framework::Soc2
    } else if OTHERS.contains(&name) {
        Framework::Other
    } else {
        Framework::Unsaid
    }
}

/// Whose a text is: SOC 2's where it names it at all.
#[must_use]
pub fn of_text(text: &str) -> Framework {
    let lower = text.to_lowercase();
    let named: Vec<Framework> = lower.split(|c: char| !c.is_alphanumeric()).map(of_word).collect();
    if named.contains(&Framework::Soc2) {
        Framework::Soc2
    } else if named.contains(&Framework::Other) {
        Framework::Other
    } else {
        Framework::Unsaid
    }
}
