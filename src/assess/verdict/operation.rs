//! The verdict on operation: did the controls run, for the whole period, and can it be shown? Only for Type II.

use crate::assess::context::{Context, ControlView, CriterionView};
use crate::assess::vendors::time::{Spoken, silent};
use crate::assess::verdict::observed::Observed;
use crate::assess::verdict::occurrences;
use crate::assess::verdict::unshown;
use crate::model::date::Period;
use crate::model::duration::Duration;
use crate::model::operation::{Deficiency, Deviation, Operation, Span};
use crate::model::verdict::{Judgement, Verdict};
use crate::text::count::{count, counted};
use crate::text::list;

/// How many controls a reason names.
const NAMED: usize = 3;

/// What is concluded of the operation of a criterion, from its controls in place whose design is not deficient.
pub(super) fn judge(
    context: &Context<'_>,
    (view, period): (CriterionView<'_>, &Period),
    design: &Judgement,
    serving: &[ControlView<'_>],
    weighty: usize,
) -> Judgement {
    let judged = |verdict, because: String| Judgement { verdict, because: vec![because] };
    match design.verdict {
        Verdict::NotApplicable => return design.clone(),
        Verdict::Gap if context.controls_of(view).any(|control| control.standing.in_place) => {
            let because = "However it operates, a control whose design is deficient does not do its work.";
            return judged(Verdict::Gap, because.to_owned());
        }
        Verdict::Gap => {
            return judged(Verdict::Gap, "Without a control in place nothing can have operated.".to_owned());
        }
        Verdict::Unverified | Verdict::Partial | Verdict::NoGap => {}
    }
    let observed: Vec<Observed<'_>> = serving.iter().filter_map(Observed::new).collect();
    let operating: Vec<Observed<'_>> = observed.iter().copied().filter(|one| one.operation.operates()).collect();
    if operating.is_empty() {
        return none_operates(context, period, &observed);
    }
    let mut because = vec![who_operated(&observed)];
    because.extend(occurrences::told(&observed));
    let faults = faults(context, view, period, (&observed, &operating), weighty);
    let verdict = if faults.is_empty() { Verdict::NoGap } else { Verdict::Partial };
    because.extend(faults);
    Judgement { verdict, because }
}

/// What is concluded of the operation of a control.
pub(super) fn of_control(control: ControlView<'_>, weighty: bool) -> Verdict {
    let Some(operation) = control.standing.operation.as_ref().filter(|_| control.standing.serves()) else {
        return Verdict::Gap;
    };
    let tests = operation.tests;
    match () {
        () if tests.deficiency == Deficiency::Standing || operation.span.is_none() => Verdict::Gap,
        () if !operation.shown => Verdict::Unverified,
        () if weighty || operation.shortfalls(control.control).next().is_some() => Verdict::Partial,
        () => Verdict::NoGap,
    }
}

/// Nothing operated, or nothing shows that anything did.
fn none_operates(context: &Context<'_>, period: &Period, observed: &[Observed<'_>]) -> Judgement {
    let judged = |verdict, because: String| Judgement { verdict, because: vec![because] };
    let deficient = observed.iter().filter(|one| one.operation.tests.deficiency == Deficiency::Standing).count();
    let outside = observed
        .iter()
        .filter(|one| one.operation.tests.deficiency != Deficiency::Standing && one.operation.span.is_none())
        .count();
    let rest = observed.len().saturating_sub(deficient).saturating_sub(outside);
    let why = [
        (deficient, format!("a test of operation found {} deficient", count(deficient, "control"))),
        (outside, format!("{} in place at no time of the period", counted(outside, "was", "were"))),
        (rest, format!("nothing on file shows that {} operated", counted(rest, "other", "others"))),
    ];
    let why = list::and(why.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words));
    if rest == 0 {
        return judged(Verdict::Gap, format!("No control operated: {why}."));
    }
    if context.as_of < period.start {
        let because =
            format!("The observation period begins on {}; nothing can have operated in it yet.", period.start);
        return judged(Verdict::Unverified, because);
    }
    if rest < observed.len() {
        return judged(Verdict::Unverified, format!("No control is shown to have operated: {why}."));
    }
    let whom = match observed.len() {
        1 => "the control in place operated".to_owned(),
        all => format!("any of the {} in place operated", count(all, "control")),
    };
    let mut because =
        vec![format!("Nothing on file shows that {whom} in the period: there is {}.", unshown::why(observed))];
    if observed.iter().all(|one| one.operation.nothing_due_yet()) {
        because.push("Nothing is due yet.".to_owned());
    }
    Judgement { verdict: Verdict::Unverified, because }
}

/// Who operated: `2 of 3 controls in place are shown to have operated in the period, and `AC-02` is not.`
fn who_operated(observed: &[Observed<'_>]) -> String {
    let all = observed.len();
    if all == 1 {
        return "The control in place is shown to have operated in the period.".to_owned();
    }
    let others: Vec<String> =
        observed.iter().filter(|one| !one.operation.operates()).map(|one| format!("`{}`", *one.control.id)).collect();
    let operating = all.saturating_sub(others.len());
    let not = match others.len() {
        0 => String::new(),
        left_out => {
            format!(", and {} {} not", list::some(&others, NAMED), if left_out == 1 { "is" } else { "are" })
        }
    };
    let are = if operating == 1 { "is" } else { "are" };
    format!("{operating} of {all} controls in place {are} shown to have operated in the period{not}.")
}

/// What keeps operation from `no gap identified`, one sentence each.
fn faults(
    context: &Context<'_>,
    view: CriterionView<'_>,
    period: &Period,
    (observed, operating): (&[Observed<'_>], &[Observed<'_>]),
    weighty: usize,
) -> Vec<String> {
    let named = |faulty: fn(&Operation) -> bool| {
        let faulty: Vec<String> =
            observed.iter().filter(|one| faulty(one.operation)).map(|one| format!("`{}`", *one.control.id)).collect();
        (!faulty.is_empty()).then(|| list::some(&faulty, NAMED))
    };
    let missed = named(Operation::missed_any).map(|who| format!("Occurrences were missed: {who}."));
    let exceptions = named(|one| one.tests.exceptions == Deviation::Unresolved)
        .map(|who| format!("A test found an exception that is not resolved: {who}."));
    let deficient = named(|one| one.tests.deficiency == Deficiency::Standing)
        .map(|who| format!("A test found that it did not operate as described: {who}."));
    let retested = named(|one| one.tests.deficiency == Deficiency::Retested)
        .map(|who| format!("A test found that it did not operate as described for a part of the period: {who}."));
    let informal = operating.iter().all(|one| one.informal);
    let informal = informal.then(|| "What operated is done in practice but not laid down.".to_owned());
    let unstated = operating.iter().all(|one| one.control.frequency.is_none());
    let unstated = unstated.then(|| "How often it should have operated is not said.".to_owned());
    let part = part_only(context, view, period, operating);
    let weighty = (weighty > 0).then(|| {
        let remain = if weighty == 1 { "remains" } else { "remain" };
        format!("{} of moderate level or above that {} of operation {remain}.", count(weighty, "gap"), speak(weighty))
    });
    [missed, exceptions, deficient, retested, informal, unstated, part, weighty].into_iter().flatten().collect()
}

const fn speak(gaps: usize) -> &'static str {
    if gaps == 1 { "speaks" } else { "speak" }
}

/// The days gone of the period on which nothing was in place that is shown to have operated; what was retired since counts
/// for its days, where it is shown to have operated on them.
fn part_only(
    context: &Context<'_>,
    view: CriterionView<'_>,
    period: &Period,
    operating: &[Observed<'_>],
) -> Option<String> {
    let retired =
        context.controls_of(view).filter(|control| !control.standing.in_place && !control.standing.deficient());
    let retired = retired.filter_map(|control| control.standing.operation.as_ref()).filter(|one| one.operates());
    let there = operating.iter().map(|one| one.operation).chain(retired).filter_map(|one| one.span);
    let there: Vec<Spoken> = there.map(|Span { start, end }| Spoken { start, end, letter: None }).collect();
    let gone = Period { end: context.day(), ..period.clone() };
    let open = silent(&gone, &there, Duration::Days(0));
    (!open.is_empty())
        .then(|| format!("Nothing that is shown to have operated was in place in {}.", list::some(&open, NAMED)))
}
