//! `gapcheck evidence`: what can be done with the evidence of an inventory, one file a command.

mod due;
mod lock;
mod pack;
mod verify;

use anyhow::Result;

use crate::cli::args::evidence::{Evidence, EvidenceCommand};
use crate::cli::exit::Exit;

/// Does what was asked for with the evidence.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn run(args: &Evidence) -> Result<Exit> {
    match &args.command {
        EvidenceCommand::Due(args) => due::run(args),
        EvidenceCommand::Lock(args) => lock::run(args),
        EvidenceCommand::Pack(args) => pack::run(args),
        EvidenceCommand::Verify(args) => verify::run(args),
    }
}
