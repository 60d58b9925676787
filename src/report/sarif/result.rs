//! A gap as a result: on which line, how grave, what it is called from one run to the next, and who signed for it.

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::model::gap::{Gap, Treatment};
use crate::model::gap_id::GapId;
use crate::report::sarif::Message;
use crate::report::sarif::artifact::Uri;
use crate::report::sarif::help::section;
use crate::report::sarif::rule::{self, Rules};
use crate::report::spot::{Spot, Spots};
use crate::text::cut::cut;
use crate::text::hash::sha256_hex;
use crate::text::list::and;

/// How many characters of the inventory's own words a result repeats: 25,000 results must fit into 10 MB.
const WORDS: usize = 250;

/// What makes results of gaps.
pub(super) struct Results<'a, 'r> {
    assessment: &'a Assessment<'a>,
    rules: &'r Rules,
    spots: Spots<'a>,
    changes: Vec<Option<&'static str>>,
}

impl<'a, 'r> Results<'a, 'r> {
    pub(super) fn of(assessment: &'a Assessment<'a>, rules: &'r Rules) -> Self {
        Self { assessment, rules, spots: Spots::of(assessment.sources), changes: changes(assessment) }
    }

    /// The result of a gap.
    pub(super) fn finding(&self, gap: &'a Gap) -> Option<Finding<'a>> {
        let spot = self.spots.spot(gap)?;
        Some(Finding {
            rule_id: rule::id(gap),
            rule_index: self.rules.position(gap)?,
            kind: "fail",
            level: rule::level(gap.risk.level()),
            rank: gap.risk.score(),
            message: Message::new(message(gap)),
            locations: [Location::of(gap, &spot)],
            partial_fingerprints: Fingerprints::of(gap),
            baseline_state: self.changes.get(gap.number.saturating_sub(1)).copied().flatten(),
            suppressions: self.suppressions(gap),
            properties: self.properties(gap),
        })
    }

    /// Empty where somebody looked for a signature and found none, as SARIF wants it of a tool that knows of them.
    fn suppressions(&self, gap: &Gap) -> Vec<Suppression> {
        let Treatment::Accepted(at) = gap.treatment else { return Vec::new() };
        let acceptance = self.assessment.inventory.acceptances.get(at);
        let justification = acceptance.map(|acceptance| {
            let by = self.assessment.inventory.person_name(&acceptance.approved_by.value);
            let until = acceptance.expires.value;
            cut(&format!("Accepted by {by} until {until}: {}", &*acceptance.rationale), 2 * WORDS)
        });
        let justification = justification.unwrap_or_default();
        vec![Suppression { kind: "external", status: "accepted", justification }]
    }

    fn properties(&self, gap: &'a Gap) -> Properties<'a> {
        let finding = &gap.finding;
        let control = finding.control.and_then(|at| self.assessment.inventory.controls.get(at));
        Properties {
            gap_id: gap.id(),
            rule: finding.rule.name,
            nature: finding.rule.nature.snake(),
            title: cut(&finding.title, WORDS),
            criteria: finding.criteria.iter().map(ToString::to_string).collect(),
            control: control.map(|control| control.id.as_str()),
            risk_level: gap.risk.level().snake(),
            score: gap.risk.score(),
            treatment: gap.treatment.word(),
        }
    }
}

/// How each gap compares with an earlier result, by its position; nothing where none was given.
fn changes(assessment: &Assessment<'_>) -> Vec<Option<&'static str>> {
    let Some(comparison) = &assessment.comparison else { return Vec::new() };
    let state = |at: usize| match () {
        () if comparison.new.binary_search(&at).is_ok() => "new",
        () if comparison.worsened.binary_search(&at).is_ok() => "updated",
        () => "unchanged",
    };
    (0..assessment.gaps.len()).map(|at| Some(state(at))).collect()
}

/// What is wrong and the way out: of ids and of the rule's own words, so that it changes only when the fault does.
fn message(gap: &Gap) -> String {
    let rule = gap.finding.rule;
    let (subject, _, part) = GapId::split(gap.id()).unwrap_or((gap.id(), "", None));
    let part = part.map(|part| format!(" ({part})")).unwrap_or_default();
    let touches = match &gap.finding.criteria[..] {
        [] => String::new(),
        [one] if one.to_string() == subject => String::new(),
        criteria => format!(" Touches {}.", and(criteria)),
    };
    format!("{subject}{part}: {}{touches}\n\n{}", rule.summary(), section(rule, "Remedy"))
}

/// A result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Finding<'a> {
    rule_id: String,
    rule_index: usize,
    kind: &'static str,
    level: &'static str,
    rank: u8,
    message: Message,
    locations: [Location<'a>; 1],
    partial_fingerprints: Fingerprints<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_state: Option<&'static str>,
    suppressions: Vec<Suppression>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: Physical,
    logical_locations: [Logical<'a>; 1],
}

impl<'a> Location<'a> {
    fn of(gap: &'a Gap, spot: &Spot<'_>) -> Self {
        let region = Region {
            start_line: spot.start.line,
            start_column: spot.start.column,
            end_line: spot.end.line,
            end_column: spot.end.column,
        };
        let name = GapId::split(gap.id()).map_or(gap.id(), |(subject, ..)| subject);
        Self {
            physical_location: Physical { artifact_location: Uri::of(spot.file), region },
            logical_locations: [Logical { name, fully_qualified_name: gap.id(), kind: "resource" }],
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Uri,
    region: Region,
}

/// From the first character to the one after the last, lines and columns from one.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical<'a> {
    name: &'a str,
    fully_qualified_name: &'a str,
    kind: &'static str,
}

/// What a result is called from one run to the next. GitHub knows the first alone.
#[derive(Serialize)]
struct Fingerprints<'a> {
    #[serde(rename = "primaryLocationLineHash")]
    primary: String,
    #[serde(rename = "gapId/v1")]
    gap_id: &'a str,
}

impl<'a> Fingerprints<'a> {
    fn of(gap: &'a Gap) -> Self {
        let digits: String = sha256_hex(gap.id().as_bytes()).chars().take(16).collect();
        Self { primary: format!("{digits}:1"), gap_id: gap.id() }
    }
}

/// That somebody signed for a gap.
#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    justification: String,
}

/// What SARIF has no word for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Properties<'a> {
    gap_id: &'a str,
    rule: &'static str,
    nature: String,
    title: String,
    criteria: Vec<String>,
    control: Option<&'a str>,
    risk_level: String,
    score: u8,
    treatment: &'static str,
}
