//! The counts of a crosswalk.

use crate::model::assessment::Assessment;
use crate::model::clause_standing::{ClauseStanding, Counts, LeftOpen};
use crate::model::crosswalk::{FEW, Link, Mapping, Relation};
use crate::model::standing::Standing;

pub(super) fn counts(
    assessment: &Assessment<'_>,
    mapping: &Mapping,
    clauses: &[ClauseStanding<'_>],
    silent: usize,
) -> Counts {
    let listed = || clauses.iter().filter(|clause| clause.title.is_some());
    let claimed = || listed().filter(|clause| clause.is_claimed());
    let by_a_control = |clause: &&ClauseStanding<'_>, holds: fn(&Standing) -> bool| {
        let standings = clause.controls().into_iter().filter_map(|at| assessment.standings.get(at));
        standings.filter(|standing| standing.in_place).any(holds)
    };
    let open = |reason| listed().filter(|clause| clause.left_open == Some(reason)).count();
    let resting = |holds: fn(&Link) -> bool| claimed().filter(|clause| rests_on(clause, holds)).count();
    let named = || clauses.iter().filter(|clause| !clause.named_by.is_empty());
    Counts {
        whole: mapping.whole.len(),
        listed: listed().count(),
        claimed: claimed().count(),
        evidenced: claimed().filter(|clause| by_a_control(clause, Standing::evidenced)).count(),
        tested: claimed().filter(|clause| by_a_control(clause, |standing| standing.tested)).count(),
        without_control: open(LeftOpen::NoControl),
        without_criterion: open(LeftOpen::NoCriterion),
        with_gaps: claimed().filter(|clause| !clause.gaps.is_empty()).count(),
        few_sources: resting(|link| link.support <= FEW),
        relation_unknown: resting(|link| link.relation == Relation::Unknown),
        named: named().count(),
        silent,
        named_unlisted: named().filter(|clause| clause.title.is_none()).count(),
    }
}

/// Whether all links that a clause is spoken to through are of a sort; never where a control in place names the clause itself.
fn rests_on(clause: &ClauseStanding<'_>, holds: fn(&Link) -> bool) -> bool {
    !clause.is_named_in_place() && clause.in_scope().all(|through| holds(through.link))
}
