//! What columns were asked to be taken for.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use crate::model::import::Field;

/// The columns of `--map COLUMN=FIELD`.
///
/// # Errors
///
/// When one is not of that form, names no field, or a column is mapped twice.
pub(super) fn columns(asked: &[String]) -> Result<BTreeMap<String, Field>> {
    let mut columns = BTreeMap::new();
    for text in asked {
        // A heading may hold a `=` of its own; a field never does.
        let Some((column, field)) = text.rsplit_once('=') else {
            bail!(
                "`{text}` says no field; write it as --map 'COLUMN=FIELD', such as --map 'Control Activity=description'"
            );
        };
        let Some(field) = Field::parse(field.trim()) else {
            bail!("--map {text}: {}", Field::advice(field.trim()));
        };
        if columns.insert(column.trim().to_owned(), field).is_some() {
            bail!("the column `{column}` is mapped twice");
        }
    }
    Ok(columns)
}
