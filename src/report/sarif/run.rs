//! The run: by which tool, of which inventory, against which earlier run, and what was left out.

use serde::Serialize;
use uuid::Uuid;

use crate::model::assessment::Assessment;
use crate::model::gap::Gap;
use crate::model::scope::Report;
use crate::report::Options;
use crate::report::account;
use crate::report::sarif::Message;
use crate::report::sarif::artifact::{Artifact, Bases};
use crate::report::sarif::result::{Finding, Results};
use crate::report::sarif::rule::{Rule, Rules};
use crate::text::count::{count, number};
use crate::text::hash::sha256_hex;

/// How many results GitHub takes; a file with more is refused as a whole.
const MOST: usize = 25_000;

/// One assessment.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Run<'a> {
    tool: Tool,
    automation_details: Automation,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_guid: Option<Uuid>,
    column_kind: &'static str,
    original_uri_base_ids: Bases,
    artifacts: Vec<Artifact<'a>>,
    invocations: [Invocation; 1],
    results: Vec<Finding<'a>>,
    properties: Properties<'a>,
}

impl<'a> Run<'a> {
    pub(super) fn of(assessment: &'a Assessment<'a>, options: &Options) -> Self {
        let all: Vec<&Gap> = options.listed(assessment).collect();
        let shown: Vec<&Gap> = all.iter().copied().take(MOST).collect();
        let rules = Rules::of(assessment, &shown);
        let results = Results::of(assessment, &rules);
        let engagement = engagement(assessment);
        Self {
            baseline_guid: assessment.comparison.as_ref().map(|earlier| guid(&engagement, &earlier.since)),
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: Bases::root(),
            artifacts: assessment.sources.all().map(|(_, file)| Artifact::of(file)).collect(),
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: left_out(assessment, all.len(), shown.len()),
            }],
            results: shown.iter().filter_map(|gap| results.finding(gap)).collect(),
            properties: Properties::of(assessment),
            automation_details: Automation::of(assessment, &engagement),
            tool: Tool { driver: Driver::with(rules) },
        }
    }
}

/// What tells one engagement from another, also in a repository that holds several: `acme-inc/soc2-type2`.
fn engagement(assessment: &Assessment<'_>) -> String {
    let organization = &assessment.inventory.organization;
    let letters = organization.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' });
    let letters: String = letters.take(60).collect();
    let mut parts: Vec<String> = letters.split_whitespace().map(str::to_owned).collect();
    // Names of other letters would all become one.
    if !organization.is_ascii() || parts.is_empty() {
        parts.push(sha256_hex(organization.as_bytes()).chars().take(8).collect());
    }
    let report = match assessment.inventory.scope.report {
        Report::Type1 { .. } => "soc2-type1",
        Report::Type2 { .. } => "soc2-type2",
    };
    format!("{}/{report}", parts.join("-"))
}

/// The id of the run of an engagement on a day.
fn guid(engagement: &str, day: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("gapcheck|{engagement}|run|{day}").as_bytes())
}

/// What the results do not hold, in sentences.
fn left_out(assessment: &Assessment<'_>, listed: usize, shown: usize) -> Vec<Notification> {
    let all = assessment.gaps.len();
    let asked = (listed < all).then(|| {
        let (listed, all) = (number(listed), count(all, "gap"));
        let text = format!("{listed} of {all} were asked for; the others are not among the results.");
        Notification::new("gaps-not-asked-for", "note", text)
    });
    let limit = (shown < listed).then(|| {
        let (most, rest) = (number(MOST), number(listed - shown));
        let text =
            format!("Code scanning takes {most} results: the {most} worst gaps are here, and {rest} are left out.");
        Notification::new("gaps-left-out", "warning", text)
    });
    asked.into_iter().chain(limit).collect()
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    short_description: Message,
    rules: Vec<Rule>,
}

impl Driver {
    fn with(rules: Rules) -> Self {
        let version = env!("CARGO_PKG_VERSION");
        Self {
            name: env!("CARGO_PKG_NAME"),
            version,
            semantic_version: version,
            short_description: Message::new(account::LIMITS),
            rules: rules.list,
        }
    }
}

/// Which series of runs this is one of.
#[derive(Serialize)]
struct Automation {
    id: String,
    guid: Uuid,
    description: Message,
}

impl Automation {
    fn of(assessment: &Assessment<'_>, engagement: &str) -> Self {
        Self {
            id: format!("gapcheck/{engagement}/"),
            guid: guid(engagement, &assessment.as_of.to_string()),
            description: Message::new(account::scope_line(assessment)),
        }
    }
}

/// How the run went, and what it has to say of itself.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    descriptor: Descriptor,
    level: &'static str,
    message: Message,
}

#[derive(Serialize)]
struct Descriptor {
    id: &'static str,
}

impl Notification {
    fn new(id: &'static str, level: &'static str, text: String) -> Self {
        Self { descriptor: Descriptor { id }, level, message: Message::new(text) }
    }
}

/// What SARIF has no word for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Properties<'a> {
    organization: &'a str,
    as_of: String,
    conclusion: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<String>,
    resolved: &'a [String],
}

impl<'a> Properties<'a> {
    fn of(assessment: &'a Assessment<'a>) -> Self {
        Self {
            organization: &assessment.inventory.organization,
            as_of: assessment.as_of.to_string(),
            conclusion: account::headline(&assessment.summary),
            change: account::change(assessment),
            resolved: assessment.comparison.as_ref().map_or(&[], |comparison| &comparison.resolved),
        }
    }
}
