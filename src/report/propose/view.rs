//! What every format tells of proposals, worked out once.

use std::collections::BTreeMap;

use crate::model::catalog::{Catalog, Criterion};
use crate::model::criterion_id::CriterionRef;
use crate::model::inventory::Inventory;
use crate::model::point::Point;
use crate::model::proposal::{Accepted, Proposal, Proposed, Reason};
use crate::model::words::Status;
use crate::text::count::{count, counted};
use crate::text::list;

/// What a confidence means.
pub(super) const CONFIDENCE: &str = "A confidence was measured: of a hundred proposals told with it, about so many named what \
the owner of the control had mapped, for controls it was not fitted to. Where controls are worded unlike all of those, it is \
some ten too high. Nothing counts as mapped until it stands in the inventory.";
/// What is said where nothing is likely.
pub(super) const NOTHING: &str = "no proposal: its words speak for no criterion clearly enough";

/// What is proposed for an inventory, and what of it is taken.
pub struct View<'a> {
    /// The inventory.
    pub inventory: &'a Inventory,
    /// The criteria.
    pub catalog: &'a Catalog,
    /// The controls with what is proposed for each.
    pub proposed: &'a [Proposed<'a>],
    /// What is taken of it, by the id of the control.
    pub taken: BTreeMap<&'a str, &'a [CriterionRef]>,
    /// The confidence from which proposals are taken.
    pub at_least: u8,
    /// Whether controls that name a criterion are among them.
    pub all: bool,
    /// Whether what is taken is written into the inventory.
    pub writes: bool,
}

/// What is taken, by the id of the control.
#[must_use]
pub fn by_control(accepted: &[Accepted]) -> BTreeMap<&str, &[CriterionRef]> {
    accepted.iter().map(|one| (one.control.as_str(), one.criteria.as_slice())).collect()
}

impl View<'_> {
    /// How many controls there are, and how many of them name nothing.
    pub(super) fn headline(&self) -> String {
        let controls = self.inventory.controls.iter();
        let (retired, kept): (Vec<_>, Vec<_>) = controls.partition(|control| control.status == Status::Retired);
        let unmapped = kept.iter().filter(|control| control.criteria.is_empty()).count();
        let names = if unmapped == 1 || kept.len() == 1 { "names" } else { "name" };
        let aside = if retired.is_empty() { "" } else { "; retired ones are left out" };
        let headline = format!("{unmapped} of {} {names} no criterion{aside}", count(kept.len(), "control"));
        if self.proposed.is_empty() && !kept.is_empty() {
            return format!("{headline}. A second opinion on the others: --all");
        }
        headline
    }

    /// What is taken, and how it would get into the inventory.
    pub(super) fn closing(&self) -> String {
        let criteria: usize = self.taken.values().map(|criteria| criteria.len()).sum();
        let controls = count(self.taken.len(), "control");
        let taken = if criteria == 0 {
            format!("None is of {} % or above.", self.at_least)
        } else {
            let are = counted(criteria, "criterion is", "criteria are");
            format!("{are} taken for {controls}: those of {} % or above, and those you accept.", self.at_least)
        };
        let how = "Take others with --at-least PERCENT or --accept ID=CRITERION";
        if self.writes {
            format!("{taken} {how}.")
        } else {
            format!("{taken} {how}, and add --write to put them into the inventory.")
        }
    }

    /// The criterion of a proposal.
    pub(super) fn criterion(&self, proposal: &Proposal) -> Option<&Criterion> {
        self.catalog.criterion(proposal.criterion)
    }

    /// The point of focus of a proposal.
    pub(super) fn point(&self, proposal: &Proposal) -> Option<&Point> {
        self.criterion(proposal)?.point(proposal.point.as_deref()?)
    }

    /// The id and the title of a proposal, with what else is to be known of it.
    pub(super) fn title(&self, proposed: &Proposed<'_>, proposal: &Proposal) -> String {
        let criterion = self.criterion(proposal);
        let category = criterion.map(|criterion| criterion.category);
        let outside = category.filter(|category| !self.inventory.scope.categories.contains(category));
        let marks = [
            is_named(proposed, proposal).then(|| "named by the control".to_owned()),
            self.is_taken(proposed, proposal).then(|| "taken".to_owned()),
            outside.map(|category| format!("{category} is not in scope")),
        ];
        let marks: Vec<String> = marks.into_iter().flatten().collect();
        let title = criterion.map_or("", |criterion| &criterion.title);
        let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join("; ")) };
        format!("{} {title}{marks}", proposal.criterion)
    }

    /// Whether a proposal is taken.
    pub(super) fn is_taken(&self, proposed: &Proposed<'_>, proposal: &Proposal) -> bool {
        let taken = self.taken.get(proposed.control.id.value.as_str());
        taken.is_some_and(|taken| taken.iter().any(|named| named.criterion == proposal.criterion))
    }
}

/// Whether the control names the criterion already.
pub(super) fn is_named(proposed: &Proposed<'_>, proposal: &Proposal) -> bool {
    proposed.control.criteria.iter().any(|named| named.value.criterion == proposal.criterion)
}

/// What a control names already, in a few words; nothing where that is nothing.
pub(super) fn names(proposed: &Proposed<'_>) -> Option<String> {
    let named = &proposed.control.criteria;
    (!named.is_empty()).then(|| format!("names {}", list::and(named.iter().map(|named| &named.value))))
}

/// A reason as a person reads it; the words are those of the control.
pub(super) fn because(reason: &Reason) -> String {
    match &reason.about {
        Some(about) => format!("“{}”: {about}", reason.words),
        None => format!("“{}”: a word of this criterion", reason.words),
    }
}
