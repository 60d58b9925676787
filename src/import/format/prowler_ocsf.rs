//! Findings in the Open Cybersecurity Schema Framework (OCSF), as Prowler writes them: a list of detection or compliance findings.

use serde_json::Value;

use crate::import::file::File;
use crate::import::format::Format;
use crate::import::scan::criteria::{is_soc2, named};
use crate::import::scan::gathered::{Gathered, origin};
use crate::import::scan::outcome;
use crate::import::scan::value::{day, each, list, said, said_or_nothing};
use crate::import::table::Reading;
use crate::model::import::{CheckResult, Outcome};
use crate::source::problem::Problems;

/// Findings as OCSF has them.
pub const FORMAT: Format = Format { name: "OCSF", read };

fn read(file: &File<'_>, _: &mut Problems) -> Option<Reading> {
    let findings = file.data()?.as_array().filter(|findings| findings.iter().any(is_finding))?;
    let mut gathered = Gathered::default();
    for (at, finding) in findings.iter().enumerate() {
        gathered.take(result(file, at, finding));
    }
    Some(gathered.reading("OCSF findings"))
}

fn is_finding(value: &Value) -> bool {
    let has = |way| value.pointer(way).is_some();
    has("/class_uid") && has("/metadata") && (has("/finding_info") || has("/status_code") || has("/compliance"))
}

fn result(file: &File<'_>, at: usize, finding: &Value) -> CheckResult {
    CheckResult {
        tool: said(finding, &["/metadata/product/name", "/metadata/product/vendor_name"])
            .unwrap_or_else(|| "OCSF".into()),
        check: said_or_nothing(finding, &["/metadata/event_code", "/compliance/checks/0/uid", "/compliance/control"]),
        title: said_or_nothing(finding, &["/finding_info/title", "/compliance/control"]),
        resource: each(list(finding, "/resources"), &["/uid", "/name"]),
        found: said_or_nothing(
            finding,
            &["/status_detail", "/message", "/compliance/status_detail", "/finding_info/desc"],
        ),
        outcome: came_to(finding),
        date: day(finding, &["/time_dt", "/time", "/finding_info/created_time_dt", "/finding_info/created_time"]),
        criteria: criteria(finding),
        origin: origin(file, format!("[{at}]")),
    }
}

/// `status` tells whether somebody muted the finding; `status_code` what the check came to.
fn came_to(finding: &Value) -> Outcome {
    let word = said_or_nothing(finding, &["/status_code", "/compliance/status_code", "/compliance/status"]);
    let muted = said(finding, &["/status"]).is_some_and(|status| status.eq_ignore_ascii_case("suppressed"));
    let outcome = outcome::of(&word);
    if muted { outcome::kept_quiet(outcome) } else { outcome }
}

fn criteria(finding: &Value) -> Vec<String> {
    let frameworks = finding.pointer("/unmapped/compliance").and_then(Value::as_object);
    let by_framework = frameworks.into_iter().flatten().filter(|(name, _)| is_soc2(name)).map(|(_, ids)| ids);
    let of_soc2 = list(finding, "/compliance/standards").iter().filter_map(Value::as_str).any(is_soc2);
    let requirements = finding.pointer("/compliance/requirements").filter(|_| of_soc2);
    let ids: Vec<&str> = by_framework.chain(requirements).flat_map(texts).collect();
    named(&ids.join(" "))
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        Value::String(text) => vec![text],
        _ => Vec::new(),
    }
}
