//! The gate, the comparison with an earlier result, and how that result is read back.
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

use std::collections::BTreeMap;

use gapcheck::gate::compare::{comparison, set_known};
use gapcheck::gate::gate;
use gapcheck::load::baseline::baseline;
use gapcheck::model::assessment::Comparison;
use gapcheck::model::baseline::Baseline;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::gap::{Finding, Gap, Treatment};
use gapcheck::model::gap_id::GapId;
use gapcheck::model::level::Level;
use gapcheck::model::risk::{Rating, Risk};
use gapcheck::model::rule::{GapNature, RuleInfo};
use gapcheck::{Request, load};

static RULE: RuleInfo =
    RuleInfo { name: "evidence-stale", nature: GapNature::Evidence, likelihood: 45, page: "", since: "0.1.0" };

/// An open gap of a level about a control.
fn gap(control: &str, level: Level) -> Gap {
    let residual = Rating { level, score: level.bin().0, ..Rating::default() };
    Gap {
        finding: Finding { id: GapId::new(&control, RULE.name), ..Finding::about(&RULE, &control) },
        risk: Risk { residual, ..Risk::default() },
        treatment: Treatment::Open,
        number: 0,
    }
}

fn levels(known: &[(&str, Level)]) -> Baseline {
    let levels = known.iter().map(|(control, level)| (format!("{control}:evidence-stale"), *level)).collect();
    Baseline { as_of: "2026-10-22".to_owned(), levels }
}

#[test]
fn a_gap_at_the_level_fails_and_one_below_does_not() {
    let gaps = [gap("AC-1", Level::VeryHigh), gap("AC-2", Level::High), gap("AC-3", Level::Moderate)];
    assert_eq!(gate(&gaps, Some(Level::High)).exceeding, [0, 1]);
    assert_eq!(gate(&gaps, Some(Level::VeryHigh)).exceeding, [0]);
    assert_eq!(gate(&gaps, Some(Level::VeryLow)).exceeding, [0, 1, 2]);
    assert!(gate(&gaps, Some(Level::High)).failed());
    assert!(!gate(&gaps[2..], Some(Level::High)).failed());
    assert!(!gate(&gaps, None).failed(), "without a level there is no gate");
}

#[test]
fn accepted_gaps_and_those_of_the_baseline_do_not_fail() {
    let accepted = Gap { treatment: Treatment::Accepted(0), ..gap("AC-1", Level::VeryHigh) };
    let known = Gap { treatment: Treatment::Baseline, ..gap("AC-2", Level::VeryHigh) };
    let gaps = [accepted, known, gap("AC-3", Level::High)];
    assert_eq!(gate(&gaps, Some(Level::Low)).exceeding, [2]);
    assert!(!gate(&gaps[..2], Some(Level::VeryLow)).failed());
}

#[test]
fn gaps_are_compared_by_identity_and_level() {
    let gaps = [
        gap("AC-1", Level::VeryHigh), // was high: worsened
        gap("AC-2", Level::High),     // was high: unchanged
        gap("AC-3", Level::Moderate), // was high: better, and so known
        gap("AC-4", Level::Low),      // was not there: new
    ];
    let before = levels(&[
        ("AC-1", Level::High),
        ("AC-2", Level::High),
        ("AC-3", Level::High),
        ("AC-10", Level::Low),
        ("AC-9", Level::VeryHigh),
    ]);
    let expected = Comparison {
        since: "2026-10-22".to_owned(),
        new: vec![3],
        worsened: vec![0],
        unchanged: 2,
        resolved: vec!["AC-9:evidence-stale".to_owned(), "AC-10:evidence-stale".to_owned()],
    };
    assert_eq!(comparison(&gaps, &before), expected);
}

#[test]
fn what_is_neither_new_nor_worse_is_known_unless_somebody_signed_for_it() {
    let accepted = Gap { treatment: Treatment::Accepted(0), ..gap("AC-2", Level::High) };
    let mut gaps = [gap("AC-1", Level::High), accepted, gap("AC-3", Level::High), gap("AC-4", Level::High)];
    let before = levels(&[("AC-1", Level::Moderate), ("AC-2", Level::High), ("AC-3", Level::VeryHigh)]);
    let compared = comparison(&gaps, &before);
    set_known(&mut gaps, &compared);
    let treatments = gaps.each_ref().map(|gap| gap.treatment.clone());
    assert_eq!(treatments, [Treatment::Open, Treatment::Accepted(0), Treatment::Baseline, Treatment::Open]);
    assert_eq!(gate(&gaps, Some(Level::High)).exceeding, [0, 3]);
}

/// Assesses an organisation without a single control; every common criterion is a gap.
fn assessed(baseline: Option<Baseline>, look: impl Fn(&gapcheck::model::assessment::Assessment<'_>)) {
    let sources =
        load::inventory::single("inventory.yaml", "organization: Acme\nsystems: [{ id: app }]\ncontrols: []\n");
    let catalog = load::catalog::bundled().unwrap();
    let as_of = Date::new(2026, 11, 22).unwrap();
    let inventory = gapcheck::read(&sources, &catalog, as_of).unwrap();
    let request = Request { as_of, fail_on: Some(Level::VeryLow), baseline };
    look(&gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request));
}

#[test]
fn an_assessment_with_a_baseline_looks_only_at_what_changed() {
    assessed(None, |first| {
        assert!(first.comparison.is_none());
        let mut levels: BTreeMap<String, Level> =
            first.gaps.iter().map(|gap| (gap.id().to_owned(), gap.risk.level())).collect();
        levels.remove("CC6.1:criterion-without-control");
        levels.insert("CC7.1:criterion-without-control".to_owned(), Level::VeryLow);
        levels.insert("AC-9:evidence-stale".to_owned(), Level::High);
        let all = first.gaps.len();
        assert!(all >= 33);
        let gaps_of = |assessment: &gapcheck::model::assessment::Assessment<'_>, positions: &[usize]| -> Vec<String> {
            positions.iter().map(|at| assessment.gaps[*at].id().to_owned()).collect()
        };
        let baseline = Baseline { as_of: "2026-10-22".to_owned(), levels };
        assessed(Some(baseline), |second| {
            let comparison = second.comparison.as_ref().unwrap();
            assert_eq!(gaps_of(second, &comparison.new), ["CC6.1:criterion-without-control"]);
            assert_eq!(gaps_of(second, &comparison.worsened), ["CC7.1:criterion-without-control"]);
            assert_eq!(comparison.unchanged, all - 2);
            assert_eq!(comparison.resolved, ["AC-9:evidence-stale"]);
            let mut exceeding = gaps_of(second, &second.gate.exceeding);
            exceeding.sort();
            assert_eq!(exceeding, ["CC6.1:criterion-without-control", "CC7.1:criterion-without-control"]);
            assert_eq!((second.summary.baseline, second.summary.open_total()), (all - 2, 2));
            assert_eq!(second.plan.tasks.len(), 2, "what was known has no task");
        });
    });
}

#[test]
fn an_earlier_result_is_read_back() {
    let text = r#"{ "schema_version": 1, "as_of": "2026-10-22", "tool": {}, "gaps": [
        { "id": "AC-02:evidence-stale", "risk": { "level": "very_low", "score": 3 } },
        { "id": "CC1.2:criterion-without-control", "risk": { "level": "very_high" }, "treatment": "accepted" } ] }"#;
    let expected = Baseline {
        as_of: "2026-10-22".to_owned(),
        levels: [
            ("AC-02:evidence-stale".to_owned(), Level::VeryLow),
            ("CC1.2:criterion-without-control".to_owned(), Level::VeryHigh),
        ]
        .into(),
    };
    assert_eq!(baseline(text).unwrap(), expected);
    assert_eq!(baseline(&format!("\u{feff}{text}")).unwrap(), expected);
}

#[test]
fn a_file_that_is_no_earlier_result_is_told_apart() {
    let said = |text: &str| baseline(text).unwrap_err().to_string();
    let gap = |gap: &str| format!(r#"{{ "schema_version": 1, "as_of": "2026-10-22", "gaps": [{gap}] }}"#);
    let cases = [
        (" \n".to_owned(), "the file is empty; give the JSON result of an earlier assessment"),
        ("{\n  \"gaps\": oops }".to_owned(), "this is not JSON: line 2, column 11: expected value"),
        (
            "[]".to_owned(),
            "this is not a gapcheck result: it has no `schema_version`; `gapcheck assess --format json` writes one",
        ),
        (r#"{ "schema_version": 2 }"#.to_owned(), "its `schema_version` is `2`, and this gapcheck reads 1"),
        (r#"{ "schema_version": "1" }"#.to_owned(), "its `schema_version` is `\"1\"`, and this gapcheck reads 1"),
        (
            r#"{ "schema_version": 1, "as_of": "yesterday", "gaps": [] }"#.to_owned(),
            "this is not a gapcheck result: `as_of` is no date such as `2026-11-22`",
        ),
        (
            r#"{ "schema_version": 1, "as_of": "2026-10-22", "gaps": {} }"#.to_owned(),
            "this is not a gapcheck result: it has no list `gaps`",
        ),
        (gap(r#"{ "risk": { "level": "low" } }"#), "`gaps[0]` of the result has no `id`"),
        (gap(r#"{ "id": "AC-1:evidence-stale" }"#), "`gaps[0]` of the result has no `risk.level`"),
        (
            gap(r#"{ "id": "AC-1:evidence-stale", "risk": { "level": "medium" } }"#),
            "the level of `gaps[0]` of the result is `\"medium\"`, not one of `very_low`, `low`, `moderate`, `high` or `very_high`",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(said(&text), expected);
    }
}

#[test]
fn of_an_id_that_stands_twice_the_graver_level_counts() {
    let text = r#"{ "schema_version": 1, "as_of": "2026-10-22", "gaps": [
        { "id": "app:data-flow-unprotected:prod", "risk": { "level": "high" } },
        { "id": "app:data-flow-unprotected:prod", "risk": { "level": "low" } } ] }"#;
    assert_eq!(baseline(text).unwrap().levels["app:data-flow-unprotected:prod"], Level::High);
}

/// Narrowed to a category, a result holds the gaps that touch it with the same scores, and none that only the narrowing made.
#[test]
fn a_narrowed_result_is_a_part_of_the_whole() {
    let yaml = "organization: Acme\nscope:\n  categories: [security, availability]\n  commitments: [{ id: SLA, criteria: [A1.1] }, { id: SAFE, criteria: [CC6.1] }]\nsystems: [{ id: prod, criticality: high }]\ncontrols:\n  - { id: AC-1, name: Sign-in, criteria: [CC6.1], status: implemented }\n  - { id: BK-1, name: Backups, criteria: [A1.2, CC7.5], status: implemented }\nacceptances:\n  - { gap: 'AC-1:evidence-absent', rationale: Soon., approved_by: cto, expires: 2027-01-31 }\n";
    let catalog = gapcheck::load::catalog::bundled().unwrap();
    let sources = gapcheck::load::inventory::single("whole.yaml", yaml);
    let as_of = "2026-11-22".parse().unwrap();
    let whole = gapcheck::read(&sources, &catalog, as_of).unwrap();
    let mut selected = whole.clone();
    selected.scope.categories = vec![gapcheck::model::words::Category::Availability];
    let files = gapcheck::model::files::Files::default();
    let baseline = Baseline { as_of: "2026-10-01".to_owned(), levels: std::collections::BTreeMap::new() };
    let request = Request { as_of, fail_on: Some(Level::VeryLow), baseline: Some(baseline) };
    let all = gapcheck::assess(&sources, &whole, &catalog, &files, &request);
    let narrowed = gapcheck::Narrowed { whole: &whole, selected: &selected };
    let part = gapcheck::assess_narrowed(&sources, &narrowed, &catalog, &files, &request);
    let scores: std::collections::BTreeMap<&str, u8> =
        all.gaps.iter().map(|gap| (gap.id(), gap.risk.score())).collect();
    let ids: Vec<&str> = part.gaps.iter().map(gapcheck::model::gap::Gap::id).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    let expected = [
        "A1.1:criterion-without-control",
        "A1.2:single-control-reliance",
        "A1.3:criterion-without-control",
        "BK-1:control-vaguely-worded",
        "BK-1:control-without-frequency",
        "BK-1:control-without-owner",
        "BK-1:design-untested",
        "BK-1:evidence-absent",
        "SLA:commitment-uncovered",
    ];
    assert_eq!(sorted, expected);
    assert!(part.gaps.iter().all(|gap| scores.get(gap.id()) == Some(&gap.risk.score())));
    assert_eq!(part.gaps.iter().map(|gap| gap.number).collect::<Vec<_>>(), (1..=9).collect::<Vec<_>>());
    assert_eq!((part.summary.criteria, part.gate.exceeding.len()), (3, 9));
    let comparison = part.comparison.expect("a comparison");
    assert_eq!((comparison.new, comparison.unchanged), ((0..9).collect(), 0));
}
