//! Which of the reference controls an organisation gets.

use crate::init::answers::{Answers, Used};
use crate::init::reference::{Area, Control, Premises, Reference};
use crate::model::catalog::Catalog;
use crate::model::criterion_id::CriterionRef;
use crate::model::words::PrivacyRole;

/// An area with the controls chosen from it.
#[derive(Clone, Debug)]
pub(super) struct ChosenArea<'r> {
    pub area: &'r Area,
    pub controls: Vec<Chosen<'r>>,
}

/// A control that was chosen.
#[derive(Clone, Debug)]
pub(super) struct Chosen<'r> {
    pub control: &'r Control,
    /// Of its criteria and points of focus those that are in scope.
    pub criteria: Vec<CriterionRef>,
    /// The control it stands in for, where that was not chosen.
    pub stands_in_for: Option<&'r Control>,
}

/// The controls for some answers, by area; areas without any are left out.
pub(super) fn controls<'r>(answers: &Answers, catalog: &Catalog, reference: &'r Reference) -> Vec<ChosenArea<'r>> {
    let all = || reference.areas.iter().flat_map(|area| &area.controls);
    let stands_in_for = |control: &Control| {
        let other = all().find(|other| control.instead_of.as_deref() == Some(&other.id))?;
        (!suits(other, answers)).then_some(other)
    };
    let choose = |control: &'r Control| {
        let criteria = in_scope(control, answers, catalog);
        let is_chosen = suits(control, answers) && !criteria.is_empty();
        is_chosen.then(|| Chosen { control, criteria, stands_in_for: stands_in_for(control) })
    };
    let is_wanted = |area: &&Area| area.category.is_none_or(|category| answers.categories.contains(&category));
    let areas = reference.areas.iter().filter(is_wanted);
    let areas = areas.map(|area| ChosenArea { area, controls: area.controls.iter().filter_map(choose).collect() });
    areas.filter(|area| !area.controls.is_empty()).collect()
}

/// Whether a control is for such a team, such premises and such a role.
fn suits(control: &Control, answers: &Answers) -> bool {
    let premises = if answers.stack.cloud == Used::None { Premises::OwnPremises } else { Premises::Cloud };
    let role = answers.privacy_role;
    control.people.holds(answers.people)
        && control.stack.is_none_or(|wanted| wanted == premises)
        && control.privacy.is_none_or(|wanted| role == PrivacyRole::Both || wanted == role)
}

/// Its criteria of the categories chosen, without points of focus that do not apply to them.
fn in_scope(control: &Control, answers: &Answers, catalog: &Catalog) -> Vec<CriterionRef> {
    let applies = |named: &&CriterionRef| {
        let Some(criterion) = catalog.criterion(named.criterion) else { return false };
        let point = named.point.as_ref().and_then(|slug| criterion.point(slug));
        answers.categories.contains(&criterion.category)
            && point.is_none_or(|point| point.applies.holds(&answers.categories, answers.privacy_role))
    };
    control.criteria.iter().filter(applies).cloned().collect()
}
