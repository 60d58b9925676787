//! `gapcheck enterprise` as a command: what it refuses, and when its gate fails.

use std::fs;
use std::process::Command;

use crate::BASE;

struct Ran {
    status: i32,
    out: String,
    err: String,
}

fn run(yaml: &str, arguments: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("in.yaml"), yaml).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(["enterprise", "in.yaml", "--as-of", "2026-11-22"])
        .args(arguments)
        .current_dir(folder.path())
        .env("COLUMNS", "100")
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn a_theme_that_nobody_knows_is_refused() {
    let ran = run(BASE, &["--theme", "acces"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, "error: no theme is called `acces`; did you mean `access`?\n");
    let ran = run(BASE, &["--theme", "cooking recipes"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.starts_with("error: no theme is called `cooking recipes`; the themes are `organisation`, `people`, ")
    );
}

#[test]
fn a_theme_is_known_by_its_title_too() {
    let ran = run(BASE, &["--theme", "Customers' data", "--theme", "ai", "-f", "csv"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let ids: Vec<&str> = ran.out.lines().skip(1).map(|line| line.split("\",\"").nth(1).unwrap()).collect();
    assert_eq!(ids.len(), 7 + 3);
    assert!(ids.iter().all(|id| id.starts_with("data/") || id.starts_with("ai/")), "{ids:?}");
}

#[test]
fn only_what_is_not_supported_is_listed_and_the_counts_are_of_all() {
    let ran = run(BASE, &["--unanswered", "--theme", "access"]);
    assert!(
        ran.out.contains("Of 98 questions: 8 supported, 84 not supported by anything on file and 6 not in scope."),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("Only questions of the theme Access that are not supported are listed; the counts are of all.")
    );
    assert!(!ran.out.contains("second factor to sign in") && ran.out.contains("How are passwords"), "{}", ran.out);
    let ran = run(BASE, &["--unanswered", "--for-buyers"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("cannot be used with '--for-buyers'"), "{}", ran.err);
}

#[test]
fn the_gate_looks_at_the_documents() {
    let ran = run(BASE, &["--fail-on", "missing"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.out.contains("gate fails: 14 documents are missing: Access control policy, Acceptable use policy, "),
        "{}",
        ran.out
    );
    assert_eq!(run(BASE, &[]).status, 0);
    // With every policy in one handbook, nothing is missing.
    let subjects = "access-control, acceptable-use, code-of-conduct, risk-management, data-retention, privacy, encryption, \
                    change-management, secure-development, vulnerability-management, incident-response, business-continuity, \
                    vendor-management, ai-use, dpa";
    let whole = BASE.replace("subjects: [dpa]", &format!("subjects: [{subjects}]"));
    let ran = run(&whole, &["--fail-on", "missing"]);
    assert_eq!(ran.status, 0);
    assert!(ran.out.contains("gate holds: no document that is asked for is missing\n"), "{}", ran.out);
    let ran = run(&whole, &["--fail-on", "out-of-date"]);
    assert!(ran.out.contains("gate holds: every document that is asked for is in date\n"), "{}", ran.out);
    let old = whole.replace("date: 2026-03-02", "date: 2025-03-02");
    assert_eq!(run(&old, &["--fail-on", "missing"]).status, 0);
    let ran = run(&old, &["--fail-on", "out-of-date"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("gate fails: 1 document is not there and in date: Penetration test\n"), "{}", ran.out);
    // What is sent says nothing of the gate, and the exit status still does.
    let ran = run(&old, &["--fail-on", "out-of-date", "--for-buyers"]);
    assert_eq!((ran.status, ran.out.contains("gate")), (1, false));
}

#[test]
fn what_cannot_be_answered_from_is_refused() {
    let ran = run("organization: Acorn\n", &[]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("an inventory needs `controls`"), "{}", ran.err);
    let ran = run(BASE, &["-o", "in.yaml"]);
    assert_eq!(ran.status, 2);
    let ran = run(BASE, &["-o", "json=in.yaml"]);
    assert!(ran.err.contains("in.yaml is part of the inventory and would be overwritten"), "{}", ran.err);
    let ran = run(&BASE.replace("url: \"https://trust.example/test\"", "path: test.md"), &["-o", "test.md"]);
    // A report of our own that is not there yet can be written to; one that is there cannot.
    assert_eq!(ran.status, 0, "{}", ran.err);
}

#[test]
fn keys_of_reports_are_checked_where_they_stand() {
    let ran = run(&BASE.replace("issued: 2026-06-30", "issued: 2026-05-30"), &[]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.contains("the report was issued on 2026-05-30, before the time it speaks of ended on 2026-05-31"),
        "{}",
        ran.err
    );
    let ran = run(&BASE.replace("owner: ada, opinion", "owner: adda, opinion"), &[]);
    assert!(ran.err.contains("no person has the id `adda`") && ran.err.contains("did you mean `ada`?"), "{}", ran.err);
    let ran = run(&BASE.replace("opinion: unqualified", "opinion: clean"), &[]);
    assert!(
        ran.err.contains("`clean` is not a opinion") || ran.err.contains("`clean` is not an opinion"),
        "{}",
        ran.err
    );
    let ran = run(&BASE.replace("subjects: [dpa]", "subjects: [dpo]"), &[]);
    assert!(ran.err.contains("`dpo` is not a subject of a document"), "{}", ran.err);
    let ran = run(&BASE.replace("date: 2026-03-02,", "period: { start: 2026-03-02, end: 2026-03-01 },"), &[]);
    assert!(
        ran.err.contains("the period of the report ends on 2026-03-01, before it starts on 2026-03-02"),
        "{}",
        ran.err
    );
    let ran = run(
        &BASE.replace("date: 2026-03-02,", "period: { start: 2026-03-02, end: 2026-03-03 }, bridge_until: 2026-03-02,"),
        &[],
    );
    assert!(
        ran.err.contains("the bridge letter ends on 2026-03-02, before the report it extends (2026-03-03)"),
        "{}",
        ran.err
    );
}
