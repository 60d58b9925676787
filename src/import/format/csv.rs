//! Text of cells between commas, semicolons, tabs or vertical bars.

use crate::import::delimited::{dialect, ragged, records};
use crate::import::file::File;
use crate::import::format::Format;
use crate::import::grid::table::{Dropped, Names};
use crate::import::grid::{header, table};
use crate::import::table::Reading;
use crate::model::import::{LeftOut, Origin};
use crate::source::problem::Problems;

/// CSV, with any delimiter.
pub const FORMAT: Format = Format { name: "CSV", read };

const NAMES: Names = Names { column: |at| format!("column {}", at + 1) };

fn read(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let text = file.text?;
    let dialect = dialect::find(text)?;
    let mut faults = Problems::default();
    let mut lines = records::read(file.number, text, dialect, &mut faults);
    let head = header::find(&lines)?;
    ragged::check(&mut lines, head, dialect, &mut faults);
    let found = table::of(lines, head, NAMES)?;
    faults.sorted().into_iter().cloned().for_each(|problem| problems.add(problem));
    Some(Reading {
        format: format!("CSV, separated by {}, {}", dialect.called, file.encoding),
        tables: vec![found.table],
        lists: Vec::new(),
        results: Vec::new(),
        left_out: found.dropped.into_iter().map(|dropped| left_out(file, dropped)).collect(),
    })
}

fn left_out(file: &File<'_>, dropped: Dropped) -> LeftOut {
    let origin = Origin { file: file.name.to_owned(), at: format!("row {}", dropped.number) };
    LeftOut { origin, what: dropped.what, why: dropped.why }
}
