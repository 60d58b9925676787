//! What an organisation's SOC 2 controls also speak to in another framework, and what they leave open.
//!
//! A control speaks to a clause through a criterion that it names and that a mapping links to the clause, or because it names
//! the clause itself. The two are told apart, and neither says that the clause is met.

mod counts;
mod named;

use std::collections::{BTreeMap, BTreeSet};

use crate::crosswalk::named::Named;
use crate::model::assessment::{Assessment, CriterionResult};
use crate::model::clause_standing::{Backing, ClauseStanding, Crosswalk, LeftOpen, NamedBy, Standing, Through};
use crate::model::crosswalk::{Link, Mapping, Target};
use crate::model::gap::Gap;

/// Lays the mapping to a framework over an assessment.
#[must_use]
pub fn crosswalk<'a>(assessment: &'a Assessment<'a>, mapping: &'a Mapping) -> Crosswalk<'a> {
    let desk = Desk {
        assessment,
        results: assessment.criteria.iter().map(|result| (result.criterion, result)).collect(),
        named: Named::of(assessment, mapping),
    };
    let listed = mapping.targets.iter().map(|target| desk.listed(target));
    let unlisted = desk.named.unlisted().map(|id| desk.unlisted(id));
    let clauses: Vec<ClauseStanding<'a>> = listed.chain(unlisted).collect();
    let spoken: BTreeSet<&str> = clauses.iter().map(|clause| clause.id).collect();
    let silent_about: Vec<&str> = mapping.silent_about().into_iter().filter(|id| !spoken.contains(id)).collect();
    let counts = counts::counts(assessment, mapping, &clauses, silent_about.len());
    Crosswalk { assessment, mapping, clauses, silent_about, counts }
}

struct Desk<'a> {
    assessment: &'a Assessment<'a>,
    /// What was concluded of the criteria of the selected categories, by their positions in the catalog.
    results: BTreeMap<usize, &'a CriterionResult>,
    named: Named<'a>,
}

impl<'a> Desk<'a> {
    fn listed(&self, target: &'a Target) -> ClauseStanding<'a> {
        let through = target.links.iter().filter_map(|link| self.through(link)).collect();
        self.standing((&target.id, Some(&target.title)), through)
    }

    fn unlisted(&self, id: &'a str) -> ClauseStanding<'a> {
        self.standing((id, None), Vec::new())
    }

    fn standing(&self, (id, title): (&'a str, Option<&'a str>), through: Vec<Through<'a>>) -> ClauseStanding<'a> {
        let named_by = self.named.by(id, self.assessment);
        let in_scope = through.iter().filter(|through| through.standing == Standing::InScope);
        let backings = || in_scope.clone().map(|one| one.backing).chain(named_by.iter().map(|named| named.backing));
        let (best, worst) = (backings().max().unwrap_or_default(), backings().min().unwrap_or_default());
        let left_open = match backings().next() {
            None => Some(LeftOpen::NoCriterion),
            Some(_) if best == Backing::Nothing => Some(LeftOpen::NoControl),
            Some(_) => None,
        };
        let gaps = self.gaps(&through, &named_by);
        ClauseStanding { id, title, through, named_by, best, worst, left_open, gaps }
    }

    fn through(&self, link: &'a Link) -> Option<Through<'a>> {
        let catalog = self.assessment.catalog;
        let position = catalog.position(link.criterion)?;
        let criterion = catalog.criteria.get(position)?;
        let result = self.results.get(&position).copied();
        let applies = self.assessment.coverage.criteria.get(position).is_some_and(|coverage| coverage.applicable);
        let standing = match (result, applies) {
            (Some(_), true) => Standing::InScope,
            (Some(_), false) => Standing::NotApplicable,
            (None, _) => Standing::NotSelected,
        };
        let counted = result.filter(|_| standing == Standing::InScope);
        let backing = counted.map_or(Backing::Nothing, of_criterion);
        let controls = counted.map_or(&[][..], |result| &result.controls);
        Some(Through { link, criterion, standing, result, backing, controls })
    }

    /// The open gaps that touch the criteria in scope or are about the controls that name the clause, worst first.
    fn gaps(&self, through: &[Through<'_>], named_by: &[NamedBy<'_>]) -> Vec<usize> {
        let in_scope = through.iter().filter(|through| through.standing == Standing::InScope);
        let of_criteria = in_scope.filter_map(|through| through.result).flat_map(|result| result.gaps.iter().copied());
        let results = named_by.iter().filter_map(|named| self.assessment.controls.get(named.control));
        let of_controls = results.flat_map(|result| result.gaps.iter().copied());
        // Gaps stand worst first, so their positions sort them.
        let all: BTreeSet<usize> = of_criteria.chain(of_controls).collect();
        let is_open = |at: &usize| self.assessment.gaps.get(*at).is_some_and(Gap::is_open);
        all.into_iter().filter(is_open).collect()
    }
}

/// How far a criterion has come.
const fn of_criterion(result: &CriterionResult) -> Backing {
    match (result.tested, result.evidenced, result.claimed) {
        (true, ..) => Backing::Tested,
        (false, true, _) => Backing::Evidenced,
        (false, false, true) => Backing::Claimed,
        (false, false, false) => Backing::Nothing,
    }
}
