//! Code quality of GitLab: a list of issues, each on its line, compared between branches by fingerprints.

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::model::gap::{Gap, Treatment};
use crate::model::level::Level;
use crate::report::format::Content;
use crate::report::json::pretty;
use crate::report::spot::Spots;
use crate::report::{Format, Options};
use crate::text::cut::cut;
use crate::text::hash::sha256_hex;

/// The format `gitlab`.
pub static FORMAT: Format = Format {
    name: "gitlab",
    extension: "json",
    summary: "the code quality report of GitLab, for merge requests",
    styled: false,
    render,
};

/// How many characters of the inventory's own words an issue repeats.
const WORDS: usize = 1000;

/// An issue. GitLab knows no more keys than these.
#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let spots = Spots::of(assessment.sources);
    let issues: Vec<Issue<'_>> = options.listed(assessment).filter_map(|gap| issue(gap, &spots)).collect();
    pretty(&issues).into()
}

fn issue<'a>(gap: &Gap, spots: &Spots<'a>) -> Option<Issue<'a>> {
    let spot = spots.spot(gap)?;
    Some(Issue {
        description: description(gap),
        check_name: gap.finding.rule.name,
        fingerprint: sha256_hex(gap.id().as_bytes()),
        severity: severity(gap),
        location: Location { path: &spot.file.in_repository, lines: Lines { begin: spot.start.line } },
    })
}

/// What is wrong, with the criteria it touches before it and the id behind it.
fn description(gap: &Gap) -> String {
    let criteria: Vec<String> = gap.finding.criteria.iter().map(ToString::to_string).collect();
    let criteria = if criteria.is_empty() { String::new() } else { format!("{}: ", criteria.join(", ")) };
    let accepted = if matches!(gap.treatment, Treatment::Accepted(_)) { "accepted: " } else { "" };
    format!("{criteria}{accepted}{} ({})", cut(&gap.finding.title, WORDS), gap.id())
}

/// GitLab cannot mark what somebody signed for: such a gap is there, and asks for nothing.
const fn severity(gap: &Gap) -> &'static str {
    match (&gap.treatment, gap.risk.level()) {
        (Treatment::Accepted(_), _) | (_, Level::VeryLow) => "info",
        (_, Level::Low) => "minor",
        (_, Level::Moderate) => "major",
        (_, Level::High) => "critical",
        (_, Level::VeryHigh) => "blocker",
    }
}
