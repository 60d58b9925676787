//! Runs of the program, written as sentences.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// An inventory without a control: 33 criteria with nothing in place.
pub const NOTHING: &str = "organization: Acme Inc.\ncontrols: []\n";

/// An inventory whose three gaps are of no higher level than moderate, one of them exactly that: all criteria but three
/// of availability are out of its scope, and of these two are scoped out.
pub const SMALL: &str = "\
organization: Acme Inc.
scope:
  categories: [availability]
  not_applicable:
    - { criteria: [A1.2, A1.3], rationale: The customer runs the service., approved_by: jane }
systems: [{ id: prod }]
controls: []
";

/// What the program said and how it ended.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Said {
    /// It ended with a code.
    #[track_caller]
    pub fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "\n--- out\n{}\n--- err\n{}", self.out, self.err);
        self
    }

    /// It printed a result and no message.
    #[track_caller]
    pub fn prints(self, out: &str) -> Self {
        assert_eq!(self.out, out, "\n--- err\n{}", self.err);
        assert_eq!(self.err, "");
        self
    }

    /// It could not do it, said so in exactly these words, and printed nothing else.
    #[track_caller]
    pub fn refuses(self, message: &str) {
        assert_eq!(self.err, format!("error: {message}\n"), "\n--- out\n{}", self.out);
        assert_eq!(self.out, "");
        assert_eq!(self.code, Some(2));
    }
    /// It printed its result, and said that a file could not be written.
    #[track_caller]
    pub fn prints_but_cannot_write(self, message: &str) {
        assert_eq!(self.err, format!("error: {message}\n"), "\n--- out\n{}", self.out);
        assert!(self.out.starts_with("Acme Inc.\nSOC 2 gap assessment"), "{}", self.out);
        assert_eq!(self.code, Some(2));
    }
}

/// A folder to run the program in.
pub struct Folder(TempDir);

impl Folder {
    /// A folder with some files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().expect("a folder"));
        for (name, text) in files {
            folder.put(name, text.as_bytes());
        }
        folder
    }

    pub fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names of all that lies directly in the folder, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.root()).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
        names.sort();
        names
    }

    /// The program, with the day and the environment of the tests.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        command.args(arguments).current_dir(self.root());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "GITHUB_ACTIONS"] {
            command.env_remove(name);
        }
        command.env("RUST_BACKTRACE", "0");
        command
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments), None)
    }

    /// Assesses on the day of the tests.
    pub fn assess(&self, arguments: &[&str]) -> Said {
        self.run(&[&["assess", "--as-of", "2026-11-22"], arguments].concat())
    }

    /// Runs the program with a text on standard input.
    pub fn run_with(&self, input: &[u8], arguments: &[&str]) -> Said {
        said(self.command(arguments), Some(input))
    }
}

/// Runs a command and listens to it.
pub fn said(mut command: Command, input: Option<&[u8]>) -> Said {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
    let mut child = command.spawn().expect("gapcheck starts");
    if let Some(input) = input {
        // A program that refuses its arguments does not read.
        child.stdin.take().expect("a pipe").write_all(input).ok();
    }
    let output = child.wait_with_output().expect("gapcheck ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}
