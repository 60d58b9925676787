//! Inventories of any size, the same for the same size: a kilobyte and a half a control, as people write them.

use std::fmt::Write;

const CRITERIA: [&str; 33] = [
    "CC1.1", "CC1.2", "CC1.3", "CC1.4", "CC1.5", "CC2.1", "CC2.2", "CC2.3", "CC3.1", "CC3.2", "CC3.3", "CC3.4",
    "CC4.1", "CC4.2", "CC5.1", "CC5.2", "CC5.3", "CC6.1", "CC6.2", "CC6.3", "CC6.4", "CC6.5", "CC6.6", "CC6.7",
    "CC6.8", "CC7.1", "CC7.2", "CC7.3", "CC7.4", "CC7.5", "CC8.1", "CC9.1", "CC9.2",
];

/// How often controls operate, each as often as it stands here.
const FREQUENCIES: [&str; 12] = [
    "quarterly",
    "quarterly",
    "quarterly",
    "monthly",
    "weekly",
    "per-event",
    "quarterly",
    "continuous",
    "annual",
    "semiannual",
    "daily",
    "monthly",
];

/// An inventory of so many controls in the fifth month of a Type II period, each with evidence and with tests of design and
/// operation. One in seven has missed a part, one in eleven has no evidence, one in thirteen no owner, one in nine deviated.
#[must_use]
pub fn inventory(controls: usize) -> String {
    let mut text = String::from(
        "version: 1\norganization: Bench Co.\nscope:\n  system: Bench Cloud\n  categories: [security]\n  report: type2\n  period: { start: 2026-07-01, end: 2026-12-31 }\nsystems:\n",
    );
    for system in 0..5 {
        let line = format!(
            "  - {{ id: s{system}, name: System {system}, criticality: high, exposure: internet, data: [personal] }}\n"
        );
        text.push_str(&line);
    }
    text.push_str("people:\n");
    for person in 0..20 {
        writeln!(text, "  - {{ id: p{person}, name: Person {person}, team: team {} }}", person % 4)
            .expect("a string takes all");
    }
    text.push_str(
        "documents:\n  - { id: POL-1, title: Policy, url: 'https://wiki.example/pol', owner: p1, approved_by: p2, approved: 2026-02-01, reviewed: 2026-02-01 }\n",
    );
    text.push_str("controls:\n");
    for number in 0..controls {
        control(&mut text, number);
    }
    text
}

fn control(text: &mut String, number: usize) {
    let first = CRITERIA[number % 33];
    let second = CRITERIA[(number * 7 + 5) % 33];
    let criteria = if first == second { first.to_owned() } else { format!("{first}, {second}") };
    writeln!(text, "  - id: CTL-{number:06}").expect("a string takes all");
    writeln!(text, "    name: Review of access and configuration number {number}").expect("a string takes all");
    writeln!(
        text,
        "    description: >-\n      Each quarter the platform lead compares the user list of every production system with the roster of people and\n      removes what has no need. The result is recorded in a ticket, signed by the owner of the system, and kept for a\n      year. Differences are followed up within five working days, and a second person checks that they are closed."
    )
    .expect("a string takes all");
    writeln!(text, "    criteria: [{criteria}]\n    kind: procedure\n    nature: detective\n    execution: manual")
        .expect("a string takes all");
    if !number.is_multiple_of(13) {
        writeln!(text, "    owner: p{}", number % 20).expect("a string takes all");
    }
    writeln!(
        text,
        "    performer: p{}\n    frequency: {}\n    status: implemented\n    since: 2026-01-15",
        (number + 3) % 20,
        FREQUENCIES[number % FREQUENCIES.len()]
    )
    .expect("a string takes all");
    writeln!(text, "    documented_in: [POL-1]").expect("a string takes all");
    if !number.is_multiple_of(11) {
        evidence(text, number);
    }
    tests(text, number);
}

fn evidence(text: &mut String, number: usize) {
    text.push_str("    evidence:\n");
    let last = if number.is_multiple_of(7) { 8 } else { 11 };
    for (from, to) in [(7, 9), (10, last)].into_iter().filter(|(from, to)| from <= to) {
        writeln!(
            text,
            "      - title: Access review\n        kind: record\n        url: https://evidence.example/{number}/{from}\n        covers: {{ start: 2026-{from:02}-01, end: 2026-{to:02}-20 }}\n        collected: 2026-{to:02}-20\n        source: Directory export"
        )
        .expect("a string takes all");
    }
}

fn tests(text: &mut String, number: usize) {
    let tester = (number + 9) % 20;
    let deviated = number.is_multiple_of(9);
    writeln!(text, "    tests:\n      - {{ of: design, date: 2026-10-10, by: p{tester}, conclusion: effective }}")
        .expect("a string takes all");
    writeln!(
        text,
        "      - of: operation\n        date: 2026-10-12\n        by: p{tester}\n        period: {{ start: 2026-07-01, end: 2026-09-30 }}\n        population: {{ size: 142, source: Directory export, retrieved: 2026-10-09, reconciled: true }}\n        sample: {{ size: 25, method: random, seed: 7 }}"
    )
    .expect("a string takes all");
    if deviated {
        text.push_str("        exceptions:\n          - { item: user-117, description: Left in August and still active., root_cause: Ticket not raised, resolved: 2026-10-15 }\n");
    }
    writeln!(text, "        conclusion: {}", if deviated { "exception" } else { "effective" })
        .expect("a string takes all");
}
