//! What every format says alike of a difference. Words of the inventories are in it as they are: who prints them escapes them.

use std::collections::BTreeMap;

use crate::model::cause::Cause;
use crate::model::difference::{Change, Count, Difference, GapChange};
use crate::model::scope::Report;
use crate::model::snapshot::Side;
use crate::report::diff::counts::size;
use crate::text::count::{counted, number};
use crate::text::list::and;

/// What a change is put down to, as it stands behind `by`.
pub(super) fn cause(difference: &Difference, cause: Option<Cause>) -> &'static str {
    match cause {
        None => "what cannot be told",
        Some(Cause::Time) => "the passing of time",
        Some(Cause::Scope) => scope_word(difference),
        Some(Cause::Description) => "descriptions",
        Some(Cause::Decisions) => "decisions on gaps",
        Some(cause) => cause.word(),
    }
}

/// A scope with fewer criteria is smaller, with more it is larger.
fn scope_word(difference: &Difference) -> &'static str {
    let applicable = difference.count("criteria.applicable");
    let by = applicable.and_then(|count| count.by.iter().find(|(cause, _)| *cause == Some(Cause::Scope)));
    match by.map_or(0, |(_, change)| *change) {
        0 => "the scope",
        1.. => "a larger scope",
        _ => "a smaller scope",
    }
}

/// The parts of a change by their causes, as they stand behind it: `: 6 by evidence, 3 by a smaller scope`, with their
/// direction where there are two; `, by evidence` where that did it all, and nothing where causes are not told.
fn parts(difference: &Difference, by: &[(Option<Cause>, i64)]) -> String {
    let by = if difference.causes_known { by } else { &[] };
    match by {
        [] => return String::new(),
        [(only, _)] => return format!(", by {}", cause(difference, *only)),
        _ => {}
    }
    let both = by.iter().any(|(_, change)| *change > 0) && by.iter().any(|(_, change)| *change < 0);
    let part = |(cause_of, change): &(Option<Cause>, i64)| {
        let direction = if *change > 0 { " more" } else { " fewer" };
        format!("{}{} by {}", size(*change), if both { direction } else { "" }, cause(difference, *cause_of))
    };
    format!(": {}", by.iter().map(part).collect::<Vec<_>>().join(", "))
}

/// What came of it, a sentence each: how many gaps stand open, how many criteria have no gap identified.
pub(super) fn headlines(difference: &Difference) -> Vec<String> {
    if difference.nothing_changed() {
        let still = "No gap, no verdict and no count changed";
        return vec![match (difference.altered.is_empty(), difference.old.as_of == difference.new.as_of) {
            (true, true) => "Nothing changed.".to_owned(),
            (true, false) => format!("{still} from {} to {}.", difference.old.as_of, difference.new.as_of),
            (false, _) => format!("{still}, though the inventories say different things."),
        }];
    }
    let applicable = difference.count("criteria.applicable").map_or(0, |count| count.after);
    let of_criteria = |count: &Count, on: &str| {
        let have = if count.after == 1 || applicable == 1 { "has" } else { "have" };
        format!("{} of {} {have} no gap identified on {on}", number(count.after), criteria(applicable))
    };
    let open = |count: &Count| counted(count.after, "gap stands open", "gaps stand open");
    let told = [
        difference.count("gaps.total").map(|count| sentence(difference, count, &open(count))),
        difference.count("design.no_gap").map(|count| sentence(difference, count, &of_criteria(count, "design"))),
        // Of type 1 nothing is said of operation.
        difference
            .count("operation.no_gap")
            .filter(|_| of_operation(difference))
            .map(|count| sentence(difference, count, &of_criteria(count, "operation"))),
    ];
    told.into_iter().flatten().collect()
}

/// Whether one of the reports is to speak of operation.
pub(super) const fn of_operation(difference: &Difference) -> bool {
    difference.old.report.is_type2() || difference.new.report.is_type2()
}

fn criteria(number_of: usize) -> String {
    counted(number_of, "criterion", "criteria")
}

/// `77 gaps stand open, 7 fewer than before: 5 by evidence, 2 by a smaller scope.`
fn sentence(difference: &Difference, count: &Count, stands: &str) -> String {
    let change = match count.change() {
        0 => "as many as before".to_owned(),
        more @ 1.. => format!("{} more than before", size(more)),
        fewer => format!("{} fewer than before", size(fewer)),
    };
    format!("{stands}, {change}{}.", parts(difference, &count.by))
}

/// What became of the gaps: `1 new, 0 worsened, 2 improved, 8 resolved, 74 unchanged`.
pub(super) fn tally(difference: &Difference) -> String {
    let of = |change: &Change| format!("{} {}", number(difference.gaps_that(*change).count()), change.word());
    Change::ALL.iter().map(of).collect::<Vec<_>>().join(", ")
}

/// The title over gaps of which the same became: `3 new gaps: 2 by controls, 1 by the passing of time`.
pub(super) fn title(difference: &Difference, change: Change) -> String {
    let word = change.word();
    let many = difference.gaps_that(change).count();
    let title = counted(many, &format!("{word} gap"), &format!("{word} gaps"));
    format!("{title}{}", parts(difference, &caused(difference.gaps_that(change))))
}

/// How many of some gaps each cause made what they are; the last that did anything, of one whose level is the same.
fn caused<'a>(gaps: impl Iterator<Item = &'a GapChange>) -> Vec<(Option<Cause>, i64)> {
    let mut by: BTreeMap<Option<Cause>, i64> = BTreeMap::new();
    for gap in gaps {
        let last = || gap.way.turns().last().and_then(|turn| turn.cause);
        *by.entry(gap.cause.or_else(last)).or_default() += 1;
    }
    by.into_iter().collect()
}

/// The title over gaps that were signed for since, or are signed for no longer.
pub(super) fn treated_title(difference: &Difference) -> String {
    let many = difference.treated_otherwise().count();
    let title = counted(many, "gap accepted, or accepted no longer", "gaps accepted, or accepted no longer");
    format!("{title}{}", parts(difference, &caused(difference.treated_otherwise())))
}

/// Which of the two a side is: `examples/acme, assessed on 2026-11-22`.
pub(super) fn side(side: &Side) -> String {
    let what = if side.is_result { ", the result of" } else { ", assessed on" };
    format!("{}{what} {}", side.path, side.as_of)
}

/// What the report of a side is to cover: `SOC 2 Type I, as of 2027-01-31, on security`.
pub(super) fn scope(side: &Side) -> String {
    let report = match &side.report {
        Report::Type1 { as_of } => format!("Type I, as of {as_of}"),
        Report::Type2 { period } => format!("Type II, {period}"),
    };
    format!("SOC 2 {report}, on {}", and(side.categories.iter().map(|category| category.plain())))
}

/// Whether the gate holds, and the words for it; nothing where none was asked for.
pub(super) fn gate(difference: &Difference) -> Option<(bool, String)> {
    let level = difference.gate.fail_on?;
    let at = if level == *crate::model::level::Level::ALL.last()? { "" } else { " or above" };
    let at = format!("at {}{at}", level.plain());
    Some(match difference.gate.exceeding.len() {
        0 => (true, format!("gate holds: no new or worsened gap {at} stands open")),
        many => {
            let gaps = |noun: &str, verb: &str| format!("new or worsened {noun} {at} {verb} open");
            (false, format!("gate fails: {}", counted(many, &gaps("gap", "stands"), &gaps("gaps", "stand"))))
        }
    })
}

/// How causes are told apart, where there are several.
pub(super) fn order(difference: &Difference) -> Option<String> {
    let groups = Cause::ALL.iter().map(|cause| cause.word());
    // Of one cause there is nothing to tell apart.
    let causes = difference.altered.len() + usize::from(difference.old.as_of != difference.new.as_of);
    (difference.causes_known && causes > 1 && !difference.nothing_changed()).then(|| {
        format!(
            "How causes are told apart: what the first says is exchanged for what the second says group by group, in the order \
             {}, and assessed anew each time. A change is put down to the group with which it came to stay.",
            and(groups)
        )
    })
}
