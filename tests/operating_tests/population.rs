//! What a list of items needs before a sample from it says anything.

use super::*;

const TIME: &str = "period: { start: 2026-01-01, end: 2026-09-30 }, sample: { size: 25 }";
const DAILY: &str = ", frequency: daily";

fn drawn(population: &str) -> String {
    test("2026-10-15", &format!("by: alex, {TIME}, population: {{ {population} }}, conclusion: effective"))
}

fn state(population: &str) -> String {
    let state = gap(POPULATION, DAILY, &[&drawn(population)]).finding.current_state.into_owned();
    state.strip_prefix("The test of operation of 2026-10-15 by Alex Doe ").unwrap().to_owned()
}

const WHOLE: &str = "size: 273, source: HR system, retrieved: 2026-09-30, reconciled: true";

#[test]
fn what_lacks_is_told() {
    assert!(none(POPULATION, DAILY, &[&drawn(WHOLE)]));
    let gap = gap(POPULATION, DAILY, &[&drawn("size: 273, source: HR system, retrieved: 2026-10-01")]);
    says(
        &gap,
        "Access review: the population of a test of its operation is not proved",
        "The test of operation of 2026-10-15 by Alex Doe does not say that it was checked to be complete.",
    );
    assert_eq!(
        gap.finding.desired_state,
        "For every test it is on file how many items there were, where the list came from, that it was taken once the time \
         tested was over, and that it was checked to be complete."
    );
    assert_eq!(
        gap.finding.recommendation,
        "Take the list from the system of record once the time tested is over, compare it with a second source, and note \
         `size`, `source`, `retrieved` and `reconciled: true` under `population`. What was missing from it has to be \
         tested too."
    );
    assert!(circumstances(&gap).is_empty());
    assert_eq!(gap.risk.working.iter().find(|factor| factor.name == "fault").map(|fault| fault.points), Some(30));
}

#[test]
fn each_part_of_the_proof_is_asked_for() {
    let without = |part: &str| state(&WHOLE.replace(part, ""));
    assert_eq!(without("size: 273, "), "does not say how many items its population holds.");
    assert_eq!(without("source: HR system, "), "does not say where the list of them came from.");
    assert_eq!(without("retrieved: 2026-09-30, "), "does not say when it was taken.");
    let unchecked = "does not say that it was checked to be complete.";
    assert_eq!(without(", reconciled: true"), unchecked);
    assert_eq!(state(&WHOLE.replace("true", "false")), unchecked);
    assert_eq!(state(&WHOLE.replace("HR system", "' '")), "does not say where the list of them came from.");
    assert_eq!(
        state(""),
        "does not say how many items its population holds, where the list of them came from, when it was taken or that it \
         was checked to be complete."
    );
    assert!(
        circumstances(&gap(POPULATION, DAILY, &[&drawn("")])).is_empty(),
        "a population of which nothing is said yet is not none"
    );
}

#[test]
fn a_list_taken_before_the_end_lacks_what_came_after() {
    let early = "drew from a list taken on 2026-09-29, before the time tested was over on 2026-09-30";
    assert_eq!(state(&WHOLE.replace("09-30", "09-29")), format!("{early}."));
    assert_eq!(
        state("retrieved: 2026-09-29"),
        format!(
            "does not say how many items its population holds, where the list of them came from or that it was checked to \
             be complete and {early}."
        )
    );
    // A test that names no time tested has no end of it.
    let day = test("2026-10-15", "by: alex, sample: { size: 25 }, population: { WHOLE }, conclusion: effective");
    let day = day.replace("WHOLE", &WHOLE.replace("09-30", "01-01"));
    assert!(none(POPULATION, ", frequency: per-event", &[&day]));
}

#[test]
fn no_population_at_all_weighs_more() {
    let bare = test("2026-10-15", &format!("by: alex, {TIME}, conclusion: effective"));
    let one = gap(POPULATION, DAILY, &[&bare]);
    says(
        &one,
        "Access review: the population of a test of its operation is not proved",
        "The test of operation of 2026-10-15 by Alex Doe says nothing of the population it drew from.",
    );
    let reason = ("no population", 10, "Nothing at all is said of the items that a test drew from.");
    assert_eq!(circumstances(&one), [reason]);
    let other = drawn("size: 273, source: HR system, retrieved: 2026-10-01").replace("10-15", "10-16");
    let fine = drawn(WHOLE).replace("10-15", "10-17");
    let two = gap(POPULATION, DAILY, &[&other, &bare, &fine]);
    says(
        &two,
        "Access review: the populations of 2 tests of its operation are not proved",
        "The test of operation of 2026-10-15 by Alex Doe says nothing of the population it drew from. The test of \
         operation of 2026-10-16 by Alex Doe does not say that it was checked to be complete.",
    );
    assert_eq!(circumstances(&two), [reason]);
}

#[test]
fn it_is_asked_where_there_is_more_than_one_item() {
    let asked = |control: &str, test: &str| {
        let test = super::test("2026-10-15", &format!("{test}, conclusion: exception"));
        !none(POPULATION, control, &[&test])
    };
    let quarters = "period: { start: 2026-01-01, end: 2026-09-30 }";
    for frequency in ["daily", "weekly", "monthly", "quarterly", "per-event"] {
        assert!(asked(&format!(", frequency: {frequency}"), quarters), "{frequency}");
        assert!(!asked(&format!(", frequency: {frequency}, execution: automated"), quarters), "{frequency}");
    }
    assert!(asked("", quarters));
    for frequency in ["semiannual", "annual", "continuous", "once"] {
        assert!(!asked(&format!(", frequency: {frequency}"), quarters), "{frequency}");
    }
    // Also a test of all items, and one of which more is listed than is called for.
    assert!(asked(", frequency: quarterly", &format!("{quarters}, sample: {{ method: all }}")));
    assert!(asked(", frequency: annual", &format!("{quarters}, population: {{ size: 2 }}")));
    assert!(!asked(", frequency: annual", &format!("{quarters}, population: {{ size: 1 }}")));
    assert!(!asked(", frequency: daily", &format!("{quarters}, population: {{ size: 1 }}")));
    assert!(!asked("", &format!("{quarters}, population: {{ size: 0 }}")));
    // A setting has no list, whatever is said of one.
    assert!(!asked(", frequency: once", &format!("{quarters}, population: {{ size: 9 }}")));
    // One occurrence begins on the day of a test that names no time.
    assert!(!asked(", frequency: daily", "by: alex"));
    assert!(asked(", frequency: per-event", "by: alex"));
}

#[test]
fn only_concluded_tests_of_what_is_in_place_are_asked() {
    let bare = test("2026-10-15", TIME);
    assert!(none(POPULATION, DAILY, &[&bare]), "no conclusion");
    let concluded = test("2026-10-15", &format!("{TIME}, conclusion: deficient"));
    assert!(!none(POPULATION, DAILY, &[&concluded]));
    assert!(none(POPULATION, DAILY, &[&concluded.replace("date: 2026-10-15,", "")]), "no date");
    assert!(silent(POPULATION, &format!("{DAILY}, tests: [{concluded}]")));
    let of_status = |status: &str| {
        let yaml = tested(&format!("{DAILY}, until: 2026-11-30"), &[&concluded]).replace("implemented", status);
        found(POPULATION, &yaml, &Files::default()).len()
    };
    assert_eq!(["informal", "retired", "planned"].map(of_status), [1, 0, 0]);
}
