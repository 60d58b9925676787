//! The criteria that scanners themselves name for a check.

use std::collections::BTreeMap;

use crate::import::criteria_ids::spelled;
use crate::model::catalog::Catalog;
use crate::model::import::{CheckResult, Origin};

/// Whether the name of a framework means SOC 2: `SOC2`, `SOC 2 Type II`, `soc2-2017`.
#[must_use]
pub fn is_soc2(framework: &str) -> bool {
    let letters: String = framework.chars().filter(char::is_ascii_alphanumeric).collect();
    let letters = letters.to_ascii_uppercase();
    ["SOC2", "AICPA", "TSC"].iter().any(|name| letters.starts_with(name))
}

/// The ids in a text, each once, in its order: `cc_2_1 cc_7_2 cc_a_1_2` names CC2.1, CC7.2 and A1.2.
#[must_use]
pub fn named(text: &str) -> Vec<String> {
    spelled(text).iter().map(ToString::to_string).collect()
}

/// Takes the criteria that do not exist out of results, and tells where they stood.
pub fn without_unknown(results: &mut [CheckResult], catalog: &Catalog) -> BTreeMap<String, Vec<Origin>> {
    let mut unknown: BTreeMap<String, Vec<Origin>> = BTreeMap::new();
    for result in results {
        let exists = |id: &String| id.parse().is_ok_and(|id| catalog.criterion(id).is_some());
        for id in result.criteria.extract_if(.., |id| !exists(id)) {
            unknown.entry(id).or_default().push(result.origin.clone());
        }
    }
    unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_in_the_spelling_of_scanners() {
        assert_eq!(
            named("SOC2 cc_2_1 cc_7_2 cc_a_1_2 cc_c_1_2 pi_1_3 cc_2_1"),
            ["CC2.1", "CC7.2", "A1.2", "C1.2", "PI1.3"]
        );
        assert_eq!(named("CC6.1;CC6.2, cc6-3"), ["CC6.1", "CC6.2", "CC6.3"]);
        assert_eq!(named("CC 6.1; [cc6.2] | soc2-cc7.1 (A1.2)"), ["CC6.1", "CC6.2", "CC7.1", "A1.2"]);
        assert_eq!(named("CIS 1.20, ac-6.1, AU-2, sc-8"), [""; 0]);
        assert!(is_soc2("SOC2") && is_soc2("soc-2-2017") && is_soc2("SOC 2 Type II") && !is_soc2("CIS-1.4"));
    }
}
