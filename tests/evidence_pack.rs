//! `gapcheck evidence pack`: what is in the binder, that it can be verified, that it is the same every time, and that nothing of
//! it is left where it could not be made.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_collect,
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

#[path = "cli/sentence.rs"]
#[allow(dead_code, reason = "each test file uses its own part")]
mod sentence;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use gapcheck::io::archive::{self, Entry, Held};
use sentence::{Folder, Said};

const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/// One criterion of availability scoped out, one with a control, one with none; and the common criteria, with none.
const INVENTORY: &str = "\
organization: Acme Inc.
scope:
  categories: [availability]
  report: type2
  period: { start: 2026-07-01, end: 2026-12-31 }
  milestones: { fieldwork: 2027-01-20 }
  not_applicable:
    - { criteria: [A1.1], rationale: The customer watches the capacity., approved_by: jane }
people: [{ id: jane, name: Jane Roe }, { id: sam, name: Sam Poe }]
documents:
  - { id: POL, title: Copies policy, path: policies/p.md, owner: sam, approved_by: jane, approved: 2026-06-01 }
controls:
  - id: AV-1
    name: Copies are made
    criteria: [A1.2]
    status: implemented
    owner: jane
    frequency: quarterly
    since: 2026-01-01
    documented_in: [POL]
    evidence_wanted: [Restore log, q3 COPIES.]
    evidence:
      - { title: Q3 copies, kind: record, path: evidence/q3.csv, covers: { start: 2026-07-01, end: 2026-09-30 }, collected: 2026-10-02, source: Backup service }
      - { title: Runbook, url: 'https://wiki.example/a', covers: 2026-08-01, collected: 2026-10-05 }
";

fn folder() -> Folder {
    Folder::with(&[
        ("in.yaml", INVENTORY),
        ("evidence/q3.csv", "abc"),
        ("policies/p.md", "# Copies\n"),
        ("secret.txt", "nobody names this"),
    ])
}

fn pack(folder: &Folder, more: &[&str]) -> Said {
    folder.run(&[&["evidence", "pack", "in.yaml", "-o", "binder.zip", "--as-of", "2026-11-22"], more].concat())
}

/// The entries of an archive, by name.
fn entries(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).expect("a file")).expect("a ZIP");
    let mut entries = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let name = entry.name().expect("a name").into_owned();
        assert_eq!(entry.unix_mode(), Some(0o100_644), "{name}");
        assert_eq!(entry.last_modified().expect("a time").to_string(), "1980-01-01 00:00:00");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("bytes");
        assert!(entries.insert(name.clone(), bytes).is_none(), "{name} twice");
    }
    entries
}

fn text(entries: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(entries[name].clone()).expect("UTF-8")
}

/// The rows of a table, without its head.
fn rows(table: &str) -> Vec<Vec<String>> {
    let records = csv::Reader::from_reader(table.as_bytes()).into_records();
    records.map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// Unpacks with `unzip` and verifies with `sha256sum -c`; `None` where the machine lacks one of them.
fn verified(folder: &Folder) -> Option<(bool, String)> {
    let to = folder.path("unpacked");
    let unpacked = Command::new("unzip").args(["-q", "binder.zip", "-d"]).arg(&to).current_dir(folder.root()).status();
    assert!(unpacked.ok()?.success());
    let said = Command::new("sha256sum").args(["--strict", "-c", "SHA256SUMS"]).current_dir(&to).output().ok()?;
    Some((said.status.success(), String::from_utf8_lossy(&said.stdout).into_owned()))
}

#[test]
fn a_binder_holds_what_is_named_and_its_pages() {
    let folder = folder();
    let said = pack(&folder, &[]).ends(0);
    let bytes = std::fs::metadata(folder.path("binder.zip")).unwrap().len();
    let grouped = format!("{},{:03}", bytes / 1000, bytes % 1000);
    assert_eq!(
        said.out,
        format!(
            "wrote binder.zip: 2 files of Acme Inc., {grouped} bytes\n  requests: 2 delivered, 1 at an address, 36 not \
             delivered\n  2 files have no recorded hash; `gapcheck evidence lock` records what they are now\n  to verify it, \
             unpacked: sha256sum -c SHA256SUMS\n"
        )
    );
    let entries = entries(&folder.path("binder.zip"));
    let names: Vec<&str> = entries.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "SHA256SUMS",
            "control-matrix.csv",
            "control-matrix.md",
            "evidence/evidence/q3.csv",
            "evidence/policies/p.md",
            "index.csv",
            "index.html",
            "not-verified.csv",
            "requests.csv"
        ]
    );
    assert_eq!(entries["evidence/evidence/q3.csv"], b"abc");
    let sums = text(&entries, "SHA256SUMS");
    assert_eq!(sums.lines().count(), 8);
    assert!(sums.contains(&format!("{ABC}  evidence/evidence/q3.csv\n")), "{sums}");
    let matrix = folder.run(&["matrix", "in.yaml", "--as-of", "2026-11-22", "-f", "csv"]).ends(0);
    assert_eq!(text(&entries, "control-matrix.csv"), matrix.out);
    if let Some((good, said)) = verified(&folder) {
        assert!(good && said.lines().count() == 8 && said.lines().all(|line| line.ends_with(": OK")), "{said}");
    }
    assert_eq!(
        folder.names().into_iter().filter(|name| name != "unpacked").collect::<Vec<_>>(),
        ["binder.zip", "evidence", "in.yaml", "policies", "secret.txt"]
    );
}

#[test]
fn the_index_goes_by_criterion_and_period() {
    let folder = folder();
    pack(&folder, &[]).ends(0);
    let entries = entries(&folder.path("binder.zip"));
    let hash = |text: &[u8]| gapcheck::text::hash::sha256_hex(text);
    let policy = hash(b"# Copies\n");
    let control = ["A1.2", "Environment and data are protected and backed up", "AV-1", "Copies are made", "Jane Roe"];
    let title = rows(&text(&entries, "index.csv"))[0][1].clone();
    let control = [control[0], &title, control[2], control[3], control[4]];
    let row = |rest: [&str; 10]| control.iter().chain(&rest).map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        rows(&text(&entries, "index.csv")),
        [
            row([
                "record",
                "Q3 copies",
                "2026-07-01",
                "2026-09-30",
                "in the period",
                "2026-10-02",
                "Backup service",
                "not recorded",
                "evidence/evidence/q3.csv",
                ABC
            ]),
            row([
                "evidence",
                "Runbook",
                "2026-08-01",
                "2026-08-01",
                "in the period",
                "2026-10-05",
                "",
                "address",
                "https://wiki.example/a",
                ""
            ]),
            row([
                "document",
                "Copies policy",
                "",
                "",
                "",
                "2026-06-01",
                "Jane Roe",
                "not recorded",
                "evidence/policies/p.md",
                &policy
            ]),
        ]
    );
    let page = text(&entries, "index.html");
    for said in [
        "<h3 id=\"criterion-A1_2e2\">A1.2 ",
        "<a href=\"evidence/evidence/q3.csv\">evidence/evidence/q3.csv</a>",
        "Evidence binder",
        "Scoped out, and no control names it.",
        &format!("<code>{ABC}</code>"),
        "What could not be verified here",
        "<code>https://wiki.example/a</code>",
        "@media print",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("http://") && !page.contains("href=\"https:"), "the page leads nowhere outside");
}

#[test]
fn the_request_list_says_what_is_wanted_from_whom_by_when_and_whether_it_is_there() {
    let folder = folder();
    pack(&folder, &[]).ends(0);
    let entries = entries(&folder.path("binder.zip"));
    let all = rows(&text(&entries, "requests.csv"));
    // For each of the 33 common criteria too something typical is asked for, since nothing speaks to them.
    assert_eq!(all.len(), 39);
    let common = |row: &&Vec<String>| row[2] == "typical" && row[8].starts_with("CC");
    assert_eq!(all.iter().filter(common).count(), 33);
    let rows: Vec<Vec<String>> = all.iter().filter(|row| !common(row)).cloned().collect();
    let typical = rows[2][3].clone();
    let expected: [[&str; 12]; 6] = [
        [
            "1",
            "not delivered",
            "due",
            "Collect what shows that it ran from 2026-10-01 to 2026-12-31. Last time: Q3 copies, from Backup service.",
            "2026-10-01 to 2026-12-31",
            "Jane Roe",
            "2027-01-15",
            "no",
            "AV-1",
            "Copies are made",
            "A1.2",
            "",
        ],
        [
            "2",
            "not delivered",
            "wanted",
            "Restore log",
            "",
            "Jane Roe",
            "2027-01-20",
            "no",
            "AV-1",
            "Copies are made",
            "A1.2",
            "nothing on file bears this title",
        ],
        [
            "3",
            "not delivered",
            "typical",
            &typical,
            "",
            "",
            "2027-01-20",
            "no",
            "A1.3",
            &rows[2][9].clone(),
            "A1.3",
            "nothing here speaks to this criterion",
        ],
        [
            "37",
            "at an address",
            "named",
            "Runbook",
            "2026-08-01",
            "Jane Roe",
            "2027-01-20",
            "no",
            "AV-1",
            "Copies are made",
            "A1.2",
            "https://wiki.example/a",
        ],
        [
            "38",
            "delivered",
            "named",
            "Q3 copies",
            "2026-07-01 to 2026-09-30",
            "Jane Roe",
            "2027-01-20",
            "no",
            "AV-1",
            "Copies are made",
            "A1.2",
            "evidence/evidence/q3.csv",
        ],
        [
            "39",
            "delivered",
            "named",
            "Copies policy",
            "",
            "Sam Poe",
            "2027-01-20",
            "no",
            "POL",
            "Copies policy",
            "A1.2",
            "evidence/policies/p.md",
        ],
    ];
    assert_eq!(rows, expected.map(|row| row.map(str::to_owned).to_vec()));
    let catalog = gapcheck::load::catalog::bundled().unwrap();
    let restored = catalog.criteria.iter().find(|criterion| criterion.id.to_string() == "A1.3").unwrap();
    assert_eq!(typical, format!("Such as {}", gapcheck::text::list::or(&restored.evidence)));
}

#[test]
fn the_same_binder_is_the_same_bytes_wherever_it_is_made() {
    let (one, other) = (folder(), folder());
    // Neither the time of a file nor who may read it is in the archive, nor where the run began.
    let old = std::fs::File::options().write(true).open(other.path("evidence/q3.csv")).unwrap();
    old.set_modified(std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000)).unwrap();
    pack(&one, &[]).ends(0);
    let from = other.root().parent().unwrap();
    let mut command = other.command(&["evidence", "pack", "--as-of", "2026-11-22"]);
    command.current_dir(from).arg(other.path("in.yaml")).arg("-o").arg(other.path("binder.zip"));
    sentence::said(command, None).ends(0);
    let bytes = |folder: &Folder| std::fs::read(folder.path("binder.zip")).unwrap();
    assert!(bytes(&one) == bytes(&other), "the bytes differ");
}

#[test]
fn what_cannot_be_packed_is_all_named_and_no_binder_is_written() {
    let folder = folder();
    folder.run(&["evidence", "lock", "in.yaml"]).ends(0);
    folder.put("evidence/q3.csv", b"abd");
    std::fs::remove_file(folder.path("policies/p.md")).unwrap();
    folder.put("binder.zip", b"the old one");
    pack(&folder, &[]).refuses(
        "no binder is written, for 2 files that are named cannot be packed:\n  evidence/q3.csv (AV-1): the file is not the one \
         whose hash was recorded\n  policies/p.md (POL): the file is not there\nmend them, or pack without them with \
         `--incomplete`: the binder then lists each as not delivered",
    );
    assert_eq!(folder.text("binder.zip"), "the old one");

    let said = pack(&folder, &["--incomplete"]).ends(0);
    assert!(
        said.out.contains("  left out evidence/q3.csv (AV-1): the file is not the one whose hash was recorded\n"),
        "{}",
        said.out
    );
    let entries = entries(&folder.path("binder.zip"));
    assert_eq!(entries.keys().filter(|name| name.starts_with("evidence/")).count(), 0);
    let altered = gapcheck::text::hash::sha256_hex(b"abd");
    let list = rows(&text(&entries, "not-verified.csv"));
    let expected = [
        [
            "altered",
            "AV-1",
            "Q3 copies",
            "evidence/q3.csv",
            ABC,
            &altered,
            "the file is not the one whose hash was recorded",
        ],
        ["not there", "POL", "Copies policy", "policies/p.md", &list[1][4].clone(), "", "the file is not there"],
        ["address", "AV-1", "Runbook", "https://wiki.example/a", "", "", "nobody looked behind the address"],
    ];
    assert_eq!(list, expected.map(|row| row.map(str::to_owned).to_vec()));
    let requests = rows(&text(&entries, "requests.csv"));
    let open = |title: &str| requests.iter().find(|row| row[3] == title).map(|row| (row[1].clone(), row[11].clone()));
    let not = "not delivered".to_owned();
    assert_eq!(open("Q3 copies"), Some((not.clone(), "the file is not the one whose hash was recorded".to_owned())));
    assert_eq!(open("Copies policy"), Some((not, "the file is not there".to_owned())));
}

/// An inventory whose one control names some files, each path as YAML writes it in double quotes.
fn naming(paths: &[&str]) -> String {
    let evidence: String = paths.iter().map(|path| format!("      - path: \"{path}\"\n")).collect();
    format!(
        "organization: Acme Inc.\ncontrols:\n  - id: C\n    name: N\n    criteria: [CC6.1, CC6.2]\n    status: implemented\n    \
         evidence:\n{evidence}"
    )
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_folder_is_packed() {
    let outside = Folder::with(&[("passwd", "root")]);
    let folder = Folder::with(&[("in.yaml", ""), ("a.txt", "a")]);
    std::os::unix::fs::symlink(outside.path("passwd"), folder.path("link.txt")).unwrap();
    std::os::unix::fs::symlink("a.txt", folder.path("within.txt")).unwrap();
    let absolute = outside.path("passwd").display().to_string();
    folder.put("in.yaml", naming(&["a.txt", "link.txt", "../passwd", &absolute, "within.txt", "./a.txt"]).as_bytes());
    let said = pack(&folder, &[]).ends(2);
    assert_eq!(said.err.matches("it lies outside the folder of the inventory").count(), 3, "{}", said.err);
    assert!(!folder.path("binder.zip").exists());
    // A path that lies in no folder of the inventory is shown as it stands, wherever the inventory lies.
    let elsewhere = folder.path("in.yaml").display().to_string();
    let said = folder.run(&["evidence", "pack", &elsewhere, "-o", "binder.zip"]).ends(2);
    assert!(
        said.err.contains(&format!("\n  {absolute} (C): it lies outside the folder of the inventory\n")),
        "{}",
        said.err
    );
    pack(&folder, &["--incomplete"]).ends(0);
    let entries = entries(&folder.path("binder.zip"));
    let files: Vec<&str> = entries.keys().filter(|name| name.contains('/')).map(String::as_str).collect();
    assert_eq!(files, ["evidence/a.txt", "evidence/within.txt"]);
    assert_eq!(entries["evidence/within.txt"], b"a");
}

#[cfg(unix)]
#[test]
fn hostile_names_are_made_safe_and_said() {
    let long = format!("{}.pdf", "x".repeat(240));
    let names =
        ["a\u{1b}[31m\nb.txt", "CON", "a:b.txt", "A.txt", "a.txt", "=cmd.csv", "..\\evil.txt", &long, "<img>.png"];
    let folder = Folder::with(&names.map(|name| (name, name)));
    let written =
        ["a\\e[31m\\nb.txt", "CON", "a:b.txt", "A.txt", "a.txt", "=cmd.csv", "..\\\\evil.txt", &long, "<img>.png"];
    folder.put("in.yaml", naming(&written).as_bytes());
    let said = pack(&folder, &[]).ends(0);
    assert_eq!(said.out.matches("  renamed ").count(), 7, "{}", said.out);
    assert!(!said.out.contains('\u{1b}'), "{}", said.out);
    let entries = entries(&folder.path("binder.zip"));
    let packed: Vec<&String> = entries.keys().filter(|name| name.starts_with("evidence/")).collect();
    assert_eq!(packed.len(), 9, "{packed:?}");
    let mut lower: Vec<String> = packed.iter().map(|name| name.to_lowercase()).collect();
    lower.sort();
    lower.dedup();
    assert_eq!(lower.len(), 9, "{packed:?}");
    for name in &packed {
        let last = name.strip_prefix("evidence/").unwrap();
        assert!(name.len() < 200 && !last.contains(['\u{1b}', '\n', ':', '\\', '<', '>', '/']), "{name:?}");
        assert!(!last.starts_with("CON") && !name.contains("/../"), "{name:?}");
    }
    let mut held: Vec<&[u8]> = packed.iter().map(|name| entries[*name].as_slice()).collect();
    held.sort_unstable();
    let mut all: Vec<&[u8]> = names.iter().map(|name| name.as_bytes()).collect();
    all.sort_unstable();
    assert_eq!(held, all);
    assert!(text(&entries, "index.html").contains("<code>a\\u{1b}[31m b.txt</code>"));
    if let Some((good, said)) = verified(&folder) {
        assert!(good, "{said}");
    }
}

#[test]
fn words_of_an_inventory_drive_neither_the_page_nor_a_spreadsheet() {
    let hostile = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/hostile.yaml");
    let folder = Folder::with(&[("in.yaml", &std::fs::read_to_string(hostile).unwrap())]);
    pack(&folder, &["--incomplete"]).ends(0);
    let entries = entries(&folder.path("binder.zip"));
    let page = text(&entries, "index.html");
    let hidden = |c: char| !gapcheck::text::escape::visible(c) && c != '\n';
    assert_eq!(page.chars().find(|c| hidden(*c)), None);
    assert_eq!(page.matches("<script").count(), 1, "the page's own");
    assert!(!page.contains("onerror=\"") && !page.contains("javascript:alert(1)\""));
    let mut cells = 0;
    for table in ["index.csv", "requests.csv", "not-verified.csv"] {
        for cell in rows(&text(&entries, table)).concat() {
            assert!(!gapcheck::text::escape::looks_like_formula(&cell) || cell.starts_with('\''), "{table}: {cell:?}");
            assert!(cell.chars().all(|c| !hidden(c)), "{table}: {cell:?}");
            cells += 1;
        }
    }
    assert!(cells > 100);
}

#[test]
fn the_page_says_what_hashes_show() {
    let said = |files: &[&str], locked: bool| {
        let folder = Folder::with(&[("in.yaml", &naming(files))]);
        for name in files {
            folder.put(name, name.as_bytes());
        }
        if locked {
            folder.run(&["evidence", "lock", "in.yaml"]).ends(0);
        }
        pack(&folder, &[]).ends(0);
        let page = text(&entries(&folder.path("binder.zip")), "index.html");
        let (_, rest) = page.split_once("could not be verified here.</p>").unwrap();
        let line = rest.lines().find(|line| line.contains("<p>")).unwrap().trim().to_owned();
        (line, page.contains("<td><span class=\"nw\">evidence</span></td>"))
    };
    let before = "no hash had been recorded before this binder was made, so that nothing shows whether";
    let one = format!("<p>Of 1 file {before} it changed since it was collected.</p>");
    assert_eq!(said(&["a.txt"], false), (one, true));
    let two = format!("<p>Of 2 files {before} they changed since they were collected.</p>");
    assert_eq!(said(&["a.txt", "b.txt"], false), (two, true));
    let all = "<p>Every file has the hash that was recorded of it before this binder was made.</p>";
    assert_eq!(said(&["a.txt"], true), (all.to_owned(), true));
    let folder = Folder::with(&[("in.yaml", "organization: Acme Inc.\ncontrols: []\n")]);
    pack(&folder, &[]).ends(0);
    let page = text(&entries(&folder.path("binder.zip")), "index.html");
    assert!(!page.contains("Every file has the hash") && page.contains("<p>No file is in this binder.</p>"));
}

#[test]
fn reports_on_the_organisation_are_indexed_and_requested() {
    let reports = "\
reports:
  - { kind: soc2-type2, period: { start: 2025-07-01, end: 2025-12-31 }, issued: 2026-02-01, by: Firm LLP, path: soc.pdf, owner: jane }
  - { kind: penetration-test, date: 2026-05-04, by: Testers Ltd }
";
    let folder = folder();
    folder.put("in.yaml", format!("{INVENTORY}{reports}").as_bytes());
    folder.put("soc.pdf", b"abc");
    pack(&folder, &["--incomplete"]).ends(0);
    let entries = entries(&folder.path("binder.zip"));
    let of_reports = |name: &str, column: usize, word: &str| {
        let rows = rows(&text(&entries, name)).into_iter();
        rows.filter(|row| row[column] == word).map(|row| row.join("|")).collect::<Vec<_>>()
    };
    assert_eq!(
        of_reports("index.csv", 5, "own report"),
        [
            format!(
                "||||Jane Roe|own report|SOC 2 Type II report|2025-07-01|2025-12-31||2026-02-01|Firm LLP|not recorded|\
                 evidence/soc.pdf|{ABC}"
            ),
            "|||||own report|penetration test|2026-05-04|2026-05-04|||Testers Ltd|not said where||".to_owned(),
        ]
    );
    let requests = rows(&text(&entries, "requests.csv"));
    let request = |wanted: &str| {
        let row = requests.iter().find(|row| row[3] == wanted).unwrap_or_else(|| panic!("{wanted}"));
        [&row[1], &row[4], &row[5]].map(String::as_str).join("|")
    };
    assert_eq!(request("SOC 2 Type II report"), "delivered|2025-07-01 to 2025-12-31|Jane Roe");
    assert_eq!(request("penetration test"), "not delivered|2026-05-04|");
    let lost = "not said where|penetration-test|penetration test||||the inventory does not say where it is";
    assert_eq!(of_reports("not-verified.csv", 1, "penetration-test"), [lost]);
    let page = text(&entries, "index.html");
    assert!(page.contains("On file for the organisation itself"), "{page}");
}

/// An archive of one file with the hash it is said to have.
fn archived(folder: &Folder, sha256: &str) -> anyhow::Result<u64> {
    let held = Held::File { shown: "a.txt".to_owned(), real: folder.path("a.txt"), sha256: sha256.to_owned() };
    archive::write(&folder.path("binder.zip"), vec![Entry { name: "evidence/a.txt".to_owned(), holds: held }])
}

#[test]
fn a_file_that_changes_while_it_is_packed_leaves_no_archive() {
    let folder = Folder::with(&[("a.txt", "abc")]);
    archived(&folder, ABC).expect("the same file");
    let before = std::fs::read(folder.path("binder.zip")).unwrap();
    folder.put("a.txt", b"abcd");
    let error = format!("{:#}", archived(&folder, ABC).unwrap_err());
    assert!(
        error.ends_with(
            "binder.zip is not written: a.txt was changed while it was being packed; run this again once nobody writes to it"
        ),
        "{error}"
    );
    assert_eq!(std::fs::read(folder.path("binder.zip")).unwrap(), before, "the old archive stays whole");
    assert_eq!(folder.names(), ["a.txt", "binder.zip"]);
}

/// A folder with an inventory and a file of holes: much to pack, and nothing on the disk.
#[cfg(unix)]
fn much_to_pack() -> Folder {
    let folder = Folder::with(&[("in.yaml", &naming(&["big.csv"])), ("big.csv", "")]);
    std::fs::File::options().write(true).open(folder.path("big.csv")).unwrap().set_len(96 << 20).unwrap();
    folder
}

/// What a run says and how it ends that gets a signal once its archive is begun.
#[cfg(unix)]
fn ended_by(signal: &str, folder: &Folder) -> (String, Option<i32>) {
    let mut command = folder.command(&["evidence", "pack", "in.yaml", "-o", "binder.zip"]);
    let mut child = command.stderr(std::process::Stdio::piped()).stdout(std::process::Stdio::null()).spawn().unwrap();
    while !folder.names().iter().any(|name| name.starts_with(".gapcheck-")) {
        assert!(child.try_wait().unwrap().is_none(), "it was over before it was seen");
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert!(Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap().success());
    let said = child.wait_with_output().unwrap();
    (String::from_utf8_lossy(&said.stderr).into_owned(), said.status.code())
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_nothing() {
    let folder = much_to_pack();
    for signal in ["TERM", "INT", "HUP"] {
        let (said, code) = ended_by(signal, &folder);
        assert_eq!(said, "error: binder.zip is not written: interrupted\n", "{signal}");
        assert_eq!(code, Some(2), "{signal}");
        assert_eq!(folder.names(), ["big.csv", "in.yaml"], "{signal}");
    }
}

#[cfg(unix)]
#[test]
fn what_a_killed_run_leaves_the_next_one_takes_away() {
    let folder = much_to_pack();
    let (_, code) = ended_by("KILL", &folder);
    assert_eq!(code, None);
    let left: Vec<String> = folder.names().into_iter().filter(|name| name.starts_with('.')).collect();
    assert_eq!(left.len(), 1, "{left:?}");
    folder.put("big.csv", b"small");
    // What somebody still writes to stays.
    let other = std::fs::File::create(folder.path(".gapcheck-unfinished-other")).unwrap();
    other.lock().unwrap();
    pack(&folder, &[]).ends(0);
    assert_eq!(folder.names(), [".gapcheck-unfinished-other", "big.csv", "binder.zip", "in.yaml"]);
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_nothing_and_is_said_once() {
    let folder = Folder::with(&[("in.yaml", &naming(&["a.pdf"]))]);
    folder.put("a.pdf", &vec![b'a'; 2 << 20]);
    // The shell counts in blocks of 512 or 1024 bytes: at most 256 KiB can be written.
    let script =
        format!("ulimit -f 256 && exec '{}' evidence pack in.yaml -o binder.zip", env!("CARGO_BIN_EXE_gapcheck"));
    let said = Command::new("sh").args(["-c", &script]).current_dir(folder.path("")).output().unwrap();
    let errors = String::from_utf8_lossy(&said.stderr);
    assert_eq!(errors, "error: binder.zip is not written: File too large (os error 27)\n");
    assert_eq!(said.status.code(), Some(2));
    assert_eq!(folder.names(), ["a.pdf", "in.yaml"]);
}

#[test]
fn what_makes_no_binder_is_refused_plainly() {
    let folder = folder();
    let run = |arguments: &[&str]| folder.run(&[&["evidence", "pack"], arguments].concat());
    run(&["in.yaml", "-o", "binder.tar"])
        .refuses("the binder is a ZIP archive: give it a name that ends with .zip, not binder.tar");
    run(&["in.yaml", "-o", "no/binder.zip"]).refuses("cannot write no/binder.zip: there is no folder no");
    folder.put("dir.zip/x", b"");
    run(&["in.yaml", "-o", "dir.zip"]).refuses("cannot write dir.zip: it is a folder");
    folder.run_with(INVENTORY.as_bytes(), &["evidence", "pack", "-", "-o", "binder.zip"]).refuses(
        "an inventory on standard input lies in no folder, and its evidence lies beside it; name the file or the folder",
    );
    folder.put("own.yaml", naming(&["own.zip"]).as_bytes());
    folder.put("own.zip", b"abc");
    run(&["own.yaml", "-o", "own.zip"])
        .refuses("own.zip is evidence or a document of the inventory and would be overwritten");
    assert_eq!(folder.text("own.zip"), "abc");
}
