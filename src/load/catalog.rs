//! The bundled catalog, read from the files of `criteria/`.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::model::catalog::{Catalog, Criterion, Edition, Misnumbered, Series};
use crate::model::description_criteria::DescriptionCriteria;
use crate::model::glossary::Term;
use crate::model::words::Category;

/// The files of the series, in report order, as they stand in `criteria/`.
pub const SERIES: &[(&str, &str)] = &[
    ("cc1-control-environment.yaml", include_str!("../../criteria/cc1-control-environment.yaml")),
    ("cc2-information-and-communication.yaml", include_str!("../../criteria/cc2-information-and-communication.yaml")),
    ("cc3-risk-assessment.yaml", include_str!("../../criteria/cc3-risk-assessment.yaml")),
    ("cc4-monitoring-activities.yaml", include_str!("../../criteria/cc4-monitoring-activities.yaml")),
    ("cc5-control-activities.yaml", include_str!("../../criteria/cc5-control-activities.yaml")),
    ("cc6-logical-and-physical-access.yaml", include_str!("../../criteria/cc6-logical-and-physical-access.yaml")),
    ("cc7-system-operations.yaml", include_str!("../../criteria/cc7-system-operations.yaml")),
    ("cc8-change-management.yaml", include_str!("../../criteria/cc8-change-management.yaml")),
    ("cc9-risk-mitigation.yaml", include_str!("../../criteria/cc9-risk-mitigation.yaml")),
    ("a1-availability.yaml", include_str!("../../criteria/a1-availability.yaml")),
    ("pi1-processing-integrity.yaml", include_str!("../../criteria/pi1-processing-integrity.yaml")),
    ("c1-confidentiality.yaml", include_str!("../../criteria/c1-confidentiality.yaml")),
    ("p1-notice.yaml", include_str!("../../criteria/p1-notice.yaml")),
    ("p2-choice-and-consent.yaml", include_str!("../../criteria/p2-choice-and-consent.yaml")),
    ("p3-collection.yaml", include_str!("../../criteria/p3-collection.yaml")),
    ("p4-use-retention-disposal.yaml", include_str!("../../criteria/p4-use-retention-disposal.yaml")),
    ("p5-access.yaml", include_str!("../../criteria/p5-access.yaml")),
    ("p6-disclosure-and-notification.yaml", include_str!("../../criteria/p6-disclosure-and-notification.yaml")),
    ("p7-quality.yaml", include_str!("../../criteria/p7-quality.yaml")),
    ("p8-monitoring-and-enforcement.yaml", include_str!("../../criteria/p8-monitoring-and-enforcement.yaml")),
];

const EDITION: &str = include_str!("../../criteria/edition.yaml");
const MISNUMBERED: &str = include_str!("../../criteria/misnumbered.yaml");
const DESCRIPTION: &str = include_str!("../../criteria/description.yaml");
const TERMS: &str = include_str!("../../criteria/terms.yaml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeriesFile {
    series: String,
    title: String,
    category: Category,
    criteria: Vec<Criterion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MisnumberedFile {
    misnumbered: Vec<Misnumbered>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermsFile {
    terms: Vec<Term>,
}

/// The catalog that comes with gapcheck.
///
/// # Errors
///
/// When a bundled file cannot be read, which a test rules out: the message names the file.
pub fn bundled() -> anyhow::Result<Catalog> {
    let edition: Edition = data("edition.yaml", EDITION)?;
    let misnumbered: MisnumberedFile = data("misnumbered.yaml", MISNUMBERED)?;
    let mut series = Vec::new();
    let mut criteria = Vec::new();
    for file in read_side_by_side()? {
        criteria.extend(file.criteria.into_iter().map(|criterion| Criterion { category: file.category, ..criterion }));
        series.push(Series { id: file.series, title: file.title, category: file.category });
    }
    Ok(Catalog::new(edition, digest(), series, criteria, misnumbered.misnumbered))
}

/// The glossary that comes with gapcheck, sorted by name.
///
/// # Errors
///
/// When the bundled file cannot be read, which a test rules out.
pub fn glossary() -> anyhow::Result<Vec<Term>> {
    data::<TermsFile>("terms.yaml", TERMS).map(|file| file.terms)
}

/// The description criteria that come with gapcheck.
///
/// # Errors
///
/// When the bundled file cannot be read, which a test rules out.
pub fn description() -> anyhow::Result<DescriptionCriteria> {
    data("description.yaml", DESCRIPTION)
}

/// Reads the series side by side: start-up is what people feel, and reading them one after the other takes most of it.
fn read_side_by_side() -> anyhow::Result<Vec<SeriesFile>> {
    std::thread::scope(|scope| {
        let readers: Vec<_> =
            SERIES.iter().map(|(name, text)| scope.spawn(move || data::<SeriesFile>(name, text))).collect();
        readers
            .into_iter()
            .map(|reader| reader.join().map_err(|_| anyhow::anyhow!("a bundled file cannot be read"))?)
            .collect()
    })
}

fn data<T: DeserializeOwned>(name: &str, text: &str) -> anyhow::Result<T> {
    serde_yaml::from_str(text).map_err(|error| anyhow::anyhow!("the bundled file criteria/{name}: {error}"))
}

/// SHA-256 over names and texts of all files of the edition.
fn digest() -> String {
    let parts = [("edition.yaml", EDITION)].into_iter().chain(SERIES.iter().copied());
    let whole: String = parts.flat_map(|(name, text)| [name, "\n", text]).collect();
    crate::text::hash::sha256_hex(whole.as_bytes())
}
