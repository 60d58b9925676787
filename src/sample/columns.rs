//! Which column holds the ids: the one asked for, one whose heading says so, or the first in which no value stands twice.

use std::collections::BTreeSet;

use crate::model::sampling::{List, ListRow, key};
use crate::sample::spelling::is;
use crate::source::problem::Problem;
use crate::text::list::{some, ticked_and};
use crate::text::nearest::nearest;

/// Headings of columns of ids, the surest first.
const IDS: [&str; 22] = [
    "id",
    "key",
    "issue_key",
    "ticket",
    "ticket_number",
    "number",
    "no",
    "nr",
    "change",
    "issue",
    "reference",
    "ref",
    "pr",
    "pull_request",
    "commit",
    "sha",
    "username",
    "user",
    "login",
    "email",
    "email_address",
    "uuid",
];

/// A column, and why it was taken.
pub(super) struct Chosen {
    pub(super) at: usize,
    pub(super) because: String,
}

/// The column that was asked for.
///
/// # Errors
///
/// When there is none of that heading, or there are two.
pub(super) fn asked(list: &List, heading: &str) -> Result<usize, Problem> {
    let same = |known: &String| known.eq_ignore_ascii_case(heading) || is(heading, known);
    let mut found = list.columns.iter().enumerate().filter(|(_, known)| same(known)).map(|(at, _)| at);
    match (found.next(), found.next()) {
        (Some(at), None) => Ok(at),
        (Some(_), Some(_)) => {
            Err(Problem::anywhere(format!("two columns are called `{heading}`")).help("give one another heading"))
        }
        (None, _) => {
            let help = match nearest(heading, list.columns.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("its columns are {}", some(&list.columns, 12)),
            };
            Err(Problem::anywhere(format!("the list has no column `{heading}`")).help(help))
        }
    }
}

/// The column of ids, where nobody says which it is. Of several whose headings say so it is the first without a value that
/// stands twice or is missing, or the first of all, so that what is wrong with it is told.
///
/// # Errors
///
/// When no column can be it.
pub(super) fn of_ids(list: &List, rows: &[&ListRow], except: Option<usize>) -> Result<Chosen, Problem> {
    let called = candidates(list, except);
    let unique = |at: &usize| is_unique(list, rows, *at);
    if let Some(at) = called.iter().copied().find(|at| unique(at)).or_else(|| called.first().copied()) {
        return Ok(Chosen { at, because: "by its heading".to_owned() });
    }
    let others = (0..list.columns.len()).filter(|at| Some(*at) != except);
    match others.into_iter().find(unique) {
        Some(at) => Ok(Chosen { at, because: "the first column with another value in every row".to_owned() }),
        None => Err(Problem::anywhere("no column holds another value in every row, so none can tell the items apart")
            .help(format!("the columns are {}; name that of the ids with --id", ticked_and(&list.columns)))),
    }
}

/// Whether a heading says that ids stand below it.
#[must_use]
pub fn names_ids(heading: &str) -> bool {
    let key = key(heading);
    IDS.contains(&key.as_str()) || key.ends_with("_id")
}

/// The columns whose headings say that they hold ids, the surest first.
fn candidates(list: &List, except: Option<usize>) -> Vec<usize> {
    let keys: Vec<String> = list.columns.iter().map(|heading| key(heading)).collect();
    let known = IDS.iter().flat_map(|id| keys.iter().enumerate().filter(move |(_, key)| key == id));
    let ending = keys.iter().enumerate().filter(|(_, key)| key.ends_with("_id"));
    let mut candidates = Vec::new();
    for (at, _) in known.chain(ending) {
        if Some(at) != except && !candidates.contains(&at) {
            candidates.push(at);
        }
    }
    candidates
}

fn is_unique(list: &List, rows: &[&ListRow], at: usize) -> bool {
    let mut seen = BTreeSet::new();
    rows.iter().all(|row| {
        let cell = list.cell(row, at);
        !cell.is_empty() && seen.insert(cell)
    })
}
