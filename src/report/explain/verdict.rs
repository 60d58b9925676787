//! Why a control has the verdicts it has, one sentence a reason.

use crate::model::assessment::Assessment;
use crate::model::document::Control;
use crate::model::gap::Gap;
use crate::model::operation::{Deficiency, Shortfall};
use crate::model::standing::Standing;
use crate::model::statement::Statement;
use crate::report::explain::standing;
use crate::text::count::{count, counted};
use crate::text::list::some;

/// How many gaps a reason names.
const NAMED: usize = 4;

/// Why the design of a control got its verdict.
pub(super) fn design(
    assessment: &Assessment<'_>,
    at: usize,
    (control, standing): (&Control, &Standing),
) -> impl Iterator<Item = String> {
    let informal =
        (standing.informal && standing.supported()).then(|| "It is done in practice, but not laid down.".to_owned());
    let weighing = if standing.supported() { weighing(assessment, at, Gap::weighs_on_design) } else { None };
    [Some(standing::support(control, standing)), informal, weighing].into_iter().flatten()
}

/// Why the operation of a control got its verdict.
pub(super) fn operation(
    assessment: &Assessment<'_>,
    at: usize,
    (control, standing): (&Control, &Standing),
) -> Vec<String> {
    let only = |reason: &str| vec![reason.to_owned()];
    if standing.deficient() {
        return only("Its design was found deficient, so nothing it does counts as operation.");
    }
    let Some(operation) = standing.operation.as_ref().filter(|_| standing.in_place) else {
        return vec![not_in_place(control, standing)];
    };
    if operation.tests.deficiency == Deficiency::Standing {
        return only("A test found that it did not operate as described, and no later one found it effective.");
    }
    if operation.span.is_none() {
        return only("It was in place at no time of the observation period.");
    }
    if !operation.shown {
        return vec![not_shown(assessment, control, standing)];
    }
    let mut reasons: Vec<String> = operation.shortfalls(control).map(shortfall).collect();
    reasons.extend(weighing(assessment, at, Gap::weighs_on_operation));
    if reasons.is_empty() {
        reasons.push("Whatever was due so far is shown, and no deviation is unresolved.".to_owned());
    }
    reasons
}

/// Why a control that is not in place cannot operate any more; one that was retired within the period did before.
fn not_in_place(control: &Control, standing: &Standing) -> String {
    match standing::retired(control) {
        Some(retired) if standing.operation.is_some() => {
            format!("{retired}; what it did before that counts for its criteria, not for its own verdict.")
        }
        Some(retired) => format!("{retired}, so nothing can be concluded of its operation."),
        None => "It is not in place, so nothing can be concluded of its operation.".to_owned(),
    }
}

/// Why nothing shows that a control operated.
fn not_shown(assessment: &Assessment<'_>, control: &Control, standing: &Standing) -> String {
    if let Some(period) = assessment.inventory.scope.report.period().filter(|period| assessment.as_of < period.start) {
        return format!("The observation period begins on {}: it cannot have operated in it yet.", period.start);
    }
    let mut pieces = control.evidence.iter().zip(&standing.evidence);
    let rule_only = pieces.any(|(piece, state)| Statement::of_evidence(control, piece, *state) == Statement::RuleOnly);
    let rule_only =
        if rule_only { " A written rule is on file; it says what is to be done, not that it was." } else { "" };
    format!(
        "Nothing on file shows that it operated in the period: no evidence that speaks of it, no concluded test.{rule_only}"
    )
}

fn shortfall(shortfall: Shortfall) -> String {
    match shortfall {
        Shortfall::Missed(many) => format!("{} missed.", counted(many, "occurrence was", "occurrences were")),
        Shortfall::Exceptions => "A test found an exception that is not resolved.".to_owned(),
        Shortfall::Retested => {
            "A test found that it did not operate as described; a later one found it effective.".to_owned()
        }
        Shortfall::Late(from) => format!("It was in place only from {from} on, after the period had begun."),
        Shortfall::Ended(until) => format!("It was in place only up to {until}."),
        Shortfall::Informal => "It is done in practice, but not laid down.".to_owned(),
        Shortfall::NoFrequency => "How often it should have operated is not said.".to_owned(),
    }
}

/// The gaps about a control that weigh on a verdict.
fn weighing(assessment: &Assessment<'_>, at: usize, weighs: fn(&Gap) -> bool) -> Option<String> {
    let gaps = assessment.gaps.iter().filter(|gap| gap.finding.control == Some(at) && weighs(gap));
    let numbers: Vec<String> = gaps.map(|gap| gap.number.to_string()).collect();
    let (gap, remains) = if numbers.len() == 1 { ("gap", "remains") } else { ("gaps", "remain") };
    (!numbers.is_empty()).then(|| {
        format!(
            "{} of moderate level or above {remains}: {gap} {}.",
            count(numbers.len(), "gap"),
            some(&numbers, NAMED)
        )
    })
}
