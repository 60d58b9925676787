//! The days that matter, the verdict and the escalations of a plan: every day worked out on paper, every sentence whole.
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

use std::sync::OnceLock;

use gapcheck::assess::standing::standings;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::gap::{Finding, Gap, Treatment};
use gapcheck::model::gap_id::GapId;
use gapcheck::model::level::Level;
use gapcheck::model::plan::{Escalation, Milestone, Plan, Threat};
use gapcheck::model::plan_dates::PlanOption;
use gapcheck::model::risk::{Rating, Risk};
use gapcheck::model::rule::{GapNature, RuleInfo};
use gapcheck::plan::{Ground, plan};
use gapcheck::report::Options;
use gapcheck::report::json::FORMAT;
use gapcheck::{Request, load, map};
use proptest::prelude::*;
use serde_json::{Value, json};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A Sunday; the first working day is Monday, 23 November.
const TODAY: &str = "2026-11-22";

/// An open gap with a score, about the control at a position.
fn gap_of(id: &str, score: u8, nature: GapNature, control: Option<usize>) -> Gap {
    let (_, rule, _) = GapId::split(id).unwrap();
    // Rules live as long as the program; those of a test are as good as any.
    let rule = RuleInfo { name: String::leak(rule.to_owned()), nature, likelihood: 50, page: "", since: "0.1.0" };
    let (subject, rest) = id.split_once(':').unwrap();
    let residual = Rating { score, level: Level::of(score), ..Rating::default() };
    let about = Finding::about(Box::leak(Box::new(rule)), &subject);
    Gap {
        finding: Finding { id: GapId::new(&subject, rest), control, ..about },
        risk: Risk { residual, ..Risk::default() },
        treatment: Treatment::Open,
        number: 0,
    }
}

fn gap(id: &str, score: u8) -> Gap {
    gap_of(id, score, GapNature::Missing, None)
}

fn planned_on(today: Date, inventory: &str, gaps: &[Gap]) -> Plan {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    let sources = load::inventory::single("inventory.yaml", inventory);
    let catalog = CATALOG.get_or_init(|| load::catalog::bundled().unwrap());
    let read = gapcheck::read(&sources, catalog, today);
    let inventory = read.unwrap_or_else(|problems| panic!("{problems:?}\n{inventory}"));
    let coverage = map::coverage(catalog, &inventory);
    let standings = standings(&inventory, &Files::default(), today);
    let ground =
        Ground { catalog, inventory: &inventory, coverage: &coverage, standings: &standings, as_of: today, odds: true };
    plan(&ground, gaps)
}

/// An inventory with a scope, in which Jane has so much work to put AC-11 in place.
fn inventory(scope: &str, effort: &str) -> String {
    format!(
        "organization: Acme
scope: {scope}
controls:
  - {{ id: AC-11, name: Offboarding, criteria: [CC6.3], status: planned }}
remediation:
  - {{ gap: 'AC-11:control-not-in-place', owner: jane, effort: {effort} }}
"
    )
}

fn one_gap() -> [Gap; 1] {
    [gap("AC-11:control-not-in-place", 50)]
}

fn planned(scope: &str, effort: &str) -> Plan {
    planned_on(day(TODAY), &inventory(scope, effort), &one_gap())
}

fn milestone<'a>(plan: &'a Plan, name: &str) -> &'a Milestone {
    plan.milestones.iter().find(|milestone| milestone.name == name).unwrap()
}

fn date(plan: &Plan, name: &str) -> String {
    milestone(plan, name).date.map_or_else(|| "never".to_owned(), |date| date.to_string())
}

fn option<'a>(plan: &'a Plan, name: &str) -> &'a PlanOption {
    plan.dates.options.iter().find(|option| option.name == name).unwrap()
}

/// Start, end, fieldwork and report.
fn days(option: &PlanOption) -> [String; 4] {
    let start = option.start.map_or_else(|| "-".to_owned(), |start| start.to_string());
    [start, option.end.to_string(), option.fieldwork.to_string(), option.report.to_string()]
}

fn verdict(plan: &Plan) -> &str {
    plan.verdict.as_deref().unwrap()
}

fn escalations(plan: &Plan) -> Vec<(Threat, &str)> {
    plan.escalations.iter().map(|Escalation { threat, because, .. }| (*threat, because.as_str())).collect()
}

#[test]
fn the_milestones_of_a_type_1_report_stand_in_order() {
    // Five days of work from Monday the 23rd to Friday the 27th; two weeks to fieldwork, six more to the report.
    let plan = planned("{}", "5d");
    let names: Vec<&str> = plan.milestones.iter().map(|milestone| milestone.name).collect();
    let expected = [
        "policies approved",
        "controls in place",
        "observation period can start",
        "observation period complete",
        "fieldwork",
        "report",
    ];
    assert_eq!(names, expected);
    let dates: Vec<String> = expected.iter().map(|name| date(&plan, name)).collect();
    assert_eq!(dates, ["2026-11-22", "2026-11-27", "2026-11-28", "never", "2026-12-11", "2027-01-22"]);
    let because: Vec<&str> = plan.milestones.iter().map(|milestone| milestone.because.as_str()).collect();
    let expected = [
        "No document is left to be settled.",
        "`T-AC-11:put-in-place` is the last task of moderate risk or above that puts a control in place.",
        "The day after the controls are in place.",
        "A Type I report speaks of a day; no period has to be observed for it.",
        "Fieldwork begins 14 days after 2026-11-27.",
        "The report is ready 42 days after the beginning of fieldwork.",
    ];
    assert_eq!(because, expected);
    assert!(plan.milestones.iter().all(|milestone| milestone.promised.is_none() && milestone.holds.is_none()));
    let expected = "No day is promised to customers; a Type I report could be ready on 2027-01-22, and a Type II report over 3 \
                    months on 2027-04-24.";
    assert_eq!(verdict(&plan), expected);
    assert_eq!((plan.dates.in_place_by, plan.dates.last_starts.len(), plan.escalations.len()), (None, 0, 0));
}

#[test]
fn the_reports_there_could_be_stand_side_by_side() {
    let plan = planned("{}", "5d");
    let known: Vec<(&str, [String; 4])> = plan.dates.options.iter().map(|option| (option.name, days(option))).collect();
    let expected = [
        ("Type I", ["-", "2026-11-27", "2026-12-11", "2027-01-22"]),
        ("Type II over 3 months", ["2026-11-28", "2027-02-27", "2027-03-13", "2027-04-24"]),
        ("Type II over 6 months", ["2026-11-28", "2027-05-27", "2027-06-10", "2027-07-22"]),
        ("Type II over 12 months", ["2026-11-28", "2027-11-27", "2027-12-11", "2028-01-22"]),
    ];
    assert_eq!(known, expected.map(|(name, days)| (name, days.map(str::to_owned))));
    assert!(plan.dates.options.iter().all(|option| option.report_holds.is_none() && option.last_start.is_none()));
    assert_eq!(
        option(&plan, "Type I").because,
        "The controls are in place on 2026-11-27, when `T-AC-11:put-in-place` is finished. Fieldwork begins 14 days after \
         2026-11-27."
    );
}

#[test]
fn a_promise_holds_to_the_day() {
    let exact = planned("{ milestones: { fieldwork: 2026-12-11, report: 2027-01-22 } }", "5d");
    let type_1 = option(&exact, "Type I");
    assert_eq!((type_1.fieldwork_holds, type_1.report_holds), (Some(0), Some(0)));
    assert_eq!(milestone(&exact, "fieldwork").holds, Some(true));
    assert_eq!(milestone(&exact, "report").holds, Some(true));
    assert_eq!(milestone(&exact, "report").promised, Some(day("2027-01-22")));
    let because = &milestone(&exact, "report").because;
    assert_eq!(because, "The report is ready 42 days after the beginning of fieldwork. That is the promised day.");
    // From 22 January to 24 April: 9 + 28 + 31 + 24 days.
    let expected = "The promised report of 2027-01-22 can hold with a Type I report (no day to spare); a Type II report over 3 \
                    months would be ready on 2027-04-24, 92 days late.";
    assert_eq!(verdict(&exact), expected);
    assert_eq!(escalations(&exact), []);

    let missed = planned("{ milestones: { report: 2027-01-21 } }", "5d");
    assert_eq!(option(&missed, "Type I").report_holds, Some(-1));
    assert_eq!(milestone(&missed, "report").holds, Some(false));
    let expected = "The promised report of 2027-01-21 cannot hold: a Type I report would be ready on 2027-01-22, 1 day late; a \
                    Type II report over 3 months would be ready on 2027-04-24, 93 days late.";
    assert_eq!(verdict(&missed), expected);
    let expected = [
        "The report promised for 2027-01-21 can only be on 2027-01-22, 1 day late.",
        // Five working days up to Thursday the 26th begin on Friday the 20th.
        "`T-AC-11:put-in-place` is finished on 2026-11-27, 1 day after the controls must be in place; it had to begin by \
         2026-11-20.",
    ];
    assert_eq!(escalations(&missed), expected.map(|because| (Threat::PastThePromise, because)));
}

#[test]
fn the_longest_period_that_holds_is_told() {
    // From 22 January to 22 July: 9 + 28 + 31 + 30 + 31 + 30 + 22 days.
    let plan = planned("{ milestones: { report: 2027-07-22 } }", "5d");
    let expected = "The promised report of 2027-07-22 can hold with a Type I report (181 days to spare); a Type II report over 6 \
                    months can hold if its period starts on 2026-11-28.";
    assert_eq!(verdict(&plan), expected);
    let holds: Vec<Option<i64>> = plan.dates.options.iter().map(|option| option.report_holds).collect();
    // 24 April to 22 July: 6 + 31 + 30 + 22 = 89. From 22 July 2027 to 22 January 2028: 9 + 31 + 30 + 31 + 30 + 31 + 22 = 184.
    assert_eq!(holds, [Some(181), Some(89), Some(0), Some(-184)]);
}

#[test]
fn fieldwork_that_fails_is_told_beside_a_report_that_holds() {
    let plan = planned("{ milestones: { fieldwork: 2026-12-10, report: 2027-02-01 } }", "5d");
    let expected = "The promised report of 2027-02-01 can hold with a Type I report (10 days to spare); fieldwork, promised for \
                    2026-12-10, can begin only on 2026-12-11, 1 day late; a Type II report over 3 months would be ready on \
                    2027-04-24, 82 days late.";
    assert_eq!(verdict(&plan), expected);
    let alone = planned("{ milestones: { fieldwork: 2026-12-10 } }", "5d");
    let expected = "The promised fieldwork of 2026-12-10 cannot hold: fieldwork for a Type I report could begin on 2026-12-11, 1 \
                    day late; fieldwork for a Type II report over 3 months could begin on 2027-03-13, 93 days late.";
    assert_eq!(verdict(&alone), expected);
}

#[test]
fn holidays_part_time_and_own_terms_count() {
    // Two days a week are 0.4 a day: four days of work take ten working days, 23, 24, 25, 27, 30 November, 1 to 4 and 7 December.
    let text = inventory("{}", "4d")
        + "people: [{ id: jane, days_per_week: 2 }]
settings:
  calendar: { holidays: [2026-11-26, { start: 2026-12-24, end: 2027-01-01 }] }
  plan: { fieldwork_after: 1mo, report_after: 10d }
";
    let plan = planned_on(day(TODAY), &text, &one_gap());
    assert_eq!(date(&plan, "controls in place"), "2026-12-07");
    assert_eq!(date(&plan, "observation period can start"), "2026-12-08");
    assert_eq!(date(&plan, "fieldwork"), "2027-01-07");
    assert_eq!(date(&plan, "report"), "2027-01-17");
    assert_eq!(milestone(&plan, "fieldwork").because, "Fieldwork begins 1 month after 2026-12-07.");
    let names = ["2026-12-08", "2027-03-07", "2027-04-07", "2027-04-17"];
    assert_eq!(days(option(&plan, "Type II over 3 months")), names);
}

#[test]
fn months_end_where_the_calendar_has_them_end() {
    // Six days from Monday, 22 November 2027, end on Monday the 29th. Three months from 30 November 2027 reach to the day before
    // 29 February 2028; February has 29 days, so two weeks later is 13 March.
    let plan = planned_on(day("2027-11-22"), &inventory("{}", "6d"), &one_gap());
    let three = ["2027-11-30", "2028-02-28", "2028-03-13", "2028-04-24"];
    assert_eq!(days(option(&plan, "Type II over 3 months")), three);
    let six = ["2027-11-30", "2028-05-29", "2028-06-12", "2028-07-24"];
    assert_eq!(days(option(&plan, "Type II over 6 months")), six);
    assert_eq!(option(&plan, "Type II over 12 months").end, day("2028-11-29"));
}

#[test]
fn the_day_a_type_1_report_speaks_of_is_that_of_the_scope_or_said_to_be_too_early() {
    let kept = planned("{ as_of: 2026-12-15 }", "5d");
    assert_eq!(days(option(&kept, "Type I")), ["-", "2026-12-15", "2026-12-29", "2027-02-09"]);
    assert_eq!(kept.dates.in_place_by.as_ref().map(|by| by.day), Some(day("2026-12-15")));
    assert_eq!(kept.dates.in_place_by.unwrap().because, "The report is to speak of 2026-12-15.");
    // Tuesday, 15 December, and back to Wednesday the 9th.
    assert_eq!((kept.dates.last_starts[0].day, kept.dates.last_starts[0].late), (day("2026-12-09"), false));
    let late = planned("{ as_of: 2026-11-26 }", "5d");
    let option = option(&late, "Type I");
    assert_eq!(option.end, day("2026-11-27"));
    assert_eq!(
        option.because,
        "The scope has it speak of 2026-11-26, but the controls are in place only on 2026-11-27, when `T-AC-11:put-in-place` is \
         finished: it can speak of that day at the earliest. Fieldwork begins 14 days after 2026-11-27."
    );
}

const NEXT_HALF: &str = "report: type2, period: { start: 2027-01-01, end: 2027-06-30 }";

#[test]
fn a_period_still_to_begin_stays_where_it_is() {
    let plan = planned(&format!("{{ {NEXT_HALF} }}"), "5d");
    assert_eq!(date(&plan, "observation period can start"), "2026-11-28");
    let because = &milestone(&plan, "observation period can start").because;
    // 2 days to the end of November, 31, and one.
    let expected = "The day after the controls are in place. The period as scoped begins on 2027-01-01, 34 days later.";
    assert_eq!(because, expected);
    assert_eq!(date(&plan, "observation period complete"), "2027-06-30");
    assert_eq!((date(&plan, "fieldwork"), date(&plan, "report")), ("2027-07-14".to_owned(), "2027-08-25".to_owned()));
    assert_eq!(days(option(&plan, "Type II as scoped")), ["2027-01-01", "2027-06-30", "2027-07-14", "2027-08-25"]);
    assert_eq!(
        verdict(&plan),
        "No day is promised to customers; a Type II report as scoped could be ready on 2027-08-25."
    );
    let by = plan.dates.in_place_by.unwrap();
    assert_eq!((by.day, by.alternative), (day("2026-12-31"), false));
    assert_eq!(by.because, "The observation period as scoped begins on 2027-01-01.");
    // Thursday, 31 December, and back over 30, 29, 28 to Friday the 25th.
    assert_eq!(plan.dates.last_starts[0].day, day("2026-12-25"));
}

#[test]
fn controls_that_come_after_the_period_begins_are_said_and_shift_nothing() {
    // Thirty days are six weeks, to Friday, 1 January.
    let scope = format!("{{ {NEXT_HALF}, milestones: {{ report: 2027-08-25 }} }}");
    let plan = planned(&scope, "30d");
    assert_eq!(date(&plan, "controls in place"), "2027-01-01");
    let because = &milestone(&plan, "observation period can start").because;
    let expected =
        "The day after the controls are in place. The period as scoped begins on 2027-01-01, 1 day too early.";
    assert_eq!(because, expected);
    assert_eq!(option(&plan, "Type II as scoped").start, Some(day("2027-01-01")));
    let expected = "Its period is that of the scope. The controls are to be in place by 2026-12-31, and are only on 2027-01-01. \
                    Fieldwork begins 14 days after 2027-06-30.";
    assert_eq!(option(&plan, "Type II as scoped").because, expected);
    // Over six months from 2 January the report would come a day too late.
    assert_eq!(option(&plan, "Type II over 6 months").report_holds, Some(-1));
    let expected = "The promised report of 2027-08-25 can hold with a Type II report as scoped (no day to spare), but its period \
                    begins on 2027-01-01 and the controls are in place only from 2027-01-02 on; a Type II report over 3 months \
                    can hold if its period starts on 2027-01-02.";
    assert_eq!(verdict(&plan), expected);
    // Back from Thursday, 31 December: 25 working days to 26 November, and four more.
    let expected = "`T-AC-11:put-in-place` is finished on 2027-01-01, 1 day after the controls must be in place; it had to begin \
                    by 2026-11-20.";
    assert_eq!(escalations(&plan), [(Threat::PastThePromise, expected)]);
}

#[test]
fn days_promised_before_the_period_ends_are_said() {
    let scope = format!("{{ {NEXT_HALF}, milestones: {{ fieldwork: 2027-05-01, report: 2027-06-01 }} }}");
    let plan = planned(&scope, "5d");
    // From 1 June to 25 August: 29 + 31 + 25 days.
    let expected = "The promised report of 2027-06-01 cannot hold: a Type II report as scoped would be ready on 2027-08-25, 85 \
                    days late, for its period ends only on 2027-06-30; a Type II report over 3 months can hold if its period \
                    starts on 2026-11-28.";
    assert_eq!(verdict(&plan), expected);
    let expected = [
        "The observation period as scoped ends on 2027-06-30, but fieldwork is promised for 2027-05-01 and the report is \
         promised for 2027-06-01: no plan can keep that with this period.",
        "The report is promised for 2027-06-01, 31 days after the fieldwork promised for 2027-05-01; it takes 42 days, so \
         fieldwork would have to begin by 2027-04-20.",
    ];
    assert_eq!(plan.notes, expected);
}

/// A period that has begun, in which AC-2 missed July to October and AC-3 came a month late.
fn running(milestones: &str) -> String {
    inventory(&format!("{{ report: type2, period: {{ start: 2026-07-01, end: 2026-12-31 }}{milestones} }}"), "5d")
        .replace(
            "controls:\n",
            "controls:
  - { id: AC-2, name: Access review, criteria: [CC6.1], status: implemented, frequency: monthly }
  - { id: AC-3, name: Sign-on, criteria: [CC6.1], status: implemented, since: 2026-08-01 }
",
        )
}

#[test]
fn a_period_that_has_begun_is_not_moved_and_what_it_lacks_is_said() {
    let plan = planned_on(day(TODAY), &running(", milestones: { report: 2027-02-25 }"), &one_gap());
    let start = milestone(&plan, "observation period can start");
    assert_eq!(start.date, Some(day("2026-07-01")));
    assert_eq!(
        start.because,
        "The period as scoped began then and is not moved. What it lacks already: 1 control missed occurrences (AC-2), 1 control \
         was in place only after the period had begun (AC-3) and the last of the controls is in place only on 2026-11-27."
    );
    assert_eq!(days(option(&plan, "Type II as scoped")), ["2026-07-01", "2026-12-31", "2027-01-14", "2027-02-25"]);
    assert_eq!(option(&plan, "Type II over 3 months").start, Some(day("2026-11-28")));
    // A Type I report comes on 22 January.
    let expected = "The promised report of 2027-02-25 can hold with a Type II report as scoped (no day to spare), but its period \
                    has begun and something in it is missed already: 1 control missed occurrences, 1 control was in place only \
                    after the period had begun and the last of the controls is in place only on 2026-11-27; a Type I report can \
                    hold (34 days to spare).";
    assert_eq!(verdict(&plan), expected);
    let expected = "The observation period as scoped began on 2026-07-01 and is not moved; one that starts on 2026-11-28, when the \
                    controls are in place, is an alternative.";
    assert_eq!(plan.notes, [expected]);
    // Nobody is chased for a period that is not in the scope.
    assert_eq!(escalations(&plan), []);
    let by = plan.dates.in_place_by.unwrap();
    assert_eq!((by.day, by.alternative), (day("2026-09-30"), true));
    let expected = "The observation period as scoped has begun; for the report on 2027-02-25 another one, over 3 months, would \
                    have to start by 2026-10-01.";
    assert_eq!(by.because, expected);
    // Wednesday, 30 September, and back over 29, 28, 25 to Thursday the 24th.
    assert_eq!((plan.dates.last_starts[0].day, plan.dates.last_starts[0].late), (day("2026-09-24"), true));
    // The first day of a period belongs to it: on it the period has begun, the day before it has not.
    let today = |text: &str| planned_on(day(text), &running(""), &one_gap()).notes.len();
    assert_eq!((today("2026-06-30"), today("2026-07-01")), (0, 1));
}

#[test]
fn a_period_that_is_over_leads_to_fieldwork_today_or_as_it_was_promised() {
    // Monday, 1 March 2027; fieldwork could have begun on 14 January.
    let on = |milestones: &str| planned_on(day("2027-03-01"), &running(milestones), &one_gap());
    let plan = on("");
    assert_eq!((date(&plan, "fieldwork"), date(&plan, "report")), ("2027-03-01".to_owned(), "2027-04-12".to_owned()));
    assert_eq!(milestone(&plan, "fieldwork").because, "Nothing is left that fieldwork waits for; it can begin today.");
    let lacks = &milestone(&plan, "observation period can start").because;
    assert!(lacks.ends_with("and the last of the controls is in place only after it ends, on 2027-03-05."), "{lacks}");

    let begun = on(", milestones: { fieldwork: 2027-01-20, report: 2027-03-03 }");
    assert_eq!((date(&begun, "fieldwork"), date(&begun, "report")), ("2027-01-20".to_owned(), "2027-03-03".to_owned()));
    assert_eq!(milestone(&begun, "report").holds, Some(true));
    let expected = "The fieldwork promised for 2027-01-20 lies in the past; nothing it waits for is left, so it is taken to have begun.";
    assert_eq!(begun.notes[0], expected);

    let early = on(", milestones: { fieldwork: 2027-01-13, report: 2027-02-25 }");
    let expected = [
        "The fieldwork promised for 2027-01-13 lies in the past; what it waits for was not over by then.",
        "The report promised for 2027-02-25 lies in the past; if it was delivered, take the promise out of the scope.",
    ];
    assert_eq!(early.notes[..2], expected);
    // From 25 February to 12 April 3 + 31 + 12 days; Type I on 5 March, 19 March and 30 April.
    let expected = "The promised report of 2027-02-25 lies in the past, and no plan can meet it any more: a Type II report as \
                    scoped would be ready on 2027-04-12, 46 days late; a Type I report would be ready on 2027-04-30, 64 days late.";
    assert_eq!(verdict(&early), expected);
    let expected = [
        "The fieldwork promised for 2027-01-13 lies in the past; as planned it can be on 2027-03-01.",
        "The report promised for 2027-02-25 lies in the past; as planned it can be on 2027-04-12.",
    ];
    assert_eq!(escalations(&early), expected.map(|because| (Threat::PastThePromise, because)));
}

#[test]
fn where_nothing_is_left_to_do_the_calendar_alone_decides() {
    let plan = planned_on(day(TODAY), "organization: Acme\ncontrols: []\n", &[]);
    let dates: Vec<Option<String>> =
        plan.milestones.iter().map(|milestone| milestone.date.map(|date| date.to_string())).collect();
    let expected =
        [Some("2026-11-22"), Some("2026-11-22"), Some("2026-11-22"), None, Some("2026-12-06"), Some("2027-01-17")];
    assert_eq!(dates, expected.map(|date| date.map(str::to_owned)));
    assert_eq!(plan.notes, ["Nothing is left to do: all days follow from the calendar alone."]);
    let because = &milestone(&plan, "observation period can start").because;
    let expected =
        "No control is left to put in place; where evidence goes further back, the period may have begun earlier.";
    assert_eq!(because, expected);
    assert_eq!(option(&plan, "Type II over 3 months").start, Some(day(TODAY)));
    assert_eq!(
        verdict(&plan),
        "No day is promised to customers; a Type I report could be ready on 2027-01-17, and a Type II report \
                                over 3 months on 2027-04-18."
    );
}

#[test]
fn fieldwork_waits_for_the_evidence_and_the_tests_that_matter_to_its_report() {
    let with = |id: &str, score: u8, nature: GapNature, effort: &str| {
        let text = inventory("{}", "5d") + &format!("  - {{ gap: '{id}', owner: sam, effort: {effort} }}\n");
        let text = text.replace(
            "controls:\n",
            "controls:\n  - { id: AC-2, name: Review, criteria: [CC6.1], status: implemented }\n",
        );
        let gaps = [gap("AC-11:control-not-in-place", 50), gap_of(id, score, nature, None)];
        planned_on(day(TODAY), &text, &gaps)
    };
    let fieldwork = |plan: &Plan| [option(plan, "Type I").fieldwork, option(plan, "Type II over 3 months").fieldwork];
    // Fifteen days end on Friday, 11 December, the day fieldwork can begin anyway; a day more on Monday the 14th.
    let same = with("AC-2:evidence-absent", 50, GapNature::Evidence, "15d");
    assert_eq!(fieldwork(&same), [day("2026-12-11"), day("2027-03-13")]);
    assert_eq!(milestone(&same, "fieldwork").because, "Fieldwork begins 14 days after 2026-11-27.");
    let late = with("AC-2:evidence-absent", 50, GapNature::Evidence, "16d");
    assert_eq!(fieldwork(&late), [day("2026-12-14"), day("2027-03-13")]);
    let expected = "Fieldwork waits for `T-AC-2:collect-evidence`, which is finished on 2026-12-14.";
    assert_eq!(milestone(&late, "fieldwork").because, expected);
    // What is of low risk holds nothing up, and a report on design does not wait for tests of operation.
    let low = with("AC-2:evidence-absent", 20, GapNature::Evidence, "16d");
    assert_eq!(fieldwork(&low)[0], day("2026-12-11"));
    // Ninety days end eighteen weeks after Friday, 20 November, on 26 March; ninety-one on Monday the 29th.
    let operation = with("AC-2:operation-untested", 50, GapNature::Operation, "91d");
    assert_eq!(fieldwork(&operation), [day("2026-12-11"), day("2027-03-29")]);
}

#[test]
fn the_last_day_to_start_goes_back_through_what_waits_and_what_one_owner_does() {
    // To be in place by Thursday, 31 December. Sam needs five days for AC-11, on the 25th and from the 28th on. Jane, with half
    // of every day, must be done with the policy on Thursday the 24th: two days of hers are four, from Monday the 21st. And
    // before that she does the two of AC-12, from Tuesday the 15th.
    let text = format!(
        "organization: Acme
scope: {{ {NEXT_HALF} }}
people: [{{ id: jane, days_per_week: 2.5 }}, {{ id: sam }}]
documents: [{{ id: POL-1, title: Policy }}]
controls:
  - {{ id: AC-11, name: Offboarding, criteria: [CC6.3], status: planned, documented_in: [POL-1] }}
  - {{ id: AC-12, name: Onboarding, criteria: [CC6.2], status: planned }}
  - {{ id: AC-13, name: Small, criteria: [CC6.2], status: planned }}
remediation:
  - {{ gap: 'AC-11:control-not-in-place', owner: sam, effort: 5d }}
  - {{ gap: 'AC-12:control-not-in-place', owner: jane, effort: 2d }}
  - {{ gap: 'AC-13:control-not-in-place', owner: jane, effort: 20d }}
  - {{ gap: 'POL-1:document-missing', owner: jane, effort: 2d }}
"
    );
    let gaps = [
        gap("AC-11:control-not-in-place", 50),
        gap("AC-12:control-not-in-place", 85),
        gap("AC-13:control-not-in-place", 10),
        gap("POL-1:document-missing", 10),
    ];
    let plan = planned_on(day(TODAY), &text, &gaps);
    let mut known: Vec<(&str, Date)> =
        plan.dates.last_starts.iter().map(|last| (last.task.as_str(), last.day)).collect();
    known.sort_unstable();
    let expected = [
        ("T-AC-11:put-in-place", day("2026-12-25")),
        ("T-AC-12:put-in-place", day("2026-12-15")),
        ("T-POL-1:settle-document", day("2026-12-21")),
    ];
    assert_eq!(known, expected);
    assert!(plan.dates.last_starts.iter().all(|last| !last.late));
}

/// Each limit to the day: what holds on it, and not only before or after it.
#[test]
fn limits_of_a_period_hold_to_the_day() {
    let on = |today: &str, milestones: &str| planned_on(day(today), &running(milestones), &one_gap());
    // Fieldwork can begin on 14 January: promised for that very day, it is taken to have begun; nothing is ready in the past.
    let begun = on("2027-03-01", ", milestones: { fieldwork: 2027-01-14 }");
    assert_eq!([date(&begun, "fieldwork"), date(&begun, "report")], ["2027-01-14", "2027-03-01"]);
    let today = on("2027-01-14", "");
    assert_eq!(milestone(&today, "fieldwork").because, "Fieldwork begins 14 days after 2026-12-31.");
    // A promise for today is not past.
    let promised = on("2027-03-01", ", milestones: { fieldwork: 2027-03-01, report: 2027-04-12 }");
    assert!(!promised.notes.iter().any(|note| note.contains("lies in the past")), "{:?}", promised.notes);
    // 42 days lie between fieldwork and report, as they must.
    assert!(!promised.notes.iter().any(|note| note.contains("would have to begin by")), "{:?}", promised.notes);
    // Nobody examines a period on its last day.
    let within = on(TODAY, ", milestones: { fieldwork: 2026-12-31, report: 2026-12-31 }");
    let expected = "The observation period as scoped ends on 2026-12-31, but fieldwork is promised for 2026-12-31 and the report \
                    is promised for 2026-12-31: no plan can keep that with this period.";
    assert!(within.notes.contains(&expected.to_owned()), "{:?}", within.notes);
    assert!(verdict(&within).contains(" late, for its period ends only on 2026-12-31"), "{}", verdict(&within));
    // From Friday, 25 December, five days end on the last day of the period, which is still within it.
    let lacks = on("2026-12-25", "");
    let lacks = &milestone(&lacks, "observation period can start").because;
    assert!(lacks.ends_with("the last of the controls is in place only on 2026-12-31."), "{lacks}");
}

#[test]
fn limits_of_a_start_hold_to_the_day() {
    // Five days end on Friday, 27 November: on the first day of this period, so a day too late for it.
    let late = planned("{ report: type2, period: { start: 2026-11-27, end: 2027-05-31 } }", "5d");
    let expected = "The controls are to be in place by 2026-11-26, and are only on 2026-11-27.";
    assert!(option(&late, "Type II as scoped").because.contains(expected), "{:?}", option(&late, "Type II as scoped"));
    // One that starts today has begun.
    let begun = planned("{ report: type2, period: { start: 2026-11-22, end: 2027-05-31 } }", "5d");
    let because = &milestone(&begun, "observation period can start").because;
    assert!(because.starts_with("The period as scoped began then and is not moved."), "{because}");
    // A report that is to speak of the day on which the controls are in place can.
    let same = planned("{ report: type1, as_of: 2026-11-27 }", "5d");
    let expected = "The scope has it speak of 2026-11-27; the controls are in place on 2026-11-27.";
    assert!(option(&same, "Type I").because.starts_with(expected), "{}", option(&same, "Type I").because);
    // One of today asks for nothing to be in place by a day.
    assert_eq!(planned("{ report: type1, as_of: 2026-11-22 }", "5d").dates.in_place_by, None);
    // Fieldwork on the promised day is not late.
    let promised = planned("{ milestones: { fieldwork: 2026-12-11, report: 2027-01-23 } }", "5d");
    assert_eq!(option(&promised, "Type I").fieldwork_holds, Some(0));
    assert!(!verdict(&promised).contains("fieldwork, promised"), "{}", verdict(&promised));
    // No test is asked for on a day that has passed.
    let promised = TESTED.replace("SCOPE", "{ milestones: { fieldwork: 2027-01-08 } }");
    assert_eq!(planned_on(day("2027-02-01"), &promised, &[untested(50)]).tasks[0].due, day("2027-02-01"));
}

#[test]
fn of_what_ends_on_one_day_the_first_is_named() {
    let text = "organization: Acme
documents: [{ id: POL-1, title: Access }, { id: POL-2, title: Gifts }]
controls: []
remediation:
  - { gap: 'POL-1:document-missing', owner: jane, effort: 2d }
  - { gap: 'POL-2:document-missing', owner: sam, effort: 2d }
";
    let plan = planned_on(day(TODAY), text, &[gap("POL-1:document-missing", 50), gap("POL-2:document-missing", 40)]);
    let because = &milestone(&plan, "policies approved").because;
    assert_eq!(because, "`T-POL-1:settle-document` is the last document to be settled.");
}

/// Of two days that ask for the controls the earlier one counts.
#[test]
fn controls_must_be_in_place_by_the_earlier_of_two_days() {
    // From 1 February back 42 days to 21 December, and 14 to 7 December.
    let by = |as_of: &str| {
        let scope = format!("{{ report: type1, as_of: {as_of}, milestones: {{ report: 2027-02-01 }} }}");
        let by = planned(&scope, "5d").dates.in_place_by.unwrap();
        (by.day.to_string(), by.because)
    };
    let expected = "For the report on 2027-02-01 the controls must be in place by 2026-12-07.";
    assert_eq!(by("2026-12-20"), ("2026-12-07".to_owned(), expected.to_owned()));
    assert_eq!(by("2026-12-01"), ("2026-12-01".to_owned(), "The report is to speak of 2026-12-01.".to_owned()));
}

/// What two wait for must be done for the one that takes longer, whichever stands first.
#[test]
fn the_last_day_to_start_is_that_of_the_longer_of_two_that_wait() {
    let last = |second: &str, third: &str| {
        let text = format!(
            "organization: Acme
scope: {{ report: type1, as_of: 2026-12-11 }}
controls:
  - {{ id: A, name: A, criteria: [CC6.1], status: planned }}
  - {{ id: B, name: B, criteria: [CC6.2], status: planned }}
  - {{ id: C, name: C, criteria: [CC6.3], status: planned }}
remediation:
  - {{ gap: 'A:control-not-in-place', owner: jane, effort: 1d }}
  - {{ gap: 'B:control-not-in-place', owner: sam, effort: {second}, depends_on: ['A:control-not-in-place'] }}
  - {{ gap: 'C:control-not-in-place', owner: tom, effort: {third}, depends_on: ['A:control-not-in-place'] }}
"
        );
        let gaps = ["A", "B", "C"].map(|id| gap(&format!("{id}:control-not-in-place"), 50));
        let plan = planned_on(day(TODAY), &text, &gaps);
        let last = plan.dates.last_starts.iter().find(|last| last.task == "T-A:put-in-place").unwrap();
        last.day.to_string()
    };
    // By Friday, 11 December: five days begin on Monday the 7th, so the one before is done on Friday the 4th.
    assert_eq!([last("5d", "2d"), last("2d", "5d")], ["2026-12-04", "2026-12-04"]);
}

#[test]
fn that_days_lie_beyond_the_calendar_is_said() {
    let beyond = planned("{ report: type1, as_of: 9999-12-01 }", "5d");
    // 14 days to fieldwork, on 9999-12-15; 42 more lead into a year of five digits.
    assert_eq!([date(&beyond, "fieldwork"), date(&beyond, "report")], ["9999-12-15", "9999-12-31"]);
    assert!(beyond.notes.contains(&"Days beyond 9999-12-31 are told as that day.".to_owned()), "{:?}", beyond.notes);
    // 9999-11-05 and 56 days are 9999-12-31 itself.
    let last = planned("{ report: type1, as_of: 9999-11-05 }", "5d");
    assert_eq!(date(&last, "report"), "9999-12-31");
    assert!(!last.notes.iter().any(|note| note.contains("9999")), "{:?}", last.notes);
}

#[test]
fn the_documents_that_matter_are_told_beside_the_last_one() {
    let text = "organization: Acme
documents: [{ id: POL-1, title: Access }, { id: POL-2, title: Gifts }]
controls: []
remediation:
  - { gap: 'POL-1:document-missing', owner: jane, effort: 2d }
  - { gap: 'POL-2:document-missing', owner: jane, effort: 3d }
";
    let gaps = [gap("POL-1:document-missing", 21), gap("POL-2:document-missing", 20)];
    let plan = planned_on(day(TODAY), text, &gaps);
    let policies = milestone(&plan, "policies approved");
    assert_eq!(policies.date, Some(day("2026-11-27")));
    assert_eq!(
        policies.because,
        "`T-POL-2:settle-document` is the last document to be settled; those of moderate risk or above are by 2026-11-24."
    );
    // Only those that matter hold up the controls.
    assert_eq!(date(&plan, "controls in place"), "2026-11-24");
}

#[test]
fn the_json_result_says_the_same() {
    let text = inventory("{ milestones: { report: 2027-01-21 } }", "5d");
    let sources = load::inventory::single("inventory.yaml", &text);
    let catalog = load::catalog::bundled().unwrap();
    let inventory = gapcheck::read(&sources, &catalog, day(TODAY)).unwrap();
    let request = Request { as_of: day(TODAY), fail_on: None, baseline: None };
    let mut assessment = gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request);
    assessment.plan = planned_on(day(TODAY), &text, &one_gap());
    let written = (FORMAT.render)(&assessment, &Options::default()).into_text();
    let written: Value = serde_json::from_str(&written).unwrap();
    let plan = &written["plan"];
    assert_eq!(
        plan["milestones"][5],
        json!({ "name": "report", "date": "2027-01-22", "promised": "2027-01-21", "holds": false,
            "because": "The report is ready 42 days after the beginning of fieldwork. That is 1 day after the promised day." })
    );
    assert_eq!(
        plan["options"][1],
        json!({ "name": "Type II over 3 months", "start": "2026-11-28", "end": "2027-02-27", "fieldwork": "2027-03-13",
            "report": "2027-04-24", "fieldwork_days_to_spare": null, "report_days_to_spare": -93,
            // Two weeks and six before 21 January lies 26 November, and three months before the day after that 27 August.
            "last_start": "2026-08-27",
            "because": "Its period can start on the day after the controls are in place. Fieldwork begins 14 days after \
                        2027-02-27." })
    );
    assert_eq!(
        plan["in_place_by"],
        json!({ "date": "2026-11-26", "alternative": false,
            "because": "For the report on 2027-01-21 the controls must be in place by 2026-11-26.",
            "last_starts": [{ "task": "T-AC-11:put-in-place", "date": "2026-11-20", "late": true }] })
    );
    assert_eq!(
        plan["escalations"][0],
        json!({ "threat": "past_the_promise", "task": null,
            "because": "The report promised for 2027-01-21 can only be on 2027-01-22, 1 day late." })
    );
    assert_eq!(plan["escalations"][1]["task"], "T-AC-11:put-in-place");
    assert_eq!((plan["verdict"].as_str(), &plan["notes"]), (assessment.plan.verdict.as_deref(), &json!([])));
}

const TESTED: &str = "organization: Acme
scope: SCOPE
people: [{ id: jane, name: Jane Roe }, { id: desk, name: Service desk }, { id: alex }]
controls:
  - { id: AC-2, name: Access review, criteria: [CC6.1], status: implemented, owner: jane, performer: desk }
";

fn untested(score: u8) -> Gap {
    gap_of("AC-2:operation-untested", score, GapNature::Operation, Some(0))
}

#[test]
fn a_test_is_never_proposed_to_who_owns_or_performs_the_control() {
    let text = TESTED.replace("SCOPE", "{}");
    let plan = planned_on(day(TODAY), &text, &[untested(50)]);
    assert_eq!(plan.tasks[0].owner, None);
    let expected = "`T-AC-2:test-operation` is nobody’s task: whoever tests `AC-2` may neither own nor perform it, which leaves out \
                    Jane Roe and Service desk; it is scheduled as if somebody had all week for it.";
    assert_eq!(escalations(&plan), [(Threat::Unowned, expected)]);
    // A rule that names the one who performs it fares no better; one that names somebody else does.
    let named = |owner: &str| {
        let mut gap = untested(50);
        gap.finding.owner = Some(owner.to_owned());
        planned_on(day(TODAY), &text, &[gap]).tasks[0].owner.clone()
    };
    assert_eq!(named("desk"), None);
    assert_eq!(named("Jane Roe"), None, "by name as well as by id");
    assert_eq!(named("alex").as_deref(), Some("alex"));
    // What the organisation decided stays, and other work on the control is its owner's.
    let decided = format!("{text}remediation: [{{ gap: 'AC-2:operation-untested', owner: jane }}]\n");
    assert_eq!(planned_on(day(TODAY), &decided, &[untested(50)]).tasks[0].owner.as_deref(), Some("jane"));
    let evidence = gap_of("AC-2:evidence-absent", 50, GapNature::Evidence, Some(0));
    assert_eq!(planned_on(day(TODAY), &text, &[evidence]).tasks[0].owner.as_deref(), Some("jane"));
    // Whoever may not test it is not chased for having no time for it.
    let busy = text.replace("name: Jane Roe", "name: Jane Roe, days_per_week: 0");
    let threats: Vec<Threat> =
        planned_on(day(TODAY), &busy, &[untested(50)]).escalations.iter().map(|known| known.threat).collect();
    assert_eq!(threats, [Threat::Unowned]);
}

#[test]
fn a_test_is_due_while_it_is_of_use() {
    // A gap of moderate risk is to be closed within 90 days, by 20 February.
    let due = |scope: &str, gap: &Gap| {
        planned_on(day(TODAY), &TESTED.replace("SCOPE", scope), std::slice::from_ref(gap)).tasks[0].due.to_string()
    };
    let period = "report: type2, period: { start: 2026-07-01, end: 2026-12-31 }";
    assert_eq!(due("{}", &untested(50)), "2027-02-20");
    assert_eq!(due(&format!("{{ {period} }}"), &untested(50)), "2027-01-14");
    let promised = format!("{{ {period}, milestones: {{ fieldwork: 2027-01-08 }} }}");
    assert_eq!(due(&promised, &untested(50)), "2027-01-08");
    assert_eq!(due("{ milestones: { fieldwork: 2027-01-08 } }", &untested(50)), "2027-01-08");
    // A day within reach is kept, and none that has passed is asked for.
    assert_eq!(due(&promised, &untested(85)), "2026-12-22");
    assert_eq!(due("{ milestones: { fieldwork: 2026-11-01 } }", &untested(50)), TODAY);
    let evidence = gap_of("AC-2:evidence-absent", 50, GapNature::Evidence, Some(0));
    assert_eq!(due(&promised, &evidence), "2027-02-20");
    let decided =
        TESTED.replace("SCOPE", &promised) + "remediation: [{ gap: 'AC-2:operation-untested', due: 2027-03-01 }]\n";
    assert_eq!(planned_on(day(TODAY), &decided, &[untested(50)]).tasks[0].due, day("2027-03-01"));
}

#[test]
fn what_threatens_the_report_comes_worst_first() {
    let text = "organization: Acme
scope: { milestones: { fieldwork: 2026-12-11, report: 2027-01-22 } }
people: [{ id: zoe, days_per_week: 0 }, { id: jane }, { id: sam }, { id: alex }]
controls:
CONTROLSremediation:
  - { gap: 'AC-2:evidence-absent', owner: jane, effort: 16d, due: 2026-11-20 }
  - { gap: 'AC-3:evidence-absent', owner: zoe, effort: 1d }
  - { gap: 'AC-4:evidence-absent', owner: sam, effort: 1d, status: blocked }
  - { gap: 'AC-5:evidence-absent', owner: sam, effort: 1d, due: 2026-11-01, status: done }
  - { gap: 'AC-7:evidence-absent', effort: 0.5d }
  - { gap: 'AC-8:evidence-absent', effort: 2d }
  - { gap: 'AC-9:evidence-absent', owner: alex, effort: 1d, due: 2026-11-22 }
";
    let control =
        |number: usize| format!("  - {{ id: AC-{number}, name: Review, criteria: [CC6.1], status: implemented }}\n");
    let text = text.replace("CONTROLS", &(2..10).map(control).collect::<String>());
    let scores = [50, 49, 48, 47, 46, 20, 4, 45];
    let gaps: Vec<Gap> =
        (2..).zip(scores).map(|(number, score)| gap(&format!("AC-{number}:evidence-absent"), score)).collect();
    let plan = planned_on(day(TODAY), &text, &gaps);
    let expected = [
        (
            Threat::Overdue,
            "`T-AC-2:collect-evidence` was due on 2026-11-20, 2 days ago; it can be finished on 2026-12-14.",
        ),
        (Threat::PastThePromise, "The fieldwork promised for 2026-12-11 can only be on 2026-12-14, 3 days late."),
        (Threat::PastThePromise, "The report promised for 2027-01-22 can only be on 2027-01-25, 3 days late."),
        (
            Threat::PastThePromise,
            "`T-AC-2:collect-evidence` is finished on 2026-12-14, 3 days after 2026-12-11, the last day on which fieldwork may \
             begin.",
        ),
        (
            Threat::CriticalAndLate,
            "`T-AC-2:collect-evidence` decides the end of the plan and is finished on 2026-12-14, 24 days after it is due.",
        ),
        (
            Threat::Unowned,
            "`T-AC-6:collect-evidence` is nobody’s task; it is scheduled as if somebody had all week for it.",
        ),
        (Threat::Unowned, "2 tasks of low risk or below are nobody’s, 2.5 days of work in all."),
        (
            Threat::OwnerWithoutTime,
            "`T-AC-3:collect-evidence` is for zoe to do, who has no day a week for remediation; it is scheduled as if nobody had \
             it.",
        ),
        (
            Threat::Blocked,
            "`T-AC-4:collect-evidence` is said to be blocked; the plan counts on its beginning on 2026-11-23.",
        ),
    ];
    assert_eq!(escalations(&plan), expected);
    let tasks: Vec<Option<&str>> = plan.escalations.iter().map(|known| known.task.as_deref()).collect();
    assert_eq!(tasks[..3], [Some("T-AC-2:collect-evidence"), None, None]);
}

/// Tasks that each put a control in place: owner, effort in tenths, score.
fn workload() -> impl Strategy<Value = Vec<(usize, u32, u8)>> {
    prop::collection::vec((0usize..3, 1u32..150, 5u8..=100), 1..8)
}

/// An inventory of a workload, with so many tenths of a day a week for each owner.
fn loaded(scope: &str, load: &[(usize, u32, u8)], weeks: [u32; 3]) -> (String, Vec<Gap>) {
    let mut text = format!("organization: Acme\nscope: {scope}\npeople:\n");
    for (owner, tenths) in weeks.iter().enumerate() {
        text += &format!("  - {{ id: p{owner}, days_per_week: {}.{} }}\n", tenths / 10, tenths % 10);
    }
    text += "controls:\n";
    for number in 0..load.len() {
        text += &format!("  - {{ id: AC-{number}, name: Some control, criteria: [CC6.1], status: planned }}\n");
    }
    text += "settings: { calendar: { holidays: [2026-12-25, { start: 2027-01-01, end: 2027-01-05 }] }, plan: { runs: 0 } }\nremediation:\n";
    for (number, (owner, tenths, _)) in load.iter().enumerate() {
        let effort = format!("{}.{}d", tenths / 10, tenths % 10);
        text += &format!("  - {{ gap: 'AC-{number}:control-not-in-place', owner: p{owner}, effort: {effort} }}\n");
    }
    let gaps = load.iter().enumerate();
    let gaps = gaps.map(|(number, (_, _, score))| gap(&format!("AC-{number}:control-not-in-place"), *score)).collect();
    (text, gaps)
}

/// The first working day after a day, by the calendar of [`loaded`].
fn next_working_day(from: Date) -> Date {
    let holiday = |date: Date| {
        let text = date.to_string();
        ["2026-12-25", "2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04", "2027-01-05"].contains(&text.as_str())
    };
    (1..30).map(|days| from.plus_days(days)).find(|date| !date.is_weekend() && !holiday(*date)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_work_never_makes_a_report_earlier(
        load in workload(), weeks in [1u32..=50, 1u32..=50, 1u32..=50], which in any::<prop::sample::Index>(), more in 1u32..200,
    ) {
        let mut longer = load.clone();
        let at = which.index(load.len());
        longer[at].1 += more;
        let planned = |load: &[(usize, u32, u8)]| {
            let (text, gaps) = loaded("{ milestones: { report: 2027-06-01 } }", load, weeks);
            planned_on(day(TODAY), &text, &gaps)
        };
        let (before, after) = (planned(&load), planned(&longer));
        for (one, other) in before.dates.options.iter().zip(&after.dates.options) {
            prop_assert!(one.report <= other.report && one.fieldwork <= other.fieldwork, "{one:?}\n{other:?}");
        }
        prop_assert!(milestone(&before, "report").date <= milestone(&after, "report").date);
    }

    #[test]
    fn a_period_holds_up_to_its_last_start_and_no_longer(load in workload(), away in 100u32..700) {
        let report = day(TODAY).plus_days(away);
        let (text, gaps) = loaded(&format!("{{ milestones: {{ report: {report} }} }}"), &load, [50, 25, 13]);
        let plan = planned_on(day(TODAY), &text, &gaps);
        for (option, months) in plan.dates.options[1..].iter().zip([3, 6, 12]) {
            let last = option.last_start.unwrap();
            let ready = |start: Date| start.plus_months(months).minus_days(1).plus_days(14 + 42);
            prop_assert!(ready(last) <= report && ready(last.plus_days(1)) > report, "{option:?}");
            prop_assert_eq!(option.start.unwrap() <= last, option.report_holds.unwrap() >= 0);
        }
    }

    #[test]
    fn the_last_day_to_start_is_the_last(load in workload(), week in 1u32..=50, away in 60u32..400) {
        // One owner, so that all there is to do stands in a row.
        let load: Vec<(usize, u32, u8)> = load.into_iter().map(|(_, tenths, score)| (0, tenths, score.max(21))).collect();
        let scope = format!("{{ milestones: {{ report: {} }} }}", day(TODAY).plus_days(away));
        let (text, gaps) = loaded(&scope, &load, [week, 50, 50]);
        let plan = planned_on(day(TODAY), &text, &gaps);
        prop_assert_eq!(plan.dates.last_starts.len(), load.len());
        let first = plan.dates.last_starts.iter().map(|last| last.day).min().unwrap();
        let spare = |today: Date| option(&planned_on(today, &text, &gaps), "Type I").report_holds.unwrap();
        prop_assert!(spare(first) >= 0, "begun on {first} it would hold");
        prop_assert!(spare(next_working_day(first)) < 0, "begun after {first} it would not");
        prop_assert_eq!(plan.dates.last_starts.iter().any(|last| last.late), first < day(TODAY));
    }
}
