//! The rule `vendor-unreviewed`.

use crate::assess::context::Context;
use crate::assess::vendors::time;
use crate::assess::vendors::{VendorView, vendors};
use crate::model::date::Date;
use crate::model::gap::Finding;
use crate::model::level::Level;
use crate::model::words::Relation;
use crate::text::count::count;

declare_rule! {
    /// Nobody reviewed what is on file of another organisation within the last year.
    ///
    /// ## Why it matters
    ///
    /// Other organisations change, are sold, have incidents and close services. Whoever relies on one without looking hears
    /// of it from customers. Auditors ask for the review of each that matters, and read its date.
    ///
    /// The latest `reviewed` of its reports counts, of whatever kind they are; one dated after the assessment does not. A
    /// year is a convention: ask your auditor. An ordinary supplier on which little depends is not asked about. A carve-out
    /// without any independent report is left to the rule `subservice-report-absent`.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// vendors:
    ///   - { id: letterwren, name: Letterwren Mail }
    /// ```
    ///
    /// ```yaml,gap
    /// vendors:
    ///   - id: palisade
    ///     reports: [{ kind: soc2-type2, period: { start: 2024-10-01, end: 2025-09-30 }, reviewed: 2025-11-21 }]
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// vendors:
    ///   - { id: letterwren, criticality: low }
    ///   - id: palisade
    ///     reports:
    ///       - { kind: soc2-type2, period: { start: 2024-10-01, end: 2025-09-30 }, reviewed: 2025-11-22 }
    ///       - { kind: questionnaire, date: 2025-03-03, reviewed: 2025-03-04 }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Read its latest report or its answers, judge what they mean for our controls, and record the day under `reviewed`.
    "vendor-unreviewed", Dependence, likelihood 25, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    vendors(context).filter(is_asked).filter_map(|view| finding(context, &view)).collect()
}

/// Whether somebody should review it, and no other rule says that there is nothing to review.
fn is_asked(view: &VendorView<'_>) -> bool {
    match view.relation() {
        Relation::Vendor => view.criticality() >= Level::Moderate,
        Relation::CarveOut => !view.assurance().is_empty(),
        Relation::Inclusive => true,
    }
}

fn finding(context: &Context<'_>, view: &VendorView<'_>) -> Option<Finding> {
    let term = context.inventory.conventions.vendor_review();
    let (as_of, day) = (context.as_of, context.day());
    let reviews = view.reports.iter().filter_map(|report| report.reviewed.as_ref()).map(|reviewed| reviewed.value);
    let (title, now) = match reviews.filter(|reviewed| *reviewed <= as_of).max() {
        Some(last) => {
            let until = time::run_out(last, term, day)?;
            let late = count(usize::try_from(day.days_since(until)).unwrap_or(0), "day");
            let now = format!(
                "It was last reviewed on {last}. A review is in date for {term}: up to {until}, {late} before {day}."
            );
            ("its last review is too long ago", now)
        }
        None => ("no review of it is on record", on_file(view, as_of)),
    };
    let name = view.name();
    let finding = view
        .finding(context, &INFO)
        .title(format!("{name}: {title}"))
        .now(now)
        .wanted(format!("Somebody reviewed what is on file of {name} within {term}, and the day is on record."))
        .advice(format!(
            "Read the latest report of {name}, or have it answer questions, judge what that means for our controls, and \
             record the day under `reviewed`."
        ));
    Some(finding)
}

/// What there was to review, where nobody did.
fn on_file(view: &VendorView<'_>, as_of: Date) -> String {
    match (view.reports.len(), view.vendor.reports.len()) {
        (0, 0) => "No report of it is on file, and so nothing that anybody reviewed.".to_owned(),
        (0, _) => "Every report listed of it speaks of a time still to come.".to_owned(),
        (1, _) => format!("1 report of it is on file, and nobody had reviewed it by {as_of}."),
        (reports, _) => {
            format!("{} of it are on file, and nobody had reviewed any by {as_of}.", count(reports, "report"))
        }
    }
}
