//! The rule `sample-too-small`.

use std::cmp::Reverse;

use crate::assess::context::{Context, ControlView};
use crate::assess::operating_test::{Concluded, concluded, name};
use crate::assess::sample_size::{Wanted, items, looked_at_all, sample_size, wanted};
use crate::model::gap::Finding;
use crate::text::count::counted;

declare_rule! {
    /// A test of operation looked at fewer items than the frequency and the risk of the control call for.
    ///
    /// ## Why it matters
    ///
    /// From too few items nobody can conclude how a control operated through a period. An auditor takes a larger sample, and
    /// may find in it what the small one missed.
    ///
    /// How many are called for depends on how often the control runs and on the gravest criterion it addresses; never more
    /// than there were items in the population, nor, for a control that runs at set times, than occurrences begin in the
    /// time tested. A test of all items is never too small. No body prescribes sizes for SOC 2: the table is made of ranges
    /// practitioners use, a convention; ask your auditor, and set your own under `settings.samples`.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - of: operation
    ///         date: 2026-10-15
    ///         by: alex
    ///         period: { start: 2026-01-01, end: 2026-09-30 }
    ///         population: { size: 3, source: List of reviews, retrieved: 2026-10-05, reconciled: true }
    ///         sample: { size: 2, method: random, seed: 7 }
    ///         conclusion: effective
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Not reported
    ///
    /// All items, and few items of a short time.
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - of: operation
    ///         date: 2026-10-15
    ///         by: alex
    ///         period: { start: 2026-01-01, end: 2026-09-30 }
    ///         population: { size: 3, source: List of reviews, retrieved: 2026-10-05, reconciled: true }
    ///         sample: { method: all }
    ///         conclusion: effective
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    ///   - id: PH-02
    ///     tests:
    ///       - of: operation
    ///         date: 2026-10-15
    ///         by: alex
    ///         period: { start: 2026-07-01, end: 2026-09-30 }
    ///         sample: { size: 1, method: haphazard }
    ///         conclusion: effective
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Have further items tested, drawn from the whole population, until there are as many as are called for, and record
    /// `size` and `method` under `sample`.
    "sample-too-small", Operation, likelihood 30, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let in_place = context.controls_observed().filter(|(view, _)| view.standing.in_place);
    in_place.filter_map(|(view, _)| finding(context, view)).collect()
}

/// A test that looked at too few items.
struct Small<'a> {
    of: Concluded<'a>,
    looked_at: u32,
    wanted: Wanted,
    told: String,
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Option<Finding> {
    let small: Vec<Small<'_>> = concluded(context, view).filter_map(|of| too_small(context, view, of)).collect();
    let others = small.len().saturating_sub(1);
    // The largest shortfall; of equals the earliest, then the one that looked at least, so that no order of a file decides.
    let worst = small.into_iter().min_by_key(|small| {
        (Reverse(small.wanted.items - small.looked_at), small.of.date, small.looked_at, small.told.clone())
    })?;
    let beside = match others {
        0 => String::new(),
        others => {
            let tests = counted(others, "other test of its operation looks", "other tests of its operation look");
            format!(" {tests} at too few items as well.")
        }
    };
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: a test of its operation looked at too few items", &*view.control.name))
        .now(format!("{}{beside}", worst.told))
        .wanted("A test of operation looks at as many items as the frequency and the risk of the control call for.")
        .advice(format!(
            "Have further items tested, drawn from the whole population, until there are {}, and record `size` \
             and `method` under `sample`.",
            items(worst.wanted.items)
        ))
        .at(worst.of.test.place);
    let by_far = 2 * u64::from(worst.looked_at) < u64::from(worst.wanted.items);
    Some(if by_far {
        finding.because("size", 10, "It looked at less than half of what is called for.")
    } else {
        finding
    })
}

fn too_small<'a>(context: &Context<'a>, view: ControlView<'a>, of: Concluded<'a>) -> Option<Small<'a>> {
    let wanted = wanted(context, view, of.test);
    let said = sample_size(of.test);
    let looked_at = said.unwrap_or(0);
    // Where one item will do, a test that came to something looked at it.
    let enough = looked_at >= wanted.items || (said.is_none() && wanted.items == 1);
    if enough || looked_at_all(of.test) {
        return None;
    }
    let at = match said {
        Some(size) => format!("looked at {}", items(size)),
        None => "does not say how many items it looked at".to_owned(),
    };
    let called_for = if wanted.items == 1 { "1 is".to_owned() } else { format!("{} are", wanted.items) };
    let told = format!("The {} {at}; {called_for} called for. {}", name(context, of.test), wanted.because());
    Some(Small { of, looked_at, wanted, told })
}
