//! How problems look: the place underlined, hostile text harmless, long lines cut.
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

use gapcheck::report::problems::{render, short};
use gapcheck::source::file::{Place, SourceFile, Sources};
use gapcheck::source::problem::{Problem, Problems};

/// One file of a name and a text for each pair.
fn sources(files: &[(&str, &str)]) -> Sources {
    Sources::new(files.iter().map(|(name, text)| SourceFile::new(*name, *text, "")).collect())
}

/// Where a text stands for the n-th time, counted from zero, in a file.
fn nth(sources: &Sources, file: u32, text: &str, n: usize) -> Place {
    let (_, source) = sources.iter().find(|(number, _)| *number == file).expect("the file");
    let (start, _) = source.text.match_indices(text).nth(n).expect("the text");
    Place { file, start: u32::try_from(start).unwrap(), end: u32::try_from(start + text.len()).unwrap() }
}

fn problems(list: impl IntoIterator<Item = Problem>) -> Problems {
    let mut problems = Problems::default();
    list.into_iter().for_each(|problem| problems.add(problem));
    problems
}

/// The text without styles.
fn plain(styled: &str) -> String {
    anstream::adapter::strip_str(styled).to_string()
}

/// Every escape character begins a style, and nothing else.
fn only_styles(text: &str) -> bool {
    let style = |rest: &str| {
        let codes = rest.strip_prefix('[').and_then(|rest| rest.split_once('m')).map(|(codes, _)| codes);
        codes.is_some_and(|codes| codes.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'))
    };
    text.split('\u{1b}').skip(1).all(style)
}

#[test]
fn every_problem_shows_its_place_and_the_last_line_counts() {
    let sources = sources(&[
        ("controls/a.yaml", "controls:\n  - id: AC-01\n    ownr: jane\n"),
        ("controls/b.yaml", "controls:\n  - id: AC-01\n"),
    ]);
    let problems = problems([
        Problem::at(nth(&sources, 1, "AC-01", 0), "the control id `AC-01` is taken")
            .label("second time")
            .related(nth(&sources, 0, "AC-01", 0), "first time")
            .help("rename or remove one of the two"),
        Problem::at(nth(&sources, 0, "ownr", 0), "a control has no key `ownr`").help("did you mean `owner`?"),
        Problem::anywhere("no `organization` is given").help("add it"),
    ]);
    let expected = "\
error: no `organization` is given
 |
 = help: add it

error: a control has no key `ownr`
 --> controls/a.yaml:3:5
  |
3 |     ownr: jane
  |     ^^^^
  |
  = help: did you mean `owner`?

error: the control id `AC-01` is taken
 --> controls/b.yaml:2:9
  |
2 |   - id: AC-01
  |         ^^^^^ second time
  |
 ::: controls/a.yaml:2:9
  |
2 |   - id: AC-01
  |         ----- first time
  |
  = help: rename or remove one of the two

gapcheck: 3 problems in 2 files; nothing was assessed
";
    assert_eq!(plain(&render(&problems, &sources)), expected);
    assert_eq!(
        short(&problems, &sources),
        "no `organization` is given (add it)\n\
         controls/a.yaml:3:5: a control has no key `ownr` (did you mean `owner`?)\n\
         controls/b.yaml:2:9: the control id `AC-01` is taken (rename or remove one of the two)\n"
    );
}

#[test]
fn two_places_near_each_other_are_one_piece_of_text() {
    let text = format!("- id: x\n{}- id: x\n- id: y\n- name: n\n- id: y\n", "# other\n".repeat(7));
    let sources = sources(&[("c.yaml", &text)]);
    let taken = |id: &str| {
        let place = |n| Place {
            start: nth(&sources, 0, &format!("id: {id}"), n).start + 4,
            ..nth(&sources, 0, &format!("id: {id}"), n)
        };
        Problem::at(place(1), format!("`{id}` is taken")).label("second").related(place(0), "first")
    };
    let expected = "\
error: `x` is taken
 --> c.yaml:9:7
  |
1 | - id: x
  |       - first
...
9 | - id: x
  |       ^ second

error: `y` is taken
  --> c.yaml:12:7
   |
10 | - id: y
   |       - first
11 | - name: n
12 | - id: y
   |       ^ second

gapcheck: 2 problems in 1 file; nothing was assessed
";
    assert_eq!(plain(&render(&problems([taken("x"), taken("y")]), &sources)), expected);
}

#[test]
fn of_many_places_those_near_each_other_are_one_piece_of_text() {
    let first = format!("a\nb\n\n{}far\n", "#\n".repeat(300));
    let sources = sources(&[("c.yaml", &first), ("d.yaml", "other\n")]);
    let at = |file: u32, word: &str| nth(&sources, file, word, 0);
    let problem = Problem::at(at(0, "b"), "round")
        .label("this")
        .related(at(1, "other"), "then that")
        .related(at(0, "far"), "then far")
        .related(at(0, "a"), "then this");
    let expected = "\
error: round
   --> c.yaml:2:1
    |
  1 | a
    | - then this
  2 | b
    | ^ this
    |
   ::: d.yaml:1:1
    |
  1 | other
    | ----- then that
    |
   ::: c.yaml:304:1
    |
304 | far
    | --- then far

gapcheck: 1 problem in 1 file; nothing was assessed
";
    assert_eq!(plain(&render(&problems([problem]), &sources)), expected);
}

#[test]
fn places_far_from_each_other_are_two_pieces_of_text() {
    let text = format!("id: x\n{}id: x\n", "\n".repeat(100_000));
    let sources = sources(&[("c.yaml", &text)]);
    let problem = Problem::at(nth(&sources, 0, "x", 1), "taken").related(nth(&sources, 0, "x", 0), "first");
    let expected = "\
error: taken
      --> c.yaml:100002:5
       |
100002 | id: x
       |     ^
       |
      ::: c.yaml:1:5
       |
     1 | id: x
       |     - first

gapcheck: 1 problem in 1 file; nothing was assessed
";
    assert_eq!(plain(&render(&problems([problem]), &sources)), expected);
}

#[test]
fn hostile_text_reaches_no_terminal_and_the_underline_stays_right() {
    let text = "\u{feff}name:\t\"a\u{1b}[2J漢\u{202e}\"  # c1: \u{9b}31m\r\nstatus: wat\u{7}\r\n";
    let sources = sources(&[("evil\u{1b}]0;x\u{7}.yaml", text)]);
    let problems = problems([
        Problem::at(nth(&sources, 0, "漢", 0), "bad \u{1b}[31m\nerror: forged").help("no\u{1b}[A").label("here\u{9b}"),
        Problem::at(nth(&sources, 0, "wat\u{7}", 0), "not a status"),
    ]);
    let rendered = render(&problems, &sources);
    assert!(only_styles(&rendered), "{rendered:?}");
    let expected = r#"error: bad \u{1b}[31m error: forged
 --> evil\u{1b}]0;x\u{7}.yaml:1:14
  |
1 | \u{feff}name: "a\u{1b}[2J漢\u{202e}"  # c1: \u{9b}31m
  |                          ^^ here\u{9b}
  |
  = help: no\u{1b}[A

error: not a status
 --> evil\u{1b}]0;x\u{7}.yaml:2:9
  |
2 | status: wat\u{7}
  |         ^^^^^^^^

gapcheck: 2 problems in 1 file; nothing was assessed
"#;
    assert_eq!(plain(&rendered), expected);
    let short = short(&problems, &sources);
    assert_eq!(
        short,
        "evil\\u{1b}]0;x\\u{7}.yaml:1:14: bad \\u{1b}[31m error: forged (no\\u{1b}[A)\n\
         evil\\u{1b}]0;x\\u{7}.yaml:2:9: not a status\n"
    );
}

#[test]
fn a_place_without_text_underlines_one_cell() {
    let sources = sources(&[("empty.yaml", ""), ("c.yaml", "controls:\n"), ("d.yaml", "name:\nid: x\n")]);
    let at = |file, offset| Place { file, start: offset, end: offset };
    let problems = problems([
        Problem::at(at(0, 0), "the file is empty"),
        Problem::at(at(1, 10), "the file ends here"),
        Problem::at(at(2, 5), "no value"),
        Problem::at(at(2, 6), "before the key"),
    ]);
    let expected = "\
error: the file is empty
 --> empty.yaml:1:1
  |
1 |
  | ^

error: the file ends here
 --> c.yaml:2:1
  |
2 |
  | ^

error: no value
 --> d.yaml:1:6
  |
1 | name:
  |      ^

error: before the key
 --> d.yaml:2:1
  |
2 | id: x
  | ^

gapcheck: 4 problems in 3 files; nothing was assessed
";
    assert_eq!(plain(&render(&problems, &sources)), expected);
}

#[test]
fn a_place_of_many_lines_underlines_the_first() {
    let sources = sources(&[("c.yaml", "a:\n  b: one\n  c: two\n")]);
    let problem = Problem::at(Place { file: 0, start: 5, end: 22 }, "no mapping here");
    let expected = "\
error: no mapping here
 --> c.yaml:2:3
  |
2 |   b: one
  |   ^^^^^^

gapcheck: 1 problem in 1 file; nothing was assessed
";
    assert_eq!(plain(&render(&problems([problem]), &sources)), expected);
}

#[test]
fn a_very_long_line_is_cut_around_its_place() {
    let text = format!("[{}, wrong, {}]\n", "aaa ".repeat(50_000), "bbb ".repeat(50_000));
    let sources = sources(&[("c.yaml", &text)]);
    let problem = Problem::at(nth(&sources, 0, "wrong", 0), "no criterion");
    // 100 cells: 48 before the place, 5 for it, 47 after; `…` is one of them, and blanks before it are dropped.
    let expected = format!(
        "\
error: no criterion
 --> c.yaml:1:200004
  |
1 | … {}, wrong, {}bbb…
  | {}^^^^^

gapcheck: 1 problem in 1 file; nothing was assessed
",
        "aaa ".repeat(11),
        "bbb ".repeat(10),
        " ".repeat(48)
    );
    assert_eq!(plain(&render(&problems([problem]), &sources)), expected);
    let whole = Problem::at(Place { file: 0, start: 0, end: 400_000 }, "too long");
    let shown = plain(&render(&problems([whole]), &sources));
    assert!(shown.contains(&format!("  | {}\n", "^".repeat(60))), "{shown}");
}

#[test]
fn a_line_of_pictures_is_cut_to_its_room_too() {
    // Drawn as an emoji the picture is two cells wide: more than its two characters are one by one.
    for (picture, after) in
        [("🗄️", 0), ("🗄️", 150), ("❤️", 10), ("漢", 0), ("漢", 150), ("e\u{301}", 0), ("👩‍💻", 150), ("👩‍💻", 0)]
    {
        let text = format!("{}wrong{}\n", picture.repeat(150), picture.repeat(after));
        let sources = sources(&[("c.yaml", &text)]);
        let shown = plain(&render(&problems([Problem::at(nth(&sources, 0, "wrong", 0), "no criterion")]), &sources));
        let line = shown.lines().find_map(|line| line.strip_prefix("1 | ")).expect("a line");
        let wide = gapcheck::text::wrap::width(line);
        assert!((97..=100).contains(&wide) && line.contains("wrong"), "{wide} cells: {line}");
    }
}
