//! The records of a text: each with its cells, its row as a spreadsheet counts and its place.

use csv::{ReaderBuilder, StringRecord};

use crate::import::delimited::dialect::Dialect;
use crate::import::delimited::quotes::{self, Fault};
use crate::import::grid::{Line, cell};
use crate::import::limits;
use crate::source::file::Place;
use crate::source::problem::{Problem, Problems};

/// The records of a text that are not blank.
pub fn read(number: u32, text: &str, dialect: Dialect, problems: &mut Problems) -> Vec<Line> {
    let (head, body) = text.split_at_checked(dialect.skip).unwrap_or(("", text));
    let reader = ReaderBuilder::new()
        .delimiter(dialect.delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(body.as_bytes());
    let mut records =
        Records { number, body, skipped: head.len(), dialect, row: 0, cells: 0, lines: Vec::new(), problems };
    records.all(reader);
    records.lines
}

struct Records<'a> {
    number: u32,
    body: &'a str,
    /// How many bytes of the text come before the body.
    skipped: usize,
    dialect: Dialect,
    row: usize,
    cells: usize,
    lines: Vec<Line>,
    problems: &'a mut Problems,
}

impl Records<'_> {
    fn all(&mut self, mut reader: csv::Reader<&[u8]>) {
        let mut record = StringRecord::new();
        let mut start = 0;
        while matches!(reader.read_record(&mut record), Ok(true)) {
            let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(self.body.len());
            if !self.one(&record, start, end) {
                return;
            }
            start = end;
        }
    }

    /// Takes a record in; false where there is no room for more.
    fn one(&mut self, record: &StringRecord, start: usize, end: usize) -> bool {
        let raw = self.body.get(start..end).unwrap_or("");
        let lead = raw.len() - raw.trim_start_matches(['\n', '\r']).len();
        let (blank, raw) = raw.split_at_checked(lead).unwrap_or(("", raw));
        let before = start.checked_sub(1).and_then(|at| self.body.as_bytes().get(at)).copied();
        self.row += 1 + breaks(before, blank);
        let place = self.place(start + lead, raw.lines().next().unwrap_or("").len());
        let faulty = self.quotes(raw, start + lead, end == self.body.len());
        // Of a record with a missing quote nobody can tell which cells are whose.
        if faulty || record.iter().all(|cell| cell.trim().is_empty()) {
            return true;
        }
        self.cells += record.len();
        if let Some(too) = self.too_large(record.len()) {
            self.problems.add(Problem::at(place, too).help(limits::SPLIT));
            return false;
        }
        let cells = record.iter().map(cell::text).collect();
        self.lines.push(Line { number: self.row, place: Some(place), cells, title: false });
        true
    }

    fn too_large(&self, columns: usize) -> Option<String> {
        match () {
            () if columns > limits::COLUMNS => {
                Some(format!("row {} has more than {} columns", self.row, limits::COLUMNS))
            }
            () if self.lines.len() > limits::ROWS => Some(format!("the table has more than {} rows", limits::ROWS)),
            () if self.cells > limits::CELLS => Some(format!("the table has more than {} cells", limits::CELLS)),
            () => None,
        }
    }

    /// Tells of quotes at fault; whether any are.
    fn quotes(&mut self, raw: &str, start: usize, last: bool) -> bool {
        let suspect = raw.contains('"') && (last || raw.trim_end().contains(['\n', '\r']));
        let fault = if suspect { quotes::fault(raw, self.dialect.delimiter) } else { None };
        let (from, message) = match fault {
            Some(Fault::Open(from)) if last => {
                (from, format!("the quote that opens in row {} is never closed", self.row))
            }
            Some(Fault::GoesOn(from)) => (
                from,
                format!("the text in quotes that begins in row {} goes on behind the quote that closes it", self.row),
            ),
            _ => return false,
        };
        let line = raw.get(from..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let place = self.place(start + from, line.len());
        let help = "put a quote at the end of its cell; a quote that belongs to a text in quotes is written twice";
        self.problems.add(Problem::at(place, message).label("it begins here").help(help));
        true
    }

    fn place(&self, start: usize, length: usize) -> Place {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let start = start + self.skipped;
        Place { file: self.number, start: offset(start), end: offset(start + length) }
    }
}

/// How many line breaks stand before a record; of the two characters of one, the record before may have taken the first.
fn breaks(before: Option<u8>, blank: &str) -> usize {
    let mut previous = before;
    let mut count = 0;
    for byte in blank.bytes() {
        if byte == b'\r' || previous != Some(b'\r') {
            count += 1;
        }
        previous = Some(byte);
    }
    count
}
