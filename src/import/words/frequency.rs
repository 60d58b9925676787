//! How often a control operates, in words, as a duration of ISO 8601, or as a schedule of cron.

use crate::import::words::cron;
use crate::import::words::plain::looked_up;
use crate::import::words::plain::plain;
use crate::model::words::Frequency;

/// Durations for which something is valid, and how often it is then renewed.
const DURATIONS: &[(Frequency, &[&str])] = &[
    (Frequency::Daily, &["p1d"]),
    (Frequency::Weekly, &["p7d", "p1w"]),
    (Frequency::Monthly, &["p28d", "p30d", "p31d", "p1m"]),
    (Frequency::Quarterly, &["p90d", "p91d", "p92d", "p3m", "p13w"]),
    (Frequency::Semiannual, &["p180d", "p182d", "p183d", "p6m", "p26w"]),
    (Frequency::Annual, &["p360d", "p364d", "p365d", "p366d", "p12m", "p1y", "p52w"]),
];

/// Phrases of one to three words. Those of more words are looked for first.
const PHRASES: &[(Frequency, &[&str])] = &[
    (
        Frequency::Continuous,
        &[
            "continuous",
            "continuously",
            "real time",
            "realtime",
            "24x7",
            "24/7",
            "24x7x365",
            "always",
            "always on",
            "hourly",
            "every hour",
        ],
    ),
    (Frequency::Daily, &["daily", "nightly", "every day", "each day", "every night", "per day", "once a day"]),
    (Frequency::Weekly, &["weekly", "every week", "each week", "per week", "once a week"]),
    (Frequency::Monthly, &["monthly", "every month", "each month", "per month", "once a month"]),
    (
        Frequency::Quarterly,
        &[
            "quarterly",
            "every quarter",
            "each quarter",
            "per quarter",
            "every three months",
            "every 3 months",
            "once a quarter",
        ],
    ),
    (
        Frequency::Semiannual,
        &[
            "semiannual",
            "semiannually",
            "semi annual",
            "semi annually",
            "biannual",
            "biannually",
            "bi annual",
            "bi annually",
            "half yearly",
            "twice a year",
            "twice yearly",
            "every six months",
            "every 6 months",
        ],
    ),
    (
        Frequency::Annual,
        &[
            "annual",
            "annually",
            "yearly",
            "every year",
            "each year",
            "per year",
            "once a year",
            "once per year",
            "every 12 months",
            "every twelve months",
        ],
    ),
    (
        Frequency::PerEvent,
        &[
            "per event",
            "per change",
            "per hire",
            "per incident",
            "per release",
            "per request",
            "per occurrence",
            "per termination",
            "per deployment",
            "per pull",
            "per vendor",
            "per contract",
            "per onboarding",
            "per transaction",
            "each change",
            "each release",
            "each event",
            "each hire",
            "each incident",
            "every change",
            "every release",
            "every commit",
            "every deployment",
            "every pull",
            "on change",
            "on hire",
            "on demand",
            "on event",
            "upon hire",
            "upon change",
            "upon termination",
            "upon request",
            "upon onboarding",
            "as needed",
            "as required",
            "as necessary",
            "when needed",
            "when required",
            "ad hoc",
            "adhoc",
            "event driven",
            "event based",
            "trigger based",
            "at hire",
            "at onboarding",
        ],
    ),
    (Frequency::Once, &["once", "one time", "one off", "onetime"]),
];

/// Words after which a number of them is meant: `every two years` is no frequency an inventory knows.
const NUMBERED: [&str; 12] =
    ["2", "3", "4", "5", "two", "three", "four", "five", "other", "second", "biennial", "biennially"];

/// Reads a cell under the heading of a frequency. Of several that recur none is taken, since a control has one.
#[must_use]
pub fn read(text: &str) -> Option<Frequency> {
    let trimmed = text.trim();
    if let Some(said) = cron::frequency(trimmed).or_else(|| Frequency::parse(trimmed)) {
        return Some(said);
    }
    let word = plain(trimmed);
    looked_up(&word, DURATIONS).or_else(|| in_words(&word))
}

/// Whether a cell says a frequency and nothing else.
#[must_use]
pub fn is_plainly(text: &str) -> bool {
    Frequency::parse(text.trim()).is_some() || looked_up(&plain(text), PHRASES).is_some()
}

fn in_words(text: &str) -> Option<Frequency> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut said: Vec<Frequency> = Vec::new();
    let mut rest = words.as_slice();
    while let Some((first, others)) = rest.split_first() {
        let longest = (1..=3.min(rest.len())).rev().find_map(|length| {
            let (phrase, after) = rest.split_at_checked(length)?;
            looked_up(&phrase.join(" "), PHRASES).map(|found| (found, after))
        });
        match longest {
            Some((found, after)) => {
                said.push(found);
                rest = after;
            }
            None if NUMBERED.contains(first) => return None,
            None => rest = others,
        }
    }
    one_of(&said)
}

/// The one that is said; beside one that recurs, what also happens on events does not count.
fn one_of(said: &[Frequency]) -> Option<Frequency> {
    let mut recurring: Vec<Frequency> =
        said.iter().copied().filter(|said| !matches!(said, Frequency::PerEvent | Frequency::Once)).collect();
    recurring.dedup();
    match recurring.as_slice() {
        [one] => Some(*one),
        [] => said.first().copied().filter(|first| said.iter().all(|other| other == first)),
        _ => None,
    }
}
