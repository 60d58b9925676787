//! The page around the sections: its head, what it is of, and what it may do.

use askama::Template;
use askama::filters::Safe;

use crate::model::assessment::Assessment;
use crate::report::account;
use crate::report::html::block::printed;
use crate::report::html::markup::{Markup, code, joined, some, text, whole};
use crate::report::html::view::{View, is_large};
use crate::text::escape::terminal;
use crate::text::hash::sha256_base64;
use crate::text::wrap::truncate;

/// How the page looks.
pub(super) const STYLE: &str = include_str!("../../../templates/style.css");
/// What finds and sorts gaps. Without it the page is the same, only still.
const SCRIPT: &str = include_str!("../../../templates/script.js");
/// How much of the name of the organisation stands in the title.
const TITLE: usize = 24;
/// How many input files the opening names; the method lists all.
const FILES: usize = 5;

/// A section that is written.
pub(in crate::report) struct Part<'a> {
    /// The id it is reached by.
    pub(in crate::report) id: &'static str,
    /// Its title.
    pub(in crate::report) title: &'a str,
    /// All below the title.
    pub(in crate::report) body: Markup,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    kind: &'static str,
    organization: &'a str,
    title: String,
    large: bool,
    line: Markup,
    style: Safe<&'static str>,
    script: Safe<&'static str>,
    /// The only script that may run here: whatever got in between would be another one.
    digest: String,
    facts: Vec<(&'static str, Markup)>,
    parts: Vec<Part<'a>>,
}

/// The gap analysis report.
pub(in crate::report) fn report(view: &View<'_>, parts: Vec<Part<'_>>) -> String {
    page("Gap analysis report", view.assessment, facts(view), parts)
}

/// A page with the plan alone.
pub(in crate::report) fn plan(view: &View<'_>, parts: Vec<Part<'_>>) -> String {
    let scope = account::scope_line(view.assessment);
    let facts =
        vec![("Report", text(&scope)), ("Planned on", whole(view.assessment.as_of)), ("Made with", made_with())];
    page("Remediation plan", view.assessment, facts, parts)
}

/// A page with the description of the system alone.
pub(in crate::report) fn description(view: &View<'_>, parts: Vec<Part<'_>>) -> String {
    let scope = account::scope_line(view.assessment);
    let system = view.assessment.inventory.scope.system.as_deref();
    let facts = vec![
        ("System described", text(system.unwrap_or("not named"))),
        ("Report", text(&scope)),
        ("Made on", whole(view.assessment.as_of)),
        ("Made with", made_with()),
        ("Inputs, with SHA-256", inputs(view)),
    ];
    page("Description of the system", view.assessment, facts, parts)
}

/// The index of the binder for the auditor.
pub(in crate::report) fn binder(view: &View<'_>, files: &str, parts: Vec<Part<'_>>) -> String {
    let scope = account::scope_line(view.assessment);
    let system = view.assessment.inventory.scope.system.as_deref().unwrap_or("not named");
    let facts = vec![
        ("System described", text(system)),
        ("Report", text(&scope)),
        ("Packed on", whole(view.assessment.as_of)),
        ("Files", text(files)),
        ("Made with", made_with()),
    ];
    page("Evidence binder", view.assessment, facts, parts)
}

fn page(
    kind: &'static str,
    assessment: &Assessment<'_>,
    facts: Vec<(&'static str, Markup)>,
    parts: Vec<Part<'_>>,
) -> String {
    let page = Page {
        kind,
        organization: &assessment.inventory.organization,
        // What cannot be seen is spelled before the name is cut, so that a tab of the browser holds it.
        title: format!("{}: {kind}", truncate(&terminal(&assessment.inventory.organization), TITLE)),
        large: is_large(assessment),
        line: text(&format!("{}, assessed on {}", account::scope_line(assessment), assessment.as_of)),
        style: Safe(STYLE.trim()),
        script: Safe(SCRIPT.trim()),
        digest: sha256_base64(SCRIPT.trim().as_bytes()),
        facts,
        parts,
    };
    printed(&page).0 + "\n"
}

/// What the report is of.
fn facts(view: &View<'_>) -> Vec<(&'static str, Markup)> {
    let assessment = view.assessment;
    let scope = &assessment.inventory.scope;
    let report = format!("SOC 2 {}, {}", account::report_type(assessment), account::report_time(assessment));
    let digest: String = assessment.catalog.digest.chars().take(12).collect();
    let catalog = [text(&assessment.catalog.edition.name), code(&digest)];
    let mut facts = vec![
        ("System described", text(scope.system.as_deref().unwrap_or("not named"))),
        ("Systems in scope", systems(view)),
        ("Report", text(&report)),
        ("Categories", text(&account::categories(assessment))),
        ("Criteria", text(&account::criteria_line(assessment))),
        ("Assessed on", whole(assessment.as_of)),
    ];
    let promised =
        [("Fieldwork promised for", &scope.milestones.fieldwork), ("Report promised for", &scope.milestones.report)];
    facts.extend(promised.into_iter().filter_map(|(name, day)| Some((name, whole(day.as_ref()?.value)))));
    facts.extend([
        ("Catalog", joined(catalog, " ")),
        ("Made with", made_with()),
        ("Inputs, with SHA-256", inputs(view)),
    ]);
    facts
}

fn made_with() -> Markup {
    text(&format!("gapcheck {}", env!("CARGO_PKG_VERSION")))
}

fn systems(view: &View<'_>) -> Markup {
    let systems = &view.assessment.inventory.systems;
    if systems.is_empty() {
        return text("none named: the organisation is judged as one system");
    }
    some(systems.iter().map(|system| text(system.name.as_deref().unwrap_or(&system.id))))
}

fn inputs(view: &View<'_>) -> Markup {
    let files = || view.assessment.sources.iter();
    let digest = |digest: &str| code(&digest.chars().take(12).collect::<String>());
    let named = files().take(FILES).map(|(_, file)| joined([code(&file.name), digest(&file.digest)], " "));
    let more = files().count().saturating_sub(FILES);
    let more = (more > 0).then(|| text(&format!("and {more} more, all listed under Method")));
    joined(named.chain(more), ", ")
}
