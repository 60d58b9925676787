//! Which results speak for which controls, and what is to be told of the rest.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::checks::mapping::Mapping;
use crate::import::checks::piece;
use crate::model::import::{CheckResult, ImportedEvidence, ImportedTest, LeftOut, Origin, Outcome};
use crate::text::count::count;
use crate::text::natural;

/// What became of results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attached {
    /// What is added to controls, by control and then by file.
    pub additions: Vec<Attachment>,
    /// What spoke for nothing, was not counted or has no date, with why.
    pub left_out: Vec<LeftOut>,
}

/// What one scan adds to one control.
///
/// The same scan always makes the same: its file and the days it covers tell it from any other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attachment {
    /// The control.
    pub control: String,
    /// The results, as evidence.
    pub evidence: ImportedEvidence,
    /// The test they make, where something passed or failed.
    pub test: Option<ImportedTest>,
}

/// Takes the results that the mapping speaks of, and makes evidence and tests of them; the others stay.
pub fn attach(results: &mut Vec<CheckResult>, mapping: &Mapping) -> Attached {
    let (by_control, spoken) = spoken_for(results, mapping);
    let mut attached = Attached::default();
    for ((control, file), of) in &by_control {
        let of: Vec<&CheckResult> = of.iter().filter_map(|at| results.get(*at)).collect();
        let test = piece::test(file, &of);
        attached.left_out.extend(remarks(control, file, &of, test.is_some()));
        attached.additions.push(Attachment { control: control.clone(), evidence: piece::evidence(file, &of), test });
    }
    attached
        .additions
        .sort_by(|a, b| natural::compare(&a.control, &b.control).then_with(|| a.evidence.path.cmp(&b.evidence.path)));
    attached.left_out.extend(silent(mapping, &spoken.entries));
    let mut at = 0..;
    results.retain(|_| at.next().is_none_or(|at| !spoken.results.contains(&at)));
    attached.left_out.extend(unspoken(results));
    attached
}

/// The numbers of results by control and file.
type ByControl = BTreeMap<(String, String), Vec<usize>>;

/// What met something.
#[derive(Default)]
struct Spoken {
    results: BTreeSet<usize>,
    entries: BTreeSet<usize>,
}

fn spoken_for(results: &[CheckResult], mapping: &Mapping) -> (ByControl, Spoken) {
    let mut by_control = ByControl::new();
    let mut spoken = Spoken::default();
    // There are far more results than checks, so the patterns meet each check once.
    let mut of_check: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, result) in results.iter().enumerate() {
        let entries = of_check.entry((&result.tool, &result.check)).or_insert_with(|| {
            let entries = mapping.entries.iter().enumerate();
            entries.filter(|(_, (_, entry))| entry.is_of_check(result)).map(|(number, _)| number).collect()
        });
        let entries = entries.iter().filter_map(|number| Some((number, &mapping.entries.get(*number)?.1)));
        let mut controls = BTreeSet::new();
        for (number, entry) in entries.filter(|(_, entry)| entry.is_of_resource(result)) {
            spoken.entries.insert(*number);
            controls.extend(entry.controls.iter().map(|control| control.value.as_str()));
        }
        for control in &controls {
            by_control.entry(((*control).to_owned(), result.origin.file.clone())).or_default().push(at);
        }
        if !controls.is_empty() {
            spoken.results.insert(at);
        }
    }
    (by_control, spoken)
}

/// What is to be told of the results that speak for a control.
fn remarks(control: &str, file: &str, results: &[&CheckResult], tested: bool) -> Vec<LeftOut> {
    let mut remarks = Vec::new();
    let mut tell = |number: usize, why: &str| {
        let origin = Origin { file: file.to_owned(), at: String::new() };
        let what = format!("{} for `{control}`", count(number, "result"));
        remarks.push(LeftOut { origin, what, why: why.to_owned() });
    };
    let open = results.iter().filter(|result| result.outcome == Outcome::Open).count();
    let undated = results.iter().filter(|result| result.date.is_none()).count();
    match (open, tested) {
        (0, _) => {}
        (open, true) => tell(open, "neither passed nor failed: the test does not count what nobody can tell"),
        (open, false) => tell(open, "nothing passed or failed: it is evidence, and no test"),
    }
    match undated {
        0 => {}
        undated if undated == results.len() => tell(undated, "no day: the evidence and the test are not dated"),
        undated => tell(undated, "no day: counted with the days of the others"),
    }
    remarks
}

/// The entries of a mapping that met no result.
fn silent(mapping: &Mapping, spoken: &BTreeSet<usize>) -> Vec<LeftOut> {
    let entries = mapping.entries.iter().enumerate().filter(|(number, _)| !spoken.contains(number));
    let told = entries.map(|(_, (line, entry))| LeftOut {
        origin: Origin { file: mapping.file.clone(), at: format!("line {line}") },
        what: entry.check.value.0.clone(),
        why: "no result of such a check: the entry adds nothing".to_owned(),
    });
    told.collect()
}

/// The checks whose results speak for no control, each once for every file and tool.
fn unspoken(results: &[CheckResult]) -> Vec<LeftOut> {
    let mut checks: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    for result in results {
        *checks.entry((&result.origin.file, &result.tool, &result.check)).or_default() += 1;
    }
    let told = checks.into_iter().map(|((file, tool, check), number)| LeftOut {
        origin: Origin { file: file.to_owned(), at: tool.to_owned() },
        what: check.to_owned(),
        why: format!("{}, and no entry of the mapping speaks of them", count(number, "result")),
    });
    told.collect()
}
