//! Many inventories in one table: the numbers are those of each alone, whoever works them out, and nobody's stand in another's
//! report.
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

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gapcheck::report::FORMATS;
use gapcheck::report::portfolio::PORTFOLIO_FORMATS;
use serde_json::{Value, json};
use tempfile::TempDir;

/// 36 criteria, two of them scoped out: 34 are left, with nothing in place.
const SMALL: &str = "\
organization: Beta Ltd
scope:
  categories: [availability]
  not_applicable:
    - { criteria: [A1.2, A1.3], rationale: The customer runs the service., approved_by: jane }
systems: [{ id: prod }]
controls: []
";
/// 33 criteria with nothing in place, a promise that lies in the past, and a task whose day has passed.
const NOTHING: &str = "\
organization: Alpha Inc.
scope: { system: Alpha Cloud, milestones: { report: 2026-11-02 } }
people: [{ id: ann, name: Ann Alpha }]
controls: []
remediation:
  - { gap: \"CC6.1:criterion-without-control\", owner: ann, due: 2026-11-01, status: planned }
";
/// What cannot be assessed, for two reasons.
const BAD: &str = "organization: Gamma plc\ncontrols: oops\nmystery: 1\n";

/// What the program said and how it ended.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

/// A folder in which the program is run.
struct Work(TempDir);

impl Work {
    fn with(files: &[(&str, &str)]) -> Self {
        let work = Self(TempDir::new().unwrap());
        for (name, text) in files {
            work.put(name, text);
        }
        work
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "GITHUB_ACTIONS"] {
            command.env_remove(name);
        }
        let output = command.args(arguments).current_dir(self.0.path()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    fn portfolio(&self, arguments: &[&str]) -> Said {
        self.run(&[&["portfolio", "clients", "--as-of", "2026-11-22"], arguments].concat())
    }

    /// The files of a folder by name, with what they hold.
    fn files(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(self.path(folder)).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = entries
            .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap()))
            .collect();
        files.sort();
        files
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn three() -> Work {
    Work::with(&[
        ("clients/alpha/inventory.yaml", NOTHING),
        ("clients/beta.yaml", SMALL),
        ("clients/gamma.yml", BAD),
        ("clients/.hidden.yaml", BAD),
        ("clients/notes/readme.txt", "nothing"),
        ("clients/readme.md", "nothing"),
    ])
}

/// The folders of examples, as clients; each with the files its inventory names.
fn examples() -> Work {
    let work = Work::with(&[]);
    for name in ["acme", "ci-gate", "nearly-finished", "startup"] {
        copy(&root().join("examples").join(name), &work.path("clients").join(name));
    }
    work
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn the_table_of_three_is_worked_out_by_hand() {
    let work = three();
    let said = work.portfolio(&["-f", "json"]);
    let table: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(said.code, Some(2));
    assert_eq!(table["inventories"], json!({ "total": 3, "assessed": 2, "unassessed": 1 }));
    assert_eq!(table["skipped"], json!(["notes"]));
    let clients = table["clients"].as_array().unwrap();
    assert_eq!(clients.iter().map(|one| &one["client"]).collect::<Vec<_>>(), ["alpha", "beta.yaml"]);
    let (alpha, beta) = (&clients[0], &clients[1]);
    // Alpha: the 33 common criteria, with nothing in place.
    assert_eq!(alpha["organization"], "Alpha Inc.");
    assert_eq!(
        alpha["scope"],
        json!({ "system": "Alpha Cloud", "categories": ["security"], "report": "type1", "as_of": "2026-11-22" })
    );
    assert_eq!(alpha["summary"]["criteria"], json!({ "total": 33, "applicable": 33, "not_applicable": 0 }));
    assert_eq!(alpha["summary"]["design"], json!({ "no_gap": 0, "partial": 0, "unverified": 0, "gap": 33 }));
    assert_eq!(alpha["summary"]["operation"], Value::Null);
    for what in ["claimed", "evidenced", "tested"] {
        assert_eq!(alpha["summary"]["coverage"][what], 0);
    }
    // One task has a day that has passed; the promise of twenty days ago cannot be met by anything.
    assert_eq!(alpha["tasks_overdue"], 1);
    assert_eq!((&alpha["promise"]["what"], &alpha["promise"]["date"]), (&json!("report"), &json!("2026-11-02")));
    let gaps = json!({ "very_high": 3, "high": 11, "moderate": 20, "low": 1, "very_low": 0, "total": 35, "accepted": 0, "baseline": 0 });
    assert_eq!(alpha["summary"]["gaps"], gaps);
    // From 2026-11-02 to 2027-08-27: 28 days of November, 31 + 31 + 28 + 31 + 30 + 31 + 30 + 31 of the months between, and 27.
    assert_eq!((&alpha["report_ready"], &alpha["promise"]["days_to_spare"]), (&json!("2027-08-27"), &json!(-298)));
    assert!(alpha["verdict"].as_str().unwrap().starts_with("The promised report of 2026-11-02 lies in the past"));
    // Beta: the same and three criteria of availability, of which two are scoped out.
    assert_eq!(beta["summary"]["criteria"], json!({ "total": 36, "applicable": 34, "not_applicable": 2 }));
    assert_eq!(beta["summary"]["design"], json!({ "no_gap": 0, "partial": 0, "unverified": 0, "gap": 34 }));
    assert_eq!((&beta["promise"], &beta["tasks_overdue"]), (&Value::Null, &json!(0)));
    // The sums are those of the two, and the third is in none of them.
    let totals = &table["totals"];
    assert_eq!(totals["summary"]["criteria"], json!({ "total": 69, "applicable": 67, "not_applicable": 2 }));
    assert_eq!(totals["summary"]["design"], json!({ "no_gap": 0, "partial": 0, "unverified": 0, "gap": 67 }));
    assert_eq!(
        (&totals["tasks_overdue"], &totals["promises_late"], &totals["promises_in_time"]),
        (&json!(1), &json!(1), &json!(0))
    );
    for level in ["very_high", "high", "moderate", "low", "very_low", "total", "accepted"] {
        let of = |one: &Value| one["summary"]["gaps"][level].as_u64().unwrap();
        assert_eq!(of(totals), of(alpha) + of(beta), "{level}");
    }
    let worst = table["worst"].as_array().unwrap();
    // Only the plan of the other ends later: it has one criterion more to do something about.
    let who: Vec<&str> = worst.iter().map(|one| one["client"].as_str().unwrap()).collect();
    assert_eq!(who, ["alpha", "alpha", "alpha", "alpha", "beta.yaml"], "{worst:?}");
    assert_eq!(
        worst.iter().map(|one| one["what"].as_str().unwrap()).collect::<Vec<_>>(),
        ["Worst open gaps", "Least evidenced", "Most overdue", "Latest against its promise", "Last plan to end"]
    );
    // The third is told, each line behind its name, and so is how many there are.
    assert_eq!(table["unassessed"][0]["client"], "gamma.yml");
    assert_eq!(table["unassessed"][0]["problems"], 2);
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines.len(), 3, "{}", said.err);
    assert!(lines[..2].iter().all(|line| line.starts_with("gamma.yml: clients/gamma.yml:")), "{}", said.err);
    assert_eq!(lines[2], "gapcheck: 1 of 3 inventories could not be assessed: gamma.yml");
}

#[test]
fn the_order_is_by_risk_or_by_name() {
    let work = three();
    work.put("clients/zeta.yaml", &SMALL.replace("Beta Ltd", "AAA first"));
    let order = |sort: &str| {
        let table: Value = serde_json::from_str(&work.portfolio(&["-f", "json", "--sort", sort]).out).unwrap();
        let clients = table["clients"].as_array().unwrap().iter();
        clients.map(|one| one["organization"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(order("risk"), ["Alpha Inc.", "AAA first", "Beta Ltd"]);
    assert_eq!(order("name"), ["AAA first", "Alpha Inc.", "Beta Ltd"]);
    assert_eq!(work.portfolio(&["--sort", "size"]).code, Some(2));
}

#[test]
fn the_gate_names_who_fails_it() {
    let healthy = include_str!("healthy.yaml");
    let work =
        Work::with(&[("clients/alpha.yaml", NOTHING), ("clients/beta.yaml", SMALL), ("clients/well.yaml", healthy)]);
    assert_eq!(work.portfolio(&[]).code, Some(0));
    // Alpha: 33 criteria without a control, systems that are not defined, and the task that is overdue. Beta: 34 without a
    // control, and nothing else. The third has no gap.
    let said = work.portfolio(&["--fail-on", "very-low"]);
    assert_eq!(said.code, Some(1));
    let told = "gapcheck: the gate failed: 2 organisations have gaps open at very low or above: ";
    assert!(
        [format!("{told}alpha.yaml (35) and beta.yaml (34)\n"), format!("{told}beta.yaml (34) and alpha.yaml (35)\n")]
            .contains(&said.err),
        "{}",
        said.err
    );
    let table: Value = serde_json::from_str(&work.portfolio(&["--fail-on", "high", "-f", "json"]).out).unwrap();
    assert_eq!(table["clients"][2]["summary"]["gaps"]["total"], 0);
    assert_eq!(table["clients"][2]["summary"]["design"]["no_gap"], 33);
    assert_eq!(table["gate"]["failing"].as_array().unwrap().len(), 2);
    // Nobody has a gap; and what could not be assessed outweighs a gate that failed.
    let calm = Work::with(&[("clients/well.yaml", healthy)]);
    let said = calm.portfolio(&["--fail-on", "very-low"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert!(said.out.contains("The gate holds: nobody assessed has a gap open at very low or above."), "{}", said.out);
    calm.put("clients/alpha.yaml", NOTHING);
    calm.put("clients/gamma.yml", BAD);
    let said = calm.portfolio(&["--fail-on", "very-low"]);
    assert_eq!(said.code, Some(2));
    let last = "gapcheck: the gate failed: 1 organisation has gaps open at very low or above: alpha.yaml (35)\n";
    assert!(said.err.ends_with(last), "{}", said.err);
}

#[test]
fn the_bytes_are_the_same_whoever_works_them_out() {
    let work = three();
    for number in 0..40 {
        let text = if number % 7 == 3 { BAD.to_owned() } else { SMALL.replace("Beta Ltd", &format!("Beta {number}")) };
        work.put(&format!("clients/more-{number}.yaml"), &text);
    }
    for format in PORTFOLIO_FORMATS {
        let of = |jobs: &str| {
            let folder = format!("out-{jobs}");
            let said =
                work.portfolio(&["-f", format.name, "--jobs", jobs, "--reports", &folder, "--report-format", "json"]);
            assert_eq!(said.code, Some(2));
            (said.out.replace(&folder, "out"), said.err, work.files(&folder))
        };
        let alone = of("1");
        assert_eq!(alone.2.len(), 36, "34 of 40, and two more");
        for jobs in ["2", "3", "16"] {
            assert_eq!(of(jobs), alone, "{} by {jobs}", format.name);
        }
    }
    assert_eq!(work.portfolio(&["--jobs", "0"]).code, Some(2));
}

/// Every number of the table is the number of the result of that organisation alone, and so is its report, byte for byte.
#[test]
fn everyone_is_as_if_assessed_alone() {
    let work = examples();
    work.put("clients/small.yaml", SMALL);
    let formats: Vec<&str> = FORMATS.iter().flat_map(|format| ["--report-format", format.name]).collect();
    let said = work.portfolio(&[&["-f", "json", "--reports", "out"][..], &formats].concat());
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let table: Value = serde_json::from_str(&said.out).unwrap();
    let lines = work.portfolio(&["-f", "jsonl"]).out;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let clients = table["clients"].as_array().unwrap();
    assert_eq!((clients.len(), lines.len()), (5, 5));
    for (client, line) in clients.iter().zip(&lines) {
        let name = client["client"].as_str().unwrap();
        let path = format!("clients/{name}");
        let alone = work.run(&["assess", &path, "--as-of", "2026-11-22", "-f", "json"]).out;
        let alone: Value = serde_json::from_str(&alone).unwrap();
        assert_agreed(client, line, &alone);
        for report in client["reports"].as_array().unwrap() {
            let (format, file) = (report["format"].as_str().unwrap(), report["file"].as_str().unwrap());
            let target = format!("alone-{file}");
            let output = format!("{format}={target}");
            work.run(&["assess", &path, "--as-of", "2026-11-22", "-q", "-o", &output]);
            let bytes = |name: &str| fs::read(work.path(name)).unwrap();
            assert!(bytes(&target) == bytes(&format!("out/{file}")), "{file}: not as if assessed alone");
        }
        assert!(client["reports"].as_array().unwrap().len() >= FORMATS.len() - 1, "{client}");
    }
}

/// Holds a row, as JSON and flat, to the result of the organisation alone.
fn assert_agreed(client: &Value, line: &Value, alone: &Value) {
    for key in ["criteria", "design", "operation", "coverage", "gaps"] {
        assert_eq!(client["summary"][key], alone["summary"][key], "{key}");
    }
    assert_eq!(client["organization"], alone["organization"]);
    assert_eq!(client["scope"], alone["scope"]);
    assert_eq!(client["verdict"], alone["plan"]["verdict"]);
    let tasks = alone["plan"]["tasks"].as_array().unwrap();
    let open = || tasks.iter().filter(|task| task["status"] != "done");
    assert_eq!(client["tasks"], open().count());
    assert_eq!(client["tasks_overdue"], open().filter(|task| task["due"].as_str() < alone["as_of"].as_str()).count());
    assert_eq!(client["plan_end"].as_str(), open().filter_map(|task| task["finish"].as_str()).max());
    let milestones = alone["plan"]["milestones"].as_array().unwrap();
    let report = milestones.iter().find(|one| one["name"] == "report").unwrap();
    assert_eq!(client["report_ready"], report["date"]);
    // Of several promises the one that stands worse is told.
    let late = milestones.iter().any(|one| one["holds"] == false);
    let promised = milestones.iter().any(|one| !one["promised"].is_null());
    assert_eq!(client["promise"]["days_to_spare"].as_i64().map(|days| days < 0), promised.then_some(late));
    let told = milestones.iter().find(|one| one["name"] == client["promise"]["what"]);
    assert_eq!(client["promise"]["date"], told.map_or(Value::Null, |one| one["promised"].clone()));
    // The flat row says the same.
    for (flat, path) in [
        ("criteria_total", ["criteria", "total"]),
        ("criteria_applicable", ["criteria", "applicable"]),
        ("design_no_gap", ["design", "no_gap"]),
        ("design_partial", ["design", "partial"]),
        ("design_unverified", ["design", "unverified"]),
        ("design_gap", ["design", "gap"]),
        ("operation_gap", ["operation", "gap"]),
        ("operation_no_gap", ["operation", "no_gap"]),
        ("claimed", ["coverage", "claimed"]),
        ("evidenced", ["coverage", "evidenced"]),
        ("tested", ["coverage", "tested"]),
        ("open_very_high", ["gaps", "very_high"]),
        ("open_high", ["gaps", "high"]),
        ("open_moderate", ["gaps", "moderate"]),
        ("open_low", ["gaps", "low"]),
        ("open_very_low", ["gaps", "very_low"]),
        ("open_total", ["gaps", "total"]),
        ("accepted", ["gaps", "accepted"]),
    ] {
        assert_eq!(line[flat], alone["summary"][path[0]][path[1]], "{flat}");
    }
    assert_eq!((&line["plan_end"], &line["report_ready"]), (&client["plan_end"], &client["report_ready"]));
    assert_eq!((&line["verdict"], &line["tasks_overdue"]), (&client["verdict"], &client["tasks_overdue"]));
}

/// Every format for people and spreadsheets shows the numbers of the JSON table.
#[test]
fn every_format_shows_the_same_numbers() {
    let work = examples();
    work.put("clients/gamma.yml", BAD);
    let table: Value = serde_json::from_str(&work.portfolio(&["-f", "json"]).out).unwrap();
    let slashed =
        |of: &Value, keys: &[&str]| keys.iter().map(|key| of[*key].to_string()).collect::<Vec<_>>().join(" / ");
    let verdicts = ["no_gap", "partial", "unverified", "gap"];
    let levels = ["very_high", "high", "moderate", "low", "very_low"];
    let rows = table["clients"].as_array().unwrap().iter().chain([&table["totals"]]);
    let mut shown: Vec<String> = Vec::new();
    for row in rows {
        let summary = &row["summary"];
        shown.push(slashed(&summary["design"], &verdicts));
        shown.extend((!summary["operation"].is_null()).then(|| slashed(&summary["operation"], &verdicts)));
        shown.push(slashed(&summary["coverage"], &["claimed", "evidenced", "tested"]));
        shown.push(slashed(&summary["gaps"], &levels));
        shown.push(row["plan_end"].as_str().unwrap().to_owned());
        shown.push(row["report_ready"].as_str().unwrap().to_owned());
    }
    let terminal = |columns: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        command.args(["portfolio", "clients", "--as-of", "2026-11-22"]).env("COLUMNS", columns);
        let output = command.current_dir(work.0.path()).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        for line in text.lines() {
            assert!(line.chars().count() <= columns.parse().unwrap(), "{columns}: {line}");
        }
        text
    };
    for (name, text) in
        [("markdown", work.portfolio(&["-f", "markdown"]).out), ("html", work.portfolio(&["-f", "html"]).out)]
    {
        for number in &shown {
            assert!(text.contains(number.as_str()), "{name}: no {number}");
        }
        assert!(text.contains("1 of 5 inventories could not be assessed: gamma.yml"), "{name}");
    }
    for columns in ["40", "80", "100", "200", "400"] {
        let text = terminal(columns);
        for number in &shown {
            assert!(text.contains(&number.replace(" / ", "/")), "{columns}: no {number}\n{text}");
        }
        assert!(text.contains("Not assessed: 1 inventory"), "{text}");
        // Definitions are told once.
        assert_eq!(text.matches("Open gaps: gaps that stand open").count(), 1);
    }
    // CSV has the columns of JSON lines, in their order.
    let csv = work.portfolio(&["-f", "csv"]).out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let lines = work.portfolio(&["-f", "jsonl"]).out;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 5);
    for (record, line) in reader.records().zip(&lines) {
        let line = line.as_object().unwrap();
        assert_eq!(line.keys().collect::<Vec<_>>(), columns.iter().collect::<Vec<_>>());
        for (cell, value) in record.unwrap().iter().zip(line.values()) {
            let wanted = match value {
                Value::Null => String::new(),
                Value::Bool(holds) => if *holds { "yes" } else { "no" }.to_owned(),
                Value::Array(items) => items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(", "),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            assert_eq!(cell, wanted);
        }
    }
    assert_eq!(
        (&lines[4]["client"], &lines[4]["assessed"], &lines[4]["open_total"]),
        (&json!("gamma.yml"), &json!(false), &Value::Null)
    );
}

/// An inventory in which every name and id says whose it is.
fn marked(mark: &str) -> String {
    format!(
        "\
organization: {mark} Organisation
scope: {{ system: {mark} System, commitments: [{{ id: {mark}-SLA, text: {mark} promise, criteria: [CC6.1] }}] }}
systems: [{{ id: {mark}-prod, name: {mark} Production, criticality: high, data: [personal] }}]
people: [{{ id: {mark}-ann, name: {mark} Ann }}]
documents: [{{ id: {mark}-POL, title: {mark} Policy, path: {mark}.md, owner: {mark}-ann }}]
controls:
  - {{ id: {mark}-AC-1, name: {mark} Reviews, criteria: [CC6.1, CC6.2], owner: {mark}-ann, frequency: quarterly, status: implemented, systems: [{mark}-prod], evidence: [{{ title: {mark} evidence, path: {mark}-evidence.txt, collected: 2026-11-01 }}] }}
vendors: [{{ id: {mark}-host, name: {mark} Hosting, relation: carve-out, systems: [{mark}-prod] }}]
acceptances: [{{ gap: \"CC1.1:criterion-without-control\", rationale: {mark} reason, approved_by: {mark}-ann, approved: 2026-11-01, expires: 2027-02-01 }}]
"
    )
}

#[test]
fn no_report_holds_anything_of_another() {
    let marks = ["Qalpha", "Qbravo", "Qcharlie", "Qdelta"];
    let work = Work::with(&[]);
    for (at, mark) in marks.iter().enumerate() {
        // Two lie in one folder beside each other, with their files; two have folders of their own.
        let folder = if at < 2 { "clients".to_owned() } else { format!("clients/{mark}") };
        work.put(&format!("{folder}/{mark}.yaml"), &marked(mark));
        work.put(&format!("{folder}/{mark}-evidence.txt"), mark);
        work.put(&format!("{folder}/{mark}.md"), mark);
    }
    let formats: Vec<&str> = FORMATS.iter().flat_map(|format| ["--report-format", format.name]).collect();
    let said = work.portfolio(&[&["--reports", "out", "-o", "out/index.html"][..], &formats].concat());
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let files = work.files("out");
    assert_eq!(files.len(), 4 * FORMATS.len() + 1);
    for (name, bytes) in files.iter().filter(|(name, _)| name != "index.html") {
        let owner = marks.iter().find(|mark| name.starts_with(*mark)).unwrap();
        for text in texts(name, bytes) {
            for other in marks.iter().filter(|mark| *mark != owner) {
                assert!(!text.contains(other), "{name} holds {other}");
            }
        }
        let own = texts(name, bytes).iter().any(|text| text.contains(*owner));
        assert!(own, "{name} is of nobody");
    }
    // The index leads to each.
    let index = work.text("out/index.html");
    for (name, _) in files.iter().filter(|(name, _)| name != "index.html") {
        assert!(index.contains(&format!("href=\"{name}\"")), "no link to {name}");
    }
}

/// What a file holds as text; a workbook is an archive.
fn texts(name: &str, bytes: &[u8]) -> Vec<String> {
    if Path::new(name).extension().is_none_or(|extension| extension != "xlsx") {
        return vec![String::from_utf8(bytes.to_vec()).unwrap()];
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut text = String::new();
            std::io::Read::read_to_string(&mut archive.by_index(at).unwrap(), &mut text).unwrap();
            text
        })
        .collect()
}

#[test]
fn the_index_leads_to_reports_wherever_they_lie() {
    let work = Work::with(&[("clients/beta.yaml", SMALL)]);
    fs::create_dir_all(work.path("pages/of")).unwrap();
    for (index, link) in [
        ("out/index.html", "beta.html"),
        ("index.html", "out/beta.html"),
        ("pages/of/index.html", "../../out/beta.html"),
    ] {
        let said = work.portfolio(&["--reports", "out", "-o", index]);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
        assert!(work.text(index).contains(&format!("href=\"{link}\"")), "{index}: no {link}");
        assert!(!work.text(index).contains("<script"), "{index}");
    }
    work.portfolio(&["-o", "bare.html"]);
    assert!(!work.text("bare.html").contains("beta.html"));
    // The format that is printed is that of the reports, where nothing else was asked for.
    work.portfolio(&["--reports", "other", "--format", "markdown"]);
    assert_eq!(work.files("other").into_iter().map(|(name, _)| name).collect::<Vec<_>>(), ["beta.md"]);
}

#[cfg(unix)]
#[test]
fn hostile_names_stay_names() {
    use std::os::unix::ffi::OsStrExt;
    let work = Work::with(&[]);
    let evil = "<b>\u{1b}[2J\n::error::x|=1+1";
    let hostile = ["con.yaml", "index.yaml", "a b.yaml", "A.yaml", "a.yaml", "-rf.yaml", "..x.yaml", "日本.yaml"];
    for name in hostile.iter().filter(|name| !name.starts_with('.')) {
        work.put(&format!("clients/{name}"), SMALL);
    }
    work.put(&format!("clients/{evil}.yaml"), SMALL);
    work.put(&format!("clients/{evil}bad.yaml"), BAD);
    for byte in [0xfe_u8, 0xff] {
        let name = [b"x", &[byte][..], b".yaml"].concat();
        fs::write(work.path("clients").join(std::ffi::OsStr::from_bytes(&name)), SMALL).unwrap();
    }
    let said = work.portfolio(&["-f", "jsonl", "--reports", "out"]);
    assert_eq!(said.code, Some(2));
    let lines: Vec<Value> = said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 7 + 2 + 2);
    let mut names: Vec<&str> = lines.iter().map(|line| line["client"].as_str().unwrap()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 11, "names are told apart: {names:?}");
    let files = work.files("out");
    assert_eq!(files.len(), 10);
    let mut lower: Vec<String> = files.iter().map(|(name, _)| name.to_lowercase()).collect();
    lower.dedup();
    assert_eq!(lower.len(), 10, "{lower:?}");
    for (name, _) in &files {
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~".contains(c)), "{name}");
        assert!(!name.starts_with(['-', '.']) && name != "con.jsonl" && name != "index.jsonl", "{name}");
    }
    for format in PORTFOLIO_FORMATS {
        let said = work.portfolio(&["-f", format.name]);
        for text in [&said.out, &said.err] {
            assert!(!text.contains("\u{1b}["), "{}: an escape", format.name);
            assert!(!text.lines().any(|line| line.starts_with("::")), "{}: a command", format.name);
        }
        assert!(!said.out.contains("<b>") || format.name != "html", "an element");
        assert!(said.err.lines().all(|line| line.starts_with("<b>") || line.starts_with("gapcheck: ")), "{}", said.err);
    }
}

#[test]
fn what_cannot_be_done_is_said_plainly() {
    let work = three();
    work.put("empty/notes.txt", "nothing");
    work.put("taken", "a file");
    let refused = |arguments: &[&str], message: &str| {
        let said = work.run(arguments);
        assert_eq!((said.code, said.out.as_str(), said.err), (Some(2), "", format!("error: {message}\n")));
    };
    refused(&["portfolio", "nowhere"], "there is no folder nowhere");
    refused(
        &["portfolio", "empty"],
        "the folder empty holds no inventory: no .yaml or .yml file, and no folder with one directly in it",
    );
    refused(
        &["portfolio", "clients/beta.yaml"],
        "clients/beta.yaml is a file; a portfolio is a folder of inventories, and one inventory is for `gapcheck assess`",
    );
    for folder in ["clients", "clients/alpha/out", "clients/new", "clients/../clients/x"] {
        refused(
            &["portfolio", "clients", "--reports", folder],
            &format!("{folder} lies among the inventories; name a folder elsewhere for the reports"),
        );
    }
    for file in ["clients/beta.yaml", "clients/gamma.yml", "clients/alpha/inventory.yaml"] {
        let before = work.text(file);
        refused(
            &["portfolio", "clients", "-o", &format!("json={file}")],
            &format!("{file} is part of the inventory and would be overwritten"),
        );
        assert_eq!(work.text(file), before);
    }
    let said = work.run(&["portfolio", "clients", "--report-format", "html"]);
    assert_eq!(said.code, Some(2));
    // Where everything is scoped out there is nothing to put in a table.
    let series = [5, 3, 4, 2, 3, 8, 5, 1, 2];
    let ids = series.iter().zip(1..).flat_map(|(count, series)| (1..=*count).map(move |at| format!("CC{series}.{at}")));
    let out = format!(
        "organization: O\nscope: {{ not_applicable: [{{ criteria: [{}], rationale: None., approved_by: x }}] }}\ncontrols: []\n",
        ids.collect::<Vec<_>>().join(", ")
    );
    let out = &out;
    work.put("clients/out.yaml", out);
    let said = work.portfolio(&[]);
    assert!(said.err.contains("out.yaml: nothing is left in scope: all 33 criteria are scoped out\n"), "{}", said.err);
    // A report that cannot be written is told, and the table stands.
    fs::create_dir_all(work.path("out/beta.html")).unwrap();
    fs::remove_file(work.path("clients/gamma.yml")).unwrap();
    fs::remove_file(work.path("clients/out.yaml")).unwrap();
    let said = work.portfolio(&["--reports", "out", "-f", "csv", "--report-format", "html"]);
    assert_eq!(said.code, Some(2));
    assert_eq!(said.err, "beta.yaml: cannot write out/beta.html: it is a folder\n");
    assert_eq!(said.out.lines().count(), 3);
}

#[test]
fn evidence_is_looked_for_beside_each_inventory() {
    let with = |path: &str| {
        format!(
            "organization: O\ncontrols:\n  - {{ id: AC-1, name: n, criteria: [CC6.1], status: implemented, evidence: [{{ title: t, path: {path}, collected: 2026-11-01 }}] }}\n"
        )
    };
    let work = Work::with(&[
        ("clients/has/in.yaml", &with("there.txt")),
        ("clients/has/there.txt", "x"),
        ("clients/has-not/in.yaml", &with("there.txt")),
        ("clients/thief/in.yaml", &with("../has/there.txt")),
    ]);
    let table: Value = serde_json::from_str(&work.portfolio(&["-f", "json", "--sort", "name"]).out).unwrap();
    let evidenced: Vec<(&str, u64)> = table["clients"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["client"].as_str().unwrap(), one["summary"]["coverage"]["evidenced"].as_u64().unwrap()))
        .collect();
    assert_eq!(evidenced, [("has", 1), ("has-not", 0), ("thief", 0)]);
}

#[cfg(unix)]
#[test]
fn an_organisation_whose_file_is_no_file_is_not_lost_unsaid() {
    use std::os::unix::fs::symlink;
    let work = Work::with(&[("in/alpha.yaml", NOTHING)]);
    symlink("nowhere.yaml", work.path("in/gone.yaml")).unwrap();
    symlink("loop.yaml", work.path("in/loop.yaml")).unwrap();
    assert!(Command::new("mkfifo").arg(work.path("in/pipe.yaml")).status().unwrap().success());
    let said = work.run(&["portfolio", "in", "--as-of", "2026-11-22", "-f", "csv"]);
    let why = "it is no file: a link that leads nowhere, or a pipe or a device";
    assert_eq!(
        said.err,
        format!(
            "gone.yaml: {why}\nloop.yaml: {why}\npipe.yaml: {why}\n\
             gapcheck: 3 of 4 inventories could not be assessed: gone.yaml, loop.yaml and pipe.yaml\n"
        )
    );
    assert_eq!(said.code, Some(2));
    assert!(said.out.contains("Alpha Inc."), "{}", said.out);
}
