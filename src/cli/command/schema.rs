//! `gapcheck schema`.

use anyhow::Result;

use crate::cli::args::{Schema, SchemaOf};
use crate::cli::exit::Exit;
use crate::io::output;
use crate::report;

/// Prints a JSON Schema.
///
/// # Errors
///
/// When standard output cannot be written.
pub fn run(args: &Schema) -> Result<Exit> {
    let text = match args.of {
        SchemaOf::Inventory => {
            format!("{}\n", serde_json::to_string_pretty(&report::inventory_schema::inventory_schema(args.part))?)
        }
        SchemaOf::Result => report::json::SCHEMA.to_owned(),
        SchemaOf::Description => report::description::SCHEMA.to_owned(),
        SchemaOf::Diff => report::diff::SCHEMA.to_owned(),
        SchemaOf::Trend => report::trend::SCHEMA.to_owned(),
        SchemaOf::Enterprise => report::enterprise::SCHEMA.to_owned(),
    };
    output::print_plain(&text)?;
    Ok(Exit::Done)
}
