//! What buyers ask before they sign: each state worked out by hand, each fact flipping its own rows, and nothing of ours going out.
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

mod buyers;
mod catalog;
mod command;
mod examples;
mod greens;
mod reports;
mod states;

use std::collections::BTreeMap;
use std::path::PathBuf;

use gapcheck::Request;
use gapcheck::enterprise::enterprise;
use gapcheck::io;
use gapcheck::load::catalog::bundled;
use gapcheck::load::enterprise::asked;
use gapcheck::load::inventory::single;
use gapcheck::model::date::Date;
use gapcheck::model::enterprise::Enterprise;
use gapcheck::model::files::Files;
use gapcheck::report::enterprise::by_name;
use gapcheck::report::enterprise::options::Options;
use gapcheck::report::enterprise::sheet::Sheet;
use gapcheck::report::format::Content;

fn day() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// What is answered from an inventory of which no file is there.
fn answered<T>(yaml: &str, look: impl FnOnce(&Enterprise<'_>) -> T) -> T {
    let (catalog, asked, files) = (bundled().unwrap(), asked().unwrap(), Files::default());
    let sources = single("in.yaml", yaml);
    let inventory = gapcheck::read(&sources, &catalog, day()).unwrap_or_else(|problems| panic!("{problems:?}\n{yaml}"));
    let request = Request { as_of: day(), fail_on: None, baseline: None };
    let assessment = gapcheck::assess(&sources, &inventory, &catalog, &files, &request);
    look(&enterprise(&assessment, &files, &asked))
}

/// What is answered from an example, with its files.
fn example<T>(name: &str, look: impl FnOnce(&Enterprise<'_>) -> T) -> T {
    let (catalog, asked) = (bundled().unwrap(), asked().unwrap());
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    let input = io::input::read(&[path]).unwrap();
    let inventory = gapcheck::read(&input.sources, &catalog, day()).unwrap();
    let files = io::evidence::look_up(&inventory, &input.sources);
    let request = Request { as_of: day(), fail_on: None, baseline: None };
    let assessment = gapcheck::assess(&input.sources, &inventory, &catalog, &files, &request);
    look(&enterprise(&assessment, &files, &asked))
}

/// The state of everything that is asked: documents by id, questions by theme and id.
fn states(enterprise: &Enterprise<'_>) -> BTreeMap<String, String> {
    let documents = enterprise.documents.iter().map(|it| (it.asked.id.clone(), it.state.plain().to_owned()));
    let answers = enterprise.answers.iter();
    let answers = answers.map(|it| (format!("{}/{}", it.theme.theme, it.question.id), it.state.word().to_owned()));
    documents.chain(answers).collect()
}

/// A report as text; of a workbook, nothing.
fn text(enterprise: &Enterprise<'_>, format: &str, options: &Options, width: usize) -> String {
    let content = (by_name(format).unwrap().render)(&Sheet::of(enterprise, options), width);
    match content {
        Content::Text(text) => anstream::adapter::strip_str(&text).to_string(),
        Content::Bytes(_) | Content::Nothing(_) => String::new(),
    }
}

/// An organisation of which little is said, all of it in order.
const BASE: &str = r#"organization: Acorn Ltd
scope: { system: Acorn Cloud, categories: [security, availability] }
people:
  - { id: ada, name: Ada Lund, areas: [access, security] }
  - { id: ben, name: Ben Okoro, areas: [vendor] }
systems: [{ id: prod, data: [personal] }]
documents:
  - { id: POL, title: Information security policy, url: "https://wiki.example/is", owner: ada, approved_by: ben, approved: 2026-02-01 }
  - { id: TERMS, title: Terms on personal data, subjects: [dpa], url: "https://wiki.example/dpa", approved_by: ben, approved: 2026-02-01 }
controls:
  - id: AC-1
    name: Second factor
    description: Everybody signs in to production through the identity provider with a second factor; the setting is exported each month.
    criteria: [CC6.1]
    owner: ada
    frequency: continuous
    status: implemented
    evidence: [{ title: Settings of November, kind: configuration, url: "https://wiki.example/mfa", collected: 2026-11-10 }]
    tests: [{ of: design, date: 2026-10-01, by: ben, conclusion: effective }]
vendors:
  - id: host
    name: Hosting Ltd
    service: Runs our servers
    location: Ireland
    data: [personal]
    dpa: 2026-01-10
    reports: [{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-09-30 }, reviewed: 2026-11-01, reviewed_by: ben }]
    expected_controls: [{ criteria: [CC6.4], text: Guards at the data centre. }]
reports:
  - { kind: soc2-type1, date: 2026-05-31, issued: 2026-06-30, by: Tarn LLP, url: "https://trust.example/soc2", owner: ada, opinion: unqualified }
  - { kind: penetration-test, date: 2026-03-02, by: Redfold, url: "https://trust.example/test", owner: ada, findings_open: 0 }
"#;
