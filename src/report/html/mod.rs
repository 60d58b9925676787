//! The *gap analysis report* as a page for a browser: one file that asks for nothing else, on a screen or on paper.
//!
//! Sections are listed once, in order; the contents are made from that list. What stands in a section is worked out in its
//! file, and marked up in its template. Templates escape everything that is not marked up already.

pub(super) mod binder;
mod block;
mod controls;
mod criteria;
pub(super) mod description;
pub(super) mod enterprise;
mod escaper;
mod facts;
mod figures;
mod gaps;
mod heat;
mod markup;
mod matrix;
mod method;
mod page;
mod picture;
pub(super) mod plan;
pub(super) mod portfolio;
mod risk;
mod scope;
mod summary;
mod treated;
pub(super) mod trend;
mod view;

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::html::markup::Markup;
use crate::report::html::view::View;
use crate::report::{Format, Options};

/// The format `html`.
pub static FORMAT: Format = Format {
    name: "html",
    extension: "html",
    summary: "the gap analysis report as one page for a browser, with pictures, filters and print",
    styled: false,
    render,
};

/// A section of the report.
struct Section {
    id: &'static str,
    title: &'static str,
    /// Whether the shortest form has it too.
    brief: bool,
    write: fn(&View<'_>) -> Markup,
}

const fn section(id: &'static str, title: &'static str, brief: bool, write: fn(&View<'_>) -> Markup) -> Section {
    Section { id, title, brief, write }
}

/// The sections in order.
const SECTIONS: [Section; 18] = [
    section("summary", "Executive summary", true, summary::write),
    section("verdicts", "Verdicts per criterion", true, heat::write),
    section("risk", "Likelihood and impact", true, risk::write),
    section("gaps", "Gaps", true, gaps::write),
    section("plan", "Plan and roadmap", false, plan::section),
    section("criteria", "Criteria", false, criteria::write),
    section("controls", "Controls", false, controls::write),
    section("matrix", "Control matrix", false, matrix::write),
    section("accepted", "Accepted gaps", true, treated::accepted),
    section("baseline", "Known before", true, treated::baseline),
    section("not-applicable", "Criteria not applicable", true, scope::not_applicable),
    section("out-of-scope", "Out of scope", false, scope::out_of_scope),
    section("unmapped", "Controls that name no criterion", false, scope::naming_nothing),
    section("data-flows", "Data flows", false, scope::data_flows),
    section("unverified", "What could not be verified here", true, scope::unverifiable),
    section("checklist", "Checklist", false, facts::checklist),
    section("method", "Method", false, method::write),
    section("glossary", "Glossary", false, facts::glossary),
];

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let view = View::new(assessment, options);
    let sections = SECTIONS.iter().filter(|section| section.brief || !options.quiet);
    let parts =
        sections.map(|section| page::Part { id: section.id, title: section.title, body: (section.write)(&view) });
    page::report(&view, parts.collect()).into()
}
