//! The title and what the report is of.

use crate::model::document::System;
use crate::report::account;
use crate::report::markdown::page::Column::Words;
use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;
use crate::report::markdown::words;

/// How many input files the opening names; the method lists all.
const FILES: usize = 5;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    // Renderers make anchors of headings, which change with the words; ours are elements, which markdownlint must be told.
    page.block("<!-- markdownlint-configure-file { \"MD033\": { \"allowed_elements\": [\"a\"] } } -->");
    page.heading(1, &format!("{}: SOC 2 gap analysis report", words::plain(&view.assessment.inventory.organization)));
    page.table(&[Words("Subject"), Words("This report")], rows(view));
    page.block(account::LIMITS);
}

fn rows(view: &View<'_>) -> Vec<Vec<String>> {
    let assessment = view.assessment;
    let inventory = assessment.inventory;
    let report = format!("SOC 2 {}, {}", account::report_type(assessment), account::report_time(assessment));
    let edition = &assessment.catalog.edition;
    let catalog = format!("{}, digest {}", words::plain(&edition.name), words::short(&assessment.catalog.digest));
    let mut rows = vec![
        row("Organisation", words::plain(&inventory.organization)),
        row("System described", inventory.scope.system.as_deref().map_or_else(|| "not named".to_owned(), words::plain)),
        row("Systems in scope", systems(&inventory.systems)),
        row("Report", report),
        row("Categories", account::categories(assessment)),
        row("Criteria", account::criteria_line(assessment)),
        row("Assessed on", assessment.as_of.to_string()),
    ];
    let promised = &inventory.scope.milestones;
    let promised = [("Fieldwork promised for", &promised.fieldwork), ("Report promised for", &promised.report)];
    rows.extend(promised.iter().filter_map(|(name, date)| Some(row(name, date.as_ref()?.value.to_string()))));
    rows.push(row("Catalog", catalog));
    rows.push(row("Made with", format!("gapcheck {}", env!("CARGO_PKG_VERSION"))));
    rows.push(row("Inputs, with SHA-256", inputs(view)));
    rows
}

fn row(name: &str, value: String) -> Vec<String> {
    vec![name.to_owned(), value]
}

fn systems(systems: &[System]) -> String {
    if systems.is_empty() {
        return "none named: the organisation is judged as one system".to_owned();
    }
    words::some(systems.iter().map(|system| words::plain(system.name.as_deref().unwrap_or(&system.id))))
}

fn inputs(view: &View<'_>) -> String {
    let files = || view.assessment.sources.iter();
    let named =
        files().take(FILES).map(|(_, file)| format!("{} {}", words::code(&file.name), words::short(&file.digest)));
    let named: Vec<String> = named.collect();
    match files().count().saturating_sub(FILES) {
        0 => named.join(", "),
        others => format!("{} and {others} more, all listed under Method", named.join(", ")),
    }
}
