//! The plan: which gaps make one task, who does it, by when, and in what order; every expectation worked out by hand.
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

use gapcheck::assess::rule::RULES;
use gapcheck::assess::standing::standings;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::gap::{Finding, Gap, Treatment};
use gapcheck::model::gap_id::GapId;
use gapcheck::model::level::Level;
use gapcheck::model::plan::{Plan, Task};
use gapcheck::model::risk::{Rating, Risk};
use gapcheck::model::rule::{GapNature, RuleInfo};
use gapcheck::model::settings::Conventions;
use gapcheck::model::words::TaskStatus;
use gapcheck::plan::{Ground, plan};
use gapcheck::{Request, load, map};

const INVENTORY: &str = "
organization: Acme
scope: { milestones: { report: 2027-03-01, fieldwork: 2027-01-15 } }
systems:
  - { id: app, name: Application }
  - { id: legacy, name: Old platform }
documents:
  - { id: POL-1, title: Access control policy, owner: sam, url: 'https://wiki.example/1' }
controls:
  - { id: AC-2, name: Access review, criteria: [CC6.1, CC6.3], status: implemented, owner: jane, systems: [app] }
  - { id: AC-10, name: Single sign-on, criteria: [CC6.1], status: implemented, systems: [app] }
  - { id: AC-11, name: Offboarding, criteria: [CC6.3], status: planned }
";

fn day(month: u32, day: u32) -> Date {
    Date::new(if month < 11 { 2027 } else { 2026 }, month, day).unwrap()
}

/// An open gap of an identity, with a score and the level it lies in.
fn gap(id: &str, score: u8) -> Gap {
    let (_, rule, _) = GapId::split(id).unwrap();
    // Rules live as long as the program; those of a test are as good as any.
    let name = Box::leak(rule.to_owned().into_boxed_str());
    let rule = RuleInfo { name, nature: GapNature::Evidence, likelihood: 50, page: "", since: "0.1.0" };
    let (subject, rest) = id.split_once(':').unwrap();
    let residual = Rating { score, level: Level::of(score), ..Rating::default() };
    Gap {
        finding: Finding { id: GapId::new(&subject, rest), ..Finding::about(Box::leak(Box::new(rule)), &subject) },
        risk: Risk { residual, ..Risk::default() },
        treatment: Treatment::Open,
        number: 0,
    }
}

fn planned(inventory: &str, gaps: &[Gap]) -> Plan {
    let sources = load::inventory::single("inventory.yaml", inventory);
    let catalog = load::catalog::bundled().unwrap();
    let as_of = day(11, 22);
    let inventory = gapcheck::read(&sources, &catalog, as_of).unwrap_or_else(|problems| panic!("{problems:?}"));
    let coverage = map::coverage(&catalog, &inventory);
    let standings = standings(&inventory, &Files::default(), as_of);
    plan(&Ground { catalog: &catalog, inventory: &inventory, coverage: &coverage, standings: &standings, as_of }, gaps)
}

/// The one task of some gaps.
fn task(inventory: &str, gaps: &[Gap]) -> Task {
    let mut plan = planned(inventory, gaps);
    assert_eq!(plan.tasks.len(), 1, "{:?}", plan.tasks);
    plan.tasks.remove(0)
}

/// Gaps, the id of the one task they make, and its title.
static KINDS: [(&[&str], &str, &str); 13] = [
    (
        &["AC-2:evidence-missing", "AC-2:evidence-stale", "AC-2:evidence-altered", "AC-2:evidence-dated-ahead"],
        "T-AC-2:collect-evidence",
        "Collect evidence for AC-2 (Access review)",
    ),
    (&["AC-2:design-untested"], "T-AC-2:test-design", "Test the design of AC-2 (Access review)"),
    (
        &[
            "AC-10:control-informal",
            "AC-10:control-without-owner",
            "AC-10:control-without-frequency",
            "AC-10:control-vaguely-worded",
        ],
        "T-AC-10:describe",
        "Complete the description of AC-10 (Single sign-on)",
    ),
    (&["AC-2:design-deficient"], "T-AC-2:redesign", "Redesign AC-2 (Access review) and test the new design"),
    (&["AC-11:control-not-in-place"], "T-AC-11:put-in-place", "Put AC-11 (Offboarding) in place"),
    (
        &["POL-1:document-unapproved", "POL-1:document-review-overdue", "POL-1:document-missing"],
        "T-POL-1:settle-document",
        "Write, review and approve POL-1 (Access control policy)",
    ),
    (
        &["CC6.2:criterion-without-control"],
        "T-CC6.2:address",
        "Put a control in place for CC6.2 (User registration and removal)",
    ),
    (
        &["CC6.2:single-control-reliance"],
        "T-CC6.2:second-control",
        "Put a second control beside the only one for CC6.2 (User registration and removal)",
    ),
    (
        &["CC6.3:acceptance-expired:system-not-covered:legacy", "CC6.3:acceptance-outdated:system-not-covered:legacy"],
        "T-CC6.3:decide-acceptance:system-not-covered:legacy",
        "Decide anew on the acceptance of CC6.3:system-not-covered:legacy",
    ),
    (
        &["AC-2:task-overdue:evidence-absent"],
        "T-AC-2:follow-up:evidence-absent",
        "Bring the remediation entry for AC-2:evidence-absent up to date",
    ),
    (&["app:data-flow-unprotected:legacy"], "T-app:protect-flow:legacy", "Protect the data flow from app to legacy"),
    (&["scope:period-too-short"], "T-scope:set-period", "Agree an observation period of three to twelve months"),
    (&["SLA:commitment-uncovered"], "T-SLA:stand-behind", "Put controls behind the commitment SLA"),
];

#[test]
fn gaps_that_one_piece_of_work_closes_make_one_task() {
    let gaps: Vec<Gap> = KINDS.iter().flat_map(|(ids, _, _)| *ids).map(|id| gap(id, 40)).collect();
    let plan = planned(INVENTORY, &gaps);
    let tasks: BTreeMap<&str, &Task> = plan.tasks.iter().map(|task| (task.id.as_str(), task)).collect();
    assert_eq!(tasks.len(), KINDS.len());
    for (ids, id, title) in KINDS {
        let task = tasks.get(id).unwrap_or_else(|| panic!("no task {id} among {:?}", tasks.keys()));
        assert_eq!(task.gaps, ids);
        assert_eq!(task.title, title);
    }
}

#[test]
fn a_system_is_covered_once_for_all_its_criteria() {
    let mut gaps = [gap("CC6.1:system-not-covered:legacy", 85), gap("CC6.3:system-not-covered:legacy", 60)];
    for gap in &mut gaps {
        gap.finding.criteria = vec![gap.id().split(':').next().unwrap().parse().unwrap()];
    }
    let covered = task(INVENTORY, &gaps);
    assert_eq!(covered.id, "T-legacy:extend-to");
    // AC-11 names CC6.3 as well, but is only planned: there is nothing to extend yet.
    assert_eq!(covered.title, "Extend AC-2 and AC-10 to legacy (Old platform)");
    assert_eq!(covered.gaps, ["CC6.1:system-not-covered:legacy", "CC6.3:system-not-covered:legacy"]);
    assert_eq!((covered.score, covered.effort.likely), (85, 30));
}

#[test]
fn a_task_is_due_by_the_level_of_its_worst_gap() {
    // From 2026-11-22: 14 days to 6 December; 30 to 22 December; 8 + 31 + 31 + 20 = 90 to 20 February;
    // 8 + 31 + 31 + 28 + 31 + 30 + 21 = 180 to 21 May; 365 to the same day a year later.
    let due = [(97, day(12, 6)), (85, day(12, 22)), (50, day(2, 20)), (12, day(5, 21))];
    for (score, expected) in due {
        assert_eq!(task(INVENTORY, &[gap("AC-2:evidence-stale", score)]).due, expected, "{score}");
    }
    let low = task(INVENTORY, &[gap("AC-2:evidence-stale", 3)]);
    assert_eq!(low.due.to_string(), "2027-11-22");
    let joined = task(INVENTORY, &[gap("AC-2:evidence-stale", 85), gap("AC-2:evidence-missing", 3)]);
    assert_eq!((joined.due, joined.score), (day(12, 22), 85));
}

#[test]
fn the_conventions_for_due_dates_are_printed() {
    let table = Conventions::new(gapcheck::model::settings::Settings::default()).table();
    let row = |name: &str| table.iter().find(|row| row.name == name).map(|row| row.value.as_str());
    assert_eq!(row("a gap of very high risk is to be closed within"), Some("14 days"));
    assert_eq!(row("a gap of high risk is to be closed within"), Some("30 days"));
    assert_eq!(row("a gap of moderate risk is to be closed within"), Some("90 days"));
    assert_eq!(row("a gap of low risk is to be closed within"), Some("180 days"));
    assert_eq!(row("a gap of very low risk is to be closed within"), Some("365 days"));
    assert_eq!(row("a task whose effort nobody stated takes"), Some("what gapcheck proposes for its kind"));
}

#[test]
fn what_matters_most_comes_first_then_what_closes_most_risk_for_a_day_of_work() {
    let gaps = [
        gap("CC6.2:criterion-without-control", 96), // 96 in 5 days: 19.2 a day
        gap("AC-10:evidence-absent", 60),           // with the next 90 in a day
        gap("AC-10:evidence-stale", 30),
        gap("AC-11:design-untested", 45), // 45 in half a day: 90 a day, but the lower score
        gap("AC-10:design-untested", 48), // 48 in half a day: 96 a day
        gap("AC-2:design-untested", 48),  // the same, and AC-2 comes before AC-10
    ];
    let plan = planned(INVENTORY, &gaps);
    let order: Vec<(&str, u32, u8)> =
        plan.tasks.iter().map(|task| (task.id.as_str(), task.effort.likely, task.score)).collect();
    let expected = [
        ("T-CC6.2:address", 50, 96), // very high, and so before all that is moderate
        ("T-AC-2:test-design", 5, 48),
        ("T-AC-10:test-design", 5, 48),
        ("T-AC-10:collect-evidence", 10, 60),
        ("T-AC-11:test-design", 5, 45),
    ];
    assert_eq!(order, expected);
    let reversed: Vec<Gap> = gaps.iter().rev().cloned().collect();
    let again: Vec<String> = planned(INVENTORY, &reversed).tasks.into_iter().map(|task| task.id).collect();
    assert_eq!(again, expected.map(|(id, _, _)| id), "the order of the gaps changes nothing");
}

#[test]
fn the_owner_is_whom_an_entry_names_then_the_rule_then_the_control() {
    let of_control = |id: &str, control: usize| {
        let mut gap = gap(id, 50);
        gap.finding.control = Some(control);
        gap
    };
    // Controls stand by id as people count: AC-2 of jane, AC-10 of nobody.
    assert_eq!(task(INVENTORY, &[of_control("AC-2:evidence-absent", 0)]).owner.as_deref(), Some("jane"));
    assert_eq!(task(INVENTORY, &[of_control("AC-10:evidence-absent", 1)]).owner, None);
    let mut rules_own = of_control("AC-2:evidence-absent", 0);
    rules_own.finding.owner = Some("sam".to_owned());
    assert_eq!(task(INVENTORY, &[rules_own.clone()]).owner.as_deref(), Some("sam"));
    let decided = format!("{INVENTORY}remediation: [{{ gap: 'AC-2:evidence-absent', owner: alex }}]\n");
    assert_eq!(task(&decided, &[rules_own.clone()]).owner.as_deref(), Some("alex"));
    // The named one has the whole task, also where the entry is about a lesser gap of it.
    let reserved = of_control("AC-2:evidence-stale", 0);
    assert_eq!(task(&decided, &[reserved, rules_own]).owner.as_deref(), Some("alex"));
}

#[test]
fn what_was_decided_goes_before_what_is_proposed() {
    let entry = |fields: &str| format!("{INVENTORY}remediation:\n  - {{ gap: 'AC-2:evidence-absent', {fields} }}\n");
    let gaps = [gap("AC-2:evidence-absent", 85), gap("AC-2:evidence-dated-ahead", 10)];
    let whole = "due: 2027-02-01, effort: 3d, status: in-progress, ticket: 'https://t.example/7'";
    let alone = task(&entry(whole), &gaps[..1]);
    assert_eq!((alone.due, alone.effort.likely, alone.status), (day(2, 1), 30, TaskStatus::InProgress));
    assert_eq!(alone.ticket.as_deref(), Some("https://t.example/7"));
    // The second gap has 180 days, to 21 May, so the decided day is still the first.
    let joined = task(&entry(whole), &gaps);
    assert_eq!((joined.due, joined.effort.likely, joined.status), (day(2, 1), 30, TaskStatus::InProgress));
    // Half of nothing decided on the second: the day proposed for collecting evidence is the least.
    assert_eq!(task(&entry("effort: 0d"), &gaps).effort.likely, 10);
    assert_eq!(task(&entry("effort: 0d"), &gaps[..1]).effort.likely, 0);
    let both = format!("{}  - {{ gap: 'AC-2:evidence-dated-ahead', effort: 2d }}\n", entry("effort: 1d"));
    assert_eq!(task(&both, &gaps).effort.likely, 30);
}

#[test]
fn a_task_is_done_when_all_of_its_gaps_are() {
    let status = |first: &str, second: &str| {
        let entries = format!(
            "{INVENTORY}remediation:\n  - {{ gap: 'AC-2:evidence-absent', status: {first} }}\n  - {{ gap: 'AC-2:evidence-stale', status: {second} }}\n"
        );
        task(&entries, &[gap("AC-2:evidence-absent", 50), gap("AC-2:evidence-stale", 40)]).status
    };
    assert_eq!(status("done", "done"), TaskStatus::Done);
    assert_eq!(status("done", "open"), TaskStatus::InProgress);
    assert_eq!(status("in-progress", "open"), TaskStatus::InProgress);
    assert_eq!(status("blocked", "done"), TaskStatus::Blocked);
    assert_eq!(status("open", "open"), TaskStatus::Open);
    assert_eq!(task(INVENTORY, &[gap("AC-2:evidence-absent", 50)]).status, TaskStatus::Open);
}

#[test]
fn what_is_said_to_be_done_stays_and_comes_last() {
    let done = format!("{INVENTORY}remediation: [{{ gap: 'AC-2:design-untested', status: done }}]\n");
    let plan = planned(&done, &[gap("AC-2:design-untested", 99), gap("CC6.2:criterion-without-control", 5)]);
    let order: Vec<(&str, TaskStatus)> = plan.tasks.iter().map(|task| (task.id.as_str(), task.status)).collect();
    assert_eq!(order, [("T-CC6.2:address", TaskStatus::Open), ("T-AC-2:test-design", TaskStatus::Done)]);
}

#[test]
fn accepted_gaps_and_those_known_before_have_no_task() {
    let accepted = Gap { treatment: Treatment::Accepted(0), ..gap("AC-2:evidence-absent", 50) };
    let known = Gap { treatment: Treatment::Baseline, ..gap("AC-10:evidence-absent", 50) };
    assert_eq!(planned(INVENTORY, &[accepted.clone(), known]).tasks.len(), 0);
    // Nor do they join the task of another gap.
    assert_eq!(task(INVENTORY, &[accepted, gap("AC-2:evidence-stale", 30)]).gaps, ["AC-2:evidence-stale"]);
}

#[test]
fn promised_days_are_milestones() {
    let promised = [("fieldwork", day(1, 15)), ("report", day(3, 1))];
    let milestones = planned(INVENTORY, &[]).milestones;
    let known = milestones.iter().filter_map(|known| Some((known.name, known.promised?)));
    let known: Vec<(&str, Date)> = known.collect();
    assert_eq!(known, promised);
}

#[test]
fn every_rule_has_a_remedy_of_its_own() {
    for rule in RULES {
        let id = format!("AC-2:{}:part", rule.info.name);
        let task = task(INVENTORY, &[gap(&id, 50)]);
        assert!(!task.id.contains(":close:"), "{}: say in src/plan/remedy.rs what mends it", rule.info.name);
    }
    assert_eq!(task(INVENTORY, &[gap("AC-2:not-yet-known:part", 50)]).title, "Close AC-2:part");
}

#[test]
fn every_open_gap_is_in_exactly_one_task() {
    let text = format!(
        "{INVENTORY}acceptances: [{{ gap: 'CC1.1:criterion-without-control', rationale: Later., approved_by: cto, expires: 2027-01-01 }}]\n"
    );
    let sources = load::inventory::single("inventory.yaml", &text);
    let catalog = load::catalog::bundled().unwrap();
    let inventory = gapcheck::read(&sources, &catalog, day(11, 22)).unwrap();
    let request = Request { as_of: day(11, 22), fail_on: None, baseline: None };
    let result = gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request);
    let mut in_tasks: Vec<&str> = result.plan.tasks.iter().flat_map(|task| &task.gaps).map(String::as_str).collect();
    let mut open: Vec<&str> = result.gaps.iter().filter(|gap| gap.is_open()).map(Gap::id).collect();
    assert_eq!(result.gaps.len(), open.len() + 1);
    assert!(open.len() >= 30);
    in_tasks.sort_unstable();
    open.sort_unstable();
    assert_eq!(in_tasks, open);
    let mut ids: Vec<&str> = result.plan.tasks.iter().map(|task| task.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), result.plan.tasks.len(), "no two tasks have one id");
    assert_eq!(result.plan.milestones.len(), 6);
}
