//! An inventory with three gaps, and a plan for them made by hand, so that no word here hangs on the scheduler.

use gapcheck::model::assessment::Assessment;
use gapcheck::model::date::Date;
use gapcheck::model::effort::Effort;
use gapcheck::model::gap::Gap;
use gapcheck::model::level::Level;
use gapcheck::model::plan::{Escalation, Forecast, Milestone, Odds, OwnerFrom, Phase, Plan, Task, Threat};
use gapcheck::model::plan_dates::{InPlaceBy, LastStart, PlanDates, PlanOption};
use gapcheck::model::words::TaskStatus;
use gapcheck::report::plan::by_name;
use gapcheck::report::plan::page::{PlanPage, Whose};

use crate::common::assess;

/// The healthy inventory with a review that is overdue, a control that is nobody's, and one whose design nobody tested.
pub fn inventory() -> String {
    let healthy = include_str!("../healthy.yaml");
    let reviewed = healthy.replacen("reviewed: 2026-02-01", "reviewed: 2024-02-01", 1).replacen(
        "approved: 2026-02-01",
        "approved: 2024-02-01",
        1,
    );
    let (before, single_sign_on) = reviewed.split_once("  - id: AC-01").unwrap();
    let nobodys = single_sign_on.replacen("    owner: jane\n", "", 1);
    let (rest, last) = nobodys.rsplit_once("\n      - { of: design").unwrap();
    assert!(last.lines().count() == 1, "the test of the last control");
    format!("{before}  - id: AC-01{rest}\n")
}

pub fn day(month: u32, day: u32) -> Date {
    Date::new(if month < 11 { 2027 } else { 2026 }, month, day).unwrap()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Four tasks: one begun by Jane, one of nobody's that waits for it, a test by Alex, and one said to be done.
pub fn plan() -> Plan {
    let policy = Task {
        id: "T-POL-AC:settle-document".to_owned(),
        title: "Write, review and approve POL-AC (Access control policy)".to_owned(),
        gaps: texts(&["POL-AC:document-review-overdue"]),
        phase: Phase::Policy,
        steps: texts(&["Read it.", "Change it."]),
        done_when: "It is approved.".to_owned(),
        proof: texts(&["approved version"]),
        resources: "An approver".to_owned(),
        owner: Some("jane".to_owned()),
        owner_from: OwnerFrom::Subject,
        effort: Effort::about(15),
        start: Some(day(11, 23)),
        finish: Some(day(11, 24)),
        critical: true,
        turn: None,
        slack: Some(0),
        due: day(11, 20),
        status: TaskStatus::InProgress,
        score: 60,
        level: Level::Moderate,
        ticket: Some("GRC-1".to_owned()),
        ..Task::default()
    };
    let describe = Task {
        id: "T-AC-01:describe".to_owned(),
        title: "Complete the description of AC-01 (Single sign-on with a second factor)".to_owned(),
        gaps: texts(&["AC-01:control-without-owner"]),
        phase: Phase::Procedure,
        steps: texts(&["Name one owner.", "Write it down."]),
        done_when: "It has an owner.".to_owned(),
        proof: texts(&["entry in the inventory", "approved document"]),
        resources: "Whoever performs it".to_owned(),
        effort: Effort { low: 5, likely: 10, high: 40 },
        depends_on: texts(&["T-POL-AC:settle-document"]),
        start: Some(day(11, 25)),
        finish: Some(day(11, 30)),
        critical: true,
        turn: None,
        slack: Some(0),
        due: day(2, 20),
        score: 40,
        level: Level::Moderate,
        ..Task::default()
    };
    let test = Task {
        id: "T-MON-02:test-design".to_owned(),
        title: "Test the design of MON-02".to_owned(),
        gaps: texts(&["MON-02:design-untested"]),
        phase: Phase::Test,
        owner: Some("alex".to_owned()),
        effort: Effort::about(5),
        start: Some(day(12, 1)),
        finish: Some(day(12, 1)),
        turn: None,
        slack: Some(4),
        due: day(5, 21),
        status: TaskStatus::Blocked,
        score: 10,
        level: Level::Low,
        ..Task::default()
    };
    let done = Task {
        id: "T-X:close".to_owned(),
        title: "Close X".to_owned(),
        phase: Phase::Control,
        owner: Some("sam".to_owned()),
        effort: Effort::about(10),
        due: day(5, 21),
        status: TaskStatus::Done,
        score: 8,
        level: Level::Low,
        ..Task::default()
    };
    Plan { tasks: vec![policy, describe, test, done], ..around() }
}

/// What the plan says beside its tasks.
fn around() -> Plan {
    let milestone = |name, date, promised, holds, because: &str| Milestone {
        name,
        date: Some(date),
        promised,
        holds,
        because: because.to_owned(),
    };
    let escalation = |threat, task: Option<&str>, because: &str| Escalation {
        threat,
        task: task.map(str::to_owned),
        because: because.to_owned(),
    };
    Plan {
        milestones: vec![
            milestone("policies approved", day(11, 24), None, None, "POL-AC is the last."),
            milestone("fieldwork", day(12, 21), Some(day(12, 14)), Some(false), "Two weeks after the controls."),
            milestone("report", day(2, 1), Some(day(2, 15)), Some(true), "Six weeks after fieldwork."),
        ],
        critical_path: texts(&["T-POL-AC:settle-document", "T-AC-01:describe"]),
        end: Some(day(12, 1)),
        forecast: Some(Forecast {
            runs: 1000,
            seed: 7,
            end: Odds { half: day(12, 2), nine_in_ten: day(12, 9) },
            controls_in_place: Some(Odds { half: day(12, 1), nine_in_ten: day(12, 8) }),
        }),
        notes: texts(&["T-X:close is said to be done."]),
        escalations: vec![
            escalation(Threat::Overdue, Some("T-POL-AC:settle-document"), "It was due on 2026-11-20."),
            escalation(Threat::PastThePromise, None, "Fieldwork would be 7 days late."),
            escalation(Threat::Unowned, Some("T-AC-01:describe"), "It is nobody's."),
        ],
        dates: dates(),
        verdict: Some("The promised fieldwork of 2026-12-14 cannot hold.".to_owned()),
        ..Plan::default()
    }
}

/// Two reports side by side, and by when the control must be in place for one of them.
fn dates() -> PlanDates {
    let type1 = PlanOption {
        name: "Type I",
        end: day(12, 7),
        fieldwork: day(12, 14),
        report: day(1, 25),
        fieldwork_holds: Some(0),
        report_holds: Some(21),
        ..PlanOption::default()
    };
    let type2 = PlanOption {
        name: "Type II over 3 months",
        start: Some(day(12, 1)),
        end: day(2, 28),
        fieldwork: day(3, 15),
        report: day(4, 26),
        fieldwork_holds: Some(-91),
        report_holds: Some(-70),
        last_start: Some(day(11, 1)),
        ..PlanOption::default()
    };
    let last = LastStart { task: "T-AC-01:describe".to_owned(), day: day(11, 20), late: true };
    let by =
        InPlaceBy { day: day(11, 30), alternative: false, because: "The fieldwork promised asks for it.".to_owned() };
    PlanDates { options: vec![type1, type2], in_place_by: Some(by), last_starts: vec![last] }
}

/// Assesses the inventory, puts the plan made by hand in the place of its own, and looks at it.
pub fn with_plan<T>(plan: Plan, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    assess(&inventory(), |assessment| {
        let ids: Vec<&str> = assessment.gaps.iter().map(Gap::id).collect();
        assert_eq!(ids, ["POL-AC:document-review-overdue", "AC-01:control-without-owner", "MON-02:design-untested"]);
        look(&planned(assessment, plan))
    })
}

/// The same assessment with another plan.
fn planned<'a>(assessment: &Assessment<'a>, plan: Plan) -> Assessment<'a> {
    Assessment {
        catalog: assessment.catalog,
        inventory: assessment.inventory,
        sources: assessment.sources,
        rules: assessment.rules.clone(),
        as_of: assessment.as_of,
        coverage: assessment.coverage.clone(),
        standings: assessment.standings.clone(),
        criteria: assessment.criteria.clone(),
        controls: assessment.controls.clone(),
        gaps: assessment.gaps.clone(),
        summary: assessment.summary.clone(),
        plan,
        gate: assessment.gate.clone(),
        comparison: None,
        unverifiable: assessment.unverifiable.clone(),
        data_flows: assessment.data_flows.clone(),
    }
}

/// The part of a plan somebody may ask for.
#[derive(Clone, Default)]
pub struct Asked {
    pub week: bool,
    pub owner: Option<Whose>,
}

pub fn jane() -> Whose {
    Whose::Theirs { ids: ["jane".to_owned()].into(), name: "Jane Roe".to_owned() }
}

pub fn render(assessment: &Assessment<'_>, format: &str, width: usize, asked: &Asked) -> String {
    let page = PlanPage::of(assessment).owned(asked.owner.clone());
    let page = if asked.week { page.this_week() } else { page };
    let text = (by_name(format).expect("a format").render)(&page, width);
    anstream::adapter::strip_str(&text).to_string()
}

/// The plan made by hand in a format.
pub fn printed(format: &str, width: usize, asked: &Asked) -> String {
    with_plan(plan(), |assessment| render(assessment, format, width, asked))
}
