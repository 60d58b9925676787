//! How a trend is told, in every format.

use gapcheck::report::trend::TREND_FORMATS;
use serde_json::Value;

use crate::{Repository, Said, control, gapcheck, inventory, said};

/// Nothing in place, then a control on three criteria, in a wider scope, and something that cannot be read.
fn repository() -> Repository {
    let wide = format!(
        "scope: {{ categories: [availability], report: type2, period: {{ start: 2026-01-01, end: 2026-12-31 }} }}\n{}",
        inventory(&control("AC-1", "\"CC6.2\", \"CC6.3\", \"A1.1\"", "implemented", ", since: 2026-01-01"))
    );
    Repository::of(&[
        ("2026-01-05", &inventory("")),
        ("2026-02-02", &wide),
        ("2026-03-02", "organization: Acme\ncontrols: x\n"),
    ])
}

fn rendered(repository: &Repository, format: &str, width: &str) -> Said {
    let mut program = gapcheck(repository.path());
    said(program.env("COLUMNS", width).args(["trend", "soc2.yaml", "-f", format, "--committed"]))
}

#[test]
fn the_terminal_has_a_line_for_each_count_and_a_row_for_each_revision() {
    let repository = repository();
    let hashes: Vec<String> =
        ["HEAD~2", "HEAD~1", "HEAD"].iter().map(|at| repository.git(&["rev-parse", "--short=8", at])).collect();
    let said = rendered(&repository, "terminal", "120");
    let all = repository.json(&["soc2.yaml", "--committed"]);
    let total = |at: usize| all["points"][at]["gaps"]["total"].as_i64().unwrap();
    let (first, last) = (total(0), total(1));
    assert!(said.out.starts_with(&format!(
        "Acme Inc.: readiness over time\n\
         soc2.yaml. 3 revisions change the inventory or a file it names; 2 are shown and 1 could not be assessed. 2 assessments\n\
         were made: what is the same on the same day is assessed once.\n\
         Each revision is judged as it would have been on the day it was committed, by the calendar of its committer; between two\n\
         revisions evidence may have gone out of date without anybody changing a file.\n\n\
         From 2026-01-05 to 2026-02-02: criteria with no gap identified on design, 0 of 33 before and 0 of 36 now; open gaps, \
         {first}\nbefore and {last} now.\n\n\
         From the first to the last\n  design     0/33 0 %  ▁▁  0/36 0 %   0\n  operation         –  ·▁  0/36 0 %\n  claimed    \
         0/33 0 %  ▁▁  3/36 8 %  +3\n"
    )), "{}", said.out);
    let row = |day: &str, hash: &str| {
        said.out.lines().find(|line| line.contains(&format!("{day}  {hash}"))).unwrap().to_owned()
    };
    assert_eq!(
        row("2026-01-05", &hashes[0]),
        format!("  2026-01-05  {}     0/33          –        0          0       0  {first:>5}", hashes[0])
    );
    assert!(row("2026-02-02", &hashes[1]).contains("     0/36       0/36        3          0       0 "));
    assert!(
        said.out.contains(&format!(
            "Not assessed: 1 revision\n  {} of 2026-03-02: soc2.yaml:2:11: expected a list, found `x`\n",
            hashes[2]
        )),
        "{}",
        said.out
    );
    assert!(said.out.contains("Of merges, what was merged counts from the day it was merged.\n"));
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    let repository = repository();
    for width in [40, 60, 80, 100, 130, 160, 200] {
        let said = rendered(&repository, "terminal", &width.to_string());
        let widest = said.out.lines().map(gapcheck::text::wrap::width).max().unwrap();
        assert!(widest <= width, "{widest} of {width}: {}", said.out);
        assert!(said.out.contains("2026-02-02"), "{width}");
    }
}

/// Every number of every point, read out of each format for people and machines, is that of the JSON.
#[test]
fn every_format_states_the_same_numbers() {
    let repository = repository();
    let json = repository.json(&["soc2.yaml", "--committed"]);
    let points = json["points"].as_array().unwrap();
    let number = |point: &Value, pointer: &str| point.pointer(pointer).and_then(Value::as_i64);
    let csv = rendered(&repository, "csv", "100").out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), points.len() + 1);
    let columns = [
        ("criteria", "/criteria/total"),
        ("applicable", "/criteria/applicable"),
        ("design_gap", "/design/gap"),
        ("design_unverified", "/design/unverified"),
        ("operation_unverified", "/operation/unverified"),
        ("claimed", "/coverage/claimed"),
        ("tested", "/coverage/tested"),
        ("gaps_very_high", "/gaps/very_high"),
        ("gaps_low", "/gaps/low"),
        ("gaps_total", "/gaps/total"),
        ("change_claimed", "/change/claimed"),
        ("change_operation", "/change/operation_no_gap"),
        ("change_gaps", "/change/gaps"),
    ];
    for (point, row) in points.iter().zip(&rows) {
        for (column, pointer) in columns {
            let cell = &row[names.iter().position(|name| name == column).unwrap()];
            assert_eq!(cell, number(point, pointer).map_or_else(String::new, |number| number.to_string()), "{column}");
        }
    }
    assert_eq!(&rows[2][0], "not_assessed");
    for format in ["markdown", "html"] {
        let text = rendered(&repository, format, "100").out;
        for point in points {
            let levels = ["very_high", "high", "moderate", "low", "very_low"]
                .map(|level| number(point, &format!("/gaps/{level}")).unwrap().to_string());
            assert!(text.contains(&levels.join(" / ")), "{format}: {levels:?}");
        }
        assert!(text.contains("claimed +3"), "{format}");
        assert!(text.contains("another scope"), "{format}");
        assert!(text.contains("expected a list, found"), "{format}");
    }
}

#[test]
fn the_page_holds_pictures_that_say_what_they_show() {
    let text = rendered(&repository(), "html", "100").out;
    for key in ["design", "operation", "claimed", "evidenced", "tested", "gaps"] {
        assert!(text.contains(&format!("aria-labelledby=\"trend-{key}-name trend-{key}-desc\"")), "{key}");
    }
    assert!(text.contains("<desc id=\"trend-claimed-desc\">A control in place, by the inventory&#39;s own word. 0 of 33 at first, 3 of 36 at last.</desc>"), "{text}");
    // From the first day to the last but one the line lies low, and rises to 3 of 36 of 59: 4 lines.
    assert!(text.contains("<polyline class=\"edge\" points=\"0,60 579,60 579,56 600,56\""), "{text}");
    assert!(!text.contains("<script"), "no script runs");
    assert!(text.contains("Content-Security-Policy"));
    for address in ["http://", "https://"] {
        assert!(!text.contains(address), "it asks for nothing else");
    }
}

#[test]
fn nothing_but_the_result_goes_to_a_pipe() {
    let repository = Repository::of(&[("2026-01-05", &inventory(""))]);
    for format in TREND_FORMATS {
        let said = rendered(&repository, format.name, "100");
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{}", format.name);
    }
    let alone = rendered(&repository, "terminal", "300").out;
    assert!(
        alone.contains("One revision, of 2026-01-05: 0 of 33 criteria have no gap identified on design, 33 gaps are open. Nothing can be compared yet."),
        "{alone}"
    );
}

#[test]
fn files_are_written_and_the_schema_is_printed() {
    let repository = repository();
    let said = repository.run(&[
        "trend",
        "soc2.yaml",
        "--committed",
        "-o",
        "t.html",
        "-o",
        "t.csv",
        "-o",
        "t.json",
        "-o",
        "t.md",
        "-o",
        "t.txt",
    ]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    for (file, format) in
        [("t.html", "html"), ("t.csv", "csv"), ("t.json", "json"), ("t.md", "markdown"), ("t.txt", "terminal")]
    {
        let written = std::fs::read_to_string(repository.path().join(file)).unwrap();
        assert_eq!(written, rendered(&repository, format, "100").out, "{file}");
    }
    let schema: Value = serde_json::from_str(&repository.run(&["schema", "trend"]).out).unwrap();
    assert_eq!(schema["$id"], "urn:gapcheck:schema:trend:1");
    assert!(jsonschema::meta::is_valid(&schema));
}

#[test]
fn the_picture_ends_on_its_newest_day_whatever_clocks_said() {
    let planned = inventory(&control("AC-1", "CC6.2", "planned", ""));
    let repository =
        Repository::of(&[("2026-01-05", &inventory("")), ("2026-06-01", &planned), ("2026-02-02", &inventory(""))]);
    let text = rendered(&repository, "html", "100").out;
    let days = "<div class=\"days\"><span class=\"nw\">2026-01-05</span><span class=\"nw\">2026-06-01</span></div>";
    assert!(text.contains(days), "{text}");
}

#[test]
fn the_folder_one_stands_in_has_a_name() {
    let repository = Repository::of(&[("2026-01-05", &inventory(""))]);
    let said = repository.run(&["trend", ".", "--committed"]);
    assert!(said.out.contains("\nthis folder. 1 revision changes the inventory"), "{}{}", said.out, said.err);
}
