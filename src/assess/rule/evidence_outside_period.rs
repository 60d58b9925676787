//! The rule `evidence-outside-period`.

use crate::assess::context::{Context, ControlView};
use crate::assess::evidence::{Piece, pieces};
use crate::model::date::Period;
use crate::model::gap::Finding;
use crate::model::standing::EvidenceState;
use crate::model::words::Frequency;
use crate::text::count::count;
use crate::text::list;

declare_rule! {
    /// The evidence of a control in place speaks only of times outside the observation period.
    ///
    /// ## Why it matters
    ///
    /// A Type II report speaks of operation through its period. What was done before the period began, or after it ended,
    /// can support the design of a control but not that it operated when it should have.
    ///
    /// It is not asked before the period has begun, nor for a Type I report. While the period is still shorter than the time
    /// between two occurrences of the control, nothing may have been due yet, and the gap is rated less likely to do harm.
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

fn check(context: &Context<'_>) -> Vec<Finding> {
    let period = context.inventory.scope.report.period().filter(|period| period.start <= context.as_of);
    let Some(period) = period else { return Vec::new() };
    context.controls_in_place().filter_map(|view| finding(context, view, period)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>, period: &Period) -> Option<Finding> {
    let dated = |state: &EvidenceState| matches!(state, EvidenceState::InDate(_) | EvidenceState::Stale(_));
    let mut times: Vec<Period> =
        pieces(view).iter().filter(|piece| dated(&piece.state)).filter_map(Piece::speaks_of).collect();
    if times.is_empty() || times.iter().any(|time| time.overlaps(period)) {
        return None;
    }
    times.sort_by_key(|time| (time.start, time.end));
    times.dedup_by_key(|time| (time.start, time.end));
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: its evidence lies outside the observation period", &*view.control.name))
        .now(format!(
            "The observation period is {period}. The evidence on file speaks of {}, and of nothing within it.",
            list::some(times, 3)
        ))
        .wanted("Evidence on file speaks of the observation period.")
        .advice(
            "Take evidence of what the control did within the period, and say under `covers` what time it speaks of. If it \
             has not operated within the period yet, run it when it is next due.",
        );
    Some(if_early(finding, context, view, period))
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
