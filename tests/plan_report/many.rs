//! What is told once of very many tasks, so that what matters is still seen.

use gapcheck::model::plan::{Escalation, Plan, Task, Threat};

use crate::common::assess;
use crate::fixture::{Asked, plan, render, with_plan};

/// A plan of tasks that are all nobody's, with what else is nobody's before and behind them.
fn nobodys(tasks: usize) -> Plan {
    let names: Vec<String> = (1..=tasks).map(|at| format!("T-{at}")).collect();
    let escalation =
        |task: Option<&String>, because: String| Escalation { threat: Threat::Unowned, task: task.cloned(), because };
    let of_tasks = names.iter().map(|name| escalation(Some(name), format!("`{name}` is nobody's.")));
    let overdue = Escalation { threat: Threat::Overdue, task: None, because: "It was due.".to_owned() };
    let rest = escalation(None, "3 tasks of low risk are nobody's.".to_owned());
    Plan {
        tasks: names.iter().map(|name| Task { id: name.clone(), ..Task::default() }).collect(),
        escalations: std::iter::once(overdue).chain(of_tasks).chain([rest]).collect(),
        ..plan()
    }
}

fn threats(tasks: usize) -> String {
    with_plan(nobodys(tasks), |assessment| {
        let text = render(assessment, "terminal", 100, &Asked::default());
        let (_, threats) = text.split_once("What threatens the report\n").unwrap();
        threats.split_once("\n\n").unwrap().0.to_owned()
    })
}

#[test]
fn of_many_tasks_with_one_threat_the_first_five_are_told() {
    let told = "  !  Overdue: It was due.
  !  Nobody's (no. 1): `T-1` is nobody's.
  !  Nobody's (no. 2): `T-2` is nobody's.
  !  Nobody's (no. 3): `T-3` is nobody's.
  !  Nobody's (no. 4): `T-4` is nobody's.
  !  Nobody's (no. 5): `T-5` is nobody's.
";
    let rest = "  !  Nobody's: 3 tasks of low risk are nobody's.";
    assert_eq!(threats(5), format!("{told}{rest}"));
    // A sixth takes no more room than to say that there is one more.
    assert_eq!(threats(6), format!("{told}  !  Nobody's (no. 6): `T-6` is nobody's.\n{rest}"));
    assert_eq!(threats(7), format!("{told}  !  Nobody's (no. 6 and 7): The same goes for 2 more tasks.\n{rest}"));
    assert_eq!(threats(40), format!("{told}  !  Nobody's (no. 6 to 40): The same goes for 35 more tasks.\n{rest}"));
    let markdown = with_plan(nobodys(7), |assessment| render(assessment, "markdown", 100, &Asked::default()));
    assert!(markdown.contains("\n| Nobody's | 6 and 7 | The same goes for 2 more tasks. |\n"), "{markdown}");
    assert!(!markdown.contains("| 7 | `T-7`"), "{markdown}");
    // Machines are told each of them.
    let json = with_plan(nobodys(40), |assessment| render(assessment, "json", 100, &Asked::default()));
    assert!(json.contains("`T-40` is nobody's."));
}

const NOTHING: &str = "
organization: Beta
scope: { report: type1, as_of: 2027-03-31 }
systems: [{ id: app, name: App }]
controls: []
";

fn action_plan(yaml: &str, format: &str, asked: &Asked) -> String {
    assess(yaml, |assessment| {
        let text = render(assessment, format, 100, asked);
        text.split_once("Action plan\n").unwrap().1.to_owned()
    })
}

#[test]
fn an_organisation_without_controls_reads_its_criteria_by_series() {
    // 33 criteria, each 5 days of one task after the other from Monday the 23rd of November; the very high and high ones first.
    let terminal = action_plan(NOTHING, "terminal", &Asked::default());
    let begin = "  No control addresses 33 criteria. By series:
  CC1   Control environment
        5 criteria · no. 15 to 19 · 25 days · 2027-03-01 to 2027-04-02
  CC2   Information and communication
        3 criteria · no. 20 to 22 · 15 days · 2027-04-05 to 2027-04-23
";
    assert!(terminal.starts_with(begin), "{terminal}");
    let end = "  CC8   Change management
        1 criterion · no. 3 · 5 days · 2026-12-07 to 2026-12-11
  CC9   Risk mitigation
        2 criteria · no. 14 and 33 · 10 days · 2027-02-22 to 2027-07-09

     1  Put a control in place for CC6.1 (Logical access to protected assets)
";
    assert!(terminal.contains(end), "{terminal}");
    let markdown = action_plan(NOTHING, "markdown", &Asked::default());
    let row = "\n| CC6 Logical and physical access | 8 | no. 1, 2, 5 to 8, 31 and 32 | 40 days | 2026-11-23 to 2027-07-02 |\n";
    assert!(markdown.starts_with("\nNo control addresses 33 criteria. By series:\n"), "{markdown}");
    assert!(markdown.contains(row), "{markdown}");
}

#[test]
fn a_handful_of_criteria_without_a_control_is_told_one_by_one() {
    let with = |criteria: &str| {
        let control = format!("controls: [{{ id: K, name: Look, status: implemented, criteria: [{criteria}] }}]");
        action_plan(&NOTHING.replace("controls: []", &control), "terminal", &Asked::default())
    };
    let most = "CC1.1, CC1.2, CC1.3, CC1.4, CC1.5, CC2.1, CC2.2, CC2.3, CC3.1, CC3.2, CC3.3, CC3.4, CC4.1, CC4.2, CC5.1, \
                CC5.2, CC5.3, CC6.1, CC6.2, CC6.3, CC6.4, CC6.5, CC6.6, CC6.7, CC6.8";
    assert!(with(most).starts_with("  No control addresses 8 criteria. By series:\n  CC7   System operations\n"));
    assert!(!with(&format!("{most}, CC7.1")).contains("By series"));
}
