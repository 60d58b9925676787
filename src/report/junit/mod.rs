//! `JUnit` XML: a series of criteria is a suite, a criterion a test, so that any CI system shows what fails.
//!
//! It is what the schema of Ant and that of Jenkins both allow. Green is only what was looked at and has no gap: a
//! criterion of which nobody looked at anything fails with a word of its own, and one whose gaps are all accepted, known
//! before or not asked for is skipped.

mod case;
mod xml;

use crate::model::assessment::{Assessment, CriterionResult};
use crate::report::account;
use crate::report::format::Content;
use crate::report::junit::case::{Case, Cases};
use crate::report::junit::xml::{Xml, escaped};
use crate::report::{Format, Options};

/// The format `junit`.
pub static FORMAT: Format = Format {
    name: "junit",
    extension: "xml",
    summary: "JUnit XML: a test for each criterion, for the test reports of any CI system",
    styled: false,
    render,
};

/// The suite of what belongs to no criterion.
const WHOLE: &str = "inventory";

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let cases = Cases::of(assessment, options);
    let mut xml = Xml::default();
    xml.line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.line(0, "<testsuites>");
    let mut number = 0;
    for series in &assessment.catalog.series {
        let of = |result: &&CriterionResult| {
            let criterion = assessment.catalog.criteria.get(result.criterion);
            criterion.is_some_and(|criterion| criterion.id.series() == series.id)
        };
        let judged: Vec<Case> =
            assessment.criteria.iter().filter(of).filter_map(|result| cases.criterion(result)).collect();
        if !judged.is_empty() {
            suite(assessment, &mut xml, &Suite { number, name: &series.id, cases: &judged });
            number += 1;
        }
    }
    suite(assessment, &mut xml, &Suite { number, name: WHOLE, cases: &[cases.of_no_criterion()] });
    xml.line(0, "</testsuites>");
    xml.into_text().into()
}

/// A suite.
struct Suite<'a> {
    number: usize,
    name: &'a str,
    cases: &'a [Case],
}

fn suite(assessment: &Assessment<'_>, xml: &mut Xml, suite: &Suite<'_>) {
    let tests = suite.cases.len();
    let failures = suite.cases.iter().filter(|case| case.fails()).count();
    let skipped = suite.cases.iter().filter(|case| case.is_skipped()).count();
    xml.line(
        1,
        &format!(
            "<testsuite package=\"soc2\" id=\"{}\" name=\"soc2.{}\" timestamp=\"{}T00:00:00\" hostname=\"localhost\" \
             tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" time=\"0.000\">",
            suite.number, suite.name, assessment.as_of,
        ),
    );
    properties(assessment, xml);
    suite.cases.iter().for_each(|case| case.write(suite.name, xml));
    xml.line(2, &format!("<system-out>{}</system-out>", escaped(account::LIMITS)));
    xml.line(2, "<system-err></system-err>");
    xml.line(1, "</testsuite>");
}

/// What was assessed, and what came of it. Every suite says it, since readers show suites one by one.
fn properties(assessment: &Assessment<'_>, xml: &mut Xml) {
    let properties = [
        ("gapcheck.version", Some(env!("CARGO_PKG_VERSION").to_owned())),
        ("gapcheck.organization", Some(assessment.inventory.organization.clone())),
        ("gapcheck.scope", Some(account::scope_line(assessment))),
        ("gapcheck.conclusion", Some(account::headline(&assessment.summary))),
        ("gapcheck.change", account::change(assessment)),
    ];
    xml.line(2, "<properties>");
    for (name, value) in properties.iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
        xml.line(3, &format!("<property name=\"{name}\" value=\"{}\"/>", escaped(value)));
    }
    xml.line(2, "</properties>");
}
