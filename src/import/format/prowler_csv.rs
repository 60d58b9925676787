//! Findings of Prowler as CSV: one finding a row, separated by semicolons.

use std::collections::BTreeMap;

use csv::StringRecord;

use crate::import::file::File;
use crate::import::format::Format;
use crate::import::scan::criteria::{is_soc2, named};
use crate::import::scan::gathered::{Gathered, origin};
use crate::import::scan::outcome;
use crate::import::scan::value::day_of;
use crate::import::table::Reading;
use crate::model::import::CheckResult;
use crate::source::problem::Problems;
use crate::text::count::count;

/// Findings as Prowler writes them for spreadsheets.
pub const FORMAT: Format = Format { name: "Prowler CSV", read };

/// The columns without which a file is none of Prowler's.
const NEEDED: [&str; 4] = ["CHECK_ID", "STATUS", "RESOURCE_UID", "PROVIDER"];

fn read(file: &File<'_>, _: &mut Problems) -> Option<Reading> {
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(file.text?.as_bytes());
    let header = rows.headers().ok()?.clone();
    let columns: Columns<'_> = header.iter().map(str::trim).enumerate().map(|(at, name)| (name, at)).collect();
    if !NEEDED.iter().all(|name| columns.contains_key(name)) {
        return None;
    }
    let mut gathered = Gathered::default();
    // A spreadsheet counts the header as its first row.
    for (number, row) in (2..).zip(rows.records()) {
        let at = format!("row {number}");
        match row {
            Ok(row) if row.len() == header.len() => gathered.take(result(file, at, &Row { columns: &columns, row })),
            Ok(row) => {
                let why = format!("it has {}, the header {}", count(row.len(), "cell"), header.len());
                gathered.leave_out(origin(file, at), row.get(0).unwrap_or_default(), &why);
            }
            Err(_) => gathered.leave_out(origin(file, at), "a row", "it cannot be read"),
        }
    }
    Some(gathered.reading("CSV findings"))
}

/// Where each column stands.
type Columns<'h> = BTreeMap<&'h str, usize>;

struct Row<'a> {
    columns: &'a Columns<'a>,
    row: StringRecord,
}

impl Row<'_> {
    fn cell(&self, name: &str) -> &str {
        self.columns.get(name).and_then(|at| self.row.get(*at)).unwrap_or_default().trim()
    }

    /// The first of these cells in which something stands.
    fn first(&self, names: &[&str]) -> String {
        let cells = names.iter().map(|name| self.cell(name));
        cells.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default().to_owned()
    }
}

fn result(file: &File<'_>, at: String, row: &Row<'_>) -> CheckResult {
    let outcome = outcome::of(row.cell("STATUS"));
    let muted = row.cell("MUTED").eq_ignore_ascii_case("true");
    let tool =
        if row.columns.contains_key("PROWLER_VERSION") { "Prowler".to_owned() } else { row.first(&["PROVIDER"]) };
    CheckResult {
        tool,
        check: row.first(&["CHECK_ID"]),
        title: row.first(&["CHECK_TITLE"]),
        resource: row.first(&["RESOURCE_UID", "RESOURCE_NAME"]),
        found: row.first(&["STATUS_EXTENDED", "DESCRIPTION"]),
        outcome: if muted { outcome::kept_quiet(outcome) } else { outcome },
        date: day_of(row.cell("TIMESTAMP")),
        criteria: criteria(row.cell("COMPLIANCE")),
        origin: origin(file, at),
    }
}

/// `SOC2: cc_6_1, cc_6_2 | CIS-1.4: 1.20` names CC6.1 and CC6.2.
fn criteria(compliance: &str) -> Vec<String> {
    let frameworks = compliance.split('|').filter_map(|framework| framework.split_once(':'));
    let of_soc2 = frameworks.filter(|(name, _)| is_soc2(name)).map(|(_, ids)| ids);
    named(&of_soc2.collect::<Vec<_>>().join(" "))
}
