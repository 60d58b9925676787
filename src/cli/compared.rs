//! The two things that are held against each other, each an inventory or the JSON result of an assessment.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::cli::inventory::{Told, checked};
use crate::cli::narrow::categories;
use crate::cli::output::Outputs;
use crate::diff::Between;
use crate::io::evidence;
use crate::io::input::{self, Input};
use crate::load::result;
use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::files::Files;
use crate::model::inventory::Inventory;
use crate::model::snapshot::{Assessed, Side};

/// One of the two, read but not checked.
pub(super) struct Given {
    /// The path as it was typed.
    path: String,
    input: Input,
    /// What it concluded, where it is a result.
    result: Option<Assessed>,
}

/// Reads an inventory, or a result where the file is meant for one.
///
/// # Errors
///
/// When it cannot be read, or is a result that cannot be understood.
pub(super) fn given(path: &Path) -> Result<Given> {
    let input = input::read(&[path.to_path_buf()])?;
    let path = path.display().to_string();
    let file = input.sources.iter().next().map(|(_, file)| file).filter(|_| input.sources.iter().count() == 1);
    let Some(file) = file.filter(|file| result::is_result(&file.name, &file.text)) else {
        return Ok(Given { path, input, result: None });
    };
    if let Some(problem) = input.problems.sorted().first() {
        bail!("the result {path}: {}", problem.message);
    }
    let result = result::result(path.clone(), &file.text).with_context(|| format!("the result {path}"))?;
    Ok(Given { path, input, result: Some(result) })
}

impl Given {
    /// The day it keeps, where it is a result.
    pub(super) fn day(&self) -> Option<Date> {
        self.result.as_ref().map(|result| result.side.as_of)
    }

    /// Checks it as it reads on a day, and looks its files up. Problems are told.
    pub(super) fn check(self, catalog: &Catalog, as_of: Date) -> Told<Checked> {
        let Self { path, input, result } = self;
        if let Some(result) = result {
            return Told::Read(Checked { path, input, as_of: result.side.as_of, is: Is::Result(Box::new(result)) });
        }
        match checked(&input, catalog, as_of) {
            Told::Read(inventory) => {
                let files = evidence::look_up(&inventory, &input.sources);
                Told::Read(Checked { path, input, as_of, is: Is::Inventory(Box::new(inventory), files) })
            }
            Told::Problems => Told::Problems,
        }
    }
}

/// One of the two, without a problem.
pub(super) struct Checked {
    path: String,
    input: Input,
    as_of: Date,
    is: Is,
}

/// What it is.
enum Is {
    Inventory(Box<Inventory>, Files),
    Result(Box<Assessed>),
}

impl Checked {
    /// Refuses to put a report in the place of what it is made from.
    ///
    /// # Errors
    ///
    /// When one of the files is such a file.
    pub(super) fn refuse_to_overwrite<Render>(&self, outputs: &Outputs<Render>) -> Result<()> {
        match &self.is {
            Is::Inventory(inventory, _) => outputs.refuse_to_overwrite(&self.input.sources, inventory),
            Is::Result(_) => outputs.refuse_to_overwrite_result(&self.input.sources),
        }
    }

    /// What is concluded of it.
    ///
    /// # Errors
    ///
    /// When nothing is left in its scope.
    pub(super) fn assessed(&self, catalog: &Catalog) -> Result<Assessed> {
        let (inventory, files) = match &self.is {
            Is::Result(result) => return Ok((**result).clone()),
            Is::Inventory(inventory, files) => (inventory, files),
        };
        let side = Side::of(self.path.clone(), inventory, catalog, self.as_of);
        let snapshot = crate::snapshot(inventory, catalog, files, self.as_of);
        if snapshot.applicable() == 0 {
            let (path, all) = (&self.path, snapshot.criteria.len());
            bail!("nothing is left in scope of {path}: all {all} criteria of {} are scoped out", categories(inventory));
        }
        Ok(Assessed { side, snapshot })
    }
}

/// Looks at the way between two inventories; where one is none, there is none to look at.
pub(super) fn between<T>(
    old: &Checked,
    new: &Checked,
    catalog: &Catalog,
    look: impl FnOnce(Option<&Between<'_>>) -> T,
) -> T {
    let (Is::Inventory(inventory, old_files), Is::Inventory(later, new_files)) = (&old.is, &new.is) else {
        return look(None);
    };
    // On its own day an inventory may mean another day of the report than on that of the other. It has no problem on the one
    // that it has not on the other.
    let reread = (old.as_of != new.as_of).then(|| crate::read(&old.input.sources, catalog, new.as_of).ok()).flatten();
    look(Some(&Between {
        old: reread.as_ref().unwrap_or(inventory),
        old_files,
        new: later,
        new_files,
        numbered_from: u32::try_from(old.input.sources.all().count()).unwrap_or(u32::MAX),
    }))
}
