//! Where an inventory lies in its repository.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::io::git::process::{complaint, git, run, said};
use crate::io::text::{STDIN, display_name};
use crate::text::list::and;

/// What an inventory is made of, by paths from the root of the repository with `/` between their parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Spec {
    /// A file.
    File(String),
    /// The YAML files directly in a folder; the root has no name.
    Folder(String),
}

impl Spec {
    /// Its path.
    pub(super) fn path(&self) -> &str {
        match self {
            Self::File(path) | Self::Folder(path) => path,
        }
    }
}

/// Where an inventory lies.
#[derive(Clone, Debug)]
pub struct Place {
    /// A folder of the repository, to run git in.
    pub(super) folder: PathBuf,
    /// What it is made of.
    pub(super) specs: Vec<Spec>,
    /// Whether the clone holds only the newest part of the history.
    pub(super) is_shallow: bool,
}

impl Place {
    /// That no commit has the inventory, in a sentence.
    pub(super) fn is_nowhere(&self) -> String {
        let paths = and(self.specs.iter().map(|spec| match spec {
            Spec::File(path) => path.clone(),
            Spec::Folder(path) if path.is_empty() => "the root of the repository".to_owned(),
            Spec::Folder(path) => format!("the folder {path}"),
        }));
        let begins = if self.is_shallow {
            "the clone is shallow, and `git fetch --unshallow` brings what it does not hold"
        } else {
            "`git add` and `git commit` begin its history"
        };
        format!("no commit has the inventory {paths}; {begins}")
    }
}

/// Finds the repository that the paths of an inventory lie in.
///
/// # Errors
///
/// When there is none or several, git is not there or refuses, or a path has no history such as standard input.
pub fn place(paths: &[PathBuf]) -> Result<Place> {
    let mut found: Option<(Place, PathBuf)> = None;
    for path in paths {
        ensure!(
            path.as_os_str() != STDIN,
            "what comes from standard input has no history; name the file or the folder it comes from"
        );
        let (root, is_shallow, spec, folder) = located(path)?;
        match &mut found {
            None => found = Some((Place { folder, specs: vec![spec], is_shallow }, root)),
            Some((place, first)) if *first == root => {
                if !place.specs.contains(&spec) {
                    place.specs.push(spec);
                }
            }
            Some((_, first)) => bail!(
                "the files of this inventory lie in two repositories, {} and {}, whose histories are not one",
                first.display(),
                root.display()
            ),
        }
    }
    let (place, root) = found.context("no inventory is named")?;
    has_a_commit(&place, &root)?;
    Ok(place)
}

/// The root of the repository of a path, whether its clone is shallow, and where the path lies in it.
fn located(path: &Path) -> Result<(PathBuf, bool, Spec, PathBuf)> {
    let is_folder = path.is_dir();
    // A link to a file is followed in each revision, for it may have led elsewhere; folders are what they are today.
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = if is_folder { path } else { parent };
    let folder = folder.canonicalize().with_context(|| format!("cannot open {}", path.display()))?;
    let mut asked = git(&folder);
    asked.args(["rev-parse", "--is-shallow-repository", "--show-toplevel"]);
    let output = run(asked)?;
    if !output.status.success() {
        bail!(refused(path, &complaint(&output)));
    }
    let text = String::from_utf8(output.stdout).ok().context("the path of the repository is not UTF-8")?;
    let (shallow, root) = text.split_once('\n').unwrap_or_default();
    let root = without_end(root);
    ensure!(!root.is_empty(), "{} lies in the inside of a git repository, where no files are kept", path.display());
    let mut asked = git(&folder);
    asked.args(["rev-parse", "--show-prefix"]);
    let prefix = String::from_utf8(said(asked)?).ok().context("the path in the repository is not UTF-8")?;
    let prefix = without_end(&prefix);
    let spec = if is_folder {
        Spec::Folder(prefix.trim_end_matches('/').to_owned())
    } else {
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.with_context(|| format!("the name of {} is not UTF-8", path.display()))?;
        Spec::File(format!("{prefix}{name}"))
    };
    Ok((PathBuf::from(root), shallow == "true", spec, folder))
}

/// A path without the end of the line that git puts behind it; a path may end a line itself.
fn without_end(told: &str) -> &str {
    told.strip_suffix('\n').unwrap_or(told)
}

/// Why git has no repository for a path, in a sentence with a way on.
fn refused(path: &Path, complaint: &str) -> String {
    let path = display_name(path);
    if complaint.contains("not a git repository") || complaint.contains("must be run in a work tree") {
        return format!(
            "{path} lies in no git repository, and so has no history; `gapcheck diff` compares two versions without one"
        );
    }
    if complaint.contains("cannot use bare repository") {
        return format!(
            "{path} lies in a bare repository, where no files are kept; `git clone` makes one that has them"
        );
    }
    if complaint.contains("dubious ownership") {
        return format!(
            "git does not read the repository of {path}, for it belongs to another user; `git config --global --add \
             safe.directory FOLDER` says that you trust it"
        );
    }
    format!("git cannot read the repository of {path}: {complaint}")
}

fn has_a_commit(place: &Place, root: &Path) -> Result<()> {
    let mut asked = git(&place.folder);
    asked.args(["rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}"]);
    ensure!(
        run(asked)?.status.success(),
        "the repository {} has no commit yet, and so no history; `git commit` makes the first",
        root.display()
    );
    Ok(())
}
