//! How controls operated through the observation period: occurrences, and what tests of operation found.

use crate::assess::occurrence::{Clock, Spoken, occurrences, shows};
use crate::model::date::{Date, Period};
use crate::model::document::{Control, Test, TestException};
use crate::model::inventory::Inventory;
use crate::model::operation::{Deficiency, Deviation, OccurrenceState, Operation, OperationTests, Span};
use crate::model::standing::EvidenceState;
use crate::model::words::{Conclusion, ControlKind, EvidenceKind, Frequency, Status, TestOf};

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
    let recorded = occurrences.iter().any(|occurrence| occurrence.state == OccurrenceState::Evidenced)
        || recorded_zero(control, span, &spoken)
        || without_frequency(control, span, &spoken);
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

/// What on file speaks of times. A written rule says what is to be done, not that it was, unless the control is the rule.
fn spoken(control: &Control, states: &[EvidenceState], tests: &[&Test]) -> Spoken {
    let mut spoken = Spoken::default();
    for (evidence, state) in control.evidence.iter().zip(states) {
        let dated = matches!(state, EvidenceState::InDate(_) | EvidenceState::Stale(_));
        let rule_only = evidence.kind == Some(EvidenceKind::Policy) && control.kind != Some(ControlKind::Policy);
        let Some(time) = evidence.speaks_of().filter(|_| dated && !rule_only) else { continue };
        let zero = evidence.items == Some(0) && control.frequency == Some(Frequency::PerEvent);
        if zero { spoken.zero.push(time) } else { spoken.ran.push(time) }
    }
    // A test that nobody dated never speaks in favour.
    let dated = tests.iter().filter(|test| test.date.is_some());
    let empty = dated.filter(|test| test.population.as_ref().is_some_and(|population| population.size == Some(0)));
    spoken.zero.extend(empty.filter_map(|test| time_of(test)));
    spoken
}

/// Whether a record says that nothing called for a per-event control in its time.
fn recorded_zero(control: &Control, span: Option<Span>, spoken: &Spoken) -> bool {
    control.frequency == Some(Frequency::PerEvent) && span.is_some_and(|span| shown_whole(span, &spoken.zero))
}

/// Whether a control that names no frequency is shown at work all the same.
fn without_frequency(control: &Control, span: Option<Span>, spoken: &Spoken) -> bool {
    control.frequency.is_none() && span.is_some_and(|span| shown_whole(span, &spoken.ran))
}

fn shown_whole(span: Span, times: &[Period]) -> bool {
    let whole = Period::between(span.start, span.end);
    times.iter().any(|time| shows(time, &whole))
}

/// The tests of operation of a control that speak of the period; also those without any date, for doubt never flatters.
pub fn tests_in<'a>(control: &'a Control, period: &'a Period, as_of: Date) -> impl Iterator<Item = &'a Test> {
    let of_operation = control.tests.iter().filter(|test| test.of == TestOf::Operation);
    let past = of_operation.filter(move |test| test.date.as_ref().is_none_or(|date| date.value <= as_of));
    past.filter(|test| time_of(test).is_none_or(|time| time.overlaps(period)))
}

/// The time a test speaks of: the period tested, else its own day.
#[must_use]
pub fn time_of(test: &Test) -> Option<Period> {
    test.period.clone().or_else(|| Some(Period::day(test.date.as_ref()?.value)))
}

/// What a test came to; exceptions that were not resolved up to the day weigh more than the word beside them.
#[must_use]
pub fn outcome(test: &Test, as_of: Date) -> Option<Conclusion> {
    match test.conclusion? {
        Conclusion::Effective if !test.exceptions.iter().all(|exception| is_resolved(exception, as_of)) => {
            Some(Conclusion::Exception)
        }
        conclusion => Some(conclusion),
    }
}

/// Whether an exception was put right by a day.
#[must_use]
pub fn is_resolved(exception: &TestException, as_of: Date) -> bool {
    exception.resolved.as_ref().is_some_and(|resolved| resolved.value <= as_of)
}

/// Whether a test found an item that deviated.
#[must_use]
pub fn deviates(test: &Test) -> bool {
    !test.exceptions.is_empty() || test.conclusion == Some(Conclusion::Exception)
}

fn results(tests: &[&Test], as_of: Date) -> OperationTests {
    let concluded = || tests.iter().filter_map(|test| Some((test.date.as_ref()?.value, outcome(test, as_of)?)));
    // The last day on which a test found the control effective: it is the retest of whatever lies before it.
    let effective = concluded().filter(|(_, outcome)| *outcome == Conclusion::Effective).map(|(date, _)| date).max();
    let retested = |test: &Test| effective.zip(test.date.as_ref()).is_some_and(|(passed, date)| date.value < passed);
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
