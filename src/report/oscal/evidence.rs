//! What was seen of the evidence of a control: how each piece stands, or that there is none.

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::document::{Control, Evidence};
use crate::model::standing::{EvidenceState, Standing};
use crate::model::words::EvidenceKind;
use crate::report::meaning;
use crate::report::oscal::address;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::observation::{Method, Observation, RelevantEvidence};
use crate::report::oscal::origin::Subject;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::text;
use crate::text::count::count;
use crate::text::list::and;

/// Every piece of evidence of a control; of a control in place that has none, that it has none.
pub(super) fn observations(desk: &Desk<'_>, control: &Control, standing: &Standing) -> Vec<Observation> {
    if control.evidence.is_empty() {
        return standing.in_place.then(|| absence(desk, control)).into_iter().collect();
    }
    let mut named_before: BTreeMap<&str, usize> = BTreeMap::new();
    let pieces = control.evidence.iter().zip(&standing.evidence);
    let seen = pieces.map(|(evidence, state)| {
        let before = named_before.entry(whereabouts(evidence)).or_default();
        *before += 1;
        piece(desk, control, (evidence, *before), *state)
    });
    seen.collect()
}

/// What tells a piece of evidence from the others of its control: where it lies, else what it is called.
fn whereabouts(evidence: &Evidence) -> &str {
    let path = evidence.path.as_ref().map(|path| path.value.0.as_str());
    let url = evidence.url.as_ref().map(|url| url.0.as_str());
    path.or(url).or(evidence.title.as_deref()).unwrap_or("")
}

fn piece(desk: &Desk<'_>, control: &Control, (evidence, nth): (&Evidence, usize), state: EvidenceState) -> Observation {
    let key = [control.id.as_str(), whereabouts(evidence), &nth.to_string()];
    let name = evidence.title.as_deref().unwrap_or_else(|| whereabouts(evidence));
    let title = text::title(&format!("{}: {name}", control.id.value), &control.id);
    let told = text::paragraphs([of_control(control), particulars(evidence), standing(state)]);
    let props = [
        Prop::said("control", Some(control.id.as_str())),
        evidence.kind.map(|kind| Prop::ours("evidence-kind", kind)),
        Some(Prop::ours("evidence-state", meaning::on_file(state).replace(' ', "-"))),
    ];
    let collected = evidence.collected.as_ref().map(|collected| collected.value);
    Observation {
        props: props.into_iter().flatten().collect(),
        methods: [if evidence.kind == Some(EvidenceKind::Attestation) { Method::Interview } else { Method::Examine }],
        subjects: Subject::of_control(desk, control),
        relevant_evidence: on_file(desk, evidence, (name, state)),
        collected: Observation::seen(desk, collected.or(spoken_of(state))),
        expires: spoken_of(state)
            .map(|day| text::moment(desk.assessment.inventory.conventions.freshness(control.frequency).after(day))),
        ..Observation::plain(desk, desk.ids.id("evidence", &key), title, told)
    }
}

/// Where a piece of evidence lies, unless it is known not to be there.
fn on_file(desk: &Desk<'_>, evidence: &Evidence, (name, state): (&str, EvidenceState)) -> Vec<RelevantEvidence> {
    if state == EvidenceState::NotThere {
        return Vec::new();
    }
    let sha256 = evidence.sha256.as_ref().map(|hash| hash.value.0.as_str());
    vec![RelevantEvidence::lying_at(address::of_evidence(evidence, desk.assessment.sources), name, sha256)]
}

/// The last day a piece of evidence speaks of, where it can be relied on for that.
const fn spoken_of(state: EvidenceState) -> Option<Date> {
    match state {
        EvidenceState::InDate(day) | EvidenceState::Stale(day) => Some(day),
        EvidenceState::Undated | EvidenceState::DatedAhead(_) | EvidenceState::NotThere | EvidenceState::Altered => {
            None
        }
    }
}

fn of_control(control: &Control) -> String {
    format!("Evidence of the control `{}` ({}).", control.id.value, control.name.0)
}

/// What a piece of evidence says of itself.
fn particulars(evidence: &Evidence) -> String {
    let covers = evidence.covers.as_ref().map(|covers| format!("covers {}", covers.0));
    let collected = evidence.collected.as_ref().map(|collected| format!("was collected on {}", collected.value));
    let source = evidence.source.as_ref().map(|source| format!("comes from {source}"));
    let items = evidence.items.and_then(|items| usize::try_from(items).ok());
    let items = items.map(|items| format!("lists {}", count(items, "item")));
    let place = evidence.path.as_ref().map(|path| format!("lies at {}", path.value.0));
    let place = place.or_else(|| evidence.url.as_ref().map(|url| format!("lies behind {}", url.0)));
    let known: Vec<String> = [covers, collected, source, items, place].into_iter().flatten().collect();
    if known.is_empty() { String::new() } else { format!("It {}.", and(known)) }
}

/// How it stands, in a sentence.
fn standing(state: EvidenceState) -> String {
    let why = match state {
        EvidenceState::InDate(day) | EvidenceState::Stale(day) => format!("it speaks of time up to {day}"),
        EvidenceState::Undated => "it says neither when it was taken nor of what time it speaks".to_owned(),
        EvidenceState::DatedAhead(day) => format!("nothing can be shown before it was; it is dated {day}"),
        EvidenceState::NotThere => {
            "no file that could be read lies where the inventory says, or it does not say where".to_owned()
        }
        EvidenceState::Altered => "the file is not the one whose SHA-256 was recorded".to_owned(),
    };
    format!("It is {}: {why}.", meaning::on_file(state))
}

/// That a control in place has no evidence.
fn absence(desk: &Desk<'_>, control: &Control) -> Observation {
    let id = &control.id.value;
    let title = text::title(&format!("{id}: no evidence on file"), id);
    let told = format!(
        "The inventory names no evidence of the control `{id}` ({}), which is {}.",
        control.name.0, control.status
    );
    Observation {
        props: [Prop::said("control", Some(id.as_str())), Some(Prop::ours("evidence-state", "none"))]
            .into_iter()
            .flatten()
            .collect(),
        subjects: Subject::of_control(desk, control),
        ..Observation::plain(desk, desk.ids.id("evidence-absence", &[id.as_str()]), title, text::paragraph(&told))
    }
}
