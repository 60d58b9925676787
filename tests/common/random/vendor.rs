//! Other organisations with their reports.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::common::inventory::{Assurance, CRITERIA, LEVELS, RELATIONS, REPORTS, Report, Vendor, today};

use super::{day, frame};

fn assurance(report: Report) -> impl Strategy<Value = Assurance> {
    let (start, end) = frame(report);
    let day_of = end.min(today());
    let ends = prop_oneof![
        2 => -20i64..60,
        2 => 60i64..140,
        1 => 140i64..700,
        1 => -70i64..0,
    ];
    let period = (ends, prop_oneof![3 => Just(364i64), 2 => 80i64..400])
        .prop_map(move |(ago, length)| (day_of - ago - length, day_of - ago));
    // Now and then from the first day to the last, or to one beside it.
    let period = prop_oneof![
        6 => period,
        1 => (-2i64..=2, -2i64..=2).prop_map(move |(from, to)| (start + from, (day_of + to).max(start + from))),
    ];
    let kind = prop_oneof![4 => Just(0usize), 2 => 0usize..7, 1 => 0..REPORTS.len()];
    let bridge = prop_oneof![1 => 0i64..60, 2 => 60i64..120, 1 => 120i64..250];
    let reviewed = prop_oneof![2 => 0i64..200, 1 => 300i64..450, 1 => day().prop_map(|day| today() - day)];
    (
        (kind, prop::option::weighted(0.85, period), prop::option::weighted(0.6, day())),
        (prop::option::weighted(0.7, reviewed), prop::option::weighted(0.35, bridge)),
        prop::option::weighted(0.5, select(vec![0i64, 0, 1, 3])),
        prop::option::weighted(0.5, select(vec!["", "  ", "None of them touches us."])),
    )
        .prop_map(|((kind, period, date), (reviewed, bridge), exceptions, assessed)| {
            let end = period.map(|(_, end)| end).or(date);
            // Never before what it speaks of was over: that is a problem of the inventory, and no gap.
            let over = match REPORTS[kind] {
                "soc2-type2" | "soc1-type2" | "soc3" => period.map(|(_, end)| end),
                "soc2-type1" | "soc1-type1" => date,
                _ => None,
            };
            let reviewed = reviewed.map(|ago| (today() - ago).max(over.unwrap_or(today() - ago)));
            let bridge = bridge.and_then(|later| Some(end? + later));
            Assurance { kind, period, date, reviewed, exceptions, assessed, bridge }
        })
}

/// Another organisation, before it is known how many controls there are.
pub fn vendor(systems: usize, report: Report) -> impl Strategy<Value = (Vendor, Vec<Vec<Index>>)> {
    let relation = prop_oneof![1 => prop::option::of(Just(0usize)), 3 => (1..RELATIONS.len()).prop_map(Some)];
    let named = prop::sample::subsequence((0..systems).collect::<Vec<_>>(), 0..=systems);
    let reports = prop_oneof![
        1 => Just(Vec::new()).boxed(),
        2 => prop::collection::vec(assurance(report), 1).boxed(),
        2 => prop::collection::vec(assurance(report), 2..4).boxed(),
    ];
    let asked = prop::collection::vec(prop::collection::vec(any::<Index>(), 0..3), 0..3);
    let expected = prop::collection::btree_set(0..CRITERIA.len(), 0..3).prop_map(|set| set.into_iter().collect());
    let expected = prop_oneof![1 => Just(Vec::new()).boxed(), 1 => prop::collection::vec(expected, 1..3).boxed()];
    (relation, named, prop::option::of(0..LEVELS.len()), reports, asked, expected).prop_map(
        |(relation, systems, criticality, reports, asked, expected)| {
            (Vendor { relation, systems, criticality, reports, asked: Vec::new(), expected }, asked)
        },
    )
}
