//! The reports: whole messages, one truth in every format, and JSON as its schema says.

use gapcheck::report::enterprise::options::Options;
use gapcheck::report::enterprise::{ENTERPRISE_FORMATS, SCHEMA};
use serde_json::Value;

use crate::{BASE, answered, example, text};

#[test]
fn the_terminal_says_what_is_there_and_what_to_do() {
    let options = Options { themes: vec!["encryption".to_owned()], ..Options::default() };
    let said = answered(BASE, |enterprise| text(enterprise, "terminal", &options, 100));
    let expected = "\
Acorn Ltd · Acorn Cloud
What buyers ask before they sign · SOC 2 Type I, as of 2026-11-22, on security and availability
as of 2026-11-22

Of 19 documents that buyers ask for: 5 in date and 14 missing.
Of 98 questions: 8 supported, 84 not supported by anything on file and 6 not in scope.
Only questions of the theme Encryption are listed; the counts are of all.

Documents
  in date       SOC 2 report
                SOC 2 Type I report of 2026-05-31, by Tarn LLP, issued on 2026-06-30, unqualified
                opinion.
                until 2027-05-31 · https://trust.example/soc2 · in.yaml:30
                Ada Lund: Buyers ask for a bridge letter: nothing speaks of the time after
                2026-05-31.
  in date       Penetration test
                Penetration test of 2026-03-02, by Redfold, findings open: 0.
                until 2027-03-02 · Ada Lund · https://trust.example/test · in.yaml:31
  in date       Data processing agreement
                TERMS Terms on personal data, approved on 2026-02-01 by Ben Okoro.
                until 2027-02-01 · https://wiki.example/dpa · in.yaml:9
  not asked     Business associate agreement
                Nothing in the inventory says that health data is handled.
  in date       Sub-processor list
                Drawn from 1 vendor: 1 organisation handles customers' data.
                Ben Okoro · in.yaml:21
  in date       Information security policy
                POL Information security policy, approved on 2026-02-01 by Ben Okoro; taken for it
                by its title.
                until 2027-02-01 · Ada Lund · https://wiki.example/is · in.yaml:8
  missing       Access control policy
                Nothing on file.
                Ada Lund: Write down who may reach what and who decides, and list it with the
                subject `access-control`.
";
    assert!(said.starts_with(expected), "{said}");
    let expected = "
Sub-processors
  host Hosting Ltd
    Runs our servers (Ireland) · personal · DPA signed
    SOC 2 Type II report of 2025-10-01 to 2026-09-30: in date

Encryption
   25  unsupported   Is it laid down what is encrypted and how keys are kept?
                     Not supported by anything on file.
                     Write down what is encrypted and how keys are kept, alone or in another policy,
                     and list it with the subject `encryption`.
   26  unsupported   Is customers' data encrypted where it is stored?
                     Not supported by anything on file.
                     Ada Lund: Ask whether it is done. If it is, write a control that names CC6.1 or
                     C1.1 and says so.
";
    assert!(said.contains(expected), "{said}");
}

#[test]
fn what_a_control_says_and_what_it_cannot_show_stand_together() {
    let answers = |yaml: &str| {
        answered(yaml, |enterprise| {
            let options = Options { themes: vec!["access".to_owned()], ..Options::default() };
            let json: Value = serde_json::from_str(&text(enterprise, "json", &options, 100)).unwrap();
            json["questions"][1].clone()
        })
    };
    let words = "“Everybody signs in to production through the identity provider with a second factor; the setting is exported \
                 each month.” (AC-1)";
    let supported = answers(BASE);
    assert_eq!(supported["answer"], words);
    assert_eq!(supported["ask"], Value::Null);
    assert_eq!(
        supported["evidence"],
        serde_json::json!([
            { "of": "AC-1", "what": "Settings of November", "date": "2026-11-10" },
            { "of": "AC-1", "what": "test of design", "date": "2026-10-01" },
        ])
    );
    let claimed = answers(&BASE.replace("collected: 2026-11-10", "collected: 2025-11-10"));
    assert_eq!(claimed["answer"], format!("{words} Nothing in date is on file to show it."));
    assert_eq!(claimed["ask"], "Ask for something in date that shows `AC-1` at work.");
    assert_eq!(claimed["gaps"], serde_json::json!(["AC-1:evidence-stale"]));
    assert_eq!(claimed["owner_name"], "Ada Lund");
    let planned = answers(&BASE.replace("status: implemented", "status: planned"));
    assert_eq!(planned["answer"], format!("Planned, and not in place: {words}"));
    assert_eq!(planned["ask"], "Ask by when `AC-1` is in place.");
    let untested =
        answers(&BASE.replace("tests: [{ of: design, date: 2026-10-01, by: ben, conclusion: effective }]", ""));
    assert_eq!((&untested["state"], &untested["answer"]), (&"evidenced".into(), &words.into()));
    assert!(untested["ask"].as_str().unwrap().contains("AC-1"), "{untested}");
    let deficient = answers(&BASE.replace("conclusion: effective", "conclusion: deficient"));
    assert_eq!(deficient["answer"], "Not supported by anything on file.");
    assert_eq!(deficient["ask"], "Mend the design of `AC-1`: a test found it deficient.");
}

#[test]
fn json_is_as_its_schema_says_and_the_formats_agree() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for for_buyers in [false, true] {
        for name in ["acme", "startup", "nearly-finished", "ci-gate"] {
            example(name, |enterprise| {
                let options = Options { for_buyers, fail_on: None, ..Options::default() };
                let json: Value = serde_json::from_str(&text(enterprise, "json", &options, 100)).unwrap();
                let faults: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
                assert_eq!(faults, Vec::<String>::new(), "{name}");
                let csv = text(enterprise, "csv", &options, 100);
                let rows: Vec<csv::StringRecord> =
                    csv::Reader::from_reader(csv.as_bytes()).records().map(Result::unwrap).collect();
                let questions = json["questions"].as_array().unwrap();
                assert_eq!((rows.len(), questions.len()), (98, 98), "{name}");
                for (row, question) in rows.iter().zip(questions) {
                    assert_eq!(row[1], *question["id"].as_str().unwrap());
                    let state =
                        question["state"].as_str().map_or("by hand".to_owned(), |state| state.replace('_', " "));
                    assert_eq!(row[4], *state, "{}", &row[1]);
                    assert_eq!(row[5].trim_start_matches('\''), question["answer"].as_str().unwrap());
                }
                let html = text(enterprise, "html", &options, 100);
                let markdown = text(enterprise, "markdown", &options, 100);
                let supported = questions.iter().filter(|question| question["state"] == "supported").count();
                assert_eq!(html.matches(">supported</span>").count(), supported, "{name}");
                let word = if for_buyers { "To be answered by hand. |" } else { "| supported |" };
                let expected = if for_buyers {
                    let documents = json["documents"].as_array().unwrap().iter();
                    98 - supported + documents.filter(|document| document["state"].is_null()).count()
                } else {
                    supported
                };
                assert_eq!(markdown.matches(word).count(), expected, "{name}");
                let summary = &json["summary"]["questions"]["supported"];
                assert_eq!(summary.as_u64().unwrap_or(0), if for_buyers { 0 } else { supported as u64 });
            });
        }
    }
}

#[test]
fn every_width_is_kept_and_the_order_of_a_file_changes_nothing() {
    example("acme", |enterprise| {
        for width in [40, 60, 80, 100, 150, 200] {
            let said = text(enterprise, "terminal", &Options::default(), width);
            let longest = said.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(longest <= width, "{longest} at {width}");
        }
    });
    let turned = BASE.replace(
        "  - { id: ada, name: Ada Lund, areas: [access, security] }\n  - { id: ben, name: Ben Okoro, areas: [vendor] }\n",
        "  - { id: ben, name: Ben Okoro, areas: [vendor] }\n  - { id: ada, name: Ada Lund, areas: [access, security] }\n",
    );
    let lines: Vec<&str> = BASE.lines().collect();
    let (report, test) = (lines[lines.len() - 2], lines[lines.len() - 1]);
    let turned = turned.replace(&format!("{report}\n{test}"), &format!("{test}\n{report}"));
    assert_ne!(turned, BASE);
    for format in ENTERPRISE_FORMATS {
        let said = |yaml: &str| answered(yaml, |enterprise| text(enterprise, format.name, &Options::default(), 100));
        // Only the line of each is another.
        let plain = |said: String| said.replace("in.yaml:30", "in.yaml:31").replace("\"line\": 30", "\"line\": 31");
        assert_eq!(plain(said(BASE)), plain(said(&turned)), "{}", format.name);
    }
}
