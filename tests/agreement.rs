//! The numbers are the same in every format, and a place in the result is the place in the file: both found again by hand.
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

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gapcheck::Request;
use gapcheck::io;
use gapcheck::load::baseline::baseline;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::level::Level;
use gapcheck::report::{FORMATS, Options, by_name};
use proptest::prelude::*;
use serde_json::Value;

use common::{as_of, catalog};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The inventories that lie in this repository.
fn inventories() -> Vec<PathBuf> {
    let examples = fs::read_dir(root().join("examples")).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = examples.filter(|path| path.is_dir()).collect();
    assert!(paths.len() >= 4, "{paths:?}");
    paths.extend(
        ["tests/healthy.yaml", "tests/inventory/complete.yaml", "tests/fixtures/hostile.yaml"]
            .map(|name| root().join(name)),
    );
    paths.sort();
    paths
}

/// Assesses an inventory of this repository, as it is or held against an earlier result of its own in which half of the
/// gaps were not there yet and some were less grave.
fn assessed(path: &Path, compared: bool, look: impl FnOnce(&Assessment<'_>)) {
    let input = io::input::read(&[path.to_path_buf()]).unwrap();
    let inventory = gapcheck::read(&input.sources, catalog(), as_of()).unwrap();
    let files = io::evidence::look_up(&inventory, &input.sources);
    let mut request = Request { as_of: as_of(), fail_on: Some(Level::Moderate), baseline: None };
    if compared {
        let first = gapcheck::assess(&input.sources, &inventory, catalog(), &files, &request);
        let mut result: Value = serde_json::from_str(&rendered("json", &first)).unwrap();
        let gaps = result["gaps"].as_array_mut().unwrap();
        for gap in gaps.iter_mut().step_by(3) {
            gap["risk"]["level"] = "very_low".into();
        }
        let half = gaps.len() / 2;
        gaps.truncate(half);
        request.baseline = Some(baseline(&result.to_string()).unwrap());
    }
    look(&gapcheck::assess(&input.sources, &inventory, catalog(), &files, &request));
}

fn rendered(format: &str, assessment: &Assessment<'_>) -> String {
    (by_name(format).unwrap().render)(assessment, &Options::default()).into_text()
}

/// The counts by their names: `design gap`, `claimed`, `open high`, `area access partial`, ….
type Counts = BTreeMap<String, u64>;

const VERDICTS: [&str; 4] = ["no_gap", "partial", "unverified", "gap"];
const LEVELS: [&str; 5] = ["very_high", "high", "moderate", "low", "very_low"];

/// Counts what the lists of the JSON result hold, and never looks at its summary.
fn counted(json: &Value) -> Counts {
    let list = |key: &str| json[key].as_array().unwrap();
    let number = |count: usize| u64::try_from(count).unwrap();
    let mut counts = Counts::new();
    let applicable: Vec<&Value> = list("criteria").iter().filter(|one| one["design"] != "not_applicable").collect();
    counts.insert("criteria".to_owned(), number(list("criteria").len()));
    counts.insert("applicable".to_owned(), number(applicable.len()));
    for of in ["design", "operation"] {
        if json["summary"][of].is_null() {
            assert!(applicable.iter().all(|one| one[of].is_null()));
            continue;
        }
        for verdict in VERDICTS {
            let with = |verdict: &str| applicable.iter().filter(|one| one[of] == verdict).count();
            counts.insert(format!("{of} {verdict}"), number(with(verdict)));
        }
    }
    for what in ["claimed", "evidenced", "tested"] {
        counts.insert(what.to_owned(), number(applicable.iter().filter(|one| one[what] == true).count()));
    }
    let gaps =
        |treatment: &str| list("gaps").iter().filter(move |gap| gap["treatment"] == treatment).collect::<Vec<_>>();
    for level in LEVELS {
        let at = gaps("open").iter().filter(|gap| gap["risk"]["level"] == level).count();
        counts.insert(format!("open {level}"), number(at));
    }
    counts.insert("open".to_owned(), number(gaps("open").len()));
    counts.insert("accepted".to_owned(), number(gaps("accepted").len()));
    counts.insert("baseline".to_owned(), number(gaps("baseline").len()));
    for category in json["scope"]["categories"].as_array().unwrap() {
        let of = || applicable.iter().filter(|one| one["category"] == *category);
        let name = category.as_str().unwrap().replace('_', " ");
        counts.insert(format!("category {name}"), number(of().count()));
        for verdict in VERDICTS {
            counts.insert(
                format!("category {name} {verdict}"),
                number(of().filter(|one| one["design"] == verdict).count()),
            );
        }
    }
    counts
}

/// The counts as the summary of the JSON result states them.
fn stated_in_json(json: &Value) -> Counts {
    let summary = &json["summary"];
    let mut counts = Counts::new();
    let mut put = |name: String, value: &Value| counts.insert(name, value.as_u64().unwrap());
    put("criteria".to_owned(), &summary["criteria"]["total"]);
    put("applicable".to_owned(), &summary["criteria"]["applicable"]);
    assert_eq!(summary["criteria"]["applicable"], summary["coverage"]["of"]);
    for of in ["design", "operation"] {
        for verdict in VERDICTS.iter().filter(|_| !summary[of].is_null()) {
            put(format!("{of} {verdict}"), &summary[of][*verdict]);
        }
    }
    for what in ["claimed", "evidenced", "tested"] {
        put(what.to_owned(), &summary["coverage"][what]);
    }
    for level in LEVELS {
        put(format!("open {level}"), &summary["gaps"][level]);
    }
    put("open".to_owned(), &summary["gaps"]["total"]);
    put("accepted".to_owned(), &summary["gaps"]["accepted"]);
    put("baseline".to_owned(), &summary["gaps"]["baseline"]);
    for group in summary["categories"].as_array().unwrap() {
        let name = group["category"].as_str().unwrap().replace('_', " ");
        put(format!("category {name}"), &group["criteria"]);
        for verdict in VERDICTS {
            put(format!("category {name} {verdict}"), &group[verdict]);
        }
    }
    counts
}

/// A number as reports write it: `1,234`, or `·` for none.
fn number(text: &str) -> u64 {
    let text = text.trim();
    if text == "·" { 0 } else { text.replace(',', "").parse().unwrap_or_else(|_| panic!("no number: {text:?}")) }
}

/// What stands before a word in a line.
fn before<'t>(line: &'t str, word: &str) -> &'t str {
    let at = line.find(word).unwrap_or_else(|| panic!("no {word:?} in {line:?}"));
    line[..at].split_whitespace().next_back().unwrap()
}

/// The counts as they are read off the terminal.
fn read_off_the_terminal(text: &str) -> Counts {
    let plain = anstream::adapter::strip_str(text).to_string();
    let lines: Vec<&str> = plain.lines().collect();
    let line = |begins: &str| {
        let found = lines.iter().find(|line| line.starts_with(begins));
        *found.unwrap_or_else(|| panic!("no line begins with {begins:?} in\n{plain}"))
    };
    let mut counts = Counts::new();
    for what in ["claimed", "evidenced", "tested"] {
        let line = line(&format!("  {what} "));
        counts.insert(what.to_owned(), number(before(line, " of ")));
        let of = line.split_once(" of ").unwrap().1;
        counts.insert("applicable".to_owned(), number(of.split_whitespace().next().unwrap()));
    }
    let legends = lines.iter().filter(|line| line.trim_start().starts_with('█') && line.contains("no gap identified"));
    for (of, legend) in ["design", "operation"].iter().zip(legends) {
        for (verdict, word) in VERDICTS.iter().zip([" no gap identified", " partial", " unverified", " gap"]) {
            // The last word stands in the first one too.
            let part = legend.rsplit(" · ").find(|part| part.ends_with(word)).unwrap();
            counts.insert(format!("{of} {verdict}"), number(before(part, word)));
        }
    }
    for level in LEVELS {
        let word = level.replace('_', " ");
        let rest = line(&format!("  {word} "))[2 + word.len()..].trim_start();
        counts.insert(format!("open {level}"), number(rest.split_whitespace().next().unwrap()));
    }
    counts.insert("open".to_owned(), number(&line("Open gaps: ")["Open gaps: ".len()..]));
    let apart = line("  and apart from these ");
    counts.insert("accepted".to_owned(), number(before(apart, " accepted gap")));
    counts.insert("baseline".to_owned(), number(before(apart, " in the baseline")));
    let table = lines.iter().position(|line| line.starts_with("  Category ")).unwrap();
    for row in lines[table + 2..].iter().take_while(|line| !line.is_empty()) {
        let cells: Vec<&str> = row.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        counts.insert(format!("category {}", cells[0]), number(cells[1]));
        for (verdict, cell) in VERDICTS.iter().zip(&cells[2..]) {
            counts.insert(format!("category {} {verdict}", cells[0]), number(cell));
        }
    }
    // The same numbers stand a second time where things are counted apart, and in the headline.
    let second =
        |label: &str| number(line(&format!("  {label} "))[2 + label.len()..].split_whitespace().next().unwrap());
    assert_eq!((second("accepted"), second("baseline")), (counts["accepted"], counts["baseline"]));
    let headline = format!("{} of {} crit", counts["design no_gap"], counts["applicable"]);
    assert!(plain.contains(&headline), "{headline}\n{plain}");
    let all = counts["applicable"] + second("not applicable");
    counts.insert("criteria".to_owned(), all);
    assert_eq!(all + second("out of scope"), 61);
    counts
}

/// The counts as they are read out of the tables of the Markdown report.
fn read_out_of_markdown(text: &str) -> Counts {
    let lines: Vec<&str> = text.lines().collect();
    let table = |heading: &str| -> Vec<Vec<&str>> {
        let at = lines.iter().position(|line| *line == heading).unwrap_or_else(|| panic!("no {heading}"));
        let rows = lines[at..].iter().skip_while(|line| !line.starts_with("| --")).skip(1);
        rows.take_while(|line| line.starts_with('|'))
            .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
            .collect()
    };
    let mut counts = Counts::new();
    let verdicts = table("### How far it is");
    for (verdict, row) in VERDICTS.iter().zip(&verdicts) {
        counts.insert(format!("design {verdict}"), number(row[1]));
        if let Some(operation) = row.get(3) {
            counts.insert(format!("operation {verdict}"), number(operation));
        }
    }
    counts.insert("applicable".to_owned(), number(verdicts[4][1]));
    for row in table("### What stands behind it") {
        let (part, of) = row[1].split_once(" of ").unwrap();
        counts.insert(row[0].to_lowercase(), number(part));
        assert_eq!(number(of), counts["applicable"]);
    }
    let levels = table("### Open gaps by level");
    for (level, row) in LEVELS.iter().zip(&levels) {
        assert_eq!(row[0].to_lowercase(), level.replace('_', " "));
        counts.insert(format!("open {level}"), number(row[2]));
    }
    counts.insert("open".to_owned(), number(levels[5][2]));
    let apart = lines.iter().find(|line| line.starts_with("Not among them: ")).unwrap();
    counts.insert("accepted".to_owned(), number(before(apart, " accepted")));
    counts.insert("baseline".to_owned(), number(before(apart, " known before")));
    for row in table("### By category") {
        let name = row[0].to_lowercase();
        counts.insert(format!("category {name}"), number(row[1]));
        for (verdict, cell) in VERDICTS.iter().zip(&row[2..]) {
            counts.insert(format!("category {name} {verdict}"), number(cell));
        }
    }
    // Every criterion has a row of its own, and every gap one place it is told at.
    let catalog = catalog();
    let is_criterion = |line: &&&str| {
        let first = line.strip_prefix("| ").and_then(|line| line.split(" | ").next());
        first.is_some_and(|first| catalog.criteria.iter().any(|one| one.id.to_string() == first))
    };
    let verdicts = lines.iter().position(|line| *line == "## Verdicts per criterion").unwrap();
    let matrix = lines.iter().position(|line| *line == "## Control matrix").unwrap();
    let rows = lines[verdicts..matrix].iter().filter(is_criterion).count();
    counts.insert("criteria".to_owned(), u64::try_from(rows).unwrap());
    let told = text.matches("<a id=\"gap-").count();
    assert_eq!(u64::try_from(told).unwrap(), counts["open"] + counts["accepted"] + counts["baseline"]);
    counts
}

/// The value of a property of ours.
fn property<'a>(of: &'a Value, name: &str) -> &'a str {
    let ours = |prop: &&Value| prop["name"] == name && prop["ns"] == "urn:gapcheck:oscal:1";
    let found = of["props"].as_array().unwrap().iter().find(ours);
    found.unwrap_or_else(|| panic!("no {name} in {of:.400}"))["value"].as_str().unwrap()
}

/// The counts as they are counted in the lists of OSCAL assessment results; what no list holds, as it is stated there.
fn read_out_of_oscal(text: &str) -> Counts {
    let document: Value = serde_json::from_str(text).unwrap();
    let result = &document["assessment-results"]["results"][0];
    let none = Vec::new();
    let list = |of: &Value, name: &str| of[name].as_array().unwrap_or(&none).clone();
    let number = |count: usize| u64::try_from(count).unwrap();
    let mut counts = Counts::new();
    let selection = &result["reviewed-controls"]["control-selections"][0];
    let applicable = list(selection, "include-controls").len();
    counts.insert("applicable".to_owned(), number(applicable));
    counts.insert("criteria".to_owned(), number(applicable + list(selection, "exclude-controls").len()));
    let findings = list(result, "findings");
    let type_2 = property(result, "report-type") == "type2";
    for of in ["design", "operation"].into_iter().filter(|of| *of == "design" || type_2) {
        for verdict in VERDICTS {
            let word = verdict.replace('_', "-");
            let are = |one: &&Value| property(one, "verdict-on") == of && property(one, "verdict") == word;
            let count = number(findings.iter().filter(are).count());
            assert_eq!(property(result, &format!("{of}-{word}")), count.to_string());
            counts.insert(format!("{of} {verdict}"), count);
        }
    }
    for what in ["claimed", "evidenced", "tested"] {
        counts.insert(what.to_owned(), property(result, what).parse().unwrap());
    }
    let risks = list(result, "risks");
    let treated = |treatment: &str| risks.iter().filter(|risk| property(risk, "treatment") == treatment).count();
    for treatment in ["open", "accepted", "baseline"] {
        assert_eq!(property(result, &format!("gaps-{treatment}")), treated(treatment).to_string());
        counts.insert(treatment.to_owned(), number(treated(treatment)));
    }
    for level in LEVELS {
        let word = level.replace('_', "-");
        let is = |risk: &&Value| risk["characterizations"][1]["facets"][2]["value"] == word;
        let open = risks.iter().filter(|risk| property(risk, "treatment") == "open").filter(is).count();
        assert_eq!(property(result, &format!("gaps-{word}")), open.to_string());
        counts.insert(format!("open {level}"), number(open));
    }
    let categories = list(result, "props").into_iter().filter(|prop| prop["name"] == "category");
    for category in categories.map(|prop| prop["value"].as_str().unwrap().to_owned()) {
        let of = |one: &&Value| {
            let id = property(one, "criterion");
            let criterion = catalog().criteria.iter().find(|criterion| criterion.id.to_string() == id).unwrap();
            criterion.category.word() == category && property(one, "verdict-on") == "design"
        };
        let name = category.replace('-', " ");
        counts.insert(format!("category {name}"), number(findings.iter().filter(of).count()));
        for verdict in VERDICTS {
            let are = |one: &&Value| property(one, "verdict") == verdict.replace('_', "-");
            counts.insert(format!("category {name} {verdict}"), number(findings.iter().filter(of).filter(are).count()));
        }
    }
    counts
}

/// Holds the plan of action and milestones to an item for each gap; there is none where no gap is left to close.
fn assert_items_in_oscal(text: &str, expected: &Counts) {
    let of = |name: &str| expected[name];
    if of("open") + of("baseline") == 0 {
        return assert_eq!(text, "");
    }
    let document: Value = serde_json::from_str(text).unwrap();
    let items = document["plan-of-action-and-milestones"]["poam-items"].as_array().unwrap();
    for treatment in ["open", "accepted", "baseline"] {
        let count = items.iter().filter(|item| property(item, "treatment") == treatment).count();
        assert_eq!(u64::try_from(count).unwrap(), of(treatment), "{treatment}");
    }
}

/// What verdicts are called where people read them.
const PLAIN: [&str; 4] = ["no gap identified", "partial", "unverified", "gap"];

/// The counts as they stand on the page for a browser.
fn read_off_the_page(html: &str) -> Counts {
    let between = |text: &str, from: &str, to: &str| -> String {
        let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from}"));
        rest.split_once(to).unwrap().0.to_owned()
    };
    let summary = between(html, "<section id=\"summary\"", "</section>");
    let mut counts = Counts::new();
    for figure in summary.split("<figcaption>").skip(1) {
        let of = figure.split('<').next().unwrap().to_lowercase();
        for (verdict, plain) in VERDICTS.iter().zip(PLAIN) {
            counts
                .insert(format!("{of} {verdict}"), number(&between(figure, &format!("\">{plain}</span> <b>"), "</b>")));
        }
    }
    for share in summary.split("<span class=\"what\">").filter(|share| share.contains("class=\"share\"")) {
        let told = between(share, "<span class=\"of\">", " applicable criteria");
        let (part, of) = told.split_once(" of ").unwrap();
        counts.insert(share.split('<').next().unwrap().to_lowercase(), number(part));
        counts.insert("applicable".to_owned(), number(of));
    }
    let tiles = between(&summary, "<ul class=\"tiles\">", "</ul>");
    for (level, tile) in LEVELS.iter().zip(tiles.split("<li").skip(1)) {
        assert!(tile.contains(&format!("<span>{}</span>", level.replace('_', " "))), "{tile}");
        counts.insert(format!("open {level}"), number(&between(tile, "<b>", "</b>")));
    }
    counts.insert("accepted".to_owned(), number(&between(&summary, "Not among them: ", " accepted")));
    counts.insert("baseline".to_owned(), number(&between(&summary, " accepted and ", " known before")));
    // Each gap has a row and an article, and each criterion a cell of the heat map.
    let open = html.matches("data-treatment=\"open\"").count();
    counts.insert("open".to_owned(), u64::try_from(open).unwrap());
    let told = html.matches("<article class=\"gap\"").count();
    assert_eq!(u64::try_from(told).unwrap(), counts["open"] + counts["accepted"] + counts["baseline"]);
    let cells = between(html, "<section id=\"verdicts\"", "</section>").matches("<a href=\"#criterion-").count();
    counts.insert("criteria".to_owned(), u64::try_from(cells).unwrap());
    let categories = between(&summary, "<table id=\"categories\">", "</table>");
    for row in between(&categories, "<tbody>", "</tbody>").split("<tr>").skip(1) {
        let name = between(row, "<th scope=\"row\">", "</th>").to_lowercase();
        counts.insert(format!("category {name}"), number(&between(row, "<td class=\"n\">", "</td>")));
        let design = between(row, "</td><td>", "</td>");
        for (verdict, plain) in VERDICTS.iter().zip(PLAIN) {
            // Those that do not occur are not told.
            let told =
                design.split("\">").find_map(|chip| chip.split("</span>").next()?.strip_suffix(&format!(" {plain}")));
            counts.insert(format!("category {name} {verdict}"), told.map_or(0, number));
        }
    }
    counts
}

/// Holds the numbers of an assessment to each other.
fn assert_agreed(assessment: &Assessment<'_>) {
    let json: Value = serde_json::from_str(&rendered("json", assessment)).unwrap();
    let expected = counted(&json);
    assert_eq!(stated_in_json(&json), expected, "the summary of the JSON result");
    assert_eq!(read_off_the_terminal(&rendered("terminal", assessment)), expected, "the terminal");
    assert_eq!(read_out_of_markdown(&rendered("markdown", assessment)), expected, "Markdown");
    assert_eq!(read_off_the_page(&rendered("html", assessment)), expected, "HTML");
    assert_records_agree(assessment, &expected);
    assert_eq!(read_out_of_oscal(&rendered("oscal-ar", assessment)), expected, "OSCAL");
    assert_items_in_oscal(&rendered("oscal-poam", assessment), &expected);
    let read = |format: &str| READ.contains(&format) || READ_ELSEWHERE.contains(&format);
    let unread = FORMATS.iter().find(|format| !read(format.name)).map(|format| format.name);
    assert_eq!(unread, None, "a new format: read its numbers here too");
}

/// The formats whose numbers are read here.
const READ: [&str; 12] = [
    "html",
    "terminal",
    "markdown",
    "json",
    "jsonl",
    "sarif",
    "junit",
    "github",
    "github-summary",
    "gitlab",
    "oscal-ar",
    "oscal-poam",
];
/// Those whose numbers are held to the JSON result in tests of their own: `tests/xlsx.rs`, `tests/csv.rs`.
const READ_ELSEWHERE: [&str; 5] = ["xlsx", "csv", "csv-tasks", "csv-matrix", "csv-criteria"];

/// Holds formats with a record for each gap to the counts: open ones of each level, those accepted, those known before.
fn assert_records_agree(assessment: &Assessment<'_>, expected: &Counts) {
    let gaps = expected["open"] + expected["accepted"] + expected["baseline"];
    let of = |treatment: &str, level: &str| match treatment {
        "open" => format!("open {level}"),
        other => other.to_owned(),
    };
    let held = |what: &str, found: Vec<(String, String)>| {
        let mut counts: Counts = LEVELS.iter().map(|level| (format!("open {level}"), 0)).collect();
        counts.extend([("accepted".to_owned(), 0), ("baseline".to_owned(), 0)]);
        for (treatment, level) in found {
            *counts.get_mut(&of(&treatment, &level)).unwrap() += 1;
        }
        for (name, count) in counts {
            assert_eq!(count, expected[&name], "{what}: {name}");
        }
    };
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let lines = rendered("jsonl", assessment);
    let rows = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    held("JSON lines", rows.map(|row| (text(&row["treatment"]), text(&row["level"]))).collect());
    let sarif: Value = serde_json::from_str(&rendered("sarif", assessment)).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap().iter().map(|result| &result["properties"]);
    held("SARIF", results.map(|one| (text(&one["treatment"]), text(&one["riskLevel"]))).collect());
    let gitlab: Value = serde_json::from_str(&rendered("gitlab", assessment)).unwrap();
    assert_eq!(u64::try_from(gitlab.as_array().unwrap().len()).unwrap(), gaps, "GitLab");
    // Every criterion is a test, and one more is for what touches none.
    let tests = rendered("junit", assessment).matches("<testcase ").count();
    assert_eq!(u64::try_from(tests).unwrap(), expected["criteria"] + 1, "JUnit");
    let summary = rendered("github-summary", assessment);
    let row = LEVELS.iter().map(|level| expected[&format!("open {level}")].to_string()).collect::<Vec<_>>().join(" | ");
    assert!(summary.contains(&format!("\n| open | {row} |\n")), "the summary of a step: no {row}\n{summary}");
    let annotations = rendered("github", assessment);
    let told = annotations.lines().count() - 1;
    let left = annotations.lines().last().unwrap().split_once("of each kind: ").map_or(0, |(_, rest)| {
        let rest = rest.split_once('.').unwrap().0.replace(" and ", ", ");
        rest.split(", ").map(|part| part.split(' ').next().unwrap().parse::<u64>().unwrap()).sum()
    });
    assert_eq!(u64::try_from(told).unwrap() + left, expected["open"], "annotations");
}

#[test]
fn every_format_states_the_same_numbers() {
    for path in inventories() {
        for compared in [false, true] {
            assessed(&path, compared, assert_agreed);
        }
    }
}

#[test]
fn every_place_is_where_the_id_stands() {
    for path in inventories() {
        assessed(&path, false, |assessment| {
            let found = assert_placed(assessment, |name| fs::read_to_string(name).unwrap());
            assert!(found > 0 || path.ends_with("tests/healthy.yaml"), "{}: no gap has a place", path.display());
        });
    }
}

proptest! {
    #![proptest_config(common::random::cases(60, 0x00c0_ffee))]

    #[test]
    fn random_inventories_agree(inventory in common::random::inventory()) {
        let yaml = inventory.yaml();
        common::assess_whole(&inventory, |assessment| {
            assert_agreed(assessment);
            assert_placed(assessment, |_| yaml.clone());
        });
    }
}

/// Holds the place of every gap to the text of its file; how many have one.
fn assert_placed(assessment: &Assessment<'_>, read: impl Fn(&str) -> String) -> usize {
    let json: Value = serde_json::from_str(&rendered("json", assessment)).unwrap();
    let mut found = 0;
    for gap in json["gaps"].as_array().unwrap().iter().filter(|gap| !gap["location"].is_null()) {
        found += 1;
        let location = &gap["location"];
        let text = read(location["file"].as_str().unwrap());
        let lines: Vec<&str> = text.split('\n').collect();
        let line = usize::try_from(location["line"].as_u64().unwrap()).unwrap();
        let column = usize::try_from(location["column"].as_u64().unwrap()).unwrap();
        let at = Spot { lines: &lines, line: line - 1, column: column - 1 };
        let id = gap["id"].as_str().unwrap();
        let control = gap["control"].as_str();
        assert!(at.fits(id, control), "{id}: {}:{line}:{column}: {:?}", location["file"], lines.get(line - 1));
    }
    found
}

/// A place in a file, found by counting lines and characters.
struct Spot<'a> {
    lines: &'a [&'a str],
    line: usize,
    column: usize,
}

impl Spot<'_> {
    /// The text from the place to the end of its line.
    fn rest(&self) -> String {
        self.lines[self.line].chars().skip(self.column).collect()
    }

    /// What stands in its line before the place.
    fn lead(&self) -> String {
        self.lines[self.line].chars().take(self.column).collect()
    }

    /// Whether a word stands here, quoted or not, and no longer one.
    fn holds(&self, word: &str) -> bool {
        let rest = self.rest();
        let quoted = rest.trim_start_matches(['"', '\'']);
        quoted
            .strip_prefix(word)
            .is_some_and(|after| after.is_empty() || after.starts_with([',', ' ', '}', '"', '\'', '\r']))
    }

    /// Whether it is the value of a key.
    fn is_value_of(&self, key: &str) -> bool {
        self.lead().trim_end().ends_with(&format!("{key}:"))
    }

    /// The last value of a key in a line up to this one, in this line or above it.
    fn last(&self, key: &str) -> Option<String> {
        let key = format!("{key}:");
        self.lines[..=self.line].iter().rev().find_map(|line| {
            let begins = |at: usize| line[..at].chars().next_back().is_none_or(|c| " {,-".contains(c));
            let (at, _) = line.match_indices(&key).find(|(at, _)| begins(*at))?;
            let value = line[at + key.len()..].trim_start();
            let quote = value.chars().next().filter(|c| "\"'".contains(*c));
            let end = quote.map_or_else(|| value.find([',', '}']), |quote| value[1..].find(quote).map(|end| end + 1));
            Some(value[..end.unwrap_or(value.len())].trim().trim_matches(['"', '\'']).to_owned())
        })
    }

    /// Whether it lies under the key `scope`, or stands on it.
    fn in_scope(&self) -> bool {
        let top = self.lines[..=self.line].iter().rev().find(|line| line.starts_with(|c: char| c.is_alphabetic()));
        top.is_some_and(|top| top.starts_with("scope:"))
    }

    /// Whether a gap of this id may stand here.
    fn fits(&self, id: &str, control: Option<&str>) -> bool {
        let parts: Vec<&str> = id.split(':').collect();
        let (subject, rule, part) = (parts[0], parts[1], parts[2..].join(":"));
        match rule {
            // A decision stands in its own entry, which names the gap it is about.
            "acceptance-expired"
            | "acceptance-outdated"
            | "acceptance-self-approved"
            | "acceptance-unused"
            | "remediation-unused"
            | "task-overdue"
            | "task-without-owner" => self.last("gap").as_deref() == Some(&format!("{subject}:{part}")),
            // What another organisation expects of us has an id of its own.
            "system-not-covered" | "user-entity-control-unplaced" => self.is_value_of("id") && self.holds(&part),
            "data-flow-unprotected" => {
                self.is_value_of("from") && self.holds(subject) && self.last("to").as_deref() == Some(&part)
            }
            // What is wrong with a piece of evidence is shown at that piece, within its control.
            "evidence-missing" | "evidence-altered" | "evidence-dated-ahead" => {
                (self.rest().starts_with("title:") && self.last("id").as_deref() == Some(subject))
                    || (self.is_value_of("id") && self.holds(subject))
            }
            // What is wrong with a test is shown at that test, within its control.
            "operating-exceptions"
            | "operation-deficient"
            | "sample-too-small"
            | "population-unproved"
            | "tester-not-independent" => {
                self.rest().trim_start_matches("{ ").starts_with("of:") && self.last("id").as_deref() == Some(subject)
            }
            "document-missing" => {
                (self.is_value_of("path") || self.is_value_of("id") || self.is_value_of("url"))
                    && self.last("id").as_deref() == Some(subject)
            }
            "common-criterion-excluded" => {
                let near =
                    self.lines[self.line.saturating_sub(1)..].iter().take(2).any(|line| line.contains("criteria"));
                near && self.lines[..=self.line].iter().any(|line| line.contains("not_applicable"))
            }
            // A criterion that rests on one control is shown at that control.
            "single-control-reliance" => self.is_value_of("id"),
            // What is said of the scope as a whole is shown where the scope begins, or where its period does.
            "systems-undefined" => self.in_scope(),
            "period-too-short" | "period-too-long" => self.in_scope() && self.lines[self.line].contains("start"),
            _ => self.is_value_of("id") && self.holds(control.unwrap_or(subject)),
        }
    }
}

/// Who closes a gap is the same person wherever it is told: whoever has its task.
#[test]
fn every_format_names_the_same_owner() {
    let input = io::input::read(&[root().join("examples/acme")]).unwrap();
    let inventory = gapcheck::read(&input.sources, catalog(), as_of()).unwrap();
    let request = Request { as_of: as_of(), fail_on: None, baseline: None };
    let files = io::evidence::look_up(&inventory, &input.sources);
    let assessment = gapcheck::assess(&input.sources, &inventory, catalog(), &files, &request);
    // No control stands behind a flow of data; its task is for whoever looks after the area.
    let id = "legacy:data-flow-unprotected:db";
    let lines = rendered("jsonl", &assessment);
    let line = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).find(|line| line["id"] == id);
    assert_eq!(line.unwrap()["owner"], "priya");
    let terminal = (by_name("terminal").unwrap().render)(&assessment, &Options { width: 300, ..Options::default() });
    let terminal = terminal.into_text();
    assert!(terminal.lines().any(|row| row.contains(id) && row.contains("Priya Sand")), "{terminal}");
    let csv = rendered("csv", &assessment);
    assert!(csv.lines().any(|row| row.contains(id) && row.contains("\"Priya Sand\"")));
    let page = rendered("html", &assessment);
    let row = page.split("<tr").find(|row| row.contains("href=\"#gap-legacy_3adata-flow-unprotected_3adb\"")).unwrap();
    assert!(row.contains("Priya Sand"), "{row}");
}
