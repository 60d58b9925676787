//! The Gantt chart: what Mermaid would swallow or misread never reaches it.

use gapcheck::model::plan::{Phase, Plan, Task};

use crate::fixture::{Asked, day, plan, printed, render, with_plan};

/// The chart of the plan made by hand; a bar ends on the day after its last.
const CHART: &str = "\
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
";

#[test]
fn every_task_has_a_bar_and_every_milestone_its_days() {
    assert_eq!(printed("mermaid", 0, &Asked::default()), CHART);
    let markdown = printed("markdown", 0, &Asked::default());
    assert!(markdown.contains(&format!("\n```mermaid\n{CHART}```\n")), "{markdown}");
}

/// Holds a chart to what Mermaid reads as it is meant, by the rules found by trying.
pub fn assert_chart(text: &str) {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("gantt"), "{text}");
    let mut ids = Vec::new();
    let mut sections = 0;
    for line in lines {
        let line = line.strip_prefix("    ").unwrap_or_else(|| panic!("{line}"));
        let keyword = ["title ", "dateFormat ", "axisFormat ", "tickInterval ", "todayMarker off"];
        if keyword.iter().any(|word| line.starts_with(word)) {
            assert_eq!(sections, 0, "{line}");
            assert!(!line.contains(':') && !line.contains(';') || line.starts_with("title "), "{line}");
            continue;
        }
        if let Some(name) = line.strip_prefix("section ") {
            sections += 1;
            assert!(!name.is_empty(), "{line}");
            continue;
        }
        assert!(sections > 0, "a bar without a section: {line}");
        // A name is ended by the first colon, so there is but one.
        let (name, rest) = line.split_once(" :").unwrap_or_else(|| panic!("{line}"));
        assert!(!name.trim().is_empty() && !name.contains(':') && !rest.contains(':'), "{line}");
        assert!(name.chars().all(|c| !"<>`\"%{}[]()|\\".contains(c)), "{name}");
        let words: Vec<&str> =
            rest.split(", ").filter(|word| !["crit", "active", "milestone"].contains(word)).collect();
        let [id, start, end] = words[..] else { panic!("{line}") };
        assert!(!ids.contains(&id.to_owned()) && id.chars().all(|c| c.is_ascii_alphanumeric()), "{line}");
        ids.push(id.to_owned());
        let start: gapcheck::model::date::Date = start.parse().unwrap();
        if end != "0d" {
            assert!(end.parse::<gapcheck::model::date::Date>().unwrap() > start, "{line}");
        }
        let keywords = ["click", "section", "title", "dateformat", "excludes", "todaymarker", "acctitle", "%%"];
        assert!(!keywords.iter().any(|word| name.to_lowercase().starts_with(word)), "{line}");
    }
    assert!(!ids.is_empty(), "{text}");
}

#[test]
fn the_chart_is_one_mermaid_reads() {
    assert_chart(CHART);
}

/// Some fifteen names fit below a chart; a Type II report over 12 months takes more months than that.
#[test]
fn a_longer_chart_marks_longer_steps() {
    let marks = |days| {
        let mut made = Plan { milestones: Vec::new(), ..plan() };
        made.tasks[2].finish = Some(day(11, 23).plus_days(days));
        let text = with_plan(made, |assessment| render(assessment, "mermaid", 0, &Asked::default()));
        let lines = text.lines().skip_while(|line| !line.contains("axisFormat"));
        let marks: Vec<&str> = lines.take_while(|line| !line.contains("todayMarker")).map(str::trim).collect();
        marks.join(", ")
    };
    let weeks = "axisFormat %Y-%m-%d, tickInterval 1week";
    let months = "axisFormat %b %Y, tickInterval 1month";
    let quarters = "axisFormat %b %Y, tickInterval 3month";
    let years = "axisFormat %Y, tickInterval 12month";
    // The chart begins on 2026-11-23.
    assert_eq!([marks(42), marks(43)], [weeks, months]);
    assert_eq!([marks(465), marks(466)], [months, quarters]);
    assert_eq!([marks(1_395), marks(1_396)], [quarters, years]);
    // Of a century Mermaid marks some ten years by itself.
    assert_eq!([marks(5_490), marks(5_491), marks(36_500)], [years, "axisFormat %Y", "axisFormat %Y"]);
}

#[test]
fn many_tasks_share_bars_by_phase_and_month() {
    let many = |count: usize| {
        let tasks = (1..=count).map(|at| Task {
            id: format!("T-{at}"),
            title: format!("Do {at}"),
            phase: match at {
                5 => Phase::Test,
                2 | 4 | 6 => Phase::Evidence,
                _ => Phase::Control,
            },
            // What stands second begins before what stands first.
            start: Some(if at % 2 == 0 { day(11, 30 - u32::from(at == 4)) } else { day(12, 1) }),
            finish: Some(if at % 2 == 0 { day(11, 30) } else { day(12, 4) }),
            critical: at == 3,
            ..Task::default()
        });
        let made = Plan { tasks: tasks.collect(), ..Plan::default() };
        with_plan(made, |assessment| render(assessment, "mermaid", 0, &Asked::default()))
    };
    let bars = |text: &str| -> Vec<String> {
        text.lines().skip_while(|line| !line.contains("section")).skip(1).map(|line| line.trim().to_owned()).collect()
    };
    // Each its own, in three sections; the first section is skipped.
    assert_eq!(bars(&many(40)).len(), 42);
    // Three are named, of four two, and one alone keeps its name.
    assert_eq!(
        bars(&many(41)),
        [
            "17 tasks, no. 8, 10 and 15 more :t1, 2026-11-30, 2026-12-01",
            "20 tasks, no. 1, 3 and 18 more :crit, t2, 2026-12-01, 2026-12-05",
            "section Evidence",
            "3 tasks, no. 2, 4 and 6 :t3, 2026-11-29, 2026-12-01",
            "section Tests",
            "5 Do 5 :t4, 2026-12-01, 2026-12-05"
        ]
    );
}

#[test]
fn a_chart_of_nothing_is_a_chart_all_the_same() {
    let text = with_plan(Plan::default(), |assessment| render(assessment, "mermaid", 0, &Asked::default()));
    assert_chart(&text);
    assert!(
        text.ends_with("    Nothing is to do#colon; no gap stands open. :milestone, m1, 2026-11-22, 0d\n"),
        "{text}"
    );
}

#[test]
fn a_day_that_lies_behind_is_told_but_not_drawn() {
    let mut made = plan();
    made.milestones[0].date = Some(day(11, 22).minus_days(1));
    let chart = |made: Plan| with_plan(made, |assessment| render(assessment, "mermaid", 0, &Asked::default()));
    assert!(!chart(made.clone()).contains("Policies approved"));
    let markdown = with_plan(made.clone(), |assessment| render(assessment, "markdown", 0, &Asked::default()));
    assert!(markdown.contains("\n| Policies approved | 2026-11-21 | – | – | POL-AC is the last. |\n"), "{markdown}");
    made.milestones[0].date = Some(day(11, 22));
    assert!(chart(made).contains("\n    Policies approved :milestone, m1, 2026-11-22, 0d\n"));
}

#[test]
fn a_report_nobody_promised_is_held_against_nothing() {
    let mut made = plan();
    for option in &mut made.dates.options {
        (option.fieldwork_holds, option.report_holds, option.last_start) = (None, Some(-1), None);
    }
    made.dates.options[0].report_holds = None;
    let text = with_plan(made, |assessment| render(assessment, "markdown", 0, &Asked::default()));
    assert!(
        text.contains("| 2027-01-25 | – | – |\n") && text.contains("| 2027-04-26 | report 1 day late | – |\n"),
        "{text}"
    );
}
