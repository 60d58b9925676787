//! What the words and numbers mean, which conventions were in force, and what the workbook was made from.

use crate::model::level::Level;
use crate::model::verdict::Verdict;
use crate::report::xlsx::cell::{Cell, Written};
use crate::report::xlsx::page::{Column, Page, column, painted};
use crate::report::xlsx::view::View;
use crate::report::{account, meaning};

const WIDTHS: [f64; 4] = [50.0, 60.0, 70.0, 10.0];
/// Over how many columns sentences reach, and how many characters those take.
const SPAN: (u16, f64) = (3, 180.0);

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.widths(WIDTHS)?;
    page.title("Method", "The report in Markdown tells the whole method, and how each score came about.")?;
    page.sentence(account::LIMITS, SPAN.0, SPAN.1)?;
    verdicts(view, page)?;
    levels(page)?;
    conventions(view, page)?;
    rules(view, page)?;
    inputs(view, page)
}

fn verdicts(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("What the verdicts mean")?;
    let mut columns: Vec<Column> = vec![painted("Verdict", 0.0), column("On design", 0.0)];
    columns.extend(view.type2().then_some(column("On operation", 0.0)));
    let order = [Verdict::NoGap, Verdict::Partial, Verdict::Unverified, Verdict::Gap, Verdict::NotApplicable];
    let rows = order.into_iter().map(|verdict| {
        let mut row: Vec<Cell<'_>> = vec![verdict.plain().into(), meaning::on_design(verdict).into()];
        row.extend(view.type2().then(|| meaning::on_operation(verdict).into()));
        row
    });
    page.table(&columns, rows)?;
    Ok(())
}

fn levels(page: &mut Page<'_>) -> Written {
    page.section("Levels and scores")?;
    page.note("Likelihood, impact and risk are numbers from 0 to 100 on the scale of NIST SP 800-30 r1; Table I-2 of it makes the level.")?;
    let rows = Level::ALL.iter().rev().map(|level| {
        let (low, high) = level.bin();
        vec![level.plain().into(), format!("{low} to {high}").into()]
    });
    page.table(&[painted("Level", 0.0), column("Numbers and scores", 0.0)], rows)?;
    Ok(())
}

fn conventions(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Conventions")?;
    page.note("No standard fixes these numbers, and an auditor may hold others. Ask yours about each that differs from the default.")?;
    let rows = view.assessment.inventory.conventions.table().into_iter().map(|convention| {
        let differs =
            convention.instead_of.map_or_else(|| "as by default".to_owned(), |default| format!("default {default}"));
        vec![convention.name.into(), convention.value.into(), differs.into()]
    });
    page.table(&[column("Convention", 0.0), column("In force", 0.0), column("Against the default", 0.0)], rows)?;
    Ok(())
}

fn rules(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Rules that were asked")?;
    page.note("Also those that found nothing. Gaps are all gaps: open, accepted and known before.")?;
    let rows = view.assessment.rules.iter().map(|rule| {
        let found = view.assessment.gaps.iter().filter(|gap| gap.finding.rule.name == rule.name).count();
        vec![rule.name.into(), rule.nature.word().into(), rule.summary().into(), found.into()]
    });
    page.table(&[column("Rule", 0.0), column("Nature", 0.0), column("What it finds", 0.0), column("Gaps", 0.0)], rows)?;
    Ok(())
}

fn inputs(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Inputs and catalog")?;
    let edition = &view.assessment.catalog.edition;
    let (name, digest) = (format!("catalog {}", edition.id), view.assessment.catalog.digest.clone());
    let files =
        view.assessment.sources.all().map(|(_, file)| vec![file.name.clone().into(), file.digest.clone().into()]);
    page.table(&[column("Input", 0.0), column("SHA-256", 0.0)], files.chain([vec![name.into(), digest.into()]]))?;
    page.note(&format!("Criteria: {}, {}, revised {}.", edition.standard, edition.publisher, edition.revision))?;
    page.sentence(&edition.wording, SPAN.0, SPAN.1)
}
