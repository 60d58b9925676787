//! All observations, and which of them speak of a control.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::model::document::Control;
use crate::model::standing::Standing;
use crate::model::words::TestOf;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::documents;
use crate::report::oscal::evidence;
use crate::report::oscal::gap_seen;
use crate::report::oscal::observation::Observation;
use crate::report::oscal::tests_on_file;

/// What was seen.
pub(super) struct Seen {
    /// Every observation: those of documents, of controls, of gaps.
    pub(super) all: Vec<Observation>,
    of_controls: Vec<OfControl>,
}

/// The observations that speak of a control.
struct OfControl {
    of_design: Vec<Uuid>,
    of_operation: Vec<Uuid>,
}

impl Seen {
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let assessment = desk.assessment;
        let mut all = documents::observations(desk);
        let documents: BTreeMap<&str, Uuid> = assessment
            .inventory
            .documents
            .iter()
            .zip(&all)
            .map(|(document, seen)| (document.id.as_str(), seen.uuid))
            .collect();
        let mut of_controls = Vec::new();
        for (control, standing) in assessment.inventory.controls.iter().zip(&assessment.standings) {
            let describing: Vec<Uuid> =
                control.documented_in.iter().filter_map(|id| documents.get(id.as_str()).copied()).collect();
            of_controls.push(of_control(desk, (control, standing), &describing, &mut all));
        }
        let gaps =
            desk.listed.iter().filter_map(|gap| Some(gap_seen::observation(desk, gap, *desk.refs.get(gap.id())?)));
        all.extend(gaps);
        Self { all, of_controls }
    }

    /// What speaks of the design, or the operation, of a control.
    pub(super) fn of_control(&self, control: usize, of: TestOf) -> &[Uuid] {
        self.of_controls.get(control).map_or(&[], |seen| match of {
            TestOf::Design => &seen.of_design,
            TestOf::Operation => &seen.of_operation,
        })
    }
}

/// Adds what was seen of a control to the others. Its evidence speaks of both, a document of its design alone.
fn of_control(
    desk: &Desk<'_>,
    (control, standing): (&Control, &Standing),
    describing: &[Uuid],
    all: &mut Vec<Observation>,
) -> OfControl {
    let mut take = |seen: Vec<Observation>| {
        let uuids: Vec<Uuid> = seen.iter().map(|seen| seen.uuid).collect();
        all.extend(seen);
        uuids
    };
    let evidence = take(evidence::observations(desk, control, standing));
    let [design, operation] =
        [TestOf::Design, TestOf::Operation].map(|of| take(tests_on_file::observations(desk, control, of)));
    OfControl { of_design: [describing, &evidence, &design].concat(), of_operation: [evidence, operation].concat() }
}
