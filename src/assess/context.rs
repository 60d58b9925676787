//! What a rule may look at.

use crate::model::catalog::{Catalog, Criterion};
use crate::model::coverage::{ControlCoverage, Coverage, CriterionCoverage};
use crate::model::criterion_id::CriterionId;
use crate::model::date::Date;
use crate::model::document::Control;
use crate::model::files::{Difference, FileState, Files};
use crate::model::inventory::Inventory;
use crate::model::operation::Operation;
use crate::model::rule::RuleInfo;
use crate::model::standing::Standing;
use crate::source::file::Place;

/// Everything known on the day of the assessment.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The criteria.
    pub catalog: &'a Catalog,
    /// The inventory.
    pub inventory: &'a Inventory,
    /// Which control addresses which criterion.
    pub coverage: &'a Coverage,
    /// How each control stands, in the inventory's order.
    pub standings: &'a [Standing],
    /// What was found where evidence and documents should lie.
    pub files: &'a Files,
    /// Every rule that is asked.
    pub rules: &'a [&'static RuleInfo],
    /// The day of the assessment.
    pub as_of: Date,
}

/// A control with all that is known of it.
#[derive(Clone, Copy)]
pub struct ControlView<'a> {
    /// Its position in the inventory.
    pub at: usize,
    /// What the inventory says.
    pub control: &'a Control,
    /// How it stands.
    pub standing: &'a Standing,
    /// What it addresses.
    pub coverage: &'a ControlCoverage,
}

impl ControlView<'_> {
    /// Whether a record says that nothing called for it in the observation period, which is all there is to show then.
    #[must_use]
    pub fn has_recorded_zero(&self) -> bool {
        self.standing.operation.as_ref().is_some_and(|operation| operation.recorded_zero(self.control))
    }
}

/// A criterion with all that is known of it.
#[derive(Clone, Copy)]
pub struct CriterionView<'a> {
    /// Its position in the catalog.
    pub at: usize,
    /// What the catalog says.
    pub criterion: &'a Criterion,
    /// How it stands to scope and controls.
    pub coverage: &'a CriterionCoverage,
}

impl<'a> Context<'a> {
    /// The day things must be in date for: the day of the assessment, or the last day the report speaks of if that is earlier.
    #[must_use]
    pub fn day(&self) -> Date {
        self.as_of.min(self.inventory.scope.report.end())
    }

    /// Whether the observation period of the report is over, so that nothing can be run for it any more.
    #[must_use]
    pub fn period_is_over(&self) -> bool {
        self.inventory.scope.report.period().is_some_and(|period| period.end < self.as_of)
    }

    /// Every control.
    pub fn controls(&self) -> impl Iterator<Item = ControlView<'a>> + use<'a> {
        let known = self.inventory.controls.iter().zip(self.standings).zip(&self.coverage.controls);
        known.enumerate().map(|(at, ((control, standing), coverage))| ControlView { at, control, standing, coverage })
    }

    /// Every control the report is about: those that name a criterion which applies, and those that name none at all. What
    /// names only criteria that are out of scope or not applicable is listed as such and not judged.
    pub fn controls_in_scope(&self) -> impl Iterator<Item = ControlView<'a>> + use<'a> {
        self.controls().filter(|view| view.control.criteria.is_empty() || !view.coverage.applicable.is_empty())
    }

    /// Every control in scope that is in place.
    pub fn controls_in_place(&self) -> impl Iterator<Item = ControlView<'a>> + use<'a> {
        self.controls_in_scope().filter(|view| view.standing.in_place)
    }

    /// Every control in scope that was in place at some time of the observation period, with how it operated. None for a
    /// Type I report.
    pub fn controls_observed(&self) -> impl Iterator<Item = (ControlView<'a>, &'a Operation)> + use<'a> {
        self.controls_in_scope().filter_map(|view| Some((view, view.standing.operation.as_ref()?)))
    }

    /// A control by its position.
    #[must_use]
    pub fn control(&self, at: usize) -> Option<ControlView<'a>> {
        Some(ControlView {
            at,
            control: self.inventory.controls.get(at)?,
            standing: self.standings.get(at)?,
            coverage: self.coverage.controls.get(at)?,
        })
    }

    /// Every criterion that applies, in report order.
    pub fn criteria(&self) -> impl Iterator<Item = CriterionView<'a>> + use<'a> {
        let known = self.catalog.criteria.iter().zip(&self.coverage.criteria).enumerate();
        known.filter(|(_, (_, coverage))| coverage.applicable).map(|(at, (criterion, coverage))| CriterionView {
            at,
            criterion,
            coverage,
        })
    }

    /// A criterion by its id, if it applies.
    #[must_use]
    pub fn criterion(&self, id: CriterionId) -> Option<CriterionView<'a>> {
        let at = self.catalog.position(id)?;
        let coverage = self.coverage.criteria.get(at).filter(|coverage| coverage.applicable)?;
        Some(CriterionView { at, criterion: self.catalog.criteria.get(at)?, coverage })
    }

    /// The controls that name a criterion, whatever their status.
    pub fn controls_of(&self, criterion: CriterionView<'a>) -> impl Iterator<Item = ControlView<'a>> + use<'a> {
        let context = *self;
        criterion.coverage.controls.iter().filter_map(move |at| context.control(*at))
    }

    /// What became of looking for a file that the inventory names.
    #[must_use]
    pub fn file(&self, place: Place, path: &str) -> &'a FileState {
        self.files.state(place.file, path)
    }

    /// In what a file differs from what was recorded of it, by the inventory where that states a hash, and by the lock.
    #[must_use]
    pub fn differences(&self, place: Place, path: &str, stated: Option<&'a str>) -> Vec<Difference<'a>> {
        self.files.differences(place.file, path, stated)
    }

    /// A person by name, for people.
    #[must_use]
    pub fn person(&self, id_or_name: &'a str) -> &'a str {
        self.inventory.person_name(id_or_name)
    }
}
