//! What is taken of the proposals.

use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::date::Date;
use gapcheck::model::inventory::Inventory;
use gapcheck::model::proposal::{Proposal, Proposed};
use gapcheck::propose::accept::{Choice, accepted};

const INVENTORY: &str = "
organization: Acme Inc.
controls:
  - { id: B, name: Unmapped, criteria: [], status: implemented }
  - { id: A, name: Mapped, criteria: [CC6.3/periodic-review], status: implemented }
  - { id: C, name: Unmapped too, criteria: [], status: planned }
";

fn inventory() -> Inventory {
    let as_of = Date::new(2026, 11, 22).unwrap();
    gapcheck::read(&single("in.yaml", INVENTORY), &bundled().unwrap(), as_of).expect("an inventory")
}

fn proposed<'a>(inventory: &'a Inventory, of: &[(&str, &[(&str, u8)])]) -> Vec<Proposed<'a>> {
    let proposal = |(id, confidence): &(&str, u8)| Proposal {
        criterion: id.parse().unwrap(),
        point: None,
        confidence: *confidence,
        reasons: Vec::new(),
    };
    let one = |(id, all): &(&str, &[(&str, u8)])| Proposed {
        control: inventory.controls.iter().find(|one| one.id.value.as_str() == *id).unwrap(),
        proposals: all.iter().map(proposal).collect(),
    };
    of.iter().map(one).collect()
}

#[track_caller]
fn assert_taken(of: &[(&str, &[(&str, u8)])], at_least: u8, choices: &[(&str, &[&str])], expected: &[(&str, &[&str])]) {
    let inventory = inventory();
    let choice = |(id, criteria): &(&str, &[&str])| Choice {
        control: (*id).to_owned(),
        criteria: criteria.iter().map(|id| id.parse().unwrap()).collect(),
    };
    let choices: Vec<Choice> = choices.iter().map(choice).collect();
    let taken = accepted(&inventory, &proposed(&inventory, of), at_least, &choices);
    let taken: Vec<(String, Vec<String>)> =
        taken.into_iter().map(|one| (one.control, one.criteria.iter().map(ToString::to_string).collect())).collect();
    let expected: Vec<(String, Vec<String>)> = expected
        .iter()
        .map(|(id, criteria)| ((*id).to_owned(), criteria.iter().map(|id| (*id).to_owned()).collect()))
        .collect();
    assert_eq!(taken, expected);
}

#[test]
fn the_sure_ones_are_taken_where_nobody_mapped_yet() {
    let of: [(&str, &[(&str, u8)]); 3] =
        [("B", &[("CC6.1", 70), ("CC6.2", 69)]), ("A", &[("CC7.2", 99)]), ("C", &[("CC8.1", 40)])];
    assert_taken(&of, 70, &[], &[("B", &["CC6.1"])]);
    assert_taken(&of, 69, &[], &[("B", &["CC6.1", "CC6.2"])]);
    assert_taken(&of, 40, &[], &[("B", &["CC6.1", "CC6.2"]), ("C", &["CC8.1"])]);
    assert_taken(&of, 100, &[], &[]);
}

#[test]
fn what_a_person_chose_is_taken_for_any_control() {
    let of: [(&str, &[(&str, u8)]); 1] = [("B", &[("CC6.1", 90)])];
    assert_taken(&of, 100, &[("C", &["CC9.2"]), ("A", &["CC6.2"])], &[("A", &["CC6.2"]), ("C", &["CC9.2"])]);
    assert_taken(&of, 70, &[("B", &["CC7.1", "CC6.1"])], &[("B", &["CC7.1", "CC6.1"])]);
    assert_taken(&of, 70, &[("B", &["CC6.1/encryption"])], &[("B", &["CC6.1/encryption"])]);
}

#[test]
fn what_is_named_already_is_not_added_again() {
    assert_taken(&[], 70, &[("A", &["CC6.3", "CC6.3/periodic-review"])], &[]);
    assert_taken(&[], 70, &[("A", &["CC6.3/role-design"])], &[("A", &["CC6.3/role-design"])]);
    assert_taken(
        &[],
        70,
        &[("C", &["CC6.3"]), ("C", &["CC6.3", "CC6.3/role-design"])],
        &[("C", &["CC6.3", "CC6.3/role-design"])],
    );
}
