//! What the rules on missing controls, documents and scope say, in full.
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

use gapcheck::Request;
use gapcheck::load;
use gapcheck::model::date::Date;
use gapcheck::model::files::{FileState, Files};
use gapcheck::model::gap::Gap;

const HEALTHY: &str = include_str!("healthy.yaml");

/// The healthy inventory with changes to its text; each must find what it changes.
fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(HEALTHY.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the healthy inventory has no `{from}`");
        text.replacen(from, to, 1)
    })
}

/// Every gap of an inventory, told in full, by id.
fn told_with(text: &str, files: &Files) -> Vec<String> {
    let sources = load::inventory::single("inventory.yaml", text);
    let catalog = load::catalog::bundled().expect("the catalog");
    let as_of = Date::new(2026, 11, 22).expect("a day");
    let inventory = gapcheck::read(&sources, &catalog, as_of).unwrap_or_else(|problems| panic!("{problems:?}"));
    let result =
        gapcheck::assess(&sources, &inventory, &catalog, files, &Request { as_of, fail_on: None, baseline: None });
    let tell = |gap: &Gap| {
        let finding = &gap.finding;
        let criteria: Vec<String> = finding.criteria.iter().map(ToString::to_string).collect();
        let systems: Vec<&str> = finding.systems.iter().map(|at| inventory.systems[*at].id.as_str()).collect();
        let control = finding.control.map_or("-", |at| inventory.controls[at].id.as_str());
        let place = finding.place.map_or("-", |place| sources.text(place));
        let owner = finding.owner.as_deref().unwrap_or("-");
        let mut lines = vec![
            finding.id.to_string(),
            finding.title.clone(),
            finding.current_state.to_string(),
            finding.desired_state.to_string(),
            finding.recommendation.to_string(),
            format!("[{}] [{}] {control} {owner} at {place}", criteria.join(" "), systems.join(" ")),
        ];
        lines.extend(finding.circumstances.iter().map(|of| format!("{}: {:+}: {}", of.factor, of.points, of.because)));
        lines.join("\n")
    };
    let mut told: Vec<String> = result.gaps.iter().map(tell).collect();
    told.sort();
    told
}

fn told(text: &str) -> Vec<String> {
    told_with(text, &Files::default())
}

/// The one gap of an inventory that has this id.
fn gap(changes: &[(&str, &str)], id: &str) -> String {
    let all = told(&changed(changes));
    let found = all.iter().find(|gap| gap.lines().next() == Some(id));
    found.unwrap_or_else(|| panic!("no `{id}` in:\n{}", all.join("\n\n"))).clone()
}

/// The ids of all gaps.
fn ids(changes: &[(&str, &str)]) -> Vec<String> {
    told(&changed(changes)).iter().filter_map(|gap| gap.lines().next().map(str::to_owned)).collect()
}

const AC_01: &str = "id: AC-01\n    name: Single sign-on with a second factor";
const AC_02: &str = "id: AC-02\n    name: Quarterly user access review";

#[test]
fn a_control_in_progress_with_nothing_beside_it() {
    let retire = ("status: implemented", "status: retired");
    let begin = ("status: implemented", "status: in-progress");
    let broaden = (
        "criteria: [CC6.1, CC6.2, CC6.3]\n    kind: procedure",
        "criteria: [CC6.1, CC6.2, CC6.3, CC6.4]\n    kind: procedure",
    );
    assert_eq!(
        gap(&[retire, begin, broaden], "AC-02:control-not-in-place"),
        "AC-02:control-not-in-place\n\
         Quarterly user access review: only in progress, with nothing in place beside it\n\
         The control is in progress. No control in place addresses CC6.1, CC6.2 and CC6.3.\n\
         A control in place addresses CC6.1, CC6.2 and CC6.3, with evidence that shows it.\n\
         Put the control in place as described, set its status to `implemented` and its `since` to that day, and keep the \
         first evidence of it.\n\
         [CC6.1 CC6.2 CC6.3] [] AC-02 - at AC-02\n\
         work begun: -10: Putting the control in place has begun."
    );
}

#[test]
fn a_planned_control_has_no_circumstance() {
    let plan = ("status: implemented", "status: planned");
    let told = gap(&[plan, plan], "AC-02:control-not-in-place");
    assert!(told.ends_with("[CC6.1 CC6.2 CC6.3] [] AC-02 - at AC-02"), "{told}");
    assert!(
        told.contains("\nThe control is planned. No control in place addresses CC6.1, CC6.2 and CC6.3.\n"),
        "{told}"
    );
}

#[test]
fn a_system_no_control_covers() {
    let legacy = ("systems:\n", "systems:\n  - { id: legacy, name: Legacy }\n");
    let first = (AC_01, "id: AC-01\n    systems: [app]\n    name: Single sign-on with a second factor");
    let second = (AC_02, "id: AC-02\n    systems: [app, prod]\n    name: Quarterly user access review");
    assert_eq!(
        ids(&[legacy, first, second]),
        ["CC6.1:system-not-covered:legacy", "CC6.2:system-not-covered:legacy", "CC6.3:system-not-covered:legacy"]
    );
    assert_eq!(
        gap(&[legacy, first, second], "CC6.3:system-not-covered:legacy"),
        "CC6.3:system-not-covered:legacy\n\
         Role-based access and least privilege: Legacy is covered by no control in place\n\
         2 controls in place address CC6.3: AC-01 and AC-02. None of them covers Legacy.\n\
         A control in place that addresses CC6.3 covers Legacy.\n\
         Extend one of these controls to Legacy, or put one in place for it. If the report does not speak of Legacy, take \
         it out of the inventory.\n\
         [CC6.3] [legacy] - - at legacy"
    );
}

#[test]
fn a_deficient_control_covers_no_system() {
    let first = (AC_01, "id: AC-01\n    systems: [app]\n    name: Single sign-on with a second factor");
    let deficient = ("conclusion: effective }\n  - id: PH-01", "conclusion: deficient }\n  - id: PH-01");
    let told = gap(&[first, deficient], "CC6.1:system-not-covered:prod");
    assert!(told.contains("\n1 control in place addresses CC6.1: AC-01. It does not cover Production.\n"), "{told}");
}

#[test]
fn a_promise_says_what_is_missing_and_why() {
    let promise = (
        "  report: type1\n",
        "  report: type1\n  commitments: [{ id: SLA, text: 99.9 % uptime, criteria: [A1.2, A1.1, CC8.1, CC6.4, CC7.5] }]\n  \
         not_applicable: [{ criteria: [CC6.4], rationale: None., approved_by: cto }]\n",
    );
    // Nothing is in place for changes any more.
    let first = ("conclusion: effective }\n  - id: CHG-02", "conclusion: deficient }\n  - id: CHG-02");
    let second = ("conclusion: effective }\n  - id: RSK-01", "conclusion: deficient }\n  - id: RSK-01");
    let all = told(&changed(&[promise, first, second]));
    let told = all.iter().find(|gap| gap.starts_with("SLA:")).expect("a gap of the promise");
    assert_eq!(
        told,
        "SLA:commitment-uncovered\n\
         99.9 % uptime: the promise is not covered\n\
         No control in place addresses CC8.1. The selected categories leave out A1.1 and A1.2. The scope excludes CC6.4.\n\
         Every criterion the promise rests on is part of the report and addressed by a control in place, with evidence \
         that shows it.\n\
         Put a control in place for CC8.1. Select the categories of A1.1 and A1.2. Bring back into scope CC6.4. Or change \
         the promise.\n\
         [CC8.1] [] - - at SLA"
    );
}

#[test]
fn a_promise_without_criteria_weighs_less() {
    let promise = ("  report: type1\n", "  report: type1\n  commitments: [{ id: SLA }]\n");
    assert_eq!(
        gap(&[promise], "SLA:commitment-uncovered"),
        "SLA:commitment-uncovered\n\
         SLA: the promise names no criterion\n\
         The promise is listed without the criteria it rests on, so nobody can tell what stands behind it.\n\
         Every criterion the promise rests on is part of the report and addressed by a control in place, with evidence \
         that shows it.\n\
         Name the criteria the promise rests on under `criteria`.\n\
         [] [] - - at SLA\n\
         nothing named: -40: It may be covered; nobody said by what."
    );
}

#[test]
fn a_document_that_is_not_there() {
    let text = changed(&[("    url: https://wiki.example/pol-ac\n", "    path: policies/access.md\n")]);
    let whole = |title: &str, state: &str| {
        format!(
            "POL-AC:document-missing\n\
             Access control policy: {title}\n\
             {state}\n\
             The document can be opened where the inventory says.\n\
             Put the file where the inventory says, correct its `path`, or give the `url` under which it can be read. If it \
             was never written, write it and have it approved.\n\
             [CC6.1 CC6.2 CC6.3 CC6.4 CC6.5] [] - jane at policies/access.md"
        )
    };
    let with = |state: FileState| {
        let mut files = Files::default();
        files.insert(0, "policies/access.md", state);
        told_with(&text, &files)
    };
    assert_eq!(with(FileState::Found(None)), Vec::<String>::new());
    assert_eq!(
        with(FileState::Missing),
        [whole("its file is not there", "No file was found at `policies/access.md`.")]
    );
    assert_eq!(
        with(FileState::Outside),
        [whole(
            "its file lies out of reach",
            "`policies/access.md` lies outside the folder of the inventory, where nothing is looked up."
        )]
    );
    assert_eq!(
        with(FileState::Unreadable("permission denied".to_owned())),
        [whole("its file cannot be read", "The file at `policies/access.md` cannot be read: permission denied.")]
    );
    let mut files = Files::default();
    files.insert(0, "policies/access.md", FileState::Found(Some("0".repeat(64))));
    files.lock(0, "policies/access.md", &"0".repeat(64));
    assert_eq!(told_with(&text, &files), Vec::<String>::new());
    files.lock(0, "policies/access.md", &"1".repeat(64));
    assert_eq!(
        told_with(&text, &files),
        ["POL-AC:document-missing\n\
          Access control policy: altered since it was locked\n\
          The file at `policies/access.md` is not the one whose SHA-256 `gapcheck.lock` records.\n\
          The document can be opened where the inventory says.\n\
          Find out who changed the file and why. Bring the approved one back, or have the new one approved, correct its \
          `approved`, and record it with `gapcheck evidence lock --update PATH`.\n\
          [CC6.1 CC6.2 CC6.3 CC6.4 CC6.5] [] - jane at policies/access.md"]
    );
}

#[test]
fn a_document_without_path_and_address() {
    let told = gap(&[("    url: https://wiki.example/pol-ac\n", "")], "POL-AC:document-missing");
    let start = "POL-AC:document-missing\n\
                 Access control policy: nobody can tell where it lies\n\
                 The inventory gives neither a path nor a web address for the document.\n";
    assert!(told.starts_with(start), "{told}");
    assert!(told.ends_with("[CC6.1 CC6.2 CC6.3 CC6.4 CC6.5] [] - jane at POL-AC"), "{told}");
}

#[test]
fn a_document_touches_only_criteria_of_controls_in_place() {
    let plan = ("status: implemented", "status: planned");
    let address = ("    url: https://wiki.example/pol-ac\n", "");
    let told = gap(&[plan, plan, address], "POL-AC:document-missing");
    assert!(told.ends_with("[CC6.4 CC6.5] [] - jane at POL-AC"), "{told}");
}

#[test]
fn a_document_without_approval() {
    let by = "    approved_by: cto\n";
    let on = "    approved: 2026-02-01\n    reviewed: 2026-02-01\n";
    let reviewed = "    reviewed: 2026-02-01\n";
    let ahead = "    approved: 2026-12-01\n";
    let state = |changes: &[(&str, &str)]| {
        let told = gap(changes, "POL-AC:document-unapproved");
        told.lines().nth(2).unwrap_or_default().to_owned()
    };
    assert_eq!(
        gap(&[(by, ""), (on, reviewed)], "POL-AC:document-unapproved"),
        "POL-AC:document-unapproved\n\
         Access control policy: it is not approved\n\
         Neither an approver nor a date of approval is recorded.\n\
         The document is approved by whoever answers for its subject, and name and date are on record.\n\
         Have the document approved by whoever answers for its subject, and record `approved_by` and `approved` in the \
         inventory and in the document itself.\n\
         [CC6.1 CC6.2 CC6.3 CC6.4 CC6.5] [] - jane at POL-AC"
    );
    assert_eq!(state(&[(on, reviewed)]), "Chris Moe is recorded as its approver, without a date.");
    assert_eq!(state(&[(by, "")]), "Its approval is dated 2026-02-01, but nobody is recorded as its approver.");
    assert_eq!(
        state(&[(on, ahead)]),
        "Its approval is dated 2026-12-01, after the day of this assessment, 2026-11-22."
    );
    assert_eq!(
        state(&[(by, ""), (on, ahead)]),
        "Its approval is dated 2026-12-01, after the day of this assessment, 2026-11-22. Nobody is recorded as its \
         approver."
    );
}

#[test]
fn a_review_that_is_overdue() {
    let on = "    approved: 2026-02-01\n    reviewed: 2026-02-01\n";
    let whole = |last: &str, rest: &str| {
        format!(
            "POL-AC:document-review-overdue\n\
             Access control policy: its review is overdue\n\
             {last}\n\
             The document is reviewed every 12 months, and the day of the last review is on record.\n\
             Compare the document with how things are done today, have what changes approved, and record the day under \
             `reviewed`, also when nothing had to change.\n\
             [CC6.1 CC6.2 CC6.3 CC6.4 CC6.5] [] - jane at POL-AC{rest}"
        )
    };
    let id = "POL-AC:document-review-overdue";
    // 2025-11-20 and a year is 2026-11-20, two days before the assessment.
    assert_eq!(
        gap(&[(on, "    approved: 2024-02-01\n    reviewed: 2025-11-20\n")], id),
        whole(
            "It was last reviewed on 2025-11-20. With a review every 12 months, the next was due on 2026-11-20, 2 days before this \
             assessment.",
            ""
        )
    );
    // A review dated after the assessment does not count. 2025-11-22 to 2026-11-22 is a year: exactly a cycle late, not more.
    assert_eq!(
        gap(&[(on, "    approved: 2024-11-22\n    reviewed: 2026-11-23\n")], id),
        whole(
            "It was approved on 2024-11-22 and not reviewed since. With a review every 12 months, the next was due on \
             2025-11-22, 365 days before this assessment.",
            ""
        )
    );
    assert_eq!(
        gap(&[(on, "    approved: 2024-11-21\n")], id),
        whole(
            "It was approved on 2024-11-21 and not reviewed since. With a review every 12 months, the next was due on \
             2025-11-21, 366 days before this assessment.",
            "\nlong overdue: +15: A whole further cycle has gone by."
        )
    );
}

#[test]
fn a_document_without_approval_is_not_also_overdue() {
    let on = "    approved: 2026-02-01\n    reviewed: 2026-02-01\n";
    let by = "    approved_by: cto\n";
    assert_eq!(ids(&[(on, "    reviewed: 2020-02-01\n")]), ["POL-AC:document-unapproved"]);
    assert_eq!(ids(&[(by, ""), (on, "    approved: 2020-02-01\n")]), ["POL-AC:document-unapproved"]);
    assert_eq!(ids(&[(on, "    approved: 2026-12-01\n")]), ["POL-AC:document-unapproved"]);
}

#[test]
fn a_period_that_is_too_short() {
    let period = ("report: type1", "report: type2\n  period: { start: 2026-09-01, end: 2026-10-31 }");
    assert_eq!(
        told(&changed(&[period])),
        ["scope:period-too-short\n\
          Observation period: shorter than three months\n\
          The period runs from 2026-09-01 to 2026-10-31: 61 days.\n\
          The period covers at least three months: from 2026-09-01 to 2026-11-30 or later.\n\
          Let the period end on 2026-11-30 or later, or begin with a type 1 report and let the period follow it. Ask your \
          auditor what period they would report on.\n\
          [] [] - - at start"]
    );
}

#[test]
fn a_period_that_is_too_long() {
    let period = ("report: type1", "report: type2\n  period: { start: 2026-02-01, end: 2027-02-28 }");
    assert_eq!(
        told(&changed(&[period])),
        ["scope:period-too-long\n\
          Observation period: longer than twelve months\n\
          The period runs from 2026-02-01 to 2027-02-28: 393 days.\n\
          The period covers at most twelve months: from 2026-02-01 to 2027-01-31 or earlier.\n\
          Let the period end on 2027-01-31 at the latest, and begin the next the day after, so that no day is left out.\n\
          [] [] - - at start"]
    );
}

#[test]
fn a_common_criterion_scoped_out() {
    let exclusion = (
        "  report: type1\n",
        "  report: type1\n  not_applicable: [{ criteria: [CC6.4], rationale: We have no data centre., approved_by: cto }]\n",
    );
    assert_eq!(
        told(&changed(&[exclusion])),
        ["CC6.4:common-criterion-excluded\n\
          Physical access restriction: a common criterion is scoped out\n\
          Chris Moe scoped CC6.4 out: We have no data centre.\n\
          CC6.4 is in scope, as every common criterion is in every report.\n\
          Take CC6.4 out of `not_applicable` and map the controls that address it. Where another organisation does the \
          work, list it under `vendors` with what you expect of it, and map the control by which you watch over it.\n\
          [CC6.4] [] - - at CC6.4"]
    );
}

#[test]
fn an_inventory_without_systems() {
    let systems = "systems:\n  - { id: app, name: Application }\n  - { id: prod, name: Production }\n";
    let flows = "data_flows:\n  - { from: app, to: prod, data: [logs], protection: TLS 1.3 }\n";
    let told = gap(&[(systems, ""), (flows, "")], "scope:systems-undefined");
    assert_eq!(
        told.lines().take(5).collect::<Vec<_>>(),
        [
            "scope:systems-undefined",
            "System boundary: no systems are listed",
            "The inventory lists no systems, so the organisation is judged as one system.",
            "Every system that delivers the service is listed, and controls name the systems they cover.",
            "List the systems that deliver the service under `systems`, each with its criticality, exposure and data, and \
             say for each control which of them it covers.",
        ]
    );
}

#[test]
fn a_data_flow_without_protection() {
    let flow = "from: app, to: prod, data: [logs], protection: TLS 1.3";
    assert_eq!(
        told(&changed(&[(flow, "from: prod, to: external, data: [personal, health], protection: \" HTTP \"")])),
        ["prod:data-flow-unprotected:external\n\
          From Production to outside: the data on the way is not protected\n\
          Data (health and personal) goes from Production to outside; its protection is given as \u{201c}HTTP\u{201d}.\n\
          The data is encrypted on the way, and either end refuses what is not encrypted.\n\
          Encrypt the data on the way, for example with TLS 1.2 or later, refuse what is not encrypted, and record it under \
          `protection`.\n\
          [CC6.7] [prod] - - at prod"]
    );
    let told = gap(&[(flow, "from: app, to: prod")], "app:data-flow-unprotected:prod");
    assert!(
        told.contains(
            "\nData goes from Application to Production; nothing is said of its protection. Neither the flow nor a system at \
             its ends names the classes of data.\n"
        ),
        "{told}"
    );
    assert!(told.contains(" and record it under `protection`. Name the classes of data under `data`.\n"), "{told}");
    assert!(told.ends_with("\n[CC6.7] [app prod] - - at app"), "{told}");
}

#[test]
fn a_data_flow_of_named_data_touches_confidentiality_where_selected() {
    let confidentiality = ("categories: [security]", "categories: [security, confidentiality]");
    let flow = "from: app, to: prod, data: [logs], protection: TLS 1.3";
    let named =
        gap(&[confidentiality, (flow, "from: app, to: prod, data: [personal]")], "app:data-flow-unprotected:prod");
    assert!(named.contains("\n[CC6.7 C1.1] [app prod]"), "{named}");
    let unnamed = gap(&[confidentiality, (flow, "from: prod, to: app")], "prod:data-flow-unprotected:app");
    assert!(unnamed.contains("\n[CC6.7] [app prod]"), "{unnamed}");
}

#[test]
fn a_data_flow_of_which_nobody_says_what_it_carries() {
    let flow = "from: app, to: prod, data: [logs], protection: TLS 1.3";
    let bare = "from: app, to: prod, protection: TLS 1.3";
    assert_eq!(
        told(&changed(&[(flow, bare)])),
        ["app:data-flow-unprotected:prod\n\
          From Application to Production: nothing is said of what data goes there\n\
          Data goes from Application to Production; its protection is given as \u{201c}TLS 1.3\u{201d}. Neither the flow nor a \
          system at its ends names the classes of data.\n\
          The flow names the classes of data it carries, so that its protection can be held against them.\n\
          Find out what goes this way and name the classes of data under `data`.\n\
          [CC6.7] [app prod] - - at app\n\
          undeclared: -70: The data is protected on the way; what is missing is what data it is."]
    );
}

/// What a system at one of its ends holds is taken to flow; another organisation, and whoever stands outside, say nothing.
#[test]
fn a_data_flow_carries_what_the_systems_at_its_ends_hold() {
    let flow = "from: app, to: prod, data: [logs], protection: TLS 1.3";
    let bare = "from: app, to: prod, protection: TLS 1.3";
    let holds = |system: &str, name: &str| {
        ids(&[
            (flow, bare),
            (&format!("id: {system}, name: {name}"), &format!("id: {system}, name: {name}, data: [x]")),
        ])
    };
    assert_eq!(holds("app", "Application"), [""; 0]);
    assert_eq!(holds("prod", "Production"), [""; 0]);
    let outside =
        [(flow, "from: external, to: prod, protection: TLS 1.3"), ("name: Application", "name: A, data: [x]")];
    assert_eq!(ids(&outside), ["external:data-flow-unprotected:prod"]);
}

#[test]
fn words_that_name_no_protection() {
    let protection = |said: &str| ids(&[("protection: TLS 1.3", &format!("protection: \"{said}\""))]).len();
    for said in ["", " ", "none", "N/A", "Plain text", "HTTP/1.1", "unencrypted FTP", "no TLS", "not encrypted", "TBD"]
    {
        assert_eq!(protection(said), 1, "{said:?}");
    }
    for said in ["TLS", "mTLS 1.2", "HTTPS", "SFTP", "VPN", "HTTP over TLS", "TLS, no plaintext", "not public, TLS"] {
        assert_eq!(protection(said), 0, "{said:?}");
    }
}
