//! Inventories of any size, the same for the same size: a kilobyte a control, as people write them.

use std::fmt::Write;

const CRITERIA: [&str; 33] = [
    "CC1.1", "CC1.2", "CC1.3", "CC1.4", "CC1.5", "CC2.1", "CC2.2", "CC2.3", "CC3.1", "CC3.2", "CC3.3", "CC3.4",
    "CC4.1", "CC4.2", "CC5.1", "CC5.2", "CC5.3", "CC6.1", "CC6.2", "CC6.3", "CC6.4", "CC6.5", "CC6.6", "CC6.7",
    "CC6.8", "CC7.1", "CC7.2", "CC7.3", "CC7.4", "CC7.5", "CC8.1", "CC9.1", "CC9.2",
];

/// An inventory of so many controls. One in seven has stale evidence, one in eleven none, one in thirteen no owner.
#[must_use]
pub fn inventory(controls: usize) -> String {
    let mut text = String::from(
        "version: 1\norganization: Bench Co.\nscope:\n  system: Bench Cloud\n  categories: [security]\nsystems:\n",
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
    let month = if number.is_multiple_of(7) { "01" } else { "10" };
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
        "    performer: p{}\n    frequency: quarterly\n    status: implemented\n    since: 2026-01-15",
        (number + 3) % 20
    )
    .expect("a string takes all");
    writeln!(text, "    documented_in: [POL-1]").expect("a string takes all");
    if !number.is_multiple_of(11) {
        writeln!(
            text,
            "    evidence:\n      - title: Access review\n        kind: record\n        url: https://evidence.example/{number}\n        covers: {{ start: 2026-{month}-01, end: 2026-{month}-28 }}\n        collected: 2026-{month}-29\n        source: Directory export"
        )
        .expect("a string takes all");
    }
    writeln!(
        text,
        "    tests:\n      - {{ of: design, date: 2026-10-10, by: p{}, conclusion: effective }}",
        (number + 9) % 20
    )
    .expect("a string takes all");
}
