//! The controls in place of a criterion as its verdict on operation looks at them.

use crate::assess::context::ControlView;
use crate::model::document::Control;
use crate::model::operation::Operation;
use crate::model::standing::EvidenceState;

/// A control in place with how it operated.
#[derive(Clone, Copy)]
pub(super) struct Observed<'a> {
    /// What the inventory says.
    pub control: &'a Control,
    /// Whether it is done in practice but not laid down.
    pub informal: bool,
    /// How each piece of its evidence stands, in the order of the inventory.
    pub evidence: &'a [EvidenceState],
    /// How it operated.
    pub operation: &'a Operation,
}

impl<'a> Observed<'a> {
    /// A control, where it is one that can be observed.
    pub(super) fn new(view: &ControlView<'a>) -> Option<Self> {
        let (control, standing) = (view.control, view.standing);
        let operation = standing.operation.as_ref()?;
        Some(Self { control, informal: standing.informal, evidence: &standing.evidence, operation })
    }
}
