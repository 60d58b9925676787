//! How many items are drawn, by the table that an assessment judges tests with.

use crate::{Folder, json};

/// How many of 400 items are drawn for a control, and why.
fn size(control: &str, settings: &str, population: usize) -> (u64, String) {
    let inventory = format!(
        "organization: Acme\nscope: {{ categories: [security, availability], report: type2, period: {{ start: 2026-01-01, end: 2026-12-31 }} }}\n{settings}controls:\n  \
         - {{ id: X, name: X, status: implemented, {control} }}\n"
    );
    let rows: String = (0..population).map(|number| format!("{number},x\n")).collect();
    let folder = Folder::with(&[("in.yaml", &inventory), ("p.csv", &format!("id,what\n{rows}"))]);
    let drawn = json(&folder.run(&["sample", "X", "-i", "in.yaml", "--population", "p.csv", "-f", "json"]).ends(0));
    (drawn["sample"]["size"].as_u64().unwrap(), drawn["sample"]["because"].as_str().unwrap().to_owned())
}

/// The impact of CC8.1 is very high, that of A1.1 moderate: the largest and the middle sizes of the table.
#[test]
fn frequency_and_risk_decide() {
    let of = |criterion: &str, frequency: &str, population| {
        let scope = format!("criteria: [{criterion}], frequency: {frequency}");
        size(&scope, "", population).0
    };
    let frequencies = ["annual", "semiannual", "quarterly", "monthly", "weekly", "daily", "continuous", "per-event"];
    assert_eq!(frequencies.map(|frequency| of("CC8.1", frequency, 400)), [1, 2, 3, 4, 15, 40, 1, 60]);
    assert_eq!(frequencies.map(|frequency| of("A1.1", frequency, 400)), [1, 1, 2, 3, 8, 25, 1, 45]);
    assert_eq!((of("CC8.1", "per-event", 249), of("CC8.1", "per-event", 250)), (40, 60));
    assert_eq!(size("criteria: [CC8.1], execution: automated", "", 400).0, 1);
}

#[test]
fn the_population_limits_it_and_settings_change_it() {
    let (items, because) = size("criteria: [CC8.1], frequency: per-event", "", 12);
    assert_eq!(items, 12);
    assert!(because.ends_with("Its population holds 12 items."), "{because}");
    let set = "settings: { samples: { per_event_many: 61 } }\n";
    assert_eq!(size("criteria: [CC8.1], frequency: per-event", set, 400).0, 61);
}
