//! What the organisations of a portfolio come to together, and which of them to look at first.

use std::cmp::Reverse;

use crate::model::assessment::{Summary, Tally};
use crate::model::level::Level;
use crate::model::portfolio::{Client, Totals, Worst};

/// Sums, and the latest of the days.
pub(super) fn totals(clients: &[Client]) -> Totals {
    clients.iter().fold(Totals::default(), |mut totals, client| {
        add(&mut totals.summary, &client.summary);
        totals.tasks += client.tasks;
        totals.overdue += client.overdue;
        totals.exceeding += client.exceeding;
        totals.plan_end = totals.plan_end.max(client.plan_end);
        totals.report_ready = totals.report_ready.max(client.report_ready);
        totals.promises_kept += usize::from(client.promise.is_some_and(|promise| promise.spare >= 0));
        totals.promises_late += usize::from(client.promise.is_some_and(|promise| promise.spare < 0));
        totals
    })
}

fn add(sum: &mut Summary, summary: &Summary) {
    sum.criteria += summary.criteria;
    sum.applicable += summary.applicable;
    sum.not_applicable += summary.not_applicable;
    sum.design = added(sum.design, summary.design);
    if let Some(operation) = summary.operation {
        sum.operation = Some(added(sum.operation.unwrap_or_default(), operation));
    }
    sum.claimed += summary.claimed;
    sum.evidenced += summary.evidenced;
    sum.tested += summary.tested;
    for (level, gaps) in &summary.open {
        *sum.open.entry(*level).or_default() += gaps;
    }
    sum.accepted += summary.accepted;
}

const fn added(one: Tally, other: Tally) -> Tally {
    Tally {
        no_gap: one.no_gap + other.no_gap,
        partial: one.partial + other.partial,
        unverified: one.unverified + other.unverified,
        gap: one.gap + other.gap,
    }
}

/// Who stands worst in what. Of several alike the first is named, in the order of the table.
pub(super) fn worst(clients: &[Client]) -> Worst {
    let worst_first = |client: &Client| {
        let gaps: Vec<usize> = Level::ALL.iter().rev().map(|level| client.open(*level)).collect();
        Reverse(gaps)
    };
    Worst {
        risk: first(clients, |client| client.worst().is_some(), worst_first),
        evidenced: least_evidenced(clients),
        overdue: first(clients, |client| client.overdue > 0, |client| Reverse(client.overdue)),
        promise: first(
            clients,
            |client| client.promise.is_some_and(|promise| promise.spare < 0),
            |client| client.promise.map(|promise| promise.spare),
        ),
        plan_end: first(clients, |client| client.plan_end.is_some(), |client| Reverse(client.plan_end)),
    }
}

/// The first of those that count, by what is to come first.
fn first<Key: Ord>(
    clients: &[Client],
    counts: impl Fn(&Client) -> bool,
    key: impl Fn(&Client) -> Key,
) -> Option<usize> {
    let counting = clients.iter().enumerate().filter(|(_, client)| counts(client));
    counting.min_by_key(|(_, client)| key(client)).map(|(at, _)| at)
}

/// The one with the smallest share of criteria evidenced, where anybody has less than all: a / x and b / y are compared as
/// a × y and b × x, without a rest.
fn least_evidenced(clients: &[Client]) -> Option<usize> {
    let wanting = |client: &Client| client.summary.evidenced < client.summary.applicable;
    let counting = clients.iter().enumerate().filter(|(_, client)| wanting(client));
    let least = counting.min_by(|(_, a), (_, b)| {
        let (a, b) = (&a.summary, &b.summary);
        (a.evidenced * b.applicable).cmp(&(b.evidenced * a.applicable))
    });
    least.map(|(at, _)| at)
}
