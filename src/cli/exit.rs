//! How a run ends. The same in every format.

use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done, and the gate (if any) holds.
    Done,
    /// The gate failed.
    GateFailed,
    /// Could not assess: bad usage, bad input, unreadable file, nothing left in scope.
    CouldNot,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::GateFailed => Self::from(1),
            Exit::CouldNot => Self::from(2),
        }
    }
}
