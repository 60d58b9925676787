//! Ids of criteria in every spelling people use: what exists, what only looks like one, and what is somebody else's.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use std::sync::OnceLock;

use gapcheck::import::criteria_ids::{Found, read, read_in_id};
use gapcheck::load::catalog::bundled;
use gapcheck::model::catalog::Catalog;
use proptest::prelude::*;

fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| bundled().expect("the catalog reads"))
}

fn found(text: &str) -> Found {
    read(text, catalog())
}

/// Existing ids, a bar, unknown ones, a bar, what was written out.
fn told(text: &str) -> String {
    let found = found(text);
    format!("{} | {} | {}", found.criteria.join(" "), found.unknown.join(" "), found.expanded.join(", "))
}

#[track_caller]
fn reads(text: &str, criteria: &str) {
    assert_eq!(told(text), format!("{criteria} |  | "), "{text}");
}

#[track_caller]
fn in_id(text: &str, criteria: &str) {
    let found = read_in_id(text, catalog());
    assert_eq!(found.criteria.join(" "), criteria, "{text}");
    assert!(found.expanded.is_empty(), "{text}");
}

#[test]
fn spellings_of_one_criterion() {
    for text in [
        "CC6.1",
        "CC 6.1",
        "cc6.1",
        "CC-6.1",
        "cc_6_1",
        "cc6-1",
        "CC6_1",
        "CC.6.1",
        "SOC2-CC6.1",
        "soc2:CC6.1",
        "SOC 2 CC6.1",
        "**CC6.1**",
        "`CC6.1`",
        "[CC6.1]",
        "(CC6.1)",
        "CC6.1.2",
        "CC6.1a",
        "TSC CC6.1 ✓",
        "CC\u{a0}6.1",
        "SOC2_CC6.1",
        "CC6.1: access",
        "CC6\u{2011}1",
    ] {
        reads(text, "CC6.1");
    }
    reads("SOC2-CC7.1-snyk", "CC7.1");
    reads("cc1_1_org_commitment", "CC1.1");
    reads("A1.2", "A1.2");
    reads("a1-2", "A1.2");
    reads("SOC2-A1.2", "A1.2");
    reads("soc2-p4.2", "P4.2");
    reads("PI1.5", "PI1.5");
}

#[test]
fn spellings_of_scanners() {
    reads("SOC2 cc_2_1 cc_7_2 cc_a_1_2", "CC2.1 CC7.2 A1.2");
    reads("cc_c_1_1", "C1.1");
    reads("pi_1_2", "PI1.2");
    reads("cc_pi_1_2", "PI1.2");
    reads("p_1_1", "P1.1");
    reads("cc5-2", "CC5.2");
}

#[test]
fn lists_in_any_hand() {
    reads("CC6.1;CC6.2 ; CC6.3", "CC6.1 CC6.2 CC6.3");
    reads("CC6.1, CC6.2 and CC6.3", "CC6.1 CC6.2 CC6.3");
    reads("CC6.1|CC6.2/CC6.3\nCC6.4", "CC6.1 CC6.2 CC6.3 CC6.4");
    reads("CC6.2, CC6.1, cc6.2", "CC6.2 CC6.1");
    reads("CC5.1 (Logical Access)", "CC5.1");
}

#[test]
fn points_of_focus_are_kept_by_slug() {
    let criterion = catalog().criterion("CC6.3".parse().expect("an id")).expect("a criterion");
    let slug = &criterion.points[0].slug;
    reads(&format!("CC6.3/{slug}"), &format!("CC6.3/{slug}"));
    reads("CC6.3/nothing-of-that-name", "CC6.3");
}

#[test]
fn other_frameworks_are_left_alone() {
    reads("SOC 2 (CC6.3); ISO 27001 (A.9.2)", "CC6.3");
    reads("ISO27001:2022-A.5.16;ISO27001:2022-A.5.17;SOC2-CC6.1;SOC2-CC6.8", "CC6.1 CC6.8");
    reads("ISO27001:2022-A.8.6;SOC2-A1.1", "A1.1");
    reads("ISO27001:2022-8.3;ISO27001:2022-6.1.1;CC3.3;CC3.4", "CC3.3 CC3.4");
    for text in [
        "A.5.16",
        "A.1.2",
        "A.1.2.2",
        "ISO 27001 A1.2",
        "ISO 27001: A1.1; A1.2",
        "PCI DSS A1.1.2",
        "A5.15",
        "AC-2",
        "CC-1",
        "AC-2(1)",
        "SC-7(5)",
        "164.308(a)(1)",
        "PR.AC-1",
        "PR.DS-1",
        "ra-5_smt.a",
        "3.1.1",
        "DE.CM-8",
        "ac-6.1_obj",
        "12.2",
        "Article 21(2) (c)",
        "C.1.1",
        "CIS 1.2",
        "p-1-1-x",
        "v1.2",
        "has a 1.2 ratio",
        "C2.5",
        "",
        "—",
        "n/a",
        "CC",
        "CC6.1234",
        "acc6.1",
    ] {
        reads(text, "");
    }
}

#[test]
fn what_does_not_exist_is_told_and_not_replaced() {
    assert_eq!(told("CC8.1;CC8.2"), "CC8.1 | CC8.2 | ");
    assert_eq!(told("CC9.9, A1.4, PI1.6, P1.2, C1.3"), " | CC9.9 A1.4 PI1.6 P1.2 C1.3 | ");
    assert_eq!(told("SOC2-C2.5"), " | C2.5 | ");
    assert_eq!(told("p1-2"), " | P1.2 | ");
    assert_eq!(told("see p1-2 in the plan"), " |  | ");
    assert_eq!(told("CC10.1"), " | CC10.1 | ");
    assert_eq!(told("CC6.01"), " | CC6.01 | ");
    assert_eq!(told("cc_6_99"), " | CC6.99 | ");
}

#[test]
fn ranges_and_series_are_written_out_and_told() {
    let five = "CC1.1 CC1.2 CC1.3 CC1.4 CC1.5";
    for text in [
        "CC1.1-CC1.5",
        "CC1.1 – CC1.5",
        "CC1.1 to CC1.5",
        "CC1.1 through CC1.5",
        "CC1.1-5",
        "CC1.1-1.5",
        "CC1.1..CC1.5",
    ] {
        assert_eq!(told(text), format!("{five} |  | CC1.1 to CC1.5"), "{text}");
    }
    assert_eq!(told("CC6.1 to CC6.3"), "CC6.1 CC6.2 CC6.3 |  | CC6.1 to CC6.3");
    assert_eq!(told("CC1.5-CC2.1"), "CC1.5 CC2.1 |  | CC1.5 to CC2.1");
    assert_eq!(told("CC4.1-CC4.4"), "CC4.1 CC4.2 | CC4.4 | CC4.1 to CC4.4");
    assert_eq!(told("CC1.1-CC1.2, CC3.1-CC3.2"), "CC1.1 CC1.2 CC3.1 CC3.2 |  | CC1.1 to CC1.2, CC3.1 to CC3.2");
    for text in ["CC4", "CC4.x", "CC4 series", "CC4.*", "cc 4"] {
        assert_eq!(told(text), "CC4.1 CC4.2 |  | CC4", "{text}");
    }
    assert_eq!(told("CC4-CC5"), "CC4.1 CC4.2 CC5.1 CC5.2 CC5.3 |  | CC4 to CC5");
    assert_eq!(told("A1"), "A1.1 A1.2 A1.3 |  | A1");
    assert_eq!(told("priority P1"), " |  | ", "one letter and a number in a sentence is no series");
    assert_eq!(told("CC6.3-CC6.1"), "CC6.3 CC6.1 |  | ", "backwards is no range");
    assert_eq!(told("CC6.1-2024"), "CC6.1 |  | ");
    assert_eq!(told("CC6.1-01"), "CC6.1 |  | ", "a number with a zero is a suffix");
}

#[test]
fn in_an_id_nothing_is_written_out() {
    in_id("CC6.1-2", "CC6.1");
    in_id("SOC2-CC7.1-containers", "CC7.1");
    in_id("CC6", "");
    in_id("P1", "");
    in_id("AC-02", "");
}

#[test]
fn alone_means_without_a_sentence() {
    for text in
        ["CC6.1", "CC6.1, CC6.2", "SOC 2 (CC6.3)", "**CC1.1**", "CC1.1 to CC1.5", "SOC2-CC6.1;ISO27001:2022-A.5.16"]
    {
        assert_eq!(found(text).alone, !text.contains("A.5"), "{text}");
    }
    for text in ["we address CC6.1 by reviews", "CC5.1 (Logical Access)", "", "none"] {
        assert!(!found(text).alone, "{text}");
    }
}

#[test]
fn every_criterion_is_read_back_in_every_spelling() {
    for criterion in &catalog().criteria {
        let id = criterion.id.to_string();
        let letters = id.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        let (series, number) = id[letters.len()..].split_once('.').expect("a dot");
        let lower = letters.to_lowercase();
        for text in [
            id.clone(),
            id.to_lowercase(),
            format!("{letters} {series}.{number}"),
            format!("{lower}_{series}_{number}"),
            format!("{lower}{series}-{number}"),
            format!("{letters}{series}.{number}.4"),
            format!("SOC2-{id}"),
            format!("SOC2-{id}-tool"),
            format!("soc2:{id}"),
            format!("SOC 2 ({id}); ISO 27001 (A.9.2)"),
            format!("  **{id}** "),
            format!("`{id}`"),
            format!("SOC2 cc_{lower}_{series}_{number}"),
        ] {
            reads(&text, &id);
        }
    }
}

proptest! {
    #[test]
    fn ids_of_others_give_nothing(annex in 5u8..19, clause in 1u8..40, sub in 0u8..9, family in "[A-Z]{2}", number in 1u8..50) {
        prop_assume!(!matches!(family.as_str(), "CC" | "PI"));
        for text in [
            format!("A.{annex}.{clause}"),
            format!("ISO 27001 A{annex}.{clause}"),
            format!("ISO/IEC 27001:2022 A.{annex}.{clause}.{sub}"),
            format!("{family}-{number}"),
            format!("{family}-{number}({sub})"),
            format!("NIST 800-53 {family}-{number}"),
            format!("164.{annex}({clause})"),
            format!("{annex}.{clause}.{sub}"),
            format!("ISO27001:2022-A.{annex}.{clause};NIST CSF PR.{family}-{number}"),
        ] {
            prop_assert!(found(&text).is_empty(), "{}: {}", text, told(&text));
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,40}", ids in "[ACPIacpi0-9._ /to;–-]{0,30}") {
        for text in [&text, &ids] {
            let found = found(text);
            for id in &found.criteria {
                let bare = id.split('/').next().unwrap();
                prop_assert!(catalog().criterion(bare.parse().unwrap()).is_some());
            }
            for id in &found.unknown {
                prop_assert!(id.parse().map_or(true, |id| catalog().criterion(id).is_none()));
            }
        }
    }
}

#[test]
fn ranges_of_families_of_one_letter_need_no_blanks() {
    assert_eq!(told("A1.2-A1.3"), "A1.2 A1.3 |  | A1.2 to A1.3");
    assert_eq!(told("C1.1–C1.2"), "C1.1 C1.2 |  | C1.1 to C1.2");
    // A dash alone is no range: it may belong to somebody's own number.
    assert_eq!(told("X-A1.2"), " |  | ");
    assert_eq!(told("ISO A.5.1-A.5.3"), " |  | ");
}

#[test]
fn the_family_need_not_be_repeated() {
    reads("CC6.1, 6.2 and 6.3", "CC6.1 CC6.2 CC6.3");
    reads("CC6.1/6.2, CC7.1 & 8.1", "CC6.1 CC6.2 CC7.1 CC8.1");
    // Of a family of one letter only the same series is meant, and a longer number is another thing.
    reads("A1.1, 1.2, 5.15", "A1.1 A1.2");
    reads("CC6.1, 6.2.1", "CC6.1");
    assert_eq!(told("CC6.1, 6.9"), "CC6.1 | CC6.9 | ");
}
