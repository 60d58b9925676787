//! What is kept apart from the verdicts: counted always, named while there are few.

use anstyle::Style;

use super::layout::{Cell, left, paragraph, row, section};
use super::style::FAINT;
use crate::model::assessment::Assessment;
use crate::model::gap::Treatment;
use crate::model::verdict::Verdict;
use crate::model::words::Category;
use crate::text::count::number;
use crate::text::escape::terminal;
use crate::text::list::{and, some};

/// How many of a kind are named.
const NAMED: usize = 4;
/// How wide the words for a kind are.
const LABEL: usize = 17;
/// How wide its count is.
const COUNT: usize = 5;

/// Something kept apart.
struct Kind {
    label: &'static str,
    means: &'static str,
    count: usize,
    names: String,
}

impl Kind {
    fn new(label: &'static str, means: &'static str, names: &[String]) -> Self {
        Self { label, means, count: names.len(), names: some(names, NAMED) }
    }
}

/// Not applicable, accepted, known before, out of scope, unmapped, not looked up: six things that never merge.
pub fn apart(assessment: &Assessment<'_>, width: usize) -> String {
    let kinds = [
        Kind::new("not applicable", "criteria scoped out", &not_applicable(assessment)),
        Kind::new("accepted", "gaps somebody signed for", &accepted(assessment)),
        Kind::new("baseline", "gaps known before", &known(assessment)),
        out_of_scope(assessment),
        Kind::new("unmapped", "controls that name no criterion", &unmapped(assessment)),
        Kind::new("not verified here", "evidence and documents at a web address", &unverifiable(assessment)),
    ];
    let rows = kinds.map(|kind| {
        let style = if kind.count == 0 { FAINT } else { Style::new() };
        let words =
            if kind.names.is_empty() { kind.means.to_owned() } else { format!("{}: {}", kind.means, kind.names) };
        row(&[
            Cell::new(kind.label, LABEL).style(style),
            Cell::new(number(kind.count), COUNT).right().style(style),
            Cell::new(words, left(width, &[LABEL, COUNT])).style(style),
        ])
    });
    section("Counted apart", width, &rows.concat())
}

fn not_applicable(assessment: &Assessment<'_>) -> Vec<String> {
    // A criterion scoped out whose category is not selected either is out of scope: the two never merge.
    let out = assessment.criteria.iter().filter(|result| result.design.verdict == Verdict::NotApplicable);
    out.filter_map(|result| Some(assessment.catalog.criteria.get(result.criterion)?.id.to_string())).collect()
}

fn accepted(assessment: &Assessment<'_>) -> Vec<String> {
    let accepted = assessment.gaps.iter().filter_map(|gap| match gap.treatment {
        Treatment::Accepted(at) => Some((gap, assessment.inventory.acceptances.get(at)?)),
        Treatment::Open | Treatment::Baseline => None,
    });
    accepted.map(|(gap, by)| format!("{} until {}", terminal(gap.id()), by.expires.value)).collect()
}

fn known(assessment: &Assessment<'_>) -> Vec<String> {
    let known = assessment.gaps.iter().filter(|gap| gap.treatment == Treatment::Baseline);
    known.map(|gap| terminal(gap.id()).into_owned()).collect()
}

fn out_of_scope(assessment: &Assessment<'_>) -> Kind {
    let selected = &assessment.inventory.scope.categories;
    let left_out = Category::ALL.iter().filter(|category| !selected.contains(category));
    let count = assessment.coverage.criteria.iter().filter(|criterion| !criterion.selected).count();
    Kind {
        label: "out of scope",
        means: "criteria of categories not selected",
        count,
        names: and(left_out.map(|category| category.plain())),
    }
}

fn unmapped(assessment: &Assessment<'_>) -> Vec<String> {
    let unmapped = assessment.inventory.controls.iter().filter(|control| control.criteria.is_empty());
    unmapped.map(|control| terminal(&control.id.value).into_owned()).collect()
}

fn unverifiable(assessment: &Assessment<'_>) -> Vec<String> {
    let list = assessment.unverifiable.iter();
    list.map(|item| format!("{} ({})", terminal(&item.subject), terminal(&item.title))).collect()
}

/// The conventions in which the inventory differs from the defaults.
pub fn settings(assessment: &Assessment<'_>, width: usize) -> String {
    let table = assessment.inventory.conventions.table();
    let changed =
        table.into_iter().filter_map(|convention| Some((convention.instead_of?, convention.name, convention.value)));
    let lines = changed.map(|(default, name, value)| format!("{name} {value} (default: {default})"));
    let lines: String = lines.map(|line| paragraph(&terminal(&line), width, "  ", Style::new())).collect();
    if lines.is_empty() {
        return lines;
    }
    section("Conventions other than the defaults (ask your auditor)", width, &lines)
}
