//! Rows of a CSV file as records, for formats that read the same records from JSON.

use serde_json::{Map, Value};

use crate::import::file::File;

/// What separates the cells of a row, the likeliest first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The rows under a header that will do, each a record of texts; a row that is too short has fewer of them.
pub fn of(file: &File<'_>, will_do: impl Fn(&[String]) -> bool) -> Option<Value> {
    let text = file.text?;
    let first = text.lines().next()?;
    let separator = SEPARATORS.into_iter().max_by_key(|one| first.bytes().filter(|byte| byte == one).count())?;
    let mut rows = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let header = rows.headers().ok()?.clone();
    let keys: Vec<String> =
        header.iter().map(|name| name.trim().to_ascii_lowercase().replace([' ', '-'], "_")).collect();
    if !will_do(&keys) {
        return None;
    }
    let record = |row: csv::StringRecord| {
        let cells = keys.iter().zip(row.iter()).map(|(key, cell)| (key.clone(), Value::String(cell.to_owned())));
        Value::Object(cells.collect::<Map<_, _>>())
    };
    Some(Value::Array(rows.into_records().map(|row| record(row.unwrap_or_default())).collect()))
}
