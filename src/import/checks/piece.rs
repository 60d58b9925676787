//! What the results of one scan come to for one control: a piece of evidence, and a test of operation.

use std::collections::BTreeSet;

use crate::model::date::Date;
use crate::model::import::{CheckResult, ImportedEvidence, ImportedTest, Outcome};
use crate::model::words::EvidenceKind;
use crate::text::count::count;
use crate::text::cut::cut;
use crate::text::list;

/// As many exceptions as a test lists one by one.
const LISTED: usize = 100;
/// The longest name of an item that deviated, in characters.
const ITEM: usize = 160;
/// The longest description of what was found, in characters.
const DESCRIPTION: usize = 300;

/// The evidence that the results of a scan are.
#[must_use]
pub fn evidence(file: &str, results: &[&CheckResult]) -> ImportedEvidence {
    let open = results.iter().filter(|result| result.outcome == Outcome::Open).count();
    let open = if open == 0 { String::new() } else { format!(", {open} of them open") };
    let checks: BTreeSet<(&str, &str)> = results.iter().map(|result| (&*result.tool, &*result.check)).collect();
    let (number, of) = (count(results.len(), "result"), count(checks.len(), "check"));
    let covers = time(results);
    ImportedEvidence {
        title: format!("{}: {number} of {of}{open}", tools(results)),
        kind: Some(EvidenceKind::Report),
        path: Some(file.to_owned()),
        url: None,
        covers,
        collected: covers.map(|(_, last)| last),
        source: Some(tools(results)),
        items: u32::try_from(results.len()).ok(),
    }
}

/// The test that those results make which passed or failed; none where none did.
#[must_use]
pub fn test(file: &str, results: &[&CheckResult]) -> Option<ImportedTest> {
    let decided: Vec<&CheckResult> = results.iter().copied().filter(|result| result.outcome != Outcome::Open).collect();
    let failed: Vec<&CheckResult> =
        decided.iter().copied().filter(|result| result.outcome == Outcome::Failed).collect();
    let mut exceptions: Vec<(String, String)> = failed.iter().take(LISTED).map(|result| exception(result)).collect();
    let rest: Vec<&str> = failed.iter().skip(LISTED).map(|result| &*result.check).collect();
    if !rest.is_empty() {
        let checks: BTreeSet<&str> = rest.iter().copied().collect();
        let told = format!("Results of {} that are not listed one by one.", list::some(checks, 10));
        exceptions.push((count(rest.len(), "more item"), cut(&told, DESCRIPTION)));
    }
    let period = time(&decided);
    (!decided.is_empty()).then(|| ImportedTest {
        date: period.map(|(_, last)| last),
        by: tools(&decided),
        period,
        size: u32::try_from(decided.len()).unwrap_or(u32::MAX),
        exceptions,
        source: Some(file.to_owned()),
    })
}

/// What was looked at, and what was found; the check itself where no resource is named.
fn exception(result: &CheckResult) -> (String, String) {
    let item = if result.resource.is_empty() { &result.check } else { &result.resource };
    let title = if result.title.is_empty() { &result.check } else { &result.title };
    let (title, found) = (line(title), line(&result.found));
    let told = if found.is_empty() || found == title { title } else { format!("{title}: {found}") };
    (cut(&line(item), ITEM), cut(&told, DESCRIPTION))
}

/// A text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first and the last day of results that tell theirs.
fn time(results: &[&CheckResult]) -> Option<(Date, Date)> {
    let days = || results.iter().filter_map(|result| result.date);
    Some((days().min()?, days().max()?))
}

fn tools(results: &[&CheckResult]) -> String {
    let tools: BTreeSet<&str> = results.iter().map(|result| &*result.tool).collect();
    list::some(tools, 5)
}
