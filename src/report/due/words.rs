//! What every format says alike of what is due. Words of the inventory are in it as they are: who prints them escapes them.

use std::collections::BTreeMap;

use crate::model::due::{Agenda, DueItem, DueKind};
use crate::model::scope::Report;
use crate::text::count::{count, counted, number};
use crate::text::list::and;
use crate::text::natural::compare;

/// What one owner has to do, or what nobody has.
pub(super) struct Group<'a> {
    /// The name of the owner; none for what nobody answers for.
    pub owner: Option<&'a str>,
    /// What it is, by due day.
    pub items: Vec<&'a DueItem>,
}

/// The things by owner: first what nobody answers for, then by name.
pub(super) fn groups<'a>(agenda: &'a Agenda<'_>) -> Vec<Group<'a>> {
    let mut by_owner: BTreeMap<Option<&str>, Vec<&DueItem>> = BTreeMap::new();
    for item in &agenda.items {
        by_owner.entry(item.owner.as_deref()).or_default().push(item);
    }
    let named = by_owner.into_iter().map(|(owner, items)| {
        let name = owner.map(|owner| agenda.inventory.person_name(owner));
        (owner, Group { owner: name, items })
    });
    let mut groups: Vec<(Option<&str>, Group<'a>)> = named.collect();
    groups.sort_by(|(id, a), (other, b)| {
        let by_name = compare(a.owner.unwrap_or_default(), b.owner.unwrap_or_default());
        a.owner.is_some().cmp(&b.owner.is_some()).then(by_name).then_with(|| id.cmp(other))
    });
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Which days are looked at, and of what report.
pub(super) fn scope(agenda: &Agenda<'_>) -> [String; 2] {
    let days = format!("Evidence due from {} to {}", agenda.horizon.as_of, agenda.horizon.until);
    let report = match &agenda.inventory.scope.report {
        Report::Type1 { as_of } => format!("SOC 2 Type I, as of {as_of}"),
        Report::Type2 { period } => format!("SOC 2 Type II, {period}"),
    };
    [days, report]
}

/// How much there is to do, in a sentence or two. What comes up can be collected by the last day looked at, and may fall due
/// some days of grace later.
pub(super) fn headline(agenda: &Agenda<'_>) -> String {
    let whose = agenda.owner.as_ref().map(|owner| format!(" that {owner} answers for")).unwrap_or_default();
    let overdue = agenda.overdue();
    let ahead = agenda.items.len() - overdue;
    let until = agenda.horizon.until;
    let told = match (overdue, ahead) {
        (0, 0) if !agenda.inventory.controls.iter().any(|control| control.status.in_place()) => {
            format!("Nothing{whose} is overdue or comes up by {until}: no control is in place, so none has to run.")
        }
        (0, 0) => format!("Nothing{whose} is overdue or comes up by {until}."),
        (0, _) => format!("{} by {until}; nothing is overdue.", things(ahead, &whose, ["comes up", "come up"])),
        (_, 0) => {
            format!("{}; nothing else comes up by {until}.", things(overdue, &whose, ["is overdue", "are overdue"]))
        }
        _ => {
            let more = counted(ahead, "more comes up", "more come up");
            format!("{}, and {more} by {until}.", things(overdue, &whose, ["is overdue", "are overdue"]))
        }
    };
    match agenda.without_owner() {
        0 => told,
        1 if agenda.items.len() == 1 => format!("{told} Nobody answers for it."),
        none => format!("{told} Nobody answers for {} of them.", number(none)),
    }
}

/// `1 thing that Jane Roe answers for is overdue`.
fn things(number: usize, whose: &str, [one, many]: [&str; 2]) -> String {
    counted(number, &format!("thing{whose} {one}"), &format!("things{whose} {many}"))
}

/// How much one owner has to do: `4 things, 2 overdue`.
pub(super) fn load(group: &Group<'_>) -> String {
    let things = count(group.items.len(), "thing");
    match group.items.iter().filter(|item| item.overdue).count() {
        0 => things,
        overdue => format!("{things}, {} overdue", number(overdue)),
    }
}

/// How long there is: `38 days late`, `today`, `in 8 days`.
pub(super) fn left(agenda: &Agenda<'_>, item: &DueItem) -> String {
    let days = agenda.days_left(item);
    let many = count(usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX), "day");
    match days {
        0 if item.overdue => "overdue".to_owned(),
        0 => "today".to_owned(),
        1.. => format!("in {many}"),
        _ => format!("{many} late"),
    }
}

/// From when on it can be collected, where that is not yet: before its time is over, nothing shows an occurrence.
pub(super) fn collect_from(agenda: &Agenda<'_>, item: &DueItem) -> Option<String> {
    let from = item.occurrences.as_ref()?.collect_from;
    (from > agenda.horizon.as_of).then(|| format!("not before {from}"))
}

/// The criteria that rest on it: `CC6.2 and CC6.3`.
pub(super) fn criteria(item: &DueItem) -> String {
    and(&item.criteria)
}

/// Who does it, where that is not its owner.
pub(super) fn performer<'a>(agenda: &'a Agenda<'_>, item: &'a DueItem) -> Option<&'a str> {
    item.performer.as_deref().map(|performer| agenda.inventory.person_name(performer))
}

/// Whether the gate holds, and the words for it; nothing where none was asked for.
pub(super) fn gate(agenda: &Agenda<'_>) -> Option<(bool, String)> {
    let gate = agenda.gate?;
    let by = gate.by.map(|by| format!(" or due by {by}")).unwrap_or_default();
    Some(match gate.failing {
        0 => (true, format!("gate holds: nothing is overdue{by}")),
        failing => (false, format!("gate fails: {} overdue{by}", counted(failing, "thing is", "things are"))),
    })
}

/// What becomes of occurrences that nothing shows; said once, where some were missed.
pub(super) fn missed(agenda: &Agenda<'_>) -> Option<&'static str> {
    let any = agenda.items.iter().any(|item| item.overdue && item.kind == DueKind::Occurrence);
    any.then_some("An occurrence in which the control did not run stays missed; find what shows those in which it did.")
}

/// What to do with what was collected.
pub(super) const THEN: &str = "Once it is on file and listed in the inventory, record its hash:";
/// The command for that.
pub(super) const LOCK: &str = "gapcheck evidence lock INVENTORY";
/// What to do where there is nothing to collect.
pub(super) const FURTHER: &str = "gapcheck evidence due INVENTORY --within 90d";
/// Where the days come from.
pub(super) const CONVENTIONS: &str =
    "Days of grace and how long evidence is in date are conventions; ask your auditor.";
