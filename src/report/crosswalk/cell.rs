//! What is said of a clause, in raw words: whoever prints them escapes them for the medium.

use crate::model::assessment::Assessment;
use crate::model::clause_standing::{ClauseStanding, LeftOpen, Standing, Through};
use crate::model::crosswalk::{Link, Relation};
use crate::model::document::Control;
use crate::model::standing::EvidenceState;
use crate::text::count::{count, number};
use crate::text::list::{and, some};

/// How far a clause has come, in a few words: `best tested, worst claimed`.
pub(super) fn standing(clause: &ClauseStanding<'_>) -> String {
    match clause.left_open {
        Some(reason) => format!("left open: {}", reason_plain(reason)),
        None if clause.best == clause.worst => format!("all {}", clause.best),
        None => format!("at best {}, at worst {}", clause.best, clause.worst),
    }
}

/// Why a clause is left open.
pub(super) fn reason_plain(reason: LeftOpen) -> String {
    reason.word().replace('-', " ")
}

/// The criteria a clause is spoken to through: `through CC6.1 and CC6.2, thinly CC6.4; not in scope: A1.2`.
pub(super) fn through(clause: &ClauseStanding<'_>) -> String {
    let of = |wanted: &dyn Fn(&&Through<'_>) -> bool| {
        and(clause.through.iter().filter(wanted).map(|through| through.criterion.id))
    };
    let in_scope = |through: &&Through<'_>| through.standing == Standing::InScope;
    let parts = [
        ("through", of(&|through| in_scope(through) && !through.link.is_thin())),
        ("thinly through", of(&|through| in_scope(through) && through.link.is_thin())),
        ("not in scope:", of(&|through| !in_scope(through))),
    ];
    let parts = parts.iter().filter(|(_, ids)| !ids.is_empty());
    parts.map(|(before, ids)| format!("{before} {ids}")).collect::<Vec<_>>().join("; ")
}

/// How a link is drawn: `intersects, 6 sources`.
pub(super) fn drawn(link: &Link) -> String {
    let sources = count(usize::from(link.support), "source");
    match link.relation {
        Relation::Intersects => format!("intersects, {sources}"),
        Relation::Unknown => format!("relation unknown, {sources}"),
    }
}

/// How a criterion stands to the scope.
pub(super) const fn in_scope(standing: Standing) -> &'static str {
    match standing {
        Standing::InScope => "in scope",
        Standing::NotApplicable => "not applicable",
        Standing::NotSelected => "its category is not selected",
    }
}

/// The controls of a clause, in place and not.
pub(super) struct Controls<'a> {
    /// Those in place, as positions and as the inventory has them.
    pub in_place: Vec<(usize, &'a Control)>,
    /// The others.
    pub others: Vec<(usize, &'a Control)>,
    /// How many pieces of evidence of those in place are in date.
    pub in_date: usize,
    /// How many pieces of evidence they have.
    pub evidence: usize,
    /// How many of them have a test in date.
    pub tested: usize,
}

/// What is on file for the controls that speak to a clause.
pub(super) fn controls<'a>(assessment: &'a Assessment<'a>, clause: &ClauseStanding<'_>) -> Controls<'a> {
    let known = clause
        .controls()
        .into_iter()
        .filter_map(|at| Some(((at, assessment.inventory.controls.get(at)?), assessment.standings.get(at)?)));
    let (in_place, others): (Vec<_>, Vec<_>) = known.partition(|(_, standing)| standing.in_place);
    let states = in_place.iter().flat_map(|(_, standing)| &standing.evidence);
    Controls {
        in_date: states.clone().filter(|state| matches!(state, EvidenceState::InDate(_))).count(),
        evidence: states.count(),
        tested: in_place.iter().filter(|(_, standing)| standing.tested).count(),
        in_place: in_place.into_iter().map(|(control, _)| control).collect(),
        others: others.into_iter().map(|(control, _)| control).collect(),
    }
}

/// How many of something are named before the others are counted.
pub(super) const NAMED: usize = 4;

/// The ids of controls, the first by name.
pub(super) fn ids(controls: &[(usize, &Control)]) -> String {
    some(controls.iter().map(|(_, control)| &control.id.value), NAMED)
}

/// The controls that name a clause: `named by AC-01, and AC-02 as 8.3.6`.
pub(super) fn named_by(assessment: &Assessment<'_>, clause: &ClauseStanding<'_>) -> Option<String> {
    let names = clause.named_by.iter().filter_map(|named| {
        let id = &assessment.inventory.controls.get(named.control)?.id.value;
        Some(if named.id == clause.id { id.to_string() } else { format!("{id} as {}", named.id) })
    });
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| format!("named by {}", some(&names, NAMED)))
}

/// The open gaps behind a clause: `3 open gaps, the worst high`.
pub(super) fn gaps(assessment: &Assessment<'_>, clause: &ClauseStanding<'_>) -> Option<String> {
    let worst = assessment.gaps.get(*clause.gaps.first()?)?.risk.level().plain();
    Some(match clause.gaps.len() {
        1 => format!("1 open gap, {worst}"),
        many => format!("{} open gaps, the worst {worst}", number(many)),
    })
}

/// What stands behind a clause, in a few parts: controls, evidence, tests, and the controls that name it.
pub(super) fn facts(assessment: &Assessment<'_>, clause: &ClauseStanding<'_>) -> Vec<String> {
    let controls = controls(assessment, clause);
    let in_place = (!controls.in_place.is_empty()).then(|| ids(&controls.in_place));
    let others = (!controls.others.is_empty()).then(|| format!("not in place: {}", ids(&controls.others)));
    let evidence = in_place.is_some().then(|| evidence(&controls));
    let tests = in_place.is_some().then(|| tests(&controls));
    [in_place, others, named_by(assessment, clause), evidence, tests].into_iter().flatten().collect()
}

/// How much of the evidence is in date: `5 of 6 pieces of evidence in date`.
fn evidence(controls: &Controls<'_>) -> String {
    if controls.evidence == 0 {
        return "no evidence".to_owned();
    }
    let pieces = count(controls.evidence, "piece of evidence");
    format!("{} of {pieces} in date", number(controls.in_date))
}

/// How many controls have a test in date: `4 of 5 controls tested`.
fn tests(controls: &Controls<'_>) -> String {
    format!("{} of {} tested", number(controls.tested), count(controls.in_place.len(), "control"))
}
