//! A worksheet that came back, read: its rows, and what it says of itself.

use std::collections::BTreeMap;

use crate::model::sampling::{Column, Fact, Filled, List, ListRow, Worksheet, key};
use crate::source::problem::{Problem, Problems};
use crate::text::escape::csv_unguarded;
use crate::text::list::{some, ticked_and};

/// The headings of the table of facts, where they have one of their own.
pub const FACT: [&str; 2] = ["fact", "value"];
/// What stands in a cell of which somebody is to see that it is empty.
const DASHES: [&str; 3] = ["–", "—", "-"];
/// The facts that somebody fills in, perhaps in one row only.
const FILLED_IN: [Fact; 4] = [Fact::TestedBy, Fact::TestedOn, Fact::Retrieved, Fact::Source];

/// The worksheet that the tables of a file make.
///
/// # Errors
///
/// When there is none, or its rows say different things of the whole.
pub fn read(lists: &[List]) -> Result<Worksheet, Problems> {
    let mut problems = Problems::default();
    let Some(list) = lists.iter().find(|list| is_sheet(list)) else {
        let needed = ticked_and([Column::Item, Column::Result].map(Column::key));
        problems.add(
            Problem::anywhere(format!("it is no worksheet: it has no table with the columns {needed}"))
                .help("`gapcheck sample` writes one with -o worksheet.csv, .xlsx or .md"),
        );
        return Err(problems);
    };
    let mut facts: BTreeMap<Fact, String> = BTreeMap::new();
    for other in lists.iter().filter(|other| keys(other).starts_with(&FACT.map(str::to_owned))) {
        for row in &other.rows {
            put(&mut facts, &key(cell(other, row, 0)), cell(other, row, 1));
        }
    }
    for (at, name) in keys(list).iter().enumerate() {
        if let Some(said) = agreed(list, (at, name), &mut problems) {
            put(&mut facts, name, said);
        }
    }
    let rows = filled(list);
    if problems.is_empty() { Ok(Worksheet { facts, rows }) } else { Err(problems) }
}

fn is_sheet(list: &List) -> bool {
    let keys = keys(list);
    [Column::Item, Column::Result].iter().all(|column| keys.iter().any(|key| key == column.key()))
}

fn keys(list: &List) -> Vec<String> {
    list.columns.iter().map(|heading| key(heading)).collect()
}

/// What stands in a cell; nothing where only a dash does.
fn cell<'l>(list: &List, row: &'l ListRow, at: usize) -> &'l str {
    let text = csv_unguarded(list.cell(row, at));
    if DASHES.contains(&text) { "" } else { text }
}

fn put(facts: &mut BTreeMap<Fact, String>, name: &str, said: &str) {
    let fact = Fact::ALL.iter().find(|fact| fact.key() == name);
    if let Some(fact) = fact.filter(|_| !said.is_empty()) {
        facts.entry(*fact).or_insert_with(|| said.to_owned());
    }
}

/// What all rows say of the whole; what somebody fills in may stand in some of them only.
fn agreed<'l>(list: &'l List, (at, name): (usize, &str), problems: &mut Problems) -> Option<&'l str> {
    let fact = Fact::ALL.iter().find(|fact| fact.key() == name)?;
    let mut said: Vec<&str> = list.rows.iter().map(|row| cell(list, row, at)).collect();
    said.sort_unstable();
    said.dedup();
    if FILLED_IN.contains(fact) {
        said.retain(|said| !said.is_empty());
    }
    if said.len() > 1 {
        let heading = list.columns.get(at).map_or(name, String::as_str);
        let message = format!("its rows say different things in the column `{heading}`: {}", some(&said, 3));
        problems.add(
            Problem::anywhere(message).help("it is the same for the whole worksheet: write it the same in every row"),
        );
    }
    said.first().copied()
}

fn filled(list: &List) -> Vec<Filled> {
    let keys = keys(list);
    let at = |column: Column| keys.iter().position(|key| key == column.key());
    let columns = [Column::Item, Column::Result, Column::Found, Column::RootCause, Column::Resolved].map(at);
    let of = |row: &ListRow| {
        let text = |at: Option<usize>| at.map_or_else(String::new, |at| cell(list, row, at).to_owned());
        let [item, result, found, root_cause, resolved] = columns.map(text);
        // An item may be nothing but a dash, and is held against what was drawn as it stands there.
        let item = columns.first().copied().flatten().map_or(item, |at| list.cell(row, at).to_owned());
        Filled { at: row.at.clone(), place: row.place, item, result, found, root_cause, resolved }
    };
    list.rows.iter().map(of).collect()
}
