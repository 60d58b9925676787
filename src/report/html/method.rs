//! How the report came about, so that whoever doubts a line can follow it.

use askama::filters::Safe;

use crate::model::level::Level;
use crate::model::verdict::Verdict;
use crate::report::html::block::{Block, Column, Table, blocks, words};
use crate::report::html::markup::{Markup, code, joined, level, prose, strong, text, verdict, whole};
use crate::report::html::view::View;
use crate::report::meaning;
use crate::report::method::{CONVENTIONS, OPERATION, RISK, TABLE, not_assessed};
use crate::text::capital::capital;
use crate::text::count::number;

pub(super) fn write(view: &View<'_>) -> Markup {
    let mut said = vec![heading("meaning", "What the verdicts mean"), verdicts(view)];
    if view.type2() {
        let rules = OPERATION.iter().map(|(what, how)| joined([strong(&text(what)), text(how)], " "));
        said.extend([heading("how-operation", "How operation is judged"), Block::List(rules.collect())]);
    }
    said.push(heading("how-risk", "How risk is worked out"));
    said.extend(RISK.iter().map(|told| words(told)));
    said.extend([bins(), table_of_levels()]);
    said.extend([heading("conventions", "Conventions"), words(CONVENTIONS)]);
    said.extend(conventions(view));
    let left = not_assessed(view.assessment).into_iter().map(|what| text(&what.replace('*', ""))).collect();
    said.extend([heading("not-assessed", "What was not assessed"), Block::List(left)]);
    said.push(heading("asked", "Rules that were asked"));
    said.push(words("Rules that found nothing are listed too. Gaps are all gaps: open, accepted and known before."));
    said.extend([rules(view), heading("inputs", "Inputs and catalog")]);
    said.extend(inputs(view));
    blocks(&said)
}

fn heading(id: &'static str, title: &str) -> Block {
    Block::Heading(id, title.to_owned())
}

fn table(id: &str, caption: &str, columns: Vec<Column>, rows: Vec<Vec<Markup>>) -> Block {
    Block::Table(Table { id: id.to_owned(), caption: caption.to_owned(), columns, rows })
}

fn verdicts(view: &View<'_>) -> Block {
    let order = [Verdict::NoGap, Verdict::Partial, Verdict::Unverified, Verdict::Gap, Verdict::NotApplicable];
    let mut columns = vec![Column::Words("Verdict"), Column::Words("On design")];
    columns.extend(view.type2().then_some(Column::Words("On operation")));
    let rows = order.map(|of| {
        let operation = view.type2().then(|| text(meaning::on_operation(of)));
        [verdict(of), text(meaning::on_design(of))].into_iter().chain(operation).collect()
    });
    table("verdict-meanings", "Verdicts and what they mean", columns, rows.into())
}

fn bins() -> Block {
    let rows = Level::ALL.iter().rev().map(|of| {
        let (low, high) = of.bin();
        vec![level(*of), text(&format!("{low} to {high}"))]
    });
    let columns = vec![Column::Words("Level"), Column::Words("Numbers and scores")];
    table("bins", "Levels and the numbers that belong to them", columns, rows.collect())
}

fn table_of_levels() -> Block {
    let impacts = ["Impact very low", "Impact low", "Impact moderate", "Impact high", "Impact very high"];
    let columns = std::iter::once("Likelihood").chain(impacts).map(Column::Words).collect();
    let rows = TABLE.iter().map(|(likelihood, risks)| {
        std::iter::once(text(&capital(likelihood.plain()))).chain(risks.iter().map(|risk| level(*risk))).collect()
    });
    table("table-i-2", "NIST SP 800-30 r1, Table I-2", columns, rows.collect())
}

/// What was set to something else than the default, then all that is in force.
fn conventions(view: &View<'_>) -> Vec<Block> {
    let all = view.assessment.inventory.conventions.table();
    let columns = || ["Convention", "In force", "Against the default"].map(Column::Words).to_vec();
    let differing: Vec<Markup> = all
        .iter()
        .filter_map(|one| {
            let told = format!("{}: {}, where the default is {}.", one.name, one.value, one.instead_of.as_ref()?);
            Some(text(&capital(&told)))
        })
        .collect();
    let rows = all.into_iter().map(|one| {
        let differs = one.instead_of.map(|default| strong(&text(&format!("default {default}; ask your auditor"))));
        vec![text(&capital(&one.name)), text(&one.value), differs.unwrap_or_else(|| text("as by default"))]
    });
    let table = table("all-conventions", "Conventions in force", columns(), rows.collect());
    if differing.is_empty() {
        return vec![words("All are as by default."), table];
    }
    vec![words("The organisation set these to something else:"), Block::List(differing), table]
}

fn rules(view: &View<'_>) -> Block {
    let gaps = &view.assessment.gaps;
    let rows = view.assessment.rules.iter().map(|rule| {
        let found = gaps.iter().filter(|gap| gap.finding.rule.name == rule.name).count();
        vec![code(rule.name), text(rule.nature.word()), prose(rule.summary()), Safe(number(found))]
    });
    let words = ["Rule", "Nature", "What it finds"].map(Column::Words);
    let columns = words.into_iter().chain([Column::Number("Gaps")]).collect();
    table("rules", "Rules and how many gaps each found", columns, rows.collect())
}

fn inputs(view: &View<'_>) -> [Block; 2] {
    let catalog = view.assessment.catalog;
    let edition = &catalog.edition;
    let told = format!(
        "The same inputs, catalog, version and date of assessment give the same report. Criteria: {}, {}, revised {}. {}",
        edition.standard, edition.publisher, edition.revision, edition.wording,
    );
    let files = view.assessment.sources.all().map(|(_, file)| vec![code(&file.name), code(&file.digest)]);
    let catalog = vec![joined([text("Catalog"), whole(&edition.id)], " "), code(&catalog.digest)];
    let columns = ["Input", "SHA-256"].map(Column::Words).to_vec();
    [words(&told), table("digests", "Inputs by their digests", columns, files.chain([catalog]).collect())]
}
