//! Which control addresses which criterion and which of its points of focus.
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

use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::coverage::Coverage;
use gapcheck::model::date::Date;

/// The mapping of an inventory's controls, each given by the criteria it names; and where a criterion stands.
fn mapped(scope: &str, controls: &[&str]) -> (Coverage, impl Fn(&str) -> usize) {
    let mut yaml = format!("organization: Acme\nscope: {{ {scope} }}\ncontrols:\n");
    for (at, criteria) in controls.iter().enumerate() {
        yaml.push_str(&format!("  - {{ id: C{at}, name: C, criteria: [{criteria}], status: planned }}\n"));
    }
    let catalog = bundled().unwrap();
    let as_of = Date::new(2026, 11, 22).unwrap();
    let inventory = gapcheck::read(&single("inventory.yaml", &yaml), &catalog, as_of).unwrap();
    let coverage = gapcheck::map::coverage(&catalog, &inventory);
    (coverage, move |id: &str| catalog.criteria.iter().position(|known| known.id.to_string() == id).unwrap())
}

fn ids(criteria: &[gapcheck::model::criterion_id::CriterionId]) -> String {
    criteria.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_control_names_what_counts_what_is_scoped_out_and_what_was_not_selected() {
    let scope = "not_applicable: [{ criteria: [CC6.4], rationale: None., approved_by: cto }]";
    let (coverage, at) = mapped(scope, &["C1.1, CC6.4, CC6.3/periodic-review, CC6.3, CC1.2", "CC6.3"]);
    let first = &coverage.controls[0];
    assert_eq!(ids(&first.applicable), "CC1.2 CC6.3", "in report order, each once");
    assert_eq!((ids(&first.not_applicable), ids(&first.out_of_scope)), ("CC6.4".to_owned(), "C1.1".to_owned()));
    let of = |id: &str| {
        let criterion = &coverage.criteria[at(id)];
        (criterion.selected, criterion.applicable, criterion.controls.clone())
    };
    assert_eq!(of("CC6.3"), (true, true, vec![0, 1]));
    assert_eq!(of("CC6.4"), (true, false, vec![0]));
    assert_eq!(of("C1.1"), (false, false, vec![0]));
    assert_eq!(of("CC6.5"), (true, true, vec![]));
}

#[test]
fn points_of_focus_are_those_that_apply() {
    // CC6.3 has four points, all of which always apply.
    let (coverage, at) = mapped("", &["CC6.3/periodic-review", "CC6.3/periodic-review, CC6.3/role-design", "CC6.3"]);
    let criterion = &coverage.criteria[at("CC6.3")];
    let named: Vec<(&str, &[usize])> = criterion.points.iter().map(|(slug, by)| (slug.as_str(), &**by)).collect();
    assert_eq!(named, [("periodic-review", &[0, 1][..]), ("role-design", &[1][..])]);
    assert_eq!((criterion.points_applicable, criterion.controls.len()), (4, 3));
}

#[test]
fn a_point_of_an_unselected_category_is_not_counted() {
    // Of the 13 points of CC2.2 two speak of privacy.
    let of = |scope: &str| {
        let (coverage, at) = mapped(scope, &["CC2.2/privacy-awareness, CC2.2/security-awareness"]);
        let criterion = &coverage.criteria[at("CC2.2")];
        (criterion.points_applicable, criterion.points.keys().cloned().collect::<Vec<_>>().join(" "))
    };
    assert_eq!(of(""), (11, "security-awareness".to_owned()));
    assert_eq!(of("categories: [security, privacy]"), (13, "privacy-awareness security-awareness".to_owned()));
}
