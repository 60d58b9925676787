//! Any inventory at all, within what an inventory may say.

mod control;
mod decision;
mod vendor;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

use super::calendar::{Day, months_later};
use super::inventory::{
    CRITERIA, Control, Cycle, Document, FREQUENCIES, Flow, GRACES, Inventory, LEVELS, Length, PROTECTIONS, Report,
    SAMPLES, Shelf, System, TERMS, Vendor, today,
};
use control::control;
use decision::{acceptance, decided, remediation};
use vendor::vendor;

/// So many cases, the same ones in every run.
pub fn cases(cases: u32, seed: u64) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..ProptestConfig::default() }
}

/// Days before which something has just expired, and any others; a few lie ahead.
fn day() -> impl Strategy<Value = Day> {
    let limits = vec![30, 45, 90, 110, 180, 200, 220, 365, 380, 400];
    prop_oneof![
        4 => 0i64..120,
        2 => (select(limits), -1i64..=1).prop_map(|(limit, beside)| limit + beside),
        2 => 0i64..800,
        1 => -1i64..=1,
        1 => -60i64..0,
    ]
    .prop_map(|ago| today() - ago)
}

fn shelf() -> impl Strategy<Value = Shelf> {
    prop_oneof![
        6 => Just(Shelf::Url),
        4 => Just(Shelf::Found),
        1 => select(vec![Shelf::Nowhere, Shelf::Missing, Shelf::Outside, Shelf::Unreadable]),
    ]
}

fn report() -> impl Strategy<Value = Report> {
    let period = (-400i64..60, select(vec![2i64, 3, 6, 6, 6, 12]), -2i64..=2, 0i64..400);
    let type2 = period.prop_map(|(start, months, beside, whole)| {
        // Now and then the period ends on the very day of the assessment, or near it.
        let start = today() + start;
        let end = if whole < 40 { today() - 20 + whole } else { months_later(start, months) + beside };
        Report::Type2(start, end.max(start))
    });
    // Now and then a whole year that is over.
    let year = (390i64..440).prop_map(|ago| Report::Type2(today() - ago, months_later(today() - ago, 12) - 1));
    prop_oneof![
        6 => Just(Report::Type1(None)),
        2 => day().prop_map(|day| Report::Type1(Some(day))),
        11 => type2,
        1 => year,
    ]
}

fn system() -> impl Strategy<Value = System> {
    let classes = vec!["personal", "logs", "customer-content", "health", "payment", "financial", "Secrets"];
    let exposures = vec!["internet", "partner", "internal", "isolated"];
    let parts = (prop::option::of(select(LEVELS.to_vec())), prop::option::of(select(exposures)));
    (parts, prop::sample::subsequence(classes, 0..3)).prop_map(|((criticality, exposure), data)| System {
        criticality,
        exposure,
        data,
    })
}

fn flows(systems: usize) -> impl Strategy<Value = Vec<Flow>> {
    let data = prop::sample::subsequence(vec!["personal", "logs", "health"], 0..3);
    let flow = (0..systems + 2, 0..systems + 2, data, 0..PROTECTIONS.len());
    prop::collection::vec(flow, 0..3).prop_map(|flows| {
        let mut flows: Vec<Flow> =
            flows.into_iter().map(|(from, to, data, protection)| Flow { from, to, data, protection }).collect();
        flows.sort_by_key(|flow| (flow.from, flow.to));
        flows.dedup_by_key(|flow| (flow.from, flow.to));
        flows
    })
}

fn document() -> impl Strategy<Value = Document> {
    let cycles = vec![
        Cycle::Unsaid,
        Cycle::Unsaid,
        Cycle::Months(12, "annual"),
        Cycle::Months(6, "semiannual"),
        Cycle::Months(3, "quarterly"),
        Cycle::Months(1, "monthly"),
        Cycle::Months(18, "18mo"),
        Cycle::Months(24, "2y"),
        Cycle::Days(100),
    ];
    let owner = prop::option::weighted(0.8, select(vec!["boss", "jane", "cto"]));
    let approved = (prop::bool::weighted(0.9), prop::option::weighted(0.9, day()));
    let reviewed = prop::option::weighted(0.7, prop_oneof![3 => 0i64..400, 1 => 0i64..900]);
    (shelf(), owner, approved, reviewed, select(cycles)).prop_map(
        |(shelf, owner, (approved_by, approved), reviewed, cycle)| Document {
            shelf,
            owner,
            approved_by,
            approved,
            // Never before the approval: that is a problem of the inventory, and no gap.
            reviewed: reviewed.map(|later| approved.unwrap_or(today() - 500) + later),
            cycle,
        },
    )
}

/// The first and the last day of what a report speaks of; of a day, half a year up to it.
fn frame(report: Report) -> (Day, Day) {
    match report {
        Report::Type1(day) => (day.unwrap_or_else(today) - 180, day.unwrap_or_else(today)),
        Report::Type2(start, end) => (start, end),
    }
}

fn scope(report: Report) -> impl Strategy<Value = Inventory> {
    let categories =
        prop::sample::subsequence(vec!["availability", "processing-integrity", "confidentiality", "privacy"], 0..=4);
    let not_applicable = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::btree_set(0..CRITERIA.len(), 1..3)
        .prop_map(|set| set.into_iter().collect())];
    let promised = prop::collection::btree_set(0..CRITERIA.len(), 0..3).prop_map(|set| set.into_iter().collect());
    let commitments = prop::collection::vec(promised, 0..3);
    let laws = vec!["gdpr", "HIPAA", "pci-dss", "ccpa", "sox", "glba", "uk-gdpr", "nis2"];
    let regulations = prop::sample::subsequence(laws, 0..3);
    let freshness = prop::collection::btree_map(prop::option::weighted(0.8, 0..FREQUENCIES.len()), 5i64..500, 0..3)
        .prop_map(|set| set.into_iter().collect());
    let length = || prop_oneof![4 => (0i64..60).prop_map(Length::Days), 1 => (0i64..8).prop_map(Length::Months)];
    let rarely = |count: usize, upto: usize| {
        let positions = prop::collection::btree_set(0..count, 1..upto).boxed();
        prop_oneof![2 => Just(std::collections::BTreeSet::new()).boxed(), 1 => positions]
    };
    let grace =
        (rarely(GRACES.len(), 4), prop::collection::vec(length(), 4)).prop_map(|(at, to)| at.into_iter().zip(to));
    let sizes = prop::collection::vec(prop_oneof![0i64..4, 0i64..60], 4);
    let samples = (rarely(SAMPLES.len(), 4), sizes).prop_map(|(at, to)| at.into_iter().zip(to));
    let term = prop_oneof![1 => (0i64..500).prop_map(Length::Days), 1 => (0i64..18).prop_map(Length::Months)];
    let terms = (rarely(TERMS.len(), 3), prop::collection::vec(term, 2)).prop_map(|(at, to)| at.into_iter().zip(to));
    let rest = (any::<bool>(), any::<bool>(), (grace, samples, terms));
    ((categories, not_applicable), (commitments, regulations, freshness), rest).prop_map(
        move |((categories, not_applicable), (commitments, regulations, freshness), (people, backwards, set))| {
            Inventory {
                categories,
                report,
                not_applicable,
                commitments,
                regulations,
                freshness,
                grace: set.0.collect(),
                samples: set.1.collect(),
                terms: set.2.collect(),
                systems: Vec::new(),
                flows: Vec::new(),
                people,
                documents: Vec::new(),
                controls: Vec::new(),
                vendors: Vec::new(),
                acceptances: Vec::new(),
                remediation: Vec::new(),
                backwards,
            }
        },
    )
}

/// Any inventory of up to eight controls on a few criteria and systems, and decisions about gaps, some of which are there.
pub fn inventory() -> impl Strategy<Value = Inventory> {
    let items = (report(), prop::collection::vec(system(), 0..4), prop::collection::vec(document(), 0..4));
    items.prop_flat_map(|(report, systems, documents)| {
        let controls = prop::collection::vec(control(systems.len(), documents.len(), report), 0..9);
        let vendors = prop::collection::vec(vendor(systems.len(), report), 1..4);
        let flows = flows(systems.len());
        let decisions = (prop::collection::vec(acceptance(), 0..5), prop::collection::vec(remediation(), 0..5));
        (scope(report), Just((systems, documents)), flows, controls, vendors, decisions).prop_map(
            |(scope, (systems, documents), flows, controls, vendors, decisions)| {
                let numbered = controls.into_iter().enumerate().map(|(at, control)| Control {
                    id: format!("C-{at}"),
                    name: format!("Control number {at}"),
                    ..control
                });
                let controls: Vec<Control> = numbered.collect();
                let placed = |asked: Vec<Index>| {
                    let mut placed: Vec<usize> = asked.iter().map(|at| at.index(controls.len().max(1))).collect();
                    placed.sort_unstable();
                    placed.dedup();
                    placed.retain(|at| *at < controls.len());
                    placed
                };
                let vendors = vendors
                    .into_iter()
                    .map(|(vendor, asked)| Vendor { asked: asked.into_iter().map(placed).collect(), ..vendor });
                let vendors = vendors.collect();
                decided(Inventory { systems, flows, documents, controls, vendors, ..scope }, decisions)
            },
        )
    })
}
