//! What imports wrote into an inventory: a file beside it, so that a change of the source can be told from one by hand.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::io::output;
use crate::io::text::bytes_within;
use crate::model::import_update::{MEMORY_VERSION, Memory};
use crate::source::file::FILE_LIMIT;

/// Where the memory of an inventory lies.
#[must_use]
pub fn beside(inventory: &Path) -> PathBuf {
    inventory.with_extension("imported.json")
}

/// What the imports before wrote; nothing where there were none.
///
/// # Errors
///
/// When the file is there and cannot be read, is damaged, or was written by a later version.
pub fn read(inventory: &Path) -> Result<Memory> {
    let path = beside(inventory);
    if !path.exists() {
        return Ok(Memory::default());
    }
    let bytes = bytes_within(&path, FILE_LIMIT, "it is no such file")?;
    let damaged = || {
        format!(
            "{} is damaged, so that nobody can tell what was changed by hand; delete it to keep all that the inventory says",
            path.display()
        )
    };
    let memory: Memory = serde_json::from_slice(&bytes).with_context(damaged)?;
    ensure!(
        memory.import_version <= MEMORY_VERSION,
        "{} was written by a later version of gapcheck; use that one",
        path.display()
    );
    Ok(memory)
}

/// Writes what this import wrote.
///
/// # Errors
///
/// When it cannot be written.
pub fn write(inventory: &Path, memory: &Memory) -> Result<()> {
    let mut text = serde_json::to_string_pretty(memory)?;
    text.push('\n');
    output::write(&beside(inventory), text.as_bytes())
}
