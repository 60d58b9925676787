//! Readiness over time, from real git repositories: every revision comes to what `assess` makes of it, and nothing of a
//! repository is ever run.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]
#![cfg(unix)]

mod followed;
mod harm;
mod judged;
mod refused;
mod reports;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A repository with a history of known days.
struct Repository(TempDir);

/// What the program said and how it ended.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Repository {
    fn new() -> Self {
        let repository = Self(TempDir::new().unwrap());
        repository.git(&["init", "-q", "-b", "main", "."]);
        repository
    }

    /// A repository with one commit for each text of `soc2.yaml`, on the day beside it.
    fn of(texts: &[(&str, &str)]) -> Self {
        let repository = Self::new();
        for (day, text) in texts {
            repository.put("soc2.yaml", text);
            repository.commit(day, &format!("As of {day}"));
        }
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Commits all that is there at noon of a day, written at ten, an hour east of Greenwich.
    fn commit(&self, day: &str, message: &str) {
        self.git(&["add", "-A"]);
        self.dated(day, &["commit", "-q", "--allow-empty", "-m", message]);
    }

    fn dated(&self, day: &str, arguments: &[&str]) {
        let mut git = git(self.path());
        git.env("GIT_AUTHOR_DATE", format!("{day}T10:00:00+01:00"));
        git.env("GIT_COMMITTER_DATE", format!("{day}T12:00:00+01:00")).args(arguments);
        succeed(git);
    }

    fn git(&self, arguments: &[&str]) -> String {
        let mut git = git(self.path());
        git.args(arguments);
        String::from_utf8(succeed(git).stdout).unwrap().trim_end().to_owned()
    }

    /// Runs the program in the repository.
    fn run(&self, arguments: &[&str]) -> Said {
        said(gapcheck(self.path()).args(arguments))
    }

    /// The trend as JSON, which meets its schema.
    fn json(&self, arguments: &[&str]) -> Value {
        let said = self.run(&[&["trend", "-f", "json"], arguments].concat());
        assert_eq!(said.code, Some(0), "{}", said.err);
        let document: Value = serde_json::from_str(&said.out).unwrap();
        let schema: Value = serde_json::from_str(gapcheck::report::trend::SCHEMA).unwrap();
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        document
    }
}

/// Git that knows no settings of this machine.
fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    quiet(&mut git);
    git.current_dir(folder).args([
        "-c",
        "user.name=Ann",
        "-c",
        "user.email=ann@example.com",
        "-c",
        "commit.gpgSign=false",
    ]);
    git
}

fn gapcheck(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    quiet(&mut program);
    program.current_dir(folder).env("COLUMNS", "100");
    program
}

/// Takes away what would make a run depend on the machine.
fn quiet(command: &mut Command) {
    command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null").env_remove("NO_COLOR");
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
}

fn said(command: &mut Command) -> Said {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code: status.code(), out: text(stdout), err: text(stderr) }
}

fn succeed(mut git: Command) -> Output {
    let output = git.output().unwrap();
    assert!(output.status.success(), "{git:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// A clone with only the newest so many commits.
fn shallow(of: &Repository, depth: usize) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let (from, depth) = (format!("file://{}", of.path().display()), depth.to_string());
    let mut clone = git(folder.path());
    clone.args(["clone", "-q", "--depth", &depth, &from, "clone"]);
    succeed(clone);
    let path = folder.path().join("clone");
    (folder, path)
}

/// A text of an inventory with a system and these controls.
fn inventory(controls: &str) -> String {
    let controls = if controls.is_empty() { "controls: []\n".to_owned() } else { format!("controls:\n{controls}") };
    format!("organization: Acme Inc.\nsystems: [{{ id: prod }}]\n{controls}")
}

/// A control over some criteria, in place or not.
fn control(id: &str, criteria: &str, status: &str, more: &str) -> String {
    format!(
        "  - {{ id: {id}, name: Control {id}, criteria: [{criteria}], status: {status}, owner: ann, frequency: annual{more} }}\n"
    )
}

/// One number of each point, by its path in the JSON.
fn numbers(trend: &Value, pointer: &str) -> Vec<i64> {
    let points = trend["points"].as_array().unwrap().iter();
    points.map(|point| point.pointer(pointer).and_then(Value::as_i64).unwrap_or(-1)).collect()
}

/// The days on which the points were committed; `now` for what was not.
fn days(trend: &Value) -> Vec<String> {
    let points = trend["points"].as_array().unwrap().iter();
    points.map(|point| point["revision"]["committed"].as_str().unwrap_or("now").to_owned()).collect()
}
