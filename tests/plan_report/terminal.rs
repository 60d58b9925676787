//! The plan on a terminal, word for word, at several widths.

use gapcheck::model::plan::{Escalation, Plan, Task, Threat};
use gapcheck::report::plan::page::Whose;
use gapcheck::text::wrap::width as cells;

use crate::fixture::{Asked, jane, plan, printed, render, with_plan};

/// The whole plan at 80 columns.
const NARROW: &str = "\
Healthy Co. · Healthy Cloud
SOC 2 remediation plan, Type I, as of 2026-11-22 · security
planned on 2026-11-22

What threatens the report
  !  Overdue (no. 1): It was due on 2026-11-20.
  !  Past the promise: Fieldwork would be 7 days late.
  !  Nobody's (no. 2): It is nobody's.

The promised fieldwork of 2026-12-14 cannot hold.
3 tasks, 3 days of work; if each takes as long as is most likely, the last is
finished on 2026-12-01.
1 of 4 tasks is said to be done, 1 is in progress, 1 is blocked.
The last task is finished by 2026-12-02 with a chance of 50 %, by 2026-12-09
with a chance of 90 %.
Policies and controls of moderate level or above are in place by 2026-12-01 with
a chance of 50 %, by 2026-12-08 with a chance of 90 %.
Simulated 1000 times over the ranges of the efforts (seed 7); what delays work
beside its effort is not in it.

Critical path
  Every working day one of these is late, the end of the plan is late:
     1  Write, review and approve POL-AC (Access control policy)
        2026-11-23 to 2026-11-24 · Jane Roe · nothing comes before it
     2  Complete the description of AC-01 (Single sign-on with a second factor)
        2026-11-25 to 2026-11-30 · unassigned · waits for no. 1

Notes
  ·  T-X:close is said to be done.

Gap analysis report
  design     ███████████████████████████████████████████████████░░░░░░░░░░
             28 of 33 done (84 %), 5 to do (16 %)
  3 open gaps: 1 moderate, 1 low and 1 very low.
  Done is an applicable criterion with no gap identified. To do is every other
  applicable criterion. Shares are whole percent, done rounded down.
  Every verdict and every gap with its reasons:
    gapcheck assess INVENTORY -o report.md

Action plan
     1  Write, review and approve POL-AC (Access control policy)
        Issue: Access control policy: its review is overdue
        Jane Roe · complete 2026-11-24 · 1.5 days · was due 2026-11-20
        in progress
        Resources: An approver
     2  Complete the description of AC-01 (Single sign-on with a second factor)
        Issue: Single sign-on with a second factor: nobody answers for it
        UNASSIGNED · complete 2026-11-30 · 1 day · due 2027-02-20
        waits for no. 1 · open
        Resources: Whoever performs it
     3  Test the design of MON-02
        Issue: Quarterly internal audit: nobody has tested its design
        Alex Doe · complete 2026-12-01 · 0.5 days · due 2027-05-21 · blocked
     4  Close X
        Sam Poe · not scheduled · 1 day · due 2027-05-21 · done

Control implementation plan
  Controls must be in place by 2026-11-30. The fieldwork promised asks for it.
     2  Complete the description of AC-01 (Single sign-on with a second factor)
        UNASSIGNED · 2026-11-25 to 2026-11-30
        last day to start 2026-11-20, passed
        1.  Name one owner.
        2.  Write it down.
        Done when: It has an owner.
        Proof: entry in the inventory; approved document
     4  Close X
        Sam Poe · not scheduled

Compliance roadmap
  Milestone                   Reached     Promised    Promise
  Policies approved           2026-11-24  –           –
      POL-AC is the last.
  Fieldwork                   2026-12-21  2026-12-14  cannot hold
      Two weeks after the controls.
  Report                      2027-02-01  2027-02-15  can hold
      Six weeks after fieldwork.

  Type I
    as of 2026-12-07 · fieldwork 2026-12-14 · ready 2027-01-25
    against the promises fieldwork on the day, report 21 days to spare
  Type II over 3 months
    begins 2026-12-01 · ends 2027-02-28 · fieldwork 2027-03-15
    ready 2027-04-26
    against the promises fieldwork 91 days late, report 70 days late
    last day to begin 2026-11-01

                                        2026-12         2027-01         2027-02
  Policies
  1 Write, review and approve POL…  ██
  Procedures
  2 Complete the description of A…   ████
  Tests
  3 Test the design of MON-02           ▒
  Milestones
  Policies approved                  ◆
  Fieldwork                                       ◆
  Fieldwork promised                           ◇
  Report                                                                ◆
  Report promised                                                              ◇
  █ decides the end, ▒ other work, ◆ can be reached, ◇ promised to customers

Efforts are estimates until the organisation sets its own under `remediation`.
What to begin or to go on with this week:
  gapcheck plan INVENTORY --this-week
";

/// What Jane has to do, below the heading.
const JANES: &str = "\
What threatens the report
  !  Overdue (no. 1): It was due on 2026-11-20.
  !  Past the promise: Fieldwork would be 7 days late.

1 task for Jane Roe, 1.5 days of work; if each takes as long as is most likely,
the last is finished on 2026-11-24.
0 of 1 task is said to be done, 1 is in progress.

Action plan
     1  Write, review and approve POL-AC (Access control policy)
        Issue: Access control policy: its review is overdue
        Jane Roe · complete 2026-11-24 · 1.5 days · was due 2026-11-20
        in progress
        Resources: An approver

Control implementation plan
  No control has to be put in place, mended or described.

Compliance roadmap
                                    2026-11
  Policies
  1 Write, review and approve POL…                ████████████████
  █ decides the end, ▒ other work, ◆ can be reached, ◇ promised to customers

Efforts are estimates until the organisation sets its own under `remediation`.
What to begin or to go on with this week:
  gapcheck plan INVENTORY --this-week
";

#[test]
fn threats_come_first_then_the_verdict_then_the_four_deliverables() {
    assert_eq!(printed("terminal", 80, &Asked::default()), NARROW);
}

#[test]
fn one_owner_sees_their_own_part() {
    let text = printed("terminal", 80, &Asked { owner: Some(jane()), ..Asked::default() });
    assert_eq!(text.split_once("\n\n").unwrap().1, JANES);
    let nobodys = printed("terminal", 80, &Asked { owner: Some(Whose::Nobodys), ..Asked::default() });
    assert!(nobodys.contains("\n1 task that nobody was named for, 1 day of work; if each takes"), "{nobodys}");
    assert!(
        nobodys.contains("\n  !  Nobody's (no. 2): It is nobody's.\n") && !nobodys.contains("Overdue"),
        "{nobodys}"
    );
    let sam = Some(Whose::Theirs { ids: ["sam".to_owned()].into(), name: "Sam Poe".to_owned() });
    let text = printed("terminal", 80, &Asked { owner: sam, ..Asked::default() });
    assert!(text.contains("\nNothing is to do for Sam Poe.\n1 of 1 task is said to be done.\n"), "{text}");
}

#[test]
fn a_wide_terminal_gets_the_action_plan_as_a_table() {
    let wide = printed("terminal", 200, &Asked::default());
    let table = "   No.  Issue                            Recommended action               Responsible          Resources                                       Completion  Effort     Due         Waits for  Status
     1  Access control policy: its       Write, review and approve        Jane Roe             An approver                                     2026-11-24  1.5 days   2026-11-20  –          in progress
        review is overdue                POL-AC (Access control policy)
     2  Single sign-on with a second     Complete the description of      UNASSIGNED           Whoever performs it                             2026-11-30  1 day      2027-02-20  no. 1      open
        factor: nobody answers for it    AC-01 (Single sign-on with a
                                         second factor)
";
    assert!(wide.contains(&format!("\nAction plan\n{table}")), "{wide}");
    assert!(wide.contains(
        "\n  Fieldwork                   2026-12-21  2026-12-14  cannot hold  Two weeks after the controls.\n"
    ));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [40, 41, 57, 80, 100, 120, 139, 140, 160, 200] {
        for asked in [Asked::default(), Asked { week: true, owner: None }, Asked { week: false, owner: Some(jane()) }] {
            for line in printed("terminal", width, &asked).lines() {
                assert!(cells(line) <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn nothing_to_do_is_said() {
    let text = with_plan(Plan::default(), |assessment| render(assessment, "terminal", 80, &Asked::default()));
    let begins =
        "\nNothing threatens the plan as it stands.\n\nNothing is to do: no gap stands open.\n\nGap analysis report\n";
    assert!(text.contains(begins), "{text}");
    assert!(text.contains("\nAction plan\n  Nothing is to do: no gap stands open.\n"), "{text}");
    assert!(
        !text.contains("Compliance roadmap") && !text.contains("Critical path") && !text.contains("Notes"),
        "{text}"
    );
}

#[test]
fn each_step_of_the_critical_path_says_why_it_is_not_earlier() {
    // The second is nobody's and waits for nothing: only what the same hands do first holds it up.
    let mut made = plan();
    made.tasks[1].depends_on.clear();
    made.tasks[1].owner = Some("jane".to_owned());
    let text = with_plan(made.clone(), |assessment| render(assessment, "terminal", 80, &Asked::default()));
    assert!(
        text.contains("\n        2026-11-25 to 2026-11-30 · Jane Roe · Jane Roe has no. 1 to finish first\n"),
        "{text}"
    );
    made.tasks[0].owner = None;
    made.tasks[1].owner = None;
    let text = with_plan(made, |assessment| render(assessment, "terminal", 80, &Asked::default()));
    assert!(text.contains("· unassigned\n        follows no. 1, which is nobody's either\n"), "{text}");
}

#[test]
fn a_threat_to_a_task_that_is_not_in_the_plan_is_told_all_the_same() {
    let mut made = plan();
    let stray = Escalation { task: Some("T-gone".to_owned()), ..made.escalations.remove(0) };
    made.escalations = vec![stray];
    let text = with_plan(made, |assessment| render(assessment, "terminal", 80, &Asked::default()));
    assert!(text.contains("\n  !  Overdue: It was due on 2026-11-20.\n"), "{text}");
}

/// What is nobody's is told to who asks for everything or for that, and not in somebody's list; a broken promise is told to all.
#[test]
fn what_is_nobodys_taken_together_is_not_in_somebodys_list() {
    let mut made = plan();
    made.escalations.retain(|escalation| escalation.task.is_none());
    let because = "9 tasks are nobody's.".to_owned();
    made.escalations.push(Escalation { threat: Threat::Unowned, task: None, because });
    with_plan(made, |assessment| {
        let threats = |owner: Option<Whose>| {
            let text = render(assessment, "terminal", 80, &Asked { owner, ..Asked::default() });
            (text.contains("Fieldwork would be 7 days late."), text.contains("9 tasks are nobody's."))
        };
        assert_eq!(threats(None), (true, true));
        assert_eq!(threats(Some(Whose::Nobodys)), (true, true));
        assert_eq!(threats(Some(jane())), (true, false));
    });
}

/// Thirty lines about one sort of threat would hide the others and the verdict.
#[test]
fn of_many_tasks_under_one_threat_the_first_are_told_and_the_others_numbered() {
    let threats = |tasks: usize, format: &str| {
        let mut made = Plan::default();
        for at in 1..=tasks {
            let id = format!("T-{at}");
            let because = format!("Matter {at}.");
            made.escalations.push(Escalation { threat: Threat::Unowned, task: Some(id.clone()), because });
            made.tasks.push(Task { id, title: format!("Do {at}"), ..Task::default() });
        }
        let because = "Matter of all.".to_owned();
        made.escalations.push(Escalation { threat: Threat::Unowned, task: None, because });
        let text = with_plan(made, |assessment| render(assessment, format, 200, &Asked::default()));
        let lines = text.lines().map(str::trim).filter(|line| line.contains("Nobody's")).map(str::to_owned);
        lines.collect::<Vec<String>>()
    };
    let of_all = "!  Nobody's: Matter of all.".to_owned();
    let each = |count: usize| (1..=count).map(|at| format!("!  Nobody's (no. {at}): Matter {at}.")).collect::<Vec<_>>();
    assert_eq!(threats(6, "terminal"), [each(6), vec![of_all.clone()]].concat());
    let others = "!  Nobody's (no. 6 to 13): The same goes for 8 more tasks.".to_owned();
    assert_eq!(threats(13, "terminal"), [each(5), vec![others, of_all]].concat());
    assert_eq!(
        threats(7, "markdown")[4..],
        [
            "| Nobody's | 5 | Matter 5. |",
            "| Nobody's | 6 and 7 | The same goes for 2 more tasks. |",
            "| Nobody's | – | Matter of all. |"
        ]
    );
}
