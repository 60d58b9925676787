//! How a run ends, the same whatever it prints, and what the shortest form says.

use crate::sentence::{Folder, NOTHING, SMALL};

/// Of `SMALL` narrowed to availability one criterion is left, with one gap of exactly moderate level.
const ONE_MODERATE: [&str; 3] = ["small.yaml", "--category", "availability"];

fn folder() -> Folder {
    Folder::with(&[("small.yaml", SMALL), ("nothing.yaml", NOTHING), ("bad.yaml", "organization: Acme Inc.\n")])
}

#[test]
fn the_exit_status_is_the_same_in_every_format() {
    let folder = folder();
    for format in ["terminal", "markdown", "json"] {
        for quiet in [&[][..], &["--quiet"]] {
            let run = |arguments: &[&str]| folder.assess(&[arguments, &["-f", format], quiet].concat());
            run(&["nothing.yaml"]).ends(0);
            run(&["nothing.yaml", "--fail-on", "very-high"]).ends(1);
            run(&["small.yaml", "--category", "availability", "--fail-on", "high"]).ends(0);
            let bad = run(&["bad.yaml", "--fail-on", "very-high"]).ends(2);
            assert_eq!(bad.out, "", "{format}: a result of an inventory that cannot be read");
            run(&["none.yaml"]).ends(2);
        }
    }
}

#[test]
fn the_gate_fails_at_its_level_and_below_what_is_there() {
    let folder = folder();
    let run = |level| folder.assess(&[&ONE_MODERATE[..], &["--fail-on", level]].concat());
    for (level, code) in
        [("very-low", 1), ("low", 1), ("moderate", 1), ("medium", 1), ("high", 0), ("very-high", 0), ("critical", 0)]
    {
        let said = run(level).ends(code);
        let holds = if code == 0 { "gate holds: no open gap at" } else { "gate fails: 1 open gap at" };
        assert!(said.out.contains(holds), "{level}: {}", said.out);
    }
    // The words of others mean the levels of the contract, and nothing else.
    assert_eq!(run("medium").out, run("moderate").out);
    assert_eq!(run("critical").out, run("very-high").out);
    let said = run("middling").ends(2);
    assert!(said.err.starts_with("error: invalid value 'middling' for '--fail-on <LEVEL>'\n"), "{}", said.err);
    assert!(said.err.contains("[possible values: very-low, low, moderate, high, very-high]"), "{}", said.err);
}

#[test]
fn gaps_alone_change_no_exit_status() {
    folder().assess(&["nothing.yaml"]).ends(0);
}

#[test]
fn the_gate_sees_what_is_not_listed() {
    let folder = folder();
    let hidden = [&ONE_MODERATE[..], &["--min-level", "very-high", "--fail-on", "moderate"]].concat();
    let said = folder.assess(&hidden).ends(1);
    assert!(!said.out.contains("Capacity planning and tracking: no control addresses it"), "{}", said.out);
    assert!(said.out.contains("Open gaps: 1\n"), "{}", said.out);
}

#[test]
fn the_shortest_form_has_three_lines_at_most() {
    let folder = folder();
    let judged = "0 of 1 criterion has no gap identified on design; 1 has nothing in place.\n";
    folder.assess(&[&ONE_MODERATE[..], &["-q"]].concat()).ends(0).prints(&format!("{judged}1 open gap: 1 moderate\n"));
    folder
        .assess(&[&ONE_MODERATE[..], &["--quiet", "--fail-on", "medium"]].concat())
        .ends(1)
        .prints(&format!("{judged}1 open gap: 1 moderate\ngate fails: 1 open gap at moderate or above\n"));
    folder
        .assess(&[&ONE_MODERATE[..], &["--quiet", "--fail-on", "critical"]].concat())
        .ends(0)
        .prints(&format!("{judged}1 open gap: 1 moderate\ngate holds: no open gap at very high\n"));
}

#[test]
fn nothing_left_in_scope_is_no_result() {
    let folder = folder();
    folder
        .assess(&["small.yaml", "--category", "privacy"])
        .refuses("nothing is left in scope: the inventory selects security and availability, not privacy");
    folder.put("none.yaml", SMALL.replace("[A1.2, A1.3]", "[A1.1, A1.2, A1.3]").as_bytes());
    folder
        .assess(&["none.yaml", "--category", "availability", "--fail-on", "very-high"])
        .refuses("nothing is left in scope: all 3 criteria of availability are scoped out");
    let said = folder.assess(&["small.yaml", "--category", "safety"]).ends(2);
    assert!(said.err.starts_with("error: invalid value 'safety' for '--category <NAME>'\n"), "{}", said.err);
    folder.assess(&["none.yaml", "--category", "Availability"]).ends(2);
    folder
        .assess(&["small.yaml", "--category", "processing_integrity"])
        .refuses("nothing is left in scope: the inventory selects security and availability, not processing integrity");
}

#[test]
fn days_that_do_not_exist_are_refused() {
    let folder = folder();
    for (day, why) in [
        ("2026-02-30", "the calendar has no day `2026-02-30`"),
        ("1969-12-31", "`1969-12-31` lies before 1970"),
        ("22.11.2026", "expected a date such as `2026-11-22`, found `22.11.2026`"),
        ("26-11-22", "expected a date such as `2026-11-22`, found `26-11-22`"),
        ("", "expected a date such as `2026-11-22`, found ``"),
    ] {
        let said = folder.run(&["assess", "small.yaml", &format!("--as-of={day}")]).ends(2);
        let expected = format!(
            "error: invalid value '{day}' for '--as-of <DATE>': {why}\n\nFor more information, try '--help'.\n"
        );
        assert_eq!(said.err, expected);
    }
    for day in ["1970-01-01", "2024-02-29", "9999-12-31"] {
        folder.run(&["assess", "small.yaml", "-q", "--as-of", day]).ends(0);
    }
}

#[test]
fn bad_usage_is_told_on_standard_error() {
    let folder = folder();
    for arguments in [
        &[][..],
        &["assess"],
        &["assess", "small.yaml", "--new-only"],
        &["assess", "small.yaml", "-f", "docx"],
        &["assess", "small.yaml", "--color", "maybe"],
        &["asses", "small.yaml"],
        &["small.yaml", "--quiet"],
        &["completions"],
        &["completions", "tcsh"],
        &["schema", "everything"],
    ] {
        let said = folder.run(arguments).ends(2);
        assert_eq!(said.out, "", "{arguments:?}");
        assert!(
            said.err.contains("Usage: gapcheck") || said.err.contains("try '--help'"),
            "{arguments:?}: {}",
            said.err
        );
    }
}

#[test]
fn an_inventory_without_a_command_gets_a_tip() {
    let folder = folder();
    let said = folder.run(&["small.yaml"]).ends(2);
    let expected = "\
error: unrecognized subcommand 'small.yaml'

Usage: gapcheck [OPTIONS] <COMMAND>

For more information, try '--help'.

  tip: to assess an inventory, write `gapcheck assess small.yaml`
";
    assert_eq!(said.err, expected);
    // What is no file gets none.
    assert!(!folder.run(&["smal.yaml"]).ends(2).err.contains("to assess an inventory"));
}

#[test]
fn help_and_version_are_results() {
    let folder = folder();
    folder.run(&["--version"]).ends(0).prints(&format!("gapcheck {}\n", env!("CARGO_PKG_VERSION")));
    for arguments in [&["--help"][..], &["assess", "--help"], &["help", "assess"], &["explain", "-h"]] {
        let said = folder.run(arguments).ends(0);
        assert!(said.out.contains("Usage: gapcheck") && said.err.is_empty(), "{arguments:?}: {}", said.out);
    }
    let help = folder.run(&["assess", "--help"]).out;
    assert!(
        help.contains("Exit status: 0 done, and the gate (if any) holds; 1 the gate failed; 2 could not"),
        "{help}"
    );
}
