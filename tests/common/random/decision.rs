//! Decisions about gaps, some of which are there.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::common::inventory::{Acceptance, CRITERIA, Control, Inventory, LEVELS, Remediation, today, vendor_id};

/// A decision before it is known which gaps there may be.
pub type Decision = (Index, Index, Index);
pub type Undecided<T> = (Decision, T);

pub fn acceptance() -> impl Strategy<Value = Undecided<Acceptance>> {
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

pub fn remediation() -> impl Strategy<Value = Undecided<Remediation>> {
    let owner = prop::option::of(select(vec!["jane", "sam", "boss"]));
    let due = prop_oneof![2 => -100i64..100, 1 => select(vec![-31i64, -30, -1, 0])];
    (any::<Decision>(), owner, prop::option::weighted(0.8, due), prop::bool::weighted(0.2)).prop_map(
        |(decision, owner, due, done)| {
            let due = due.map(|days| today() + days);
            (decision, Remediation { gap: String::new(), owner, due, done })
        },
    )
}

/// The inventory with its decisions, each about a gap that may well be there; no gap is decided about twice.
pub fn decided(
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
    let id = match kind.index(12) {
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
        5 | 6 if !inventory.vendors.is_empty() => {
            let at = subject.index(inventory.vendors.len());
            let (vendor, asked) = (vendor_id(at), inventory.vendors[at].asked.len());
            match rule.index(6) {
                0 if asked > 0 => format!("{vendor}:user-entity-control-unplaced:U-{vendor}-{}", subject.index(asked)),
                1 => format!("{vendor}:subservice-report-absent"),
                2 | 3 => format!("{vendor}:subservice-report-gap"),
                4 => format!("{vendor}:expected-control-unsupported"),
                _ => format!("{vendor}:vendor-unreviewed"),
            }
        }
        4 => format!("scope:{}", any(&["systems-undefined", "period-too-short"])),
        _ if !inventory.controls.is_empty() => {
            let control = &inventory.controls[subject.index(inventory.controls.len())];
            format!("{}:{}", control.id, any(&likely(control)))
        }
        _ => "CC1.3:criterion-without-control".to_owned(),
    };
    // Now and then about a decision, or of a rule that does not judge such a thing.
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
    rules.extend(["occurrence-missed", "operating-exceptions", "control-started-late", "tester-not-independent"]);
    rules.extend(["operation-untested", "operation-deficient", "sample-too-small", "population-unproved"]);
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
