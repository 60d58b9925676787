//! Lists of checks of any tool that say of each whether it passed: JSON under any key, or CSV.
//!
//! A list of controls that were found to pass or fail is first of all a list of controls; only [`as_checks`] takes it for checks.

use serde_json::Value;

use crate::import::file::File;
use crate::import::format::Format;
use crate::import::scan::criteria::{is_soc2, named};
use crate::import::scan::gathered::{Gathered, origin};
use crate::import::scan::outcome;
use crate::import::scan::rows;
use crate::import::scan::value::{day, list, said, said_or_nothing, text};
use crate::import::table::Reading;
use crate::model::import::{CheckResult, Outcome};
use crate::source::problem::Problems;

/// Lists of checks with what they came to.
pub const FORMAT: Format = Format { name: "pass/fail list", read };

/// How deep under the top of a file such a list may stand.
const DEPTH: usize = 5;
/// What names the check of a record, the surest first.
const CHECK: [&str; 9] =
    ["/check_id", "/checkId", "/test_id", "/testId", "/rule_id", "/ruleId", "/check", "/test", "/rule"];
/// What names it where nothing else does.
const ID: [&str; 2] = ["/id", "/name"];
const STATUS: [&str; 6] = ["/status", "/result", "/outcome", "/check_result/result", "/check_result", "/passed"];
const TITLE: [&str; 6] = ["/check_title", "/check_name", "/title", "/name", "/description", "/message"];
const RESOURCE: [&str; 9] = [
    "/resource_id",
    "/resource",
    "/resource_name",
    "/resource/id",
    "/resource/name",
    "/target",
    "/host",
    "/asset",
    "/file_path",
];
const FOUND: [&str; 8] =
    ["/details", "/detail", "/message", "/evidence", "/reason", "/finding", "/actual", "/description"];
const DATE: [&str; 8] =
    ["/tested_at", "/checked_at", "/timestamp", "/evaluated_at", "/scanned_at", "/time", "/date", "/created_at"];
/// When the whole list was made.
const DATE_OF_LIST: [&str; 8] = [
    "/generated_at",
    "/generatedAt",
    "/timestamp",
    "/scanned_at",
    "/created_at",
    "/date",
    "/metadata/date",
    "/metadata/generated_at",
];
const TOOL: [&str; 8] =
    ["/tool/name", "/tool", "/scanner/name", "/scanner", "/product", "/provider", "/generator", "/metadata/tool"];
const CRITERIA: [&str; 5] = ["/cc_codes", "/soc2", "/criteria", "/tsc", "/soc2_criteria"];

fn read(file: &File<'_>, _: &mut Problems) -> Option<Reading> {
    reading(file, &|list| list.is_of_controls())
}

/// Reads a list of controls with what they were found to be as a list of checks too.
#[must_use]
pub fn as_checks(file: &File<'_>) -> Option<Reading> {
    reading(file, &|_| false)
}

fn reading(file: &File<'_>, passed_over: &dyn Fn(&List<'_>) -> bool) -> Option<Reading> {
    // A row needs a column for its check: an id alone names a control just as well.
    let has = |keys: &[String], ways: &[&str]| {
        ways.iter().any(|way| keys.iter().any(|key| way.strip_prefix('/') == Some(key)))
    };
    let rows = || rows::of(file, |keys| has(keys, &CHECK) && has(keys, &STATUS));
    let rows = if file.data().is_some() { None } else { rows() };
    let data = file.data().or(rows.as_ref())?;
    let mut lists = Vec::new();
    find(data, String::new(), DEPTH, &mut lists);
    lists.retain(|list| list.is_of_checks() && (list.is_decided() || list.any(&CHECK)) && !passed_over(list));
    // Some tools keep what was skipped in a list of its own.
    if !lists.iter().any(List::is_decided) {
        return None;
    }
    let mut gathered = Gathered::default();
    for list in lists {
        let named_by = if list.any(&CHECK) { &CHECK[..] } else { &ID[..] };
        for (at, record) in list.records.iter().enumerate() {
            let at = origin(file, list.at(at, rows.is_some()));
            gathered.take(CheckResult { origin: at, ..result(file, data, record, named_by) });
        }
    }
    Some(gathered.reading(if rows.is_some() { "CSV results" } else { "pass/fail results" }))
}

/// A list of records, and the way to it.
struct List<'v> {
    way: String,
    records: &'v [Value],
}

/// All lists of records down to a depth.
fn find<'v>(value: &'v Value, way: String, depth: usize, lists: &mut Vec<List<'v>>) {
    let Some(deeper) = depth.checked_sub(1) else { return };
    match value {
        Value::Array(records) => {
            for (at, record) in records.iter().enumerate().filter(|(_, record)| said(record, &STATUS).is_none()) {
                find(record, format!("{way}[{at}]"), deeper, lists);
            }
            lists.push(List { way, records });
        }
        Value::Object(keys) => {
            for (key, value) in keys {
                let way = if way.is_empty() { key.clone() } else { format!("{way}.{key}") };
                find(value, way, deeper, lists);
            }
        }
        _ => {}
    }
}

impl List<'_> {
    fn any(&self, ways: &[&str]) -> bool {
        self.records.iter().any(|record| said(record, ways).is_some())
    }

    fn outcomes(&self) -> impl Iterator<Item = Outcome> {
        self.records.iter().filter_map(|record| outcome::known(&said(record, &STATUS)?))
    }

    /// Whether its records are checks: most say in plain words what they came to.
    fn is_of_checks(&self) -> bool {
        2 * self.outcomes().count() > self.records.len() && (self.any(&CHECK) || self.any(&ID))
    }

    /// Whether at least one of them passed or failed.
    fn is_decided(&self) -> bool {
        self.outcomes().any(|outcome| outcome != Outcome::Open)
    }

    /// Whether it calls itself a list of controls, or its records name frameworks of which they are controls.
    fn is_of_controls(&self) -> bool {
        let key = self.way.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let called_so = ["controls", "requirements", "criteria"].iter().any(|name| key.ends_with(name));
        called_so || (!self.any(&CHECK) && self.any(&["/framework", "/frameworks/0/framework", "/frameworks/0"]))
    }

    /// Where a record stands. A spreadsheet counts the header as its first row.
    fn at(&self, record: usize, is_row: bool) -> String {
        if is_row { format!("row {}", record.saturating_add(2)) } else { format!("{}[{record}]", self.way) }
    }
}

fn result(file: &File<'_>, data: &Value, record: &Value, named_by: &[&str]) -> CheckResult {
    let tool = said(record, &["/tool", "/scanner"]).or_else(|| said(data, &TOOL));
    CheckResult {
        tool: tool.unwrap_or_else(|| file.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()),
        check: said_or_nothing(record, named_by),
        title: said_or_nothing(record, &TITLE),
        resource: said_or_nothing(record, &RESOURCE),
        found: said_or_nothing(record, &FOUND),
        outcome: outcome::of(&said_or_nothing(record, &STATUS)),
        date: day(record, &DATE).or_else(|| day(data, &DATE_OF_LIST)),
        criteria: criteria(record),
        ..CheckResult::default()
    }
}

/// The ids under a key that holds those of SOC 2, and those that stand beside its name.
fn criteria(record: &Value) -> Vec<String> {
    let mut ids = Vec::new();
    for value in CRITERIA.iter().filter_map(|way| record.pointer(way)) {
        ids.extend(
            value.as_array().map_or_else(
                || text(value).into_iter().collect(),
                |all| all.iter().filter_map(text).collect::<Vec<_>>(),
            ),
        );
    }
    for framework in list(record, "/frameworks").iter().chain([record]) {
        if said(framework, &["/framework", "/name"]).is_some_and(|name| is_soc2(&name)) {
            ids.extend(said(framework, &["/controlId", "/control_id", "/control"]));
        }
    }
    named(&ids.join(" "))
}
