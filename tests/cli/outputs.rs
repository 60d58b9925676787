//! Reports written to files: whole or not at all, and never over what they were made from.

use std::fs;
#[cfg(unix)]
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::sentence::{Folder, NOTHING};

const INVENTORY: &str = "\
organization: Acme Inc.
documents: [{ id: POL, title: Policy, path: policies/access.md }]
controls:
  - id: AC-1
    name: Access review
    criteria: [CC6.1]
    status: implemented
    evidence: [{ title: Review, path: evidence/review.md, collected: 2026-11-01 }]
";

fn folder() -> Folder {
    Folder::with(&[("in.yaml", NOTHING)])
}

#[test]
fn one_run_writes_several_reports() {
    let folder = folder();
    folder.put("reports/gaps.md", b"old");
    let outputs = ["-o", "result.json", "-o", "reports/gaps.md", "-o", "SUMMARY.TXT", "-o", "markdown=page"];
    let said = folder.assess(&[&["in.yaml"], &outputs[..]].concat()).ends(0);
    assert_eq!(said.err, "");
    assert!(said.out.starts_with("Acme Inc.\nSOC 2 gap assessment"), "{}", said.out);
    assert_eq!(folder.names(), ["SUMMARY.TXT", "in.yaml", "page", "reports", "result.json"]);
    for (name, format) in [("result.json", "json"), ("reports/gaps.md", "markdown"), ("SUMMARY.TXT", "terminal")] {
        folder.assess(&["in.yaml", "-f", format]).prints(&folder.text(name));
    }
    assert_eq!(folder.text("page"), folder.text("reports/gaps.md"));
}

#[test]
fn the_matrix_is_written_too() {
    let folder = folder();
    let matrix = |more: &[&str]| folder.run(&[&["matrix", "in.yaml", "--as-of", "2026-11-22"], more].concat());
    let said = matrix(&["-o", "m.md", "-o", "csv=list.txt", "-o", "m.txt"]).ends(0);
    assert_eq!(folder.names(), ["in.yaml", "list.txt", "m.md", "m.txt"]);
    assert!(folder.text("m.md").starts_with("# Acme Inc.: control matrix\n"), "{}", folder.text("m.md"));
    assert!(folder.text("list.txt").starts_with("\"series\",\"criterion\""), "{}", folder.text("list.txt"));
    assert_eq!(folder.text("m.txt"), said.out);
    matrix(&["-o", "csv=in.yaml"]).refuses("in.yaml is part of the inventory and would be overwritten");
    matrix(&["-o", "m.json"])
        .refuses("no format is known by the name of m.json; the extensions are .txt, .md and .csv, or say NAME=FILE");
    matrix(&["-o", "m.md", "-o", "./m.md"]).refuses("two files are to be written to m.md");
}

#[test]
fn a_file_is_the_same_wherever_it_is_made() {
    let folder = folder();
    let mut wide =
        folder.command(&["assess", "in.yaml", "--as-of", "2026-11-22", "--color", "always", "-q", "-o", "a.txt"]);
    wide.env("COLUMNS", "200");
    crate::sentence::said(wide, None).ends(0);
    folder.assess(&["in.yaml", "-o", "b.txt"]).ends(0);
    assert_eq!(folder.text("a.txt"), folder.text("b.txt"));
    assert!(!folder.text("a.txt").contains('\u{1b}'));
}

#[test]
fn a_name_no_format_is_known_by_is_refused_before_any_work() {
    let folder = folder();
    let cases = [
        (
            "report.docx",
            "no format is known by the name of report.docx; the extensions are .txt, .md and .json, or say NAME=FILE",
        ),
        (
            "report",
            "no format is known by the name of report; the extensions are .txt, .md and .json, or say NAME=FILE",
        ),
        ("md=report", "no format is called `md`; the formats are terminal, markdown, json, oscal-ar and oscal-poam"),
        ("json=", "`json=` names no file"),
        ("json=reports/", "`json=reports/` names no file"),
    ];
    for (output, message) in cases {
        // The inventory is not there: what was typed is looked at first.
        folder.assess(&["none.yaml", "-o", output]).refuses(message);
    }
    assert_eq!(folder.names(), ["in.yaml"]);
    folder.assess(&["in.yaml", "-o", "./a=b.md", "-o", "json=c=d"]).ends(0);
    assert_eq!(folder.names(), ["a=b.md", "c=d", "in.yaml"]);
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let folder = folder();
    fs::create_dir(folder.path("page.md")).expect("a folder");
    folder.assess(&["in.yaml", "-o", "page.md"]).prints_but_cannot_write("cannot write page.md: it is a folder");
    folder
        .assess(&["in.yaml", "-o", "none/page.md"])
        .prints_but_cannot_write("cannot write none/page.md: there is no folder none");
    let under = fs::canonicalize(folder.path("in.yaml")).expect("a path");
    folder
        .assess(&["in.yaml", "-o", "in.yaml/page.md"])
        .prints_but_cannot_write(&format!("cannot write in.yaml/page.md: there is no folder {}", under.display()));
    assert_eq!(folder.names(), ["in.yaml", "page.md"]);
    assert_eq!(folder.text("in.yaml"), NOTHING);
}

#[cfg(unix)]
#[test]
fn an_old_report_stays_whole_when_a_new_one_cannot_be_written() {
    let folder = folder();
    folder.put("reports/gaps.md", b"old");
    fs::set_permissions(folder.path("reports"), fs::Permissions::from_mode(0o555)).expect("permissions");
    // Root may write everywhere, so that only others see the refusal.
    let root = fs::write(folder.path("reports/probe"), b"").is_ok();
    fs::remove_file(folder.path("reports/probe")).ok();
    let said = folder.assess(&["in.yaml", "-o", "reports/gaps.md"]);
    fs::set_permissions(folder.path("reports"), fs::Permissions::from_mode(0o755)).expect("permissions");
    let left: Vec<_> = fs::read_dir(folder.path("reports")).expect("a folder").collect();
    assert_eq!(left.len(), 1, "{left:?}");
    if root {
        said.ends(0);
    } else {
        let reports = fs::canonicalize(folder.path("reports")).expect("a path");
        said.prints_but_cannot_write(&format!(
            "cannot write reports/gaps.md: permission denied in {}",
            reports.display()
        ));
        assert_eq!(folder.text("reports/gaps.md"), "old");
    }
}

#[test]
fn two_reports_never_go_to_one_file() {
    let folder = folder();
    folder.put("sub/keep", b"");
    for (one, other) in [("a.md", "a.md"), ("a.md", "./a.md"), ("a.md", "json=sub/../a.md")] {
        folder.assess(&["in.yaml", "-o", one, "-o", other]).refuses(&format!("two files are to be written to {one}"));
    }
    assert_eq!(folder.names(), ["in.yaml", "sub"]);
}

#[test]
fn a_report_never_takes_the_place_of_what_it_was_made_from() {
    let files =
        [("in.yaml", INVENTORY), ("policies/access.md", "policy"), ("evidence/review.md", "review"), ("x/keep", "")];
    let folder = Folder::with(&files);
    for output in ["json=in.yaml", "json=./in.yaml", "json=x/../in.yaml"] {
        folder.assess(&["in.yaml", "-o", output]).refuses("in.yaml is part of the inventory and would be overwritten");
    }
    for output in ["policies/access.md", "evidence/review.md", "x/../evidence/review.md"] {
        let message = format!("{output} is evidence or a document of the inventory and would be overwritten");
        folder.assess(&["in.yaml", "-o", "first.json", "-o", output]).refuses(&message);
    }
    #[cfg(unix)]
    {
        symlink("in.yaml", folder.path("link.json")).expect("a link");
        folder
            .assess(&["in.yaml", "-o", "link.json"])
            .refuses("in.yaml is part of the inventory and would be overwritten");
    }
    for (name, text) in files {
        assert_eq!(folder.text(name), text);
    }
    assert!(!folder.path("first.json").exists(), "nothing is written before everything is known to be in order");
    // Beside them there is room.
    folder.assess(&["in.yaml", "-o", "evidence/gaps.md", "-o", "access.md"]).ends(0);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    let folder = folder();
    folder.put("real/report.json", b"old");
    fs::set_permissions(folder.path("real/report.json"), fs::Permissions::from_mode(0o600)).expect("permissions");
    symlink("real/report.json", folder.path("link.json")).expect("a link");
    folder.assess(&["in.yaml", "-o", "link.json", "-o", "new.json"]).ends(0);
    assert!(fs::symlink_metadata(folder.path("link.json")).expect("a link").is_symlink());
    assert_eq!(folder.text("real/report.json"), folder.text("new.json"));
    let mode = |name: &str| fs::metadata(folder.path(name)).expect("a file").permissions().mode() & 0o777;
    assert_eq!((mode("real/report.json"), mode("new.json")), (0o600, 0o644));
    assert_eq!(fs::read_dir(folder.path("real")).expect("a folder").count(), 1, "no temporary file is left");
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_is_written_to_and_never_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let folder = folder();
    let pipe = folder.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).expect("a text")
    });
    folder.assess(&["in.yaml", "-q", "-o", "json=pipe"]).ends(0);
    // Were the pipe replaced, its reader would wait for ever: it is looked at before it is waited for.
    assert!(fs::metadata(&pipe).expect("a pipe").file_type().is_fifo());
    folder.assess(&["in.yaml", "-f", "json"]).prints(&reader.join().expect("a reader"));
    assert_eq!(folder.names(), ["in.yaml", "pipe"]);

    // Only now: root could replace a device, and then the machine would miss it.
    symlink("/dev/full", folder.path("full.json")).expect("a link");
    folder
        .assess(&["in.yaml", "-o", "full.json"])
        .prints_but_cannot_write("cannot write full.json: No space left on device (os error 28)");
    assert!(fs::metadata("/dev/full").expect("a device").file_type().is_char_device());
    assert!(fs::symlink_metadata(folder.path("full.json")).expect("a link").is_symlink());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_standard_output_is_told() {
    let folder = folder();
    for format in ["terminal", "markdown", "json"] {
        let mut full = folder.command(&["assess", "in.yaml", "-f", format]);
        full.stdout(fs::OpenOptions::new().write(true).open("/dev/full").expect("a device"));
        let output = full.output().expect("gapcheck ends");
        assert_eq!(output.status.code(), Some(2), "{format}");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(said, "error: cannot write to standard output: No space left on device (os error 28)\n");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_report_can_be_poured_into_a_pipe() {
    let folder = folder();
    // What `/dev/stdout` leads to, by a link of our own: a fault must not take the place of the machine's.
    symlink("/proc/self/fd/1", folder.path("out.json")).expect("a link");
    let said = folder.assess(&["in.yaml", "-q", "-o", "out.json"]).ends(0);
    let (json, quiet) = said.out.split_once("\n}\n").expect("two texts");
    assert!(json.starts_with("{\n  \"schema_version\": 1,"), "{json}");
    assert!(quiet.starts_with("0 of 33 criteria have no gap identified on design"), "{quiet}");
    assert!(fs::symlink_metadata(folder.path("out.json")).expect("a link").is_symlink());
}

#[test]
fn what_cannot_be_written_keeps_nothing_else_from_being_written() {
    let folder = folder();
    folder.put("old.md", b"old");
    let outputs = ["-o", "missing/report.md", "-o", "good.json", "-o", "also/missing.txt", "-o", "old.md"];
    let said = folder.assess(&[&["in.yaml"], &outputs[..]].concat()).ends(2);
    assert!(said.out.starts_with("Acme Inc.\nSOC 2 gap assessment"), "{}", said.out);
    assert_eq!(
        said.err,
        "error: cannot write missing/report.md: there is no folder missing\ncannot write also/missing.txt: there is no folder also\n"
    );
    assert_eq!(folder.names(), ["good.json", "in.yaml", "old.md"]);
    assert!(folder.text("old.md").contains("# Acme Inc.: SOC 2 gap analysis report"), "{}", folder.text("old.md"));
}
