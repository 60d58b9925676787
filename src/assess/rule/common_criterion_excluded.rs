//! The rule `common-criterion-excluded`.

use crate::assess::context::Context;
use crate::model::catalog::Criterion;
use crate::model::criterion_id::CriterionId;
use crate::model::gap::Finding;
use crate::model::scope::Exclusion;

declare_rule! {
    /// A common criterion is scoped out.
    ///
    /// ## Why it matters
    ///
    /// The common criteria are the base of every SOC 2 report, whichever categories it covers. One that is left out has to be
    /// explained in the report, and in nearly all cases the auditor will not agree to leave it out.
    ///
    /// That another organisation does the work is no reason to scope a criterion out: it stays, and part of it is addressed
    /// by that organisation's controls and by watching over it.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope:
    ///   not_applicable:
    ///     - { criteria: [CC6.4], rationale: We have no data centre., approved_by: cto }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// scope:
    ///   categories: [security, confidentiality]
    ///   not_applicable:
    ///     - { criteria: [C1.2], rationale: Nothing confidential is kept past the session., approved_by: cto }
    /// controls:
    ///   - { id: AC-01, criteria: [CC6.1, CC6.2, CC6.3, C1.1] }
    ///   - { id: AC-02, criteria: [CC6.1, CC6.2, CC6.3, C1.1] }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Take the criterion out of `not_applicable`. Where another organisation does the work, list it under `vendors` with
    /// what you expect of it, and map the control by which you watch over it.
    "common-criterion-excluded", Scope, likelihood 85, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let common = context.inventory.scope.not_applicable.iter().filter(|(id, _)| id.is_common());
    common
        .filter_map(|(id, exclusion)| Some(finding(context, *id, context.catalog.criterion(*id)?, exclusion)))
        .collect()
}

fn finding(context: &Context<'_>, id: CriterionId, criterion: &Criterion, exclusion: &Exclusion) -> Finding {
    let approver = context.person(&exclusion.approved_by);
    Finding::about(&INFO, &id)
        .title(format!("{}: a common criterion is scoped out", criterion.title))
        .now(format!("{approver} scoped {id} out: {}", exclusion.rationale))
        .wanted(format!("{id} is in scope, as every common criterion is in every report."))
        .advice(format!(
            "Take {id} out of `not_applicable` and map the controls that address it. Where another organisation does the work, \
             list it under `vendors` with what you expect of it, and map the control by which you watch over it."
        ))
        .touching(vec![id])
        .at(exclusion.place)
}
