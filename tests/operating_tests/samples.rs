//! How many items are called for: reckoned by hand from the table, the impact, the population and the time tested.

use super::*;

/// Ten months: 304 days, 44 weeks begun, 10 months, 4 quarters begun, 2 half-years begun, 1 year begun.
const TIME: &str = "period: { start: 2026-01-01, end: 2026-10-31 }";

/// A control for a criterion that is tested once on so many items.
fn sampled(criterion: &str, control: &str, test: &str, sample: &str) -> String {
    let test = super::test("2026-11-01", &format!("by: alex, {test}, {sample}, conclusion: effective"));
    tested(control, &[&test]).replace("CC6.3", criterion)
}

/// Asserts that so many items are called for, and not one more.
#[track_caller]
fn called_for(number: u32, (criterion, control, test): (&str, &str, &str), settings: &str) {
    let gaps = |size: u32| {
        let yaml = sampled(criterion, control, test, &format!("sample: {{ size: {size} }}"));
        found(SAMPLE, &format!("{yaml}\n{settings}"), &Files::default())
    };
    assert_eq!(gaps(number).len(), 0, "{number} items: {criterion}{control}, {test}");
    let fewer = gaps(number - 1);
    assert_eq!(fewer.len(), 1, "{} items: {criterion}{control}, {test}", number - 1);
    let is = if number == 1 { "is" } else { "are" };
    let state = &fewer[0].finding.current_state;
    assert!(state.contains(&format!("; {number} {is} called for. The table asks for ")), "{state}");
}

/// A criterion of moderate, one of high and one of very high impact.
const CRITERIA: [&str; 3] = ["CC1.2", "CC6.3", "CC6.1"];

#[test]
fn the_table_decides_by_frequency_and_impact() {
    for (frequency, sizes) in [
        ("daily", [25, 25, 40]),
        ("weekly", [8, 8, 15]),
        ("monthly", [3, 3, 4]),
        ("quarterly", [2, 2, 3]),
        ("semiannual", [1, 1, 2]),
        ("annual", [1, 1, 1]),
        ("per-event", [25, 25, 40]),
        ("continuous", [1, 1, 1]),
        ("once", [1, 1, 1]),
    ] {
        for (criterion, size) in CRITERIA.iter().zip(sizes) {
            called_for(size, (criterion, &format!(", frequency: {frequency}"), TIME), "");
            let automated = format!(", frequency: {frequency}, execution: automated");
            called_for(1, (criterion, &automated, TIME), "");
        }
    }
    for (criterion, size) in CRITERIA.iter().zip([25, 25, 40]) {
        called_for(size, (criterion, ", execution: hybrid", TIME), "");
    }
    // The gravest of several, those out of scope aside; without any it is moderate.
    called_for(40, ("CC1.2, CC6.1", ", frequency: daily", TIME), "");
    called_for(25, ("", ", frequency: daily", TIME), "");
    let unmapped = found(SAMPLE, &sampled("", ", frequency: daily", TIME, "sample: {}"), &Files::default());
    assert!(unmapped[0].finding.current_state.contains(" 25 items: daily controls, moderate impact ("));
    // No criterion is of low impact by itself, but a catalog may have one.
    let conventions = Conventions::new(Settings::default());
    let low = |drawn: Drawn| [Level::VeryLow, Level::Low].map(|impact| conventions.sample(drawn, impact));
    assert_eq!(low(Drawn::AtTimes(Frequency::Daily)), [20, 20]);
    assert_eq!(low(Drawn::AtTimes(Frequency::Weekly)), [5, 5]);
    assert_eq!(low(Drawn::AtTimes(Frequency::Monthly)), [2, 2]);
    assert_eq!(low(Drawn::AtTimes(Frequency::Quarterly)), [2, 2]);
    assert_eq!(low(Drawn::AtTimes(Frequency::Semiannual)), [1, 1]);
    assert_eq!(low(Drawn::AtTimes(Frequency::Annual)), [1, 1]);
    assert_eq!((low(Drawn::Few), low(Drawn::Many), low(Drawn::Setting)), ([20, 20], [25, 25], [1, 1]));
}

#[test]
fn the_population_decides_for_what_happens_now_and_then_and_limits_all() {
    let of = |control: &str, size: u32| (control.to_owned(), format!("{TIME}, population: {{ size: {size} }}"));
    for (frequency, size, wanted) in [
        (", frequency: per-event", 12, [12, 12, 12]),
        (", frequency: per-event", 25, [25, 25, 25]),
        (", frequency: per-event", 39, [25, 25, 39]),
        (", frequency: per-event", 249, [25, 25, 40]),
        (", frequency: per-event", 250, [45, 45, 60]),
        ("", 249, [25, 25, 40]),
        ("", 250, [45, 45, 60]),
        (", frequency: daily", 250, [25, 25, 40]),
        (", frequency: daily", 24, [24, 24, 24]),
        (", frequency: quarterly", 1, [1, 1, 1]),
        (", frequency: per-event, execution: automated", 250, [1, 1, 1]),
    ] {
        let (control, test) = of(frequency, size);
        for (criterion, wanted) in CRITERIA.iter().zip(wanted) {
            called_for(wanted, (criterion, &control, &test), "");
        }
    }
}

#[test]
fn occurrences_begun_in_the_time_tested_limit_it() {
    for (frequency, start, end, wanted) in [
        ("daily", "2026-03-01", "2026-03-31", 31),
        ("daily", "2026-03-01", "2026-03-01", 1),
        ("weekly", "2026-03-02", "2026-03-29", 4),
        ("weekly", "2026-03-02", "2026-03-30", 5),
        ("monthly", "2026-01-31", "2026-03-30", 2),
        ("monthly", "2026-01-31", "2026-03-31", 3),
        ("quarterly", "2026-01-01", "2026-06-30", 2),
        ("quarterly", "2026-01-01", "2026-07-01", 3),
        ("semiannual", "2026-01-01", "2026-06-30", 1),
        ("semiannual", "2026-01-01", "2026-07-01", 2),
        ("annual", "2025-01-01", "2026-10-31", 1),
    ] {
        let time = format!("period: {{ start: {start}, end: {end} }}");
        called_for(wanted, ("CC6.1", &format!(", frequency: {frequency}"), &time), "");
        called_for(40, ("CC6.1", ", frequency: per-event", &time), "");
    }
    // Without a period it is the day of the test.
    called_for(1, ("CC6.1", ", frequency: daily", "exceptions: []"), "");
    // Both limits: the smaller counts.
    let time = "period: { start: 2026-03-01, end: 2026-03-31 }";
    called_for(30, ("CC6.1", ", frequency: daily", &format!("{time}, population: {{ size: 30 }}")), "");
    called_for(31, ("CC6.1", ", frequency: daily", &format!("{time}, population: {{ size: 32 }}")), "");
}

#[test]
fn an_inventory_sets_its_own() {
    let set = |key: &str, frequency: &str, time: &str, wanted: u32| {
        for criterion in CRITERIA {
            called_for(
                wanted,
                (criterion, frequency, time),
                &format!("settings: {{ samples: {{ {key}: {wanted} }} }}"),
            );
        }
    };
    set("daily", ", frequency: daily", TIME, 30);
    set("weekly", ", frequency: weekly", TIME, 9);
    set("monthly", ", frequency: monthly", TIME, 5);
    set("quarterly", ", frequency: quarterly", TIME, 4);
    set("per_event", ", frequency: per-event", TIME, 7);
    set("per_event_many", ", frequency: per-event", &format!("{TIME}, population: {{ size: 250 }}"), 8);
    set("automated", ", frequency: continuous", TIME, 3);
    // More than occurrences begin is never called for, also of a machine that runs at set times.
    let many = "settings: { samples: { automated: 9, annual: 9 } }";
    called_for(4, ("CC6.1", ", frequency: quarterly, execution: automated", TIME), many);
    called_for(1, ("CC6.1", ", frequency: annual", TIME), many);
}

#[test]
fn the_sentence_says_what_the_table_asks_and_what_limits_it() {
    let state = |control: &str, time: &str, sample: &str| {
        let yaml = sampled("CC6.1", control, time, sample);
        let mut gaps = found(SAMPLE, &yaml, &Files::default());
        assert_eq!(gaps.len(), 1);
        gaps.remove(0)
    };
    let gap = state(", frequency: daily", TIME, "sample: { size: 20 }");
    says(
        &gap,
        "Access review: a test of its operation looked at too few items",
        "The test of operation of 2026-11-01 by Alex Doe looked at 20 items; 40 are called for. The table asks for 40 \
         items: daily controls, very high impact (convention, ask your auditor; `settings.samples` changes it).",
    );
    assert_eq!(
        gap.finding.desired_state,
        "A test of operation looks at as many items as the frequency and the risk of the control call for."
    );
    assert_eq!(
        gap.finding.recommendation,
        "Have further items tested, drawn from the whole population, until there are 40 items, and record `size` and \
         `method` under `sample`."
    );
    assert!(circumstances(&gap).is_empty(), "20 is half of 40");
    assert_eq!(gap.risk.working.iter().find(|factor| factor.name == "fault").map(|fault| fault.points), Some(30));
    let half = state(", frequency: daily", TIME, "sample: { size: 19 }");
    assert_eq!(circumstances(&half), [("size", 10, "It looked at less than half of what is called for.")]);

    let population = format!("{TIME}, population: {{ size: 12 }}");
    assert_eq!(
        state(", frequency: per-event", &population, "sample: { method: random }").finding.current_state,
        "The test of operation of 2026-11-01 by Alex Doe does not say how many items it looked at; 12 are called for. The \
         table asks for 40 items: per-event controls with fewer than 250 items, very high impact (convention, ask your \
         auditor; `settings.samples` changes it). Its population holds 12 items."
    );
    let many = format!("{TIME}, population: {{ size: 250 }}");
    assert_eq!(
        state("", &many, "sample: {}").finding.current_state,
        "The test of operation of 2026-11-01 by Alex Doe does not say how many items it looked at; 60 are called for. The \
         table asks for 60 items: per-event controls with 250 items or more, very high impact (convention, ask your \
         auditor; `settings.samples` changes it)."
    );
    let quarters = "period: { start: 2026-01-01, end: 2026-06-30 }";
    assert_eq!(
        state(", frequency: quarterly", quarters, "sample: { size: 1 }").finding.current_state,
        "The test of operation of 2026-11-01 by Alex Doe looked at 1 item; 2 are called for. The table asks for 3 items: \
         quarterly controls, very high impact (convention, ask your auditor; `settings.samples` changes it). 2 \
         occurrences of the control begin in the time tested, 2026-01-01 to 2026-06-30."
    );
    assert_eq!(
        state(", frequency: weekly", "exceptions: []", "sample: { size: 0 }").finding.current_state,
        "The test of operation of 2026-11-01 by Alex Doe looked at 0 items; 1 is called for. The table asks for 15 items: \
         weekly controls, very high impact (convention, ask your auditor; `settings.samples` changes it). 1 occurrence \
         of the control begins in the time tested, 2026-11-01."
    );
    assert_eq!(
        state(", execution: automated", TIME, "sample: { size: 0 }").finding.current_state,
        "The test of operation of 2026-11-01 by Alex Doe looked at 0 items; 1 is called for. The table asks for 1 item: \
         automated controls, very high impact (convention, ask your auditor; `settings.samples` changes it)."
    );
    // A population as large as the table asks for limits nothing.
    let enough = state(", frequency: daily", &format!("{TIME}, population: {{ size: 40 }}"), "sample: { size: 20 }");
    assert_eq!(enough.finding.current_state, gap.finding.current_state);
    // Where both limit alike, the population is told.
    let both = "period: { start: 2026-03-01, end: 2026-03-31 }, population: { size: 31 }";
    let state = state(", frequency: daily", both, "sample: { size: 30 }").finding.current_state.into_owned();
    assert!(state.ends_with(" Its population holds 31 items."), "{state}");
}

#[test]
fn all_items_and_none_at_all_are_never_too_few() {
    let silent = |control: &str, time: &str, sample: &str| {
        found(SAMPLE, &sampled("CC6.1", control, time, sample), &Files::default()).is_empty()
    };
    assert!(silent(", frequency: daily", TIME, "sample: { method: all }"));
    assert!(silent(", frequency: daily", TIME, "sample: { method: all, size: 3 }"));
    assert!(!silent(", frequency: daily", TIME, "sample: { method: systematic, size: 3 }"));
    let empty = format!("{TIME}, population: {{ size: 0 }}");
    assert!(silent(", frequency: daily", &empty, "sample: { size: 0 }"));
    assert!(silent("", &empty, "exceptions: []"));
    // A test that came to something looked at the one item that is called for.
    assert!(silent(", frequency: daily", "exceptions: []", "sample: {}"));
    assert!(silent(", frequency: continuous", TIME, "sample: {}"));
    assert!(!silent(", frequency: daily", TIME, "sample: {}"));
}

#[test]
fn of_several_the_worst_is_told_and_the_others_counted() {
    let of = |day: &str, end: &str, size: u32| {
        let time = format!("period: {{ start: 2026-01-01, end: {end} }}");
        test(day, &format!("by: alex, {time}, sample: {{ size: {size} }}, conclusion: exception"))
    };
    let first = |gap: &Gap| gap.finding.current_state.split(';').next().unwrap().to_owned();
    let rest = ", frequency: daily";
    // 25 are called for: 5, 6 and 6 short, one enough.
    let tests = [
        of("2026-05-01", "2026-04-30", 20),
        of("2026-06-02", "2026-05-31", 19),
        of("2026-06-01", "2026-05-31", 19),
        of("2026-07-01", "2026-06-30", 25),
    ];
    let tests: Vec<&str> = tests.iter().map(String::as_str).collect();
    let gap_of = gap(SAMPLE, rest, &tests);
    assert_eq!(
        gap_of.finding.current_state,
        "The test of operation of 2026-06-01 by Alex Doe looked at 19 items; 25 are called for. The table asks for 25 \
         items: daily controls, high impact (convention, ask your auditor; `settings.samples` changes it). 2 other tests \
         of its operation look at too few items as well."
    );
    let two = gap(SAMPLE, rest, &tests[1..3]);
    assert_eq!(first(&two), "The test of operation of 2026-06-01 by Alex Doe looked at 19 items");
    assert!(two.finding.current_state.ends_with(" 1 other test of its operation looks at too few items as well."));
    // As many short on one day: the one that looked at least, here 10 of 13 called for and 2 of 5.
    let short = |days: &str, size: u32| {
        let time = format!("period: {{ start: 2026-01-01, end: 2026-01-{days} }}");
        test("2026-02-01", &format!("{time}, sample: {{ size: {size} }}, conclusion: effective"))
    };
    let worse = gap(SAMPLE, rest, &[&short("13", 10), &short("05", 2)]);
    assert_eq!(first(&worse), "The test of operation of 2026-02-01 looked at 2 items");
    assert_eq!(points(&worse), [("size", 10)]);
}

#[test]
fn only_concluded_tests_of_what_is_in_place_are_asked() {
    let small = format!("{TIME}, sample: {{ size: 1 }}");
    let of = |test: &str| none(SAMPLE, ", frequency: daily", &[test]);
    assert!(!of(&test("2026-11-22", &format!("{small}, conclusion: deficient"))));
    assert!(of(&test("2026-11-22", &small)), "no conclusion");
    assert!(of(&test("2026-11-23", &format!("{small}, conclusion: effective"))), "to come");
    assert!(of(&format!("{{ of: operation, {small}, conclusion: effective }}")), "no date");
    assert!(of(&test("2026-11-22", &format!("{small}, conclusion: effective")).replace("operation", "design")));
    let one = test("2026-11-01", &format!("{small}, conclusion: effective"));
    assert!(silent(SAMPLE, &format!(", frequency: daily, tests: [{one}]")));
    let of_status = |status: &str| {
        let yaml = tested(", frequency: daily, until: 2026-11-30", &[&one]).replace("implemented", status);
        found(SAMPLE, &yaml, &Files::default()).len()
    };
    assert_eq!(["informal", "retired", "planned"].map(of_status), [1, 0, 0]);
}
