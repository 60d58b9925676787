//! The bundled mappings to other frameworks, read from the files of `criteria/crosswalk/`.

use crate::model::crosswalk::Mapping;
use crate::model::framework::Framework;

/// The file of a framework, as it stands in `criteria/crosswalk/`.
const fn file(framework: Framework) -> &'static str {
    match framework {
        Framework::Iso27001 => include_str!("../../criteria/crosswalk/iso27001.yaml"),
        Framework::NistCsf => include_str!("../../criteria/crosswalk/nist-csf.yaml"),
        Framework::Nist80053 => include_str!("../../criteria/crosswalk/nist-800-53.yaml"),
        Framework::Hipaa => include_str!("../../criteria/crosswalk/hipaa.yaml"),
        Framework::Gdpr => include_str!("../../criteria/crosswalk/gdpr.yaml"),
        Framework::Cis => include_str!("../../criteria/crosswalk/cis.yaml"),
        Framework::PciDss => include_str!("../../criteria/crosswalk/pci-dss.yaml"),
    }
}

/// The mapping to a framework.
///
/// # Errors
///
/// When the bundled file cannot be read, which a test rules out: the message names it.
pub fn mapping(framework: Framework) -> anyhow::Result<Mapping> {
    serde_yaml::from_str(file(framework))
        .map_err(|error| anyhow::anyhow!("the bundled file criteria/crosswalk/{framework}.yaml: {error}"))
}

/// The mappings to all frameworks.
///
/// # Errors
///
/// When a bundled file cannot be read.
pub fn mappings() -> anyhow::Result<Vec<Mapping>> {
    Framework::ALL.iter().map(|framework| mapping(*framework)).collect()
}
