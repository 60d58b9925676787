//! Colour where it is wanted, and readers that go away.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use crate::sentence::{Folder, NOTHING, said};

const ESC: char = '\u{1b}';

fn folder() -> Folder {
    Folder::with(&[("in.yaml", NOTHING), ("bad.yaml", "organization: Acme Inc.\nkontrols: []\n")])
}

fn with(arguments: &[&str], environment: &[(&str, &str)]) -> crate::sentence::Said {
    let folder = folder();
    let mut command = folder.command(arguments);
    command.envs(environment.iter().copied());
    said(command, None)
}

#[test]
fn a_pipe_gets_no_colour_unless_it_asks_for_it() {
    let assess = ["assess", "in.yaml"];
    let always = ["assess", "in.yaml", "--color", "always"];
    let never = ["--color", "never", "assess", "in.yaml"];
    for (arguments, environment, coloured) in [
        (&assess[..], &[][..], false),
        (&assess, &[("CLICOLOR_FORCE", "1")], true),
        (&assess, &[("NO_COLOR", "1")], false),
        (&assess, &[("CLICOLOR", "1")], false),
        (&always, &[], true),
        (&always, &[("NO_COLOR", "1")], true),
        (&never, &[("CLICOLOR_FORCE", "1")], false),
    ] {
        let said = with(arguments, environment).ends(0);
        assert_eq!(said.out.contains(ESC), coloured, "{arguments:?} {environment:?}");
    }
}

#[test]
fn colour_changes_no_word() {
    for arguments in [&["assess", "in.yaml"][..], &["explain", "CC6.1"], &["explain"]] {
        let plain = with(arguments, &[]);
        let coloured = with(arguments, &[("CLICOLOR_FORCE", "1")]);
        assert!(coloured.out.contains(ESC), "{arguments:?}");
        assert_eq!(anstream::adapter::strip_str(&coloured.out).to_string(), plain.out, "{arguments:?}");
    }
}

#[test]
fn messages_follow_the_same_rule() {
    for arguments in [&["check", "bad.yaml"][..], &["assess", "none.yaml"], &["explain", "nonsense"]] {
        let plain = with(arguments, &[]).ends(2);
        assert!(!plain.err.contains(ESC), "{arguments:?}");
        let coloured = with(&[arguments, &["--color", "always"]].concat(), &[]).ends(2);
        assert!(coloured.err.contains(ESC), "{arguments:?}");
        assert_eq!(anstream::adapter::strip_str(&coloured.err).to_string(), plain.err, "{arguments:?}");
    }
}

#[test]
fn machines_never_get_colour() {
    for format in ["markdown", "json"] {
        let said = with(&["assess", "in.yaml", "-f", format, "--color", "always"], &[("CLICOLOR_FORCE", "1")]).ends(0);
        assert!(!said.out.contains(ESC), "{format}");
    }
    for arguments in [&["explain", "CC6.1", "-f", "markdown"][..], &["criteria", "-f", "csv"], &["schema"], &["man"]] {
        let said = with(arguments, &[("CLICOLOR_FORCE", "1")]).ends(0);
        assert!(!said.out.contains(ESC), "{arguments:?}");
    }
}

#[test]
fn the_width_follows_columns_within_reason() {
    let folder = folder();
    for (columns, widest) in [("60", 60), ("1", 40), ("junk", 100), ("99999999999999999999999", 100)] {
        let mut command = folder.command(&["assess", "in.yaml"]);
        command.env("COLUMNS", columns);
        let text = said(command, None).ends(0).out;
        let width = text.lines().map(|line| line.chars().count()).max();
        assert!(width.is_some_and(|width| width <= widest && width > widest - 10), "{columns}: {width:?}");
    }
}

/// A command whose standard output is closed after its first line, as `| head -1` does.
fn read_one_line(mut command: Command) -> (String, String, Option<i32>) {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("gapcheck starts");
    let mut first = String::new();
    // A small buffer, so that most of what is written meets a closed pipe.
    let mut reader = BufReader::with_capacity(64, child.stdout.take().expect("a pipe"));
    reader.read_line(&mut first).expect("a line");
    drop(reader);
    let mut told = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut told).expect("a text");
    (first, told, child.wait().expect("an end").code())
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::with(&[]);
    // More than a pipe holds, so that the program is still writing when its reader goes.
    let controls: Vec<String> = (0..400)
        .map(|n| format!("  - {{ id: C-{n}, name: Control {n}, criteria: [CC6.1], status: planned }}\n"))
        .collect();
    folder.put("in.yaml", format!("organization: Acme Inc.\ncontrols:\n{}", controls.concat()).as_bytes());
    for format in ["json", "markdown"] {
        for (gate, code) in [(&[][..], 0), (&["--fail-on", "very-high"], 1)] {
            let arguments = [&["assess", "in.yaml", "-f", format], gate].concat();
            let (first, told, ended) = read_one_line(folder.command(&arguments));
            assert!(!first.is_empty());
            assert_eq!((told.as_str(), ended), ("", Some(code)), "{arguments:?}");
        }
    }
    for arguments in [&["criteria", "-f", "json"][..], &["schema"], &["schema", "result"], &["assess", "--help"]] {
        let (_, told, ended) = read_one_line(folder.command(arguments));
        assert_eq!((told.as_str(), ended), ("", Some(0)), "{arguments:?}");
    }
}
