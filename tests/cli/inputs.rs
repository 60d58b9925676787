//! What people and attackers give it to read.

use std::fs;
use std::time::{Duration, Instant};

use crate::sentence::{Folder, NOTHING};

/// What has the name of a part of an inventory and cannot be read is told: a part is never lost unsaid.
#[cfg(unix)]
#[test]
fn what_a_folder_lists_and_nobody_can_read_is_told() {
    let one = "organization: Acme Inc.\ncontrols:\n  - { id: A-1, name: One, criteria: [CC6.1], status: planned }\n";
    let folder = Folder::with(&[("in/a.yaml", one), ("pipe/a.yaml", one)]);
    std::os::unix::fs::symlink("nowhere.yaml", folder.path("in/b.yaml")).expect("a link");
    folder.run(&["check", "in"]).refuses("cannot open in/b.yaml: there is no such file");
    fs::remove_file(folder.path("in/b.yaml")).expect("a link to remove");
    // What an editor leaves behind is hidden, and a folder is no part of one.
    std::os::unix::fs::symlink("somebody@host.1", folder.path("in/.#a.yaml")).expect("a link");
    fs::create_dir(folder.path("in/old.yaml")).expect("a folder");
    folder.run(&["check", "in"]).ends(0).prints("no problem in 1 file: 1 control read\n");
    let made = std::process::Command::new("mkfifo").arg(folder.path("pipe/b.yaml")).status().expect("mkfifo");
    assert!(made.success());
    folder.run(&["check", "pipe"]).refuses("pipe/b.yaml has the name of an inventory and is no file");
}

/// The problem of one file, as it is drawn, with the line that counts it.
fn problem(drawn: &str) -> String {
    format!("{drawn}\ngapcheck: 1 problem in 1 file; nothing was assessed\n")
}

/// Checks a file of some bytes.
fn check(bytes: &[u8]) -> crate::sentence::Said {
    let folder = Folder::with(&[]);
    folder.put("in.yaml", bytes);
    folder.run(&["check", "in.yaml"])
}

#[test]
fn one_file_several_files_a_folder_and_standard_input_are_one_inventory() {
    let folder = Folder::with(&[
        ("in/b.yaml", "controls:\n  - { id: A-1, name: One, criteria: [CC6.1], status: planned }\n"),
        ("in/a.yml", "organization: Acme Inc.\ncontrols:\n  - { id: A-2, name: Two, criteria: [], status: planned }\n"),
        ("in/notes.txt", "no: [yaml"),
        ("in/.hidden.yaml", "no: [yaml"),
        ("in/deeper/c.yaml", "no: [yaml"),
    ]);
    folder.run(&["check", "in"]).ends(0).prints("no problem in 2 files: 2 controls read\n");
    folder.run(&["check", "in/b.yaml", "in/a.yml"]).ends(0).prints("no problem in 2 files: 2 controls read\n");
    folder.run(&["check", "in", "in/a.yml"]).ends(0).prints("no problem in 2 files: 2 controls read\n");
    folder.run(&["check", "in", "--quiet"]).ends(0).prints("");
    let part = fs::read(folder.path("in/a.yml")).expect("bytes");
    folder.run_with(&part, &["check", "-"]).ends(0).prints("no problem in 1 file: 1 control read\n");
    folder.run_with(&part, &["check", "-", "in/b.yaml"]).ends(0).prints("no problem in 2 files: 2 controls read\n");
    // Whichever way it came, it is the same inventory: only the names of the files differ.
    let whole = folder.assess(&["in", "-f", "json"]).out;
    let given = folder.assess(&["in/a.yml", "in/b.yaml", "-f", "json"]).out;
    assert_eq!(whole, given);
    let file = folder.assess(&["in/a.yml", "-f", "json"]).out;
    let read = said_json(&folder, &part);
    assert_eq!(read.replace("<stdin>", "in/a.yml"), file);
}

fn said_json(folder: &Folder, input: &[u8]) -> String {
    folder.run_with(input, &["assess", "-", "-f", "json", "--as-of", "2026-11-22"]).ends(0).out
}

#[test]
fn a_key_in_two_files_names_both_places() {
    let folder = Folder::with(&[("in/a.yaml", NOTHING), ("in/b.yaml", "organization: Other Inc.\n")]);
    let said = folder.run(&["check", "in"]).ends(2);
    let expected = "\
error: the key `organization` is written in two files of this inventory
 --> in/b.yaml:1:1
  |
1 | organization: Other Inc.
  | ^^^^^^^^^^^^ second time
  |
 ::: in/a.yaml:1:1
  |
1 | organization: Acme Inc.
  | ------------ first time
  |
  = help: keep it in one of them
";
    // `:::` begins no line a CI system would take for a command.
    let expected = expected.replace(" ::: ", " : :: ");
    assert_eq!(said.err, problem(&expected).replace("1 file", "2 files").replace("in 2 files;", "in 1 file;"));
}

#[test]
fn what_is_not_there_is_told_with_what_may_be_meant() {
    let folder = Folder::with(&[("inventory.yaml", NOTHING), ("sub/controls.yml", NOTHING), ("empty/readme.md", "")]);
    for command in ["assess", "check"] {
        let run = |name: &str| folder.run(&[command, name]);
        run("inventroy.yaml")
            .refuses("cannot open inventroy.yaml: there is no such file; did you mean inventory.yaml?");
        run("sub/control.yml")
            .refuses("cannot open sub/control.yml: there is no such file; did you mean sub/controls.yml?");
        run("zzz.yaml").refuses("cannot open zzz.yaml: there is no such file");
        run("none/inventory.yaml").refuses("cannot open none/inventory.yaml: there is no such file");
        run("inventory.yaml/x").refuses("cannot open inventory.yaml/x: Not a directory (os error 20)");
        run("empty").refuses("the folder empty holds no .yaml or .yml file");
    }
    // A name that drives a terminal is spelled, not obeyed.
    folder.run(&["check", "a\u{1b}[31m\u{202e}"]).refuses(r"cannot open a\u{1b}[31m\u{202e}: there is no such file");
}

#[test]
fn bytes_that_are_no_text_are_told_with_byte_and_line() {
    let latin = "\
error: byte 43 (0xe9, on line 3) is not UTF-8
 --> in.yaml:3:14
  |
3 |   - name: caf
  |              ^
  |
  = help: save the file as UTF-8; an older editor may have written Windows-1252
";
    assert_eq!(check(b"organization: Acme\ncontrols:\n  - name: caf\xe9\n").ends(2).err, problem(latin));
    // The mark at the start is no part of the text, and shifts nothing.
    assert_eq!(check(b"\xef\xbb\xbforganization: Acme\ncontrols:\n  - name: caf\xe9\n").ends(2).err, problem(latin));
    let binary = r"
error: byte 5 (0x00, on line 1) is not text
 --> in.yaml:1:5
  |
1 | \u{7f}ELF
  |          ^
  |
  = help: this looks like a binary file, not like YAML
";
    assert_eq!(check(b"\x7fELF\0\x01\x02\n\0").ends(2).err, problem(binary.trim_start()));
    let said = check(b"PK\x03\x04\xff\0").ends(2).err;
    assert!(said.starts_with("error: byte 5 (0xff, on line 1) is not UTF-8\n"), "{said}");
    assert!(said.contains("= help: this looks like a binary file, not like YAML\n"), "{said}");
}

#[test]
fn utf_16_is_told_by_its_name() {
    let units = |swap: bool, mark: bool| -> Vec<u8> {
        let text = format!("{}{NOTHING}", if mark { "\u{feff}" } else { "" });
        let bytes = |unit: u16| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    };
    for (swap, mark) in [(false, true), (true, true), (false, false), (true, false)] {
        let said = check(&units(swap, mark)).ends(2).err;
        assert!(said.contains("  = help: the file is UTF-16; save it as UTF-8\n"), "{swap} {mark}: {said}");
        assert!(said.ends_with("gapcheck: 1 problem in 1 file; nothing was assessed\n"), "{said}");
    }
}

#[test]
fn a_byte_order_mark_is_accepted() {
    check(format!("\u{feff}{NOTHING}").as_bytes()).ends(0).prints("no problem in 1 file: 0 controls read\n");
}

#[test]
fn files_without_anything_in_them_say_so() {
    let help = "an inventory needs at least `organization` and `controls`; see the README for a first one";
    for (text, line) in [("", ""), ("# nothing yet\n", " # nothing yet"), ("---\n", " ---"), ("~\n", " ~")] {
        let said = check(text.as_bytes()).ends(2).err;
        let expected =
            format!("error: the file is empty\n --> in.yaml:1:1\n  |\n1 |{line}\n  | ^\n  |\n  = help: {help}\n");
        assert_eq!(said, problem(&expected), "{text:?}");
    }
}

#[test]
fn tabs_and_second_documents_are_told_in_words() {
    let tab = "\
error: a tab stands where YAML allows only spaces
 --> in.yaml:3:1
  |
3 |  - id: A
  | ^
  |
  = help: indent with spaces; most editors can convert tabs
";
    assert_eq!(check(b"organization: Acme\ncontrols:\n\t- id: A\n").ends(2).err, problem(tab));
    let documents = "\
error: a second document begins here; a file holds one
 --> in.yaml:3:1
  |
3 | ---
  | ^^^
  |
  = help: move what follows to a file of its own in the same folder, or remove the `---`
";
    assert_eq!(check(b"organization: Acme\ncontrols: []\n---\norganization: B\n").ends(2).err, problem(documents));
    // One document may be marked as such.
    check(format!("---\n{NOTHING}...\n").as_bytes()).ends(0);
}

#[test]
fn lines_end_as_they_do_on_any_machine() {
    let text = "organization: Acme\ncontrols:\n  - id: A\n    name: N\n    criteria: [CC1.1]\n    status: oops\n";
    let expected = "\
error: `oops` is not a status
 --> in.yaml:6:13
  |
6 |     status: oops
  |             ^^^^
  |
  = help: the words are `planned`, `in-progress`, `implemented`, `informal` or `retired`
";
    assert_eq!(check(text.as_bytes()).ends(2).err, problem(expected));
    assert_eq!(check(text.replace('\n', "\r\n").as_bytes()).ends(2).err, problem(expected));
    let folder = Folder::with(&[]);
    for (name, breaks) in [("lf.yaml", "\n"), ("crlf.yaml", "\r\n")] {
        folder.put(name, text.replace("oops", "planned").replace('\n', breaks).as_bytes());
    }
    // Apart from the name and the digest of the file the results are the same, places included.
    let result = |name: &str| {
        let text = folder.assess(&[name, "-f", "json"]).ends(0).out.replace(name, "in.yaml");
        let lines: Vec<&str> = text.lines().filter(|line| !line.contains("\"digest\"")).collect();
        lines.join("\n")
    };
    assert!(result("lf.yaml").contains("\"line\": 3"));
    assert!(result("crlf.yaml") == result("lf.yaml"), "a result depends on how lines end");
}

#[test]
fn short_problems_are_one_line_each_for_editors() {
    let folder = Folder::with(&[("in.yaml", "organization: Acme\nkontrols: []\ncontrols: [{}]\n")]);
    folder.run(&["check", "--format", "short", "in.yaml"]).ends(2).prints(
        "in.yaml:2:1: an inventory has no key `kontrols` (did you mean `controls`?)\n\
         in.yaml:3:12: a control needs `criteria`\n\
         in.yaml:3:12: a control needs `id`\n\
         in.yaml:3:12: a control needs `name`\n\
         in.yaml:3:12: a control needs `status`\n",
    );
}

#[test]
fn a_bomb_of_aliases_does_not_go_off() {
    let nine = |item: &str| [item; 9].join(",");
    let mut bomb = format!("organization: A\ncontrols: []\nsettings: [ &a0 [{}]", nine("x"));
    for level in 1..12 {
        bomb.push_str(&format!(", &a{level} [{}]", nine(&format!("*a{}", level - 1))));
    }
    bomb.push_str(" ]\n");
    let said = in_time(2, || check(bomb.as_bytes()).ends(2).err);
    assert!(said.contains("error: the aliases of this file stand for more than 20000 values\n"), "{said}");
    let said = check(b"organization: &a [*a]\ncontrols: []\n").ends(2).err;
    assert!(said.starts_with("error: an alias stands inside the value it refers to\n"), "{said}");
}

/// Does something that must not take long: a hundred times what it takes here.
fn in_time<T>(seconds: u64, act: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = act();
    assert!(start.elapsed() < Duration::from_secs(seconds * 10), "{:?}", start.elapsed());
    result
}

#[test]
fn two_hundred_thousand_levels_are_too_many() {
    for deep in ["[", "{ a: ", "- ", "[[], "] {
        let text = format!("controls: []\norganization:\n  {}\n", deep.repeat(200_000));
        let said = in_time(1, || check(text.as_bytes()).ends(2).err);
        let told = "error: values are nested more than 64 deep\n";
        assert!(said.contains(told), "{deep}: {}", said.get(..400).unwrap_or(&said));
        assert!(said.contains("  = help: no part of an inventory needs more than six levels\n"), "{deep}");
        assert!(said.len() < 4000, "{deep}: a message of {} bytes", said.len());
    }
    // A key that is a key that is a key.
    let said = check(format!("organization:\n{}\n", "? ".repeat(200_000)).as_bytes()).ends(2).err;
    assert!(said.contains("error: a key is a single word\n"), "{said}");
}

#[test]
fn a_text_of_fifty_megabytes_is_only_a_text() {
    let text = format!("organization: \"{}\"\ncontrols: []\n", "x".repeat(50_000_000));
    in_time(2, || check(text.as_bytes()).ends(0).prints("no problem in 1 file: 0 controls read\n"));
    let id = format!(
        "organization: A\ncontrols: [{{ id: {}, name: N, criteria: [], status: planned }}]\n",
        "x".repeat(5_000_000)
    );
    let said = in_time(1, || check(id.as_bytes()).ends(2).err);
    assert!(said.len() < 2000, "a message of {} bytes", said.len());
    assert!(said.contains("is longer than 120 characters\n"), "{said}");
}

#[test]
fn many_keys_cost_no_more_than_their_number() {
    let keys = |count: usize| {
        let keys: Vec<String> = (0..count).map(|n| format!("key{n}: 1\n")).collect();
        let text = format!("{NOTHING}{}", keys.concat());
        let start = Instant::now();
        let folder = Folder::with(&[("in.yaml", &text)]);
        let said = folder.run(&["check", "-f", "short", "in.yaml"]).ends(2);
        assert_eq!(said.out.lines().count(), count);
        start.elapsed()
    };
    let (few, many) = (keys(5_000), keys(40_000));
    assert!(many < few * 30 + Duration::from_secs(1), "{few:?} for 5,000 and {many:?} for 40,000");
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let folder = Folder::with(&[]);
    let file = fs::File::create(folder.path("huge.yaml")).expect("a file");
    // No room on disk is taken: the file is a hole.
    file.set_len(256 * 1024 * 1024 + 1).expect("a length");
    folder
        .run(&["check", "huge.yaml"])
        .refuses("huge.yaml is larger than 256 MB; split the inventory into several files of one folder");
}

#[test]
fn a_name_in_the_path_is_no_command_to_a_ci_system() {
    let folder = Folder::with(&[("::error::owned.yaml", "organization: ##[error]x\ncontrols: [##vso[task.x]y]\n")]);
    let said = folder.run(&["check", "-f", "short", "::error::owned.yaml"]).ends(2);
    assert!(said.out.starts_with(": :error::owned.yaml:"), "{}", said.out);
    let said = folder.run(&["check", "::error::owned.yaml"]).ends(2);
    for line in said.err.lines() {
        assert!(!line.trim_start().starts_with("::") && !line.contains("##["), "{line}");
    }
}
