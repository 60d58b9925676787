//! What is said about decisions that no longer fit the gap they are about: whole sentences, and days on both sides of a limit.
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
use gapcheck::model::gap::{Gap, Treatment};
use gapcheck::model::level::Level;
use gapcheck::model::rule::GapNature;
use gapcheck::{Request, load};

const INVENTORY: &str = "
organization: Acme
systems: [{ id: app, name: Application }]
people: [{ id: jane, name: Jane Roe }, { id: cto, name: Chris Moe }]
controls:
  - { id: AC-02, name: Access review, criteria: [CC6.3], status: implemented, owner: jane, evidence: [] }
";

/// All gaps of the inventory with decisions added, on 2026-11-22.
fn gaps(decisions: &str) -> Vec<Gap> {
    let sources = load::inventory::single("inventory.yaml", &format!("{INVENTORY}{decisions}\n"));
    let catalog = load::catalog::bundled().unwrap();
    let as_of = Date::new(2026, 11, 22).unwrap();
    let inventory = gapcheck::read(&sources, &catalog, as_of).unwrap_or_else(|problems| panic!("{problems:?}"));
    let request = Request { as_of, fail_on: None, baseline: None };
    gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request).gaps
}

/// The gaps of decisions.
fn about_decisions(decisions: &str) -> Vec<Gap> {
    gaps(decisions).into_iter().filter(|gap| gap.finding.rule.nature == GapNature::Treatment).collect()
}

fn only(decisions: &str) -> Gap {
    let mut found = about_decisions(decisions);
    assert_eq!(found.len(), 1, "{:?}", found.iter().map(Gap::id).collect::<Vec<_>>());
    found.remove(0)
}

fn silent(decisions: &str) {
    let found: Vec<String> = about_decisions(decisions).iter().map(|gap| gap.id().to_owned()).collect();
    assert_eq!(found, Vec::<String>::new());
}

fn acceptance(gap: &str, fields: &str) -> String {
    format!("acceptances: [{{ gap: '{gap}', rationale: Later., {fields} }}]")
}

fn entry(gap: &str, fields: &str) -> String {
    format!("remediation: [{{ gap: '{gap}', {fields} }}]")
}

/// The level of the gap that most decisions here are about.
fn absent_level() -> Level {
    gaps("").iter().find(|gap| gap.id() == "AC-02:evidence-absent").unwrap().risk.level()
}

#[test]
fn an_acceptance_expires_the_day_after_its_last() {
    let on = |last: &str| {
        acceptance("AC-02:evidence-absent", &format!("approved_by: cto, approved: 2026-05-04, expires: {last}"))
    };
    silent(&on("2026-11-22"));
    let found = only(&on("2026-11-21"));
    assert_eq!(found.id(), "AC-02:acceptance-expired:evidence-absent");
    assert_eq!(found.finding.title, "Access review: the acceptance of evidence-absent has expired");
    assert_eq!(
        found.finding.current_state,
        format!(
            "The acceptance of `AC-02:evidence-absent`, signed by Chris Moe on 2026-05-04, ran out on 2026-11-21, 1 day ago. The gap is still there, at {} risk, and counts as open.",
            absent_level().plain()
        )
    );
    assert_eq!(found.finding.criteria.iter().map(ToString::to_string).collect::<Vec<_>>(), ["CC6.3"]);
    assert_eq!((found.finding.control, found.finding.owner.as_deref()), (Some(0), Some("jane")));
    let accepted = gaps(&on("2026-11-22")).into_iter().find(|gap| gap.id() == "AC-02:evidence-absent").unwrap();
    assert_eq!(accepted.treatment, Treatment::Accepted(0));
}

#[test]
fn an_acceptance_of_a_gap_that_is_not_there_is_unused() {
    let found = only(&acceptance("CC6.3:system-not-covered:app", "approved_by: cto, expires: 2027-02-01"));
    assert_eq!(found.id(), "CC6.3:acceptance-unused:system-not-covered:app");
    assert_eq!(
        found.finding.title,
        "Role-based access and least privilege: the acceptance of system-not-covered:app meets no gap"
    );
    assert_eq!(
        found.finding.current_state,
        "An acceptance signed by Chris Moe on a day that is not given names `CC6.3:system-not-covered:app`. The assessment finds no such gap."
    );
    assert_eq!(found.finding.owner.as_deref(), Some("cto"));
    assert!(found.finding.criteria.is_empty());
    // What is itself about a decision is left alone.
    silent(&acceptance("AC-02:acceptance-expired:evidence-absent", "approved_by: cto, expires: 2027-02-01"));
}

#[test]
fn an_acceptance_holds_for_the_level_signed_for() {
    let level = absent_level();
    let at = |level: Level| {
        let fields = format!("approved_by: cto, approved: 2026-10-01, expires: 2027-02-01, level: {level}");
        acceptance("AC-02:evidence-absent", &fields)
    };
    silent(&at(level));
    let risen = only(&at(Level::VeryLow));
    assert_eq!(risen.id(), "AC-02:acceptance-outdated:evidence-absent");
    assert_eq!(risen.finding.title, "Access review: the risk of evidence-absent has risen above what was accepted");
    assert_eq!(
        risen.finding.current_state,
        format!(
            "`AC-02:evidence-absent` was accepted at very low risk, signed by Chris Moe on 2026-10-01; today its risk is {}. It has risen, so the acceptance does not count.",
            level.plain()
        )
    );
    assert_eq!(risen.risk.residual.likelihood, 18);
    let fallen = only(&at(Level::VeryHigh));
    assert_eq!(fallen.finding.title, "Access review: the risk of evidence-absent has fallen below what was accepted");
    assert!(fallen.finding.current_state.ends_with("It has fallen, so the acceptance covers more than there is."));
    assert_eq!(fallen.risk.residual.likelihood, 12);
}

#[test]
fn nobody_accepts_a_gap_of_their_own() {
    let by = |who: &str| {
        acceptance("AC-02:evidence-absent", &format!("approved_by: {who}, approved: 2026-10-01, expires: 2027-02-01"))
    };
    silent(&by("cto"));
    let found = only(&by("jane"));
    assert_eq!(found.id(), "AC-02:acceptance-self-approved:evidence-absent");
    assert_eq!(found.finding.title, "Access review: the acceptance of evidence-absent was signed by its own owner");
    assert_eq!(
        found.finding.current_state,
        "Jane Roe signed the acceptance of `AC-02:evidence-absent` and is also the one who would have to close the gap. The acceptance does not count."
    );
    // Once the task is another's, the control's owner may sign.
    silent(&format!("{}\n{}", by("jane"), entry("AC-02:evidence-absent", "owner: cto")));
}

#[test]
fn an_entry_for_a_gap_that_is_not_there_is_unused() {
    let found = only(&entry("AC-02:evidence-stale", "owner: jane, status: blocked"));
    assert_eq!(found.id(), "AC-02:remediation-unused:evidence-stale");
    assert_eq!(found.finding.title, "Access review: the remediation entry for evidence-stale meets no gap");
    assert_eq!(
        found.finding.current_state,
        "A remediation entry with the status `blocked` names `AC-02:evidence-stale`. The assessment finds no such gap."
    );
    silent(&entry("AC-02:evidence-stale", "owner: jane, status: done"));
    silent(&entry("AC-02:acceptance-expired:evidence-stale", "owner: jane"));
}

#[test]
fn a_task_is_overdue_the_day_after_it_was_due() {
    let due = |due: &str| entry("AC-02:evidence-absent", &format!("owner: jane, due: {due}, status: in-progress"));
    silent(&due("2026-11-22"));
    let found = only(&due("2026-11-21"));
    assert_eq!(found.id(), "AC-02:task-overdue:evidence-absent");
    assert_eq!(found.finding.title, "Access review: closing evidence-absent is 1 day overdue");
    assert_eq!(
        found.finding.current_state,
        format!(
            "`AC-02:evidence-absent` was to be closed by 2026-11-21, 1 day ago. It is still there, at {} risk; the status of the entry is `in-progress`.",
            absent_level().plain()
        )
    );
    // 30 days before 22 November is 23 October; only the day before that is long ago.
    assert_eq!(only(&due("2026-10-23")).risk.residual.likelihood, 12);
    assert_eq!(only(&due("2026-10-22")).risk.residual.likelihood, 18);
    silent(&entry("AC-02:evidence-absent", "owner: jane, due: 2026-10-01, status: done"));
    let accepted = acceptance("AC-02:evidence-absent", "approved_by: cto, expires: 2027-02-01");
    silent(&format!("{}\n{accepted}", due("2026-10-01")));
}

#[test]
fn a_task_without_owner_is_one_that_nobody_has() {
    let found = only(&entry("CC1.1:criterion-without-control", "due: 2026-12-01"));
    assert_eq!(found.id(), "CC1.1:task-without-owner:criterion-without-control");
    assert_eq!(
        found.finding.title,
        "Integrity and ethics set from leadership: closing criterion-without-control is nobody's task"
    );
    assert_eq!(
        found.finding.current_state,
        "The remediation entry for `CC1.1:criterion-without-control` names no owner, and neither a control nor a document behind the gap has one."
    );
    silent(&entry("CC1.1:criterion-without-control", "due: 2026-12-01, owner: jane"));
    silent(&entry("AC-02:evidence-absent", "due: 2026-12-01"));
    silent(&entry("CC1.1:criterion-without-control", "status: done"));
}
