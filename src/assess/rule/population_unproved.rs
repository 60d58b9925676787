//! The rule `population-unproved`.

use crate::assess::context::{Context, ControlView};
use crate::assess::operating_test::{Concluded, Remark, concluded, in_order, name, told};
use crate::assess::sample_size::{is_of_a_setting, wanted};
use crate::model::document::{Population, Test};
use crate::model::gap::Finding;
use crate::text::list;

declare_rule! {
    /// Nothing shows that the list a test of operation drew its items from is whole.
    ///
    /// ## Why it matters
    ///
    /// A sample speaks for the items it could be drawn from and for no others. An auditor asks where the list came from, when
    /// it was taken, and how anybody knows that nothing is missing from it, before looking at a single item.
    ///
    /// A list taken before the time tested was over lacks what came after. Automated and continuous controls and those set up
    /// once have no list: one look at the setting shows it. Nor is it asked where one item is all there was to look at.
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
    ///         sample: { size: 3, method: haphazard }
    ///         conclusion: effective
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
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
    ///         population: { size: 3, source: List of reviews, retrieved: 2026-09-29, reconciled: true }
    ///         sample: { size: 3, method: all }
    ///         conclusion: effective
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Not reported
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
    ///         population: { size: 3, source: List of reviews, retrieved: 2026-09-30, reconciled: true }
    ///         sample: { size: 3, method: all }
    ///         conclusion: effective
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    ///   - id: AC-01
    ///     tests:
    ///       - { of: operation, date: 2026-10-15, by: alex, sample: { size: 1 }, conclusion: effective }
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Take the list from the system of record once the time tested is over, compare it with a second source, and note `size`,
    /// `source`, `retrieved` and `reconciled: true` under `population`. What was missing from it has to be tested too.
    "population-unproved", Operation, likelihood 30, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let in_place = context.controls_observed().filter(|(view, _)| view.standing.in_place);
    let drawn = in_place.filter(|(view, _)| !is_of_a_setting(*view));
    drawn.filter_map(|(view, _)| finding(context, view)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Option<Finding> {
    let asked = concluded(context, view).filter(|of| is_asked(context, view, of.test));
    let lacking: Vec<Remark<'_>> =
        asked.filter_map(|Concluded { test, .. }| Some(Remark::new(test, remark(context, test)?))).collect();
    let without = lacking.iter().any(|remark| remark.test.population.is_none());
    let remarks = in_order(lacking);
    let place = remarks.first()?.test.place;
    let fault = match remarks.len() {
        1 => "the population of a test of its operation is not proved".to_owned(),
        tests => format!("the populations of {tests} tests of its operation are not proved"),
    };
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: {fault}", &*view.control.name))
        .now(told(&remarks))
        .wanted(
            "For every test it is on file how many items there were, where the list came from, that it was taken once the \
             time tested was over, and that it was checked to be complete.",
        )
        .advice(
            "Take the list from the system of record once the time tested is over, compare it with a second source, and note \
             `size`, `source`, `retrieved` and `reconciled: true` under `population`. What was missing from it has to be \
             tested too.",
        )
        .at(place);
    let because = "Nothing at all is said of the items that a test drew from.";
    Some(if without { finding.because("no population", 10, because) } else { finding })
}

/// Whether there was more than one item to look at.
fn is_asked(context: &Context<'_>, view: ControlView<'_>, test: &Test) -> bool {
    let size = test.population.as_ref().and_then(|population| population.size);
    wanted(context, view, test).items > 1 || size.is_some_and(|size| size > 1)
}

/// What lacks of the population of a test, if anything does.
fn remark(context: &Context<'_>, test: &Test) -> Option<String> {
    let name = name(context, test);
    let Some(population) = &test.population else {
        return Some(format!("The {name} says nothing of the population it drew from."));
    };
    let unsaid = unsaid(population);
    let unsaid = (!unsaid.is_empty()).then(|| format!("does not say {}", list::or(unsaid)));
    let lacks: Vec<String> = [unsaid, too_early(test, population)].into_iter().flatten().collect();
    (!lacks.is_empty()).then(|| format!("The {name} {}.", list::and(lacks)))
}

/// What nobody says of a population.
fn unsaid(population: &Population) -> Vec<&'static str> {
    let sourced = population.source.as_ref().is_some_and(|source| !source.trim().is_empty());
    let said = [
        ("how many items its population holds", population.size.is_some()),
        ("where the list of them came from", sourced),
        ("when it was taken", population.retrieved.is_some()),
        ("that it was checked to be complete", population.reconciled == Some(true)),
    ];
    said.into_iter().filter(|(_, said)| !said).map(|(what, _)| what).collect()
}

/// That the list was taken before the time tested was over, if it was.
fn too_early(test: &Test, population: &Population) -> Option<String> {
    let (retrieved, end) = (population.retrieved.as_ref()?.value, test.period.as_ref()?.end);
    let early = retrieved < end;
    early.then(|| format!("drew from a list taken on {retrieved}, before the time tested was over on {end}"))
}
