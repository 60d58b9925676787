//! What to begin or to go on with this week.

use gapcheck::model::date::Date;
use gapcheck::report::plan::page::Whose;

use crate::fixture::{Asked, day, plan, printed, render, with_plan};

/// 2026-11-22 is a Sunday: what is told is the week in which the work begins.
const WEEK: &str = "\
Healthy Co. · Healthy Cloud
SOC 2 remediation plan, Type I, as of 2026-11-22 · security
planned on 2026-11-22

What threatens the report
  !  Overdue (no. 1): It was due on 2026-11-20.
  !  Past the promise: Fieldwork would be 7 days late.
  !  Nobody's (no. 2): It is nobody's.

No working day is left in this week. 2 tasks to begin or to go on with in the
week from 2026-11-23 to 2026-11-29.

NOBODY: 1 task
     2  Complete the description of AC-01 (Single sign-on with a second factor)
        begins 2026-11-25, until 2026-11-30 · 1 day · due 2027-02-20
        after no. 1
        1.  Name one owner.
        2.  Write it down.
        Done when: It has an owner.
        Proof: entry in the inventory; approved document

Jane Roe: 1 task
     1  Write, review and approve POL-AC (Access control policy)
        2026-11-23 to 2026-11-24 · 1.5 days · was due 2026-11-20 · in progress
        1.  Read it.
        2.  Change it.
        Done when: It is approved.
        Proof: approved version
        Tracked at: GRC-1

Efforts are estimates until the organisation sets its own under `remediation`.
The whole plan:
  gapcheck plan INVENTORY
";

#[test]
fn it_is_told_by_owner_with_its_steps() {
    assert_eq!(printed("terminal", 80, &Asked { week: true, owner: None }), WEEK);
}

/// The headline of the week, where the second task runs through other days.
fn headline(start: Date, finish: Date) -> String {
    let mut made = plan();
    (made.tasks[1].start, made.tasks[1].finish) = (Some(start), Some(finish));
    // The first task was begun on the day before the assessment, as nothing else is early enough.
    (made.tasks[0].start, made.tasks[0].finish) = (Some(day(11, 20)), Some(day(11, 20)));
    let text = with_plan(made, |assessment| render(assessment, "markdown", 0, &Asked { week: true, owner: None }));
    text.lines().find(|line| line.starts_with("**")).unwrap().to_owned()
}

#[test]
fn it_lasts_from_monday_to_sunday() {
    // The week of Sunday, 22 November, holds the first task, which ends on Friday the 20th.
    let week = "in the week from 2026-11-16 to 2026-11-22.**";
    assert_eq!(headline(day(11, 23), day(11, 30)), format!("**1 task to begin or to go on with {week}"));
    assert_eq!(headline(day(11, 22), day(11, 30)), format!("**2 tasks to begin or to go on with {week}"));
    assert_eq!(headline(day(11, 10), day(11, 16)), format!("**2 tasks to begin or to go on with {week}"));
    assert_eq!(headline(day(11, 10), day(11, 15)), format!("**1 task to begin or to go on with {week}"));
}

#[test]
fn what_happens_to_a_task_in_it_is_said() {
    let told = |start, finish| {
        let mut made = plan();
        (made.tasks[1].start, made.tasks[1].finish) = (Some(start), Some(finish));
        (made.tasks[0].start, made.tasks[0].finish) = (Some(day(11, 20)), Some(day(11, 20)));
        let text = with_plan(made, |assessment| render(assessment, "terminal", 80, &Asked { week: true, owner: None }));
        let title = "     2  Complete the description of AC-01 (Single sign-on with a second factor)";
        let line = text.lines().skip_while(|line| *line != title).nth(1).unwrap();
        line.trim().split(" · ").next().unwrap().to_owned()
    };
    assert_eq!(told(day(11, 18), day(11, 18)), "on 2026-11-18");
    assert_eq!(told(day(11, 18), day(11, 20)), "2026-11-18 to 2026-11-20");
    assert_eq!(told(day(11, 18), day(11, 23)), "begins 2026-11-18, until 2026-11-23");
    assert_eq!(told(day(11, 13), day(11, 17)), "goes on, until 2026-11-17");
}

#[test]
fn an_owner_with_a_free_week_is_told_so() {
    let alex = Some(Whose::Theirs { ids: ["alex".to_owned()].into(), name: "Alex Doe".to_owned() });
    let asked = Asked { week: true, owner: alex };
    let said = "No working day is left in this week. Nothing is planned for Alex Doe in the week from 2026-11-23 to\n2026-11-29.\n";
    let text = printed("terminal", 100, &asked);
    assert!(text.contains(said), "{text}");
    // Machines get the same choice.
    let rows = |asked: &Asked| printed("csv", 0, asked).matches("\"T-").count();
    assert_eq!(rows(&asked), 0);
    // The two tasks, and one of them named by the other.
    assert_eq!(rows(&Asked { week: true, owner: None }), 3);
}
