//! How the report came about, so that whoever doubts a line can follow it.

use crate::model::level::Level;
use crate::model::verdict::Verdict;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;
use crate::report::markdown::words;
use crate::report::meaning;
use crate::text::count::number;

/// NIST SP 800-30 r1, Table I-2: a row for each likelihood from very high down, a column for each impact from very low up.
const TABLE: [(Level, [Level; 5]); 5] = {
    use Level::{High, Low, Moderate, VeryHigh, VeryLow};
    [
        (VeryHigh, [VeryLow, Low, Moderate, High, VeryHigh]),
        (High, [VeryLow, Low, Moderate, High, VeryHigh]),
        (Moderate, [VeryLow, Low, Moderate, Moderate, High]),
        (Low, [VeryLow, Low, Low, Low, Moderate]),
        (VeryLow, [VeryLow, VeryLow, VeryLow, Low, Low]),
    ]
};

/// What decides whether a control operated. The numbers stand under the conventions.
const OPERATION: [(&str, &str); 6] = [
    (
        "When a control had to run:",
        "each day, week, month and so on by its frequency, from the first day it was in place in the period; a continuous, \
         per-event or one-time control once in the whole of that time. What is done daily may rest on Saturday and Sunday.",
    ),
    (
        "What shows one such occurrence:",
        "evidence that covers half of it or more, or of which more than half lies in it. A written rule shows none, unless \
         the control is the rule.",
    ),
    (
        "When one is missed:",
        "when nothing on file shows it once the days of grace after it have passed. One that the period, or the time of the \
         control, cuts short is never due.",
    ),
    (
        "When nothing called for a per-event control:",
        "when records of zero items, or tests that found an empty population, together speak of half or more of the days of it \
         gone by.",
    ),
    (
        "Which tests count:",
        "those of operation that speak of time within the period and were done by the day of the assessment; in favour only \
         those with a date and a conclusion.",
    ),
    (
        "What was found stays found:",
        "an exception that is put right, and a deficiency that a later test no longer found, lower the gap and do not take it \
         away.",
    ),
];

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    page.heading(3, "What the verdicts mean");
    verdicts(view, page);
    if view.type2() {
        page.heading(3, "How operation is judged");
        page.list(OPERATION.iter().map(|(what, how)| format!("**{what}** {how}")));
    }
    page.heading(3, "How risk is worked out");
    risk(page);
    page.heading(3, "Conventions");
    conventions(view, page);
    page.heading(3, "What was not assessed");
    page.list(not_assessed(view).into_iter().map(str::to_owned));
    page.heading(3, "Rules that were asked");
    rules(view, page);
    page.heading(3, "Inputs and catalog");
    inputs(view, page);
}

fn verdicts(view: &View<'_>, page: &mut Page) {
    let order = [Verdict::NoGap, Verdict::Partial, Verdict::Unverified, Verdict::Gap, Verdict::NotApplicable];
    let mut columns = vec![Words("Verdict"), Words("On design")];
    columns.extend(view.type2().then_some(Words("On operation")));
    page.table(
        &columns,
        order.iter().map(|verdict| {
            let operation = view.type2().then(|| meaning::on_operation(*verdict).to_owned());
            let design = meaning::on_design(*verdict).to_owned();
            [words::capital(verdict.plain()), design].into_iter().chain(operation).collect()
        }),
    );
}

fn risk(page: &mut Page) {
    page.block(
        "Likelihood and impact are numbers from 0 to 100 on the scale of NIST SP 800-30 r1. Likelihood begins with the rule \
         that found the gap, then comes what is special about this case, from where the systems can be reached, and what \
         other controls take off. Impact begins with the gravest criterion touched, then come what customers were promised, \
         the criticality of the systems, the data in them and the laws that protect it. Each step is a line of the working.",
    );
    page.block(
        "The two levels are looked up in Table I-2 of that standard. The score lies in the bin of the resulting level, at \
         a place that follows from the mean of the two numbers, so that level and score never disagree. Inherent risk is \
         without what is in place beside the gap, residual risk with it; gaps are ranked by residual risk.",
    );
    let bins = Level::ALL.iter().rev().map(|level| {
        let (low, high) = level.bin();
        vec![words::capital(level.plain()), format!("{low} to {high}")]
    });
    page.table(&[Words("Level"), Words("Numbers and scores")], bins);
    let mut columns = vec![Words("Likelihood (Table I-2)")];
    columns.extend([Words("Impact very low"), Words("Impact low"), Words("Impact moderate")]);
    columns.extend([Words("Impact high"), Words("Impact very high")]);
    let rows = TABLE.iter().map(|(likelihood, risks)| {
        let risks = risks.iter().map(|risk| risk.plain().to_owned());
        std::iter::once(words::capital(likelihood.plain())).chain(risks).collect()
    });
    page.table(&columns, rows);
}

fn conventions(view: &View<'_>, page: &mut Page) {
    page.block(
        "No standard fixes these numbers. They are conventions, and an auditor may hold others. What the organisation set \
         to something else than the default is marked: ask your auditor before relying on it.",
    );
    let rows = view.assessment.inventory.conventions.table().into_iter().map(|convention| {
        let differs =
            convention.instead_of.map(|default| format!("default {}; ask your auditor", words::plain(&default)));
        let differs = differs.unwrap_or_else(|| "as by default".to_owned());
        vec![words::capital(&convention.name), words::plain(&convention.value), differs]
    });
    page.table(&[Words("Convention"), Words("In force"), Words("Against the default")], rows);
}

fn not_assessed(view: &View<'_>) -> Vec<&'static str> {
    let operation = if view.type2() {
        "Occurrences that are not due yet. They are counted as such, and nothing is concluded from them."
    } else {
        "Operation over time. A Type I report speaks of design at a date."
    };
    let points = if view.points() {
        "Points of focus. They are aids: they are counted, and never make a gap or move a score."
    } else {
        "Points of focus. The inventory's settings leave them out."
    };
    vec![
        "Whether what the inventory says is true. It was taken at its word, except where files could be looked up.",
        "What evidence and documents hold. Whether their files are there was looked up, and their hashes where the inventory \
         gives them; nobody read them.",
        "What lies behind web addresses. It is listed under *What could not be verified here*.",
        operation,
        points,
    ]
}

fn rules(view: &View<'_>, page: &mut Page) {
    page.block("Rules that found nothing are listed too. Gaps are all gaps: open, accepted and known before.");
    let rows = view.assessment.rules.iter().map(|rule| {
        let found = view.assessment.gaps.iter().filter(|gap| gap.finding.rule.name == rule.name).count();
        vec![words::code(rule.name), rule.nature.to_string(), words::sentence(rule.summary()), number(found)]
    });
    page.table(&[Words("Rule"), Words("Nature"), Words("What it finds"), Number("Gaps")], rows);
}

fn inputs(view: &View<'_>, page: &mut Page) {
    let catalog = view.assessment.catalog;
    let edition = &catalog.edition;
    page.block(&format!(
        "The same inputs, catalog, version and date of assessment give the same report. Criteria: {}, {}, revised {}. {}",
        words::plain(&edition.standard),
        words::plain(&edition.publisher),
        edition.revision,
        words::plain(&edition.wording),
    ));
    let files = view.assessment.sources.all().map(|(_, file)| vec![words::code(&file.name), words::code(&file.digest)]);
    let catalog = vec![format!("Catalog {}", words::code(&edition.id)), words::code(&catalog.digest)];
    page.table(&[Words("Input"), Words("SHA-256")], files.chain([catalog]));
}
