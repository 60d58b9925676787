//! What every report says in the same words: the headline, the scope, the limits.
//!
//! These are facts in plain sentences. Where one holds words from the inventory it holds them as they were written:
//! whoever prints it escapes it for the medium.

use crate::model::assessment::{Assessment, Summary, Tally};
use crate::model::level::Level;
use crate::model::scope::Report;
use crate::text::count::{count, counted, number, plural};
use crate::text::list;
use crate::text::percent;

/// What this is and is not; it stands on every report.
pub const LIMITS: &str = "This is management's own gap analysis. It is not an examination, and nobody independent gives an \
     opinion here. It judges only the information supplied: what was not looked at is never counted in favour.";

/// How many gaps were accepted, or known before, and how many of them are listed where that is not all.
#[must_use]
pub fn treated(all: usize, listed: usize, word: &str) -> String {
    let gaps = counted(all, "gap was", "gaps were");
    match all - listed.min(all) {
        0 => format!("{gaps} {word}."),
        _ => format!("{gaps} {word}; {} of them listed here, as was asked for.", number(listed)),
    }
}

/// The result in a sentence or two: what can be concluded, and how bad the open gaps are.
#[must_use]
pub fn headline(summary: &Summary) -> String {
    format!("{} {}", conclusion(summary), worst(summary))
}

/// What can be concluded of the criteria: `31 of 47 criteria have no gap identified on design; 9 have nothing in place.`
#[must_use]
pub fn conclusion(summary: &Summary) -> String {
    if summary.applicable == 0 {
        return "No criterion applies, so nothing was assessed.".to_owned();
    }
    let rest = match (summary.applicable - summary.claimed, without_sound_control(summary)) {
        (0, 0) => "each has a control in place".to_owned(),
        (nothing, 0) => format!("{} nothing in place", counted(nothing, "has", "have")),
        (0, deficient) => format!("{} only a control found deficient", counted(deficient, "has", "have")),
        (nothing, deficient) => format!(
            "{} nothing in place and {} only a control found deficient",
            counted(nothing, "has", "have"),
            number(deficient)
        ),
    };
    format!("{}; {rest}.", on_design(summary))
}

/// The first half of the conclusion, for where there is no room for both.
#[must_use]
pub fn on_design(summary: &Summary) -> String {
    let no_gap = summary.design.no_gap;
    let verb = if no_gap == 1 || summary.applicable == 1 { "has" } else { "have" };
    let criteria = if summary.applicable == 1 { "criterion".to_owned() } else { plural("criterion") };
    let operation = summary.operation.map(|tally| format!(" and {} on operation", number(tally.no_gap)));
    let operation = operation.unwrap_or_default();
    format!("{no_gap} of {} {criteria} {verb} no gap identified on design{operation}", summary.applicable)
}

/// How many criteria have controls in place, and only such whose design was found deficient.
fn without_sound_control(summary: &Summary) -> usize {
    summary.design.gap.saturating_sub(summary.applicable - summary.claimed)
}

/// How bad the open gaps are.
fn worst(summary: &Summary) -> String {
    let of = |level: Level| summary.open.get(&level).copied().unwrap_or(0);
    let gaps = |many: usize| counted(many, "gap is", "gaps are");
    match (summary.open_total(), of(Level::VeryHigh), of(Level::High)) {
        (0, ..) => format!("No gap stands open{}.", beside(summary)),
        (1, 0, 0) => "The one open gap is neither very high nor high.".to_owned(),
        (open, 0, 0) => format!("None of the {} is very high or high.", count(open, "open gap")),
        (_, 0, high) => format!("{} high.", gaps(high)),
        (_, very_high, 0) => format!("{} very high.", gaps(very_high)),
        (_, very_high, high) => format!("{} very high and {} high.", gaps(very_high), number(high)),
    }
}

/// What the day of the assessment means for operation, where the observation period has not begun or is over.
#[must_use]
pub fn where_in_the_period(assessment: &Assessment<'_>) -> Option<String> {
    let period = assessment.inventory.scope.report.period()?;
    let as_of = assessment.as_of;
    if as_of < period.start {
        return Some(format!(
            "The observation period begins on {}: nothing can have operated in it yet.",
            period.start
        ));
    }
    (as_of > period.end).then(|| {
        format!("The observation period ended on {}: that is the day on which evidence had to be in date.", period.end)
    })
}

/// What is there although it does not stand open: ` beside 1 accepted and 34 known before`; nothing where nothing is.
///
/// Without it a result held against a baseline would read as if there were no gap at all.
#[must_use]
pub fn beside(summary: &Summary) -> String {
    let others = [(summary.accepted, "accepted"), (summary.baseline, "known before")];
    let others =
        others.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{} {what}", number(*count)));
    let others = list::and(others);
    if others.is_empty() { others } else { format!(" beside {others}") }
}

/// The report, its time and its categories: `SOC 2 Type I, as of 2027-01-31, on security and availability`.
#[must_use]
pub fn scope_line(assessment: &Assessment<'_>) -> String {
    format!("SOC 2 {}, {}, on {}", report_type(assessment), report_time(assessment), categories(assessment))
}

/// The type of the report: `Type I` or `Type II`.
#[must_use]
pub const fn report_type(assessment: &Assessment<'_>) -> &'static str {
    match assessment.inventory.scope.report {
        Report::Type1 { .. } => "Type I",
        Report::Type2 { .. } => "Type II",
    }
}

/// The time the report speaks of: `as of 2027-01-31`, or `2026-07-01 to 2026-12-31`.
#[must_use]
pub fn report_time(assessment: &Assessment<'_>) -> String {
    match &assessment.inventory.scope.report {
        Report::Type1 { as_of } => format!("as of {as_of}"),
        Report::Type2 { period } => format!("{} to {}", period.start, period.end),
    }
}

/// The selected categories: `security and availability`.
#[must_use]
pub fn categories(assessment: &Assessment<'_>) -> String {
    list::and(assessment.inventory.scope.categories.iter().map(|category| category.plain()))
}

/// The criteria that were judged, and those that were not: `36 criteria, 35 applicable, 1 not applicable`.
#[must_use]
pub fn criteria_line(assessment: &Assessment<'_>) -> String {
    let summary = &assessment.summary;
    let all = count(summary.criteria, "criterion");
    match summary.not_applicable {
        0 => format!("{all}, {}", if summary.criteria == 1 { "applicable" } else { "all applicable" }),
        out => format!("{all}, {} applicable, {} not applicable", number(summary.applicable), number(out)),
    }
}

/// What `done` and `to do` mean wherever they are printed.
pub const DONE: &str = "Done is an applicable criterion with no gap identified. To do is every other applicable criterion. \
     Shares are whole percent, done rounded down.";

/// Done and to do by one tally: `8 of 36 done (22 %), 28 to do (78 %)`.
#[must_use]
pub fn done_and_to_do(tally: &Tally) -> String {
    let (done, all) = (tally.no_gap, tally.total());
    let to_do = percent::percent(done, all).map_or_else(|| "–".to_owned(), |share| format!("{} %", 100 - share));
    format!(
        "{} of {} done ({}), {} to do ({to_do})",
        number(done),
        number(all),
        percent::shown(done, all),
        number(all - done),
    )
}

/// The three counts that stand beside each other, each with what it means.
#[must_use]
pub fn coverage(assessment: &Assessment<'_>) -> [(&'static str, usize, &'static str); 3] {
    let summary = &assessment.summary;
    let tested = match assessment.inventory.scope.report {
        Report::Type1 { .. } => "a test of design in date is on file for such a control",
        Report::Type2 { .. } => "a test of operation in the period is on file for such a control",
    };
    [
        ("claimed", summary.claimed, "the inventory says a control is in place; nobody need have looked"),
        ("evidenced", summary.evidenced, "evidence in date is on file for such a control"),
        ("tested", summary.tested, tested),
    ]
}

/// How many exceptions a test lists, and how many are put right: `3 exceptions, 1 of them not resolved`; nothing for none.
#[must_use]
pub fn exceptions(all: usize, unresolved: usize) -> Option<String> {
    let how = match (all, unresolved) {
        (0, _) => return None,
        (1, 0) => "resolved".to_owned(),
        (2, 0) => "both resolved".to_owned(),
        (_, 0) => "all resolved".to_owned(),
        (1, _) => "not resolved".to_owned(),
        (all, unresolved) if all == unresolved => "none of them resolved".to_owned(),
        (_, unresolved) => format!("{} of them not resolved", number(unresolved)),
    };
    Some(format!("{}, {how}", count(all, "exception")))
}

/// What moved since an earlier result: `Since 2026-10-01: 2 new, 1 worsened, 30 unchanged, 4 resolved.`
#[must_use]
pub fn change(assessment: &Assessment<'_>) -> Option<String> {
    let comparison = assessment.comparison.as_ref()?;
    Some(format!(
        "Since {}: {} new, {} worsened, {} unchanged, {} resolved.",
        comparison.since,
        number(comparison.new.len()),
        number(comparison.worsened.len()),
        number(comparison.unchanged),
        number(comparison.resolved.len()),
    ))
}
