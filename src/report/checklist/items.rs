//! The items of the checklist, each with the fact it is ticked or left open by.
//!
//! Words of the inventory are in them as they are: who prints them escapes them.

use crate::model::assessment::{Assessment, Tally};
use crate::model::scope::Report;
use crate::model::words::TaskStatus;
use crate::report::account;
use crate::report::checklist::item::{Item, named};
use crate::report::checklist::on_records;
use crate::text::count::{count, counted, number};
use crate::text::list::and;

/// The items in the order of the work.
#[must_use]
pub fn items(assessment: &Assessment<'_>) -> [Item; 8] {
    [
        scope(assessment),
        on_records::inventory(assessment),
        tests(assessment),
        deficiencies(assessment),
        risks(assessment),
        plan(assessment),
        on_records::responsibilities(assessment),
        on_records::monitoring(assessment),
    ]
}

/// How many of the items are ticked: `5 of 8 are ticked.`
#[must_use]
pub fn headline(items: &[Item]) -> String {
    let ticked = items.iter().filter(|item| item.ticked()).count();
    format!("{} of {} {} ticked.", number(ticked), number(items.len()), if ticked == 1 { "is" } else { "are" })
}

/// By what items are ticked.
pub const METHOD: &str =
    "Items are ticked from the facts of this assessment alone; what is done in part stays open, with what is missing.";

fn scope(assessment: &Assessment<'_>) -> Item {
    let scope = &assessment.inventory.scope;
    let systems = assessment.inventory.systems.len();
    let missing = [
        scope.place.is_none().then_some("the inventory has no `scope`, so all of it is assumed"),
        scope.system.is_none().then_some("the system that the report describes is not named"),
        (systems == 0).then_some("no systems are listed"),
    ];
    Item {
        id: "scope_defined",
        name: "Scope defined",
        fact: format!("{}; {}.", account::scope_line(assessment), count(systems, "system")),
        missing: missing.into_iter().flatten().map(str::to_owned).collect(),
    }
}

fn tests(assessment: &Assessment<'_>) -> Item {
    let (tested, of) = (assessment.summary.tested, assessment.summary.applicable);
    let test = match assessment.inventory.scope.report {
        Report::Type1 { .. } => "a test of design in date",
        Report::Type2 { .. } => "a test of operation in the period",
    };
    let without = counted(of - tested, "criterion has none", "criteria have none");
    Item {
        id: "controls_tested",
        name: "Controls tested",
        fact: format!(
            "{} of {} {} {test}.",
            number(tested),
            count(of, "criterion"),
            if of == 1 { "has" } else { "have" }
        ),
        missing: (tested < of || of == 0).then_some(without).into_iter().collect(),
    }
}

fn deficiencies(assessment: &Assessment<'_>) -> Item {
    let summary = &assessment.summary;
    let unseen = |on: &str, tally: &Tally| {
        let criteria = counted(tally.unverified, "criterion is", "criteria are");
        (tally.unverified > 0).then(|| format!("{criteria} unverified on {on}: nobody looked"))
    };
    let tests = assessment.inventory.controls.iter().flat_map(|control| &control.tests);
    let open = tests.filter(|test| test.conclusion.is_none()).count();
    let missing = [
        unseen("design", &summary.design),
        summary.operation.as_ref().and_then(|tally| unseen("operation", tally)),
        (open > 0).then(|| counted(open, "test has no conclusion", "tests have no conclusion")),
    ];
    Item {
        id: "deficiencies_identified",
        name: "Deficiencies identified",
        fact: format!(
            "{} found on {}: {} open, {} accepted, {} known before.",
            count(assessment.gaps.len(), "gap"),
            count(summary.applicable, "applicable criterion"),
            number(summary.open_total()),
            number(summary.accepted),
            number(summary.baseline),
        ),
        missing: missing.into_iter().flatten().collect(),
    }
}

fn risks(assessment: &Assessment<'_>) -> Item {
    let systems = &assessment.inventory.systems;
    let assumed = |without: Vec<&str>, what: &str| {
        let verb = if without.len() == 1 { "has" } else { "have" };
        let systems = named("system", &without);
        (!without.is_empty()).then(|| format!("{systems} {verb} no {what}, so impact is assumed"))
    };
    let uncritical = systems.iter().filter(|system| system.criticality.is_none()).map(|system| system.id.as_str());
    let empty = systems.iter().filter(|system| system.data.is_empty()).map(|system| system.id.as_str());
    let missing = [
        systems.is_empty().then(|| "no systems are listed, so impact is assumed".to_owned()),
        assumed(uncritical.collect(), "criticality"),
        assumed(empty.collect(), "classes of data"),
    ];
    let fact = match assessment.gaps.len() {
        0 => "No gap was found whose risk there would be to assess.".to_owned(),
        1 => "The one gap has a likelihood, an impact and a level, with their working.".to_owned(),
        gaps => format!("All {} gaps have a likelihood, an impact and a level, with their working.", number(gaps)),
    };
    Item { id: "risks_assessed", name: "Risks assessed", fact, missing: missing.into_iter().flatten().collect() }
}

fn plan(assessment: &Assessment<'_>) -> Item {
    let plan = &assessment.plan;
    let open = assessment.summary.open_total();
    let scheduled = || plan.tasks.iter().filter(|task| task.status != TaskStatus::Done && task.finish.is_some());
    let planned: usize = scheduled().map(|task| task.gaps.len()).sum();
    let tasks = count(scheduled().count(), "task");
    let last = plan.end.map(|end| format!(", the last of them finished on {end}")).unwrap_or_default();
    let fact = match open {
        0 => "No gap stands open, so there is nothing to plan.".to_owned(),
        _ => format!(
            "{} of {} in {tasks} with days and a reason for each{last}.",
            number(planned),
            counted(open, "open gap stands", "open gaps stand")
        ),
    };
    let done: Vec<&str> =
        plan.tasks.iter().filter(|task| task.status == TaskStatus::Done).map(|task| task.id.as_str()).collect();
    let missing = (planned < open).then(|| match done.len() {
        0 => format!("{} no day", counted(open - planned, "open gap has", "open gaps have")),
        _ => format!(
            "{} said to be done, yet what it mends is still found",
            and([named("task", &done) + if done.len() == 1 { " is" } else { " are" }])
        ),
    });
    Item { id: "plan_built", name: "Plan built", fact, missing: missing.into_iter().collect() }
}
