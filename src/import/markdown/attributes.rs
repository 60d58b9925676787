//! Tables of two columns that each describe one thing: `Owner | Jane`. Together they are one table, a row each.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::id;
use crate::import::limits;
use crate::import::markdown::lines::Lines;
use crate::import::markdown::tables::{Placed, heading, part, values};
use crate::import::table::{Row, Table};
use crate::source::problem::{Problem, Problems};
use crate::text::wrap::truncate;

/// The longest name of an attribute.
const LONGEST: usize = 60;

/// Takes the tables out that describe one thing each, and makes one table of them: those of two columns in which half of what
/// stands on the left, two names at least, stands on the left in others too.
#[must_use]
pub fn take<'a>(
    placed: Vec<Placed<'a>>,
    lines: &mut Lines<'_>,
    problems: &mut Problems,
) -> (Option<Table>, Vec<Placed<'a>>) {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for name in placed.iter().filter_map(names).flatten() {
        *known.entry(name).or_default() += 1;
    }
    let repeats = |name: &&str| known.get(*name).is_some_and(|times| *times >= 2);
    let is_one = |one: &Placed<'_>| {
        names(one).is_some_and(|names| {
            let repeated = names.iter().filter(|name| repeats(name)).count();
            repeated >= 2 && repeated * 2 >= names.len()
        })
    };
    let (ours, others): (Vec<Placed<'a>>, Vec<Placed<'a>>) = placed.into_iter().partition(is_one);
    let table = (!ours.is_empty()).then(|| table(&ours, lines, problems)).flatten();
    (table, others)
}

/// What stands on the left of a table of two columns, where those are names of attributes.
fn names<'a>(one: &Placed<'a>) -> Option<Vec<&'a str>> {
    let grid = one.grid;
    let names: Vec<&str> = grid.rows.iter().filter_map(|(_, cells)| cells.first()).map(String::as_str).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    let attributes =
        names.iter().all(|name| !name.is_empty() && name.len() <= LONGEST && id::and_title(name).is_none());
    (grid.head.len() == 2 && names.len() >= 2 && sorted.len() == names.len() && attributes).then_some(names)
}

fn table(ours: &[Placed<'_>], lines: &mut Lines<'_>, problems: &mut Problems) -> Option<Table> {
    let in_heading = ours.iter().any(|one| one.id().is_some());
    let same = ours.windows(2).all(|pair| matches!(pair, [a, b] if a.grid.head == b.grid.head));
    let mut columns: Vec<&str> = if in_heading { vec!["id", "title"] } else { Vec::new() };
    let lead = columns.len();
    let described: Vec<Vec<(&str, &str)>> = ours.iter().map(|one| pairs(one, same)).collect();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for (name, _) in described.iter().flatten() {
        if known.insert(name) {
            columns.push(name);
        }
    }
    if !limits::fits(ours.len(), columns.len()) {
        let place = ours.first().map(|one| one.grid.place).unwrap_or_default();
        problems.add(Problem::at(place, "the page has more tables of attributes than are read").help(limits::SPLIT));
        return None;
    }
    let rows = ours.iter().zip(&described).map(|(one, pairs)| {
        let (id, title) = one.id().unwrap_or_default();
        let title = truncate(title, limits::HEADING);
        let value = |name: &&str| pairs.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value);
        let named = [id, &title].into_iter().take(lead);
        let cells = named.chain(columns.iter().skip(lead).map(value)).map(values).collect();
        Row { at: lines.at(one.grid.place), place: Some(one.grid.place), cells }
    });
    let rows = rows.collect();
    Some(Table { part: part(&shared(ours)), columns: columns.into_iter().map(heading).collect(), rows })
}

/// The attributes of a table; its headings are one of them unless they are the same in all tables.
fn pairs<'a>(one: &Placed<'a>, same_head: bool) -> Vec<(&'a str, &'a str)> {
    let head = if same_head { None } else { Some(&one.grid.head) };
    let rows = head.into_iter().chain(one.grid.rows.iter().map(|(_, cells)| cells));
    rows.filter_map(|cells| Some((cells.first()?.as_str(), cells.get(1)?.as_str()))).collect()
}

/// The headings above all of the tables.
fn shared<'a>(ours: &[Placed<'a>]) -> Vec<&'a str> {
    let mut path = ours.first().map(|one| one.path.clone()).unwrap_or_default();
    for one in ours {
        path.truncate(path.iter().zip(&one.path).take_while(|(a, b)| a == b).count());
    }
    path
}
