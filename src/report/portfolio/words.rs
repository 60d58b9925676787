//! What every format says alike of a portfolio. Words of inventories are in it as they are: who prints them escapes them.

use crate::model::assessment::{Summary, Tally};
use crate::model::level::Level;
use crate::model::portfolio::{Client, Portfolio, Promise, Unassessed};
use crate::model::scope::Report;
use crate::text::count::{count, counted, number};
use crate::text::list::{and, some};
use crate::text::percent::shown;

/// How many organisations a sentence names.
const NAMED: usize = 12;

/// What the columns mean, told once for all organisations.
pub(in crate::report) const DEFINITIONS: [(&str, &str); 9] = [
    (
        "Design",
        "applicable criteria by verdict on design: no gap identified / partial / unverified / gap. What was not looked at is \
         unverified, never better.",
    ),
    ("Operation", "the same for operation over the observation period; only a Type II report speaks of it."),
    (
        "Claimed / evidenced / tested",
        "applicable criteria for which the inventory says a control is in place / with evidence in date on file / with a test \
         in date on file, of design for Type I and of operation for Type II.",
    ),
    (
        "Open gaps",
        "gaps that stand open by level of residual risk, from very high to very low (NIST SP 800-30 r1, Table I-2).",
    ),
    (
        "Accepted",
        "gaps a named person signed for, until a date. They keep their level and are not among the open ones.",
    ),
    ("Overdue", "unfinished tasks of the plan whose day lies before the day of the assessment."),
    ("Plan ends", "the day the last task is finished, if each takes as long as is most likely."),
    ("Report ready", "the earliest day the report of the scope could be ready by that plan."),
    (
        "Promised",
        "the day promised to customers for the report or for fieldwork, whichever stands worse, and how many days there are \
         to spare or it is late.",
    ),
];

/// What is said of an organisation that changed conventions.
pub(in crate::report) const OWN_SETTINGS: &str = "set conventions of their own, marked *: with others their numbers would be others. Each report lists them under Method.";

/// `Type II, 2026-07-01 to 2026-12-31`.
pub(in crate::report) fn report(client: &Client) -> String {
    match &client.report {
        Report::Type1 { as_of } => format!("Type I, as of {as_of}"),
        Report::Type2 { period } => format!("Type II, {} to {}", period.start, period.end),
    }
}

/// How many criteria were judged, and of which categories: `36 of 38 criteria of security and availability`.
pub(in crate::report) fn criteria(client: &Client) -> String {
    let categories = and(client.categories.iter().map(|category| category.plain()));
    format!("{} of {categories}", applicable(&client.summary))
}

/// `36 of 38 criteria`, or `33 criteria` where all apply.
pub(in crate::report) fn applicable(summary: &Summary) -> String {
    let all = count(summary.criteria, "criterion");
    if summary.not_applicable == 0 { all } else { format!("{} of {all}", number(summary.applicable)) }
}

/// `12 / 20 / 5 / 10`, from no gap identified to gap; a dash where nothing is said of operation.
pub(in crate::report) fn tally(tally: Option<Tally>) -> String {
    tally.map_or_else(|| "–".to_owned(), |tally| slashed([tally.no_gap, tally.partial, tally.unverified, tally.gap]))
}

/// `30 / 20 / 12`: claimed, evidenced, tested.
pub(in crate::report) fn coverage(summary: &Summary) -> String {
    slashed([summary.claimed, summary.evidenced, summary.tested])
}

/// `2 / 3 / 10 / 4 / 0`: open gaps from very high to very low.
pub(in crate::report) fn open(summary: &Summary) -> String {
    let mut levels: Vec<usize> = Level::ALL.iter().map(|level| summary.open.get(level).copied().unwrap_or(0)).collect();
    levels.reverse();
    slashed(levels)
}

fn slashed(numbers: impl IntoIterator<Item = usize>) -> String {
    numbers.into_iter().map(number).collect::<Vec<_>>().join(" / ")
}

/// `report 2027-03-01, 41 days late`.
pub(in crate::report) fn promise(promise: &Promise) -> String {
    format!("{} {}, {}", promise.what, promise.day, spare(promise))
}

/// `3 days to spare`, `on the day`, `41 days late`.
pub(in crate::report) fn spare(promise: &Promise) -> String {
    let days = count(usize::try_from(promise.spare.unsigned_abs()).unwrap_or(usize::MAX), "day");
    match promise.spare {
        0 => "on the day".to_owned(),
        1.. => format!("{days} to spare"),
        _ => format!("{days} late"),
    }
}

/// How the promises of all stand: `3 can hold by their days, 2 are late`.
pub(in crate::report) fn promises(portfolio: &Portfolio) -> String {
    let totals = &portfolio.totals;
    let late = counted(totals.promises_late, "is", "are");
    format!("{} can hold by their days, {late} late", number(totals.promises_kept))
}

/// How many organisations there are, on which day, and in what order.
pub(in crate::report) fn headline(portfolio: &Portfolio) -> String {
    let all = count(portfolio.len(), "inventory");
    let assessed = match portfolio.unassessed.len() {
        0 => format!("{all}, all assessed"),
        bad => format!("{all}, {} assessed, {} not", number(portfolio.clients.len()), number(bad)),
    };
    format!("{assessed}, on {}; in the order of their {}", portfolio.as_of, portfolio.order)
}

/// That some could not be assessed, and which; nothing where all could.
#[must_use]
pub fn could_not(portfolio: &Portfolio) -> Option<String> {
    let names: Vec<&str> = portfolio.unassessed.iter().map(|one| one.name.as_str()).collect();
    let all = count(portfolio.len(), "inventory");
    (!names.is_empty())
        .then(|| format!("{} of {all} could not be assessed: {}", number(names.len()), some(&names, NAMED)))
}

/// Whether the gate holds, and who fails it; nothing where none was asked for.
#[must_use]
pub fn gate(portfolio: &Portfolio) -> Option<String> {
    let level = portfolio.fail_on?.plain();
    let failing: Vec<String> =
        portfolio.failing().map(|client| format!("{} ({})", client.name, number(client.exceeding))).collect();
    Some(match failing.len() {
        0 => format!("the gate holds: nobody assessed has a gap open at {level} or above"),
        some_of => format!(
            "the gate failed: {} at {level} or above: {}",
            counted(some_of, "organisation has gaps open", "organisations have gaps open"),
            some(&failing, NAMED)
        ),
    })
}

/// What is wrong with an inventory that could not be assessed: the first problem, and how many more there are.
pub(in crate::report) fn why_not(unassessed: &Unassessed) -> String {
    match unassessed.problems {
        0 | 1 => unassessed.first.clone(),
        all => format!("{} and {}", unassessed.first, counted(all - 1, "problem more", "problems more")),
    }
}

/// The folders without an inventory, in a sentence; nothing where there is none.
pub(in crate::report) fn skipped(portfolio: &Portfolio) -> Option<String> {
    let names = some(&portfolio.skipped, NAMED);
    (!portfolio.skipped.is_empty())
        .then(|| format!("Not looked into, for no .yaml or .yml file lies directly in it: {names}."))
}

/// How many set conventions of their own, in a sentence; nothing where nobody did.
pub(in crate::report) fn own_settings(portfolio: &Portfolio) -> Option<String> {
    let many = portfolio.clients.iter().filter(|client| client.own_settings > 0).count();
    (many > 0).then(|| format!("{} {OWN_SETTINGS}", counted(many, "organisation has", "organisations have")))
}

/// The name of an organisation, marked where it set conventions of its own.
pub(in crate::report) fn name(client: &Client) -> String {
    format!("{}{}", client.organization, if client.own_settings > 0 { " *" } else { "" })
}

/// An organisation by its own name and that of its file or folder, for others may have the same.
pub(in crate::report) fn who(client: &Client) -> String {
    format!("{} ({})", client.organization, client.name)
}

/// Who stands worst in what: what it is about, who, and how badly.
pub(in crate::report) fn worst(portfolio: &Portfolio) -> Vec<(&'static str, &Client, String)> {
    let worst = &portfolio.worst;
    let of = |at: Option<usize>| at.and_then(|at| portfolio.clients.get(at));
    let risk = of(worst.risk).map(|client| ("Worst open gaps", client, worst_level(client)));
    let evidenced = of(worst.evidenced).map(|client| {
        let summary = &client.summary;
        let share = shown(summary.evidenced, summary.applicable);
        let told = format!("{} of {} ({share})", number(summary.evidenced), count(summary.applicable, "criterion"));
        ("Least evidenced", client, told)
    });
    let overdue = of(worst.overdue).map(|client| ("Most overdue", client, count(client.overdue, "task")));
    let late = of(worst.promise)
        .and_then(|client| Some(("Latest against its promise", client, promise(client.promise.as_ref()?))));
    let last = of(worst.plan_end).and_then(|client| Some(("Last plan to end", client, client.plan_end?.to_string())));
    [risk, evidenced, overdue, late, last].into_iter().flatten().collect()
}

/// `2 very high, 31 in all`.
fn worst_level(client: &Client) -> String {
    let Some(level) = client.worst() else { return String::new() };
    format!("{} {}, {} in all", number(client.open(level)), level.plain(), number(client.summary.open_total()))
}
