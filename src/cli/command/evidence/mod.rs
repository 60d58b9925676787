//! `gapcheck evidence`: what has to do with evidence, one file a question.

pub mod due;

use anyhow::Result;

use crate::cli::args::EvidenceCommand;
use crate::cli::exit::Exit;

/// Answers what was asked of evidence.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn run(command: &EvidenceCommand) -> Result<Exit> {
    match command {
        EvidenceCommand::Due(args) => due::run(args),
    }
}
