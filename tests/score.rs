//! Worked examples of risks: each is reckoned by hand in its comments, and every line of the working must come out so.
//!
//! The score of a level's bin from `low` to `high` is `low + (high - low) × (likelihood + impact) / 200`, rounded. The bins
//! are 0 to 4, 5 to 20, 21 to 79, 80 to 95 and 96 to 100; likelihood and impact fall into the same ones.
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

use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::gap::Gap;
use gapcheck::model::risk::Rating;
use gapcheck::{Request, load};

/// All gaps of an inventory on 2026-11-22.
fn gaps(yaml: &str) -> Vec<Gap> {
    let sources = load::inventory::single("inventory.yaml", &format!("organization: Acme\n{yaml}"));
    let catalog = load::catalog::bundled().unwrap();
    let as_of = Date::new(2026, 11, 22).unwrap();
    let inventory = gapcheck::read(&sources, &catalog, as_of).unwrap_or_else(|problems| panic!("{problems:?}\n{yaml}"));
    let request = Request { as_of, fail_on: None, baseline: None };
    gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request).gaps
}

fn gap(yaml: &str, id: &str) -> Gap {
    let all = gaps(yaml);
    let ids: Vec<String> = all.iter().map(|gap| gap.id().to_owned()).collect();
    all.into_iter().find(|gap| gap.id() == id).unwrap_or_else(|| panic!("no {id} among {ids:?}"))
}

/// The working of a gap, a line a factor: its name, axis, points, what it did to the score, and whether it mitigates.
fn lines(gap: &Gap) -> Vec<String> {
    let line = |factor: &gapcheck::model::risk::Factor| {
        let mitigates = if factor.mitigates { " mitigates" } else { "" };
        format!("{} {} {:+} ({:+}){mitigates}", factor.axis.word(), factor.name, factor.points, factor.effect)
    };
    gap.risk.working.iter().map(line).collect()
}

/// Why a factor moved the number.
fn because<'g>(gap: &'g Gap, name: &str) -> Option<&'g str> {
    gap.risk.working.iter().find(|factor| factor.name == name).map(|factor| &*factor.because)
}

/// Likelihood, impact, level and score.
fn told(rating: Rating) -> (u8, u8, &'static str, u8) {
    (rating.likelihood, rating.impact, rating.level.word(), rating.score)
}

/// Asserts the working of a gap, then the inherent and the residual risk.
#[track_caller]
fn works_out(gap: &Gap, working: &[&str], inherent: (u8, u8, &str, u8), residual: (u8, u8, &str, u8)) {
    assert_eq!(lines(gap), working);
    assert_eq!((told(gap.risk.inherent), told(gap.risk.residual)), (inherent, residual));
}

/// A criterion that no control names, in an inventory with this scope and these systems.
fn bare(criterion: &str, scope: &str, systems: &str) -> Gap {
    let yaml = format!(
        "scope: {{ categories: [security, availability]{scope} }}\nsystems: [{systems}]\n\
         controls: [{{ id: X, name: X, criteria: [], status: planned }}]"
    );
    gap(&yaml, &format!("{criterion}:criterion-without-control"))
}

#[test]
fn a_criterion_of_the_organisation_that_no_control_names() {
    // CC1.2 is of moderate impact (60). Impact alone, likelihood 0: very low, 0 + 4 × 60 / 200 = 1.2, so 1.
    // With the fault of 96: very high × moderate is moderate, 21 + 58 × 156 / 200 = 66.24, so 66.
    // It is judged for the organisation, so what its systems are moves nothing.
    let gap = bare("CC1.2", "", "{ id: prod, criticality: very-high, exposure: internet, data: [personal] }");
    let risk = (96, 60, "moderate", 66);
    works_out(&gap, &["impact criterion +60 (+1)", "likelihood fault +96 (+65)"], risk, risk);
    assert_eq!(
        because(&gap, "criterion"),
        Some(
            "CC1.2: Without a check from outside management, serious control problems can be played down for a long time."
        )
    );
    assert_eq!(because(&gap, "fault"), Some("A criterion in scope is named by no control."));
}

#[test]
fn everything_that_makes_a_gap_graver() {
    // A1.1 is of moderate impact: 60 + 8 + 12 + 8 + 4 = 92. Likelihood 96 + 10 stops at 100, so exposure counts 4.
    // Likelihood 0 × 60, 68: very low, 1.2 and 1.36, both 1. × 80, 88, 92: low (very low × high), 5 + 15 × 80 / 200 = 11,
    // 5 + 6.6 = 11.6, so 12, and 5 + 6.9 = 11.9, so 12. Likelihood 96 × 92: high, 80 + 15 × 188 / 200 = 94.1, so 94;
    // 100 × 92: 80 + 15 × 192 / 200 = 94.4, so 94.
    let gap = bare(
        "A1.1",
        ", regulations: [gdpr], commitments: [{ id: SLA, criteria: [A1.1] }, { id: UPTIME, criteria: [A1.1] }]",
        "{ id: prod, criticality: very-high, exposure: internet, data: [logs, personal] }",
    );
    let risk = (100, 92, "high", 94);
    let working = [
        "impact criterion +60 (+1)",
        "impact commitment +8 (+0)",
        "impact criticality +12 (+10)",
        "impact data +8 (+1)",
        "impact regulation +4 (+0)",
        "likelihood fault +96 (+82)",
        "likelihood exposure +4 (+0)",
    ];
    works_out(&gap, &working, risk, risk);
    let reasons = [
        ("commitment", "Customers were promised something that rests on it (`SLA`)."),
        ("criticality", "Very much depends on `prod`."),
        ("data", "`prod` holds data of the class `personal`."),
        ("regulation", "GDPR protects data that `prod` holds."),
        ("exposure", "`prod` can be reached from anywhere on the internet."),
    ];
    for (factor, words) in reasons {
        assert_eq!(because(&gap, factor), Some(words));
    }
}

#[test]
fn impact_stops_at_a_hundred() {
    // CC6.1 is of very high impact: 96 + 8 stops at 100, so the promise counts 4 and what follows nothing at all.
    // Likelihood 0 × 96: low, 5 + 15 × 96 / 200 = 12.2, so 12; × 100: 12.5, so 13. 96 × 100: 96 + 4 × 196 / 200 = 99.92.
    let gap = bare(
        "CC6.1",
        ", regulations: [gdpr], commitments: [{ id: SLA, criteria: [CC6.1] }]",
        "{ id: prod, criticality: high, data: [personal] }",
    );
    let risk = (96, 100, "very-high", 100);
    let working = ["impact criterion +96 (+12)", "impact commitment +4 (+1)", "likelihood fault +96 (+87)"];
    works_out(&gap, &working, risk, risk);
}

#[test]
fn likelihood_stops_at_zero() {
    // A vague description counts 4; the control beside it was tested, which would take 20 off: it takes the 4 there are.
    // The control's own evidence would take 5 more off nothing. Impact 82. Likelihood 4 × 82: very low × high is low,
    // 5 + 15 × 86 / 200 = 11.45, so 11; 0 × 82: 5 + 15 × 82 / 200 = 11.15, so 11.
    let yaml = "systems: [{ id: prod }]
controls:
  - { id: A, name: A, criteria: [CC6.3], status: implemented, owner: jane, evidence: [{ url: a, collected: 2026-11-01 }] }
  - { id: B, name: B, criteria: [CC6.3], status: implemented, owner: jane, frequency: quarterly,
      tests: [{ of: design, date: 2026-11-01, by: alex, conclusion: effective }] }";
    let gap = gap(yaml, "A:control-without-frequency");
    let working =
        ["impact criterion +82 (+11)", "likelihood fault +4 (+0)", "likelihood other control -4 (+0) mitigates"];
    works_out(&gap, &working, (4, 82, "low", 11), (0, 82, "low", 11));
    assert_eq!(because(&gap, "other control"), Some("`B` is in place beside it, and its design was tested."));
}

#[test]
fn criticality_and_exposure_count_both_ways() {
    // CC7.2 is of high impact (82), the fault of 96.
    let cases = [
        ("", 96, 82),
        (", criticality: very-low", 96, 74),
        (", criticality: low", 96, 74),
        (", criticality: moderate", 96, 82),
        (", criticality: high", 96, 90),
        (", criticality: very-high", 96, 94),
        (", exposure: internet", 100, 82),
        (", exposure: partner", 100, 82),
        (", exposure: internal", 96, 82),
        (", exposure: isolated", 86, 82),
    ];
    for (fields, likelihood, impact) in cases {
        let rating = bare("CC7.2", "", &format!("{{ id: prod{fields} }}")).risk.inherent;
        assert_eq!((rating.likelihood, rating.impact), (likelihood, impact), "{fields}");
    }
    let reason = |fields: &str, factor: &str| {
        because(&bare("CC7.2", "", &format!("{{ id: prod, {fields} }}")), factor).map(str::to_owned)
    };
    assert_eq!(reason("criticality: low", "criticality").as_deref(), Some("Little depends on `prod`."));
    assert_eq!(reason("criticality: high", "criticality").as_deref(), Some("Much depends on `prod`."));
    let from = |exposure| reason(exposure, "exposure").unwrap();
    assert_eq!(from("exposure: partner"), "`prod` can be reached from partners' networks.");
    assert_eq!(from("exposure: isolated"), "`prod` can be reached from nowhere outside itself.");
}

#[test]
fn the_worst_of_several_systems_counts() {
    let pair = |one: &str, other: &str| {
        let rating = bare("CC7.2", "", &format!("{{ id: a, {one} }}, {{ id: b, {other} }}")).risk.inherent;
        (rating.likelihood, rating.impact)
    };
    assert_eq!(pair("criticality: high", "criticality: very-high"), (96, 82 + 12));
    assert_eq!(pair("criticality: very-high", "criticality: high"), (96, 82 + 12));
    assert_eq!(pair("criticality: low", "criticality: low"), (96, 82 - 8));
    // Nothing said of one of them outweighs that little depends on the other.
    assert_eq!(pair("criticality: low", "name: B"), (96, 82));
    assert_eq!(pair("exposure: isolated", "exposure: isolated"), (86, 82));
    assert_eq!(pair("exposure: internal", "exposure: isolated"), (96, 82));
    // Data and criticality add up, each taken where it is worst.
    assert_eq!(pair("criticality: high", "data: [health]"), (96, 98));
}

#[test]
fn data_that_harms_others_counts_and_laws_that_protect_it() {
    // A1.1: 60, data + 8, a law + 4.
    let impact = |regulations: &str, data: &str| {
        let systems = format!("{{ id: prod, data: [{data}] }}");
        bare("A1.1", &format!(", regulations: [{regulations}]"), &systems).risk.inherent.impact
    };
    let sensitive = [
        "personal",
        "sensitive-personal",
        "health",
        "payment",
        "cardholder",
        "credentials",
        "secrets",
        "customer-content",
        "Customer_Content",
        "customer",
        "financial",
        "confidential",
    ];
    for class in sensitive {
        assert_eq!(impact("", class), 68, "{class}");
    }
    assert_eq!(impact("gdpr", "logs"), 60);
    let protected = [
        ("gdpr", "health"),
        ("uk-gdpr", "sensitive-personal"),
        ("ccpa", "personal"),
        ("hipaa", "health"),
        ("pci-dss", "cardholder"),
        ("glba", "financial"),
        ("sox", "financial"),
    ];
    for (law, class) in protected {
        assert_eq!(impact(law, class), 72, "{law}");
        assert_eq!(impact(law, "credentials"), 68, "{law} says nothing of credentials");
    }
    assert_eq!(impact("hipaa, sox", "personal"), 68, "neither protects personal data as such");
}

#[test]
fn a_promise_counts_once_and_only_for_what_it_rests_on() {
    let impact = |commitments: &str| {
        bare("A1.1", &format!(", commitments: [{commitments}]"), "{ id: prod }").risk.inherent.impact
    };
    assert_eq!(impact("{ id: SLA, criteria: [A1.1] }"), 68);
    assert_eq!(impact("{ id: SLA, criteria: [A1.1] }, { id: B, criteria: [A1.1] }"), 68);
    assert_eq!(impact("{ id: SLA, criteria: [A1.2] }"), 60);
    assert_eq!(impact("{ id: SLA }"), 60);
}

/// Two systems, of which the controls for CC6.3 cover only the first.
const LEGACY: &str = "systems:
  - { id: prod, criticality: very-high, exposure: internet, data: [personal] }
  - { id: legacy, criticality: low, exposure: isolated }
";

#[test]
fn a_gap_of_one_system_weighs_only_that_system() {
    // CC6.3 is of high impact: 82 - 8 = 74. Likelihood 70 - 10 = 60; a control that leaves the system out takes nothing off.
    // 0 × 82: low, 5 + 15 × 82 / 200 = 11.15, so 11; 0 × 74: very low, 4 × 74 / 200 = 1.48, so 1.
    // 70 × 74: moderate, 21 + 58 × 144 / 200 = 62.76, so 63; 60 × 74: 21 + 58 × 134 / 200 = 59.86, so 60.
    let yaml = format!(
        "{LEGACY}controls: [{{ id: A, name: A, criteria: [CC6.3], status: implemented, systems: [prod],
           evidence: [{{ url: a, collected: 2026-11-01 }}] }}]"
    );
    let gap = gap(&yaml, "CC6.3:system-not-covered:legacy");
    let working = [
        "impact criterion +82 (+11)",
        "impact criticality -8 (-10)",
        "likelihood fault +70 (+62)",
        "likelihood exposure -10 (-3)",
    ];
    works_out(&gap, &working, (60, 74, "moderate", 60), (60, 74, "moderate", 60));
    assert_eq!(because(&gap, "criticality"), Some("Little depends on `legacy`."));
}

#[test]
fn a_humble_system_makes_no_light_of_what_also_touches_the_organisation() {
    // A planned control (85) for CC6.3, judged by system, and CC9.2, judged for the organisation, both of high impact (82).
    let rating = |criteria: &str, system: &str| {
        let yaml = format!(
            "systems: [{{ id: prod, {system} }}]\ncontrols: [{{ id: A, name: A, criteria: [{criteria}], status: planned }}]"
        );
        let rating = gap(&yaml, "A:control-not-in-place").risk.inherent;
        (rating.likelihood, rating.impact)
    };
    let (humble, exposed) = ("criticality: low, exposure: isolated", "criticality: high, exposure: internet");
    assert_eq!(rating("CC6.3", humble), (75, 74));
    assert_eq!(rating("CC6.3, CC9.2", humble), (85, 82), "so that covering CC6.3 alone never makes the rest worse");
    assert_eq!(rating("CC9.2", humble), (85, 82));
    assert_eq!(rating("CC6.3, CC9.2", exposed), (95, 90));
    assert_eq!(rating("CC9.2", exposed), (85, 82));
}

#[test]
fn exposure_counts_from_a_moderate_likelihood_of_the_fault() {
    // No evidence (55) on a system of the internet: 65. No owner (18) is a fault on paper and stays 18.
    let yaml = "systems: [{ id: prod, exposure: internet }]
controls: [{ id: A, name: A, criteria: [CC6.3], status: implemented }]";
    assert_eq!(told(gap(yaml, "A:evidence-absent").risk.inherent), (65, 82, "moderate", 64)); // 21 + 58 × 147 / 200 = 63.63
    assert_eq!(told(gap(yaml, "A:control-without-owner").risk.inherent), (18, 82, "low", 13)); // 5 + 15 × 100 / 200 = 12.5
}

const TESTED: &str = "tests: [{ of: design, date: 2026-11-01, by: alex, conclusion: effective }]";
const DEFICIENT: &str = "tests: [{ of: design, date: 2026-11-01, by: alex, conclusion: deficient }]";
const SHOWN: &str = "evidence: [{ url: a, collected: 2026-11-01 }]";

/// What is taken off the likelihood that control `M` has no evidence, with other controls beside it: factor and points.
fn taken_off(own: &str, others: &str) -> Vec<(String, i16)> {
    let yaml = format!(
        "systems: [{{ id: prod }}]
controls:
  - {{ id: M, name: M, criteria: [CC6.3, CC6.2], status: implemented{own} }}
{others}"
    );
    let gap = gap(&yaml, "M:evidence-absent");
    assert_eq!(gap.risk.inherent.likelihood, 55);
    gap.risk.working.iter().filter(|factor| factor.mitigates).map(|of| (of.because.to_string(), of.points)).collect()
}

fn beside(id: &str, criteria: &str, rest: &str) -> String {
    format!("  - {{ id: {id}, name: {id}, criteria: [{criteria}], {rest} }}\n")
}

#[test]
fn a_control_covers_for_another_by_what_somebody_looked_at() {
    let cover = |rest: &str| taken_off("", &beside("B", "CC6.2, CC6.3", rest));
    let tested = [("`B` is in place beside it, and its design was tested.".to_owned(), -20)];
    let shown = [("`B` is in place beside it, and evidence in date is on file for it.".to_owned(), -10)];
    assert_eq!(cover(&format!("status: implemented, {TESTED}")), tested);
    assert_eq!(cover(&format!("status: implemented, {TESTED}, {SHOWN}")), tested);
    assert_eq!(cover(&format!("status: implemented, {SHOWN}")), shown);
    assert_eq!(cover("status: implemented"), []);
    assert_eq!(cover(&format!("status: planned, {TESTED}")), []);
    assert_eq!(cover(&format!("status: informal, {TESTED}")), []);
    assert_eq!(cover(&format!("status: implemented, {DEFICIENT}, {SHOWN}")), []);
}

#[test]
fn a_gap_is_only_as_covered_as_its_least_covered_criterion() {
    let tested = format!("status: implemented, {TESTED}");
    let shown = format!("status: implemented, {SHOWN}");
    assert_eq!(taken_off("", &beside("B", "CC6.3", &tested)), [], "CC6.2 is left");
    assert_eq!(taken_off("", &beside("B", "CC6.2", &tested)), [], "CC6.3 is left");
    let both = beside("B", "CC6.3", &tested) + &beside("C", "CC6.2", &shown);
    let weakest = [("`C` is in place beside it, and evidence in date is on file for it.".to_owned(), -10)];
    assert_eq!(taken_off("", &both), weakest);
    let both = beside("B", "CC6.2", &tested) + &beside("C", "CC6.3", &shown);
    assert_eq!(taken_off("", &both), weakest);
    // Of several controls of a criterion the strongest counts, wherever it stands in the file.
    let strongest = [("`C` is in place beside it, and its design was tested.".to_owned(), -20)];
    let three = beside("B", "CC6.2, CC6.3", &shown)
        + &beside("C", "CC6.2, CC6.3", &tested)
        + &beside("D", "CC6.2, CC6.3", &shown);
    assert_eq!(taken_off("", &three), strongest);
    // Of equals the first.
    let equal = beside("C", "CC6.2, CC6.3", &tested) + &beside("D", "CC6.2, CC6.3", &tested);
    assert_eq!(taken_off("", &equal), strongest);
}

#[test]
fn a_control_covers_only_for_the_systems_it_covers() {
    // M has no evidence (55) on prod and legacy. CC6.3 is judged by system, CC5.3 for the organisation.
    let cover = |criterion: &str, of: &str, others: &[(&str, &str)]| {
        let others = others.iter().map(|(systems, rest)| {
            let id = if rest.contains("tests") { "T" } else { "E" };
            format!("  - {{ id: {id}, name: B, criteria: [{criterion}], status: implemented{systems}, {rest} }}\n")
        });
        let yaml = format!(
            "systems: [{{ id: prod }}, {{ id: legacy }}]
controls:
  - {{ id: M, name: M, criteria: [{criterion}], status: implemented{of} }}
{}",
            others.collect::<String>()
        );
        let gap = gap(&yaml, "M:evidence-absent");
        gap.risk.inherent.likelihood - gap.risk.residual.likelihood
    };
    let (prod, legacy) = (", systems: [prod]", ", systems: [legacy]");
    assert_eq!(cover("CC6.3", "", &[("", TESTED)]), 20);
    assert_eq!(cover("CC6.3", "", &[(prod, TESTED)]), 0, "legacy is left");
    assert_eq!(cover("CC6.3", prod, &[(prod, TESTED)]), 20);
    assert_eq!(cover("CC6.3", prod, &[(legacy, TESTED)]), 0);
    assert_eq!(cover("CC6.3", "", &[(prod, TESTED), (legacy, SHOWN)]), 10, "as much as where least is done");
    assert_eq!(cover("CC6.3", legacy, &[(prod, TESTED), (legacy, SHOWN)]), 10);
    assert_eq!(cover("CC6.3", "", &[(prod, TESTED), ("", SHOWN)]), 10);
    assert_eq!(cover("CC5.3", "", &[(prod, TESTED)]), 20);
    assert_eq!(cover("CC5.3", prod, &[(legacy, TESTED)]), 20);
}

#[test]
fn what_a_criterion_rests_on_is_not_told_of_as_beside_it() {
    let yaml = format!(
        "systems: [{{ id: prod }}]\ncontrols: [{{ id: A, name: A, criteria: [CC6.3], status: implemented, {TESTED} }}]"
    );
    let gap = gap(&yaml, "CC6.3:single-control-reliance");
    assert_eq!(because(&gap, "other control"), Some("`A` is in place, and its design was tested."));
}

#[test]
fn a_control_never_covers_for_itself() {
    let own = [("Its own design was tested and found effective.".to_owned(), -10)];
    assert_eq!(taken_off(&format!(", {TESTED}"), ""), own);
    // It is the strongest of its criteria; the next one covers for it.
    let shown = beside("B", "CC6.2, CC6.3", &format!("status: implemented, {SHOWN}"));
    let next = [
        ("`B` is in place beside it, and evidence in date is on file for it.".to_owned(), -10),
        ("Its own design was tested and found effective.".to_owned(), -10),
    ];
    assert_eq!(taken_off(&format!(", {TESTED}"), &shown), next);
    assert_eq!(taken_off(&format!(", {TESTED}"), &shown.replace("id: B", "id: Z")).len(), 2);
    assert_eq!(taken_off(&format!(", {TESTED}"), &(shown.clone() + &shown.replace("id: B", "id: A")))[0].1, -10);
}

#[test]
fn own_support_is_a_test_of_design_or_other_evidence() {
    // No owner counts 18. A test of its design takes 10 off, evidence 5, both together 10.
    // Impact 82: 18 × 82 is low, 5 + 15 × 100 / 200 = 12.5, so 13; 8 × 82: 5 + 15 × 90 / 200 = 11.75, so 12;
    // 13 × 82: 5 + 15 × 95 / 200 = 12.13, so 12.
    let residual = |rest: &str| {
        let yaml = format!(
            "systems: [{{ id: prod }}]\ncontrols: [{{ id: A, name: A, criteria: [CC6.3], status: implemented{rest} }}]"
        );
        let gap = gap(&yaml, "A:control-without-owner");
        assert_eq!(told(gap.risk.inherent), (18, 82, "low", 13));
        (told(gap.risk.residual), because(&gap, "own support").map(str::to_owned))
    };
    let evidence = Some("Other evidence in date is on file for it.".to_owned());
    let test = Some("Its own design was tested and found effective.".to_owned());
    assert_eq!(residual(""), ((18, 82, "low", 13), None));
    assert_eq!(residual(&format!(", {SHOWN}")), ((13, 82, "low", 12), evidence));
    assert_eq!(residual(&format!(", {TESTED}")), ((8, 82, "low", 12), test.clone()));
    assert_eq!(residual(&format!(", {TESTED}, {SHOWN}")), ((8, 82, "low", 12), test));
    assert_eq!(residual(&format!(", {DEFICIENT}, {SHOWN}")), ((18, 82, "low", 13), None));
}

/// The year of a Type II report, of which three quarters are over.
const YEAR: &str = "scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }";
/// Evidence of three quarters, and of two.
const RAN: &str = "frequency: quarterly, evidence: [{ url: a, collected: 2026-11-03,
    covers: { start: 2026-01-01, end: 2026-10-31 } }]";
const MISSED: &str = "frequency: quarterly, evidence: [{ url: a, collected: 2026-11-03,
    covers: { start: 2026-01-01, end: 2026-06-30 } }]";

/// Tests of operation with these days and conclusions.
fn operation(tests: &[(&str, &str)]) -> String {
    let tests =
        tests.iter().map(|(date, rest)| format!("{{ of: operation, date: {date}, by: alex, conclusion: {rest} }}"));
    format!("tests: [{}]", tests.collect::<Vec<_>>().join(", "))
}

/// What is taken off the likelihood of a gap about control `M`, with other controls beside it: factor and points.
fn taken_off_in(scope: &str, id: &str, own: &str, others: &str) -> Vec<(String, i16)> {
    let yaml = format!(
        "{scope}
systems: [{{ id: prod }}]
controls:
  - {{ id: M, name: M, criteria: [CC6.3, CC6.2], status: implemented, {own} }}
{others}"
    );
    let gap = gap(&yaml, id);
    gap.risk.working.iter().filter(|factor| factor.mitigates).map(|of| (of.because.to_string(), of.points)).collect()
}

#[test]
fn what_did_not_operate_is_covered_for_by_what_did() {
    let own = operation(&[("2026-04-15", "deficient")]);
    let cover = |rest: &str| {
        let beside = beside("B", "CC6.2, CC6.3", rest);
        taken_off_in(YEAR, "M:operation-deficient", &own, &beside)
    };
    let ran = [("`B` is in place beside it, and evidence shows that it operated whenever it was due.".to_owned(), -10)];
    let tested = [("`B` is in place beside it, and its operation was tested and found effective.".to_owned(), -20)];
    assert_eq!(cover(&format!("status: implemented, {RAN}")), ran);
    let with = |tests: &[(&str, &str)]| cover(&format!("status: implemented, {RAN}, {}", operation(tests)));
    assert_eq!(with(&[("2026-10-15", "effective")]), tested);
    // The last test counts, and of several on one day the worst; a deviation put right leaves what is on file.
    let settled = "exception, exceptions: [{ resolved: 2026-11-01 }]";
    assert_eq!(with(&[("2026-10-15", settled)]), ran);
    assert_eq!(with(&[("2026-10-14", "effective"), ("2026-10-15", settled)]), ran);
    assert_eq!(with(&[("2026-10-15", "effective"), ("2026-10-15", settled)]), ran);
    assert_eq!(with(&[("2026-10-15", settled), ("2026-10-16", "effective")]), tested);
    assert_eq!(with(&[("2026-10-15", "deficient"), ("2026-10-16", "effective")]), tested);
    assert_eq!(with(&[("2026-10-15", "exception")]), []);
    assert_eq!(with(&[("2026-10-15", "effective, exceptions: [{ item: a }]")]), []);
    assert_eq!(with(&[("2026-10-15", "deficient")]), []);
    assert_eq!(with(&[("2026-10-14", "effective"), ("2026-10-15", "deficient")]), []);
    // Before the period, or after the day of the assessment, nothing was tested.
    assert_eq!(with(&[("2025-12-31", "effective")]), ran);
    assert_eq!(with(&[("2026-11-23", "effective")]), ran);
    // A test shows that it operated, too, where no frequency says when it had to.
    assert_eq!(cover(&format!("status: implemented, {}", operation(&[("2026-10-15", "effective")]))), tested);
}

#[test]
fn what_missed_a_time_or_is_not_laid_down_covers_for_no_operation() {
    let own = operation(&[("2026-04-15", "deficient")]);
    let effective = operation(&[("2026-10-15", "effective")]);
    let cover = |rest: &str| {
        let beside = beside("B", "CC6.2, CC6.3", rest);
        taken_off_in(YEAR, "M:operation-deficient", &own, &beside).len()
    };
    assert_eq!(cover(&format!("status: implemented, {RAN}, {effective}")), 1);
    assert_eq!(cover(&format!("status: implemented, {MISSED}, {effective}")), 0);
    assert_eq!(cover(&format!("status: implemented, {MISSED}")), 0);
    assert_eq!(cover(&format!("status: informal, {RAN}, {effective}")), 0);
    assert_eq!(cover(&format!("status: planned, {RAN}, {effective}")), 0);
    assert_eq!(cover(&format!("status: retired, until: 2026-11-30, {RAN}, {effective}")), 0);
    assert_eq!(cover(&format!("status: implemented, since: 2027-01-01, {RAN}, {effective}")), 0);
    assert_eq!(cover("status: implemented"), 0, "nothing shows it");
    // Its design is another question, but a deficient one serves for nothing.
    assert_eq!(cover(&format!("status: implemented, {TESTED}")), 0);
    let design = "{ of: design, date: 2026-11-01, by: alex, conclusion: CONCLUSION }";
    let both = format!("{}, {design}]", effective.trim_end_matches(']'));
    assert_eq!(cover(&format!("status: implemented, {RAN}, {}", both.replace("CONCLUSION", "effective"))), 1);
    assert_eq!(cover(&format!("status: implemented, {RAN}, {}", both.replace("CONCLUSION", "deficient"))), 0);
}

#[test]
fn operation_is_as_covered_as_its_least_covered_criterion() {
    let own = operation(&[("2026-04-15", "deficient")]);
    let tested = format!("status: implemented, {RAN}, {}", operation(&[("2026-10-15", "effective")]));
    let ran = format!("status: implemented, {RAN}");
    let cover = |others: &str| {
        let off = taken_off_in(YEAR, "M:operation-deficient", &own, others);
        off.first().map(|(why, points)| (why.split(' ').next().unwrap().to_owned(), *points))
    };
    assert_eq!(cover(&beside("B", "CC6.3", &tested)), None, "CC6.2 is left");
    assert_eq!(cover(&(beside("B", "CC6.3", &tested) + &beside("C", "CC6.2", &ran))), Some(("`C`".to_owned(), -10)));
    assert_eq!(cover(&beside("B", "CC6.3, CC6.2", &format!("{tested}, systems: []"))), None, "on no system");
}

#[test]
fn only_gaps_of_operation_ask_what_operated() {
    let ran = beside("B", "CC6.2, CC6.3", &format!("status: implemented, {RAN}"));
    let designed = beside("B", "CC6.2, CC6.3", &format!("status: implemented, {TESTED}"));
    let of = |scope: &str, rule: &str, own: &str, others: &str| {
        let off = taken_off_in(scope, &format!("M:{rule}"), own, others);
        off.iter().map(|(why, points)| (why.contains("operat"), *points)).collect::<Vec<_>>()
    };
    let outside = "evidence: [{ url: b, collected: 2025-12-31 }]";
    assert_eq!(of(YEAR, "evidence-outside-period", outside, &ran), [(true, -10)]);
    assert_eq!(of(YEAR, "evidence-outside-period", outside, &designed), []);
    assert_eq!(of(YEAR, "evidence-stale", outside, &ran), [(false, -10)], "evidence in date");
    assert_eq!(of(YEAR, "evidence-stale", outside, &designed), [(false, -20)]);
    // A Type I report looks at no operation, so nothing covers for it and nothing of its own supports it.
    let by_owner = "owner: jane, tests: [{ of: design, date: 2026-11-01, by: jane, conclusion: effective },
        { of: operation, date: 2026-10-15, by: alex, conclusion: effective }]";
    assert_eq!(of("", "tester-not-independent", by_owner, &ran), []);
    assert_eq!(of("", "tester-not-independent", by_owner, &designed), []);
    // A likelihood of 15 less 10 has but 5 left to lose.
    assert_eq!(of(YEAR, "tester-not-independent", by_owner, &ran), [(true, -10), (true, -5)]);
}

#[test]
fn its_own_operation_found_effective_supports_a_control() {
    let off = |own: &str| taken_off_in(YEAR, "M:operating-exceptions", own, "");
    let own = [("Its own operation was last tested and found effective.".to_owned(), -10)];
    assert_eq!(off(&operation(&[("2026-10-15", "exception"), ("2026-10-16", "effective")])), own);
    assert_eq!(off(&operation(&[("2026-10-15", "exception"), ("2026-10-14", "effective")])), []);
    assert_eq!(off(&operation(&[("2026-10-15", "exception"), ("2026-10-15", "effective")])), []);
    let tests = operation(&[("2026-10-15", "exception"), ("2026-10-16", "effective")]);
    let design =
        tests.replace("tests: [", "tests: [{ of: design, date: 2026-11-01, by: alex, conclusion: CONCLUSION }, ");
    assert_eq!(off(&design.replace("CONCLUSION", "effective")), own);
    assert_eq!(off(&design.replace("CONCLUSION", "deficient")), [], "it serves for nothing");
    // Neither design nor evidence supports what a test found of operation.
    let design =
        design.replace("2026-10-16, by: alex, conclusion: effective", "2026-10-16, by: alex, conclusion: exception");
    assert_eq!(off(&format!("{}, {RAN}", design.replace("CONCLUSION", "effective"))), []);
}

#[test]
fn exceptions_put_right_and_tested_again_with_a_control_beside_them() {
    // 82 × 0: low, 5 + 15 × 82 / 200 = 11.15, so 11. Likelihood 60, 70, 76, 51 and 31 × 82, all moderate: 21 + 58 × 142 / 200
    // = 62.18, × 152 = 65.08, × 158 = 66.82, × 133 = 59.57, × 113 = 53.77. Another control: 11 × 82, low, 5 + 15 × 93 / 200
    // = 11.98, so 12; its own last test: 1 × 82, low still (very low × high), 5 + 15 × 83 / 200 = 11.23, so 11.
    let first = "exception, sample: { size: 5 }, exceptions: [{ item: a, resolved: 2026-10-20 }]";
    let own = operation(&[("2026-10-15", first), ("2026-11-01", "effective")]);
    let tested = operation(&[("2026-10-15", "effective")]);
    let yaml = format!(
        "{YEAR}
systems: [{{ id: prod }}]
controls:
  - {{ id: M, name: M, criteria: [CC6.3], status: implemented, {own} }}
{}",
        beside("B", "CC6.3", &format!("status: implemented, {RAN}, {tested}"))
    );
    let working = [
        "impact criterion +82 (+11)",
        "likelihood fault +60 (+51)",
        "likelihood rate +10 (+3)",
        "likelihood root cause +6 (+2)",
        "likelihood resolved -25 (-7)",
        "likelihood retested -20 (-6)",
        "likelihood other control -20 (-42) mitigates",
        "likelihood own support -10 (-1) mitigates",
    ];
    works_out(&gap(&yaml, "M:operating-exceptions"), &working, (31, 82, "moderate", 54), (1, 82, "low", 11));
}

#[test]
fn a_gap_that_touches_no_criterion_weighs_little() {
    // A control mapped to nothing: impact 12, likelihood 10; evidence on file takes 5 off. All low:
    // 5 + 15 × 22 / 200 = 6.65, so 7; 5 + 15 × 17 / 200 = 6.28, so 6. Impact alone, 0 × 12: very low, 4 × 12 / 200 = 0.24.
    let yaml = format!(
        "systems: [{{ id: prod, criticality: very-high, exposure: internet, data: [personal] }}]
controls:
  - {{ id: A, name: A, criteria: [], status: implemented, {SHOWN} }}
  - {{ id: B, name: B, criteria: [CC6.3], status: implemented, {TESTED} }}"
    );
    let gap = gap(&yaml, "A:control-unmapped");
    let working =
        ["impact criterion +12 (+0)", "likelihood fault +10 (+7)", "likelihood own support -5 (-1) mitigates"];
    works_out(&gap, &working, (10, 12, "low", 7), (5, 12, "low", 6));
    assert_eq!(because(&gap, "criterion"), Some("It touches no criterion of the report."));
}

#[test]
fn a_circumstance_is_a_line_of_its_own() {
    // A promise that names no criterion: 80 - 40 = 40 × 12 is low. 80 × 12: 5 + 15 × 92 / 200 = 11.9, so 12;
    // 40 × 12: 5 + 15 × 52 / 200 = 8.9, so 9.
    let yaml = "scope: { commitments: [{ id: SLA }] }\nsystems: [{ id: prod }]\n\
                controls: [{ id: A, name: A, criteria: [CC6.3], status: implemented }]";
    let gap = gap(yaml, "SLA:commitment-uncovered");
    let working = ["impact criterion +12 (+0)", "likelihood fault +80 (+12)", "likelihood nothing named -40 (-3)"];
    works_out(&gap, &working, (40, 12, "low", 9), (40, 12, "low", 9));
    assert_eq!(because(&gap, "nothing named"), Some("It may be covered; nobody said by what."));
}

#[test]
fn a_gap_of_the_scope_concerns_the_whole_report() {
    // No systems: impact 60, likelihood 12. 0 × 60: very low, 1.2; 12 × 60: low, 5 + 15 × 72 / 200 = 10.4, so 10.
    let yaml = "controls: [{ id: A, name: A, criteria: [CC6.3], status: implemented }]";
    let gap = gap(yaml, "scope:systems-undefined");
    let risk = (12, 60, "low", 10);
    works_out(&gap, &["impact scope +60 (+1)", "likelihood fault +12 (+9)"], risk, risk);
    assert_eq!(because(&gap, "scope"), Some("It concerns the report as a whole."));
}

#[test]
fn no_control_covers_for_a_fault_of_the_scope_or_of_a_decision() {
    let yaml = format!(
        "scope: {{ not_applicable: [{{ criteria: [CC6.3], rationale: None., approved_by: cto }}] }}
systems: [{{ id: prod }}]
controls:
  - {{ id: A, name: A, criteria: [CC6.2, CC6.3], status: implemented, {TESTED} }}
  - {{ id: B, name: B, criteria: [CC6.2, CC6.3], status: implemented }}
acceptances:
  - {{ gap: 'B:evidence-absent', rationale: None., approved_by: cto, approved: 2026-01-01, expires: 2026-11-21 }}"
    );
    let mitigated = |id: &str| gap(&yaml, id).risk.working.iter().any(|factor| factor.mitigates);
    assert!(mitigated("B:evidence-absent"));
    assert!(!mitigated("B:acceptance-expired:evidence-absent"));
    assert!(!mitigated("CC6.3:common-criterion-excluded"));
}

#[test]
fn the_gravest_criterion_counts_and_of_equals_the_first() {
    let criterion = |criteria: &str| {
        let yaml = format!(
            "systems: [{{ id: prod }}]\ncontrols: [{{ id: A, name: A, criteria: [{criteria}], status: implemented }}]"
        );
        let gap = gap(&yaml, "A:evidence-absent");
        (gap.risk.inherent.impact, because(&gap, "criterion").unwrap().split(':').next().unwrap().to_owned())
    };
    assert_eq!(criterion("CC1.2, CC6.3"), (82, "CC6.3".to_owned()));
    assert_eq!(criterion("CC6.2, CC6.3"), (82, "CC6.2".to_owned()));
    assert_eq!(criterion("CC6.1, CC6.2"), (96, "CC6.1".to_owned()));
    assert_eq!(criterion("CC6.2, CC8.1, CC9.2"), (96, "CC8.1".to_owned()));
}
