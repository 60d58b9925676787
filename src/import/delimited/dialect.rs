//! Which character stands between the cells, found by what the text holds.

use csv::{ReaderBuilder, StringRecord};

/// How many records are looked at.
const LOOKED_AT: usize = 200;

/// The characters that separate cells, the more usual first, with what they are called.
const DELIMITERS: [(u8, &str); 4] = [(b',', "commas"), (b';', "semicolons"), (b'\t', "tabs"), (b'|', "vertical bars")];

/// How a text separates its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The character between two cells.
    pub delimiter: u8,
    /// What it is called, of several.
    pub called: &'static str,
    /// How many bytes a first line takes that only names the delimiter, as Excel writes it.
    pub skip: usize,
}

impl Dialect {
    /// One of its delimiters, in words: `a comma`.
    #[must_use]
    pub fn one(self) -> String {
        format!("a {}", self.called.trim_end_matches('s'))
    }
}

/// The way a text separates its cells, where it is a table: the delimiter with which most records have the same number of
/// cells, two at least.
#[must_use]
pub fn find(text: &str) -> Option<Dialect> {
    if let Some(named) = named(text) {
        return Some(named);
    }
    if is_something_else(text) {
        return None;
    }
    let mut best: Option<(Fit, Dialect)> = None;
    for (delimiter, called) in DELIMITERS {
        let Some(fit) = fit(&widths(text, delimiter)) else { continue };
        if best.as_ref().is_none_or(|(other, _)| fit.is_better_than(other)) {
            best = Some((fit, Dialect { delimiter, called, skip: 0 }));
        }
    }
    best.map(|(_, dialect)| dialect)
}

/// The delimiter a first line `sep=;` names.
fn named(text: &str) -> Option<Dialect> {
    let line = text.lines().next()?;
    let wanted = line.trim_end().strip_prefix("sep=")?.bytes().next().or(Some(b'\t'))?;
    let (delimiter, called) = DELIMITERS.into_iter().find(|(delimiter, _)| *delimiter == wanted)?;
    let skip = text.find(['\n', '\r'])?;
    Some(Dialect { delimiter, called, skip })
}

/// Whether a text begins as JSON, markup, a heading or a fence does.
fn is_something_else(text: &str) -> bool {
    let start = text.trim_start();
    start.starts_with(['{', '[', '<', '%'])
        || start.starts_with("# ")
        || start.starts_with("## ")
        || start.starts_with("---")
}

/// The number of cells of each of the first records that is not blank.
fn widths(text: &str, delimiter: u8) -> Vec<usize> {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut widths = Vec::new();
    while widths.len() < LOOKED_AT && matches!(reader.read_record(&mut record), Ok(true)) {
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            widths.push(record.len());
        }
    }
    widths
}

/// How well a delimiter fits.
struct Fit {
    usual: usize,
    share: usize,
}

impl Fit {
    fn is_better_than(&self, other: &Self) -> bool {
        // More columns decide only where about as many records agree: a comma in every sentence makes no table.
        let close = self.share.abs_diff(other.share) <= 10;
        if close { self.usual > other.usual } else { self.share > other.share }
    }
}

/// The usual number of cells, and how many in a hundred records have it; nothing where that is no table.
fn fit(widths: &[usize]) -> Option<Fit> {
    let first = *widths.first()?;
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    let runs = sorted.chunk_by(PartialEq::eq).filter(|run| run.first().is_some_and(|width| *width >= 2));
    let most = runs.max_by_key(|run| run.len())?;
    let usual = *most.first()?;
    let share = most.len() * 100 / widths.len();
    // A spreadsheet that leaves empty cells at the end away writes lines of any length, none longer than the first.
    let tapering = first >= 3 && sorted.first().is_some_and(|least| *least >= 2) && sorted.last() == Some(&first);
    let consistent = if usual == 2 { share >= 80 } else { share >= 50 };
    (most.len() >= 2 && (consistent || tapering) || widths.len() >= 2 && tapering).then_some(Fit { usual, share })
}
