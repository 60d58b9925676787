//! The run of an import: files to readings, readings to tables that are understood, rows to controls.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::columns::{Layout, Wishes, check, understand};
use crate::import::controls::{Draft, Merged, Remarks, Source, drafts, join, joins, merge};
use crate::import::file::File;
use crate::import::format::FORMATS;
use crate::import::nothing::{Unread, without_any};
use crate::import::scan::criteria::without_unknown;
use crate::import::table::{Reading, Table};
use crate::import::usable::{Sheet, unused};
use crate::model::catalog::Catalog;
use crate::model::import::{Field, Import, Understood};
use crate::source::problem::Problems;
use crate::text::list::some;

/// How many ranges that were written out are named.
const NAMED: usize = 3;

/// What some files say. `asked` says of headings what they shall be taken for.
#[must_use]
pub fn import(
    files: &[File<'_>],
    asked: &BTreeMap<String, Field>,
    catalog: &Catalog,
    problems: &mut Problems,
) -> Import {
    let mut readings: Vec<(&str, Reading)> = Vec::new();
    let mut unread: Vec<Unread<'_>> = Vec::new();
    for file in files {
        match read(file, problems) {
            Ok(reading) => readings.push((file.name, reading)),
            Err(why) => unread.push(why),
        }
    }
    let wishes = Wishes::of(asked);
    check(readings.iter().flat_map(|(_, reading)| &reading.tables), &wishes, problems);
    let mut tables = tables(&readings, &wishes, catalog);
    let (merged, mut import) = controls(&mut tables, catalog);
    if tables.iter().all(|told| told.understood.unused.is_some()) {
        let understood: Vec<&Understood> = tables.iter().map(|told| &told.understood).collect();
        without_any(&understood, &readings, &unread, problems);
    } else {
        import.left_out.extend(unread.iter().map(Unread::left_out));
    }
    import.understood = understood(tables, &readings, &merged);
    (import.controls, import.unknown) = (merged.controls, merged.unknown);
    import.left_out.extend(merged.left_out);
    for (_, reading) in readings {
        import.left_out.extend(reading.left_out);
        import.results.extend(reading.results);
    }
    for (id, origins) in without_unknown(&mut import.results, catalog) {
        import.unknown.entry(id).or_default().extend(origins);
    }
    import
}

/// Reads a file by the first format that knows it.
fn read<'f>(file: &File<'f>, problems: &mut Problems) -> Result<Reading, Unread<'f>> {
    if file.bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unread { file: file.name, why: "it is empty" });
    }
    let reading = FORMATS.iter().find_map(|format| (format.read)(file, problems));
    reading.ok_or(Unread { file: file.name, why: "nothing that holds controls or results of checks was found in it" })
}

/// A table with what was understood of it.
struct Told<'r> {
    file: &'r str,
    table: &'r Table,
    layout: Layout,
    understood: Understood,
}

fn tables<'r>(readings: &'r [(&'r str, Reading)], wishes: &Wishes, catalog: &Catalog) -> Vec<Told<'r>> {
    let mut tables = Vec::new();
    for (file, reading) in readings {
        for table in &reading.tables {
            let layout = understand(table, wishes, catalog);
            let understood = Understood {
                file: (*file).to_owned(),
                format: reading.format.clone(),
                part: table.part.clone(),
                rows: table.rows.len(),
                columns: layout.columns.clone(),
                ..Understood::default()
            };
            tables.push(Told { file, table, layout, understood });
        }
    }
    let joined = joins(&sources(&tables));
    let lists: BTreeSet<usize> = joined.values().copied().collect();
    let sheets: Vec<Sheet<'_>> = tables
        .iter()
        .map(|told| Sheet { file: told.file, layout: &told.layout, rows: told.table.rows.len() })
        .collect();
    let reasons = unused(&sheets).into_iter().enumerate();
    let reasons: Vec<Option<String>> =
        reasons.map(|(at, reason)| reason.filter(|_| !lists.contains(&at) && !joined.contains_key(&at))).collect();
    for (told, reason) in tables.iter_mut().zip(reasons) {
        told.understood.unused = reason;
    }
    tables
}

fn sources<'t>(tables: &'t [Told<'_>]) -> Vec<Source<'t>> {
    let source = |(number, told): (usize, &'t Told<'_>)| Source {
        number,
        file: told.file,
        table: told.table,
        layout: &told.layout,
    };
    tables.iter().enumerate().filter(|(_, told)| told.understood.unused.is_none()).map(source).collect()
}

/// The controls that the used tables tell of, and what was left out on the way.
fn controls(tables: &mut [Told<'_>], catalog: &Catalog) -> (Merged, Import) {
    let sources = sources(tables);
    let mut import = Import::default();
    let mut all: Vec<Draft> = Vec::new();
    let mut written_out: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut remarks = Remarks::default();
    for source in &sources {
        let drafted = drafts(source, catalog, &mut remarks);
        all.extend(drafted.drafts);
        import.left_out.extend(drafted.left_out);
        written_out.insert(source.number, drafted.expanded);
    }
    let joined = join(all, &joins(&sources), &sources);
    import.left_out.extend(joined.left_out.into_iter().chain(remarks.told()));
    for (number, written) in written_out {
        tables.get_mut(number).into_iter().for_each(|told| tell_written_out(&mut told.understood, &written));
    }
    (merge(joined.drafts), import)
}

/// Says at the first column of criteria which ranges and series were written out as all that they stand for.
fn tell_written_out(understood: &mut Understood, written: &[String]) {
    let criteria = understood.columns.iter_mut().find(|column| column.field == Some(Field::Criteria));
    if let Some(column) = criteria.filter(|_| !written.is_empty()) {
        let named = some(written.iter().map(|written| format!("`{written}`")), NAMED);
        column.why = format!("{}; written out: {named}", column.why);
    }
}

/// What is told of each table, and of each file that only holds results.
fn understood(tables: Vec<Told<'_>>, readings: &[(&str, Reading)], merged: &Merged) -> Vec<Understood> {
    let mut all = Vec::new();
    let mut tables = tables.into_iter().enumerate().peekable();
    for (file, reading) in readings {
        if reading.tables.is_empty() {
            all.push(Understood {
                file: (*file).to_owned(),
                format: reading.format.clone(),
                results: reading.results.len(),
                ..Understood::default()
            });
        }
        for (at, told) in tables.by_ref().take(reading.tables.len()) {
            let (controls, links) =
                merged.tables.get(&at).map_or((0, 0), |share| (share.controls.len(), share.links.len()));
            all.push(Understood { controls, links, ..told.understood });
        }
    }
    all
}
