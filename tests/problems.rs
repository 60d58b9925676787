//! Every way an inventory can be wrong: the message, the underlined text, the help. One run tells them all.
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
use gapcheck::model::date::Date;

/// What is wrong with an inventory, a line a problem: `line:column [underlined] message | help`.
fn problems(text: &str) -> Vec<String> {
    let catalog = bundled().expect("the catalog reads");
    let sources = single("inventory.yaml", text);
    let as_of = Date::new(2026, 11, 22).expect("a day");
    let Err(problems) = gapcheck::read(&sources, &catalog, as_of) else { return Vec::new() };
    let line = |problem: &gapcheck::source::problem::Problem| {
        let help = problem.help.as_deref().map_or_else(String::new, |help| format!(" | {help}"));
        match problem.place {
            Some(place) => {
                let at = sources.position(place);
                format!("{}:{} [{}] {}{help}", at.line, at.column, sources.text(place), problem.message)
            }
            None => format!("{}{help}", problem.message),
        }
    };
    problems.sorted().into_iter().map(line).collect()
}

/// The problems of a control with these lines in it.
fn in_control(lines: &str) -> Vec<String> {
    problems(&format!(
        "organization: Acme\ncontrols:\n  - id: A\n    name: B\n    criteria: [CC6.1]\n    status: planned\n{lines}"
    ))
}

/// The problems of a scope with these lines in it, on a good inventory.
fn in_scope(lines: &str) -> Vec<String> {
    problems(&format!("organization: Acme\ncontrols: []\nscope:\n{lines}"))
}

#[test]
fn a_good_inventory_has_none() {
    assert_eq!(in_control(""), [""; 0]);
}

#[test]
fn an_empty_file() {
    let expected = [
        "1:1 [] the file is empty | an inventory needs at least `organization` and `controls`; see the README for a first one",
    ];
    assert_eq!(problems(""), expected);
    assert_eq!(problems("# only a comment\n"), expected);
    assert_eq!(problems("---\n...\n"), expected);
    assert_eq!(problems("~\n"), expected);
}

#[test]
fn a_file_that_is_no_mapping() {
    let help = "`gapcheck schema` describes every key";
    for text in ["- a\n- b\n", "just words\n", "[1, 2]\n"] {
        let found = problems(text);
        assert_eq!(found.len(), 1, "{text}");
        assert!(
            found[0].ends_with(&format!(
                "an inventory is a mapping with keys such as `organization` and `controls` | {help}"
            )),
            "{found:?}"
        );
    }
}

#[test]
fn what_is_required() {
    assert_eq!(
        problems("version: 1\n"),
        [
            "1:1 [version: 1] an inventory needs `controls` | add the list of controls; `controls: []` if there are none yet",
            "1:1 [version: 1] an inventory needs `organization` | add the name of the service organisation, such as `organization: Acme Inc.`",
        ]
    );
    assert_eq!(
        problems("organization: Acme\ncontrols:\n  - id: A\n"),
        ["3:5 [id] a control needs `criteria`", "3:5 [id] a control needs `name`", "3:5 [id] a control needs `status`"]
    );
    assert_eq!(
        problems("organization:\ncontrols:\n"),
        [
            "1:1 [organization] `organization` has no value | write the name after the colon; a name that reads `null` needs quotes",
            "2:1 [controls] `controls` has no value | write `controls: []` if there are none yet",
        ]
    );
}

#[test]
fn keys_nobody_knows() {
    assert_eq!(in_control("    ownr: jane\n"), ["7:5 [ownr] a control has no key `ownr` | did you mean `owner`?"]);
    assert_eq!(
        problems("organisation: Acme\norganization: Acme\ncontrols: []\n"),
        ["1:1 [organisation] an inventory has no key `organisation` | did you mean `organization`?"]
    );
    assert_eq!(
        in_scope("  milestones: { party: 2027-01-01 }\n"),
        ["4:17 [party] `milestones` has no key `party` | its keys are `fieldwork` and `report`"]
    );
}

#[test]
fn a_key_written_twice() {
    assert_eq!(
        in_control("    owner: a\n    owner: b\n"),
        ["8:5 [owner] the key `owner` is written twice | keep one of the two"]
    );
    assert_eq!(
        problems("organization: Acme\ncontrols: []\norganization: Other\n"),
        ["3:1 [organization] the key `organization` is written twice | keep one of the two"]
    );
}

#[test]
fn wrong_types() {
    assert_eq!(
        problems("organization: Acme\ncontrols:\n  - id: A\n    name: [B]\n    criteria: CC6.1\n    status: {}\n"),
        [
            "4:11 [[] expected a text, found a list",
            "5:15 [CC6.1] expected a list, found `CC6.1` | write `[CC6.1]`",
            "6:13 [{] expected a status, found a mapping",
        ]
    );
    assert_eq!(problems("organization: Acme\ncontrols: none\n"), ["2:11 [none] expected a list, found `none`"]);
    assert_eq!(
        problems("organization: Acme\ncontrols: [a]\n"),
        ["2:12 [a] expected a control as a mapping (`key: value`), found `a`"]
    );
    assert_eq!(
        problems("organization: [A]\ncontrols: []\n"),
        ["1:1 [organization] expected one value for `organization`, found a list"]
    );
}

#[test]
fn words_of_a_vocabulary() {
    assert_eq!(
        in_control("    frequency: yearly\n"),
        [
            "7:16 [yearly] `yearly` is not a frequency | did you mean `annual`? the words are `continuous`, `daily`, `weekly`, `monthly`, `quarterly`, `semiannual`, `annual`, `per-event` or `once`"
        ]
    );
    assert_eq!(in_control("    kind: Technical\n    nature: DETECTIVE\n    frequency: per_event\n"), [""; 0]);
    let found = problems("organization: Acme\ncontrols: [{id: A, name: B, criteria: [], status: implmented}]\n");
    assert_eq!(
        found,
        [
            "2:51 [implmented] `implmented` is not a status | did you mean `implemented`? the words are `planned`, `in-progress`, `implemented`, `informal` or `retired`"
        ]
    );
}

#[test]
fn no_is_a_text() {
    assert_eq!(problems("organization: no\ncontrols: [{id: no, name: yes, criteria: [], status: planned}]\n"), [""; 0]);
}

#[test]
fn dates() {
    let help = "dates are year-month-day, in ten characters";
    assert_eq!(
        in_control("    since: 2026-02-30\n"),
        [format!("7:12 [2026-02-30] the calendar has no day `2026-02-30` | {help}")]
    );
    for wrong in ["25-01-05", "2025-1-5", "+2025-01-05", "01/02/2026", "2026-01-01T00:00:00Z"] {
        assert_eq!(
            in_control(&format!("    since: {wrong}\n")),
            [format!("7:12 [{wrong}] expected a date such as `2026-11-22`, found `{wrong}` | {help}")]
        );
    }
    assert_eq!(in_control("    since: 2024-02-29\n"), [""; 0]);
}

#[test]
fn periods_that_end_before_they_begin() {
    assert_eq!(
        in_scope("  report: type2\n  period: { start: 2026-12-31, end: 2026-07-01 }\n"),
        [
            "5:13 [start] the observation period ends on 2026-07-01, before it starts on 2026-12-31 | swap the two dates, or correct the year"
        ]
    );
    assert_eq!(
        in_control("    evidence:\n      - covers: { start: 2026-09-30, end: 2026-07-01 }\n"),
        [
            "8:19 [start] the time the evidence covers ends on 2026-07-01, before it starts on 2026-09-30 | swap the two dates, or correct the year"
        ]
    );
}

#[test]
fn a_type_2_report_without_a_period() {
    assert_eq!(
        in_scope("  report: type2\n"),
        [
            "4:11 [type2] a type 2 report needs an observation period | add `period: { start: 2026-07-01, end: 2026-12-31 }` to the scope, three to twelve months"
        ]
    );
}

#[test]
fn a_sample_larger_than_its_population() {
    assert_eq!(
        in_control("    tests:\n      - { of: operation, population: { size: 20 }, sample: { size: 25 } }\n"),
        [
            "8:68 [25] a sample of 25 is larger than its population of 20 | the sample is taken from the population; correct one of the two numbers"
        ]
    );
}

#[test]
fn ids_written_twice() {
    assert_eq!(
        problems(
            "organization: Acme\ncontrols:\n  - {id: A, name: B, criteria: [], status: planned}\n  - {id: A, name: C, criteria: [], status: planned}\n"
        ),
        ["4:10 [A] the control id `A` is taken | every id stands for one thing; rename or remove one of the two"]
    );
}

#[test]
fn ids_that_are_no_ids() {
    let help = "an id is one word of letters, digits, `-`, `_`, `.` and `/`, such as `AC-02`";
    assert_eq!(
        problems("organization: Acme\ncontrols: [{id: A B, name: B, criteria: [], status: planned}]\n"),
        [format!("2:17 [A B] the id `A B` holds a blank | {help}")]
    );
    assert_eq!(
        problems("organization: Acme\ncontrols: [{id: 'A:B', name: B, criteria: [], status: planned}]\n"),
        [format!("2:17 ['A:B'] the id `A:B` holds `:` | {help}")]
    );
}

#[test]
fn references_that_lead_nowhere() {
    assert_eq!(
        in_control("    systems: [prod]\n    documented_in: [POL]\n"),
        [
            "7:15 [prod] no system has the id `prod` | the inventory lists none; add it under `systems`",
            "8:21 [POL] no document has the id `POL` | the inventory lists none; add it under `documents`",
        ]
    );
    assert_eq!(in_control("    owner: anybody at all\n"), [""; 0]);
    assert_eq!(
        in_control("    owner: jan\npeople:\n  - { id: jane }\n"),
        ["7:12 [jan] no person has the id `jan` | did you mean `jane`?"]
    );
    assert_eq!(
        problems(
            "organization: Acme\ncontrols: []\nsystems: [{id: prod}]\ndata_flows:\n  - { from: prod, to: pord }\n  - { from: external, to: prod }\n"
        ),
        ["5:23 [pord] no system or vendor has the id `pord` | did you mean `prod`?"]
    );
}

#[test]
fn criteria_that_do_not_exist() {
    let wrong = |id: &str| {
        in_control("").len()
            + problems(&format!(
                "organization: Acme\ncontrols: [{{id: A, name: B, criteria: [{id}], status: planned}}]\n"
            ))
            .len()
    };
    assert_eq!(wrong("CC6.1"), 0);
    let found = |id: &str| {
        problems(&format!("organization: Acme\ncontrols: [{{id: A, name: B, criteria: [{id}], status: planned}}]\n"))
    };
    assert_eq!(
        found("CC8.2"),
        [
            "2:40 [CC8.2] `CC8.2` is not one of the 61 criteria | `CC8.2` is numbering from before 2017; change management is `CC8.1`"
        ]
    );
    assert_eq!(found("CC61.2"), ["2:40 [CC61.2] `CC61.2` is not one of the 61 criteria | did you mean `CC6.2`?"]);
    assert_eq!(
        found("AC-2"),
        [
            "2:40 [AC-2] `AC-2` is not the id of a criterion | ids look like `CC6.1`, `A1.2` or, for a point of focus, `CC6.3/periodic-review`; `gapcheck criteria` lists them"
        ]
    );
    assert_eq!(
        found("CC6.3/periodic-reveiw"),
        [
            "2:40 [CC6.3/periodic-reveiw] `CC6.3` has no point of focus `periodic-reveiw` | did you mean `CC6.3/periodic-review`?"
        ]
    );
    assert_eq!(found("CC6.1, cc 6.1"), ["2:47 [cc 6.1] `CC6.1` is named twice | name each criterion once"]);
}

#[test]
fn the_spellings_people_write_are_one_criterion() {
    for spelling in ["CC6.1", "cc6.1", "CC 6.1", "Cc 6.1", "CC-6.1", "cc_6_1", "CC6_1"] {
        let text =
            format!("organization: Acme\ncontrols: [{{id: A, name: B, criteria: [{spelling}], status: planned}}]\n");
        assert_eq!(problems(&text), [""; 0], "{spelling}");
    }
    // A leading zero or another number is not a spelling but another id.
    for other in ["CC06.1", "CC6.01", "CC6", "6.1", "CC6.1.1"] {
        let text =
            format!("organization: Acme\ncontrols: [{{id: A, name: B, criteria: [{other}], status: planned}}]\n");
        assert_eq!(problems(&text).len(), 1, "{other}");
    }
}

#[test]
fn gap_ids() {
    let found = |gap: &str| {
        problems(&format!(
            "organization: Acme\ncontrols: [{{id: AC-1, name: B, criteria: [], status: planned}}]\nremediation:\n  - gap: \"{gap}\"\n"
        ))
    };
    assert_eq!(found("AC-1:evidence-absent"), [""; 0]);
    assert_eq!(found("CC6.3:system-not-covered:legacy"), [""; 0]);
    assert_eq!(
        found("evidence-absent"),
        [
            "4:10 [\"evidence-absent\"] `evidence-absent` is not the id of a gap | ids look like `AC-02:evidence-stale`; every report prints them"
        ]
    );
    assert_eq!(
        found("AC-1:evidence-absnt"),
        [
            "4:10 [\"AC-1:evidence-absnt\"] no rule has the name in `AC-1:evidence-absnt` | did you mean `evidence-absent`?"
        ]
    );
    assert_eq!(
        found("AC-2:evidence-absent"),
        ["4:10 [\"AC-2:evidence-absent\"] nothing has the id `AC-2` | did you mean `AC-1`?"]
    );
}

#[test]
fn an_acceptance_needs_a_reason_a_name_and_an_end() {
    assert_eq!(
        problems("organization: Acme\ncontrols: []\nacceptances:\n  - gap: CC6.1:criterion-without-control\n"),
        [
            "4:5 [gap] an acceptance needs `approved_by`",
            "4:5 [gap] an acceptance needs `expires`",
            "4:5 [gap] an acceptance needs `rationale`"
        ]
    );
}

#[test]
fn points_of_focus_are_not_scoped_out() {
    assert_eq!(
        in_scope("  not_applicable:\n    - { criteria: [CC6.3/periodic-review], rationale: r, approved_by: a }\n"),
        [
            "5:20 [CC6.3/periodic-review] `CC6.3/periodic-review` is a point of focus, which is never a requirement | points need no scoping out; to scope out the criterion write `CC6.3`"
        ]
    );
}

#[test]
fn tabs_and_other_syntax() {
    assert_eq!(
        problems("organization: Acme\ncontrols:\n\t- id: A\n"),
        ["3:1 [\t] a tab stands where YAML allows only spaces | indent with spaces; most editors can convert tabs"]
    );
    assert_eq!(
        problems("organization: Acme: Inc\ncontrols: []\n"),
        ["1:19 [:] a colon stands where no key can begin | put quotes around a text that holds `: `"]
    );
}

#[test]
fn a_second_document() {
    assert_eq!(
        problems("organization: Acme\ncontrols: []\n---\norganization: Other\n"),
        [
            "3:1 [---] a second document begins here; a file holds one | move what follows to a file of its own in the same folder, or remove the `---`"
        ]
    );
    assert_eq!(problems("---\norganization: Acme\ncontrols: []\n...\n"), [""; 0]);
}

#[test]
fn an_alias_may_stand_for_a_value_but_not_for_a_bomb() {
    assert_eq!(problems("organization: &o Acme\ncontrols: []\nscope: { system: *o }\n"), [""; 0]);
    let mut bomb =
        "organization: Acme\nsystems: []\ncontrols:\n  - &a { id: A, name: B, criteria: [CC6.1], status: planned }\n"
            .to_owned();
    bomb.push_str("  - { id: x, name: &b [a,a,a,a,a,a,a,a,a,a] }\n");
    for letter in 'c'..='j' {
        let before = char::from_u32(u32::from(letter) - 1).expect("a letter");
        bomb.push_str(&format!("  - {{ id: x{letter}, name: &{letter} [{}] }}\n", format!("*{before},").repeat(10)));
    }
    let found = problems(&bomb);
    assert!(
        found.iter().any(|line| line.contains("the aliases of this file stand for more than 20000 values")),
        "{found:?}"
    );
}

#[test]
fn aliases_stand_for_so_many_values_and_no_more() {
    let with = |aliases: usize| {
        let all = vec!["*law"; aliases].join(", ");
        problems(&format!("organization: Acme\ncontrols: []\nscope: {{ system: &law gdpr, regulations: [{all}] }}\n"))
    };
    assert_eq!(with(20_000), [""; 0]);
    assert_eq!(
        with(20_001),
        [format!(
            "3:{} [*law] the aliases of this file stand for more than 20000 values | write the values out, or split the inventory into several files of one folder",
            // `scope: { system: &law gdpr, regulations: [` is 42 characters long, each alias with its comma six.
            42 + 20_000 * 6 + 1
        )]
    );
    // A mapping counts with all that is in it: 1 + 4 for the control, and again.
    let control = "organization: Acme\ncontrols:\n  - &a { id: A, name: B, criteria: [], status: planned }\n  - *a\n";
    assert_eq!(
        problems(control),
        ["3:14 [A] the control id `A` is taken | every id stands for one thing; rename or remove one of the two"]
    );
    assert_eq!(
        problems("organization: Acme\ncontrols: []\nscope: &s { system: *s }\n"),
        ["3:21 [*s] an alias stands inside the value it refers to"]
    );
}

#[test]
fn a_key_repeated_among_many_is_found_like_one_among_few() {
    let keys = |numbers: &[usize]| {
        let lines: Vec<String> = numbers.iter().map(|number| format!("    key{number}: x\n")).collect();
        in_control(&lines.concat()).into_iter().filter(|line| line.contains("twice")).collect::<Vec<_>>()
    };
    let twice = |line: usize, key: usize| {
        format!("{line}:5 [key{key}] the key `key{key}` is written twice | keep one of the two")
    };
    // The control has four keys of its own, on lines 3 to 6.
    let all: Vec<usize> = (1..=40).collect();
    assert_eq!(keys(&all), [""; 0]);
    for (many, repeated) in [(19, 1), (20, 20), (20, 1), (21, 21), (21, 1), (40, 1), (40, 21), (40, 40)] {
        let mut numbers = all[..many].to_vec();
        numbers.extend([repeated, 99]);
        assert_eq!(keys(&numbers), [twice(many + 7, repeated)], "{repeated} after {many}");
    }
}

#[test]
fn keys_that_are_no_words() {
    assert_eq!(
        problems("organization: Acme\ncontrols: []\n? [a, b]\n: c\n"),
        ["3:3 [[] a key is a single word | quote the key if it is meant as text"]
    );
    // In quotes `<<` is a key like any other.
    let found = in_control("    '<<': x\n");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("7:5 ['<<'] a control has no key `<<`"), "{found:?}");
}

#[test]
fn nothing_is_written_in_five_ways() {
    for nothing in ["", "~", "null", "Null", "NULL"] {
        assert_eq!(in_control(&format!("    owner: {nothing}\npeople: [{{ id: jane }}]\n")), [""; 0], "{nothing}");
    }
    for text in ["'~'", "\"null\"", "nULL", "none"] {
        let found = in_control(&format!("    owner: {text}\npeople: [{{ id: jane }}]\n"));
        assert_eq!(found.len(), 1, "{text}");
        assert!(found[0].starts_with(&format!("7:12 [{text}] no person has the id ")), "{found:?}");
    }
}

#[test]
fn nesting_has_an_end() {
    for deep in ["[".repeat(200_000), "{a: ".repeat(100_000), "- ".repeat(100_000)] {
        let found = problems(&format!("organization: Acme\ncontrols: \n  {deep}"));
        assert!(found.iter().any(|line| line.contains("values are nested more than 64 deep")), "{:?}", found.first());
    }
}

#[test]
fn merge_keys_are_refused_with_advice() {
    let found = problems(
        "organization: Acme\ncontrols:\n  - &a { id: A, name: B, criteria: [], status: planned }\n  - { <<: *a, id: C, name: D, criteria: [], status: planned }\n",
    );
    assert_eq!(
        found,
        [
            "4:7 [<<] merge keys (`<<`) are not part of YAML 1.2 | write the keys out; an alias may still stand for a whole value"
        ]
    );
}

#[test]
fn all_in_one_run() {
    let text = "\
organization: Acme
scope: { report: type3 }
controls:
  - id: A
    name: B
    criteria: [CC6.1, CC99.1]
    ownr: jane
    status: implmented
    since: 2025-13-15
  - id: A
    name: ''
    criteria: []
    status: planned
";
    let found = problems(text);
    let places: Vec<&str> = found.iter().map(|line| line.split(' ').next().expect("a place")).collect();
    assert_eq!(places, ["2:18", "6:23", "7:5", "8:13", "9:12", "10:9", "11:11"], "{found:#?}");
}

#[test]
fn a_syntax_error_does_not_hide_what_came_before_it() {
    let found = problems(
        "organization: Acme\ncontrols:\n  - id: A\n    nam: B\n    criteria: []\n    status: planned\n  - id: \"B\n",
    );
    assert!(found.iter().any(|line| line.contains("did you mean `name`?")), "{found:?}");
    assert!(found.iter().any(|line| line.contains("a quoted text is never closed")), "{found:?}");
}
