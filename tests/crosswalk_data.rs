//! The mappings to other frameworks, linted with the library that reads them.
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

use gapcheck::load::catalog::bundled;
use gapcheck::load::crosswalk::{mapping, mappings};
use gapcheck::model::clause_shape::clause;
use gapcheck::model::crosswalk::{Relation, Strength};
use gapcheck::model::framework::Framework;

/// Links, clauses listed, criteria, clauses of the edition, links of unknown relation, links that two sources draw: counted
/// from the source with another program, and the clauses of each edition from the edition itself.
const COUNTS: [(&str, [usize; 6]); 7] = [
    ("iso27001", [354, 108, 39, 118, 119, 189]),
    ("nist-csf", [117, 56, 29, 106, 63, 68]),
    ("nist-800-53", [218, 111, 38, 299, 63, 147]),
    ("hipaa", [92, 42, 26, 63, 92, 60]),
    ("gdpr", [39, 8, 25, 99, 39, 30]),
    ("cis", [51, 33, 14, 153, 51, 40]),
    ("pci-dss", [140, 44, 32, 63, 19, 90]),
];

#[test]
fn each_holds_what_was_counted() {
    let found: Vec<(String, [usize; 6])> = mappings()
        .unwrap()
        .iter()
        .map(|mapping| {
            let unknown = mapping.links().filter(|link| link.relation == Relation::Unknown).count();
            let two = mapping.links().filter(|link| link.support == 2).count();
            let (links, criteria) = (mapping.links().count(), mapping.criteria().len());
            let counts = [links, mapping.targets.len(), criteria, mapping.whole.len(), unknown, two];
            (mapping.framework.to_string(), counts)
        })
        .collect();
    assert_eq!(found, COUNTS.map(|(name, counts)| (name.to_owned(), counts)));
    assert_eq!(COUNTS.iter().map(|(_, counts)| counts[0]).sum::<usize>(), 1011);
}

#[test]
fn every_link_leads_from_a_criterion_to_a_clause_with_a_title() {
    let catalog = bundled().unwrap();
    for mapping in mappings().unwrap() {
        let name = &mapping.name;
        let mut ids = BTreeSet::new();
        for target in &mapping.targets {
            let id = &target.id;
            assert!(ids.insert(id), "{name}: {id} stands twice");
            assert!(target.title.len() > 5 && !target.title.ends_with('.'), "{name} {id}: {}", target.title);
            assert_eq!(clause(mapping.framework, id).as_ref(), Some(id), "{name}: the id of {id} has another shape");
            assert!(!target.links.is_empty(), "{name}: nothing speaks to {id}");
            let positions: Vec<Option<usize>> =
                target.links.iter().map(|link| catalog.position(link.criterion)).collect();
            assert!(positions.iter().all(Option::is_some), "{name} {id}: a criterion that does not exist");
            assert!(
                positions.is_sorted() && positions.windows(2).all(|two| two[0] != two[1]),
                "{name} {id}: links twice"
            );
            for link in &target.links {
                assert_eq!(link.strength == Strength::Strong, link.support >= 2, "{name} {id} {}", link.criterion);
                assert!((2..=14).contains(&link.support), "{name} {id} {}", link.criterion);
            }
        }
    }
}

#[test]
fn the_clauses_of_the_edition_are_whole_and_in_order() {
    for mapping in mappings().unwrap() {
        let whole: BTreeSet<&String> = mapping.whole.iter().collect();
        assert_eq!(whole.len(), mapping.whole.len(), "{}", mapping.name);
        for id in &mapping.whole {
            assert_eq!(clause(mapping.framework, id).as_ref(), Some(id), "{}", mapping.name);
        }
        let listed: Vec<&String> = mapping.targets.iter().map(|target| &target.id).collect();
        let in_order: Vec<&String> = mapping.whole.iter().filter(|id| mapping.target(id).is_some()).collect();
        assert_eq!(listed, in_order, "{}: what is listed is of the edition, in its order", mapping.name);
        assert_eq!(mapping.silent_about().len() + listed.len(), whole.len(), "{}", mapping.name);
    }
    let of =
        |framework, begins: &str| mapping(framework).unwrap().whole.iter().filter(|id| id.starts_with(begins)).count();
    // What the editions say of themselves.
    assert_eq!(["A.5.", "A.6.", "A.7.", "A.8."].map(|theme| of(Framework::Iso27001, theme)), [37, 8, 14, 34]);
    assert_eq!(
        ["GV", "ID", "PR", "DE", "RS", "RC"].map(|function| of(Framework::NistCsf, function)),
        [31, 21, 22, 11, 13, 8]
    );
    assert_eq!(["AC-", "PM-", "SC-"].map(|family| of(Framework::Nist80053, family)), [23, 32, 47]);
    assert_eq!(["3.", "16.", "18."].map(|control| of(Framework::Cis, control)), [14, 14, 5]);
    assert_eq!(["1.", "12."].map(|requirement| of(Framework::PciDss, requirement)), [5, 10]);
}

#[test]
fn no_link_leads_from_privacy_and_each_file_says_so() {
    for mapping in mappings().unwrap() {
        let privacy = mapping
            .criteria()
            .iter()
            .filter(|id| id.series().starts_with('P') && !id.series().starts_with("PI"))
            .count();
        assert_eq!(privacy, 0, "{}", mapping.name);
        let says = |words: &str| mapping.thin.iter().any(|note| note.contains(words));
        assert!(says("No link leads from a criterion of privacy (P1 to P8)"), "{}", mapping.name);
        let all_unknown = mapping.links().all(|link| link.relation == Relation::Unknown);
        assert_eq!(all_unknown, says("of no link is it known") || says("Of no link is it known"), "{}", mapping.name);
        // The numbers in the notes are those of the data.
        let (listed, whole) = (mapping.targets.len(), mapping.whole.len());
        for note in mapping.thin.iter().filter(|note| note.starts_with("It lists ")) {
            assert!(note.starts_with(&format!("It lists {listed} of {whole} ")), "{note}");
        }
    }
    let iso = mapping(Framework::Iso27001).unwrap();
    let of_the_system =
        || iso.targets.iter().filter(|target| !target.id.starts_with('A')).flat_map(|target| &target.links);
    assert_eq!((of_the_system().count(), of_the_system().filter(|link| link.support == 2).count()), (72, 47));
    let csf = mapping(Framework::NistCsf).unwrap();
    assert_eq!(csf.targets.iter().filter(|target| target.id.starts_with("GV")).count(), 6);
}

#[test]
fn names_and_files_are_those_of_the_frameworks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("criteria/crosswalk");
    let on_disk: BTreeSet<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(on_disk, Framework::ALL.iter().map(|framework| format!("{framework}.yaml")).collect());
    for framework in Framework::ALL {
        let mapping = mapping(*framework).unwrap();
        assert_eq!((mapping.framework, mapping.name.as_str()), (*framework, framework.title()));
    }
}

#[test]
fn names_are_forgiven_their_spelling_and_never_their_edition() {
    let spellings = [
        ("iso27001", &["ISO 27001", "iso-27001", "iso27001_2022", "ISO/IEC 27001:2022", "iso"][..]),
        ("nist-csf", &["NIST CSF 2.0", "nist_csf_2_0", "csf"]),
        ("nist-800-53", &["NIST SP 800-53 Rev. 5", "nist_800_53_r5", "800-53"]),
        ("hipaa", &["HIPAA", "hipaa_security", "HIPAA Security Rule"]),
        ("gdpr", &["GDPR"]),
        ("cis", &["CIS v8", "cis_v8", "CIS Controls v8"]),
        ("pci-dss", &["PCI DSS 4", "pci_dss_4", "PCI-DSS v4.0", "pci"]),
    ];
    let expected: BTreeMap<&str, Vec<Option<Framework>>> =
        spellings.iter().map(|(name, all)| (*name, vec![Framework::parse(name); all.len()])).collect();
    for (name, all) in spellings {
        let found: Vec<Option<Framework>> = all.iter().map(|text| Framework::named(text)).collect();
        assert_eq!(found, expected[name], "{name}");
    }
    for other in
        ["iso27001:2013", "iso 27002", "nist csf 1.1", "nist 800-53 r4", "cis v7", "pci dss 3.2.1", "nist", "", "soc2"]
    {
        assert_eq!(Framework::named(other), None, "{other}");
    }
    assert_eq!(
        Framework::help("iso27001_2013"),
        "did you mean `iso27001`, which is ISO/IEC 27001:2022? the frameworks are `iso27001`, `nist-csf`, `nist-800-53`, \
         `hipaa`, `gdpr`, `cis` and `pci-dss`"
    );
}
