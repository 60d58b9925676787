//! What an organisation's SOC 2 controls also speak to: the clauses of a framework, each with what stands behind it.
//!
//! Nothing here says that a clause is met. A control speaks to a clause through a criterion, which asks other things, or because
//! the organisation says so.

use crate::model::assessment::{Assessment, CriterionResult};
use crate::model::catalog::Criterion;
use crate::model::crosswalk::{Link, Mapping};
use crate::vocabulary;

vocabulary! {
    /// How far what speaks to a clause has come.
    pub enum Backing as "backing" {
        /// No control is in place.
        Nothing = "nothing",
        /// A control is in place.
        Claimed = "claimed",
        /// Evidence in date is on file for a control in place.
        Evidenced = "evidenced",
        /// A test in date is on file for a control in place, whatever it found.
        Tested = "tested",
    }
}

vocabulary! {
    /// Why nothing in place speaks to a clause.
    pub enum LeftOpen as "reason" {
        /// Criteria in scope speak to it, or controls name it, and no control is in place.
        NoControl = "no-control-in-place",
        /// No criterion in scope speaks to it, and no control names it.
        NoCriterion = "no-criterion-in-scope",
    }
}

vocabulary! {
    /// How a criterion that speaks to a clause stands to the scope of the report.
    pub enum Standing as "standing" {
        /// It is in scope and applies.
        InScope = "in-scope",
        /// It was scoped out.
        NotApplicable = "not-applicable",
        /// Its category is not selected.
        NotSelected = "category-not-selected",
    }
}

/// What an inventory's controls speak to in a framework.
pub struct Crosswalk<'a> {
    /// The assessment of the inventory.
    pub assessment: &'a Assessment<'a>,
    /// The mapping.
    pub mapping: &'a Mapping,
    /// The clauses of the mapping in its order, then those that only controls name.
    pub clauses: Vec<ClauseStanding<'a>>,
    /// The clauses of the edition that nobody speaks to here, in its order.
    pub silent_about: Vec<&'a str>,
    /// The counts.
    pub counts: Counts,
}

/// A clause, and what speaks to it.
pub struct ClauseStanding<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title; none where it is not in the mapping and controls alone name it.
    pub title: Option<&'a str>,
    /// The criteria that speak to it, in report order.
    pub through: Vec<Through<'a>>,
    /// The controls that name it or a part of it, by id.
    pub named_by: Vec<NamedBy<'a>>,
    /// The furthest that what speaks to it has come.
    pub best: Backing,
    /// The least far that a criterion in scope, or a control that names it, has come.
    pub worst: Backing,
    /// Why it is left open, where it is.
    pub left_open: Option<LeftOpen>,
    /// The open gaps behind it, worst first, as positions in [`Assessment::gaps`].
    pub gaps: Vec<usize>,
}

/// A criterion that speaks to a clause.
pub struct Through<'a> {
    /// The link.
    pub link: &'a Link,
    /// The criterion.
    pub criterion: &'a Criterion,
    /// How it stands to the scope.
    pub standing: Standing,
    /// What was concluded of it; none where its category is not selected.
    pub result: Option<&'a CriterionResult>,
    /// How far it has come; nothing where it is not in scope.
    pub backing: Backing,
    /// The controls that name it, as positions in the inventory; none where it is not in scope.
    pub controls: &'a [usize],
}

/// A control that names a clause.
pub struct NamedBy<'a> {
    /// The control, as a position in the inventory.
    pub control: usize,
    /// What it names: the clause, or a part of it.
    pub id: &'a str,
    /// How far it has come.
    pub backing: Backing,
}

/// The counts of a crosswalk, all of clauses. Claimed, without control and without criterion add up to those listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All clauses of the edition at this level.
    pub whole: usize,
    /// Those of the mapping.
    pub listed: usize,
    /// Those listed to which a control in place speaks.
    pub claimed: usize,
    /// Those of them with evidence in date on file for such a control.
    pub evidenced: usize,
    /// Those of them with a test in date on file for such a control.
    pub tested: usize,
    /// Those listed to which criteria in scope or controls speak, none of the controls in place.
    pub without_control: usize,
    /// Those listed to which no criterion in scope speaks, and no control.
    pub without_criterion: usize,
    /// Those claimed with an open gap behind them.
    pub with_gaps: usize,
    /// Those claimed whose links in scope are all drawn by few sources.
    pub few_sources: usize,
    /// Those claimed of whose links in scope nobody says how the two sides are related.
    pub relation_unknown: usize,
    /// Those that controls name, listed or not.
    pub named: usize,
    /// Those that controls name and that are not listed.
    pub named_unlisted: usize,
    /// Those of the edition that nobody speaks to here.
    pub silent: usize,
}

impl ClauseStanding<'_> {
    /// Whether a control in place speaks to it.
    #[must_use]
    pub fn is_claimed(&self) -> bool {
        self.best >= Backing::Claimed
    }

    /// The criteria in scope that speak to it.
    pub fn in_scope(&self) -> impl Iterator<Item = &Through<'_>> {
        self.through.iter().filter(|through| through.standing == Standing::InScope)
    }

    /// Whether a control in place names it, so that no link has to be relied on.
    #[must_use]
    pub fn is_named_in_place(&self) -> bool {
        self.named_by.iter().any(|named| named.backing >= Backing::Claimed)
    }

    /// The controls that speak to it, as positions in the inventory, each once.
    #[must_use]
    pub fn controls(&self) -> Vec<usize> {
        let through = self.through.iter().flat_map(|through| through.controls.iter().copied());
        let mut controls: Vec<usize> = through.chain(self.named_by.iter().map(|named| named.control)).collect();
        controls.sort_unstable();
        controls.dedup();
        controls
    }
}
