//! The page for a browser: its numbers, its links, what it may ask for, and what the words of an inventory can do to it.
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

#[path = "../common/mod.rs"]
mod common;
mod page;
mod pictures;
mod small;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gapcheck::load::catalog::bundled;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::date::Date;
use gapcheck::model::level::Level;
use gapcheck::report::plan::page::PlanPage;
use gapcheck::report::{Options, by_name, plan};
use gapcheck::{Request, io};
use serde_json::Value;

use crate::page::{attributes, rows, section, table, tags, text};

pub(crate) fn rendered(format: &str, assessment: &Assessment<'_>, options: &Options) -> String {
    (by_name(format).unwrap().render)(assessment, options).into_text()
}

pub(crate) fn html(assessment: &Assessment<'_>) -> String {
    rendered("html", assessment, &Options::default())
}

/// Looks at the assessment of every example and of the hostile inventory.
fn each(look: impl Fn(&str, &Assessment<'_>)) {
    let catalog = bundled().unwrap();
    let as_of = Date::new(2026, 11, 22).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = ["acme", "ci-gate", "nearly-finished", "startup"].map(|name| root.join("examples").join(name));
    for path in examples.into_iter().chain([root.join("tests/fixtures/hostile.yaml")]) {
        let input = io::input::read(&[PathBuf::from(&path)]).unwrap();
        let inventory = gapcheck::read(&input.sources, &catalog, as_of).unwrap();
        let files = io::evidence::look_up(&inventory, &input.sources);
        let request = Request { as_of, fail_on: Some(Level::High), baseline: None };
        look(&path.display().to_string(), &gapcheck::assess(&input.sources, &inventory, &catalog, &files, &request));
    }
}

#[test]
fn its_totals_are_those_of_the_result() {
    each(|what, assessment| {
        let html = html(assessment);
        let json: Value = serde_json::from_str(&rendered("json", assessment, &Options::default())).unwrap();
        let summary = &json["summary"];
        let page = text(section(&html, "summary"));
        for name in ["claimed", "evidenced", "tested"] {
            let told = format!("{} of {} applicable criteria", summary["coverage"][name], summary["coverage"]["of"]);
            assert!(page.contains(&told), "{what}: {told}");
        }
        for (level, word) in [("very_high", "very high"), ("high", "high"), ("moderate", "moderate"), ("low", "low")] {
            let tile = format!("><b>{}</b> <span>{word}</span>", summary["gaps"][level]);
            assert!(html.contains(&tile), "{what}: {tile}");
        }
        let gaps = json["gaps"].as_array().unwrap();
        assert_eq!(rows(table(&html, "gap-table")).len(), gaps.len(), "{what}");
        assert_eq!(html.matches("<article class=\"gap\"").count(), gaps.len(), "{what}");
        let criteria = json["criteria"].as_array().unwrap().len();
        assert_eq!(html.matches("<article class=\"criterion\"").count(), criteria, "{what}");
        assert_eq!(section(&html, "verdicts").matches("<a href=\"#criterion-").count(), criteria, "{what}");
        let tasks = json["plan"]["tasks"].as_array().unwrap().len();
        let told = if tasks == 0 { 0 } else { rows(table(&html, "actions")).len() };
        assert_eq!(told, tasks, "{what}");
        let open = gaps.iter().filter(|gap| gap["treatment"] == "open").count();
        let in_cells = section(&html, "risk").split("<b>").skip(1).map(|cell| cell.split(' ').next().unwrap());
        assert_eq!(in_cells.map(|count| count.parse::<usize>().unwrap()).sum::<usize>(), open, "{what}");
    });
}

#[test]
fn every_gap_has_a_place_that_a_link_leads_to() {
    each(|what, assessment| {
        let html = html(assessment);
        let targets = attributes(&html, "id");
        let unique: BTreeSet<&str> = targets.iter().copied().collect();
        assert_eq!(unique.len(), targets.len(), "{what}: an id is given twice");
        let links: BTreeSet<&str> =
            attributes(&html, "href").into_iter().filter_map(|link| link.strip_prefix('#')).collect();
        for link in &links {
            assert!(unique.contains(link), "{what}: {link} leads nowhere");
        }
        let gaps: Vec<&&str> = unique.iter().filter(|id| id.starts_with("gap-") && id.contains("_3a")).collect();
        assert_eq!(gaps.len(), assessment.gaps.len(), "{what}");
        assert!(gaps.iter().all(|gap| links.contains(**gap)), "{what}");
    });
}

#[test]
fn the_target_of_a_gap_is_made_of_its_id_alone() {
    each(|_, assessment| {
        let html = html(assessment);
        for gap in &assessment.gaps {
            let mut id = String::from("gap-");
            for byte in gap.id().bytes() {
                match byte {
                    b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => id.push(char::from(byte)),
                    _ => id.push_str(&format!("_{byte:02x}")),
                }
            }
            assert!(html.contains(&format!("<article class=\"gap\" id=\"{id}\">")), "{id}");
        }
    });
}

#[test]
fn it_asks_for_nothing_and_runs_one_script_of_ours() {
    each(|what, assessment| {
        let alone = (plan::by_name("html").unwrap().render)(&PlanPage::of(assessment), 0);
        for html in [html(assessment), alone] {
            assert_eq!(html.matches("<script").count(), 1, "{what}");
            let script = html.split("<script>").nth(1).unwrap().split("</script>").next().unwrap();
            assert_eq!(script, include_str!("../../templates/script.js").trim(), "{what}");
            assert!(!script.contains("innerHTML") && !script.contains("eval"));
            assert!(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"));
            for tag in tags(&html) {
                let name = tag.split(' ').next().unwrap();
                let forbidden = ["img", "iframe", "object", "embed", "base", "form", "audio", "video", "use", "image"];
                assert!(!forbidden.contains(&name), "{what}: {tag}");
                for attribute in [" src", " srcset", " on", " action", " xlink", " background", " ping"] {
                    assert!(!tag.contains(attribute), "{what}: {tag}");
                }
            }
            let style = html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
            assert!(!style.contains("url(") && !style.contains("@import"));
            assert!(attributes(&html, "href").iter().all(|to| to.starts_with('#') || *to == "data:,"), "{what}");
            assert_eq!(html.matches("<link").count(), 1, "{what}");
            assert_eq!((html.matches("<h1").count(), html.matches("<main").count()), (1, 1), "{what}");
        }
    });
}

#[test]
fn the_script_that_may_run_is_the_one_that_is_there() {
    let digest = "<meta http-equiv=\"Content-Security-Policy\"";
    each(|_, assessment| {
        let html = html(assessment);
        let script = html.split("<script>").nth(1).unwrap().split("</script>").next().unwrap();
        let of = gapcheck::text::hash::sha256_base64(script.as_bytes());
        let policy = html.split(digest).nth(1).unwrap().split('>').next().unwrap();
        assert!(policy.contains(&format!("script-src 'sha256-{of}'")), "{policy}");
    });
}

#[test]
fn what_the_inventory_says_is_text_and_nothing_else() {
    let name = r#"</title><script>alert(1)</script><img src=x onerror='a'> " onmouseover="b {{ x }} -->"#;
    let quoted = serde_json::to_string(name).unwrap();
    let yaml = format!(
        "organization: {quoted}\nscope: {{ system: {quoted} }}\npeople: [{{ id: p, name: {quoted} }}]\n\
         controls: [{{ id: A-1, name: {quoted}, description: {quoted}, criteria: [CC6.1], status: implemented, owner: p }}]\n"
    );
    common::assess(&yaml, |assessment| {
        let page = html(assessment);
        let alone = (plan::by_name("html").unwrap().render)(&PlanPage::of(assessment), 0);
        let escaped = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;a&#39;&gt; &quot; \
                       onmouseover=&quot;b {{ x }} --&gt;";
        for html in [&page, &alone] {
            assert!(html.contains(&format!("<h1>{escaped}</h1>")), "{html:.1000}");
            assert!(tags(html).iter().all(|tag| !tag.starts_with("img") && !tag.contains(" on")));
            assert_eq!(html.matches("<script").count(), 1);
        }
        // As a choice of the filter, as an attribute of a row, and as the name in it.
        assert!(page.contains(&format!("<option value=\"is {escaped}\">{escaped}</option>")));
        assert!(page.contains(&format!("data-owner=\"is {escaped}\"")));
        assert!(page.contains(&format!("<td>{escaped}</td>")));
    });
}

#[test]
fn no_template_passes_words_on_as_they_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut seen = 0;
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    for path in entries.filter(|path| path.extension().is_some_and(|extension| extension == "html")) {
        let template = std::fs::read_to_string(&path).unwrap();
        assert!(!template.contains("|safe") && !template.contains("| safe"), "{}", path.display());
        seen += 1;
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn the_same_assessment_makes_the_same_page() {
    each(|what, assessment| assert_eq!(html(assessment), html(assessment), "{what}"));
}

#[test]
fn the_shortest_form_lists_gaps_without_their_working_and_leads_nowhere_else() {
    each(|what, assessment| {
        let brief = rendered("html", assessment, &Options { quiet: true, ..Options::default() });
        assert!(!brief.contains("<article") && !brief.contains("id=\"plan\""), "{what}");
        let targets: BTreeSet<&str> = attributes(&brief, "id").into_iter().collect();
        for link in attributes(&brief, "href").into_iter().filter_map(|link| link.strip_prefix('#')) {
            assert!(targets.contains(link), "{what}: {link} leads nowhere");
        }
        assert_eq!(rows(table(&brief, "gap-table")).len(), assessment.gaps.len(), "{what}");
    });
}

#[test]
fn only_the_gaps_asked_for_are_listed_and_counts_are_of_all() {
    each(|what, assessment| {
        let high = Options { min_level: Some(Level::High), ..Options::default() };
        let listed = high.listed(assessment).count();
        let page = rendered("html", assessment, &high);
        assert_eq!(page.matches("<article class=\"gap\"").count(), listed, "{what}");
        let told = format!("><b>{}</b> <span>low</span>", assessment.summary.open.get(&Level::Low).unwrap_or(&0));
        assert!(page.contains(&told), "{what}");
        let targets: BTreeSet<&str> = attributes(&page, "id").into_iter().collect();
        for link in attributes(&page, "href").into_iter().filter_map(|link| link.strip_prefix('#')) {
            assert!(targets.contains(link), "{what}: {link} leads nowhere");
        }
    });
}
