//! The rule `commitment-uncovered`.

use std::collections::BTreeSet;

use crate::assess::context::Context;
use crate::model::criterion_id::CriterionId;
use crate::model::document::Commitment;
use crate::model::gap::Finding;
use crate::text::list;
use crate::text::wrap::truncate;

declare_rule! {
    /// A promise to customers rests on criteria that no control in place addresses, or that the report leaves out.
    ///
    /// ## Why it matters
    ///
    /// The criteria ask whether the organisation keeps its service commitments. A promise that nothing stands behind is one
    /// that customers will ask about, and a report that leaves its criteria out cannot answer them.
    ///
    /// A promise that names no criterion at all is reported too, with less weight: it may well be covered, but nobody can
    /// tell by what.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope:
    ///   commitments:
    ///     - { id: SLA, text: 99.9 % monthly uptime, criteria: [CC7.5, A1.2] }
    /// ```
    ///
    /// ```yaml,gap
    /// scope:
    ///   commitments:
    ///     - { id: SLA, text: 99.9 % monthly uptime }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// scope:
    ///   commitments:
    ///     - { id: NOTICE, text: We tell customers of incidents within 72 hours, criteria: [CC2.3, CC7.4] }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Name the criteria the promise rests on, select the categories they belong to, and put a control in place for each.
    "commitment-uncovered", Missing, likelihood 80, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let commitments = &context.inventory.scope.commitments;
    if commitments.is_empty() {
        return Vec::new();
    }
    let standing = Standing::of(context);
    commitments.iter().filter_map(|commitment| finding(&standing, commitment)).collect()
}

/// How the criteria of the catalog stand to the report.
struct Standing {
    selected: BTreeSet<CriterionId>,
    applicable: BTreeSet<CriterionId>,
    served: BTreeSet<CriterionId>,
}

impl Standing {
    fn of(context: &Context<'_>) -> Self {
        let known = context.catalog.criteria.iter().zip(&context.coverage.criteria);
        let served =
            context.criteria().filter(|view| context.controls_of(*view).any(|control| control.standing.serves()));
        Self {
            selected: known.filter(|(_, coverage)| coverage.selected).map(|(criterion, _)| criterion.id).collect(),
            applicable: context.criteria().map(|view| view.criterion.id).collect(),
            served: served.map(|view| view.criterion.id).collect(),
        }
    }
}

/// What stands behind a promise, sorted by why it does not.
#[derive(Default)]
struct Shortfall {
    unserved: Vec<CriterionId>,
    unselected: Vec<CriterionId>,
    scoped_out: Vec<CriterionId>,
}

impl Shortfall {
    fn of(standing: &Standing, commitment: &Commitment) -> Self {
        let criteria: BTreeSet<CriterionId> = commitment.criteria.iter().map(|named| named.criterion).collect();
        let mut shortfall = Self::default();
        for id in criteria {
            match () {
                () if standing.served.contains(&id) => {}
                () if standing.applicable.contains(&id) => shortfall.unserved.push(id),
                () if standing.selected.contains(&id) => shortfall.scoped_out.push(id),
                () => shortfall.unselected.push(id),
            }
        }
        shortfall
    }

    /// What each sort of shortfall is, and what to do about it.
    fn sentences(&self) -> Vec<(String, String)> {
        let sorts: [(&[CriterionId], &str, &str); 3] = [
            (&self.unserved, "No control in place addresses", "Put a control in place for"),
            (&self.unselected, "The selected categories leave out", "Select the categories of"),
            (&self.scoped_out, "The scope excludes", "Bring back into scope"),
        ];
        let found = sorts.into_iter().filter(|(criteria, _, _)| !criteria.is_empty());
        found
            .map(|(criteria, state, step)| {
                let named = list::and(criteria);
                (format!("{state} {named}."), format!("{step} {named}."))
            })
            .collect()
    }
}

fn finding(standing: &Standing, commitment: &Commitment) -> Option<Finding> {
    let promise = commitment.text.as_deref().map_or_else(|| commitment.id.to_string(), |text| truncate(text, 80));
    let finding = Finding::about(&INFO, &*commitment.id).at(commitment.id.place).wanted(
        "Every criterion the promise rests on is part of the report and addressed by a control in place, with evidence that \
         shows it.",
    );
    if commitment.criteria.is_empty() {
        let finding = finding
            .title(format!("{promise}: the promise names no criterion"))
            .now("The promise is listed without the criteria it rests on, so nobody can tell what stands behind it.")
            .advice("Name the criteria the promise rests on under `criteria`.");
        return Some(finding.because("nothing named", -40, "It may be covered; nobody said by what."));
    }
    let shortfall = Shortfall::of(standing, commitment);
    let (states, steps): (Vec<String>, Vec<String>) = shortfall.sentences().into_iter().unzip();
    (!states.is_empty()).then(|| {
        finding
            .title(format!("{promise}: the promise is not covered"))
            .now(states.join(" "))
            .advice(format!("{} Or change the promise.", steps.join(" ")))
            .touching(shortfall.unserved)
    })
}
