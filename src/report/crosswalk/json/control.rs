//! A control that speaks to a clause, with what is on file for it.

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::model::verdict::Verdict;
use crate::model::words::Conclusion;
use crate::report::matrix::cell;
use crate::report::matrix::csv::design;
use crate::report::matrix::row::{Pair, Tested, in_date, name, pair};
use crate::report::meaning;

/// A control. `backing` is how far it has come.
#[derive(Serialize)]
pub(super) struct Control<'a> {
    id: &'a str,
    name: &'a str,
    owner: Option<&'a str>,
    status: String,
    in_place: bool,
    tested: bool,
    design: String,
    operation: Option<String>,
    evidence: Evidence<'a>,
    design_test: DesignTest<'a>,
    operation_tests: Vec<OperationTest<'a>>,
    gaps: Vec<&'a str>,
}

/// What is on file.
#[derive(Serialize)]
struct Evidence<'a> {
    in_date: usize,
    total: usize,
    newest: Option<String>,
    pieces: Vec<Piece<'a>>,
}

/// A piece of evidence and its state: `in_date`, `out_of_date`, `without_a_date`, `dated_ahead`, `not_there`, `altered`.
#[derive(Serialize)]
struct Piece<'a> {
    name: &'a str,
    state: String,
}

/// What the tests of design come to.
#[derive(Serialize)]
struct DesignTest<'a> {
    result: String,
    date: Option<String>,
    by: Option<&'a str>,
}

/// A test of operation in the period.
#[derive(Serialize)]
struct OperationTest<'a> {
    result: Option<String>,
    date: Option<String>,
    by: Option<&'a str>,
    exceptions: usize,
    unresolved: usize,
}

/// The id of a control.
pub(super) fn id<'a>(assessment: &'a Assessment<'a>, at: usize) -> Option<&'a str> {
    assessment.inventory.controls.get(at).map(|control| control.id.as_str())
}

impl<'a> Control<'a> {
    pub(super) fn of(assessment: &'a Assessment<'a>, at: usize) -> Option<Self> {
        let (pair, standing) = (pair(assessment, at)?, assessment.standings.get(at)?);
        Some(Self {
            id: pair.control.id.as_str(),
            name: &pair.control.name,
            owner: pair.control.owner.as_ref().map(|owner| &*owner.value.0),
            status: pair.control.status.snake(),
            in_place: standing.in_place,
            tested: standing.tested,
            design: pair.result.design.snake(),
            operation: pair.result.operation.map(Verdict::snake),
            evidence: Evidence::of(&pair),
            design_test: DesignTest::of(&pair),
            operation_tests: pair.operation_tests.iter().map(OperationTest::of).collect(),
            gaps: pair.gaps.iter().map(|gap| gap.id()).collect(),
        })
    }
}

impl<'a> Evidence<'a> {
    fn of(pair: &Pair<'a>) -> Self {
        let pieces = pair.evidence.iter();
        let pieces =
            pieces.map(|(piece, state)| Piece { name: name(piece), state: meaning::on_file(*state).replace(' ', "_") });
        Self {
            in_date: in_date(pair),
            total: pair.evidence.len(),
            newest: cell::newest(pair).map(|day| day.to_string()),
            pieces: pieces.collect(),
        }
    }
}

impl<'a> DesignTest<'a> {
    fn of(pair: &Pair<'a>) -> Self {
        let (state, by) = pair.design_test;
        let (result, date) = design(state);
        Self { result: result.replace('-', "_"), date: date.map(|day| day.to_string()), by }
    }
}

impl<'a> OperationTest<'a> {
    fn of(tested: &Tested<'a>) -> Self {
        Self {
            result: tested.outcome.map(Conclusion::snake),
            date: tested.test.date.as_ref().map(|date| date.value.to_string()),
            by: tested.by,
            exceptions: tested.test.exceptions.len(),
            unresolved: tested.unresolved,
        }
    }
}
