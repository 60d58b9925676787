//! Each cause by hand: one thing changed, and all that comes of it.

use std::collections::BTreeSet;

use gapcheck::diff::hybrid::each;
use gapcheck::diff::pair::Pair;
use gapcheck::model::cause::{Alteration, Cause};
use gapcheck::model::difference::{Change, Difference, GapState};
use gapcheck::model::document::{Control, Document, Scope};
use gapcheck::model::files::{FileState, Files};
use gapcheck::model::level::Level;
use gapcheck::model::verdict::Verdict;
use gapcheck::model::way::Way;

use crate::{Given, diff, gated};

/// One control that addresses one of 35 applicable criteria, described by a document that nobody approved.
pub const BASE: &str = "\
organization: Acme Inc.
scope:
  categories: [availability]
  as_of: 2026-11-22
  not_applicable: [{ criteria: [CC1.1], rationale: x, approved_by: cto }]
systems: [{ id: app }]
people: [{ id: jane }, { id: alex }, { id: cto }]
documents: [{ id: POL, title: Policy, url: 'https://files.example/pol', owner: jane }]
controls:
  - id: AC-1
    name: Access review
    description: Each quarter the platform lead compares the users of production with the roster and records it in a ticket.
    criteria: [CC6.3]
    kind: procedure
    owner: jane
    frequency: quarterly
    status: implemented
    documented_in: [POL]
    systems: [app]
";
pub const EVIDENCE: &str = "    evidence: [{ title: Review, url: 'https://files.example/q3', covers: 2026-11-20 }]\n";
pub const TEST: &str = "    tests: [{ of: design, date: 2026-11-20, by: alex, conclusion: effective }]\n";

fn state(state: GapState) -> String {
    format!("{}{}", state.level, if state.accepted { " accepted" } else { "" })
}

fn walked<State: PartialEq>(way: &Way<Option<State>>, word: impl Fn(&State) -> String) -> String {
    let word = |state: &Option<State>| state.as_ref().map_or("-".to_owned(), &word);
    let turns = way.turns().iter().map(|turn| format!(" -{}-> {}", turn.cause.unwrap(), word(&turn.to)));
    format!("{}{}", word(way.before()), turns.collect::<String>())
}

/// All that changed: gaps, verdicts and counts, a line each.
fn told(difference: &Difference) -> Vec<String> {
    let changed = Change::ALL.into_iter().flat_map(|change| difference.gaps_that(change));
    let gaps = changed.filter(|gap| gap.way.changed()).map(|gap| {
        let by = gap.cause.map_or(String::new(), |cause| format!(" by {cause}"));
        format!("{}{by} {}: {}", gap.change.word(), gap.id, walked(&gap.way, |gap| state(*gap)))
    });
    let verdict = |way: &Way<Option<Verdict>>| walked(way, |verdict| verdict.word().to_owned());
    let criteria = difference.criteria.iter().filter(|one| one.design.changed());
    let criteria = criteria.map(|one| format!("{} {}", one.id, verdict(&one.design)));
    let controls = difference.controls.iter().map(|one| format!("{} {}", one.id, verdict(&one.design)));
    let counts = difference.counts.iter().filter(|count| !count.by.is_empty()).map(|count| {
        let by = count.by.iter().map(|(cause, change)| format!(" {} {change:+}", cause.unwrap()));
        format!("{} {} to {}:{}", count.key, count.before, count.after, by.collect::<String>())
    });
    gaps.chain(criteria).chain(controls).chain(counts).collect()
}

#[track_caller]
fn assert_told(old: &Given, new: &Given, expected: &[&str]) -> Difference {
    let difference = diff(old, new);
    assert_eq!(told(&difference), expected);
    difference
}

fn given(parts: &[&str]) -> Given {
    Given::new(&parts.concat())
}

/// What a difference says was altered: `evidence: AC-1`, with `+` and `-` before what was added and removed.
fn altered(difference: &Difference) -> Vec<String> {
    let sign = |what: &Alteration| match what {
        Alteration::Added => "+",
        Alteration::Removed => "-",
        Alteration::Changed => "",
    };
    let group = |group: &gapcheck::model::cause::Altered| {
        let ids = group.subjects.iter().map(|(id, what)| format!(" {}{id}", sign(what)));
        format!("{}:{}", group.cause, ids.collect::<String>())
    };
    difference.altered.iter().map(group).collect()
}

#[test]
fn evidence_is_added() {
    // The criterion stays partial for its document, of moderate level, touches it; the control has no other gap that weighs.
    let difference = assert_told(
        &given(&[BASE]),
        &given(&[BASE, EVIDENCE]),
        &[
            "resolved by evidence AC-1:evidence-absent: moderate -evidence-> -",
            "CC6.3 unverified -evidence-> partial",
            "AC-1 unverified -evidence-> no-gap",
            "design.partial 0 to 1: evidence +1",
            "design.unverified 1 to 0: evidence -1",
            "coverage.evidenced 0 to 1: evidence +1",
            "gaps.moderate 23 to 22: evidence -1",
            "gaps.total 39 to 38: evidence -1",
        ],
    );
    assert_eq!(altered(&difference), ["evidence: AC-1"]);
}

#[test]
fn a_file_is_gone_from_where_it_was() {
    let path = "    evidence: [{ title: Review, path: q3.csv, covers: 2026-11-20 }]\n";
    let with_file = given(&[BASE, path]).with("q3.csv");
    let mut without = given(&[BASE, path]);
    without.files.push(("q3.csv".to_owned(), FileState::Missing));
    // Not a word of the inventory changed.
    let difference = assert_told(
        &with_file,
        &without,
        &[
            "new by evidence AC-1:evidence-missing: - -evidence-> moderate",
            "CC6.3 partial -evidence-> unverified",
            "AC-1 no-gap -evidence-> unverified",
            "design.partial 1 to 0: evidence -1",
            "design.unverified 0 to 1: evidence +1",
            "coverage.evidenced 1 to 0: evidence -1",
            "gaps.moderate 22 to 23: evidence +1",
            "gaps.total 38 to 39: evidence +1",
        ],
    );
    assert_eq!(altered(&difference), ["evidence: AC-1"]);
    assert_eq!(
        difference.notes,
        ["The one file that new names is not there, so its evidence counts as missing. Keep the files beside it, as \
             `git worktree add` does."]
    );
    // Once it has another hash than was recorded, it is another file.
    let hash = "0".repeat(64);
    let recorded = path.replace("covers", &format!("sha256: {hash}, covers"));
    let at = |found: &str| {
        let mut given = given(&[BASE, &recorded]);
        given.files.push(("q3.csv".to_owned(), FileState::Found(Some(found.to_owned()))));
        given
    };
    let difference = diff(&at(&hash), &at(&"1".repeat(64)));
    let new: Vec<(&str, Option<Cause>)> =
        difference.gaps_that(Change::New).map(|gap| (gap.id.as_str(), gap.cause)).collect();
    assert_eq!(new, [("AC-1:evidence-altered", Some(Cause::Evidence))]);
}

#[test]
fn a_test_is_added() {
    // A sound control beside it makes harm from the unapproved document less likely, so that it no longer weighs.
    assert_told(
        &given(&[BASE, EVIDENCE]),
        &given(&[BASE, EVIDENCE, TEST]),
        &[
            "improved by tests POL:document-unapproved: moderate -tests-> low",
            "resolved by tests AC-1:design-untested: low -tests-> -",
            "CC6.3 partial -tests-> no-gap",
            "design.no_gap 0 to 1: tests +1",
            "design.partial 1 to 0: tests -1",
            "coverage.tested 0 to 1: tests +1",
            "gaps.moderate 22 to 21: tests -1",
            "gaps.total 38 to 37: tests -1",
        ],
    );
}

#[test]
fn a_control_is_no_longer_in_place() {
    let planned = BASE.replace("implemented", "planned");
    let difference = assert_told(
        &given(&[BASE]),
        &given(&[&planned]),
        &[
            "new by status AC-1:control-not-in-place: - -status-> high",
            "improved by status POL:document-unapproved: moderate -status-> low",
            "resolved by status AC-1:evidence-absent: moderate -status-> -",
            "resolved by status AC-1:design-untested: low -status-> -",
            "resolved by status CC6.3:single-control-reliance: low -status-> -",
            "CC6.3 unverified -status-> gap",
            "AC-1 unverified -status-> gap",
            "design.unverified 1 to 0: status -1",
            "design.gap 34 to 35: status +1",
            "coverage.claimed 1 to 0: status -1",
            "gaps.high 11 to 12: status +1",
            "gaps.moderate 23 to 21: status -2",
            "gaps.low 2 to 1: status -1",
            "gaps.total 39 to 37: status -2",
        ],
    );
    assert_eq!(altered(&difference), ["status: AC-1"]);
}

#[test]
fn the_scope_is_smaller() {
    let security = BASE.replace("[availability]", "[security]");
    let difference = assert_told(
        &given(&[BASE]),
        &given(&[&security]),
        &[
            "resolved by scope A1.2:criterion-without-control: high -scope-> -",
            "resolved by scope A1.1:criterion-without-control: moderate -scope-> -",
            "resolved by scope A1.3:criterion-without-control: moderate -scope-> -",
            "A1.1 gap -scope-> -",
            "A1.2 gap -scope-> -",
            "A1.3 gap -scope-> -",
            "criteria.total 36 to 33: scope -3",
            "criteria.applicable 35 to 32: scope -3",
            "design.gap 34 to 31: scope -3",
            "gaps.high 11 to 10: scope -1",
            "gaps.moderate 23 to 21: scope -2",
            "gaps.total 39 to 36: scope -3",
        ],
    );
    assert_eq!(altered(&difference), ["scope: categories"]);
    // A criterion that is scoped out is counted as such, and its gap is gone.
    let excluded = BASE.replace("criteria: [CC1.1]", "criteria: [CC1.1, A1.3]");
    assert_told(
        &given(&[BASE]),
        &given(&[&excluded]),
        &[
            "resolved by scope A1.3:criterion-without-control: moderate -scope-> -",
            "A1.3 gap -scope-> not-applicable",
            "criteria.applicable 35 to 34: scope -1",
            "criteria.not_applicable 1 to 2: scope +1",
            "design.gap 34 to 33: scope -1",
            "gaps.moderate 23 to 22: scope -1",
            "gaps.total 39 to 38: scope -1",
        ],
    );
}

#[test]
fn time_passes() {
    // Evidence of a quarterly control is in date for 110 days: of 20 July up to 7 November.
    let stale = EVIDENCE.replace("2026-11-20", "2026-07-20");
    let undated = BASE.replace("  as_of: 2026-11-22\n", "");
    let given = Given::new(&[undated.as_str(), &stale].concat());
    let difference = assert_told(
        &given.clone().on("2026-11-07"),
        &given,
        &[
            "new by time AC-1:evidence-stale: - -time-> moderate",
            "CC6.3 partial -time-> unverified",
            "AC-1 no-gap -time-> unverified",
            "design.partial 1 to 0: time -1",
            "design.unverified 0 to 1: time +1",
            "coverage.evidenced 1 to 0: time -1",
            "gaps.moderate 22 to 23: time +1",
            "gaps.total 38 to 39: time +1",
        ],
    );
    // Without a date of its own the report is of the day of the assessment, which is no change of the scope.
    assert_eq!(altered(&difference), Vec::<String>::new());
    assert!(diff(&given.clone().on("2026-11-06"), &given.on("2026-11-07")).nothing_changed());
}

#[test]
fn people_documents_and_systems_change() {
    let nobodys = BASE.replace("    owner: jane\n", "");
    let difference = assert_told(
        &given(&[&nobodys]),
        &given(&[BASE]),
        &[
            "resolved by people AC-1:control-without-owner: low -people-> -",
            "gaps.low 3 to 2: people -1",
            "gaps.total 40 to 39: people -1",
        ],
    );
    assert_eq!(altered(&difference), ["people: AC-1"]);
    let approved = BASE.replace("owner: jane }]", "owner: jane, approved_by: cto, approved: 2026-06-01 }]");
    let difference = assert_told(
        &given(&[BASE]),
        &given(&[&approved]),
        &[
            "resolved by documents POL:document-unapproved: moderate -documents-> -",
            "CC6.3 unverified -documents-> partial",
            "AC-1 unverified -documents-> partial",
            "design.partial 0 to 1: documents +1",
            "design.unverified 1 to 0: documents -1",
            "gaps.moderate 23 to 22: documents -1",
            "gaps.total 39 to 38: documents -1",
        ],
    );
    assert_eq!(altered(&difference), ["documents: POL"]);
    let legacy = BASE.replace("[{ id: app }]", "[{ id: app }, { id: legacy }]");
    let difference = assert_told(
        &given(&[BASE]),
        &given(&[&legacy]),
        &[
            "new by systems CC6.3:system-not-covered:legacy: - -systems-> moderate",
            "gaps.moderate 23 to 24: systems +1",
            "gaps.total 39 to 40: systems +1",
        ],
    );
    assert_eq!(altered(&difference), ["systems: +legacy"]);
}

#[test]
fn descriptions_vendors_decisions_and_settings_change() {
    let difference = assert_told(
        &given(&[BASE]),
        &given(&[&BASE.replace("    frequency: quarterly\n", "")]),
        &[
            "new by description AC-1:control-without-frequency: - -description-> low",
            "gaps.low 2 to 3: description +1",
            "gaps.total 39 to 40: description +1",
        ],
    );
    assert_eq!(altered(&difference), ["description: AC-1"]);
    let difference = assert_told(
        &given(&[BASE]),
        &given(&[BASE, "vendors: [{ id: aws, relation: carve-out }]\n"]),
        &[
            "new by vendors aws:subservice-report-absent: - -vendors-> moderate",
            "gaps.moderate 23 to 24: vendors +1",
            "gaps.total 39 to 40: vendors +1",
        ],
    );
    assert_eq!(altered(&difference), ["vendors: +aws"]);
    let difference = assert_told(
        &given(&[BASE]),
        &given(&[BASE, ACCEPTED]),
        &[
            "unchanged AC-1:evidence-absent: moderate -decisions-> moderate accepted",
            "gaps.moderate 23 to 22: decisions -1",
            "gaps.total 39 to 38: decisions -1",
            "gaps.accepted 0 to 1: decisions +1",
        ],
    );
    assert_eq!(altered(&difference), ["decisions: +AC-1:evidence-absent"]);
    let october = EVIDENCE.replace("2026-11-20", "2026-10-20");
    let difference = assert_told(
        &given(&[BASE, &october]),
        &given(&[BASE, &october, "settings: { freshness: { quarterly: 10d } }\n"]),
        &[
            "new by settings AC-1:evidence-stale: - -settings-> moderate",
            "CC6.3 partial -settings-> unverified",
            "AC-1 no-gap -settings-> unverified",
            "design.partial 1 to 0: settings -1",
            "design.unverified 0 to 1: settings +1",
            "coverage.evidenced 1 to 0: settings -1",
            "gaps.moderate 22 to 23: settings +1",
            "gaps.total 38 to 39: settings +1",
        ],
    );
    assert_eq!(altered(&difference), ["settings: evidence of quarterly controls is in date for"]);
}

/// Somebody bears that there is no evidence, until January.
pub const ACCEPTED: &str = "\
acceptances:
  - { gap: 'AC-1:evidence-absent', rationale: x, approved_by: cto, approved: 2026-11-01, expires: 2027-01-01 }
";

#[test]
fn an_acceptance_runs_out_with_time() {
    let accepted = given(&[BASE, ACCEPTED]);
    let difference = diff(&accepted.clone().on("2027-01-01"), &accepted.on("2027-01-02"));
    assert_eq!(
        told(&difference),
        [
            "new by time AC-1:acceptance-expired:evidence-absent: - -time-> low",
            "unchanged AC-1:evidence-absent: moderate accepted -time-> moderate",
            "gaps.moderate 22 to 23: time +1",
            "gaps.low 2 to 3: time +1",
            "gaps.total 38 to 40: time +2",
            "gaps.accepted 1 to 0: time -1",
        ]
    );
    // As with a baseline the gate looks at what is new or worse, and not at what was known and is borne no longer.
    let gate =
        |level| gated(&given(&[BASE, ACCEPTED]).on("2027-01-01"), &given(&[BASE, ACCEPTED]).on("2027-01-02"), level);
    assert!(!gate(Some(Level::Moderate)).gate.failed());
    assert!(gate(Some(Level::Low)).gate.failed());
}

#[test]
fn controls_come_and_go_whole() {
    let mapped = BASE.replace("[CC6.3]", "[CC6.3, CC6.2]");
    let difference = assert_told(
        &given(&[BASE]),
        &given(&[&mapped]),
        &[
            "new by controls CC6.2:single-control-reliance: - -controls-> low",
            "resolved by controls CC6.2:criterion-without-control: high -controls-> -",
            "CC6.2 gap -controls-> unverified",
            "design.unverified 1 to 2: controls +1",
            "design.gap 34 to 33: controls -1",
            "coverage.claimed 1 to 2: controls +1",
            "gaps.high 11 to 10: controls -1",
            "gaps.low 2 to 3: controls +1",
        ],
    );
    assert_eq!(altered(&difference), ["controls: AC-1"]);
    // Under another id it is another control. Its evidence comes with it, and what was decided of the first goes with that.
    let renamed = [BASE, EVIDENCE].concat().replace("AC-1", "AC-9");
    let old = given(&[BASE, EVIDENCE, "remediation: [{ gap: 'AC-1:design-untested', owner: jane }]\n"]);
    let difference = assert_told(
        &old,
        &given(&[&renamed]),
        &[
            "new by controls AC-9:design-untested: - -controls-> low",
            "resolved by controls AC-1:design-untested: low -controls-> -",
            "AC-1 no-gap -controls-> -",
            "AC-9 - -controls-> no-gap",
        ],
    );
    assert_eq!(altered(&difference), ["controls: -AC-1 +AC-9", "decisions: -AC-1:design-untested"]);
}

#[test]
fn a_verdict_goes_its_way_through_several_causes() {
    let planned = BASE.replace("implemented", "planned");
    let old = given(&[&planned]);
    let new = given(&[
        &BASE.replace("owner: jane }]", "owner: jane, approved_by: cto, approved: 2026-06-01 }]"),
        EVIDENCE,
        TEST,
    ]);
    let difference = diff(&old, &new);
    assert_eq!(altered(&difference), ["documents: POL", "status: AC-1", "evidence: AC-1", "tests: AC-1"]);
    let lines = told(&difference);
    // In place, described by an approved document, it is partial while its evidence is absent.
    assert!(lines.contains(&"CC6.3 gap -status-> partial -evidence-> no-gap".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"design.no_gap 0 to 1: evidence +1".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"design.gap 35 to 34: status -1".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"coverage.claimed 0 to 1: status +1".to_owned()), "{lines:#?}");
    // Evidence is absent only in between, which is nobody's doing.
    assert!(!lines.iter().any(|line| line.contains("evidence-absent")), "{lines:#?}");
    // What came to be partial and left it again is on both sides of that count.
    assert!(lines.contains(&"design.partial 0 to 0: status +1 evidence -1".to_owned()), "{lines:#?}");
}

#[test]
fn what_belongs_together_is_taken_together() {
    // A system comes, and the control covers it from the first day: no system was ever left uncovered.
    let both = BASE
        .replace("[{ id: app }]", "[{ id: app }, { id: legacy }]")
        .replace("systems: [app]", "systems: [app, legacy]");
    let difference = assert_told(&given(&[BASE]), &given(&[&both]), &[]);
    assert_eq!(altered(&difference), ["systems: AC-1 +legacy"]);
    // So with a document and the control it describes, and with a control and what another organisation expects of it.
    let moved = BASE.replace("POL", "POL-2");
    let difference = diff(&given(&[BASE]), &given(&[&moved]));
    assert_eq!(altered(&difference), ["documents: AC-1 -POL +POL-2"]);
    assert_eq!(
        told(&difference),
        [
            "new by documents POL-2:document-unapproved: - -documents-> moderate",
            "resolved by documents POL:document-unapproved: moderate -documents-> -",
        ]
    );
    let asked = |control: &str| {
        let vendor =
            format!("vendors: [{{ id: aws, user_entity_controls: [{{ id: U-1, controls: [{control}] }}] }}]\n");
        [BASE.replace("AC-1", control), vendor].concat()
    };
    let lines = told(&diff(&Given::new(&asked("AC-1")), &Given::new(&asked("AC-9"))));
    assert!(!lines.iter().any(|line| line.contains("user-entity-control-unplaced")), "{lines:#?}");
}

#[test]
fn a_gap_that_worsens_is_put_down_to_what_made_it_worse() {
    // What is promised to customers makes it graver; nothing else does.
    let promised = BASE.replace(
        "systems: [{ id: app }]",
        "systems: [{ id: app, criticality: very-high, exposure: internet, data: [personal] }]",
    );
    let difference = diff(&given(&[BASE]), &given(&[&promised]));
    let worsened: Vec<&str> = difference.gaps_that(Change::Worsened).map(|gap| gap.id.as_str()).collect();
    assert!(worsened.contains(&"AC-1:evidence-absent"), "{worsened:?}");
    assert!(difference.gaps_that(Change::Worsened).all(|gap| gap.cause == Some(Cause::Systems)));
    let gate = |level| gated(&given(&[BASE]), &given(&[&promised]), Some(level)).gate;
    assert_eq!(gate(Level::VeryLow).exceeding.len(), worsened.len());
    let back = gated(&given(&[&promised]), &given(&[BASE]), Some(Level::VeryLow));
    assert!(!back.gate.failed(), "{:?}", back.gate);
}

#[test]
fn what_is_accepted_fails_no_gate() {
    let (with, without) = (given(&[BASE, EVIDENCE]), given(&[BASE]));
    assert_eq!(gated(&with, &without, Some(Level::Moderate)).gate.exceeding.len(), 1);
    assert_eq!(gated(&with, &without, Some(Level::High)).gate.exceeding.len(), 0);
    assert_eq!(gated(&with, &given(&[BASE, ACCEPTED]), Some(Level::Moderate)).gate.exceeding.len(), 0);
    assert!(!gated(&with, &without, None).gate.failed());
}

/// Holds the way between two inventories to ending at the very words of the second.
#[track_caller]
fn assert_ends_at(old: &Given, new: &Given) {
    let (before, after) = (old.read(new.day), new.read(new.day));
    let pair = Pair { old: &before, new: &after };
    let mut last = None;
    each(pair, &gapcheck::diff::altered::altered(pair, &Files::default()), |_, hybrid| last = Some(hybrid.clone()));
    let last = last.expect("a step");
    assert_eq!(last.organization, after.organization);
    assert_eq!((&last.controls, &last.systems, &last.people), (&after.controls, &after.systems, &after.people));
    assert_eq!((&last.documents, &last.vendors), (&after.documents, &after.vendors));
    assert_eq!((&last.data_flows, &last.conventions), (&after.data_flows, &after.conventions));
    assert_eq!((&last.user_entity_controls, &last.incidents), (&after.user_entity_controls, &after.incidents));
    assert_eq!((&last.changes, &last.vouched), (&after.changes, &after.vouched));
    assert_eq!((&last.acceptances, &last.remediation), (&after.acceptances, &after.remediation));
    assert_eq!(format!("{:?}", last.scope), format!("{:?}", after.scope));
}

/// Every key of a control, of the scope and of an inventory belongs to a group: with another value it is said to be altered
/// in that one, and in no other.
#[test]
fn every_key_belongs_to_a_group() {
    let base = "\
organization: Acme Inc.
scope: { report: type1, as_of: 2026-11-22 }
systems: [{ id: app }, { id: db }]
documents: [{ id: POL, url: x }]
controls:
  - { id: AC-1, name: Access review, criteria: [CC6.3], status: implemented }
";
    let control = |more: &str| base.replace("status: implemented", &format!("status: implemented, {more}"));
    let keys_of_a_control = [
        ("name", base.replace("Access review", "Review of access"), "description"),
        ("description", control("description: Somebody looks."), "description"),
        ("criteria", base.replace("[CC6.3]", "[CC6.2]"), "controls"),
        ("clauses", control("clauses: { gdpr: [Art.32] }"), "controls"),
        ("kind", control("kind: technical"), "description"),
        ("nature", control("nature: detective"), "description"),
        ("execution", control("execution: manual"), "description"),
        ("owner", control("owner: jane"), "people"),
        ("performer", control("performer: jane"), "people"),
        ("systems", control("systems: [app]"), "systems"),
        ("frequency", control("frequency: daily"), "description"),
        ("status", base.replace("implemented", "planned"), "status"),
        ("since", control("since: 2026-01-01"), "status"),
        ("until", control("until: 2027-01-01"), "status"),
        ("documented_in", control("documented_in: [POL]"), "documents"),
        ("evidence", control("evidence: [{ url: x, covers: 2026-11-20 }]"), "evidence"),
        ("evidence_wanted", control("evidence_wanted: [A list]"), "evidence"),
        ("tests", control("tests: [{ of: design }]"), "tests"),
    ];
    let scope = |more: &str| base.replace("as_of: 2026-11-22", &format!("as_of: 2026-11-22, {more}"));
    let type2 = base.replace("type1, as_of: 2026-11-22", "type2, period: { start: 2026-07-01, end: 2026-12-31 }");
    let keys_of_the_scope = [
        ("system", scope("system: Cloud"), "system"),
        ("categories", scope("categories: [privacy]"), "categories"),
        ("report", type2.clone(), "report period"),
        ("as_of", base.replace("2026-11-22", "2026-11-21"), "as_of"),
        ("period", type2.replace("12-31", "12-30"), "report period"),
        ("privacy_role", scope("privacy_role: processor"), "privacy_role"),
        ("milestones", scope("milestones: { report: 2027-03-01 }"), "milestones"),
        (
            "not_applicable",
            scope("not_applicable: [{ criteria: [CC1.1], rationale: x, approved_by: y }]"),
            "not_applicable",
        ),
        ("commitments", scope("commitments: [{ id: SLA, criteria: [CC6.1] }]"), "commitments"),
        ("regulations", scope("regulations: [gdpr]"), "regulations"),
        ("services", scope("services: [{ id: S }]"), "services"),
        ("requirements", scope("requirements: [{ id: R }]"), "requirements"),
        ("boundary", scope("boundary: The login"), "boundary"),
        ("excluded", scope("excluded: [{ name: x, rationale: y }]"), "excluded"),
    ];
    let more = |more: &str| format!("{base}{more}\n");
    let keys_of_an_inventory = [
        ("organization", base.replace("Acme Inc.", "Acme"), "scope: organization"),
        ("systems", base.replace("{ id: db }", "{ id: db, name: Data }"), "systems: db"),
        ("data_flows", more("data_flows: [{ from: app, to: db }]"), "systems: +app to db"),
        ("people", more("people: [{ id: jane }]"), "people: +jane"),
        ("documents", base.replace("url: x", "url: y"), "documents: POL"),
        ("vendors", more("vendors: [{ id: aws }]"), "vendors: +aws"),
        ("reports", more("reports: [{ kind: penetration-test, url: x }]"), "documents: reports"),
        ("user_entity_controls", more("user_entity_controls: [{ id: U }]"), "scope: user_entity_controls"),
        ("incidents", more("incidents: [{ id: I }]"), "scope: incidents"),
        ("changes", more("changes: [{ id: C }]"), "scope: changes"),
        ("vouched", more("vouched: [{ list: changes, by: x, date: 2026-11-01 }]"), "scope: vouched"),
        (
            "acceptances",
            more("acceptances: [{ gap: 'AC-1:evidence-absent', rationale: x, approved_by: y, expires: 2027-01-01 }]"),
            "decisions: +AC-1:evidence-absent",
        ),
        ("remediation", more("remediation: [{ gap: 'AC-1:evidence-absent' }]"), "decisions: +AC-1:evidence-absent"),
        ("settings", more("settings: { points_of_focus: off }"), "settings: points of focus are"),
    ];
    let said = |new: &str| {
        let (old, new) = (Given::new(base), Given::new(new));
        assert_ends_at(&old, &new);
        altered(&diff(&old, &new))
    };
    for (key, new, group) in &keys_of_a_control {
        assert_eq!(said(new), [format!("{group}: AC-1")], "{key}");
    }
    for (key, new, keys) in &keys_of_the_scope {
        assert_eq!(said(new), [format!("scope: {keys}")], "{key}");
    }
    for (key, new, expected) in &keys_of_an_inventory {
        assert_eq!(said(new), [*expected], "{key}");
    }
    let of_another_period = altered(&diff(&Given::new(&type2), &Given::new(&type2.replace("12-31", "12-30"))));
    assert_eq!(of_another_period, ["scope: period"]);
    // None is forgotten: the version says nothing of an organisation, and the controls and the scope have their own lists.
    let named = |keys: &[&str], others: &[&str]| -> BTreeSet<String> {
        keys.iter().chain(others).map(|key| (*key).to_owned()).collect()
    };
    let of = |keys: &[&'static str]| named(keys, &[]);
    assert_eq!(named(&keys_of_a_control.each_ref().map(|(key, ..)| *key), &["id"]), of(Control::KEYS));
    assert_eq!(named(&keys_of_the_scope.each_ref().map(|(key, ..)| *key), &[]), of(Scope::KEYS));
    let others = ["version", "scope", "controls"];
    assert_eq!(named(&keys_of_an_inventory.each_ref().map(|(key, ..)| *key), &others), of(Document::KEYS));
}
