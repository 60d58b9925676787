//! What was assessed, and the sentence that survives questions.

use super::layout::{dotted, paragraph};
use super::style::{FAINT, STRONG};
use crate::model::assessment::{Assessment, Summary};
use crate::model::level::Level;
use crate::model::scope::Report;
use crate::text::count::{count, counted, number, plural};
use crate::text::escape::terminal;
use crate::text::list;

/// Organisation, system, type of report, categories, day and criteria.
pub fn heading(assessment: &Assessment<'_>, width: usize) -> String {
    let scope = &assessment.inventory.scope;
    let names = [Some(&assessment.inventory.organization), scope.system.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| terminal(name).into_owned()).collect();
    let report = match &scope.report {
        Report::Type1 { as_of } => format!("SOC 2 gap assessment, Type I as of {as_of}"),
        Report::Type2 { period } => format!("SOC 2 gap assessment, Type II, {period}"),
    };
    let facts = [
        report,
        list::and(scope.categories.iter().map(|category| category.plain())),
        format!("assessed on {}", assessment.as_of),
        terminal(&assessment.catalog.edition.name).into_owned(),
    ];
    dotted(&names, width, "", STRONG) + &dotted(&facts, width, "", FAINT)
}

/// The result in a sentence or two.
pub fn headline(assessment: &Assessment<'_>, width: usize) -> String {
    let summary = &assessment.summary;
    let sentence = format!("{} {}", conclusion(summary), worst(summary));
    let since = assessment.comparison.as_ref().map(|comparison| {
        let counts = format!(
            "Since {}: {} new, {} worse, {} as before, {} resolved.",
            terminal(&comparison.since),
            number(comparison.new.len()),
            number(comparison.worsened.len()),
            number(comparison.unchanged),
            number(comparison.resolved.len())
        );
        paragraph(&counts, width, "", anstyle::Style::new())
    });
    paragraph(&sentence, width, "", STRONG) + &since.unwrap_or_default()
}

/// What can be concluded of the criteria: `31 of 47 criteria have no gap identified on design; 9 have nothing in place.`
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
pub fn on_design(summary: &Summary) -> String {
    let no_gap = summary.design.no_gap;
    let verb = if no_gap == 1 { "has" } else { "have" };
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
    match (summary.open_total(), of(Level::VeryHigh) + of(Level::High)) {
        (0, _) => "No gap stands open.".to_owned(),
        (1, 0) => "The one open gap is neither very high nor high.".to_owned(),
        (open, 0) => format!("None of the {} is very high or high.", count(open, "open gap")),
        (_, 1) => "1 gap is very high or high.".to_owned(),
        (_, severe) => format!("{} are very high or high.", count(severe, "gap")),
    }
}
