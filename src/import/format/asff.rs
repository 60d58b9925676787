//! Findings in the AWS Security Finding Format (ASFF): a list of them, a list wrapped in `Findings`, or a single one.

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

/// Findings as AWS Security Hub takes them.
pub const FORMAT: Format = Format { name: "ASFF", read };

fn read(file: &File<'_>, _: &mut Problems) -> Option<Reading> {
    let data = file.data()?;
    let (under, findings) = match data {
        Value::Array(findings) => ("", findings.as_slice()),
        Value::Object(_) if is_finding(data) => ("", std::slice::from_ref(data)),
        _ => ("Findings", list(data, "/Findings")),
    };
    if !findings.iter().any(is_finding) {
        return None;
    }
    let mut gathered = Gathered::default();
    for (at, finding) in findings.iter().enumerate() {
        let tool = tool(finding);
        gathered.take(CheckResult {
            check: check(finding, &tool),
            tool,
            title: said_or_nothing(finding, &["/Title"]),
            resource: each(list(finding, "/Resources"), &["/Id"]),
            found: said_or_nothing(finding, &["/Description"]),
            outcome: came_to(finding),
            date: day(finding, &["/UpdatedAt", "/LastObservedAt", "/CreatedAt"]),
            criteria: criteria(finding),
            origin: origin(file, format!("{under}[{at}]")),
        });
    }
    Some(gathered.reading("ASFF findings"))
}

fn is_finding(value: &Value) -> bool {
    let has = |way| value.pointer(way).is_some();
    has("/GeneratorId") && (has("/ProductArn") || has("/AwsAccountId")) && (has("/Compliance") || has("/Resources"))
}

fn tool(finding: &Value) -> String {
    let ways = [
        "/ProductName",
        "/ProductFields/ProviderName",
        "/ProductFields/Product Name",
        "/ProductFields/aws~1securityhub~1ProductName",
        "/CompanyName",
    ];
    let by_name = said(finding, &ways);
    let by_address = || said(finding, &["/ProductArn"])?.rsplit('/').next().map(str::to_owned);
    by_name.or_else(by_address).unwrap_or_else(|| "ASFF".to_owned())
}

/// The id of the check, without the tool that some put before it: `prowler-s3_bucket_acl`, `Trivy/CVE-2026-1`.
fn check(finding: &Value, tool: &str) -> String {
    let id = said_or_nothing(finding, &["/Compliance/SecurityControlId", "/GeneratorId"]);
    let behind = id.split_at_checked(tool.len()).filter(|(before, _)| before.eq_ignore_ascii_case(tool));
    let behind = behind.and_then(|(_, rest)| rest.strip_prefix(['-', '/', ':'])).filter(|rest| !rest.is_empty());
    behind.map_or_else(|| id.clone(), str::to_owned)
}

/// A finding without a status is itself what was found, such as a vulnerability; one that only informs leaves all open.
fn came_to(finding: &Value) -> Outcome {
    let outcome = match said(finding, &["/Compliance/Status"]) {
        Some(word) => outcome::of(&word),
        None if is(finding, "/Severity/Label", "INFORMATIONAL") => Outcome::Open,
        None => Outcome::Failed,
    };
    let quiet = is(finding, "/Workflow/Status", "SUPPRESSED") || is(finding, "/RecordState", "ARCHIVED");
    if quiet { outcome::kept_quiet(outcome) } else { outcome }
}

fn is(finding: &Value, way: &str, word: &str) -> bool {
    finding.pointer(way).and_then(Value::as_str).is_some_and(|said| said.eq_ignore_ascii_case(word))
}

fn criteria(finding: &Value) -> Vec<String> {
    let requirements = list(finding, "/Compliance/RelatedRequirements").iter().filter_map(Value::as_str);
    named(&requirements.filter(|text| is_soc2(text)).collect::<Vec<_>>().join(" "))
}
