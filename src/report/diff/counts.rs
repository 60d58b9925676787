//! The counts in words for every format.

use crate::model::cause::Cause;
use crate::model::difference::{Count, Difference};
use crate::model::verdict::Verdict;
use crate::text::count::number;

/// How many a change is, without its sign.
pub(super) fn size(change: i64) -> String {
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

/// A count by its key, for people.
pub(super) fn name(key: &str) -> String {
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

/// The counts that changed.
pub(super) fn moved(difference: &Difference) -> impl Iterator<Item = &Count> {
    difference.counts.iter().filter(|count| count.before != count.after)
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
