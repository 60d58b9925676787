//! What was concluded of each criterion: one finding on design, and for Type II one on operation.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use uuid::Uuid;

use crate::model::assessment::CriterionResult;
use crate::model::catalog::Criterion;
use crate::model::gap::Gap;
use crate::model::verdict::{Judgement, Verdict};
use crate::model::words::{Status, TestOf};
use crate::report::meaning;
use crate::report::oscal::desk::{Desk, GapRefs};
use crate::report::oscal::objective::objective_id;
use crate::report::oscal::observation::RelatedObservation;
use crate::report::oscal::origin::Origin;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::seen::Seen;
use crate::report::oscal::text;

/// What was concluded.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Finding {
    pub(super) uuid: Uuid,
    title: String,
    description: String,
    props: [Prop; 3],
    origins: [Origin; 1],
    target: Target,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_observations: Vec<RelatedObservation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_risks: Vec<RelatedRisk>,
}

/// That a finding has to do with a risk.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct RelatedRisk {
    pub(super) risk_uuid: Uuid,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Target {
    r#type: &'static str,
    #[serde(rename = "target-id")]
    id: String,
    title: String,
    status: ObjectiveStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    implementation_status: Option<ImplementationStatus>,
}

#[derive(Serialize)]
struct ObjectiveStatus {
    state: State,
    reason: &'static str,
    remarks: &'static str,
}

/// The two states the format has. They are its words, not ours: ours are in the remarks and under our own names.
#[derive(Serialize)]
enum State {
    #[serde(rename = "satisfied")]
    Yes,
    #[serde(rename = "not-satisfied")]
    No,
}

#[derive(Serialize)]
struct ImplementationStatus {
    state: &'static str,
}

/// Every finding, by criterion and with design before operation.
pub(super) fn findings(desk: &Desk<'_>, seen: &Seen) -> Vec<Finding> {
    let mut findings = Vec::new();
    for result in &desk.assessment.criteria {
        let Some(criterion) = desk.assessment.catalog.criteria.get(result.criterion) else { continue };
        let on = Concluded { desk, seen, result, criterion };
        findings.extend(on.finding(&result.design, TestOf::Design));
        findings.extend(result.operation.as_ref().and_then(|judgement| on.finding(judgement, TestOf::Operation)));
    }
    findings
}

/// The findings that have to do with each risk.
pub(super) fn by_risk(findings: &[Finding]) -> BTreeMap<Uuid, Vec<Uuid>> {
    let mut by_risk: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for finding in findings {
        for related in &finding.related_risks {
            by_risk.entry(related.risk_uuid).or_default().push(finding.uuid);
        }
    }
    by_risk
}

/// A criterion and what belongs to it.
struct Concluded<'a> {
    desk: &'a Desk<'a>,
    seen: &'a Seen,
    result: &'a CriterionResult,
    criterion: &'a Criterion,
}

impl Concluded<'_> {
    /// The finding of a judgement; none of a criterion that does not apply.
    fn finding(&self, judgement: &Judgement, of: TestOf) -> Option<Finding> {
        let (state, reason) = state(judgement.verdict)?;
        let (id, verdict) = (self.criterion.id.to_string(), judgement.verdict);
        let remarks = match of {
            TestOf::Design => meaning::on_design(verdict),
            TestOf::Operation => meaning::on_operation(verdict),
        };
        let gaps: Vec<GapRefs> = self.gaps(of).collect();
        Some(Finding {
            uuid: self.desk.ids.id("finding", &[&id, of.word()]),
            title: text::title(&format!("{id} {}, {of}: {}", self.criterion.title, verdict.plain()), &id),
            description: if judgement.because.is_empty() {
                remarks.to_owned()
            } else {
                text::paragraphs(&judgement.because)
            },
            props: [Prop::ours("criterion", id), Prop::ours("verdict-on", of), Prop::ours("verdict", verdict)],
            origins: [Origin::tool(self.desk)],
            target: Target {
                r#type: "objective-id",
                id: objective_id(self.criterion, of),
                title: format!("{}: {of}", self.criterion.id),
                status: ObjectiveStatus { state, reason, remarks },
                implementation_status: self.in_place(verdict).map(|state| ImplementationStatus { state }),
            },
            related_observations: self.observations(of, &gaps),
            related_risks: gaps.iter().map(|gap| RelatedRisk { risk_uuid: gap.risk }).collect(),
        })
    }

    /// The listed gaps that touch it: of design all but those that speak of operation alone, of operation all.
    fn gaps(&self, of: TestOf) -> impl Iterator<Item = GapRefs> {
        let touching = self.result.gaps.iter().filter_map(|at| self.desk.assessment.gaps.get(*at));
        let speaking = touching.filter(move |gap| of == TestOf::Operation || !gap.speaks_of_operation_alone());
        speaking.filter_map(|gap: &Gap| self.desk.refs.get(gap.id()).copied())
    }

    /// What was seen of its controls and of its gaps, each once.
    fn observations(&self, of: TestOf, gaps: &[GapRefs]) -> Vec<RelatedObservation> {
        let controls = self.result.controls.iter().flat_map(|control| self.seen.of_control(*control, of)).copied();
        let mut known = BTreeSet::new();
        let uuids = controls.chain(gaps.iter().map(|gap| gap.observation)).filter(|uuid| known.insert(*uuid));
        uuids.map(|observation_uuid| RelatedObservation { observation_uuid }).collect()
    }

    /// How far the controls have come, where anything on file says so. Of what nobody looked at nothing is said.
    fn in_place(&self, verdict: Verdict) -> Option<&'static str> {
        let controls = self.result.controls.iter().filter_map(|at| self.desk.assessment.inventory.controls.get(*at));
        let coming = |status: Status| matches!(status, Status::Planned | Status::InProgress);
        match verdict {
            Verdict::NoGap => Some("implemented"),
            Verdict::Partial => Some("partial"),
            Verdict::Gap => controls.into_iter().any(|control| coming(control.status)).then_some("planned"),
            Verdict::Unverified | Verdict::NotApplicable => None,
        }
    }
}

/// A verdict in the two states of the format, and the reason for it. What nobody looked at is never in the better one.
const fn state(verdict: Verdict) -> Option<(State, &'static str)> {
    match verdict {
        Verdict::NoGap => Some((State::Yes, "pass")),
        Verdict::Partial | Verdict::Gap => Some((State::No, "fail")),
        Verdict::Unverified => Some((State::No, "other")),
        Verdict::NotApplicable => None,
    }
}
