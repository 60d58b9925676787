//! An OSCAL plan of action and milestones: an item for each gap, with its risk, what answers it, and by when.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use uuid::Uuid;

use crate::model::assessment::Assessment;
use crate::model::gap::{Gap, Treatment};
use crate::report::format::Content;
use crate::report::json::by_lines;
use crate::report::oscal::assets::{self, AssessmentAssets, Component};
use crate::report::oscal::back_matter::BackMatter;
use crate::report::oscal::desk::{Desk, GapRefs};
use crate::report::oscal::finding::{self, Finding, RelatedRisk};
use crate::report::oscal::metadata::Metadata;
use crate::report::oscal::observation::{Observation, RelatedObservation};
use crate::report::oscal::origin::Origin;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::risk::{self, Risk};
use crate::report::oscal::seen::Seen;
use crate::report::oscal::text;
use crate::report::{Format, Options};

/// An OSCAL plan of action and milestones.
pub static FORMAT: Format = Format {
    name: "oscal-poam",
    extension: "json",
    summary: "OSCAL 1.2.1 plan of action and milestones: an item, a risk and a milestone for each gap",
    styled: false,
    render,
};

/// What the format calls an id that is a UUID.
const IS_A_UUID: &str = "http://datatracker.ietf.org/doc/html/rfc4122";

/// Why there is no document: the format wants at least one item.
const NOTHING: &str = "a plan of action and milestones needs at least one open gap, and there is none";

/// How deep the lists of the plan lie: each observation, risk, finding and item is a line.
const LEVELS: usize = 3;

/// The document.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document<'a> {
    plan_of_action_and_milestones: Poam<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Poam<'a> {
    uuid: Uuid,
    metadata: Metadata,
    system_id: SystemId,
    local_definitions: Definitions,
    observations: Vec<Observation>,
    risks: Vec<Risk>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<Finding>,
    #[serde(rename = "poam-items")]
    items: Vec<Item>,
    back_matter: BackMatter<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SystemId {
    identifier_type: &'static str,
    id: Uuid,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Definitions {
    components: Vec<Component>,
    assessment_assets: AssessmentAssets,
}

/// A gap as a thing to be dealt with.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item {
    uuid: Uuid,
    title: String,
    description: String,
    props: Vec<Prop>,
    origins: [Origin; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_findings: Vec<RelatedFinding>,
    related_observations: [RelatedObservation; 1],
    related_risks: [RelatedRisk; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct RelatedFinding {
    finding_uuid: Uuid,
}

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let desk = Desk::of(assessment, options);
    // What was known before is still to be closed; only what somebody signed for is not.
    if desk.listed.iter().all(|gap| matches!(gap.treatment, Treatment::Accepted(_))) {
        return Content::Nothing(NOTHING.to_owned());
    }
    let seen = Seen::of(&desk);
    // The findings of the assessment results that a gap has to do with, as they stand there.
    let mut findings = finding::findings(&desk, &seen);
    findings.retain(|finding| !finding.related_risks.is_empty());
    let poam = Poam {
        uuid: desk.ids.id("plan-of-action-and-milestones", &[&assessment.as_of.to_string()]),
        metadata: Metadata::of(&desk, "SOC 2 plan of action and milestones"),
        system_id: SystemId { identifier_type: IS_A_UUID, id: desk.this_system },
        local_definitions: Definitions {
            components: assets::systems(&desk),
            assessment_assets: AssessmentAssets::of(&desk),
        },
        observations: needed(&desk, seen.all, &findings),
        risks: risk::risks(&desk),
        items: items(&desk, &finding::by_risk(&findings)),
        findings,
        back_matter: BackMatter::of(&desk),
    };
    by_lines(&Document { plan_of_action_and_milestones: poam }, LEVELS).into()
}

/// The observations that a gap or a finding refers to.
fn needed(desk: &Desk<'_>, mut all: Vec<Observation>, findings: &[Finding]) -> Vec<Observation> {
    let of_findings = findings.iter().flat_map(|finding| &finding.related_observations);
    let of_gaps = desk.refs.values().map(|refs| refs.observation);
    let wanted: BTreeSet<Uuid> = of_findings.map(|related| related.observation_uuid).chain(of_gaps).collect();
    all.retain(|seen| wanted.contains(&seen.uuid));
    all
}

fn items(desk: &Desk<'_>, findings: &BTreeMap<Uuid, Vec<Uuid>>) -> Vec<Item> {
    let listed = desk.listed.iter();
    listed.filter_map(|gap| Some(item(desk, gap, *desk.refs.get(gap.id())?, findings))).collect()
}

fn item(desk: &Desk<'_>, gap: &Gap, refs: GapRefs, findings: &BTreeMap<Uuid, Vec<Uuid>>) -> Item {
    let related = findings.get(&refs.risk).into_iter().flatten();
    let props = [Prop::said("gap", Some(gap.id())), Some(Prop::ours("treatment", gap.treatment.word()))];
    Item {
        uuid: desk.ids.id("poam-item", &[gap.id()]),
        title: text::title(&gap.finding.title, gap.id()),
        description: text::title(&gap.finding.recommendation, gap.id()),
        props: props.into_iter().flatten().collect(),
        origins: [Origin::tool(desk)],
        related_findings: related.map(|finding_uuid| RelatedFinding { finding_uuid: *finding_uuid }).collect(),
        related_observations: [RelatedObservation { observation_uuid: refs.observation }],
        related_risks: [RelatedRisk { risk_uuid: refs.risk }],
    }
}
