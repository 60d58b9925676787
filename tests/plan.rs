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
use gapcheck::model::effort::Effort;
use gapcheck::model::files::Files;
use gapcheck::model::gap::{Finding, Gap, Treatment};
use gapcheck::model::gap_id::GapId;
use gapcheck::model::level::Level;
use gapcheck::model::plan::{Escalation, Forecast, Odds, OwnerFrom, Phase, Plan, Task, Threat};
use gapcheck::model::risk::{Rating, Risk};
use gapcheck::model::rule::{GapNature, RuleInfo};
use gapcheck::model::settings::{Conventions, PlanTerms};
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
    plan(
        &Ground {
            catalog: &catalog,
            inventory: &inventory,
            coverage: &coverage,
            standings: &standings,
            as_of,
            odds: true,
        },
        gaps,
    )
}

/// The one task of some gaps.
fn task(inventory: &str, gaps: &[Gap]) -> Task {
    let mut plan = planned(inventory, gaps);
    assert_eq!(plan.tasks.len(), 1, "{:?}", plan.tasks);
    plan.tasks.remove(0)
}

/// Gaps, the id of the one task they make, and its title.
static KINDS: [(&[&str], &str, &str); 15] = [
    (
        &["AC-2:evidence-missing", "AC-2:evidence-stale", "AC-2:evidence-absent", "AC-2:evidence-outside-period"],
        "T-AC-2:collect-evidence",
        "Collect evidence for AC-2 (Access review)",
    ),
    (
        &["AC-2:evidence-dated-ahead"],
        "T-AC-2:date-evidence",
        "Put right the dates of the evidence for AC-2 (Access review)",
    ),
    (
        &["AC-2:evidence-altered"],
        "T-AC-2:recover-evidence",
        "Find out what changed the evidence for AC-2 (Access review), and bring it back",
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
    let gaps = [gap("AC-2:evidence-absent", 85), gap("AC-2:evidence-missing", 10)];
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
    let both = format!("{}  - {{ gap: 'AC-2:evidence-missing', effort: 2d }}\n", entry("effort: 1d"));
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

/// What the plans below are about: a policy of Sam's, who has half of every day, and a control of Jane's that it describes.
const DESKS: &str = "
organization: Acme
people:
  - { id: jane }
  - { id: sam, days_per_week: 2.5 }
  - { id: kim, areas: [vendor, risk-management] }
  - { id: lee, areas: [vendor] }
  - { id: zoe, days_per_week: 0, areas: [access] }
documents:
  - { id: POL-1, title: Access control policy, owner: sam, url: 'https://wiki.example/1' }
controls:
  - { id: AC-2, name: Access review, criteria: [CC6.1], status: implemented, owner: jane, documented_in: [POL-1] }
  - { id: AC-10, name: Single sign-on, criteria: [CC6.1], status: implemented, owner: zoe }
";

/// An open gap about the control at a position.
fn about(id: &str, score: u8, control: usize) -> Gap {
    let mut gap = gap(id, score);
    gap.finding.control = Some(control);
    gap
}

/// One gap of every phase of the work on `AC-2`, and a criterion that is nobody's.
fn whole_way() -> Vec<Gap> {
    let mut policy = gap("POL-1:document-missing", 60);
    policy.finding.owner = Some("sam".to_owned());
    let mut gaps = vec![policy, gap("CC1.1:criterion-without-control", 30)];
    let of_control =
        [("control-informal", 40), ("evidence-absent", 45), ("design-untested", 48), ("operation-untested", 50)];
    gaps.extend(of_control.map(|(rule, score)| about(&format!("AC-2:{rule}"), score, 0)));
    gaps
}

/// A line for every task: what it is, whose, from when to when, how far it can slip, and what it waits for.
fn timetable(plan: &Plan) -> Vec<String> {
    let day = |day: Option<Date>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let mut tasks: Vec<&Task> = plan.tasks.iter().collect();
    tasks.sort_by_key(|task| (task.start, task.finish, task.id.clone()));
    let line = |task: &&Task| {
        let slack = match task.slack {
            Some(0) if task.critical => "critical".to_owned(),
            Some(slack) if !task.critical => format!("slack {slack}"),
            other => format!("{other:?} {}", task.critical),
        };
        let owner = task.owner.as_deref().unwrap_or("nobody");
        let after =
            if task.depends_on.is_empty() { String::new() } else { format!(" after {}", task.depends_on.join(" ")) };
        format!("{} {owner} {} {} {slack}{after}", task.id, day(task.start), day(task.finish))
    };
    tasks.iter().map(line).collect()
}

#[test]
fn a_plan_has_the_days_a_hand_works_out() {
    // Sunday 22 November: day 0 is Monday the 23rd. The policy is 2 days of work, 4 of Sam's half days: to Thursday the 26th.
    // Jane begins the day after with the description, 1 day; on Monday collects evidence, 1 day; the tests are not hers,
    // who owns the control, but nobody's: on Tuesday that of the design for half a day, 96 points a day where the test of
    // operation closes 50; that begins the same noon and ends on Wednesday. Nobody's control for CC1.1 takes the first 5 days,
    // to Friday the 27th, and can slip Monday.
    let plan = planned(DESKS, &whole_way());
    let expected = [
        "T-POL-1:settle-document sam 2026-11-23 2026-11-26 critical",
        "T-CC1.1:address nobody 2026-11-23 2026-11-27 slack 1",
        "T-AC-2:describe jane 2026-11-27 2026-11-27 critical after T-POL-1:settle-document",
        "T-AC-2:collect-evidence jane 2026-11-30 2026-11-30 critical after T-AC-2:describe",
        "T-AC-2:test-design nobody 2026-12-01 2026-12-01 critical after T-AC-2:collect-evidence",
        "T-AC-2:test-operation nobody 2026-12-01 2026-12-02 critical after T-AC-2:collect-evidence",
    ];
    assert_eq!(timetable(&plan), expected);
    assert_eq!(plan.end, Some(day(12, 2)));
    let path = [
        "T-POL-1:settle-document",
        "T-AC-2:describe",
        "T-AC-2:collect-evidence",
        "T-AC-2:test-design",
        "T-AC-2:test-operation",
    ];
    assert_eq!(plan.critical_path, path);
    assert_eq!((plan.notes.len(), plan.escalations.len()), (0, 3), "three tasks are nobody's");
    let phases: BTreeMap<&str, Phase> = plan.tasks.iter().map(|task| (task.id.as_str(), task.phase)).collect();
    let known = [Phase::Policy, Phase::Procedure, Phase::Evidence, Phase::Test, Phase::Test];
    assert_eq!(path.map(|id| phases[id]), known);
    let levels: Vec<Level> = plan.tasks.iter().map(|task| task.level).collect();
    assert_eq!(levels, [Level::Moderate; 6]);
}

#[test]
fn days_off_and_other_weeks_move_the_days() {
    // With Thursday the 26th off, Sam ends on Friday, and all that waits is a working day later; so is CC1.1.
    let off = format!("{DESKS}settings: {{ calendar: {{ holidays: [2026-11-26] }} }}\n");
    let expected = [
        "T-POL-1:settle-document sam 2026-11-23 2026-11-27 critical",
        "T-CC1.1:address nobody 2026-11-23 2026-11-30 slack 1",
        "T-AC-2:describe jane 2026-11-30 2026-11-30 critical after T-POL-1:settle-document",
        "T-AC-2:collect-evidence jane 2026-12-01 2026-12-01 critical after T-AC-2:describe",
        "T-AC-2:test-design nobody 2026-12-02 2026-12-02 critical after T-AC-2:collect-evidence",
        "T-AC-2:test-operation nobody 2026-12-02 2026-12-03 critical after T-AC-2:collect-evidence",
    ];
    assert_eq!(timetable(&planned(&off, &whole_way())), expected);
    // A week of six days, from Sunday: 2.5 days a week are 0.4166 a day, so 2 days take 4.8 of them: 22, 23, 24, 25, 26.
    // Nobody has 5 days a week, 0.8333 a day: 5 days take 6, to the 27th.
    let six = "workdays: [sunday, monday, tuesday, wednesday, thursday, friday]";
    let six = format!("{DESKS}settings: {{ calendar: {{ {six} }} }}\n");
    let lines = timetable(&planned(&six, &whole_way()));
    assert_eq!(lines[0], "T-POL-1:settle-document sam 2026-11-22 2026-11-26 critical");
    assert!(lines[1].starts_with("T-CC1.1:address nobody 2026-11-22 2026-11-27 "), "{}", lines[1]);
    // With two working days a week nobody has more than those: 5 days are 23, 24 and 30 November, 1 and 7 December.
    let two = format!("{DESKS}settings: {{ calendar: {{ workdays: [monday, tue] }} }}\n");
    let lines = timetable(&planned(&two, &whole_way()[1..2]));
    assert_eq!(lines, ["T-CC1.1:address nobody 2026-11-23 2026-12-07 critical"]);
}

#[test]
fn what_is_begun_goes_first_and_what_is_done_is_not_scheduled() {
    let gaps = [
        about("AC-2:evidence-absent", 60, 0),
        about("AC-2:control-unmapped", 85, 0),
        gap("CC1.1:criterion-without-control", 50),
    ];
    let entries = |rest: &str| format!("{DESKS}remediation:\n{rest}");
    // Mapping comes before evidence in the order of work, so only what waits for nothing can show who goes first.
    let begun = entries("  - { gap: 'CC1.1:criterion-without-control', owner: jane, status: in-progress }\n");
    let expected = [
        "T-CC1.1:address jane 2026-11-23 2026-11-27 critical",
        "T-AC-2:map jane 2026-11-30 2026-11-30 critical",
        "T-AC-2:collect-evidence jane 2026-11-30 2026-12-01 critical after T-AC-2:map",
    ];
    assert_eq!(timetable(&planned(&begun, &gaps)), expected);
    let done = entries(
        "  - { gap: 'AC-2:control-unmapped', status: done }\n  - { gap: 'AC-2:evidence-absent', status: blocked }\n",
    );
    let plan = planned(&done, &gaps);
    let expected = [
        "T-AC-2:map jane - - None false",
        "T-AC-2:collect-evidence jane 2026-11-23 2026-11-23 slack 4",
        "T-CC1.1:address nobody 2026-11-23 2026-11-27 critical",
    ];
    assert_eq!(timetable(&plan), expected);
    // What is blocked is told once, where it threatens the report.
    let note =
        "`T-AC-2:map` is said to be done, yet its gap `AC-2:control-unmapped` is still found: it is not scheduled.";
    assert_eq!(plan.notes, [note]);
    let blocked = "`T-AC-2:collect-evidence` is said to be blocked; the plan counts on its beginning on 2026-11-23.";
    let told: Vec<&str> = plan.escalations.iter().map(|escalation| escalation.because.as_str()).collect();
    assert_eq!(told.iter().filter(|because| because.contains("blocked")).collect::<Vec<_>>(), [&blocked]);
    let all_done = entries("  - { gap: 'CC1.1:criterion-without-control', status: done }\n");
    let nothing = planned(&all_done, &gaps[2..]);
    assert_eq!((nothing.end, nothing.forecast, nothing.critical_path.len()), (None, None, 0));
}

#[test]
fn what_entries_say_goes_before_the_order_of_work() {
    let gaps = [about("AC-2:evidence-absent", 60, 0), about("AC-2:control-informal", 50, 0)];
    let turned =
        format!("{DESKS}remediation: [{{ gap: 'AC-2:control-informal', depends_on: ['AC-2:evidence-absent'] }}]\n");
    let plan = planned(&turned, &gaps);
    let expected = [
        "T-AC-2:collect-evidence jane 2026-11-23 2026-11-23 critical",
        "T-AC-2:describe jane 2026-11-24 2026-11-24 critical after T-AC-2:collect-evidence",
    ];
    assert_eq!(timetable(&plan), expected);
    let note = "`T-AC-2:collect-evidence` would follow `T-AC-2:describe` in the order of work; remediation entries ask for the \
                contrary, and they go first.";
    assert_eq!(plan.notes, [note]);
}

#[test]
fn an_entry_that_waits_for_nothing_is_told() {
    let entry = "remediation: [{ gap: 'AC-2:evidence-absent', depends_on: ['CC1.2:criterion-without-control', 'AC-2:evidence-stale', 'CC1.1:criterion-without-control'] }]\n";
    let gaps = [
        about("AC-2:evidence-absent", 60, 0),
        about("AC-2:evidence-stale", 50, 0),
        gap("CC1.1:criterion-without-control", 5),
    ];
    let plan = planned(&format!("{DESKS}{entry}"), &gaps);
    let note = "The remediation entry for `AC-2:evidence-absent` waits for `CC1.2:criterion-without-control`, which is no open \
                gap: there is nothing to wait for.";
    assert_eq!(plan.notes, [note]);
    // Gaps of one task do not wait for each other. CC1.1 is nobody's, so Jane begins the day after it.
    let expected = [
        "T-CC1.1:address nobody 2026-11-23 2026-11-27 critical",
        "T-AC-2:collect-evidence jane 2026-11-30 2026-11-30 critical after T-CC1.1:address",
    ];
    assert_eq!(timetable(&plan), expected);
    // A done entry waits for nothing any more, and one whose gap is gone says nothing.
    let gone = entry.replace("absent', depends", "absent', status: done, depends");
    assert!(planned(&format!("{DESKS}{gone}"), &gaps).notes.is_empty());
    assert!(planned(&format!("{DESKS}{entry}"), &gaps[1..]).notes.is_empty());
}

#[test]
fn of_entries_that_only_cross_in_shared_tasks_the_later_gives_way() {
    let entries = "remediation:
  - { gap: 'AC-10:evidence-stale', owner: kim, depends_on: ['AC-2:evidence-stale'] }
  - { gap: 'AC-2:evidence-absent', depends_on: ['AC-10:evidence-absent'] }
";
    let gaps = [
        about("AC-2:evidence-absent", 60, 0),
        about("AC-2:evidence-stale", 50, 0),
        about("AC-10:evidence-absent", 40, 1),
        about("AC-10:evidence-stale", 30, 1),
    ];
    let plan = planned(&format!("{DESKS}{entries}"), &gaps);
    let expected = [
        "T-AC-10:collect-evidence kim 2026-11-23 2026-11-23 critical",
        "T-AC-2:collect-evidence jane 2026-11-24 2026-11-24 critical after T-AC-10:collect-evidence",
    ];
    assert_eq!(timetable(&plan), expected);
    let note = "That `AC-10:evidence-stale` waits for `AC-2:evidence-stale` is left out: `T-AC-2:collect-evidence`, which closes \
                the latter, itself waits for `T-AC-10:collect-evidence`, which closes the former.";
    assert_eq!(plan.notes, [note]);
}

#[test]
fn whatever_has_no_owner_falls_to_who_looks_after_its_area_and_has_time() {
    let with = |id: &str, criterion: &str| {
        let mut gap = gap(id, 50);
        gap.finding.criteria = vec![criterion.parse().unwrap()];
        gap
    };
    let owner = |gap: &Gap| {
        let task = task(DESKS, std::slice::from_ref(gap));
        (task.owner, task.owner_from)
    };
    // CC9.2 is of vendors and risk management; Kim comes before Lee. CC1.1 is in nobody's area.
    let vendors = with("CC9.2:criterion-without-control", "CC9.2");
    assert_eq!(owner(&vendors), (Some("kim".to_owned()), OwnerFrom::Area));
    assert_eq!(owner(&with("CC1.1:criterion-without-control", "CC1.1")), (None, OwnerFrom::Nobody));
    // Only Zoe looks after access, and has no day for it.
    assert_eq!(owner(&with("CC6.2:criterion-without-control", "CC6.2")), (None, OwnerFrom::Nobody));
    let of_control = Gap { finding: Finding { control: Some(0), ..vendors.finding.clone() }, ..vendors.clone() };
    assert_eq!(owner(&of_control), (Some("jane".to_owned()), OwnerFrom::Subject));
    let by_rule =
        Gap { finding: Finding { owner: Some("lee".to_owned()), ..of_control.finding.clone() }, ..of_control };
    assert_eq!(owner(&by_rule), (Some("lee".to_owned()), OwnerFrom::Rule));
    let entry = format!("{DESKS}remediation: [{{ gap: 'CC9.2:criterion-without-control', owner: sam }}]\n");
    let decided = task(&entry, &[by_rule]);
    assert_eq!((decided.owner.as_deref(), decided.owner_from), (Some("sam"), OwnerFrom::Entry));
}

#[test]
fn a_task_of_somebody_without_time_is_nobodys_and_said_first() {
    let plan = planned(DESKS, &[about("AC-10:evidence-absent", 60, 1)]);
    assert_eq!(timetable(&plan), ["T-AC-10:collect-evidence nobody 2026-11-23 2026-11-23 critical"]);
    assert_eq!(plan.tasks[0].owner_from, OwnerFrom::WithoutTime("zoe".to_owned()));
    let because = "`T-AC-10:collect-evidence` is for zoe to do, who has no day a week for remediation; it is scheduled as if \
                   nobody had it.";
    let expected = Escalation {
        threat: Threat::OwnerWithoutTime,
        task: Some("T-AC-10:collect-evidence".to_owned()),
        because: because.to_owned(),
    };
    assert_eq!(plan.escalations, [expected]);
}

#[test]
fn every_remedy_says_how_who_and_what_is_on_file_afterwards() {
    for rule in RULES {
        let task = task(INVENTORY, &[gap(&format!("CC6.2:{}:part", rule.info.name), 50)]);
        let name = rule.info.name;
        assert!(task.steps.len() >= 2, "{name}: {:?}", task.steps);
        assert!(!task.proof.is_empty() && task.done_when.ends_with('.'), "{name}");
        for text in task.steps.iter().chain(&task.proof).chain([&task.done_when, &task.resources]) {
            assert!(!text.contains('{'), "{name}: {text}");
        }
        assert!(task.steps.iter().all(|step| step.ends_with('.')), "{name}: {:?}", task.steps);
    }
    let catalog = load::catalog::bundled().unwrap();
    let criterion = catalog.criterion("CC6.2".parse().unwrap()).unwrap();
    let address = task(INVENTORY, &[gap("CC6.2:criterion-without-control", 50)]);
    assert_eq!((&address.steps, &address.proof), (&criterion.remediation, &criterion.evidence));
    let done_when = "A control that names CC6.2 is in place with an owner, is described in an approved document, and what shows \
                     it is on file.";
    assert_eq!(address.done_when, done_when);
    let reinstate = task(INVENTORY, &[gap("CC6.2:common-criterion-excluded", 50)]);
    assert_eq!(reinstate.steps[0], "Take CC6.2 out of `not_applicable`: the common criteria belong to every report.");
    assert_eq!(reinstate.steps[1..], criterion.remediation);
    let flow = task(INVENTORY, &[gap("app:data-flow-unprotected:legacy", 50)]);
    assert_eq!(flow.done_when, "The data can only go from app to legacy under protection, and the inventory names it.");
}

#[test]
fn an_entry_overrides_title_steps_resources_and_range() {
    let entry = "remediation: [{ gap: 'AC-2:evidence-stale', effort: { low: 0.5d, likely: 1w, high: 1mo }, title: 'Do {} it', steps: [One., Two.], resources: A lawyer }]\n";
    let own = task(&format!("{DESKS}{entry}"), &[about("AC-2:evidence-stale", 50, 0)]);
    assert_eq!((own.title.as_str(), own.resources.as_str()), ("Do {} it", "A lawyer"));
    assert_eq!(own.steps, ["One.", "Two."]);
    assert_eq!(own.effort, Effort { low: 5, likely: 50, high: 200 });
    // 5 working days from Monday the 23rd.
    assert_eq!(own.finish, Some(day(11, 27)));
    // A second gap nobody decided on: a day is proposed, 0.6 to 2; of each number the greater stands.
    let both =
        task(&format!("{DESKS}{entry}"), &[about("AC-2:evidence-absent", 60, 0), about("AC-2:evidence-stale", 50, 0)]);
    assert_eq!(both.effort, Effort { low: 6, likely: 50, high: 200 });
    let proposed = task(DESKS, &[about("AC-2:evidence-stale", 50, 0)]);
    assert_eq!(proposed.effort, Effort { low: 3, likely: 5, high: 10 });
}

#[test]
fn the_forecast_is_the_plan_where_nothing_is_in_doubt_and_later_where_much_is() {
    let sure = "remediation: [{ gap: 'CC1.1:criterion-without-control', effort: { low: 2d, likely: 2d, high: 2d } }]\n";
    let gaps = [gap("CC1.1:criterion-without-control", 50)];
    let plan = planned(&format!("{DESKS}{sure}"), &gaps);
    let on = |day: Date| Odds { half: day, nine_in_ten: day };
    let forecast = Forecast { runs: 1_000, seed: 7, end: on(day(11, 24)), controls_in_place: Some(on(day(11, 24))) };
    assert_eq!((plan.end, plan.forecast), (Some(day(11, 24)), Some(forecast)));
    // 3 to 10 days, most likely 5. Half of all cases lie below 10 - √(0.5 × 7 × 5) = 5.82 days: the 6th day, 30 November; nine
    // in ten below 10 - √(0.1 × 7 × 5) = 8.13: the 9th, 3 December.
    let doubtful = planned(DESKS, &gaps);
    let odds = Odds { half: day(11, 30), nine_in_ten: day(12, 3) };
    let forecast = Forecast { runs: 1_000, seed: 7, end: odds, controls_in_place: Some(odds) };
    assert_eq!((doubtful.end, doubtful.forecast), (Some(day(11, 27)), Some(forecast)));
    // Below moderate nothing has to be in place.
    let low = planned(DESKS, &[gap("CC1.1:criterion-without-control", 20)]).forecast.unwrap();
    assert_eq!((low.end, low.controls_in_place), (odds, None));
    let settings = |plan: &str| format!("{DESKS}settings: {{ plan: {{ {plan} }} }}\n");
    assert_eq!(planned(&settings("runs: 0"), &gaps).forecast, None);
    let other = planned(&settings("runs: 10, seed: 3"), &gaps).forecast.unwrap();
    assert_eq!((other.runs, other.seed), (10, 3));
    // Two million efforts are drawn at most where nobody says, but never fewer than a hundred runs.
    let runs = |tasks| PlanTerms::default().runs(tasks);
    assert_eq!([0, 2_000, 2_001, 4_000, 20_000, 1_000_000].map(runs), [1_000, 1_000, 999, 500, 100, 100]);
}

#[test]
fn work_without_end_is_told_and_ends_somewhere() {
    let entry = "remediation: [{ gap: 'CC1.1:criterion-without-control', owner: sam, effort: 100y }]\n";
    let plan = planned(&format!("{DESKS}{entry}"), &[gap("CC1.1:criterion-without-control", 50)]);
    // 24,000 days at half a day each are 48,000 working days, some 184 years.
    assert_eq!(plan.end.unwrap().to_string(), "2126-11-21");
    assert_eq!(plan.notes, ["The work planned reaches beyond 2126-11-21; no later day is told."]);
}

#[test]
fn a_decision_about_a_control_is_no_step_of_the_work_on_it() {
    let gaps = [
        about("AC-2:control-started-late", 60, 0),
        about("AC-2:operation-untested", 50, 0),
        about("AC-2:acceptance-expired:evidence-absent", 40, 0),
    ];
    let plan = planned(DESKS, &gaps);
    assert!(plan.tasks.iter().all(|task| task.depends_on.is_empty()), "{:?}", timetable(&plan));
    let phases: Vec<Phase> = plan.tasks.iter().map(|task| task.phase).collect();
    assert_eq!(phases.iter().filter(|phase| **phase == Phase::Decision).count(), 2);
}
