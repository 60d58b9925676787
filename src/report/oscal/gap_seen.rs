//! A gap as it was seen: how things are, how they should be, and where in the inventory it stands.

use crate::model::gap::Gap;
use crate::report::oscal::desk::{Desk, GapRefs};
use crate::report::oscal::observation::{DISCOVERY, OF_AN_OBJECTIVE, Observation, RelevantEvidence};
use crate::report::oscal::origin::Subject;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::text;

/// What was seen of a gap.
pub(super) fn observation(desk: &Desk<'_>, gap: &Gap, refs: GapRefs) -> Observation {
    let finding = &gap.finding;
    let props = [Prop::said("gap", Some(gap.id())), Some(Prop::ours("rule", finding.rule.name))];
    Observation {
        props: props.into_iter().flatten().collect(),
        types: [if finding.criteria.is_empty() { DISCOVERY } else { OF_AN_OBJECTIVE }],
        subjects: Subject::systems(desk, &finding.systems),
        relevant_evidence: place(desk, gap).into_iter().collect(),
        ..Observation::plain(desk, refs.observation, text::title(&finding.title, gap.id()), states(gap))
    }
}

/// How things are, and how they should be.
pub(super) fn states(gap: &Gap) -> String {
    let finding = &gap.finding;
    text::paragraphs([
        format!("Current state: {}", finding.current_state),
        format!("Desired state: {}", finding.desired_state),
    ])
}

/// Where a gap stands in the inventory.
fn place(desk: &Desk<'_>, gap: &Gap) -> Option<RelevantEvidence> {
    let place = gap.finding.place?;
    let sources = desk.assessment.sources;
    let (file, position) = (sources.file(place)?, sources.position(place));
    let told = format!("The inventory, {}, line {}, column {}.", file.in_repository, position.line, position.column);
    Some(RelevantEvidence::lying_at(Some(format!("#{}", desk.inventory)), &told, None))
}
