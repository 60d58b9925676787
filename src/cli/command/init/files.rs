//! Which files are written, that none of them is there yet, and that all of them or none come to be.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cli::args::Init;
use crate::init::Start;
use crate::init::reference::Reference;
use crate::io::{output, text};
use crate::text::count::count;
use crate::text::escape::terminal as shown;

/// Where things go.
pub(super) struct Plan {
    /// The inventory; `None` for standard output.
    file: Option<PathBuf>,
    /// Whether nothing is to be written.
    dry_run: bool,
    /// The folder of the policies, and how it stands to the inventory.
    policies: Option<(PathBuf, String)>,
}

impl Plan {
    /// Where things go by the flags.
    ///
    /// # Errors
    ///
    /// When the inventory is there already, which is known before the first question is asked; or when the folder of
    /// policies does not lie with the inventory.
    pub(super) fn of(args: &Init) -> Result<Self> {
        let file = (args.output.as_os_str() != text::STDIN).then(|| args.output.clone());
        let policies = args.policies.as_deref().map(|folder| below(folder, file.as_deref())).transpose()?;
        let plan = Self { file, dry_run: args.dry_run, policies };
        if !plan.prints() {
            refuse_what_is_there(plan.file.iter())?;
            let home = plan.file.as_deref().and_then(Path::parent).filter(|home| !home.as_os_str().is_empty());
            if let Some(home) = home.filter(|home| !home.is_dir()) {
                bail!("cannot write {}: there is no folder {}", plan.file(), home.display());
            }
        }
        Ok(plan)
    }

    /// Whether the inventory is printed and nothing written.
    pub(super) const fn prints(&self) -> bool {
        self.dry_run || self.file.is_none()
    }

    /// The folder of policies as the inventory names it.
    pub(super) fn policies(&self) -> Option<&str> {
        self.policies.as_ref().map(|(_, written)| written.as_str())
    }

    /// The file of the inventory.
    pub(super) fn file(&self) -> String {
        self.file.as_ref().map_or_else(|| text::STDIN.to_owned(), |file| file.display().to_string())
    }

    /// The folder of policies.
    pub(super) fn folder(&self) -> Option<String> {
        self.policies.as_ref().map(|(folder, _)| folder.display().to_string())
    }

    /// What would have been written beside what was printed.
    pub(super) fn left_out(&self, start: &Start) -> String {
        match &self.policies {
            Some((folder, _)) => format!(
                "Not written: {} in {}.\n",
                count(start.skeletons.len(), "skeleton"),
                shown(&folder.display().to_string())
            ),
            None => String::new(),
        }
    }

    /// Looks for skeletons that are there already before anybody has answered a question for nothing: for all there are,
    /// since which of them will be called for is not known yet.
    ///
    /// # Errors
    ///
    /// When one is there already.
    pub(super) fn refuse_before_asking(&self, reference: &Reference) -> Result<()> {
        let folder = self.policies.iter().filter(|_| !self.prints()).map(|(folder, _)| folder);
        let files = folder.flat_map(|folder| reference.documents.iter().map(|document| folder.join(&document.file)));
        refuse_what_is_there(files.collect::<Vec<PathBuf>>().iter())
    }

    /// Writes everything, the inventory last; what was begun is taken back where something cannot be written.
    ///
    /// # Errors
    ///
    /// When a file is there already, or cannot be written.
    pub(super) fn write(&self, start: &Start) -> Result<()> {
        let folder = self.policies.as_ref().map_or(Path::new(""), |(folder, _)| folder.as_path());
        let skeletons = start.skeletons.iter().map(|skeleton| (folder.join(&skeleton.path), skeleton.text.as_str()));
        let skeletons: Vec<(PathBuf, &str)> = skeletons.collect();
        refuse_what_is_there(skeletons.iter().map(|(path, _)| path).chain(&self.file))?;
        let mut made = Made::default();
        let written = skeletons.iter().try_for_each(|(path, text)| {
            made.folder(path.parent().unwrap_or(folder))?;
            made.file(path, text)
        });
        let written = written.and_then(|()| self.file.iter().try_for_each(|file| made.file(file, &start.inventory)));
        if written.is_err() {
            made.take_back();
        }
        written
    }
}

/// How the folder of policies stands to the inventory, as the inventory has to name it.
fn below(folder: &Path, file: Option<&Path>) -> Result<(PathBuf, String)> {
    let home = file.and_then(Path::parent).unwrap_or(Path::new(""));
    let absolute = |path: &Path| std::path::absolute(if path.as_os_str().is_empty() { Path::new(".") } else { path });
    let (home, inner) = (absolute(home)?, absolute(folder)?);
    let Ok(inner) = inner.strip_prefix(&home) else {
        bail!(
            "{} does not lie in the folder of the inventory, {}, which could then not name the policies",
            folder.display(),
            home.display()
        );
    };
    let parts: Option<Vec<&str>> = inner.iter().map(|part| part.to_str()).collect();
    match parts {
        Some(parts) if !parts.contains(&"..") => Ok((folder.to_path_buf(), parts.join("/"))),
        _ => bail!("the folder {} cannot be named in an inventory", folder.display()),
    }
}

fn refuse_what_is_there<'a>(paths: impl Iterator<Item = &'a PathBuf>) -> Result<()> {
    let there = paths.filter(|path| path.symlink_metadata().is_ok());
    let there: Vec<String> =
        there.map(|path| format!("{} is there already and is never overwritten", path.display())).collect();
    if there.is_empty() { Ok(()) } else { bail!("{}; name another place", there.join("\n")) }
}

/// What was made so far.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    fn file(&mut self, path: &Path, text: &str) -> Result<()> {
        output::create(path, text.as_bytes())?;
        self.files.push(path.to_path_buf());
        Ok(())
    }

    fn folder(&mut self, folder: &Path) -> Result<()> {
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|part| !part.as_os_str().is_empty() && !part.exists()).collect();
        for part in missing.into_iter().rev() {
            std::fs::create_dir(part).with_context(|| format!("cannot make the folder {}", part.display()))?;
            self.folders.push(part.to_path_buf());
        }
        Ok(())
    }

    /// Takes away what was made, the last first; what cannot be taken away stays.
    fn take_back(self) {
        for file in self.files.iter().rev() {
            std::fs::remove_file(file).ok();
        }
        for folder in self.folders.iter().rev() {
            std::fs::remove_dir(folder).ok();
        }
    }
}
