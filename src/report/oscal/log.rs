//! Who signed for a gap, when and until when.

use serde::Serialize;
use uuid::Uuid;

use crate::model::document::Acceptance;
use crate::model::gap::Gap;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::party::APPROVER;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::response::response_id;
use crate::report::oscal::text;

/// What became of a risk.
#[derive(Serialize)]
pub(super) struct RiskLog {
    entries: [Entry; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Entry {
    uuid: Uuid,
    title: &'static str,
    description: String,
    start: String,
    end: String,
    props: [Prop; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logged_by: Vec<LoggedBy>,
    status_change: &'static str,
    related_responses: [RelatedResponse; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct LoggedBy {
    party_uuid: Uuid,
    role_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct RelatedResponse {
    response_uuid: Uuid,
}

impl RiskLog {
    /// That somebody signed for a gap.
    pub(super) fn signed(desk: &Desk<'_>, gap: &Gap, acceptance: &Acceptance) -> Self {
        let day = acceptance.approved.as_ref().map(|approved| approved.value);
        let moment = text::moment(day.unwrap_or(desk.assessment.as_of));
        let approver = desk.parties.party(&acceptance.approved_by.value);
        Self {
            entries: [Entry {
                uuid: desk.ids.id("acceptance", &[gap.id()]),
                title: "Accepted",
                description: signature(desk, acceptance),
                start: moment.clone(),
                end: moment,
                props: [Prop::known("type", "dr-approved")],
                logged_by: approver.map(|party_uuid| LoggedBy { party_uuid, role_id: APPROVER }).into_iter().collect(),
                status_change: "deviation-approved",
                related_responses: [RelatedResponse { response_uuid: response_id(desk, gap) }],
                remarks: day.is_none().then_some("The inventory does not say when; the day is that of the assessment."),
            }],
        }
    }
}

fn signature(desk: &Desk<'_>, acceptance: &Acceptance) -> String {
    let by = desk.assessment.inventory.person_name(&acceptance.approved_by.value);
    let level =
        acceptance.level.map_or_else(String::new, |level| format!(", for a level of at most {}", level.plain()));
    text::paragraphs([
        format!(
            "{by} signed for it until {}{level}. It keeps its score and turns nothing green.",
            acceptance.expires.value
        ),
        acceptance.rationale.0.clone(),
    ])
}
