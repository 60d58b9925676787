//! What means harm comes back as text in every format of the plan and of the checklist, and the order of an inventory
//! changes nothing.

use gapcheck::io;
use gapcheck::load::catalog::bundled;
use gapcheck::model::assessment::Assessment;
use gapcheck::report::checklist::CHECKLIST_FORMATS;
use gapcheck::report::plan::PLAN_FORMATS;
use gapcheck::report::plan::page::Whose;
use gapcheck::text::wrap::width as cells;
use proptest::prelude::*;

use crate::common::ics::assert_calendar;
use crate::common::inventory::Inventory;
use crate::common::random::{cases, inventory};
use crate::common::{as_of, assess_folder, assess_whole};
use crate::fixture::{Asked, plan, render, with_plan};
use crate::pictures::assert_chart;

fn harmful(c: char) -> bool {
    let reorders = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}');
    (c.is_control() && c != '\n' && c != '\r') || reorders || "\u{200b}\u{2028}\u{2029}\u{feff}".contains(c)
}

/// Assesses the inventory in which every text means harm.
fn hostile<T>(look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let catalog = bundled().unwrap();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile.yaml");
    let input = io::input::read(&[path]).unwrap();
    let inventory = gapcheck::read(&input.sources, &catalog, as_of()).unwrap();
    let files = io::evidence::look_up(&inventory, &input.sources);
    let request = gapcheck::Request { as_of: as_of(), fail_on: None, baseline: None };
    look(&gapcheck::assess(&input.sources, &inventory, &catalog, &files, &request))
}

/// Every part of a plan that may be asked for.
fn parts() -> [Asked; 3] {
    [
        Asked::default(),
        Asked { week: true, owner: None },
        // So few that each has a bar of its own.
        Asked { week: false, owner: Some(Whose::Nobodys) },
    ]
}

#[test]
fn no_format_passes_on_what_does_harm() {
    hostile(|assessment| {
        for asked in parts() {
            for format in PLAN_FORMATS {
                for width in [40, 80, 200] {
                    let text = render(assessment, format.name, width, &asked);
                    assert_eq!(text.find(harmful), None, "{} at {width}", format.name);
                    let widest = text.lines().map(cells).max().unwrap_or(0);
                    assert!(format.name != "terminal" || widest <= width, "{widest} at {width}");
                }
            }
            assert_calendar(&render(assessment, "ics", 0, &asked));
            assert_chart(&render(assessment, "mermaid", 0, &asked));
            assert_tables(&render(assessment, "markdown", 0, &asked));
        }
        for format in CHECKLIST_FORMATS {
            for width in [40, 80, 200] {
                let text = (format.render)(assessment, width);
                let text = anstream::adapter::strip_str(&text).to_string();
                assert_eq!(text.find(harmful), None, "the checklist as {} at {width}", format.name);
            }
        }
    });
}

/// Tables keep their columns.
#[track_caller]
fn assert_tables(text: &str) {
    let mut columns = None;
    for line in text.lines() {
        if !line.starts_with('|') {
            columns = None;
            continue;
        }
        let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert_eq!(*columns.get_or_insert(bars), bars, "{line}");
    }
}

#[test]
fn what_looks_like_a_formula_is_none() {
    for format in ["csv", "csv-gaps", "csv-controls", "csv-roadmap"] {
        let text = hostile(|assessment| render(assessment, format, 0, &Asked::default()));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{format}");
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']), "{format}: {cell}");
        }
    }
    // A day, a number and a slack are no texts, and stay what they are.
    let mut made = plan();
    made.tasks[0].title = "=1+1".to_owned();
    made.tasks[0].steps = vec!["a\n2. not a step".to_owned(), "-x".to_owned()];
    made.tasks[0].done_when = "@now".to_owned();
    let text = with_plan(made, |assessment| render(assessment, "csv", 0, &Asked::default()));
    for cell in ["\"'=1+1\"", "\"1. a 2. not a step\n2. -x\"", "\"'@now\"", "\"2026-11-20\""] {
        assert!(text.contains(cell), "{cell}: {text}");
    }
}

/// All of the plan and of the checklist, in every format.
fn everything(assessment: &Assessment<'_>) -> String {
    let plan = PLAN_FORMATS.iter().filter(|format| format.name != "json");
    let plan = plan.flat_map(|format| parts().map(|asked| render(assessment, format.name, 100, &asked)));
    let checklist = CHECKLIST_FORMATS.iter().map(|format| (format.render)(assessment, 100));
    plan.chain(checklist).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(cases(20, 23))]

    #[test]
    fn the_order_of_items_and_files_changes_nothing(inventory in inventory(), seed in any::<u64>(), files in 1usize..5) {
        let turned = Inventory { backwards: !inventory.backwards, ..inventory.clone() };
        let folder = turned.folder(seed, files);
        let (one, many) = (assess_whole(&inventory, everything), assess_folder(&folder, &inventory.shelves(), everything));
        prop_assert!(one == many, "{}", one.lines().zip(many.lines()).find(|(a, b)| a != b).map_or("", |(a, _)| a));
    }

    #[test]
    fn whatever_stands_in_an_inventory_calendars_and_charts_are_right(inventory in inventory()) {
        assess_whole(&inventory, |assessment| {
            for asked in parts() {
                assert_calendar(&render(assessment, "ics", 0, &asked));
                assert_chart(&render(assessment, "mermaid", 0, &asked));
                assert_tables(&render(assessment, "markdown", 0, &asked));
                for line in render(assessment, "terminal", 60, &asked).lines() {
                    assert!(cells(line) <= 60, "{line}");
                }
            }
        });
    }
}
