//! Results in the Static Analysis Results Interchange Format (SARIF) 2.1.0.

use serde_json::Value;

use crate::import::file::File;
use crate::import::format::Format;
use crate::import::scan::gathered::{Gathered, origin};
use crate::import::scan::outcome;
use crate::import::scan::value::{day, list, said, said_or_nothing};
use crate::import::table::Reading;
use crate::model::import::{CheckResult, Outcome};
use crate::source::problem::{Problem, Problems};

/// Results as SARIF has them.
pub const FORMAT: Format = Format { name: "SARIF", read };

const VERSION: &str = "2.1.0";

fn read(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let data = file.data()?;
    let version = said_or_nothing(data, &["/version"]);
    let called_so = said(data, &["/$schema"]).is_some_and(|schema| schema.to_ascii_lowercase().contains("sarif"));
    let runs = data.pointer("/runs")?.as_array().filter(|_| called_so || version == VERSION)?;
    if version != VERSION {
        let message = format!("{}: SARIF version `{}` is not read", file.name, crate::text::cut::cut(&version, 20));
        problems.add(Problem::anywhere(message).help("have the scanner write SARIF 2.1.0"));
        return Some(Reading { format: "SARIF".to_owned(), ..Reading::default() });
    }
    let mut gathered = Gathered::default();
    for (at, run) in runs.iter().enumerate() {
        Run { file, at, told: run }.gather(&mut gathered);
    }
    if runs.is_empty() {
        gathered.leave_out(
            origin(file, "runs"),
            "no run",
            "nothing was scanned, or nothing was found: there are no results",
        );
    }
    Some(gathered.reading("SARIF 2.1.0 results"))
}

/// A run of a tool.
struct Run<'a> {
    file: &'a File<'a>,
    at: usize,
    told: &'a Value,
}

impl Run<'_> {
    fn gather(&self, gathered: &mut Gathered) {
        let (tool, results) = (self.tool(), list(self.told, "/results"));
        let whole = origin(self.file, format!("runs[{}]", self.at));
        if results.is_empty() {
            gathered.leave_out(
                whole.clone(),
                &tool,
                "a clean scan: the run has no results, so no check is known to have passed",
            );
        }
        let invocations = list(self.told, "/invocations");
        if invocations.iter().any(|one| one.pointer("/executionSuccessful").and_then(Value::as_bool) == Some(false)) {
            gathered.leave_out(
                whole,
                &tool,
                "the tool says that it did not run to its end: what it did not find says nothing",
            );
        }
        // A run is told of on the day it ended.
        let ends = invocations.iter().filter_map(|one| day(one, &["/endTimeUtc", "/startTimeUtc"]));
        let date = ends.max();
        for (at, result) in results.iter().enumerate() {
            let result = CheckResult { tool: tool.clone(), date, ..self.result(at, result) };
            gathered.take(result);
        }
    }

    fn tool(&self) -> String {
        said(self.told, &["/tool/driver/name", "/tool/driver/fullName"]).unwrap_or_else(|| "SARIF".to_owned())
    }

    fn result(&self, at: usize, result: &Value) -> CheckResult {
        let rule = self.rule(result);
        let of_rule = |ways: &[&str]| rule.and_then(|rule| said(rule, ways));
        let check = said(result, &["/ruleId", "/rule/id"]).or_else(|| of_rule(&["/id"]));
        let level = said(result, &["/level"]).or_else(|| of_rule(&["/defaultConfiguration/level"]));
        let (outcome, remark) = came_to(result, &level.unwrap_or_default());
        let found = said(result, &["/message/text", "/message/markdown"]).or_else(|| self.message(result, rule));
        CheckResult {
            check: check.unwrap_or_default(),
            title: of_rule(&["/shortDescription/text", "/fullDescription/text", "/name"]).unwrap_or_default(),
            resource: location(result),
            found: [found, remark].into_iter().flatten().collect::<Vec<_>>().join(" "),
            outcome,
            origin: origin(self.file, format!("runs[{}].results[{at}]", self.at)),
            ..CheckResult::default()
        }
    }

    /// The rule a result is of: by its number, else by its id.
    fn rule(&self, result: &Value) -> Option<&Value> {
        let rules = list(self.told, "/tool/driver/rules");
        let number = ["/ruleIndex", "/rule/index"].iter().find_map(|way| result.pointer(way)?.as_u64());
        let by_number = number.and_then(|number| rules.get(usize::try_from(number).ok()?));
        let id = said(result, &["/ruleId", "/rule/id"]);
        // The id of a result may say more than that of its rule: `CA1000/1`.
        let fits = |rule: &&Value| match (&id, said(rule, &["/id"])) {
            (Some(id), Some(of)) => id.starts_with(&of),
            _ => id.is_none(),
        };
        by_number.filter(fits).or_else(|| rules.iter().find(|rule| said(rule, &["/id"]) == id))
    }

    /// A message that stands with the rule and not with the result.
    fn message(&self, result: &Value, rule: Option<&Value>) -> Option<String> {
        let id = said(result, &["/message/id"])?;
        let strings = rule.and_then(|rule| rule.pointer("/messageStrings"));
        let shared = self.told.pointer("/tool/driver/globalMessageStrings");
        strings.into_iter().chain(shared).find_map(|strings| said(strings.get(&id)?, &["/text"]))
    }
}

/// What a result says, and what else is to be known of it. Without a word of its own it is a failure.
fn came_to(result: &Value, level: &str) -> (Outcome, Option<String>) {
    let outcome = match (&*said_or_nothing(result, &["/kind"]), level) {
        ("pass", _) => Outcome::Passed,
        ("" | "fail", "none") => Outcome::Open,
        ("" | "fail", _) => Outcome::Failed,
        _ => Outcome::Open,
    };
    if said(result, &["/baselineState"]).as_deref() == Some("absent") {
        return (outcome::kept_quiet(outcome), Some("(Of an earlier scan, no longer found in this one.)".to_owned()));
    }
    let Some(suppression) = list(result, "/suppressions").iter().find(|one| is_accepted(one)) else {
        return (outcome, None);
    };
    let why = said(suppression, &["/justification"]).map_or_else(String::new, |why| format!(": {why}"));
    (outcome::kept_quiet(outcome), Some(format!("(Suppressed{why})")))
}

/// A suppression that says nothing of its state is accepted.
fn is_accepted(suppression: &Value) -> bool {
    said(suppression, &["/status", "/state"]).is_none_or(|status| status == "accepted")
}

/// Where it was found: the file and the line, else the name of the place.
fn location(result: &Value) -> String {
    let first = list(result, "/locations").first();
    let Some(first) = first else { return said_or_nothing(result, &["/analysisTarget/uri"]) };
    let file = said(first, &["/physicalLocation/artifactLocation/uri"]);
    let line = said(first, &["/physicalLocation/region/startLine"]);
    match (file, line) {
        (Some(file), Some(line)) => format!("{file}:{line}"),
        (Some(file), None) => file,
        (None, _) => said_or_nothing(first, &["/logicalLocations/0/fullyQualifiedName", "/logicalLocations/0/name"]),
    }
}
