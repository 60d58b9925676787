//! Whether somebody vouches for a list: that it is whole, or that there is nothing to list.

use crate::describe::day;
use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::description::{Missing, Said};
use crate::model::document::Vouched;
use crate::model::words::VouchedList;

/// How many days of a time that still runs may lie behind somebody's word about it.
const BEHIND: u32 = 31;
/// For how many days a word holds about what does not come with time.
const HOLDS: u32 = 366;

/// What somebody's word about a list comes to.
pub(super) struct Vouching {
    /// The word, where there is one.
    pub(super) said: Option<Said>,
    /// What is missing, where it does not reach.
    pub(super) missing: Option<Missing>,
}

/// The last word about a list up to the day, and whether it reaches far enough.
pub(super) fn vouching(assessment: &Assessment<'_>, list: VouchedList, is_empty: bool) -> Vouching {
    let words = || assessment.inventory.vouched.iter().filter(|vouched| *vouched.list == list);
    let latest = words().rfind(|vouched| *vouched.date <= assessment.as_of);
    let said = latest.map(|word| sentence(assessment, word, is_empty));
    let reaches = latest.is_some_and(|vouched| *vouched.date >= needed(assessment, list));
    let missing = (!reaches).then(|| {
        let what = match (latest, words().next()) {
            (Some(vouched), _) => {
                format!("nobody vouches for the list of {} since {}", list.plain(), *vouched.date)
            }
            (None, Some(ahead)) => {
                format!("the word that the list of {} is whole is of {}, still to come", list.plain(), *ahead.date)
            }
            (None, None) if is_empty => {
                format!("no {} are listed, and nobody vouches (`vouched`) that there are none", list.plain())
            }
            (None, None) => format!("nobody vouches that the list of {} is whole", list.plain()),
        };
        let key = if is_empty && words().next().is_none() { list.key() } else { "vouched" };
        Missing { what, write: write(assessment, list, is_empty), key, places: places(latest, words().next()) }
    });
    Vouching { said, missing }
}

fn places(last: Option<&Vouched>, first: Option<&Vouched>) -> Vec<crate::source::file::Place> {
    last.or(first).map(|vouched| vouched.place).into_iter().collect()
}

fn write(assessment: &Assessment<'_>, list: VouchedList, is_empty: bool) -> String {
    let until = if comes_with_time(list) { format!(" up to {}", day(assessment)) } else { String::new() };
    if is_empty {
        format!("the {}{until}, or that there are none, and who says so", list.plain())
    } else {
        format!("whether these are all {}{until}, and who says so", list.plain())
    }
}

fn sentence(assessment: &Assessment<'_>, vouched: &Vouched, is_empty: bool) -> Said {
    let who = assessment.inventory.person_name(&vouched.by.value);
    let how = vouched.how.as_deref().map(str::trim).filter(|how| !how.is_empty());
    let how = how.map_or_else(String::new, |how| format!(" ({})", how.trim_end_matches('.')));
    let list = vouched.list.plain();
    let text = if is_empty {
        format!("no {list} up to {}, says {who}{how}", *vouched.date)
    } else {
        format!("all {list} up to {}, says {who}{how}", *vouched.date)
    };
    Said { text, place: vouched.place }
}

/// Whether the list grows as time goes on.
const fn comes_with_time(list: VouchedList) -> bool {
    matches!(list, VouchedList::Incidents | VouchedList::Changes)
}

/// The first day on which a word about a list reaches far enough.
fn needed(assessment: &Assessment<'_>, list: VouchedList) -> Date {
    let report = &assessment.inventory.scope.report;
    if !comes_with_time(list) {
        return assessment.as_of.minus_days(HOLDS);
    }
    if assessment.as_of > report.end() {
        return report.end();
    }
    let soon = day(assessment).minus_days(BEHIND);
    report.period().map_or(soon, |period| soon.max(period.start))
}
