//! Any inventory at all, within what an inventory may say.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

use super::calendar::{Day, months_later};
use super::inventory::{
    Acceptance, CONCLUSIONS, CRITERIA, Control, Cycle, DESCRIPTIONS, Document, Evidence, FREQUENCIES, Flow, Inventory,
    KINDS, LEVELS, PROTECTIONS, Remediation, Report, STATUSES, Shelf, System, Test, today,
};

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
    prop_oneof![
        3 => Just(Report::Type1(None)),
        1 => day().prop_map(|day| Report::Type1(Some(day))),
        4 => type2,
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

fn evidence() -> impl Strategy<Value = Evidence> {
    let covers = prop::option::weighted(0.7, (day(), prop_oneof![Just(0i64), 0i64..100]));
    let hash = prop::option::weighted(0.3, prop::bool::weighted(0.7));
    let collected = prop::option::weighted(0.7, (any::<bool>(), -2i64..40, day()));
    (shelf(), covers, collected, hash).prop_map(|(shelf, covers, collected, hash)| {
        let covers = covers.map(|(end, length)| (end - length, end));
        let collected = collected.map(|(after, later, any)| match covers {
            // Mostly taken soon after the time it speaks of.
            Some((_, end)) if after => end + later,
            _ => any,
        });
        Evidence { shelf, covers, collected, hash }
    })
}

fn test() -> impl Strategy<Value = Test> {
    let date = prop::option::weighted(0.9, prop_oneof![day(), select(vec![today() - 20, today() - 10])]);
    let period = prop::option::weighted(0.3, (day(), 0i64..120)).prop_map(|it| it.map(|(end, days)| (end - days, end)));
    let conclusion = prop::option::weighted(0.9, prop_oneof![4 => Just(0), 1 => 0..CONCLUSIONS.len()]);
    let exceptions = prop_oneof![5 => Just(Vec::new()), 1 => prop::collection::vec(prop::option::of(day()), 1..3)];
    (prop::bool::weighted(0.7), date, period, conclusion, exceptions).prop_map(
        |(design, date, period, conclusion, exceptions)| {
            // A test looks back on its period, and what was put right before that deviated in no item of it; anything else
            // is a problem of the inventory, and no gap.
            let period = period.map(|(start, end): (Day, Day)| {
                let last = date.unwrap_or(end).min(end);
                (last - (end - start), last)
            });
            let began = period.map(|(start, _)| start);
            let exceptions =
                exceptions.into_iter().map(|resolved: Option<Day>| resolved.max(began.filter(|_| resolved.is_some())));
            Test { design, date, period, conclusion, exceptions: exceptions.collect() }
        },
    )
}

fn control(systems: usize, documents: usize) -> impl Strategy<Value = Control> {
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
    let status = prop_oneof![3 => Just(2usize), 2 => 0..STATUSES.len()];
    let kind = prop::option::weighted(0.6, prop_oneof![Just(1usize), 0..KINDS.len()]);
    let owner = prop::option::weighted(0.7, select(vec!["jane", "sam"]));
    let description = prop_oneof![Just(1), 0..DESCRIPTIONS.len()];
    let documented = prop::sample::subsequence((0..documents).collect::<Vec<_>>(), 0..=documents.min(2));
    (
        (criteria, status, 0..FREQUENCIES.len(), kind),
        (owner, description, documented, named),
        prop::collection::vec(evidence(), 0..4),
        prop::collection::vec(test(), 0..4),
    )
        .prop_map(
            |((criteria, status, frequency, kind), (owner, description, documented, systems), evidence, tests)| {
                Control {
                    id: String::new(),
                    name: String::new(),
                    criteria: criteria.into_iter().collect(),
                    status,
                    frequency,
                    kind,
                    owner,
                    description,
                    documented,
                    systems,
                    evidence,
                    tests,
                }
            },
        )
}

/// A decision before it is known which gaps there may be.
type Decision = (Index, Index, Index);
type Undecided<T> = (Decision, T);

fn acceptance() -> impl Strategy<Value = Undecided<Acceptance>> {
    let approved = prop::option::weighted(0.9, prop_oneof![4 => 0i64..200, 1 => -20i64..2]);
    let expires = prop_oneof![3 => 1i64..200, 1 => -1i64..=1, 1 => -100i64..0];
    let level = prop::option::of(0..LEVELS.len());
    (any::<Decision>(), select(vec!["jane", "sam", "cto", "boss"]), approved, expires, level).prop_map(
        |(decision, approved_by, approved, expires, level)| {
            let approved = approved.map(|ago| today() - ago);
            let expires = (today() + expires).max(approved.unwrap_or(0));
            (decision, Acceptance { gap: String::new(), approved_by, approved, expires, level })
        },
    )
}

fn remediation() -> impl Strategy<Value = Undecided<Remediation>> {
    let owner = prop::option::of(select(vec!["jane", "sam", "boss"]));
    let due = prop_oneof![2 => -100i64..100, 1 => select(vec![-31i64, -30, -1, 0])];
    (any::<Decision>(), owner, prop::option::weighted(0.8, due), prop::bool::weighted(0.2)).prop_map(
        |(decision, owner, due, done)| {
            let due = due.map(|days| today() + days);
            (decision, Remediation { gap: String::new(), owner, due, done })
        },
    )
}

fn scope() -> impl Strategy<Value = Inventory> {
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
    let rest = (any::<bool>(), any::<bool>());
    ((categories, report(), not_applicable), (commitments, regulations, freshness), rest).prop_map(
        |((categories, report, not_applicable), (commitments, regulations, freshness), (people, backwards))| {
            Inventory {
                categories,
                report,
                not_applicable,
                commitments,
                regulations,
                freshness,
                systems: Vec::new(),
                flows: Vec::new(),
                people,
                documents: Vec::new(),
                controls: Vec::new(),
                acceptances: Vec::new(),
                remediation: Vec::new(),
                backwards,
            }
        },
    )
}

/// Any inventory of up to eight controls on a few criteria and systems, and decisions about gaps, some of which are there.
pub fn inventory() -> impl Strategy<Value = Inventory> {
    let items = (prop::collection::vec(system(), 0..4), prop::collection::vec(document(), 0..4));
    items.prop_flat_map(|(systems, documents)| {
        let controls = prop::collection::vec(control(systems.len(), documents.len()), 0..9);
        let flows = flows(systems.len());
        let decisions = (prop::collection::vec(acceptance(), 0..5), prop::collection::vec(remediation(), 0..5));
        (scope(), Just(systems), Just(documents), flows, controls, decisions).prop_map(
            |(scope, systems, documents, flows, controls, decisions)| {
                let numbered = controls.into_iter().enumerate().map(|(at, control)| Control {
                    id: format!("C-{at}"),
                    name: format!("Control number {at}"),
                    ..control
                });
                let inventory = Inventory { systems, flows, documents, controls: numbered.collect(), ..scope };
                decided(inventory, decisions)
            },
        )
    })
}

/// The inventory with its decisions, each about a gap that may well be there; no gap is decided about twice.
fn decided(
    mut inventory: Inventory,
    (acceptances, remediation): (Vec<Undecided<Acceptance>>, Vec<Undecided<Remediation>>),
) -> Inventory {
    for (decision, mut acceptance) in acceptances {
        acceptance.gap = gap(&inventory, &decision);
        if inventory.acceptances.iter().all(|other| other.gap != acceptance.gap) {
            inventory.acceptances.push(acceptance);
        }
    }
    for (decision, mut entry) in remediation {
        // Half of the entries are about gaps that somebody accepted.
        let accepted = inventory.acceptances.get(decision.0.index(8)).map(|acceptance| acceptance.gap.clone());
        entry.gap = accepted.unwrap_or_else(|| gap(&inventory, &decision));
        if inventory.remediation.iter().all(|other| other.gap != entry.gap) {
            inventory.remediation.push(entry);
        }
    }
    inventory
}

/// The id of a gap: by far not always of one that is there.
fn gap(inventory: &Inventory, (kind, subject, rule): &Decision) -> String {
    let any = |rules: &[&str]| rules[rule.index(rules.len())].to_owned();
    let criterion = CRITERIA[subject.index(CRITERIA.len())];
    let id = match kind.index(10) {
        0 => format!("{criterion}:{}", any(&["criterion-without-control", "single-control-reliance"])),
        1 => format!("{criterion}:system-not-covered:s{}", rule.index(3)),
        2 if !inventory.documents.is_empty() => {
            let rules = ["document-missing", "document-unapproved", "document-review-overdue"];
            format!("POL-{}:{}", subject.index(inventory.documents.len()), any(&rules))
        }
        3 if !inventory.flows.is_empty() => {
            let flow = &inventory.flows[subject.index(inventory.flows.len())];
            format!("{}:data-flow-unprotected:{}", inventory.end(flow.from), inventory.end(flow.to))
        }
        4 => format!("scope:{}", any(&["systems-undefined", "period-too-short"])),
        _ if !inventory.controls.is_empty() => {
            let control = &inventory.controls[subject.index(inventory.controls.len())];
            format!("{}:{}", control.id, any(&likely(control)))
        }
        _ => "CC1.3:criterion-without-control".to_owned(),
    };
    // Now and then about a decision, or of a rule that this version does not judge.
    match kind.index(97) {
        0 => id.replacen(':', ":acceptance-expired:", 1),
        1 => id.replacen(':', ":task-overdue:", 1),
        2 => format!("{criterion}:occurrence-missed"),
        _ => id,
    }
}

/// Rules that a control may well break.
fn likely(control: &Control) -> Vec<&'static str> {
    let place = if control.status < 2 { "control-not-in-place" } else { "design-untested" };
    let mut rules = vec![place, "design-deficient", "implausible-mapping", "evidence-stale", "control-vaguely-worded"];
    rules.extend(control.evidence.is_empty().then_some("evidence-absent"));
    rules.extend((!control.evidence.is_empty()).then_some("evidence-stale"));
    rules.extend((!control.evidence.is_empty()).then_some("evidence-dated-ahead"));
    rules.extend((!control.evidence.is_empty()).then_some("evidence-outside-period"));
    rules.extend(control.owner.is_none().then_some("control-without-owner"));
    rules.extend((control.frequency == 0).then_some("control-without-frequency"));
    rules.extend((control.status == 3).then_some("control-informal"));
    rules.extend((control.status == 3).then_some("control-informal"));
    rules.extend(control.criteria.is_empty().then_some("control-unmapped"));
    rules
}
