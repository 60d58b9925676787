//! What every format says alike of a difference. Words of the inventories are in it as they are: who prints them escapes them.

use std::collections::BTreeMap;

use crate::model::cause::{Alteration, Altered, Cause};
use crate::model::difference::{Change, Count, Difference, GapChange, GapState};
use crate::model::scope::Report;
use crate::model::snapshot::Side;
use crate::model::verdict::Verdict;
use crate::model::way::Way;
use crate::text::count::{counted, number};
use crate::text::list::{and, some};

/// How a count that is not negative is shown.
fn size(change: i64) -> String {
    number(usize::try_from(change.unsigned_abs()).unwrap_or(usize::MAX))
}

/// A change with its sign: `+3`, `−2`, `0`.
pub(super) fn signed(change: i64) -> String {
    match change {
        0 => "0".to_owned(),
        1.. => format!("+{}", size(change)),
        _ => format!("\u{2212}{}", size(change)),
    }
}

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
            .filter(|_| difference.old.report.is_type2() || difference.new.report.is_type2())
            .map(|count| sentence(difference, count, &of_criteria(count, "operation"))),
    ];
    told.into_iter().flatten().collect()
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
    let gaps: Vec<&GapChange> = difference.gaps_that(change).collect();
    let mut by: BTreeMap<Option<Cause>, i64> = BTreeMap::new();
    for gap in &gaps {
        *by.entry(gap.cause).or_default() += 1;
    }
    let by: Vec<(Option<Cause>, i64)> = by.into_iter().collect();
    let word = change.word();
    let title = counted(gaps.len(), &format!("{word} gap"), &format!("{word} gaps"));
    format!("{title}{}", parts(difference, &by))
}

/// The title over gaps that were signed for since, or are signed for no longer.
pub(super) fn treated_title(difference: &Difference) -> String {
    let many = difference.treated_otherwise().count();
    let title = counted(many, "gap accepted, or accepted no longer", "gaps accepted, or accepted no longer");
    title
}

/// What a gap was and is: `moderate`, `moderate → high`, `high → high, accepted`.
pub(super) fn levels(gap: &GapChange) -> String {
    let state = |state: &GapState| {
        let accepted = if state.accepted { ", accepted" } else { "" };
        format!("{}{accepted}", state.level.plain())
    };
    match (gap.way.before(), gap.way.after()) {
        (Some(before), Some(after)) if before != after => format!("{} → {}", state(before), state(after)),
        (_, Some(one)) | (Some(one), None) => state(one),
        (None, None) => String::new(),
    }
}

/// What the changes of some gaps are put down to, step by step: `by evidence`, `by controls, then tests`; nothing where
/// causes are not told, or where one did it all, which the title says.
pub(super) fn by(difference: &Difference, gaps: &[&GapChange]) -> Vec<Option<String>> {
    let by = |gap: &&GapChange| {
        let mut causes: Vec<&str> = gap.way.turns().iter().map(|turn| cause(difference, turn.cause)).collect();
        causes.dedup();
        causes.join(", then ")
    };
    let all: Vec<String> = gaps.iter().map(by).collect();
    let differ = all.iter().any(|by| Some(by) != all.first()) || all.iter().any(|by| by.contains(", then "));
    all.into_iter().map(|by| (difference.causes_known && differ).then(|| format!("by {by}"))).collect()
}

/// The way of a verdict: `unverified → partial (documents) → no gap identified (evidence)`; nothing where it is the same.
pub(super) fn verdict(difference: &Difference, way: &Way<Option<Verdict>>, absent: &str) -> Option<String> {
    let word =
        |verdict: &Option<Verdict>| verdict.map_or_else(|| absent.to_owned(), |verdict| verdict.plain().to_owned());
    walked(difference, way, word)
}

/// The way of something that holds or does not: `no → yes (evidence)`.
pub(super) fn flag(difference: &Difference, way: &Way<bool>) -> Option<String> {
    walked(difference, way, |holds| if *holds { "yes" } else { "no" }.to_owned())
}

fn walked<State: PartialEq>(
    difference: &Difference,
    way: &Way<State>,
    word: impl Fn(&State) -> String,
) -> Option<String> {
    let step = |(state, why): (&State, Option<Cause>)| {
        let why = difference.causes_known.then(|| format!(" ({})", cause(difference, why))).unwrap_or_default();
        format!(" → {}{why}", word(state))
    };
    let steps: String = way.turns().iter().map(|turn| step((&turn.to, turn.cause))).collect();
    way.changed().then(|| format!("{}{steps}", word(way.before())))
}

/// A count by its key, for people.
pub(super) fn count_name(key: &str) -> String {
    let (group, rest) = key.split_once('.').unwrap_or(("", key));
    let verdict = || Verdict::parse(rest).map_or("", Verdict::plain);
    match (group, rest) {
        ("criteria", "total") => "criteria of the categories".to_owned(),
        ("criteria", "applicable") => "criteria that apply".to_owned(),
        ("criteria", _) => "criteria scoped out".to_owned(),
        ("design" | "operation", _) => format!("{group}: {}", verdict()),
        ("coverage", _) => format!("criteria {rest}"),
        (_, "total") => "open gaps".to_owned(),
        (_, "accepted") => "accepted gaps".to_owned(),
        _ => format!("open gaps, {}", rest.replace('_', " ")),
    }
}

/// The counts that changed, or that causes moved to and fro.
pub(super) fn moved_counts(difference: &Difference) -> impl Iterator<Item = &Count> {
    difference.counts.iter().filter(|count| !count.by.is_empty())
}

/// By how much each cause changed a count: `scope −3, evidence +6`; nothing where causes are not told.
pub(super) fn shares(difference: &Difference, count: &Count) -> String {
    if !difference.causes_known {
        return String::new();
    }
    let word = |cause: &Option<Cause>| cause.map_or("not told", Cause::word);
    let share = |(cause, change): &(Option<Cause>, i64)| format!("{} {}", word(cause), signed(*change));
    count.by.iter().map(share).collect::<Vec<_>>().join(", ")
}

/// What a group says differently: `changed: AC-02 and AC-04; added: AC-09`.
pub(super) fn subjects(altered: &Altered, limit: usize, name: impl Fn(&str) -> String) -> String {
    let of = |alteration: Alteration| {
        let ids = altered.subjects.iter().filter(|(_, what)| *what == alteration).map(|(id, _)| name(id));
        let ids: Vec<String> = ids.collect();
        (!ids.is_empty()).then(|| format!("{}: {}", alteration.word(), some(ids, limit)))
    };
    [Alteration::Changed, Alteration::Added, Alteration::Removed]
        .into_iter()
        .filter_map(of)
        .collect::<Vec<_>>()
        .join("; ")
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
