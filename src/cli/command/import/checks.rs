//! What scanners found, given to the controls that a mapping file names.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use crate::import::checks;
use crate::import::checks::Attachment;
use crate::io::foreign::{Foreign, beside};
use crate::model::import::{Import, ImportedControl, LeftOut, Origin};
use crate::model::inventory::Inventory;
use crate::source::problem::Problems;

/// Reads the mapping file, which becomes one of the sources, and gives the results it speaks of to their controls.
///
/// # Errors
///
/// When the file cannot be read.
pub(super) fn claim(
    import: &mut Import,
    mapping: &Path,
    inventory: Option<&Inventory>,
    foreign: &mut Foreign,
    problems: &mut Problems,
) -> Result<()> {
    let number = foreign.add(mapping)?;
    let Some((_, file)) = foreign.sources.iter().find(|(known, _)| *known == number) else { return Ok(()) };
    let mapping = checks::read(number, file, problems);
    let theirs = import.controls.iter().map(|control| control.id.as_str());
    let ours = inventory.into_iter().flat_map(|inventory| &inventory.controls).map(|control| control.id.as_str());
    let known: BTreeSet<&str> = theirs.chain(ours).collect();
    mapping.check(&known, problems);
    if !problems.is_empty() {
        return Ok(());
    }
    let attached = checks::attach(&mut import.results, &mapping);
    import.left_out.extend(attached.left_out);
    for addition in attached.additions {
        let is_of = |control: &&mut ImportedControl| control.id == addition.control;
        if let Some(control) = import.controls.iter_mut().find(is_of) {
            give(control, addition);
        } else {
            // Only the inventory has it: what is imported of it is nothing but what is added.
            let mut control = ImportedControl { id: addition.control.clone(), ..ImportedControl::default() };
            give(&mut control, addition);
            import.controls.push(control);
        }
    }
    Ok(())
}

fn give(control: &mut ImportedControl, addition: Attachment) {
    control.evidence.push(addition.evidence);
    control.tests.extend(addition.test);
}

/// Names evidence as the inventory will look it up: from the folder in which the inventory lies. What lies elsewhere is told.
pub(super) fn look_up_from(import: &mut Import, inventory: &Path) {
    let mut elsewhere = BTreeSet::new();
    for test in import.controls.iter_mut().flat_map(|control| &mut control.tests) {
        test.source = test.source.take().map(|path| beside(Path::new(&path), inventory).unwrap_or(path));
    }
    for evidence in import.controls.iter_mut().flat_map(|control| &mut control.evidence) {
        let scan = evidence.path.as_ref().filter(|_| evidence.source.is_some());
        let Some(path) = scan.cloned() else { continue };
        match beside(Path::new(&path), inventory) {
            Some(path) => evidence.path = Some(path),
            None => {
                elsewhere.insert(path);
            }
        }
    }
    import.left_out.extend(elsewhere.into_iter().map(|path| {
        LeftOut {
            origin: Origin { file: path.clone(), at: String::new() },
            what: path,
            why: "evidence must lie in the folder of the inventory or below: copy it there, and import it from there"
                .to_owned(),
        }
    }));
}
