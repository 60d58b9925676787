//! OSCAL assessment results: what was looked at, what was seen, what was concluded of each criterion, and the risks.

use serde::Serialize;
use uuid::Uuid;

use crate::model::assessment::Assessment;
use crate::report::account;
use crate::report::format::Content;
use crate::report::json::by_lines;
use crate::report::oscal::assets::{self, AssessmentAssets, Component};
use crate::report::oscal::back_matter::BackMatter;
use crate::report::oscal::counts;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::finding::{self, Finding};
use crate::report::oscal::metadata::Metadata;
use crate::report::oscal::objective::{self, LocalObjective};
use crate::report::oscal::observation::Observation;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::reviewed::ReviewedControls;
use crate::report::oscal::risk::{self, Risk};
use crate::report::oscal::seen::Seen;
use crate::report::oscal::task::{self, OscalTask};
use crate::report::oscal::text;
use crate::report::{Format, Options};

/// OSCAL assessment results.
pub static FORMAT: Format = Format {
    name: "oscal-ar",
    extension: "json",
    summary: "OSCAL 1.2.1 assessment results: observations, findings and risks for GRC tools",
    styled: false,
    render,
};

/// How deep the lists of the result lie: each observation, risk and finding is a line.
const LEVELS: usize = 5;

/// The document.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document<'a> {
    assessment_results: AssessmentResults<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct AssessmentResults<'a> {
    uuid: Uuid,
    metadata: Metadata,
    import_ap: ImportAp,
    #[serde(skip_serializing_if = "Option::is_none")]
    local_definitions: Option<Objectives>,
    results: [AssessmentResult; 1],
    back_matter: BackMatter<'a>,
}

/// The plan behind the results. There is none: the scope of the inventory takes its place.
#[derive(Serialize)]
struct ImportAp {
    href: String,
    remarks: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Objectives {
    objectives_and_methods: Vec<LocalObjective>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct AssessmentResult {
    uuid: Uuid,
    title: String,
    description: String,
    start: String,
    end: String,
    props: Vec<Prop>,
    local_definitions: Definitions,
    reviewed_controls: ReviewedControls,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    observations: Vec<Observation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    risks: Vec<Risk>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<Finding>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Definitions {
    components: Vec<Component>,
    assessment_assets: AssessmentAssets,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tasks: Vec<OscalTask>,
}

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let desk = Desk::of(assessment, options);
    let objectives_and_methods = objective::objectives(&desk);
    let assessment_results = AssessmentResults {
        uuid: desk.ids.id("assessment-results", &[&assessment.as_of.to_string()]),
        metadata: Metadata::of(&desk, "SOC 2 gap assessment results"),
        import_ap: ImportAp {
            href: format!("#{}", desk.inventory),
            remarks: "There is no OSCAL assessment plan; the scope of the inventory takes its place.",
        },
        local_definitions: (!objectives_and_methods.is_empty()).then_some(Objectives { objectives_and_methods }),
        results: [result(&desk)],
        back_matter: BackMatter::of(&desk),
    };
    by_lines(&Document { assessment_results }, LEVELS).into()
}

fn result(desk: &Desk<'_>) -> AssessmentResult {
    let assessment = desk.assessment;
    let seen = Seen::of(desk);
    AssessmentResult {
        uuid: desk.ids.id("result", &[&assessment.as_of.to_string()]),
        title: format!("Gap assessment of {}", assessment.as_of),
        description: description(assessment),
        start: text::moment(assessment.as_of),
        end: text::moment(assessment.as_of),
        props: counts::props(assessment),
        local_definitions: Definitions {
            components: assets::systems(desk),
            assessment_assets: AssessmentAssets::of(desk),
            tasks: task::milestones(desk),
        },
        reviewed_controls: ReviewedControls::of(desk),
        risks: risk::risks(desk),
        findings: finding::findings(desk, &seen),
        observations: seen.all,
    }
}

/// What it comes to, and what it is not.
fn description(assessment: &Assessment<'_>) -> String {
    let said = [
        Some(format!("{}. {}", account::scope_line(assessment), account::headline(&assessment.summary))),
        account::where_in_the_period(assessment),
        account::change(assessment),
        Some(account::LIMITS.to_owned()),
    ];
    text::paragraphs(said.into_iter().flatten())
}
