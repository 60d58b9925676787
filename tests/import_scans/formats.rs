//! Each format of a scanner, result by result.

use gapcheck::import::file::File;
use gapcheck::import::format::pass_fail::as_checks;

use crate::samples::{ASFF, CSV, OCSF, SARIF, TESTS, TESTS_CSV};
use crate::{left_out, line, lines, read, taken};

#[test]
fn ocsf_findings_say_what_passed_and_which_criteria() {
    let (format, reading) = read("scan.json", OCSF);
    assert_eq!((format, &*reading.format), ("OCSF", "OCSF findings of Acme Scan and Prowler"));
    assert_eq!(
        lines(&reading),
        [
            "vault_locked arn:vault/green | Passed 2026-10-05 | CC6.1 A1.2 | [0]",
            "vault_locked blue, arn:door/7 | Failed 2026-10-05 |  | [1]",
            "vault_named  | Open 2026-10-05 |  | [2]",
            "vault_visited arn:vault/green | Open - |  | [3]",
            "backups kept  | Passed - | CC7.5 A1.2 | [4]",
        ]
    );
    assert_eq!(
        (&*reading.results[0].title, &*reading.results[0].found),
        ("Vaults are locked", "Vault green is locked.")
    );
    assert_eq!(
        left_out(&reading),
        [
            "[5]: Nobody knows the check: it does not say which check it is of",
            "[6]: a result: it does not say which check it is of"
        ]
    );
    assert!(reading.tables.is_empty());
}

#[test]
fn rows_of_prowler_say_the_same_and_broken_ones_are_named() {
    let (format, reading) = read("scan.csv", CSV);
    assert_eq!((format, &*reading.format), ("Prowler CSV", "CSV findings of Prowler"));
    assert_eq!(
        lines(&reading),
        [
            "vault_locked arn:vault/green | Passed 2026-10-05 | CC6.1 A1.2 | row 2",
            "vault_locked blue | Failed 2026-10-06 |  | row 3",
            "vault_named arn:vault/blue | Open - | CC8.1 | row 4",
        ]
    );
    assert_eq!(
        left_out(&reading),
        ["row 5: too: it has 2 cells, the header 11", "row 6: No id: it does not say which check it is of"]
    );
}

#[test]
fn security_hub_findings_keep_what_is_listed_twice() {
    let (format, reading) = read("scan.json", ASFF);
    assert_eq!((format, &*reading.format), ("ASFF", "ASFF findings of Prowler, Security Hub and Trivy"));
    assert_eq!(
        lines(&reading),
        [
            "vault_locked arn:vault/green | Passed 2026-10-05 | CC2.1 CC7.2 A1.2 | Findings[0]",
            "vault_locked arn:vault/blue | Failed 2026-10-05 |  | Findings[1]",
            "Vault.3  | Open - |  | Findings[2]",
            "vault_named  | Open - |  | Findings[3]",
            "vault_seen  | Open - |  | Findings[4]",
            "CVE-2026-1 image:1 | Failed 2026-10-04 |  | Findings[5]",
            "scan  | Open - |  | Findings[6]",
        ]
    );
    assert_eq!(left_out(&reading), ["Findings[7]: A finding of nobody: it does not say which check it is of"]);
    let all: serde_json::Value = serde_json::from_str(ASFF).unwrap();
    let (bare, one) = (all["Findings"].to_string(), all["Findings"][1].to_string());
    assert_eq!(read("bare.json", &bare).1.results.len(), 7);
    assert_eq!(line(&read("one.json", &one).1.results[0]), "vault_locked arn:vault/blue | Failed 2026-10-05 |  | [0]");
}

#[test]
fn sarif_results_are_failures_unless_they_say_otherwise() {
    let (format, reading) = read("scan.sarif", SARIF);
    assert_eq!((format, &*reading.format), ("SARIF", "SARIF 2.1.0 results of Lint"));
    assert_eq!(
        lines(&reading),
        [
            "L1 src/door.rs:7 | Failed 2026-10-06 |  | runs[0].results[0]",
            "L2 hall | Open 2026-10-06 |  | runs[0].results[1]",
            "L1/front  | Passed 2026-10-06 |  | runs[0].results[2]",
            "L1  | Open 2026-10-06 |  | runs[0].results[3]",
            "L1  | Failed 2026-10-06 |  | runs[0].results[4]",
            "L1  | Open 2026-10-06 |  | runs[0].results[5]",
            "L1  | Open 2026-10-06 |  | runs[0].results[6]",
            "L1  | Open 2026-10-06 |  | runs[0].results[7]",
        ]
    );
    let found: Vec<(&str, &str)> = reading.results.iter().map(|one| (&*one.title, &*one.found)).collect();
    assert_eq!(found[0], ("Doors are shut", "A door stands open."));
    assert_eq!(found[1], ("Windows", "A window."));
    assert_eq!(found[2], ("Doors are shut", "Shut."));
    assert_eq!(found[3].1, "Open. (Suppressed: bricked up)");
    assert_eq!(found[7].1, "Was open. (Of an earlier scan, no longer found in this one.)");
    assert_eq!(
        left_out(&reading),
        [
            "runs[0]: Lint: the tool says that it did not run to its end: what it did not find says nothing",
            "runs[0].results[8]: Of no rule.: it does not say which check it is of",
            "runs[1]: Quiet: a clean scan: the run has no results, so no check is known to have passed",
        ]
    );
}

#[test]
fn a_scan_without_runs_says_so_and_an_old_version_is_a_problem() {
    let (format, reading) = read("none.sarif", r#"{ "version": "2.1.0", "runs": [] }"#);
    assert_eq!((format, &*reading.format, reading.results.len()), ("SARIF", "SARIF 2.1.0 results", 0));
    assert_eq!(left_out(&reading), ["runs: no run: nothing was scanned, or nothing was found: there are no results"]);
    let old = br#"{ "$schema": "https://example.com/sarif-1.0.0.json", "version": "1.0.0", "runs": [] }"#;
    let (_, reading, problems) = taken("old.sarif", old).unwrap();
    assert_eq!((reading.results.len(), problems), (0, vec!["old.sarif: SARIF version `1.0.0` is not read".to_owned()]));
}

#[test]
fn lists_of_any_tool_are_read_where_they_say_pass_and_fail() {
    let (format, reading) = read("evidence.json", TESTS);
    assert_eq!((format, &*reading.format), ("pass/fail list", "pass/fail results of Tailwatch"));
    assert_eq!(
        lines(&reading),
        [
            "DEV-1 node1 | Passed 2026-10-04 | CC6.1 CC6.3 | tests[0]",
            "DEV-2 node2 | Failed 2026-10-05 | CC6.1 CC6.2 | tests[1]",
            "DEV-3  | Open 2026-10-05 |  | tests[2]",
            "DEV-4  | Open 2026-10-05 |  | tests[3]",
        ]
    );
    assert_eq!(left_out(&reading), ["tests[4]: of no check: it does not say which check it is of"]);
    let (_, rows) = read("out/evidence.csv", TESTS_CSV);
    assert_eq!(rows.format, "CSV results of evidence.csv");
    assert_eq!(
        lines(&rows),
        ["DEV-1 node1 | Passed 2026-10-04 | CC6.1 CC6.3 | row 2", "DEV-2 node2 | Failed - |  | row 3"]
    );
}

#[test]
fn results_that_stand_apart_by_what_they_came_to_are_all_read() {
    let text = r#"[{ "check_type": "plan", "results": {
        "passed_checks": [{ "check_id": "K1", "check_result": { "result": "PASSED" }, "resource": "a" }],
        "failed_checks": [{ "check_id": "K1", "check_result": { "result": "FAILED" }, "resource": "b", "file_path": "/x" }],
        "skipped_checks": [{ "check_id": "K2", "check_result": { "result": "SKIPPED" }, "resource": "c" }] } }]"#;
    assert_eq!(
        lines(&read("k.json", text).1),
        [
            "K1 a | Passed - |  | [0].results.passed_checks[0]",
            "K1 b | Failed - |  | [0].results.failed_checks[0]",
            "K2 c | Open - |  | [0].results.skipped_checks[0]"
        ]
    );
}

#[test]
fn a_list_of_controls_is_no_scan_unless_it_is_asked_for_as_one() {
    let controls = r#"{ "controls": [
        { "id": "A-1", "description": "Doors", "status": "pass", "frameworks": [{ "framework": "SOC2", "controlId": "CC6.4" }, { "framework": "CIS", "controlId": "CC6.1" }] },
        { "id": "A-2", "description": "Walls", "status": "fail", "framework": "SOC2", "controlId": "CC6.5" }] }"#;
    assert!(taken("controls.json", controls.as_bytes()).is_none());
    let file = File::new(0, "controls.json", controls.as_bytes(), Some((controls, "UTF-8")));
    assert_eq!(
        lines(&as_checks(&file).unwrap()),
        ["A-1  | Passed - | CC6.4 | controls[0]", "A-2  | Failed - | CC6.5 | controls[1]"]
    );
}

#[test]
fn what_is_no_scan_is_left_to_others() {
    for text in [
        "[]",
        "{}",
        "null",
        "id,status\nA-1,pass\n",
        "id;name\n1;2\n",
        r#"{ "runs": [] }"#,
        r#"{ "items": [{ "id": "1", "status": "implemented" }, { "id": "2", "status": "planned" }] }"#,
        r#"{ "items": [{ "id": "1", "status": "open" }] }"#,
        r#"{ "items": [{ "id": "1", "status": "pass" }, { "id": "2", "status": "late" }] }"#,
        r#"{ "controls": [{ "id": "1", "status": "pass" }] }"#,
        r#"{ "items": [{ "id": "1", "status": "pass", "frameworks": [{ "framework": "SOC2" }] }] }"#,
        r#"[{ "class_uid": 2004 }]"#,
        r#"{ "component-definition": [] }"#,
        "PK\u{3}\u{4}",
        "",
    ] {
        assert!(taken("x", text.as_bytes()).is_none(), "{text}");
    }
}
