//! The rule `subservice-report-gap`.

use crate::assess::context::Context;
use crate::assess::vendors::reports;
use crate::assess::vendors::time::{self, Spoken};
use crate::assess::vendors::{VendorView, vendors};
use crate::model::date::{Date, Period};
use crate::model::document::AssuranceReport;
use crate::model::gap::Finding;
use crate::model::scope::Report;
use crate::text::count::count;
use crate::text::list;

declare_rule! {
    /// The reports of a subservice organisation that is carved out leave something open that ours needs.
    ///
    /// ## Why it matters
    ///
    /// The other organisation's report stands in for controls that ours leaves out. Where it says nothing of operation, or
    /// nothing of part of our time, or names exceptions that nobody judged, there is a hole in our own report.
    ///
    /// For a report of Type II the others must be of Type II too (SOC 2, SOC 1 or SOC 3), and speak of every day of the
    /// observation period so far; a bridge letter counts up to three months after the end of its report. For a report of
    /// Type I the newest must not have ended more than a year before. Both lengths are conventions: ask your auditor. The
    /// exceptions of the newest report, and of all that speak of the observation period, are open until
    /// `exceptions_assessed` says what they mean for our controls. A gap that bridge letters would close is rated less
    /// likely to do harm.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// vendors:
    ///   - id: aws
    ///     relation: carve-out
    ///     reports: [{ kind: soc2-type2, period: { start: 2024-11-22, end: 2025-11-21 }, reviewed: 2026-01-15 }]
    /// ```
    ///
    /// ```yaml,gap
    /// vendors:
    ///   - id: aws
    ///     relation: carve-out
    ///     reports:
    ///       - { kind: soc2-type2, period: { start: 2025-10-01, end: 2026-09-30 }, reviewed: 2026-11-03, exceptions: 1 }
    /// ```
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-11-23, end: 2027-05-22 } }
    /// vendors:
    ///   - { id: aws, relation: carve-out, reports: [{ kind: iso27001, date: 2026-02-11, reviewed: 2026-03-02 }] }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// vendors:
    ///   - id: aws
    ///     relation: carve-out
    ///     reports:
    ///       - kind: soc2-type2
    ///         period: { start: 2024-11-23, end: 2025-11-22 }
    ///         reviewed: 2026-01-15
    ///         exceptions: 1
    ///         exceptions_assessed: A late review of badges at a site we do not use.
    /// ```
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-11-23, end: 2027-05-22 } }
    /// vendors:
    ///   - id: aws
    ///     relation: carve-out
    ///     reports: [{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-09-30 }, reviewed: 2026-11-03 }]
    /// ```
    ///
    /// ## Remedy
    ///
    /// Ask for the report that is missing, or for a bridge letter where that reaches. Read the exceptions, judge what each
    /// means for our controls, and write that down.
    "subservice-report-gap", Dependence, likelihood 45, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    vendors(context).filter(VendorView::is_carved_out).filter_map(|view| finding(context, &view)).collect()
}

/// Something the reports leave open.
struct Open {
    /// In a line, to follow the name of the organisation.
    title: &'static str,
    /// In whole sentences.
    now: String,
    /// What to do, in whole sentences.
    advice: String,
    /// Whether bridge letters alone would close it.
    letters_would_do: bool,
}

/// What is open about exceptions.
const UNJUDGED: &str = "nobody judged the exceptions of its reports";

fn finding(context: &Context<'_>, view: &VendorView<'_>) -> Option<Finding> {
    let assurance = view.assurance();
    let newest = reports::end(assurance.last()?);
    let in_time = match &context.inventory.scope.report {
        Report::Type1 { .. } => at_a_date(context, &assurance, newest),
        Report::Type2 { period } => over_a_period(context, view.name(), &assurance, period),
    };
    let open: Vec<Open> = [in_time, exceptions(context, &assurance, newest)].into_iter().flatten().collect();
    let name = view.name();
    let all = |part: fn(&Open) -> &str| open.iter().map(part).collect::<Vec<_>>().join(" ");
    let finding = view
        .finding(context, &INFO)
        .touching(view.criteria(context))
        .title(format!("{name}: {}", open.first()?.title))
        .now(all(|open| &open.now))
        .wanted(format!(
            "The reports of {name} are of the type that ours needs, speak of the time that ours does, and somebody judged \
             what their exceptions mean for our controls."
        ))
        .advice(all(|open| &open.advice));
    // With the reports at hand there is nothing to ask for.
    let unjudged = open.iter().all(|open| open.title == UNJUDGED);
    let finding = if unjudged { finding.fault("unjudged") } else { finding };
    let letters_would_do = open.iter().all(|open| open.letters_would_do);
    Some(if letters_would_do {
        finding.because("bridge letter would do", -25, "Bridge letters may reach over every day that is left open.")
    } else {
        finding
    })
}

/// What is open for a report of Type I: the newest of the others must not be too old.
fn at_a_date(context: &Context<'_>, assurance: &[&AssuranceReport], newest: Option<Date>) -> Option<Open> {
    let term = context.inventory.conventions.vendor_report();
    let (title, now) = match newest {
        Some(end) => (
            "its newest report is too old",
            format!(
                "The newest on file ended on {end}: {}. It counts for a report of Type I up to {}, {term} later, and this \
                 assessment looks at {}.",
                names(assurance.iter().filter(|report| reports::end(report) == newest)),
                time::run_out(end, term, context.day())?,
                context.day()
            ),
        ),
        None => (
            "nobody can tell what time its reports speak of",
            format!("No report on file says what time it speaks of: {}.", names(assurance)),
        ),
    };
    let advice = "Ask for its latest report, and list it with the period or the date it speaks of.".to_owned();
    Some(Open { title, now, advice, letters_would_do: false })
}

/// What is open for a report of Type II: the others must speak of operation, on every day of the period so far.
fn over_a_period(context: &Context<'_>, name: &str, assurance: &[&AssuranceReport], period: &Period) -> Option<Open> {
    let of_operation: Vec<&AssuranceReport> =
        assurance.iter().copied().filter(|report| reports::is_over_a_period(report)).collect();
    if of_operation.is_empty() {
        return Some(Open {
            title: "none of its reports speaks of operation",
            now: format!("Ours is a report of Type II. None of those on file is: {}.", names(assurance)),
            advice: format!("Ask {name} for a SOC 2 report of Type II."),
            letters_would_do: false,
        });
    }
    let so_far = Period { end: context.day(), ..period.clone() };
    let reach = context.inventory.conventions.bridge_letter();
    let spoken: Vec<Spoken> = of_operation.iter().filter_map(|report| reports::spoken(report)).collect();
    let silent = time::silent(&so_far, &spoken, reach);
    let last = silent.last()?.end;
    let letters_would_do = time::letters_would_do(&so_far, &spoken, reach);
    let days = time::days(&silent);
    let mut now = vec![format!(
        "{} of {so_far} {} covered by none of its reports on operation: {}. On file: {}.",
        count(days, "day"),
        if days == 1 { "is" } else { "are" },
        list::some(&silent, 3),
        list::some(of_operation.iter().map(|report| reports::name_with_letter(report)), 4)
    )];
    now.extend(spoken.iter().filter_map(|report| report.overstated(&silent, reach)).map(|(letter, limit)| {
        format!("The bridge letter to {letter} counts up to {limit}, {reach} after the end of its report.")
    }));
    let advice = if letters_would_do {
        format!(
            "Ask {name} for a bridge letter over these days, the last of them {last}, and enter it under `bridge_until`."
        )
    } else {
        format!(
            "Ask {name} for a report that speaks of these days; a bridge letter reaches {reach} beyond its report at most."
        )
    };
    Some(Open { title: "its reports leave days of the period open", now: now.join(" "), advice, letters_would_do })
}

/// What is open about the exceptions of the newest report, of several of one day of any, and of all that speak of our period.
fn exceptions(context: &Context<'_>, assurance: &[&AssuranceReport], newest: Option<Date>) -> Option<Open> {
    let ours = context.inventory.scope.report.period().map(|period| Period::between(period.start, context.day()));
    let of_ours = |report: &AssuranceReport| {
        reports::time(report).zip(ours.as_ref()).is_some_and(|(time, ours)| time.overlaps(ours))
    };
    let counted = assurance.iter().filter(|report| reports::end(report) == newest || of_ours(report));
    let told: Vec<String> = counted
        .filter_map(|report| {
            let exceptions = usize::try_from(reports::unassessed(report)?).unwrap_or(usize::MAX);
            Some(format!("{} names {}", reports::name(report), count(exceptions, "exception")))
        })
        .collect();
    let now = format!("The {}, and nothing says what that means for our controls.", list::and(&told));
    let advice = "Judge what each exception means for our controls, and say so under `exceptions_assessed`.".to_owned();
    (!told.is_empty()).then_some(Open { title: UNJUDGED, now, advice, letters_would_do: false })
}

fn names<'a>(of: impl IntoIterator<Item = &'a &'a AssuranceReport>) -> String {
    list::some(of.into_iter().map(|report| reports::name(report)), 4)
}
