//! What is concluded of controls and criteria, and from what: whole sentences, and days on both sides of a limit.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::{Assessment, Tally};
use gapcheck::model::date::Date;
use gapcheck::model::files::{FileState, Files};
use gapcheck::model::gap::Treatment;
use gapcheck::model::level::Level;
use gapcheck::model::standing::{DesignTest, EvidenceState, Standing};
use gapcheck::model::verdict::{Judgement, Verdict};
use gapcheck::{Request, read};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// Looks at the assessment of an inventory on 2026-11-22.
fn look<T>(yaml: &str, files: &Files, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let sources = single("inventory.yaml", &format!("organization: Acme\n{yaml}"));
    let (catalog, as_of) = (bundled().unwrap(), date("2026-11-22"));
    let inventory = read(&sources, &catalog, as_of).unwrap_or_else(|problems| panic!("{problems:?}\n{yaml}"));
    look(&gapcheck::assess(&sources, &inventory, &catalog, files, &Request { as_of, fail_on: None, baseline: None }))
}

/// An inventory with these controls, each given by its status and further fields, all for CC6.3.
fn with(scope: &str, controls: &[&str]) -> String {
    let mut yaml = format!(
        "scope: {{ {scope} }}
systems: [{{ id: prod }}]
people: [{{ id: cto, name: Chris Moe }}]
documents: [{{ id: POL, url: p, approved_by: cto, approved: 2026-11-22 }}]
controls: ["
    );
    for (at, fields) in (1..).zip(controls) {
        yaml.push_str(&format!("{{ id: C{at}, name: C{at}, criteria: [CC6.3], status: {fields} }},\n"));
    }
    yaml + "]\n"
}

fn told(judgement: &Judgement) -> String {
    format!("{}: {}", judgement.verdict.word(), judgement.because.join(" "))
}

/// The verdict on the design of CC6.3, with its reasons.
fn design(controls: &[&str]) -> String {
    of_cc6_3(&with("", controls), |assessment, at| told(&assessment.criteria[at].design))
}

/// Looks at the result of CC6.3.
fn of_cc6_3<T>(yaml: &str, see: impl FnOnce(&Assessment<'_>, usize) -> T) -> T {
    look(yaml, &Files::default(), |assessment| {
        let is = |at: usize| assessment.catalog.criteria[at].id.to_string() == "CC6.3";
        let at = assessment.criteria.iter().position(|result| is(result.criterion)).unwrap();
        see(assessment, at)
    })
}

const SHOWN: &str = "evidence: [{ url: a, collected: 2026-11-01 }]";
const TESTED: &str = "tests: [{ of: design, date: 2026-11-01, by: cto, conclusion: effective }]";
const DEFICIENT: &str = "tests: [{ of: design, date: 2026-11-01, by: cto, conclusion: deficient }]";
const TYPE_2: &str = "report: type2, period: { start: 2026-07-01, end: 2026-12-31 }";

#[test]
fn nothing_in_place_is_a_gap() {
    assert_eq!(design(&[]), "gap: No control names it.");
    assert_eq!(design(&["planned"]), "gap: 1 control names it, and it is not in place.");
    assert_eq!(design(&["planned", "retired"]), "gap: 2 controls name it, none of them in place.");
    let deficient = format!("implemented, {DEFICIENT}");
    assert_eq!(design(&[&deficient]), "gap: The design of 1 control in place was found deficient.");
    assert_eq!(
        design(&[&deficient, "planned", &deficient]),
        "gap: The design of 2 controls in place was found deficient."
    );
}

#[test]
fn what_nobody_looked_at_is_unverified() {
    let nothing = "in place by assertion only: no evidence in date, no approved document, no test of design.";
    assert_eq!(design(&["implemented"]), format!("unverified: 1 control is {nothing}"));
    assert_eq!(design(&["implemented", "informal", "planned"]), format!("unverified: 2 controls are {nothing}"));
}

#[test]
fn what_is_supported_and_left_with_no_weighty_gap() {
    let shown = format!("implemented, {SHOWN}");
    assert_eq!(design(&[&shown]), "no-gap: The control in place is supported by evidence in date.");
    let all = format!("implemented, documented_in: [POL], {TESTED}, {SHOWN}");
    assert_eq!(
        design(&[&all]),
        "no-gap: The control in place is supported by an approved document, evidence in date and a test of design."
    );
    assert_eq!(
        design(&[&all, &shown, "planned"]).split(" supported").next(),
        Some("no-gap: 2 of 2 controls in place are")
    );
}

#[test]
fn what_is_left_to_do_keeps_a_design_partial() {
    // Without evidence 55, less 10 for its own test: moderate.
    assert_eq!(
        design(&[&format!("implemented, {TESTED}")]),
        "partial: The control in place is supported by a test of design. 1 gap of moderate level or above remains."
    );
    // A document alone leaves both: no evidence 55 each.
    assert_eq!(
        design(&["implemented, documented_in: [POL]", "implemented"]),
        "partial: 1 of 2 controls in place is supported by an approved document. 2 gaps of moderate level or above remain."
    );
    assert_eq!(
        design(&[&format!("informal, {SHOWN}")]),
        "partial: The control in place is supported by evidence in date. What supports it is done in practice but not laid \
         down. 1 gap of moderate level or above remains."
    );
    // One control beside it that is laid down is enough to lift the first sentence; the gap of the other stays.
    assert_eq!(
        design(&[&format!("informal, {SHOWN}"), &format!("implemented, {SHOWN}")]),
        "partial: 2 of 2 controls in place are supported by evidence in date. 1 gap of moderate level or above remains."
    );
}

#[test]
fn an_accepted_gap_turns_nothing_green() {
    let accepted = with("", &[&format!("implemented, {TESTED}")])
        + "acceptances: [{ gap: 'C1:evidence-absent', rationale: None., approved_by: cto, expires: 2026-11-22 }]";
    let verdict = of_cc6_3(&accepted, |assessment, at| {
        assert_eq!(assessment.summary.accepted, 1);
        told(&assessment.criteria[at].design)
    });
    assert_eq!(
        verdict,
        "partial: The control in place is supported by a test of design. 1 gap of moderate level or above remains."
    );
}

#[test]
fn what_is_scoped_out_is_counted_apart() {
    let scope = "not_applicable: [{ criteria: [CC6.3], rationale: No roles., approved_by: cto }], ".to_owned() + TYPE_2;
    let control =
        format!("implemented, {SHOWN}, tests: [{{ of: operation, date: 2026-11-01, conclusion: effective }}]");
    of_cc6_3(&with(&scope, &[&control]), |assessment, at| {
        let result = &assessment.criteria[at];
        assert_eq!(told(&result.design), "not-applicable: Scoped out by Chris Moe: No roles.");
        assert_eq!(result.operation.as_ref(), Some(&result.design));
        assert_eq!((result.claimed, result.evidenced, result.tested), (false, false, false));
        assert_eq!(assessment.summary.not_applicable, 1);
        assert_eq!((assessment.summary.criteria, assessment.summary.applicable), (33, 32));
    });
}

#[test]
fn operation_is_not_concluded_from_design() {
    let operation = |controls: &[&str]| {
        of_cc6_3(&with(TYPE_2, controls), |assessment, at| {
            let of_control = assessment.controls.first().and_then(|control| control.operation);
            (told(assessment.criteria[at].operation.as_ref().unwrap()), of_control.map(Verdict::word))
        })
    };
    let without = "gap: Without a control in place nothing can have operated.".to_owned();
    let nothing =
        "unverified: Nothing on file shows that the control in place operated in the period: no evidence that speaks \
                   of it, no concluded test."
            .to_owned();
    assert_eq!(operation(&[]), (without.clone(), None));
    assert_eq!(operation(&["planned"]), (without, Some("gap")));
    assert_eq!(operation(&["implemented"]), (nothing.clone(), Some("unverified")));
    // An approved document and a test of design show that it would work, not that it did.
    assert_eq!(operation(&[&format!("implemented, documented_in: [POL], {TESTED}")]), (nothing, Some("unverified")));
    of_cc6_3(&with("", &["implemented"]), |assessment, at| {
        assert_eq!(assessment.criteria[at].operation, None);
        assert_eq!((assessment.controls[0].operation, assessment.summary.operation), (None, None));
    });
}

#[test]
fn evidence_from_before_the_period_shows_a_design() {
    // Of 30 June, in date for 180 days; the gap of 40, less 5 for that evidence, is moderate, but of operation.
    let control = "implemented, frequency: per-event, evidence: [{ url: a, collected: 2026-06-30 }]";
    let yaml = with(TYPE_2, &[control]);
    of_cc6_3(&yaml, |assessment, at| {
        let gap = assessment.gaps.iter().find(|gap| gap.id() == "C1:evidence-outside-period").unwrap();
        assert_eq!(gap.risk.level(), Level::Moderate);
        assert_eq!(
            told(&assessment.criteria[at].design),
            "no-gap: The control in place is supported by evidence in date."
        );
        assert_eq!(assessment.controls[0].design.word(), "no-gap");
    });
}

#[test]
fn controls_have_verdicts_of_their_own() {
    let controls = [
        "planned".to_owned(),
        format!("implemented, {DEFICIENT}, {SHOWN}"),
        "implemented".to_owned(),
        format!("informal, {SHOWN}"),
        format!("implemented, {TESTED}"),
        format!("implemented, {SHOWN}"),
    ];
    let controls: Vec<&str> = controls.iter().map(String::as_str).collect();
    look(&with("", &controls), &Files::default(), |assessment| {
        let verdicts: Vec<&str> = assessment.controls.iter().map(|control| control.design.word()).collect();
        assert_eq!(verdicts, ["gap", "gap", "unverified", "partial", "partial", "no-gap"]);
        for (at, control) in assessment.controls.iter().enumerate() {
            let about = assessment.gaps.iter().enumerate().filter(|(_, gap)| gap.finding.control == Some(at));
            assert_eq!(control.gaps, about.map(|(at, _)| at).collect::<Vec<_>>());
            assert!(!control.gaps.is_empty());
        }
    });
}

#[test]
fn claimed_evidenced_and_tested_stand_apart() {
    let counts = |scope: &str, controls: &[&str]| {
        of_cc6_3(&with(scope, controls), |assessment, at| {
            let result = &assessment.criteria[at];
            let summary = &assessment.summary;
            let of_one = [result.claimed, result.evidenced, result.tested];
            assert_eq!(of_one.map(usize::from), [summary.claimed, summary.evidenced, summary.tested]);
            of_one
        })
    };
    assert_eq!(counts("", &[]), [false, false, false]);
    assert_eq!(counts("", &[&format!("planned, {SHOWN}, {TESTED}")]), [false, false, false]);
    assert_eq!(counts("", &["informal"]), [true, false, false]);
    assert_eq!(counts("", &["implemented", &format!("implemented, {SHOWN}")]), [true, true, false]);
    assert_eq!(counts("", &["implemented", &format!("implemented, {TESTED}")]), [true, false, true]);
    assert_eq!(counts(TYPE_2, &[&format!("implemented, {TESTED}")]), [true, false, false]);
}

#[test]
fn a_summary_counts_every_criterion_once() {
    let controls = ["implemented".to_owned(), format!("implemented, {SHOWN}")];
    let yaml = with(TYPE_2, &[&controls[0], &controls[1]]).replacen("[CC6.3]", "[CC6.2]", 1);
    look(&yaml, &Files::default(), |assessment| {
        // On design CC6.2 is unverified and CC6.3 without a gap; on operation CC6.3 is partial, for nothing says how often its
        // control operates. The other 31 have nothing.
        let summary = &assessment.summary;
        assert_eq!(summary.design, Tally { no_gap: 1, partial: 0, unverified: 1, gap: 31 });
        assert_eq!(summary.operation, Some(Tally { no_gap: 0, partial: 1, unverified: 1, gap: 31 }));
        assert_eq!((summary.claimed, summary.evidenced, summary.tested), (2, 1, 0));
        assert_eq!((summary.accepted, summary.baseline, summary.open_total()), (0, 0, assessment.gaps.len()));
        for (level, open) in &summary.open {
            assert_eq!(*open, assessment.gaps.iter().filter(|gap| gap.risk.level() == *level).count());
        }
        assert_eq!(summary.open.len(), 5);
        let security = &summary.categories[0].counts;
        assert_eq!((summary.categories.len(), security.criteria, security.worst), (1, 33, Some(Level::VeryHigh)));
        assert_eq!((security.design, security.operation), (summary.design, summary.operation));
    });
}

/// How the only control stands, given its fields and what is found on disk.
fn standing(scope: &str, fields: &str, files: &Files) -> Standing {
    look(&with(scope, &[&format!("implemented, {fields}")]), files, |assessment| assessment.standings[0].clone())
}

fn tests(tests: &str) -> DesignTest {
    standing("", &format!("tests: [{tests}]"), &Files::default()).design
}

#[test]
fn the_last_test_of_design_counts() {
    let test = |day: &str, conclusion: &str| format!("{{ of: design, date: {day}, conclusion: {conclusion} }}");
    let both = |a: &str, b: &str| {
        assert_eq!(tests(&format!("{a}, {b}")), tests(&format!("{b}, {a}")));
        tests(&format!("{a}, {b}"))
    };
    let on = |day: &str| date(day);
    assert_eq!(tests(""), DesignTest::None);
    assert_eq!(tests("{ of: operation, date: 2026-11-01, conclusion: deficient }"), DesignTest::None);
    assert_eq!(tests("{ of: design, date: 2026-11-01 }"), DesignTest::Open);
    let (good, bad) = (test("2026-10-01", "effective"), test("2026-10-01", "deficient"));
    assert_eq!(tests(&good), DesignTest::Effective(on("2026-10-01")));
    assert_eq!(both(&good, &bad), DesignTest::Deficient(Some(on("2026-10-01"))), "of one day the worst");
    assert_eq!(both(&bad, &test("2026-10-02", "effective")), DesignTest::Effective(on("2026-10-02")));
    assert_eq!(both(&good, &test("2026-10-02", "exception")), DesignTest::Exception(Some(on("2026-10-02"))));
    assert_eq!(both(&test("2026-10-01", "exception"), &bad), DesignTest::Deficient(Some(on("2026-10-01"))));
    // What nobody can date yet: without a date, or dated tomorrow.
    let undated = |conclusion: &str| format!("{{ of: design, conclusion: {conclusion} }}");
    assert_eq!(tests(&undated("effective")), DesignTest::OutOfDate(None));
    assert_eq!(tests(&test("2026-11-23", "effective")), DesignTest::OutOfDate(None));
    assert_eq!(tests(&test("2026-11-22", "effective")), DesignTest::Effective(on("2026-11-22")));
    assert_eq!(tests(&undated("deficient")), DesignTest::Deficient(None));
    assert_eq!(tests(&test("2026-11-23", "deficient")), DesignTest::Deficient(Some(on("2026-11-23"))));
    let ahead = DesignTest::Deficient(Some(on("2026-11-23")));
    assert_eq!(both(&undated("deficient"), &test("2026-11-23", "deficient")), ahead, "whichever stands first");
    // A dated test says otherwise.
    assert_eq!(both(&good, &undated("deficient")), DesignTest::Effective(on("2026-10-01")));
    assert_eq!(both(&good, &test("2026-11-23", "deficient")), DesignTest::Effective(on("2026-10-01")));
    assert_eq!(both(&good, &undated("exception")), DesignTest::Effective(on("2026-10-01")));
    assert_eq!(both(&bad, &undated("exception")), DesignTest::Deficient(Some(on("2026-10-01"))));
    assert_eq!(both(&undated("exception"), &undated("deficient")), DesignTest::Deficient(None));
    assert_eq!(both(&undated("effective"), &good), DesignTest::Effective(on("2026-10-01")));
    assert_eq!(both(&good, "{ of: design, date: 2026-11-01 }"), DesignTest::Effective(on("2026-10-01")));
    // An exception that was never resolved weighs more than the word beside it.
    let found = |resolved: &str, conclusion: &str| {
        tests(&format!(
            "{{ of: design, date: 2026-10-01, conclusion: {conclusion}, exceptions: [{{ item: a, resolved: 2026-10-02 }}, {{ item: b{resolved} }}] }}"
        ))
    };
    assert_eq!(found("", "effective"), DesignTest::Exception(Some(on("2026-10-01"))));
    assert_eq!(found(", resolved: 2026-10-03", "effective"), DesignTest::Effective(on("2026-10-01")));
    assert_eq!(found(", resolved: 2026-11-22", "effective"), DesignTest::Effective(on("2026-10-01")));
    assert_eq!(found(", resolved: 2026-11-23", "effective"), DesignTest::Exception(on("2026-10-01").into()), "not yet");
    assert_eq!(found("", "deficient"), DesignTest::Deficient(Some(on("2026-10-01"))));
}

#[test]
fn a_test_of_design_is_in_date_for_a_year() {
    // 2025-11-22 plus 365 days is 2026-11-22.
    let on = |day: &str| {
        let standing =
            standing("", &format!("tests: [{{ of: design, date: {day}, conclusion: effective }}]"), &Files::default());
        (standing.design, standing.tested)
    };
    assert_eq!(on("2025-11-22"), (DesignTest::Effective(date("2025-11-22")), true));
    assert_eq!(on("2025-11-21"), (DesignTest::OutOfDate(Some(date("2025-11-21"))), false));
    assert!(on("2026-11-22").1);
    assert!(!on("2026-11-23").1);
    // What the report speaks of ends earlier: the test must be in date for that day.
    let early = |day: &str| {
        let fields = format!("tests: [{{ of: design, date: {day}, conclusion: effective }}]");
        standing("as_of: 2026-10-31", &fields, &Files::default()).design_tested()
    };
    assert!(early("2025-10-31"));
    assert!(!early("2025-10-30"));
}

#[test]
fn a_test_counts_for_the_report_it_is_about() {
    let tested = |scope: &str, test: &str| standing(scope, &format!("tests: [{test}]"), &Files::default()).tested;
    assert!(tested("", "{ of: design, date: 2026-11-01, conclusion: deficient }"), "tested, whatever came of it");
    assert!(!tested("", "{ of: design, date: 2026-11-01 }"));
    assert!(!tested("", "{ of: design, conclusion: effective }"));
    assert!(!tested("", "{ of: operation, date: 2026-11-01, conclusion: effective }"));
    let operated = |rest: &str| tested(TYPE_2, &format!("{{ of: operation, {rest} }}"));
    assert!(!tested(TYPE_2, "{ of: design, date: 2026-11-01, conclusion: effective }"));
    assert!(operated("date: 2026-07-01, conclusion: effective"), "the first day of the period");
    assert!(!operated("date: 2026-06-30, conclusion: effective"));
    assert!(operated("date: 2026-11-22, conclusion: exception"));
    assert!(!operated("date: 2026-11-23, conclusion: effective"), "not yet made");
    assert!(!operated("date: 2026-11-01"));
    assert!(!operated("conclusion: effective"));
    // The period tested counts, not the day of the test.
    let period = |start: &str, end: &str| {
        operated(&format!("date: 2026-11-01, conclusion: effective, period: {{ start: {start}, end: {end} }}"))
    };
    assert!(period("2026-01-01", "2026-07-01"));
    assert!(!period("2026-01-01", "2026-06-30"));
}

fn evidence(fields: &str) -> EvidenceState {
    standing("", &format!("frequency: quarterly, evidence: [{{ {fields} }}]"), &Files::default()).evidence[0]
}

#[test]
fn what_evidence_speaks_of_decides_whether_it_is_in_date() {
    // Quarterly: 110 days. 2026-08-04 plus 110 is 22 November: 27 in August, 30, 31, and 22 of November.
    assert_eq!(evidence("url: a, collected: 2026-08-04"), EvidenceState::InDate(date("2026-08-04")));
    assert_eq!(evidence("url: a, collected: 2026-08-03"), EvidenceState::Stale(date("2026-08-03")));
    assert_eq!(evidence("url: a, covers: 2026-08-03, collected: 2026-11-01"), EvidenceState::Stale(date("2026-08-03")));
    assert_eq!(
        evidence("url: a, covers: { start: 2026-01-01, end: 2026-10-31 }, collected: 2026-11-01"),
        EvidenceState::InDate(date("2026-10-31"))
    );
    assert_eq!(evidence("url: a"), EvidenceState::Undated);
    assert_eq!(evidence("collected: 2026-11-01"), EvidenceState::NotThere);
}

#[test]
fn evidence_cannot_be_dated_ahead() {
    assert_eq!(evidence("url: a, collected: 2026-11-22"), EvidenceState::InDate(date("2026-11-22")));
    assert_eq!(evidence("url: a, collected: 2026-11-23"), EvidenceState::DatedAhead(date("2026-11-23")));
    assert_eq!(evidence("url: a, covers: 2026-11-23"), EvidenceState::DatedAhead(date("2026-11-23")));
    assert_eq!(
        evidence("url: a, covers: 2026-11-01, collected: 2026-11-01"),
        EvidenceState::InDate(date("2026-11-01"))
    );
    assert_eq!(
        evidence("url: a, covers: 2026-11-02, collected: 2026-11-01"),
        EvidenceState::DatedAhead(date("2026-11-02"))
    );
}

#[test]
fn a_file_counts_when_it_is_there_and_unaltered() {
    let (hash, other) = ("ab".repeat(32), "cd".repeat(32));
    let state = |found: Option<FileState>, recorded: &str| {
        let mut files = Files::default();
        if let Some(state) = found {
            files.insert(0, "a.pdf", state);
        }
        let fields = format!("evidence: [{{ path: a.pdf, url: u, collected: 2026-11-01{recorded} }}]");
        standing("", &fields, &files).evidence[0]
    };
    let recorded = |hash: &str| format!(", sha256: {hash}");
    let (in_date, found) =
        (EvidenceState::InDate(date("2026-11-01")), |hash: &str| Some(FileState::Found(Some(hash.to_owned()))));
    assert_eq!(state(Some(FileState::Found(None)), ""), in_date);
    assert_eq!(state(found(&hash), &recorded(&hash.to_uppercase())), in_date);
    assert_eq!(state(found(&hash), ""), in_date);
    assert_eq!(state(found(&hash), &recorded(&other)), EvidenceState::Altered);
    assert_eq!(state(None, ""), EvidenceState::NotThere, "a path decides, whatever the address");
    assert_eq!(state(Some(FileState::Outside), ""), EvidenceState::NotThere);
    assert_eq!(state(Some(FileState::Unreadable("denied".to_owned())), &recorded(&hash)), EvidenceState::NotThere);
}

#[test]
fn a_document_supports_when_it_is_approved_and_there() {
    let documented = |document: &str, found: bool| {
        let mut files = Files::default();
        if found {
            files.insert(0, "p.md", FileState::Found(None));
        }
        let yaml = with("", &["implemented, documented_in: [POL]"])
            .replace("url: p, approved_by: cto, approved: 2026-11-22", document);
        look(&yaml, &files, |assessment| assessment.standings[0].documented)
    };
    assert!(documented("url: p, approved_by: cto, approved: 2026-11-22", false));
    assert!(!documented("url: p, approved_by: cto, approved: 2026-11-23", false), "approved tomorrow");
    assert!(!documented("url: p, approved_by: cto", false));
    assert!(!documented("url: p, approved: 2026-11-22", false));
    assert!(!documented("approved_by: cto, approved: 2026-11-22", false), "nobody can read it");
    assert!(documented("path: p.md, approved_by: cto, approved: 2026-11-22", true));
    assert!(!documented("path: p.md, url: p, approved_by: cto, approved: 2026-11-22", false));
    let locked = |found: &str, locked: &str| {
        let mut files = Files::default();
        files.insert(0, "p.md", FileState::Found(Some(found.repeat(64))));
        files.lock(0, "p.md", &locked.repeat(64));
        let yaml =
            with("", &["implemented, documented_in: [POL]"]).replace("url: p, approved_by", "path: p.md, approved_by");
        look(&yaml, &files, |assessment| assessment.standings[0].documented)
    };
    assert!(locked("a", "a"));
    assert!(!locked("a", "b"), "what lies there is not what was approved");
}

#[test]
fn an_acceptance_counts_from_the_day_it_was_approved() {
    let yaml = |approved: &str, other: &str| {
        with("", &["implemented"])
            + &format!(
                "acceptances:
  - {{ gap: 'C1:evidence-absent', rationale: None., approved_by: cto{approved}, expires: 2027-01-01 }}
  - {{ gap: '{other}', rationale: None., approved_by: cto, approved: 2026-01-01, expires: 2027-01-01 }}"
            )
    };
    let treated = |approved: &str| {
        look(&yaml(approved, "C1:control-without-owner"), &Files::default(), |assessment| {
            let of = |id: &str| assessment.gaps.iter().find(|gap| gap.id() == id).unwrap().treatment.clone();
            (of("C1:evidence-absent"), of("C1:control-without-owner"), of("C1:control-without-frequency"))
        })
    };
    // In the order of their ids, `control-without-owner` comes first.
    let (first, second) = (Treatment::Accepted(0), Treatment::Accepted(1));
    assert_eq!(treated(", approved: 2026-11-22"), (second.clone(), first.clone(), Treatment::Open));
    assert_eq!(treated(""), (second, first.clone(), Treatment::Open));
    assert_eq!(treated(", approved: 2026-11-23"), (Treatment::Open, first, Treatment::Open));
}
