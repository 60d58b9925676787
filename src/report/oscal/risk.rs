//! The gaps as risks: how bad, what lessens them, what became of them, what is to be done.

use serde::Serialize;
use uuid::Uuid;

use crate::model::document::Acceptance;
use crate::model::gap::{Gap, Treatment};
use crate::model::risk::{Factor, Rating, Risk as Weight};
use crate::model::words::TaskStatus;
use crate::report::oscal::desk::{Desk, GapRefs};
use crate::report::oscal::facets::Characterization;
use crate::report::oscal::gap_seen::states;
use crate::report::oscal::log::RiskLog;
use crate::report::oscal::observation::RelatedObservation;
use crate::report::oscal::origin::Origin;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::response::{self, Response};
use crate::report::oscal::text;

/// A gap as the format tells a risk.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Risk {
    uuid: Uuid,
    title: String,
    description: String,
    statement: String,
    props: Vec<Prop>,
    status: &'static str,
    origins: [Origin; 1],
    characterizations: [Characterization; 2],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mitigating_factors: Vec<MitigatingFactor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<String>,
    remediations: [Response; 1],
    #[serde(rename = "risk-log", skip_serializing_if = "Option::is_none")]
    log: Option<RiskLog>,
    related_observations: [RelatedObservation; 1],
}

/// Something in place that lessens a risk.
#[derive(Serialize)]
struct MitigatingFactor {
    uuid: Uuid,
    description: String,
    props: [Prop; 3],
}

/// The listed gaps as risks, worst first.
pub(super) fn risks(desk: &Desk<'_>) -> Vec<Risk> {
    let listed = desk.listed.iter();
    listed.filter_map(|gap| Some(risk(desk, gap, *desk.refs.get(gap.id())?))).collect()
}

fn risk(desk: &Desk<'_>, gap: &Gap, refs: GapRefs) -> Risk {
    let accepted = desk.acceptance(gap);
    let task = desk.task_of(gap.id());
    let ratings = [(gap.risk.inherent, "initial"), (gap.risk.residual, "adjusted")];
    Risk {
        uuid: refs.risk,
        title: text::title(&gap.finding.title, gap.id()),
        description: states(gap),
        statement: statement(&gap.risk),
        props: props(gap, accepted),
        status: match (&gap.treatment, task.map(|task| task.status)) {
            (Treatment::Accepted(_), _) => "deviation-approved",
            (_, Some(TaskStatus::InProgress)) => "remediating",
            _ => "open",
        },
        origins: [Origin::tool(desk)],
        characterizations: ratings.map(|(rating, state)| Characterization::of(desk, rating, state)),
        mitigating_factors: mitigating(desk, gap),
        deadline: task.map(|task| text::moment(task.due)),
        remediations: [response::response(desk, gap)],
        log: accepted.map(|acceptance| RiskLog::signed(desk, gap, acceptance)),
        related_observations: [RelatedObservation { observation_uuid: refs.observation }],
    }
}

fn props(gap: &Gap, accepted: Option<&Acceptance>) -> Vec<Prop> {
    let rule = gap.finding.rule;
    let props = [
        Prop::said("gap", Some(gap.id())),
        Some(Prop::ours("rule", rule.name)),
        Some(Prop::ours("nature", rule.nature)),
        Some(Prop::ours("treatment", gap.treatment.word())),
        Some(Prop::known("priority", gap.number.to_string())),
        accepted.map(|_| Prop::known("accepted", "true")),
        accepted.map(|acceptance| Prop::ours("accepted-until", acceptance.expires.value)),
    ];
    props.into_iter().flatten().collect()
}

/// How bad it is, and the lines that made it.
fn statement(risk: &Weight) -> String {
    let inherent = (risk.inherent != risk.residual)
        .then(|| format!("Before what is in place is taken into account it is {}.", rated(risk.inherent)));
    let lead = std::iter::once(format!("The risk is {}.", rated(risk.residual))).chain(inherent);
    let lead = text::paragraphs(lead);
    let working = text::list("What makes it so, in points of likelihood and impact:", risk.working.iter().map(worked));
    std::iter::once(lead).chain(working).collect::<Vec<_>>().join("\n\n")
}

/// `high, score 88 of 100: likelihood high, impact very high`.
fn rated(rating: Rating) -> String {
    let (likelihood, impact) = (rating.likelihood_level().plain(), rating.impact_level().plain());
    format!("{}, score {} of 100: likelihood {likelihood}, impact {impact}", rating.level.plain(), rating.score)
}

fn worked(factor: &Factor) -> String {
    format!("{} {:+} ({}): {}", factor.axis.word(), factor.points, factor.name, factor.because)
}

fn mitigating(desk: &Desk<'_>, gap: &Gap) -> Vec<MitigatingFactor> {
    let factors = (1..).zip(gap.risk.working.iter().filter(|factor| factor.mitigates));
    let told = factors.map(|(number, factor): (usize, _)| MitigatingFactor {
        uuid: desk.ids.id("mitigating-factor", &[gap.id(), &number.to_string()]),
        description: text::title(&factor.because, factor.name),
        props: [
            Prop::ours("factor", factor.name.replace(' ', "-")),
            Prop::ours("axis", factor.axis.word()),
            Prop::ours("points", factor.points),
        ],
    });
    told.collect()
}
