//! A clause with what speaks to it.

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::model::clause_standing::{ClauseStanding, LeftOpen, NamedBy, Standing, Through};
use crate::model::gap::Gap;
use crate::report::crosswalk::json::control::id;

/// A clause. `listed` is false where controls alone speak to it; `left_open` says why nothing in place does.
#[derive(Serialize)]
pub(super) struct Clause<'a> {
    id: &'a str,
    title: Option<&'a str>,
    listed: bool,
    best: String,
    worst: String,
    left_open: Option<String>,
    criteria: Vec<Criterion<'a>>,
    named_by: Vec<Named<'a>>,
    open_gaps: Vec<&'a str>,
    worst_level: Option<String>,
}

/// A criterion that speaks to it. Verdicts, backing and controls are those of a criterion in scope alone.
#[derive(Serialize)]
struct Criterion<'a> {
    id: String,
    title: &'a str,
    relation: String,
    support: u8,
    strength: String,
    thin: bool,
    scope: String,
    backing: Option<String>,
    design: Option<String>,
    operation: Option<String>,
    controls: Vec<&'a str>,
}

/// A control that names it, and what it names: the clause, or a part of it.
#[derive(Serialize)]
struct Named<'a> {
    control: &'a str,
    clause: &'a str,
    backing: String,
}

impl<'a> Clause<'a> {
    pub(super) fn of(assessment: &'a Assessment<'a>, clause: &'a ClauseStanding<'a>) -> Self {
        let gaps = || clause.gaps.iter().filter_map(|at| assessment.gaps.get(*at));
        Self {
            id: clause.id,
            title: clause.title,
            listed: clause.title.is_some(),
            best: clause.best.snake(),
            worst: clause.worst.snake(),
            left_open: clause.left_open.map(LeftOpen::snake),
            criteria: clause.through.iter().map(|through| Criterion::of(assessment, through)).collect(),
            named_by: clause.named_by.iter().filter_map(|named| Named::of(assessment, named)).collect(),
            open_gaps: gaps().map(Gap::id).collect(),
            worst_level: gaps().next().map(|gap| gap.risk.level().snake()),
        }
    }
}

impl<'a> Criterion<'a> {
    fn of(assessment: &'a Assessment<'a>, through: &'a Through<'a>) -> Self {
        let result = through.result.filter(|_| through.standing == Standing::InScope);
        let operation = result.and_then(|result| result.operation.as_ref());
        Self {
            id: through.criterion.id.to_string(),
            title: &through.criterion.title,
            relation: through.link.relation.snake(),
            support: through.link.support,
            strength: through.link.strength.snake(),
            thin: through.link.is_thin(),
            scope: through.standing.snake(),
            backing: result.map(|_| through.backing.snake()),
            design: result.map(|result| result.design.verdict.snake()),
            operation: operation.map(|judgement| judgement.verdict.snake()),
            controls: through.controls.iter().filter_map(|at| id(assessment, *at)).collect(),
        }
    }
}

impl<'a> Named<'a> {
    fn of(assessment: &'a Assessment<'a>, named: &NamedBy<'a>) -> Option<Self> {
        Some(Self { control: id(assessment, named.control)?, clause: named.id, backing: named.backing.snake() })
    }
}
