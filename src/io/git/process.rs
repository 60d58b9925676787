//! How git is run.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

/// What would lead git to another repository than the one the inventory lies in, or let others change what it reads there.
const LOCAL: [&str; 12] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_GRAFT_FILE",
    "GIT_SHALLOW_FILE",
    "GIT_REPLACE_REF_BASE",
    "GIT_PREFIX",
    "GIT_EXTERNAL_DIFF",
];

/// What the configuration of a repository could have git run or fetch, turned off.
const TAME: [&str; 7] = [
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    // A clone may have left objects behind, which git would fetch by a program that the repository names.
    "protocol.allow=never",
    // A repository hidden in the files of another is not what anybody means.
    "safe.bareRepository=explicit",
    "log.showSignature=false",
    "core.quotePath=false",
    "gc.auto=0",
];

/// Git in a folder, with everything turned off that a repository could use to have something done.
pub(super) fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.current_dir(folder).arg("--no-pager").arg("--literal-pathspecs").arg("--no-replace-objects");
    for setting in TAME {
        git.args(["-c", setting]);
    }
    for name in LOCAL {
        git.env_remove(name);
    }
    // Nor are commits given other parents, as the file `grafts` of a repository would.
    git.env("GIT_GRAFT_FILE", "/dev/null");
    git.envs([("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_TERMINAL_PROMPT", "0"), ("LC_ALL", "C")]);
    git.stdin(Stdio::null());
    git
}

/// What git ended with.
///
/// # Errors
///
/// When there is no git.
pub(super) fn run(mut git: Command) -> Result<Output> {
    started(git.output())
}

/// What git prints.
///
/// # Errors
///
/// When there is no git, or it refuses; with what it says.
pub(super) fn said(git: Command) -> Result<Vec<u8>> {
    let output = run(git)?;
    if !output.status.success() {
        bail!("git cannot read the history: {}; `git fsck` tells of damage", complaint(&output));
    }
    Ok(output.stdout)
}

/// What came of starting git.
///
/// # Errors
///
/// When there is none.
pub(super) fn started<T>(started: std::io::Result<T>) -> Result<T> {
    match started {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "there is no git here, and the history of an inventory is read through it; install git, or put it on the PATH"
        ),
        other => other.context("cannot start git"),
    }
}

/// The first line of what git complains of.
pub(super) fn complaint(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("it does not say why");
    first.trim_start_matches("fatal: ").trim_start_matches("error: ").to_owned()
}
