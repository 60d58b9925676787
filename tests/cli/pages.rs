//! Pages about the catalog, the rules and one's own inventory; schemas, completions and manual pages.

use crate::sentence::Folder;

const INVENTORY: &str = "\
organization: Acme Inc.
people: [{ id: jane, name: Jane Roe }]
controls:
  - { id: AC-1, name: Access review, criteria: [CC6.1, CC6.3/periodic-review], owner: jane, status: planned }
";

fn folder() -> Folder {
    Folder::with(&[("in.yaml", INVENTORY)])
}

const KNOWN: &str = "known are 47 rules, 61 criteria, 330 points of focus and 67 terms";
const LISTED: &str = "`gapcheck explain` lists the rules";

#[test]
fn each_kind_of_thing_is_explained() {
    let folder = folder();
    for (thing, title) in [
        ("evidence-stale", "evidence-stale"),
        ("CC6.1", "CC6.1"),
        ("cc 6.1", "CC6.1"),
        ("CC6.3/periodic-review", "CC6.3/periodic-review"),
        ("CC6", "CC6"),
        ("observation period", "observation period"),
    ] {
        let said = folder.run(&["explain", thing]).ends(0);
        let first = said.out.lines().next().unwrap_or_default().to_lowercase();
        assert!(first.contains(&title.to_lowercase()), "{thing}: {first}");
        assert_eq!(said.err, "");
        let markdown = folder.run(&["explain", thing, "-f", "markdown"]).ends(0).out;
        assert!(markdown.starts_with("# "), "{thing}: {markdown}");
        let json = folder.run(&["explain", thing, "-f", "json"]).ends(0).out;
        serde_json::from_str::<serde_json::Value>(&json).unwrap_or_else(|error| panic!("{thing}: {error}"));
    }
    for thing in ["AC-1", "AC-1:control-not-in-place", "1"] {
        let said = folder.run(&["explain", thing, "-i", "in.yaml", "--as-of", "2026-11-22"]).ends(0);
        assert!(said.out.lines().count() > 5, "{thing}: {}", said.out);
    }
    let list = folder.run(&["explain"]).ends(0).out;
    assert!(list.contains("criterion-without-control") && list.contains("task-without-owner"), "{list}");
}

#[test]
fn who_asks_for_something_unknown_is_told_what_there_is() {
    let folder = folder();
    folder.run(&["explain", "zzz"]).refuses(&format!(
        "nothing is called `zzz`\nhelp: {KNOWN}, and with `-i INVENTORY` its controls and gaps; {LISTED}"
    ));
    folder.run(&["explain", "evidence-stal"]).refuses(&format!(
        "nothing is called `evidence-stal`\nhelp: did you mean `evidence-stale`?\nhelp: {KNOWN}, and with `-i INVENTORY` its controls and gaps; {LISTED}"
    ));
    folder.run(&["explain", "CC8.2"]).refuses(
        "`CC8.2` is not one of the 61 criteria\nhelp: `CC8.2` is numbering from before 2017; change management is `CC8.1`",
    );
    folder.run(&["explain", "CC6.3/zzz"]).refuses(
        "`CC6.3` has no point of focus `zzz`\nhelp: its points are `owner-approval`, `permission-withdrawal`, `role-design` and `periodic-review`",
    );
    folder.run(&["explain", "1"]).refuses(
        "`1` names a gap, and gaps are in an inventory\nhelp: name the inventory: `gapcheck explain 1 -i inventory.yaml`",
    );
    folder.run(&["explain", "AC-2", "-i", "in.yaml"]).ends(2);
    let said = folder.run(&["explain", "999", "-i", "in.yaml", "--as-of", "2026-11-22"]).ends(2);
    assert!(
        said.err.starts_with("error: no gap has the number 999\nhelp: gaps are numbered from 1 to "),
        "{}",
        said.err
    );
    folder.run(&["explain", "a\u{1b}[2J"]).refuses(&format!(
        "nothing is called `a\\u{{1b}}[2J`\nhelp: {KNOWN}, and with `-i INVENTORY` its controls and gaps; {LISTED}"
    ));
    folder.run(&["explain", "AC-1", "-i", "elsewhere.yml"]).refuses("cannot open elsewhere.yml: there is no such file");
    folder.put("bad.yaml", b"organization: Acme\n");
    let said = folder.run(&["explain", "AC-1", "-i", "bad.yaml"]).ends(2);
    assert!(said.err.starts_with("error: an inventory needs `controls`\n --> bad.yaml:1:1\n"), "{}", said.err);
}

#[test]
fn criteria_that_do_not_exist_are_refused() {
    let folder = folder();
    folder
        .run(&["criteria", "zz"])
        .refuses("no criterion, series or category has the id `zz`; `gapcheck criteria` lists them all");
    folder
        .run(&["criteria", "CC6.1", "CC99"])
        .refuses("no criterion, series or category has the id `CC99`; did you mean `CC9`?");
    for format in ["terminal", "json", "yaml", "csv"] {
        folder.run(&["criteria", "CC3.9", "-f", format]).ends(2);
        folder.run(&["criteria", "CC3", "-f", format]).ends(0);
    }
    let said = folder.run(&["criteria", "-f", "markdown"]).ends(2);
    assert!(said.err.contains("[possible values: terminal, json, yaml, csv]"), "{}", said.err);
}

#[test]
fn the_matrix_is_printed_whole_or_narrowed() {
    let folder = folder();
    let matrix =
        |arguments: &[&str]| folder.run(&[&["matrix", "in.yaml", "--as-of", "2026-11-22"], arguments].concat());
    let whole = matrix(&[]).ends(0);
    let counted = "33 criteria, 2 pairs of a criterion and a control that names it\n";
    assert!(whole.out.starts_with("Control matrix: Acme Inc.\n") && whole.out.contains(counted), "{}", whole.out);
    assert!(!whole.out.contains('\u{1b}'), "a pipe gets no colours");
    matrix(&["--criterion", "cc 6.3", "-f", "csv"]).ends(0).prints(
        "\"series\",\"criterion\",\"criterion_title\",\"criterion_design\",\"criterion_operation\",\"control\",\
         \"control_name\",\"status\",\"owner\",\"frequency\",\"execution\",\"approved_document\",\"evidence_in_date\",\
         \"evidence_total\",\"evidence_newest\",\"evidence_files\",\"occurrences_evidenced\",\"occurrences_missed\",\
         \"occurrences_not_yet_due\",\"occurrences_no_occurrence\",\"design_test_result\",\"design_test_date\",\
         \"design_test_by\",\"operation_tests\",\"operation_test_result\",\"operation_test_date\",\"operation_test_by\",\
         \"operation_test_sample\",\"operation_test_population\",\"operation_test_method\",\"exceptions\",\
         \"exceptions_unresolved\",\"control_design\",\"control_operation\",\"control_gaps\",\"criterion_gaps\"\r\n\
         \"CC6\",\"CC6.3\",\"Role-based access and least privilege\",\"gap\",\"\",\"AC-1\",\"Access review\",\"planned\",\
         \"Jane Roe\",\"\",\"\",\"no\",\"0\",\"0\",\"\",\"\",\"\",\"\",\"\",\"\",\"none\",\"\",\"\",\"\",\"\",\"\",\"\",\
         \"\",\"\",\"\",\"\",\"\",\"gap\",\"\",\"AC-1:control-not-in-place\",\"\"\r\n",
    );
    assert!(
        matrix(&["--criterion", "CC6", "-f", "markdown"])
            .ends(0)
            .out
            .contains("\n## CC6 (Logical and physical access)\n")
    );
    matrix(&["--criterion", "CC66"]).refuses("no criterion, series or category has the id `CC66`; did you mean `CC6`?");
    matrix(&["--criterion", "A1.2"]).refuses("nothing is left in scope: none of these criteria belongs to security");
    matrix(&["--category", "privacy"]).refuses("nothing is left in scope: the inventory selects security, not privacy");
    let said = matrix(&["-f", "json"]).ends(2);
    assert!(said.err.contains("[possible values: terminal, markdown, csv]"), "{}", said.err);
}

#[test]
fn the_schemas_are_schemas_and_the_inventory_meets_its_own() {
    let folder = folder();
    let schema = |arguments: &[&str]| -> serde_json::Value {
        let said = folder.run(&[&["schema"], arguments].concat()).ends(0);
        assert!(said.out.ends_with("}\n"), "{arguments:?}");
        serde_json::from_str(&said.out).expect("JSON")
    };
    let inventory: serde_json::Value = serde_yaml::from_str(INVENTORY).expect("YAML");
    for arguments in [&[][..], &["inventory"], &["inventory", "--part"], &["result"]] {
        let schema = schema(arguments);
        assert!(jsonschema::meta::is_valid(&schema), "{arguments:?}");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        assert_eq!(validator.is_valid(&inventory), arguments != ["result"], "{arguments:?}");
        let part = serde_json::json!({ "people": [{ "id": "jane" }] });
        assert_eq!(validator.is_valid(&part), arguments.contains(&"--part"), "{arguments:?}");
    }
    let result = folder.assess(&["in.yaml", "-f", "json"]).ends(0).out;
    let result = serde_json::from_str(&result).expect("JSON");
    assert!(jsonschema::validator_for(&schema(&["result"])).expect("a schema").is_valid(&result));
}

#[test]
fn every_shell_is_served() {
    let folder = folder();
    for (shell, holds) in [
        ("bash", "complete -F _gapcheck"),
        ("zsh", "#compdef gapcheck"),
        ("fish", "complete -c gapcheck"),
        ("elvish", "set edit:completion:arg-completer[gapcheck]"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName 'gapcheck'"),
    ] {
        let said = folder.run(&["completions", shell]).ends(0);
        assert!(said.out.contains(holds), "{shell}");
        assert!(said.out.contains("fail-on"), "{shell}");
    }
}

/// Every command there is, in the order in which they are told.
const COMMANDS: [&str; 21] = [
    "init",
    "import",
    "map",
    "assess",
    "check",
    "plan",
    "checklist",
    "description",
    "diff",
    "evidence",
    "sample",
    "explain",
    "matrix",
    "trend",
    "portfolio",
    "criteria",
    "crosswalk",
    "enterprise",
    "schema",
    "completions",
    "man",
];

#[test]
fn every_command_has_a_manual_page() {
    let folder = folder();
    let version = env!("CARGO_PKG_VERSION");
    let page = |arguments: &[&str]| folder.run(&[&["man"], arguments].concat()).ends(0).out;
    // Two lines before the title make quotes come out right.
    let title =
        |page: &str| page.lines().find(|line| !line.starts_with(".ie") && !line.starts_with(".el")).map(str::to_owned);
    assert_eq!(title(&page(&[])), Some(format!(".TH gapcheck 1  \"gapcheck {version}\" ")));
    for command in COMMANDS {
        let page = page(&[command]);
        assert_eq!(title(&page), Some(format!(".TH gapcheck-{command} 1  \"gapcheck {version}\" ")));
        assert!(page.contains(".SH SYNOPSIS"), "{command}");
    }
    let page = page(&["evidence", "lock"]);
    assert_eq!(title(&page), Some(format!(".TH gapcheck-evidence-lock 1  \"gapcheck {version}\" ")));
    folder
        .run(&["man", "plan-b"])
        .refuses(&format!("there is no command `plan-b`; the commands are {} and help", COMMANDS.join(", ")));
    folder
        .run(&["man", "evidence", "burn"])
        .refuses("there is no command `evidence burn`; the commands are due, lock, verify, pack and help");
    folder.run(&["man", "check", "twice"]).refuses("there is no command `check twice`; it has none of its own");
}

#[test]
fn a_licensee_sees_the_official_wording_and_its_faults() {
    let folder = folder();
    folder.put(
        "text.yaml",
        "CC6.1: The official words ‹1›.\nCC6.3/periodic-review: The official words ‹2›.\n".as_bytes(),
    );
    let with = |arguments: &[&str]| folder.run(&[arguments, &["--criteria-text", "text.yaml"]].concat());
    for arguments in [&["criteria", "CC6.1"][..], &["criteria", "-f", "json"], &["explain", "CC6.1"]] {
        assert!(with(arguments).ends(0).out.contains("The official words ‹1›."), "{arguments:?}");
    }
    assert!(with(&["explain", "CC6.3/periodic-review"]).ends(0).out.contains("The official words ‹2›."));
    // A result says that it was made with other words: the digest of its catalog is another.
    let digest = |said: crate::sentence::Said| {
        serde_json::from_str::<serde_json::Value>(&said.ends(0).out).expect("JSON")["catalog"]["digest"].clone()
    };
    let assess = ["assess", "in.yaml", "-f", "json", "--as-of", "2026-11-22"];
    assert_ne!(digest(with(&assess)), digest(folder.run(&assess)));

    folder.put("text.yaml", b"CC6.1: [a, list]\nCC8.2: Old.\nCC6.3/nothing: x\nCC1.1: Good.\n");
    let said = with(&["assess", "in.yaml"]).ends(2);
    assert_eq!(said.out, "");
    for told in [
        "error: expected a text for `CC6.1`, found a list\n --> text.yaml:1:1\n",
        "error: `CC8.2` is neither a criterion nor a point of focus\n --> text.yaml:2:1\n",
        "error: `CC6.3/nothing` is neither a criterion nor a point of focus\n --> text.yaml:3:1\n",
        "\ngapcheck: 3 problems in 1 file; nothing was assessed\n",
    ] {
        assert!(said.err.contains(told), "{told}\nin\n{}", said.err);
    }
    folder.put("text.yaml", b"");
    let said = with(&["criteria"]).ends(2);
    assert!(
        said.err.contains("help: write a line such as `CC6.1: …` for each text you are licensed to show"),
        "{}",
        said.err
    );
    folder.put("text.yaml", b"- CC6.1\n");
    let said = with(&["criteria"]).ends(2);
    assert!(
        said.err.contains("error: official wording is a mapping from ids such as `CC6.1` to texts"),
        "{}",
        said.err
    );
    folder
        .run(&["criteria", "--criteria-text", "txt.yaml"])
        .refuses("cannot open txt.yaml: there is no such file; did you mean text.yaml?");
}
