//! The *Gap analysis report* in Markdown: what a person hands over the week before an audit, as GitHub shows it.
//!
//! Sections are listed once, in order; the contents are made from that list. A section is a file and a function that adds
//! its blocks to the page. Whatever comes from the inventory goes through [`words`].

pub(super) mod checklist;
mod data_flows;
mod figures;
mod gaps;
mod glossary;
mod inventory;
pub(super) mod matrix;
mod method;
mod next;
mod opening;
pub(super) mod page;
mod scope;
mod summary;
mod treated;
mod verdicts;
mod view;
pub(super) mod words;
mod working;

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;
use crate::report::{Format, Options};

/// The format `markdown`.
pub static FORMAT: Format = Format {
    name: "markdown",
    extension: "md",
    summary: "the gap analysis report, for people, as GitHub shows it",
    styled: false,
    render,
};

/// A section of the report.
struct Section {
    title: &'static str,
    /// Whether the shortest form has it too.
    brief: bool,
    write: fn(&View<'_>, &mut Page),
}

const fn section(title: &'static str, brief: bool, write: fn(&View<'_>, &mut Page)) -> Section {
    Section { title, brief, write }
}

/// The sections in order.
const SECTIONS: [Section; 16] = [
    section("Executive summary", true, summary::write),
    section("Verdicts per criterion", false, verdicts::write),
    section("Control matrix", false, matrix::write),
    section("Gaps", true, gaps::write),
    section("Accepted gaps", true, treated::accepted),
    section("Known before", true, treated::baseline),
    section("Criteria not applicable", true, scope::not_applicable),
    section("Out of scope", false, scope::out_of_scope),
    section("Controls that name no criterion", false, scope::naming_nothing),
    section("Control inventory", false, inventory::write),
    section("Data flows", false, data_flows::write),
    section("What could not be verified here", true, scope::unverifiable),
    section("Action plan", false, next::action_plan),
    section("Checklist", false, checklist::section),
    section("Method", false, method::write),
    section("Glossary", false, glossary::write),
];

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let view = View::new(assessment, options);
    let sections: Vec<&Section> = SECTIONS.iter().filter(|section| section.brief || !options.quiet).collect();
    let mut page = Page::default();
    opening::write(&view, &mut page);
    page.heading(2, "Contents");
    page.list(sections.iter().map(|section| format!("[{}](#{})", section.title, slug(section.title))));
    for section in sections {
        page.heading(2, section.title);
        (section.write)(&view, &mut page);
    }
    page.into_text().into()
}

/// The anchor GitHub gives one of our own headings.
fn slug(title: &str) -> String {
    title.to_lowercase().replace(' ', "-")
}
