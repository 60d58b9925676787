//! How controls operated through the observation period: occurrences, and what tests of operation found.

use crate::assess::occurrence::{Clock, Spoken, occurrences};
use crate::model::date::{Date, Period};
use crate::model::document::{Control, Test};
use crate::model::inventory::Inventory;
use crate::model::operation::{Deficiency, Deviation, OccurrenceState, Operation, OperationTests, Span};
use crate::model::standing::EvidenceState;
use crate::model::statement::Statement;
use crate::model::testing::{last_effective, retest};
use crate::model::words::{Conclusion, Frequency, Status};

pub use crate::model::testing::{deviates, is_resolved, outcome, tests_in, time_of};

/// How a control operated; nothing for a Type I report, and for a control nobody has to look at: one that is not in place,
/// and was not retired within the period either.
pub(super) fn operation(
    inventory: &Inventory,
    control: &Control,
    evidence: &[EvidenceState],
    as_of: Date,
) -> Option<Operation> {
    let period = inventory.scope.report.period().filter(|period| is_observed(control, period))?;
    let span = span(control, period);
    let tests: Vec<&Test> = tests_in(control, period, as_of).collect();
    let spoken = spoken(control, evidence, &tests);
    let occurrences = span.zip(control.frequency).map_or_else(Vec::new, |(span, frequency)| {
        occurrences(frequency, span, &spoken, Clock { as_of, grace: inventory.conventions.grace(frequency) })
    });
    // Where something has to happen first, only a recorded zero says that nothing did.
    let per_event = control.frequency == Some(Frequency::PerEvent);
    let recorded = occurrences.iter().any(|occurrence| match occurrence.state {
        OccurrenceState::Evidenced => true,
        OccurrenceState::NoOccurrence => per_event,
        OccurrenceState::Missed | OccurrenceState::NotYetDue => false,
    }) || without_frequency(control, span, &spoken);
    let looked_at = tests.iter().any(|test| {
        test.date.is_some() && matches!(outcome(test, as_of), Some(Conclusion::Effective | Conclusion::Exception))
    });
    Some(Operation {
        // What was in place at no time of the period cannot have operated in it, whatever is on file.
        shown: span.is_some() && (recorded || looked_at),
        late: control.since.as_ref().is_some_and(|since| since.value > period.start),
        ended: control.until.as_ref().is_some_and(|until| until.value < period.end.min(as_of)),
        tests: results(&tests, as_of),
        span,
        occurrences,
    })
}

/// Whether a control has to be looked at: it is in place, or was for a part of the period.
fn is_observed(control: &Control, period: &Period) -> bool {
    let retired_within = control.until.as_ref().is_some_and(|until| until.value >= period.start);
    control.status.in_place() || (control.status == Status::Retired && retired_within)
}

/// The part of the period in which the control was in place.
fn span(control: &Control, period: &Period) -> Option<Span> {
    let start = control.since.as_ref().map_or(period.start, |since| since.value.max(period.start));
    let end = control.until.as_ref().map_or(period.end, |until| until.value.min(period.end));
    (start <= end).then_some(Span { start, end })
}

/// What on file speaks of times.
fn spoken(control: &Control, states: &[EvidenceState], tests: &[&Test]) -> Spoken {
    let pieces = control.evidence.iter().zip(states);
    let statements = pieces.map(|(evidence, state)| Statement::of_evidence(control, evidence, *state));
    let mut spoken = Spoken::default();
    for statement in statements.chain(tests.iter().filter_map(|test| Statement::of_test(control, test))) {
        match statement {
            Statement::Ran(time) => spoken.ran.push(time),
            Statement::NothingCalled(time) => spoken.zero.push(time),
            Statement::RuleOnly | Statement::Nothing => {}
        }
    }
    spoken
}

/// Whether a control that names no frequency is shown at work all the same.
fn without_frequency(control: &Control, span: Option<Span>, spoken: &Spoken) -> bool {
    let whole = span.filter(|_| control.frequency.is_none()).map(Span::time);
    whole.is_some_and(|whole| spoken.ran.iter().any(|time| time.shows(&whole)))
}

fn results(tests: &[&Test], as_of: Date) -> OperationTests {
    let concluded = || tests.iter().filter_map(|test| Some((test.date.as_ref()?.value, outcome(test, as_of)?)));
    let effective = last_effective(tests, as_of);
    let retested = |test: &Test| retest(test, effective).is_some();
    let resolved = |test: &&Test| match &test.exceptions[..] {
        [] => retested(test),
        exceptions => exceptions.iter().all(|exception| is_resolved(exception, as_of)),
    };
    let deviating: Vec<&Test> = tests.iter().copied().filter(|test| deviates(test)).collect();
    let deficient = || tests.iter().filter(|test| test.conclusion == Some(Conclusion::Deficient));
    OperationTests {
        // Of several on one day the worst counts.
        last: concluded().max().map(|(date, outcome)| (date, outcome == Conclusion::Effective)),
        exceptions: match () {
            () if deviating.is_empty() => Deviation::None,
            () if deviating.iter().all(resolved) => Deviation::Resolved,
            () => Deviation::Unresolved,
        },
        deficiency: match () {
            () if deficient().next().is_none() => Deficiency::None,
            () if deficient().all(|test| retested(test)) => Deficiency::Retested,
            () => Deficiency::Standing,
        },
    }
}
