//! Whether what a person asked for can be done: the headings exist, and no field is asked for twice.

use std::collections::BTreeMap;

use crate::import::columns::choice::several;
use crate::import::columns::layout::Wishes;
use crate::import::columns::layout::squash;
use crate::import::table::Table;
use crate::model::import::Field;
use crate::source::problem::Problem;
use crate::source::problem::Problems;
use crate::text::list::some;
use crate::text::nearest::nearest;

/// How many headings a message names.
const NAMED: usize = 20;

/// Tells every wish that no table can grant.
pub fn check<'t>(tables: impl Iterator<Item = &'t Table> + Clone, wishes: &Wishes, problems: &mut Problems) {
    let headers: BTreeMap<String, &str> = tables
        .clone()
        .flat_map(|table| &table.columns)
        .map(|heading| (squash(&heading.text), heading.text.as_str()))
        .collect();
    for wished in wishes.headers().filter(|wished| !headers.contains_key(&squash(wished))) {
        let help = match nearest(wished, headers.values().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if headers.is_empty() => "no file has a table".to_owned(),
            None => format!("the columns are {}", some(headers.values().map(|header| format!("`{header}`")), NAMED)),
        };
        problems.add(Problem::anywhere(format!("no table has a column `{wished}`, for which `--map` asks")).help(help));
    }
    for table in tables {
        check_single(table, wishes, problems);
    }
}

/// Tells where two columns of a table are asked for as something of which a control has one.
fn check_single(table: &Table, wishes: &Wishes, problems: &mut Problems) {
    let mut first: BTreeMap<Field, &str> = BTreeMap::new();
    for heading in &table.columns {
        let Some(field) = wishes.field(&heading.text).filter(|field| !several(*field)) else { continue };
        match first.get(&field) {
            Some(other) => problems.add(
                Problem::anywhere(format!("`--map` asks for `{other}` and `{}` as the {field}", heading.text))
                    .help(format!("a control has one {field}: ask for one of the two")),
            ),
            None => {
                first.insert(field, &heading.text);
            }
        }
    }
}
