//! How a rule says what it found, in as few words as the fault takes.

use std::borrow::Cow;
use std::fmt::Display;
use std::sync::Arc;

use crate::assess::context::{ControlView, CriterionView};
use crate::model::criterion_id::CriterionId;
use crate::model::document::PolicyDocument;
use crate::model::gap::{Circumstance, Finding};
use crate::model::gap_id::GapId;
use crate::model::rule::RuleInfo;
use crate::source::file::Place;

impl Finding {
    /// A finding about whatever has an id.
    #[must_use]
    pub fn about(rule: &'static RuleInfo, subject: &dyn Display) -> Self {
        Self {
            id: GapId::new(subject, rule.name),
            rule,
            fault: "",
            title: String::new(),
            criteria: Vec::new(),
            control: None,
            systems: Vec::new(),
            current_state: Cow::Borrowed(""),
            desired_state: Cow::Borrowed(""),
            recommendation: Cow::Borrowed(""),
            circumstances: Vec::new(),
            owner: None,
            place: None,
        }
    }

    /// A finding about a control: it touches every applicable criterion the control names, and the systems it names.
    #[must_use]
    pub fn of_control(rule: &'static RuleInfo, view: ControlView<'_>) -> Self {
        Self {
            criteria: view.coverage.applicable.clone(),
            control: Some(view.at),
            systems: if view.control.systems.is_some() { view.standing.systems.clone() } else { Vec::new() },
            place: Some(view.control.id.place),
            ..Self::about(rule, &view.control.id.value)
        }
    }

    /// A finding about a criterion.
    #[must_use]
    pub fn of_criterion(rule: &'static RuleInfo, view: CriterionView<'_>) -> Self {
        Self { criteria: vec![view.criterion.id], ..Self::about(rule, &view.criterion.id) }
    }

    /// A finding about a document; it touches the criteria of the controls the document describes.
    #[must_use]
    pub fn of_document(rule: &'static RuleInfo, document: &PolicyDocument, criteria: Vec<CriterionId>) -> Self {
        let owner = document.owner.as_ref().map(|owner| owner.value.0.clone());
        Self { criteria, owner, place: Some(document.id.place), ..Self::about(rule, &document.id.value) }
    }

    /// About one part of its subject: the id gets a third member.
    #[must_use]
    pub fn part(mut self, part: &dyn Display) -> Self {
        self.id = GapId::new(&self.id, &part.to_string());
        self
    }

    /// Which of the faults its rule finds, where it is mended in a way of its own.
    #[must_use]
    pub const fn fault(mut self, fault: &'static str) -> Self {
        self.fault = fault;
        self
    }

    /// What is wrong, in a line with the subject's own name, without a full stop.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// How things are, in whole sentences.
    #[must_use]
    pub fn now(mut self, state: impl Into<Cow<'static, str>>) -> Self {
        self.current_state = state.into();
        self
    }

    /// How they should be, in whole sentences.
    #[must_use]
    pub fn wanted(mut self, state: impl Into<Cow<'static, str>>) -> Self {
        self.desired_state = state.into();
        self
    }

    /// What to do, in whole sentences.
    #[must_use]
    pub fn advice(mut self, advice: impl Into<Cow<'static, str>>) -> Self {
        self.recommendation = advice.into();
        self
    }

    /// Touching these criteria.
    #[must_use]
    pub fn touching(mut self, criteria: Vec<CriterionId>) -> Self {
        self.criteria = criteria;
        self
    }

    /// About these systems, as positions in the inventory.
    #[must_use]
    pub fn on_systems(mut self, systems: Vec<usize>) -> Self {
        self.systems = systems;
        self
    }

    /// Standing at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// To be closed by someone other than the control's owner.
    #[must_use]
    pub fn for_owner(mut self, owner: Option<String>) -> Self {
        self.owner = owner;
        self
    }

    /// More or less likely to do harm than the rule's own number says, by so many points of 100.
    #[must_use]
    pub fn because(mut self, factor: &'static str, points: i16, because: impl Into<Arc<str>>) -> Self {
        self.circumstances.push(Circumstance { factor, points, because: because.into() });
        self
    }
}
