//! The plan in Markdown, word for word.

use gapcheck::model::plan::Plan;

use crate::fixture::{Asked, jane, printed, render, with_plan};

/// The whole plan.
const WHOLE: &str = "\
# Healthy Co. · Healthy Cloud: remediation plan

SOC 2 Type I, as of 2026-11-22, on security. Planned on 2026-11-22.

**3 tasks, 3 days of work; if each takes as long as is most likely, the last is finished on 2026-12-01.**

## What threatens the report

| Threat | No. | What is the matter |
| --- | ---: | --- |
| Overdue | 1 | It was due on 2026-11-20. |
| Past the promise | – | Fieldwork would be 7 days late. |
| Nobody's | 2 | It is nobody's. |

## Can the promised day hold

**The promised fieldwork of 2026-12-14 cannot hold.**

1 of 4 tasks is said to be done, 1 is in progress, 1 is blocked.

- The last task is finished by 2026-12-02 with a chance of 50 %, by 2026-12-09 with a chance of 90 %.
- Policies and controls of moderate level or above are in place by 2026-12-01 with a chance of 50 %, by 2026-12-08 with a chance of 90 %.
- Simulated 1000 times over the ranges of the efforts (seed 7); what delays work beside its effort is not in it.

### Critical path

Every working day one of these is late, the end of the plan is late:

| No. | Task | Responsible | Start | Finish | Why not earlier |
| ---: | --- | --- | --- | --- | --- |
| 1 | Write, review and approve POL-AC (Access control policy) | Jane Roe | 2026-11-23 | 2026-11-24 | nothing comes before it |
| 2 | Complete the description of AC-01 (Single sign-on with a second factor) | unassigned | 2026-11-25 | 2026-11-30 | waits for no. 1 |

## Gap analysis report

| Verdicts on | Picture | Done | Share | To do | Share |
| --- | --- | ---: | ---: | ---: | ---: |
| Design | ████████████████░░░░ | 28 | 84 % | 5 | 16 % |

Done is an applicable criterion with no gap identified. To do is every other applicable criterion. Shares are whole percent, done rounded down.

| Level | Open gaps |
| --- | ---: |
| Very high | 0 |
| High | 0 |
| Moderate | 1 |
| Low | 1 |
| Very low | 1 |

Every verdict and every gap with its reasons: `gapcheck assess INVENTORY -o report.md`

## Action plan

| No. | Issue | Recommended action | Responsible | Resources | Estimated completion | Effort | Due | Depends on | Status | Tracked at |
| ---: | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | Access control policy: its review is overdue | Write, review and approve POL-AC (Access control policy) | Jane Roe | An approver | 2026-11-24 | 1.5 days | **2026-11-20** | – | in progress | `GRC-1` |
| 2 | Single sign-on with a second factor: nobody answers for it | Complete the description of AC-01 (Single sign-on with a second factor) | **unassigned** | Whoever performs it | 2026-11-30 | 0.5 to 4 days, most likely 1 | 2027-02-20 | no. 1 | open | – |
| 3 | Quarterly internal audit: nobody has tested its design | Test the design of MON-02 | Alex Doe | – | 2026-12-01 | 0.5 days | 2027-05-21 | – | blocked | – |
| 4 | – | Close X | Sam Poe | – | – | 1 day | 2027-05-21 | – | done | – |

## Control implementation plan

Controls must be in place by 2026-11-30. The fieldwork promised asks for it.

### 2. Complete the description of AC-01 (Single sign-on with a second factor)

Owner: **unassigned** · Start: 2026-11-25 · Finish: 2026-11-30 · Last day to start: 2026-11-20, passed.

1. Name one owner.
2. Write it down.

**Done when:** It has an owner.

**Proof:** entry in the inventory; approved document.

### 4. Close X

Owner: Sam Poe · Start: – · Finish: –.

## Compliance roadmap

| Milestone | Reached | Promised | Promise | What decides it |
| --- | --- | --- | --- | --- |
| Policies approved | 2026-11-24 | – | – | POL-AC is the last. |
| Fieldwork | 2026-12-21 | 2026-12-14 | cannot hold | Two weeks after the controls. |
| Report | 2027-02-01 | 2027-02-15 | can hold | Six weeks after fieldwork. |

The reports there could be, side by side:

| Report | Begins | Ends | Fieldwork | Ready | Against the promises | Last day to begin |
| --- | --- | --- | --- | --- | --- | --- |
| Type I | – | 2026-12-07 | 2026-12-14 | 2027-01-25 | fieldwork on the day, report 21 days to spare | – |
| Type II over 3 months | 2026-12-01 | 2027-02-28 | 2027-03-15 | 2027-04-26 | fieldwork 91 days late, report 70 days late | 2026-11-01 |

```mermaid
gantt
    title Healthy Co.#colon; compliance roadmap
    dateFormat YYYY-MM-DD
    axisFormat %b %Y
    tickInterval 1month
    todayMarker off
    section Policies
    1 Write, review and approve POL-AC #40;Access control policy#41; :crit, active, t1, 2026-11-23, 2026-11-25
    section Procedures
    2 Complete the description of AC-01 #40;Single sign-on with a… :crit, t2, 2026-11-25, 2026-12-01
    section Tests
    3 Test the design of MON-02 :t3, 2026-12-01, 2026-12-02
    section Milestones
    Policies approved :milestone, m1, 2026-11-24, 0d
    Fieldwork :milestone, m2, 2026-12-21, 0d
    Fieldwork promised :crit, milestone, m3, 2026-12-14, 0d
    Report :milestone, m4, 2027-02-01, 0d
    Report promised :milestone, m5, 2027-02-15, 0d
```

## How it was planned

- T-X:close is said to be done.

Work is laid on working days within each owner's days a week, one task at a time, after the tasks it waits for; among the tasks that can begin, the one with the worst gap and then the one that closes most risk for a day of work goes first.

Efforts are estimates until the organisation sets its own under `remediation`.

This is management's own gap analysis. It is not an examination, and nobody independent gives an opinion here. It judges only the information supplied: what was not looked at is never counted in favour.
";

/// The week of Monday, 23 November 2026.
const WEEK: &str = "\
# Healthy Co. · Healthy Cloud: remediation plan

SOC 2 Type I, as of 2026-11-22, on security. Planned on 2026-11-22.

**No working day is left in this week. 2 tasks to begin or to go on with in the week from 2026-11-23 to 2026-11-29.**

## What threatens the report

| Threat | No. | What is the matter |
| --- | ---: | --- |
| Overdue | 1 | It was due on 2026-11-20. |
| Past the promise | – | Fieldwork would be 7 days late. |
| Nobody's | 2 | It is nobody's. |

## This week

### Nobody: 1 task

#### 2. Complete the description of AC-01 (Single sign-on with a second factor)

2026-11-25 to 2026-11-30 · 1 day · due 2027-02-20 · open · after no. 1.

1. Name one owner.
2. Write it down.

**Done when:** It has an owner.

**Proof:** entry in the inventory; approved document.

### Jane Roe: 1 task

#### 1. Write, review and approve POL-AC (Access control policy)

2026-11-23 to 2026-11-24 · 1.5 days · was due 2026-11-20 · in progress · tracked at `GRC-1`.

1. Read it.
2. Change it.

**Done when:** It is approved.

**Proof:** approved version.

This is management's own gap analysis. It is not an examination, and nobody independent gives an opinion here. It judges only the information supplied: what was not looked at is never counted in favour.
";

#[test]
fn it_holds_the_four_deliverables_by_name() {
    assert_eq!(printed("markdown", 0, &Asked::default()), WHOLE);
}

#[test]
fn a_week_goes_into_a_message() {
    assert_eq!(printed("markdown", 0, &Asked { week: true, owner: None }), WEEK);
}

#[test]
fn an_owner_gets_tasks_steps_and_chart() {
    let text = printed("markdown", 0, &Asked { week: false, owner: Some(jane()) });
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(
        headings,
        ["## What threatens the report", "## Action plan", "## Control implementation plan", "## Compliance roadmap"]
    );
    assert!(text.contains("\n**1 task for Jane Roe, 1.5 days of work; if each"), "{text}");
    assert!(text.contains("\nNo control has to be put in place, mended or described.\n"), "{text}");
    assert!(!text.contains("MON-02") && !text.contains("AC-01") && !text.contains("Fieldwork promised"), "{text}");
}

#[test]
fn nothing_to_do_is_said() {
    let text = with_plan(Plan::default(), |assessment| render(assessment, "markdown", 0, &Asked::default()));
    assert!(text.contains("\n## Action plan\n\nNothing is to do: no gap stands open.\n\n## Control"), "{text}");
    assert!(text.contains("\n## Compliance roadmap\n\nNothing on it has a day.\n\n## How"), "{text}");
    assert!(!text.contains("```"), "{text}");
}
