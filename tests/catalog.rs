//! The catalog's data, linted with the library that reads it.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gapcheck::load::catalog::{SERIES, bundled, glossary};
use gapcheck::model::catalog::{Applies, Area, Catalog, Judged};
use gapcheck::model::criterion_id::CriterionId;
use gapcheck::model::words::{Category, PrivacyRole};

fn catalog() -> Catalog {
    bundled().expect("the bundled catalog reads")
}

fn id(text: &str) -> CriterionId {
    text.parse().unwrap_or_else(|_| panic!("{text} is an id"))
}

/// Points of focus of each criterion, counted from the standard's own document by hand; see criteria/README.md.
const POINTS: [(&str, usize); 61] = [
    ("CC1.1", 5),
    ("CC1.2", 4),
    ("CC1.3", 6),
    ("CC1.4", 7),
    ("CC1.5", 6),
    ("CC2.1", 9),
    ("CC2.2", 13),
    ("CC2.3", 12),
    ("CC3.1", 16),
    ("CC3.2", 9),
    ("CC3.3", 5),
    ("CC3.4", 6),
    ("CC4.1", 8),
    ("CC4.2", 3),
    ("CC5.1", 6),
    ("CC5.2", 4),
    ("CC5.3", 6),
    ("CC6.1", 13),
    ("CC6.2", 3),
    ("CC6.3", 4),
    ("CC6.4", 4),
    ("CC6.5", 1),
    ("CC6.6", 4),
    ("CC6.7", 4),
    ("CC6.8", 5),
    ("CC7.1", 5),
    ("CC7.2", 4),
    ("CC7.3", 7),
    ("CC7.4", 14),
    ("CC7.5", 6),
    ("CC8.1", 18),
    ("CC9.1", 2),
    ("CC9.2", 13),
    ("A1.1", 3),
    ("A1.2", 11),
    ("A1.3", 2),
    ("PI1.1", 3),
    ("PI1.2", 3),
    ("PI1.3", 5),
    ("PI1.4", 4),
    ("PI1.5", 4),
    ("C1.1", 3),
    ("C1.2", 2),
    ("P1.1", 7),
    ("P2.1", 6),
    ("P3.1", 4),
    ("P3.2", 2),
    ("P4.1", 1),
    ("P4.2", 2),
    ("P4.3", 3),
    ("P5.1", 5),
    ("P5.2", 4),
    ("P6.1", 4),
    ("P6.2", 1),
    ("P6.3", 1),
    ("P6.4", 3),
    ("P6.5", 2),
    ("P6.6", 2),
    ("P6.7", 3),
    ("P7.1", 2),
    ("P8.1", 6),
];

#[test]
fn it_holds_61_criteria_and_330_points() {
    let catalog = catalog();
    let found: Vec<(String, usize)> =
        catalog.criteria.iter().map(|criterion| (criterion.id.to_string(), criterion.points.len())).collect();
    let expected: Vec<(String, usize)> = POINTS.iter().map(|(id, points)| ((*id).to_owned(), *points)).collect();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 33 + 3 + 5 + 2 + 18);
    assert_eq!(found.iter().map(|(_, points)| points).sum::<usize>(), 330);
}

#[test]
fn the_families_have_33_3_5_2_and_18() {
    let catalog = catalog();
    let count = |category| catalog.criteria.iter().filter(|criterion| criterion.category == category).count();
    assert_eq!(
        [
            Category::Security,
            Category::Availability,
            Category::ProcessingIntegrity,
            Category::Confidentiality,
            Category::Privacy
        ]
        .map(count),
        [33, 3, 5, 2, 18]
    );
    let stated = |key: &str| catalog.edition.counts.get(key).copied();
    assert_eq!(
        ["criteria", "points", "CC", "A", "PI", "C", "P"].map(stated),
        [61, 330, 33, 3, 5, 2, 18].map(Some),
        "what edition.yaml says of itself"
    );
}

/// How many points apply: the figures of criteria/README.md, from the sources' own tags.
#[test]
fn points_apply_by_category_and_role() {
    let catalog = catalog();
    let count = |categories: &[Category], role| {
        catalog
            .criteria
            .iter()
            .filter(|criterion| categories.contains(&criterion.category))
            .map(|criterion| criterion.points_for(categories, role).count())
            .sum::<usize>()
    };
    let both = PrivacyRole::Both;
    assert_eq!(count(&[Category::Security], both), 208);
    assert_eq!(count(&[Category::Security, Category::Availability], both), 208 + 17);
    assert_eq!(count(&[Category::Security, Category::Confidentiality], both), 208 + 12);
    assert_eq!(count(&[Category::Security, Category::ProcessingIntegrity], both), 208 + 19);
    assert_eq!(count(&[Category::Security, Category::Privacy], both), 208 + 74);
    assert_eq!(count(Category::ALL, both), 330);
    assert_eq!(count(&[Category::Security, Category::Privacy], PrivacyRole::Processor), 208 + 16 + 40 + 3);
    assert_eq!(count(&[Category::Security, Category::Privacy], PrivacyRole::Controller), 208 + 16 + 40 + 15);
}

#[test]
fn every_criterion_carries_what_the_engine_needs() {
    for criterion in &catalog().criteria {
        let id = criterion.id;
        assert!((2..=5).contains(&criterion.controls.len()), "{id}: two to five typical controls");
        assert!((3..=6).contains(&criterion.evidence.len()), "{id}: three to six kinds of evidence");
        assert!((3..=5).contains(&criterion.remediation.len()), "{id}: three to five steps");
        assert!(!criterion.areas.is_empty() && !criterion.kinds.is_empty(), "{id}: areas and kinds");
        assert!(criterion.impact.because.ends_with('.'), "{id}: the impact has a whole sentence as its reason");
        assert!(criterion.impact.because.split(' ').count() <= 20, "{id}: the reason has at most twenty words");
        let areas: BTreeSet<_> = criterion.areas.iter().collect();
        assert_eq!(areas.len(), criterion.areas.len(), "{id}: an area twice");
        let slugs: BTreeSet<_> = criterion.points.iter().map(|point| &point.slug).collect();
        assert_eq!(slugs.len(), criterion.points.len(), "{id}: a slug twice");
        for slug in slugs {
            let shape = slug.starts_with(|c: char| c.is_ascii_lowercase())
                && slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(shape, "{id}/{slug} is no slug");
        }
    }
}

#[test]
fn every_area_occurs_and_each_category_has_its_own() {
    let catalog = catalog();
    for area in Area::ALL {
        assert!(catalog.criteria.iter().any(|criterion| criterion.areas.contains(area)), "no criterion of {area}");
    }
    for criterion in catalog.criteria.iter().filter(|criterion| !criterion.id.is_common()) {
        let own = Area::parse(criterion.category.word()).expect("categories are areas too");
        assert!(criterion.areas.contains(&own), "{} lacks the area of its category", criterion.id);
    }
}

#[test]
fn system_criteria_are_those_of_logical_access_operations_change_and_data() {
    let judged: Vec<String> =
        catalog().criteria.iter().filter(|c| c.level == Judged::System).map(|c| c.id.to_string()).collect();
    assert_eq!(
        judged.join(" "),
        "CC6.1 CC6.2 CC6.3 CC6.6 CC6.7 CC6.8 CC7.1 CC7.2 CC8.1 A1.1 A1.2 PI1.2 PI1.3 PI1.4 PI1.5 C1.1 C1.2 P4.2 P4.3"
    );
}

#[test]
fn ids_known_to_be_wrong_do_not_exist_and_lead_to_some_that_do() {
    let catalog = catalog();
    for wrong in &catalog.misnumbered {
        assert!(catalog.criterion(wrong.id).is_none(), "{} exists", wrong.id);
        assert!(!wrong.means.is_empty(), "{} leads nowhere", wrong.id);
        for meant in &wrong.means {
            assert!(catalog.criterion(*meant).is_some(), "{} leads to {meant}, which does not exist", wrong.id);
        }
    }
    for known in ["CC8.2", "CC6.9", "C1.3", "A1.4", "P1.2", "CC9.9", "CC4.3", "CC5.4", "PI1.6", "P1.0"] {
        assert!(catalog.meant(id(known)).is_some(), "{known} is not among the ids known to be wrong");
    }
    let because = catalog.meant(id("CC8.2")).map(|wrong| wrong.because.as_str());
    assert_eq!(because, Some("numbering from before 2017; change management is `CC8.1`"));
}

#[test]
fn the_edition_lists_exactly_the_files_there_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("criteria");
    let on_disk: BTreeMap<String, String> = fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| {
            (
                path.file_name().expect("a name").to_string_lossy().into_owned(),
                fs::read_to_string(&path).expect("a text"),
            )
        })
        .collect();
    let listed: Vec<&str> = SERIES.iter().map(|(name, _)| *name).collect();
    assert_eq!(catalog().edition.files, listed, "edition.yaml and the bundled files");
    let mut expected: BTreeSet<&str> = listed.into_iter().collect();
    expected.extend(["description.yaml", "edition.yaml", "misnumbered.yaml", "terms.yaml"]);
    assert_eq!(on_disk.keys().map(String::as_str).collect::<BTreeSet<_>>(), expected);
    for (name, bundled) in SERIES {
        assert_eq!(on_disk.get(*name).map(String::as_str), Some(*bundled), "{name} as bundled");
    }
}

#[test]
fn the_fixed_slug_of_the_contract_is_there() {
    let catalog = catalog();
    let criterion = catalog.criterion(id("CC6.3")).expect("CC6.3");
    assert_eq!(
        criterion.point("periodic-review").map(|point| point.title.as_str()),
        Some("Permission recertification")
    );
}

#[test]
fn objectives_of_financial_reporting_are_marked_as_not_always_applicable() {
    let catalog = catalog();
    let points = &catalog.criterion(id("CC3.1")).expect("CC3.1").points;
    let marked = points.iter().filter(|point| matches!(point.applies, Applies::Objectives(_))).count();
    assert_eq!((points.len(), marked), (16, 15));
}

#[test]
fn terms_are_sorted_and_lead_to_each_other() {
    let terms = glossary().expect("the glossary reads");
    let names: Vec<String> = terms.iter().map(|term| term.name.to_lowercase()).collect();
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(names, sorted);
    for term in &terms {
        for other in &term.see {
            assert!(terms.iter().any(|term| term.name == *other), "{} leads to {other}", term.name);
        }
    }
}
