//! How the report came about, so that whoever doubts a line can follow it.

use crate::model::level::Level;
use crate::model::verdict::Verdict;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;
use crate::report::markdown::words;
use crate::report::meaning;
use crate::report::method::{CONVENTIONS, OPERATION, RISK, TABLE, not_assessed};
use crate::text::capital::capital;
use crate::text::count::number;

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
    page.list(not_assessed(view.assessment).into_iter().map(str::to_owned));
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
            [capital(verdict.plain()), design].into_iter().chain(operation).collect()
        }),
    );
}

fn risk(page: &mut Page) {
    for told in RISK {
        page.block(told);
    }
    let bins = Level::ALL.iter().rev().map(|level| {
        let (low, high) = level.bin();
        vec![capital(level.plain()), format!("{low} to {high}")]
    });
    page.table(&[Words("Level"), Words("Numbers and scores")], bins);
    let mut columns = vec![Words("Likelihood (Table I-2)")];
    columns.extend([Words("Impact very low"), Words("Impact low"), Words("Impact moderate")]);
    columns.extend([Words("Impact high"), Words("Impact very high")]);
    let rows = TABLE.iter().map(|(likelihood, risks)| {
        let risks = risks.iter().map(|risk| risk.plain().to_owned());
        std::iter::once(capital(likelihood.plain())).chain(risks).collect()
    });
    page.table(&columns, rows);
}

fn conventions(view: &View<'_>, page: &mut Page) {
    page.block(CONVENTIONS);
    let rows = view.assessment.inventory.conventions.table().into_iter().map(|convention| {
        let differs =
            convention.instead_of.map(|default| format!("default {}; ask your auditor", words::plain(&default)));
        let differs = differs.unwrap_or_else(|| "as by default".to_owned());
        vec![capital(&convention.name), words::plain(&convention.value), differs]
    });
    page.table(&[Words("Convention"), Words("In force"), Words("Against the default")], rows);
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
