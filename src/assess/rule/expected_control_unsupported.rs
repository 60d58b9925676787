//! The rule `expected-control-unsupported`.

use std::collections::BTreeSet;

use crate::assess::context::Context;
use crate::assess::vendors::{VendorView, criteria_of, served, vendors, watched_over};
use crate::model::criterion_id::CriterionId;
use crate::model::document::ExpectedControl;
use crate::model::gap::Finding;
use crate::model::words::Relation;
use crate::text::list;
use crate::text::wrap::truncate;

declare_rule! {
    /// Nothing of ours stands behind a control that another organisation is relied on for.
    ///
    /// ## Why it matters
    ///
    /// To rely on somebody is not to have the control. Where the other organisation is carved out, ours must watch over it,
    /// which is what CC9.2 asks. Where it is included, its controls are part of the description, and stand in the inventory
    /// like our own.
    ///
    /// Carved out: a control in place on CC9.2 whose design was not found deficient is enough, where CC9.2 applies. Included:
    /// every criterion that applies and that the organisation is relied on for needs such a control. Other rules speak of
    /// the criteria themselves; this one says on whom they rest.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap,beside=CC9.2:criterion-without-control
    /// controls:
    ///   - { id: RSK-01, criteria: [CC3.1, CC3.2, CC3.3, CC3.4, CC5.1, CC5.3] }
    ///   - { id: RSK-02, criteria: [CC3.1, CC3.2, CC3.3, CC3.4, CC5.1, CC5.3] }
    /// vendors:
    ///   - id: aws
    ///     relation: carve-out
    ///     reports: [{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-09-30 }, reviewed: 2026-11-03 }]
    ///     expected_controls: [{ criteria: [CC6.4], text: Physical security of data centres. }]
    /// ```
    ///
    /// ```yaml,gap,beside=CC6.4:criterion-without-control
    /// controls:
    ///   - { id: PH-01, criteria: [CC6.5] }
    ///   - { id: PH-02, criteria: [CC6.5] }
    /// vendors:
    ///   - id: aws
    ///     relation: inclusive
    ///     reports: [{ kind: questionnaire, date: 2026-09-02, reviewed: 2026-09-16 }]
    ///     expected_controls: [{ criteria: [CC6.4], text: Physical security of data centres. }]
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// vendors:
    ///   - id: aws
    ///     relation: carve-out
    ///     reports: [{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-09-30 }, reviewed: 2026-11-03 }]
    ///     expected_controls: [{ criteria: [CC6.4], text: Physical security of data centres. }]
    ///   - id: fernhill
    ///     relation: inclusive
    ///     reports: [{ kind: questionnaire, date: 2026-09-02, reviewed: 2026-09-16 }]
    ///     expected_controls: [{ criteria: [CC2.3, A1.2], text: Answers to customers. }]
    /// ```
    ///
    /// ## Remedy
    ///
    /// Put a control in place by which the organisation is watched over, or list the controls of one that is included.
    "expected-control-unsupported", Dependence, likelihood 45, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.inventory.vendors.is_empty() {
        return Vec::new();
    }
    let served = served(context);
    vendors(context)
        .filter_map(|view| match view.relation() {
            Relation::CarveOut => carved_out(context, &view, &served),
            Relation::Inclusive => included(context, &view, &served),
            Relation::Vendor => None,
        })
        .collect()
}

/// Nobody watches over an organisation that is carved out.
fn carved_out(context: &Context<'_>, view: &VendorView<'_>, served: &BTreeSet<CriterionId>) -> Option<Finding> {
    let expected = &view.vendor.expected_controls;
    let watch = watched_over(context).filter(|watch| !served.contains(watch))?;
    if expected.is_empty() {
        return None;
    }
    let name = view.name();
    let finding = finding(context, view)
        .title(format!("{name}: no control in place watches over what it is relied on for"))
        .now(format!(
            "{name} is carved out and relied on for {}. No control in place addresses {watch}, so nobody would notice if it \
             were not done.",
            told(expected)
        ))
        .wanted(format!("A control in place that addresses {watch} watches over what {name} is relied on for."))
        .advice(format!(
            "Put a control in place by which somebody reads the reports of {name}, judges their exceptions and follows up \
             what they expect of us, and map it to {watch}."
        ));
    Some(finding)
}

/// Controls of an included organisation are missing from the inventory.
fn included(context: &Context<'_>, view: &VendorView<'_>, served: &BTreeSet<CriterionId>) -> Option<Finding> {
    let unserved = |expected: &ExpectedControl| -> BTreeSet<CriterionId> {
        criteria_of(context, expected).difference(served).copied().collect()
    };
    let open: Vec<&ExpectedControl> =
        view.vendor.expected_controls.iter().filter(|expected| !unserved(expected).is_empty()).collect();
    if open.is_empty() {
        return None;
    }
    let criteria: BTreeSet<CriterionId> = open.iter().flat_map(|expected| unserved(expected)).collect();
    let (name, criteria) = (view.name(), list::and(&criteria));
    let finding = finding(context, view)
        .title(format!("{name}: no control in place does what it is relied on for"))
        .now(format!(
            "The controls of {name} are part of the description, and it is relied on for {}. No control in place addresses \
             {criteria}.",
            told(open)
        ))
        .wanted(format!("A control in place, of {name} or of ours, addresses {criteria}."))
        .advice(format!(
            "List the controls of {name} that do it beside our own, mapped to {criteria}, with what shows them at work; or put \
             one of ours in place."
        ));
    Some(finding)
}

fn finding(context: &Context<'_>, view: &VendorView<'_>) -> Finding {
    view.finding(context, &INFO).touching(view.criteria(context))
}

/// What an organisation is relied on for, by criterion; whatever the order of the file.
fn told<'a>(expected: impl IntoIterator<Item = &'a ExpectedControl>) -> String {
    let mut told: Vec<(Vec<CriterionId>, String)> = expected
        .into_iter()
        .map(|expected| {
            let criteria: BTreeSet<CriterionId> = expected.criteria.iter().map(|named| named.criterion).collect();
            let words = expected.text.as_deref().unwrap_or_default().trim().trim_end_matches('.');
            let on = list::and(&criteria);
            let told = match (words, criteria.is_empty()) {
                ("", true) => "something that nobody put in words".to_owned(),
                ("", false) => on,
                (words, true) => format!("\u{201c}{}\u{201d}", truncate(words, 80)),
                (words, false) => format!("\u{201c}{}\u{201d} ({on})", truncate(words, 80)),
            };
            (criteria.into_iter().collect(), told)
        })
        .collect();
    told.sort();
    list::some(told.iter().map(|(_, told)| told), 6)
}
