//! What was looked at, and what was seen: the evidence of controls, their tests, documents, and the gaps themselves.

use serde::Serialize;
use uuid::Uuid;

use crate::model::date::Date;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::origin::{Origin, Subject};
use crate::report::oscal::prop::Prop;
use crate::report::oscal::text;

/// A thing that was seen.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Observation {
    pub(super) uuid: Uuid,
    pub(super) title: String,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    pub(super) methods: [Method; 1],
    pub(super) types: [&'static str; 1],
    pub(super) origins: [Origin; 1],
    pub(super) subjects: Vec<Subject>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) relevant_evidence: Vec<RelevantEvidence>,
    pub(super) collected: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) expires: Option<String>,
}

/// How something was looked at.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub(super) enum Method {
    /// By reading what is on file.
    Examine,
    /// By asking people, who signed what they said.
    Interview,
    /// By trying it out, or by going through items.
    Test,
}

/// What shows it.
#[derive(Serialize)]
pub(super) struct RelevantEvidence {
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<String>,
    description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
}

impl RelevantEvidence {
    /// Something that lies somewhere; what it is, in words, and its hash where that is known.
    pub(super) fn lying_at(href: Option<String>, what: &str, sha256: Option<&str>) -> Self {
        let props = Prop::said("sha256", sha256).into_iter().collect();
        Self { href, description: text::title(what, "What is on file."), props }
    }
}

/// That something speaks of a criterion.
pub(super) const OF_AN_OBJECTIVE: &str = "control-objective";
/// That something was found that speaks of no criterion.
pub(super) const DISCOVERY: &str = "discovery";

impl Observation {
    /// An observation that says only what must be said.
    pub(super) fn plain(desk: &Desk<'_>, uuid: Uuid, title: String, description: String) -> Self {
        Self {
            uuid,
            title,
            description,
            props: Vec::new(),
            methods: [Method::Examine],
            types: [OF_AN_OBJECTIVE],
            origins: [Origin::tool(desk)],
            subjects: Vec::new(),
            relevant_evidence: Vec::new(),
            collected: text::moment(desk.assessment.as_of),
            expires: None,
        }
    }

    /// The day something was seen: its own, where it has one that is not still to come, else that of the assessment.
    pub(super) fn seen(desk: &Desk<'_>, day: Option<Date>) -> String {
        let as_of = desk.assessment.as_of;
        text::moment(day.filter(|day| *day <= as_of).unwrap_or(as_of))
    }
}

/// That one thing speaks of an observation.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct RelatedObservation {
    pub(super) observation_uuid: Uuid,
}
