//! The criteria that were taken, put into the texts the inventory was read from.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, anyhow, bail};

use crate::edit;
use crate::io::output;
use crate::io::text::STDIN_NAME;
use crate::model::document::Control;
use crate::model::edit::{Edit, Written};
use crate::model::inventory::Inventory;
use crate::model::proposal::Accepted;
use crate::source::file::Sources;
use crate::text::count::count;
use crate::text::list::and;

/// Writes what was taken, every file of the inventory whole or not at all, and says where.
///
/// # Errors
///
/// When the inventory came from standard input, or one of its files cannot be changed or written: then none is.
pub(super) fn write(sources: &Sources, inventory: &Inventory, accepted: &[Accepted]) -> Result<()> {
    let mut edits: BTreeMap<u32, Vec<Edit>> = BTreeMap::new();
    for taken in accepted {
        let at = inventory.index.controls.get(taken.control.as_str());
        let Some(control) = at.and_then(|at| inventory.controls.get(*at)) else { continue };
        edits.entry(control.place.file).or_default().push(edit_of(control, taken));
    }
    // Every text is made before the first is written.
    let mut texts = Vec::new();
    for (number, edits) in &edits {
        let Some((_, file)) = sources.iter().find(|(known, _)| known == number) else { continue };
        if file.name == STDIN_NAME {
            bail!("standard input cannot be written to; name a file, or leave out --write");
        }
        let text = edit::edited(&file.text, edits).map_err(|problem| {
            let help = problem.help.map(|help| format!("; {help}")).unwrap_or_default();
            anyhow!("{}: {}{help}", file.name, problem.message)
        })?;
        texts.push((file, text));
    }
    for (file, text) in &texts {
        output::write_over(Path::new(&file.name), text)?;
    }
    tell(accepted, &texts.iter().map(|(file, _)| file.name.as_str()).collect::<Vec<_>>());
    Ok(())
}

/// The criteria a control names, and behind them those that were taken.
fn edit_of(control: &Control, taken: &Accepted) -> Edit {
    let named = control.criteria.iter().map(|criterion| criterion.value.to_string());
    let criteria = named.chain(taken.criteria.iter().map(ToString::to_string)).collect();
    Edit::Set { control: taken.control.clone(), key: "criteria", value: Written::Words(criteria) }
}

fn tell(accepted: &[Accepted], files: &[&str]) {
    if files.is_empty() {
        return output::tell("Nothing was taken, so nothing was written.\n");
    }
    let backups = files.iter().map(|file| output::backup(Path::new(file)).display().to_string());
    output::tell(&format!(
        "Criteria of {} were written to {}; as it was before: {}\n",
        count(accepted.len(), "control"),
        and(files),
        and(backups)
    ));
}
