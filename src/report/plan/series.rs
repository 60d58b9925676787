//! The criteria without any control by series: an organisation that begins has tens of them, and reads of a handful.

use crate::model::date::Date;
use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::words;
use crate::text::count::counted;
use crate::text::list::runs;

/// From how many criteria on they are told by series.
const MANY: usize = 8;

/// The criteria of a series that no control addresses.
pub(super) struct Series<'a> {
    /// Its id and title.
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    /// How many criteria of it no control addresses.
    pub(super) criteria: usize,
    /// The numbers of their tasks: `1, 5 and 15 to 19`.
    pub(super) numbers: String,
    /// How much work it is: `25 days`.
    pub(super) effort: String,
    /// When it is worked on.
    pub(super) time: String,
}

/// The series with criteria that no control addresses, where those are many, in the order of the catalog.
pub(super) fn without_control<'a>(page: &PlanPage<'a>) -> Vec<Series<'a>> {
    let tasks: Vec<(String, Numbered<'a>)> = page.to_do().filter_map(|of| Some((series_of(page, of)?, of))).collect();
    let known = page.assessment.catalog.series.iter().filter(|_| tasks.len() >= MANY);
    known
        .filter_map(|series| {
            let of: Vec<Numbered<'a>> = tasks.iter().filter(|(id, _)| *id == series.id).map(|(_, of)| *of).collect();
            (!of.is_empty()).then(|| told(&series.id, &series.title, &of))
        })
        .collect()
}

/// What is said above them.
pub(super) fn headline(series: &[Series<'_>]) -> String {
    let all = series.iter().map(|series| series.criteria).sum();
    format!("No control addresses {}. By series:", counted(all, "criterion", "criteria"))
}

/// The series of the criterion for which a task puts a control in place.
fn series_of(page: &PlanPage<'_>, of: Numbered<'_>) -> Option<String> {
    let gaps = of.task.gaps.iter().filter_map(|id| page.gap(id));
    let mut without = gaps.filter(|gap| gap.finding.rule.name == "criterion-without-control");
    Some(without.next()?.finding.criteria.first()?.series())
}

fn told<'a>(id: &'a str, title: &'a str, of: &[Numbered<'_>]) -> Series<'a> {
    let numbers: Vec<usize> = of.iter().map(|numbered| numbered.number).collect();
    let tenths = of.iter().map(|numbered| numbered.task.effort.likely).fold(0, u32::saturating_add);
    let start: Option<Date> = of.iter().filter_map(|numbered| numbered.task.start).min();
    let finish = of.iter().filter_map(|numbered| numbered.task.finish).max();
    let time = start.zip(finish).map(|(start, finish)| format!("{start} to {finish}"));
    let time = time.unwrap_or_default();
    Series { id, title, criteria: of.len(), numbers: runs(&numbers), effort: words::days(tenths), time }
}
