//! What was assessed, and the sentence that survives questions.

use super::layout::{dotted, paragraph};
use super::style::{FAINT, STRONG};
use crate::model::assessment::Assessment;
use crate::model::scope::Report;
use crate::report::account;
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
    let below = [account::where_in_the_period(assessment), account::change(assessment)];
    let below = below.into_iter().flatten().map(|line| paragraph(&terminal(&line), width, "", anstyle::Style::new()));
    paragraph(&account::headline(&assessment.summary), width, "", STRONG) + &below.collect::<String>()
}
