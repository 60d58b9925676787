//! Controls with their evidence and their tests.

use proptest::prelude::*;
use proptest::sample::select;

use crate::common::calendar::Day;
use crate::common::inventory::{
    CONCLUSIONS, CRITERIA, Control, DESCRIPTIONS, EVIDENCE_KINDS, EXECUTIONS, Evidence, Exception, FREQUENCIES, KINDS,
    METHODS, Population, Report, STATUSES, Sample, Test, today,
};

use super::{day, frame, shelf};

/// Two days in order, mostly within what a report speaks of so far, and now and then all of it.
fn stretch(report: Report) -> BoxedStrategy<(Day, Day)> {
    let (start, end) = frame(report);
    let so_far = end.min(today()).max(start);
    let beside = |end: Day| (-3i64..25, -3i64..25).prop_map(move |(after, before)| (start + after, end - before));
    let steps = select(vec![(1i64, 1i64), (7, 7), (30, 30), (91, 91), (182, 182), (15, 30), (16, 30), (3, 7), (4, 7)]);
    let step = (steps, 0i64..14, -1i64..=1).prop_map(move |((length, step), nth, beside)| {
        let from = start + nth * step + beside;
        (from, from + length - 1)
    });
    prop_oneof![
        3 => Just((start, so_far)),
        2 => beside(so_far),
        2 => beside(end),
        4 => step,
        4 => (day(), prop_oneof![Just(0i64), 0i64..100]).prop_map(|(end, length)| (end - length, end)),
    ]
    .prop_map(|(start, end)| (start, end.max(start)))
    .boxed()
}

fn evidence(report: Report) -> impl Strategy<Value = Evidence> {
    let covers = prop::option::weighted(0.75, stretch(report));
    let hash = prop::option::weighted(0.3, prop::bool::weighted(0.7));
    let collected = prop::option::weighted(0.7, (prop::bool::weighted(0.7), -2i64..40, day()));
    let kind = prop::option::weighted(0.4, 0..EVIDENCE_KINDS.len());
    let items = prop::option::weighted(0.3, select(vec![0i64, 0, 1, 12]));
    (shelf(), covers, collected, hash, (kind, items)).prop_map(|(shelf, covers, collected, hash, (kind, items))| {
        let collected = collected.map(|(after, later, any)| match covers {
            // Mostly taken soon after the time it speaks of, and mostly not ahead of the day.
            Some((_, end)) if after => (end + later).min((end + 1).max(today())),
            _ => any,
        });
        Evidence { shelf, kind, items, covers, collected, hash }
    })
}

/// All there was to draw from; taken so many days after the end of the time it is of, where it says when.
fn population() -> impl Strategy<Value = Population> {
    let size = prop_oneof![
        1 => Just(0i64),
        2 => 1i64..5,
        3 => 5i64..60,
        1 => select(vec![249i64, 250]),
        1 => 200i64..900,
    ];
    let retrieved = prop_oneof![3 => Just(0i64), 2 => -2i64..=2, 1 => -60i64..60];
    let size = prop::option::weighted(0.9, size);
    let retrieved = prop::option::weighted(0.9, retrieved);
    let reconciled = prop::option::weighted(0.9, prop::bool::weighted(0.8));
    (size, prop::bool::weighted(0.9), retrieved, reconciled).prop_map(|(size, source, retrieved, reconciled)| {
        // One that says nothing would be none at all.
        Population { size, source: source || size.is_none(), retrieved, reconciled }
    })
}

fn test(report: Report) -> impl Strategy<Value = Test> {
    let shape = prop_oneof![
        6 => Just((true, true)),
        4 => Just((true, false)),
        1 => Just((false, true)),
        1 => Just((false, false)),
    ];
    let far = prop_oneof![2 => Just(0i64), 2 => 0i64..30, 1 => 0i64..100];
    let (_, end) = frame(report);
    let beside = prop_oneof![4 => day(), 2 => (-100i64..5).prop_map(move |later| end.min(today()) + later)];
    let time = (shape, stretch(report), far, beside).prop_map(|((dated, timed), (start, end), far, day)| {
        let period = timed.then_some((start, end));
        // Mostly not ahead of the day, and never before the end of what it tested.
        let date = if timed { (end + far).min(end.max(today())) } else { day };
        (dated.then_some(date), period)
    });
    let exception = (prop::option::weighted(0.7, day()), prop::bool::weighted(0.7))
        .prop_map(|(resolved, explained)| Exception { resolved, explained });
    let exceptions = prop_oneof![4 => Just(Vec::new()), 1 => prop::collection::vec(exception, 1..4)];
    let conclusion = prop::option::weighted(0.9, prop_oneof![5 => Just(0), 2 => 0..CONCLUSIONS.len()]);
    let by = prop::option::weighted(0.9, select(vec!["alex", "alex", "alex", "boss", "jane", "sam"]));
    let size = prop_oneof![2 => 0i64..6, 2 => 15i64..30, 2 => 30i64..70];
    let sample = (prop::option::weighted(0.85, size), prop::option::weighted(0.6, 0..METHODS.len()));
    let sample = prop::option::weighted(0.75, sample);
    let population = prop::option::weighted(0.75, population());
    (prop::bool::weighted(0.5), time, by, conclusion, exceptions, (population, sample)).prop_map(
        |(design, (date, period), by, conclusion, exceptions, (population, sample))| {
            let sample = sample.map(|(size, method)| Sample { size, method });
            possible(Test { design, date, by, period, population, sample, conclusion, exceptions })
        },
    )
}

/// The test without what would be a problem of the inventory, and no gap.
fn possible(mut test: Test) -> Test {
    let end = test.period.map(|(_, end)| end).or(test.date).unwrap_or_else(today);
    // Never drawn from a list of later than the test, nor an exception put right before the time it was found in.
    if let Some(retrieved) = test.population.as_mut().and_then(|it| it.retrieved.as_mut()) {
        *retrieved = (end + *retrieved).min(test.date.unwrap_or(end + *retrieved));
    }
    for resolved in test.exceptions.iter_mut().filter_map(|exception| exception.resolved.as_mut()) {
        *resolved = (*resolved).max(test.period.map_or(*resolved, |(start, _)| start));
    }
    // Never more exceptions than items looked at, nor more of these than items.
    let found = number(test.exceptions.len());
    let all = test.population.as_mut().and_then(|it| it.size.as_mut()).map(|size| {
        *size = (*size).max(found);
        *size
    });
    if let Some(size) = test.sample.as_mut().and_then(|sample| sample.size.as_mut()) {
        *size = (*size).min(all.unwrap_or(*size)).max(found);
    }
    test
}

fn number(count: usize) -> i64 {
    i64::try_from(count).expect("few")
}

/// Since when, and until when: about the beginning and the end of what the report speaks of.
fn in_place(report: Report) -> impl Strategy<Value = (Option<Day>, Option<Day>)> {
    let (start, end) = frame(report);
    let about = move || {
        prop_oneof![
            2 => (-1i64..=1).prop_map(move |beside| start + beside),
            2 => start..=end,
            1 => (-1i64..=2).prop_map(move |beside| end + beside),
            1 => day(),
        ]
    };
    let since = prop_oneof![3 => about().boxed(), 2 => (1i64..400).prop_map(move |ago| start - ago).boxed()];
    (prop::option::weighted(0.4, since), prop::option::weighted(0.5, about())).prop_map(|(since, until)| {
        // Never before it began: that is a problem of the inventory, and no gap.
        (since, until.map(|until| until.max(since.unwrap_or(until))))
    })
}

pub fn control(systems: usize, documents: usize, report: Report) -> impl Strategy<Value = Control> {
    let named = if systems == 0 {
        Just(None).boxed()
    } else {
        prop::option::of(prop::collection::btree_set(0..systems, 1..=systems).prop_map(|set| set.into_iter().collect()))
            .boxed()
    };
    let few = prop::collection::btree_set(0..12usize, 0..4);
    let many = prop::collection::btree_set(0..CRITERIA.len(), 11..16);
    let criteria = prop_oneof![20 => few, 1 => many];
    // Mostly in place, mostly of a kind that may go with anything.
    let status = prop_oneof![5 => Just(2usize), 3 => 0..STATUSES.len(), 1 => Just(4usize)];
    let kind = prop::option::weighted(0.6, prop_oneof![Just(1usize), 0..KINDS.len()]);
    let execution = prop::option::weighted(0.3, 0..EXECUTIONS.len());
    // Seldom daily, for that is a window for each day.
    let frequency = prop_oneof![1 => 0..FREQUENCIES.len(), 4 => select(vec![0, 2, 3, 4, 5, 5, 6, 7, 8, 9])];
    let owner = prop::option::weighted(0.7, select(vec!["jane", "sam"]));
    let performer = prop::option::weighted(0.3, select(vec!["jane", "sam", "alex"]));
    let description = prop_oneof![Just(1), 0..DESCRIPTIONS.len()];
    let documented = prop::sample::subsequence((0..documents).collect::<Vec<_>>(), 0..=documents.min(2));
    (
        (criteria, status, frequency, kind, execution),
        (owner, performer, description, documented, named, in_place(report), prop::bool::weighted(0.2)),
        prop::collection::vec(evidence(report), 0..4),
        prop::collection::vec(test(report), 0..4),
    )
        .prop_map(
            |(
                (criteria, status, frequency, kind, execution),
                (owner, performer, description, documented, systems, (since, until), ended),
                evidence,
                tests,
            )| {
                Control {
                    id: String::new(),
                    name: String::new(),
                    criteria: criteria.into_iter().collect(),
                    status,
                    frequency,
                    kind,
                    owner,
                    performer,
                    execution,
                    since,
                    // Mostly only those that are retired have ended.
                    until: until.filter(|_| ended || STATUSES[status] == "retired"),
                    description,
                    documented,
                    systems,
                    evidence,
                    tests,
                }
            },
        )
}
