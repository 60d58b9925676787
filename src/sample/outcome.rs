//! What a filled-in worksheet comes to, held against the sample as it is drawn again.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::date::{Date, Period};
use crate::model::sampling::{Day, Fact, Filled, Listed, ReadDay, Sampling, Worksheet};
use crate::sample::spelling::forms;
use crate::source::problem::{Problem, Problems};
use crate::text::count::counted;
use crate::text::list::some;

/// How many items a message names.
const NAMED: usize = 10;
/// The words for an item that is as it should be.
const PASS: [&str; 5] = ["pass", "passed", "ok", "no exception", "no exceptions"];
/// The words for one that is not.
const EXCEPTION: [&str; 5] = ["exception", "fail", "failed", "deviation", "exceptions"];
/// The words for one to which the control never applied, which is no result.
const NOT_APPLICABLE: [&str; 3] = ["n/a", "na", "not applicable"];
const TAKE_OUT: &str =
    "an item to which the control does not apply belongs in no population: take it out of the list, and draw again";

/// An item that deviated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// The item.
    pub item: String,
    /// What was found.
    pub found: String,
    /// Why it came about.
    pub root_cause: Option<String>,
    /// When it was put right.
    pub resolved: Option<Date>,
}

/// The number a worksheet says something with.
///
/// # Errors
///
/// When it does not say it, or with something else.
pub fn number(worksheet: &Worksheet, fact: Fact) -> Result<u32, Problem> {
    let said = worksheet.fact(fact).unwrap_or_default();
    let bare = said.replace([',', ' '], "");
    bare.parse().map_err(|_| unsaid(fact, said, "a whole number"))
}

/// The period of a worksheet.
///
/// # Errors
///
/// When it says none.
pub fn period(worksheet: &Worksheet) -> Result<Period, Problem> {
    let said = worksheet.fact(Fact::Period).unwrap_or_default();
    let days = said.split_once(" to ").and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
    days.map(|(start, end)| Period::between(start, end)).ok_or_else(|| unsaid(Fact::Period, said, "two days"))
}

fn unsaid(fact: Fact, said: &str, what: &str) -> Problem {
    let name = fact.key();
    let message = match said {
        "" => format!("the worksheet does not say its `{name}`"),
        said => format!("the worksheet says `{said}` for its `{name}`, and not {what}"),
    };
    Problem::anywhere(message).help("what the worksheet says of itself stays as it was written")
}

/// Whether a worksheet speaks of this control and of this population.
///
/// # Errors
///
/// Why it does not.
pub fn belongs(worksheet: &Worksheet, control: &str, listed: &Listed) -> Result<(), Problem> {
    match worksheet.fact(Fact::Control) {
        Some(said) if said == control => {}
        Some(said) => return Err(Problem::anywhere(format!("the worksheet is one of `{said}`, not of `{control}`"))),
        None => return Err(unsaid(Fact::Control, "", "")),
    }
    let digest = worksheet.fact(Fact::PopulationDigest).unwrap_or_default();
    if digest.is_empty() {
        return Err(unsaid(Fact::PopulationDigest, "", ""));
    }
    if !digest.eq_ignore_ascii_case(&listed.digest) {
        let size = worksheet.fact(Fact::PopulationSize).unwrap_or("an unknown number of");
        let message = format!(
            "the worksheet was drawn from another population: its ids, {size}, have the digest {digest}; those of {}, {}, \
             have {}",
            listed.file,
            listed.ids.len(),
            listed.digest
        );
        let help = "record it with the list it was drawn from, or draw a new sample from this one";
        return Err(Problem::anywhere(message).help(help));
    }
    Ok(())
}

/// The items that deviated, in the order of the sample.
///
/// # Errors
///
/// Every fault: items that are not those drawn, results that are missing or are none.
pub fn deviations(
    worksheet: &Worksheet,
    sampling: &Sampling<'_>,
    read_day: ReadDay,
) -> Result<Vec<Deviation>, Problems> {
    let mut problems = Problems::default();
    let by_item = by_item(worksheet, sampling, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut open: Vec<&str> = Vec::new();
    let mut deviations = Vec::new();
    for item in &sampling.items {
        let Some(row) = by_item.get(item.as_str()) else { continue };
        let said = row.result.trim().trim_end_matches('.').to_lowercase();
        if said.is_empty() {
            open.push(item);
        } else if EXCEPTION.contains(&said.as_str()) {
            deviations.extend(deviation(item, row, (&sampling.period, read_day), &mut problems));
        } else if PASS.contains(&said.as_str()) {
            check_pass(item, row, &mut problems);
        } else {
            let message = format!("`{}` is no result of `{item}`, {}", row.result, row.at);
            let help = if NOT_APPLICABLE.contains(&said.as_str()) { TAKE_OUT } else { "write pass or exception" };
            problems.add(at(row, message).help(help));
        }
    }
    if !open.is_empty() {
        let are = counted(open.len(), "item has no result yet", "items have no result yet");
        let message = format!("the worksheet is unfinished: {are}: {}", some(open, NAMED));
        problems.add(Problem::anywhere(message).help("write pass or exception beside each, and record it then"));
    }
    if problems.is_empty() { Ok(deviations) } else { Err(problems) }
}

/// The rows by the item each is of, where they are exactly those drawn.
fn by_item<'w>(
    worksheet: &'w Worksheet,
    sampling: &'w Sampling<'_>,
    problems: &mut Problems,
) -> BTreeMap<&'w str, &'w Filled> {
    // What is drawn comes before what another item would be spelled like.
    let mut known: BTreeMap<String, &str> = sampling.items.iter().map(|item| (item.clone(), item.as_str())).collect();
    for item in &sampling.items {
        for form in forms(item) {
            known.entry(form).or_insert(item);
        }
    }
    let mut by_item: BTreeMap<&str, &Filled> = BTreeMap::new();
    let (mut others, mut twice) = (Vec::new(), BTreeSet::new());
    for row in &worksheet.rows {
        match known.get(&row.item).copied() {
            None => others.push(if row.item.is_empty() { &row.at } else { &row.item }),
            Some(item) => {
                if by_item.insert(item, row).is_some() {
                    twice.insert(item);
                }
            }
        }
    }
    let lacking: Vec<&String> = sampling.items.iter().filter(|item| !by_item.contains_key(item.as_str())).collect();
    let faults = [
        (!lacking.is_empty()).then(|| format!("it lacks {}", some(lacking, NAMED))),
        (!others.is_empty()).then(|| format!("it holds {}, which were not drawn", some(others, NAMED))),
        (!twice.is_empty()).then(|| format!("it holds {} more than once", some(twice, NAMED))),
    ];
    for fault in faults.into_iter().flatten() {
        let message = format!("the items of the worksheet are not those drawn: {fault}");
        let help = "the list of items stays as it was drawn; some spreadsheet programs change ids such as 0012 when they open \
                    CSV, and leave those of an .xlsx worksheet alone";
        problems.add(Problem::anywhere(message).help(help));
    }
    by_item
}

fn deviation(
    item: &str,
    row: &Filled,
    (period, read_day): (&Period, ReadDay),
    problems: &mut Problems,
) -> Option<Deviation> {
    let mut wrong = |message: String, help: &str| {
        problems.add(at(row, message).help(help));
        None
    };
    if row.found.is_empty() {
        return wrong(
            format!("nothing says what was found in `{item}`, {}", row.at),
            "an exception says what was found",
        );
    }
    let resolved = match read_day(&row.resolved) {
        _ if row.resolved.is_empty() => None,
        Day::On(day) if day < period.start => {
            let message =
                format!("`{item}`, {}, was resolved on {day}, before the period began on {}", row.at, period.start);
            return wrong(message, "correct one of the two days");
        }
        Day::On(day) => Some(day),
        Day::Ambiguous | Day::None => {
            let message = format!("`{}` is no day on which `{item}`, {}, was resolved", row.resolved, row.at);
            return wrong(message, "write the day as 2026-11-22, or leave it empty where nothing was put right yet");
        }
    };
    let root_cause = Some(row.root_cause.clone()).filter(|cause| !cause.is_empty());
    Some(Deviation { item: item.to_owned(), found: row.found.clone(), root_cause, resolved })
}

/// What passed has nothing to be put right. What was found in it may be a remark.
fn check_pass(item: &str, row: &Filled, problems: &mut Problems) {
    if !row.root_cause.is_empty() || !row.resolved.is_empty() {
        let message =
            format!("`{item}`, {}, passed, and yet a root cause or the day it was resolved stands there", row.at);
        problems.add(at(row, message).help("write exception where it deviated, or leave both empty"));
    }
}

fn at(row: &Filled, message: String) -> Problem {
    match row.place {
        Some(place) => Problem::at(place, message),
        None => Problem::anywhere(message),
    }
}
