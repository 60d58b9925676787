//! From files to controls: ids, names, joins, repeats, evidence, and what is left out.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use gapcheck::import::file::{File, decode};
use gapcheck::load::catalog::bundled;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::import::{Field, Import, ImportedControl};
use gapcheck::model::words::{ControlKind, Frequency, Status};
use gapcheck::source::problem::Problems;
use proptest::prelude::*;

fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| bundled().expect("the catalog reads"))
}

fn run(files: &[(&str, &str)], asked: &[(&str, Field)]) -> (Import, Problems) {
    let texts: Vec<_> = files.iter().map(|(_, text)| decode(text.as_bytes())).collect();
    let files: Vec<File<'_>> = (0u32..)
        .zip(files)
        .zip(&texts)
        .map(|((number, (name, text)), decoded)| {
            let decoded = decoded.as_ref().map(|(text, encoding)| (text.as_str(), *encoding));
            File::new(number, name, text.as_bytes(), decoded)
        })
        .collect();
    let asked = asked.iter().map(|(header, field)| ((*header).to_owned(), *field)).collect();
    let mut problems = Problems::default();
    let import = gapcheck::import::import(&files, &asked, catalog(), &mut problems);
    (import, problems)
}

#[track_caller]
fn imported(files: &[(&str, &str)]) -> Import {
    let (import, problems) = run(files, &[]);
    assert!(problems.is_empty(), "{problems:?}");
    import
}

fn told(problems: &Problems) -> Vec<String> {
    problems
        .sorted()
        .into_iter()
        .map(|problem| format!("{}; {}", problem.message, problem.help.clone().unwrap_or_default()))
        .collect()
}

/// What was left out, a line each: where, what, why.
fn left_out(import: &Import) -> Vec<String> {
    import.left_out.iter().map(|left| format!("{}: {}: {}", left.origin.at, left.what, left.why)).collect()
}

/// Id, name and criteria of each control.
fn short(import: &Import) -> Vec<String> {
    import.controls.iter().map(|c| format!("{} | {} | {}", c.id, c.name, c.criteria.join(" "))).collect()
}

#[test]
fn a_whole_row_becomes_a_whole_control() {
    let import = imported(&[(
        "c.csv",
        "Control ID,Control Name,Description,TSC,Owner,Status,Frequency,Type,Implemented on,Key Evidence,Evidence Link\n\
         AC 02,Access review,\"Each quarter.\nBy the lead.\",\"CC6.2, CC6.3\",Jane,✓ Implemented,at least quarterly,Administrative,5 Jan 2026,User list + approvals,https://example.com/q1\n",
    )]);
    let control = &import.controls[0];
    assert_eq!(control.id, "AC-02");
    assert_eq!(control.name, "Access review");
    assert_eq!(control.description.as_deref(), Some("Each quarter.\nBy the lead."));
    assert_eq!(control.criteria, ["CC6.2", "CC6.3"]);
    assert_eq!(control.owner.as_deref(), Some("Jane"));
    assert_eq!(control.status, Some(Status::Implemented));
    assert_eq!(control.frequency, Some(Frequency::Quarterly));
    assert_eq!(control.kind, Some(ControlKind::Procedure));
    assert_eq!(control.since.map(|day| day.to_string()).as_deref(), Some("2026-01-05"));
    assert_eq!(control.evidence_wanted, ["User list", "approvals"]);
    assert_eq!(control.evidence.len(), 1);
    assert_eq!(control.evidence[0].url.as_deref(), Some("https://example.com/q1"));
    assert_eq!(control.evidence[0].title, "example.com/q1");
    assert!(control.tests.is_empty());
    assert_eq!((control.origins[0].file.as_str(), control.origins[0].at.as_str()), ("c.csv", "row 2"));
    let table = &import.understood[0];
    assert_eq!((table.rows, table.controls, table.links), (1, 1, 2));
}

#[test]
fn nothing_is_guessed_that_a_cell_does_not_say() {
    let import = imported(&[(
        "c.csv",
        "ID,Name,Status,Frequency,Type,In place since\n\
         A-1,one,Strong,Weekly backup; Quarterly restore test,Policy,2026-01-01\n\
         A-2,two,Strong,daily,Policy,03/04/2026\n\
         A-3,three,N/A,,Preventive,2026-01-01\n\
         A-4,four,implemented,,,\n",
    )]);
    let statuses: Vec<_> = import.controls.iter().map(|control| control.status).collect();
    assert_eq!(statuses, [None, None, None, Some(Status::Implemented)]);
    assert_eq!(import.controls[0].frequency, None);
    assert_eq!(import.controls[1].since, None);
    assert_eq!(import.controls[2].kind, None);
    assert_eq!(
        left_out(&import),
        [
            "row 2: the status `Strong`: it is no status that gapcheck knows; the control is kept without one; 2 rows say it",
            "row 2: the frequency `Weekly backup; Quarterly restore test`: it is not one frequency that gapcheck knows; the control is kept without one",
            "row 3: the day `03/04/2026`: day and month cannot be told apart; write it as year-month-day",
            "row 4: the status `N/A`: that a criterion does not apply, a person decides, with a reason; the control is kept without a status",
            "row 4: the kind `Preventive`: it is no kind that gapcheck knows; the control is kept without one",
        ]
    );
}

#[test]
fn ids_and_names_are_made_where_there_are_none() {
    let import = imported(&[(
        "c.csv",
        "Control name,Description,TSC\nQuarterly Access Review!,,CC6.2\n,Backups run each night. They are tested.,A1.2\n,,CC7.1\n",
    )]);
    assert_eq!(
        short(&import),
        [
            "quarterly-access-review | Quarterly Access Review! | CC6.2",
            "A1.2 | Backups run each night | A1.2",
            "CC7.1 | CC7.1 | CC7.1"
        ]
    );
}

#[test]
fn the_same_control_is_one_and_another_name_is_another_control() {
    let import = imported(&[
        ("a.csv", "ID,Name,TSC,Owner,Status\nA-1,Reviews,CC6.1,Jane,Implemented\nA-1,reviews,CC6.2,Jane,Planned\n"),
        ("b.csv", "ID,Name,TSC,Owner\nA-1,Reviews,CC6.1,Sam\nA-1,Backups,A1.2,Jane\n"),
    ]);
    assert_eq!(short(&import), ["A-1 | Reviews | CC6.1 CC6.2", "A-1-2 | Backups | A1.2"]);
    let reviews = &import.controls[0];
    assert_eq!(reviews.status, Some(Status::Planned), "of two statuses the one that flatters less");
    assert_eq!(reviews.owner.as_deref(), Some("Jane"));
    let origins: Vec<_> = reviews.origins.iter().map(|origin| format!("{} {}", origin.file, origin.at)).collect();
    assert_eq!(origins, ["a.csv row 2", "a.csv row 3", "b.csv row 2"]);
    assert_eq!(
        left_out(&import),
        [
            "row 3: the status `implemented` of `A-1`: another row of the same control says `planned`, which was taken",
            "row 2: the owner `Sam` of `A-1`: another row of the same control says `Jane`, which was taken",
            "row 3: the id `A-1` for `Backups`: a control of another name has it; this one is `A-1-2`",
        ]
    );
    let counts: Vec<_> = import.understood.iter().map(|table| (table.rows, table.controls, table.links)).collect();
    assert_eq!(counts, [(2, 1, 2), (2, 2, 2)]);
}

#[test]
fn one_record_a_link_is_one_control_a_subject() {
    let import = imported(&[(
        "links.json",
        r#"{"meta": {"links": 3}, "links": [
            {"control": "AC-1", "requirement": "CC6.1", "relationship": "partial"},
            {"control": "AC-1", "requirement": "CC6.2", "relationship": "related"},
            {"control": "AC-2", "requirement": "CC6.1", "relationship": "partial"}]}"#,
    )]);
    assert_eq!(short(&import), ["AC-1 | AC-1 | CC6.1 CC6.2", "AC-2 | AC-2 | CC6.1"]);
    assert!(
        import.controls.iter().all(|control| control.status.is_none()),
        "a link that is partial is no control in progress"
    );
}

#[test]
fn two_tables_are_joined_by_their_names() {
    let controls = "Title,Description\nAccess review,Each quarter\nBackups,Each night\n";
    let mapping =
        "Control Title,SOC 2,ISO 27001\nAccess Review,\"CC6.2, CC6.3\",A.9.2\nBackups,—,A.8.13\nRisk plan,CC3.1,6.1\n";
    let import = imported(&[("controls.csv", controls), ("mapping.csv", mapping)]);
    assert_eq!(short(&import), ["access-review | Access review | CC6.2 CC6.3", "backups | Backups | "]);
    assert_eq!(left_out(&import), ["row 4: `Risk plan`: no control of `controls.csv` has this name"]);
    assert_eq!(import.understood[1].links, 2);
    // The order of the files makes no difference.
    let import = imported(&[("mapping.csv", mapping), ("controls.csv", controls)]);
    assert_eq!(short(&import), ["access-review | Access review | CC6.2 CC6.3", "backups | Backups | "]);
}

#[test]
fn evidence_is_wanted_unless_it_lies_somewhere() {
    let import = imported(&[(
        "c.csv",
        "ID,Name,Evidence,Evidence Required\n\
         A-1,a,\"evidence/q1.pdf; minutes of the board\",https://example.com/wanted\n\
         A-2,b,\"Code of conduct, training records, board minutes\",\n\
         A-3,c,\"All 23 accounts use roles, and none has keys. Checked in May, by Sam.\",\n\
         A-4,d,a list (of users + of roles) + approvals<br>2. tickets,\n",
    )]);
    let of = |at: usize| -> (Vec<String>, Vec<&str>) {
        let control = &import.controls[at];
        (control.evidence_wanted.clone(), control.evidence.iter().filter_map(|held| held.path.as_deref()).collect())
    };
    let wanted = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    assert_eq!(of(0), (wanted(&["minutes of the board", "https://example.com/wanted"]), vec!["evidence/q1.pdf"]));
    assert_eq!(of(1), (wanted(&["Code of conduct", "training records", "board minutes"]), vec![]));
    assert_eq!(of(2), (wanted(&["All 23 accounts use roles, and none has keys. Checked in May, by Sam"]), vec![]));
    assert_eq!(of(3), (wanted(&["a list (of users + of roles)", "approvals", "tickets"]), vec![]));
}

#[test]
fn lists_of_evidence_keep_their_titles() {
    let import = imported(&[(
        "c.yaml",
        "controls:\n  - id: A-1\n    name: Reviews\n    evidence:\n      - {title: Q1 review, path: evidence/q1.pdf}\n      - {title: Q2 review, path: evidence/q2.pdf}\n",
    )]);
    let held: Vec<_> =
        import.controls[0].evidence.iter().map(|held| (held.title.as_str(), held.path.as_deref())).collect();
    assert_eq!(held, [("Q1 review", Some("evidence/q1.pdf")), ("Q2 review", Some("evidence/q2.pdf"))]);
    assert!(import.controls[0].evidence_wanted.is_empty());
}

#[test]
fn ids_that_do_not_exist_keep_their_control() {
    let import = imported(&[("c.csv", "ID,Name,TSC\nA-1,a,CC8.1;CC8.2\nA-2,b,CC8.2\n")]);
    assert_eq!(short(&import), ["A-1 | a | CC8.1", "A-2 | b | "]);
    let origins: Vec<&str> = import.unknown["CC8.2"].iter().map(|origin| origin.at.as_str()).collect();
    assert_eq!(origins, ["row 2", "row 3"]);
}

#[test]
fn ranges_are_told_where_they_were_written_out() {
    let import = imported(&[("c.csv", "ID,Name,TSC\nA-1,a,CC1.1-CC1.3\nA-2,b,CC4\n")]);
    assert_eq!(short(&import), ["A-1 | a | CC1.1 CC1.2 CC1.3", "A-2 | b | CC4.1 CC4.2"]);
    assert_eq!(import.understood[0].columns[2].why, "by its name; written out: `CC1.1 to CC1.3` and `CC4`");
}

#[test]
fn rows_that_say_nothing_are_left_out_by_name() {
    let import = imported(&[("c.csv", "Name,TSC,Owner\nReviews,CC6.1,Jane\n,,Sam\n")]);
    assert_eq!(import.controls.len(), 1);
    assert_eq!(left_out(&import), ["row 3: the row of `Sam`: it has no name, no description and no criteria"]);
}

#[test]
fn a_table_that_fits_nothing_is_told() {
    let (import, problems) = run(&[("staff.csv", "Kollege,Zimmer\nJane,12\nSam,14\n")], &[]);
    assert!(import.controls.is_empty());
    assert_eq!(
        import.understood[0].unused.as_deref(),
        Some(
            "none of its columns is a name, a description or criteria: `Kollege` and `Zimmer`; `--map 'Kollege=name'` says \
             what one is"
        )
    );
    assert_eq!(
        told(&problems),
        [
            "nothing in `staff.csv` is understood as controls: none of its columns is a name, a description or criteria: \
          `Kollege` and `Zimmer`; `--map 'Kollege=name'` says what one is; the fields that `--map` knows are `id`, `name`, \
          `description`, `criteria`, `owner`, `status`, `frequency`, `kind`, `since`, `evidence-wanted`, `evidence` and \
          `ignore`"
        ]
    );
    let (import, problems) = run(&[("staff.csv", "Kollege,Zimmer\nJane,12\nSam,14\n")], &[("Kollege", Field::Name)]);
    assert!(problems.is_empty());
    assert_eq!(short(&import), ["jane | Jane | ", "sam | Sam | "]);
}

#[test]
fn a_page_beside_others_is_left_out_and_alone_it_is_a_problem() {
    let page = ("README.md", "# Policies\n\nThese are our policies.\n");
    let import = imported(&[page, ("c.csv", "ID,Name\nA-1,a\nA-2,b\n")]);
    assert_eq!(import.controls.len(), 2);
    assert_eq!(
        left_out(&import),
        ["the whole file: the file: nothing that holds controls or results of checks was found in it"]
    );
    let (_, problems) = run(&[page, ("empty.csv", " \n")], &[]);
    let told = told(&problems);
    assert!(told[0].starts_with("`README.md` was not read: nothing that holds controls or results of checks was found in it; gapcheck reads XLSX"), "{told:?}");
    assert!(told[1].starts_with("`empty.csv` was not read: it is empty"), "{told:?}");
}

#[test]
fn rows_of_other_frameworks_name_no_criteria() {
    let import = imported(&[(
        "c.csv",
        "Control ID,Control Name,Framework,Requirement\nA-1,a,SOC 2,CC6.1\nA-1,a,PCI DSS,A1.3\nA-1,a,SOC 2,A1.2\nA-2,b,ISO 27001,A.5.1\n",
    )]);
    assert_eq!(short(&import), ["A-1 | a | CC6.1 A1.2", "A-2 | b | "]);
    let import = imported(&[(
        "c.json",
        r#"[{"id": "X-1", "description": "One", "framework": "SOC2", "controlId": "A1.1"},
            {"id": "X-2", "description": "Two", "framework": "PCI", "controlId": "A1.1"},
            {"id": "X-3", "description": "Three", "frameworks": [
                {"framework": "SOC2", "controlId": "CC6.6"}, {"framework": "PCI", "controlId": "A1.2"}]}]"#,
    )]);
    assert_eq!(short(&import), ["X-1 | One | A1.1", "X-2 | Two | ", "X-3 | Three | CC6.6"]);
}

#[test]
fn lists_of_records_are_found_in_any_shape() {
    let keyed = "framework:\n  CC6:\n    title: Access\n    criteria:\n      CC6.1: {description: SSO, owner: ''}\n      CC6.2: {description: Joiners, owner: Jane}\n";
    let import = imported(&[("keyed.yaml", keyed)]);
    assert_eq!(short(&import), ["CC6.1 | SSO | CC6.1", "CC6.2 | Joiners | CC6.2"]);
    assert_eq!(import.controls[0].owner, None);
    assert_eq!(import.controls[0].origins[0].at, "framework.CC6.criteria.CC6.1");
    let one = "apiVersion: x/v1\nkind: Control\nmetadata:\n  id: SOC2-CC6.1\n  title: Second factor\nspec:\n  description: |\n    Two.\n  mappings: {iso: [A.5.1]}\n  evidence: [{id: users, type: list of users}]\n";
    let import = imported(&[("one.yaml", one)]);
    assert_eq!(short(&import), ["SOC2-CC6.1 | Second factor | CC6.1"]);
    assert_eq!(import.controls[0].evidence_wanted, ["list of users"]);
    let several = format!("{one}---\n{}", one.replace("CC6.1", "CC6.2").replace("Second factor", "Joiners"));
    let import = imported(&[("several.yaml", &several)]);
    assert_eq!(short(&import), ["SOC2-CC6.1 | Second factor | CC6.1", "SOC2-CC6.2 | Joiners | CC6.2"]);
    assert_eq!(import.understood[0].format, "YAML, 2 documents");
    let other = one.replace("kind: Control", "kind: EvidenceType");
    let import = imported(&[("one.yaml", one), ("other.yaml", &other)]);
    assert_eq!(import.controls.len(), 1);
    assert_eq!(left_out(&import), ["the whole file: an object of the kind `EvidenceType`: it is not a control"]);
    let groups = r#"{"name": "Program", "groups": [{"id": "G1", "name": "One", "controls": [{"id": "A-1", "title": "a"}]},
        {"id": "G2", "name": "Two", "controls": [{"id": "A-2", "title": "b"}]}], "people": [{"name": "Jane"}]}"#;
    let import = imported(&[("groups.json", groups)]);
    assert_eq!(short(&import), ["A-1 | a | ", "A-2 | b | "]);
    assert_eq!(left_out(&import), ["people: 1 record of `people`: the controls stand in another list of the file"]);
    let lines = "{\"id\": \"A-1\", \"name\": \"a\"}\n{\"id\": \"A-2\", \"name\": \"b\"}\n";
    let import = imported(&[("lines.jsonl", lines)]);
    assert_eq!(short(&import), ["A-1 | a | ", "A-2 | b | "]);
}

#[test]
fn faults_of_data_are_told_where_they_stand() {
    let (_, problems) = run(&[("bad.json", "{\"controls\": [\n  {\"id\": 'A-1'}\n]}")], &[]);
    let sorted = problems.sorted();
    assert_eq!(sorted.len(), 1);
    assert_eq!(sorted[0].message, "this is not JSON: expected value");
    assert_eq!(sorted[0].place.map(|place| place.start), Some(24));
    let (_, problems) = run(&[("bad.yaml", "scope:\n  - a\n- id: A-1\n  name: b\n")], &[]);
    assert_eq!(problems.sorted()[0].message, "the indentation fits nothing above it");
    let (_, problems) = run(
        &[("own.yaml", "organization: Acme\ncontrols:\n  - {id: A, name: a, criteria: [], status: planned}\n")],
        &[],
    );
    assert_eq!(
        told(&problems),
        [
            "`own.yaml` is an inventory of gapcheck already; `gapcheck assess` takes it as it is; to bring other files into \
          it, name it after `-o`"
        ]
    );
}

#[test]
fn a_list_of_the_criteria_is_no_list_of_controls_beside_one() {
    let standard = catalog().criteria.iter().map(|c| format!("{}:\n  name: {}\n", c.id, c.title.replace(':', " ")));
    let standard = standard.collect::<Vec<_>>().concat();
    let policies =
        "- {id: P-1, name: Access policy, criteria: [CC6.1]}\n- {id: P-2, name: Backup policy, criteria: [A1.2]}\n";
    let import = imported(&[("policies.yaml", policies), ("standard.yaml", &standard)]);
    assert_eq!(short(&import), ["P-1 | Access policy | CC6.1", "P-2 | Backup policy | A1.2"]);
    assert_eq!(
        import.understood[1].unused.as_deref(),
        Some("it lists the criteria themselves, and other tables say what is done for them")
    );
    assert_eq!(
        imported(&[("standard.yaml", &standard)]).controls.len(),
        61,
        "alone it may well be somebody's controls"
    );
}

fn is_sound(control: &ImportedControl) -> bool {
    let id = control.id.chars().all(|c| !c.is_whitespace() && c != ':') && !control.id.is_empty();
    id && control.id.chars().count() <= 130 && !control.name.trim().is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_table_makes_sound_controls(
        heads in proptest::collection::vec("(Control )?(ID|Name|TSC|Status|Owner|Evidence|Frequency|\\PC{0,8})", 1..6),
        cells in proptest::collection::vec(proptest::collection::vec("(CC[1-9]\\.[1-9]|Implemented|daily|\\PC{0,12})", 6), 0..8),
    ) {
        let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |cells: &[String]| cells.iter().map(quote).collect::<Vec<_>>().join(",");
        let mut text = line(&heads);
        for row in &cells {
            text.push('\n');
            text.push_str(&line(&row[..heads.len()]));
        }
        let (import, _) = run(&[("t.csv", &text)], &[]);
        let ids: std::collections::BTreeSet<&str> = import.controls.iter().map(|control| control.id.as_str()).collect();
        prop_assert_eq!(ids.len(), import.controls.len());
        prop_assert!(import.controls.iter().all(is_sound));
    }

    #[test]
    fn any_text_is_read_or_told(text in "(\\PC|\n|[{}\\[\\]:,\"#|*-]){0,120}") {
        for (name, text) in [("t.yaml", text.clone()), ("t.json", format!("{{\"a\": [{text}]}}")), ("t.csv", format!("{text},\n{text}"))] {
            let (import, problems) = run(&[(name, &text)], &[]);
            prop_assert!(!import.understood.is_empty() || !problems.is_empty());
        }
    }

    #[test]
    fn any_shape_of_json_is_read_or_told(value in any_json()) {
        let (import, problems) = run(&[("t.json", &value.to_string())], &[]);
        prop_assert!(!import.understood.is_empty() || !problems.is_empty());
        prop_assert!(import.controls.iter().all(is_sound));
    }
}

/// Values with the keys that are looked for, in any order.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i32>().prop_map(Into::into),
        "(CC6\\.1|pass|\\PC{0,6})".prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        let key = prop_oneof![
            Just("controls"),
            Just("id"),
            Just("name"),
            Just("CC6.1"),
            Just("framework"),
            Just("controlId"),
            Just("evidence"),
            Just("x")
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(serde_json::Value::Array),
            proptest::collection::btree_map(key.prop_map(str::to_owned), inner, 0..5).prop_map(
                |map: BTreeMap<String, serde_json::Value>| serde_json::Value::Object(map.into_iter().collect())
            ),
        ]
    })
}
