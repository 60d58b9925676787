//! The rule `evidence-outside-period`.

use crate::assess::context::{Context, ControlView};
use crate::assess::evidence::pieces;
use crate::model::date::Period;
use crate::model::gap::Finding;
use crate::model::statement::Statement;
use crate::model::words::Frequency;
use crate::text::count::count;
use crate::text::list;

declare_rule! {
    /// The evidence of a control in place speaks of nothing that it did in the observation period.
    ///
    /// ## Why it matters
    ///
    /// A Type II report speaks of operation through its period. What was done before the period began, or after it ended,
    /// can support the design of a control but not that it operated when it should have. Nor can a written rule, evidence of
    /// kind `policy`: it says what is to be done, not that it was. Only of a control that is itself of kind `policy` the rule
    /// is what it did.
    ///
    /// It is not asked before the period has begun, nor for a Type I report, nor where it is on record that nothing called
    /// for a per-event control. While the period is still shorter than the time between two occurrences of the control,
    /// nothing may have been due yet, and the gap is rated less likely to do harm.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-08-15, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, url: "https://files.example/ac-02", covers: 2026-08-14, collected: 2026-11-03 }
    /// ```
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-08-15, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - title: Rule on access
    ///         kind: policy
    ///         url: "https://files.example/ac-02"
    ///         covers: { start: 2026-08-15, end: 2026-11-03 }
    ///         collected: 2026-11-03
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-08-15, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, url: "https://files.example/ac-02", covers: 2026-08-15, collected: 2026-11-03 }
    /// ```
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-11-23, end: 2027-02-22 } }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Take evidence of what the control did within the period, and say under `covers` what time it speaks of. If the
    /// control did not operate within the period yet, run it when it is next due.
    "evidence-outside-period", Evidence, likelihood 40, since "0.1.0", Facts(check)
}

/// How many times, and how many rules, are named.
const NAMED: usize = 3;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let period = context.inventory.scope.report.period().filter(|period| period.start <= context.as_of);
    let Some(period) = period else { return Vec::new() };
    let asked = context.controls_in_place().filter(|view| !view.has_recorded_zero());
    asked.filter_map(|view| finding(context, view, period)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>, period: &Period) -> Option<Finding> {
    let said = said(view);
    if said.is_empty() || said.times.iter().any(|time| time.overlaps(period)) {
        return None;
    }
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: {}", &*view.control.name, said.title()))
        .now(said.told(period))
        .wanted("Evidence on file shows the control at work in the observation period.")
        .advice(advice(context));
    let finding = if context.period_is_over() { finding.fault("period over") } else { finding };
    Some(if_early(finding, context, view, period))
}

/// What to do while the control can still be run in the period, and once it cannot.
fn advice(context: &Context<'_>) -> &'static str {
    if context.period_is_over() {
        "Take evidence of what the control did within the period, and say under `covers` what time it speaks of. If there is \
         none, nothing can be run for that period any more: tell your auditor before they find it."
    } else {
        "Take evidence of what the control did within the period, and say under `covers` what time it speaks of. If it has not \
         operated within the period yet, run it when it is next due."
    }
}

/// Weighs the gap less while nothing may have been due yet.
fn if_early(finding: Finding, context: &Context<'_>, view: ControlView<'_>, period: &Period) -> Finding {
    let gone = context.day().days_since(period.start) + 1;
    match view.control.frequency.and_then(days_between) {
        Some(between) if gone < between => {
            let gone = count(usize::try_from(gone).unwrap_or(0), "day");
            let because = format!("The period is {gone} old; nothing may have been due in it yet.");
            finding.because("early in the period", -25, because)
        }
        Some(_) | None => finding,
    }
}

/// The days from one occurrence of a control to the next, at most.
fn days_between(frequency: Frequency) -> Option<i64> {
    match frequency {
        Frequency::Continuous | Frequency::Daily => Some(1),
        Frequency::Weekly => Some(7),
        Frequency::Monthly => Some(31),
        Frequency::Quarterly => Some(92),
        Frequency::Semiannual => Some(184),
        Frequency::Annual => Some(366),
        Frequency::PerEvent | Frequency::Once => None,
    }
}

/// What the evidence on file says, where anybody can tell when.
struct Said {
    /// The times in which the control ran, or nothing called for it.
    times: Vec<Period>,
    /// The written rules, by name.
    rules: Vec<String>,
}

fn said(view: ControlView<'_>) -> Said {
    let mut said = Said { times: Vec::new(), rules: Vec::new() };
    for piece in pieces(view) {
        match Statement::of_evidence(view.control, piece.evidence, piece.state) {
            Statement::Ran(time) | Statement::NothingCalled(time) => said.times.push(time),
            Statement::RuleOnly => said.rules.push(piece.name()),
            Statement::Nothing => {}
        }
    }
    said.times.sort_by_key(|time| (time.start, time.end));
    said.times.dedup_by_key(|time| (time.start, time.end));
    said
}

impl Said {
    const fn is_empty(&self) -> bool {
        self.times.is_empty() && self.rules.is_empty()
    }

    fn title(&self) -> String {
        match self.rules.len() {
            _ if !self.times.is_empty() => "its evidence lies outside the observation period".to_owned(),
            1 => "its only evidence is a written rule".to_owned(),
            _ => "its evidence is written rules and nothing else".to_owned(),
        }
    }

    fn told(&self, period: &Period) -> String {
        let (times, rules) = (list::some(&self.times, NAMED), list::some(&self.rules, NAMED));
        let are = match self.rules.len() {
            1 => "is a written rule, which says what is to be done, not that it was",
            _ => "are written rules, which say what is to be done, not that it was",
        };
        if self.times.is_empty() {
            let evidence = if self.rules.len() == 1 { "evidence" } else { "pieces of evidence" };
            return format!("The {evidence} on file {are} done in the observation period, {period}: {rules}.");
        }
        let rules = if self.rules.is_empty() { String::new() } else { format!(" {rules} {are}.") };
        format!(
            "The observation period is {period}. The evidence on file speaks of {times}, and of nothing within it.{rules}"
        )
    }
}
