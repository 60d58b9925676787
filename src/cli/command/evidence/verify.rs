//! `gapcheck evidence verify`: whether every file is there and the one that was recorded.

use anyhow::Result;

use crate::assess::holdings::{holdings, nowhere};
use crate::cli::args::evidence::{Verify, VerifyFormat};
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::io::{clock, evidence, lock, output, terminal};
use crate::report::evidence::{Verified, json, verify};

/// Compares every file with what was recorded of it.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn run(args: &Verify) -> Result<Exit> {
    let Told::Read(catalog) = catalog(None)? else { return Ok(Exit::CouldNot) };
    let Told::Read((sources, inventory)) = inventory(&args.source.inventory, &catalog, clock::today())? else {
        return Ok(Exit::CouldNot);
    };
    let folders = lock::folders(&sources);
    let files = evidence::look_up(&inventory, &sources);
    let holdings = holdings(&inventory, &files, &folders);
    let verified = Verified {
        organization: &inventory.organization,
        holdings: &holdings,
        folders: &folders,
        nowhere: nowhere(&inventory),
    };
    match args.format {
        VerifyFormat::Terminal => output::print(&verify(&verified, terminal::width()))?,
        VerifyFormat::Json => output::print_plain(json(&verified))?,
    }
    Ok(if holdings.iter().any(|holding| holding.state.is_fault()) { Exit::GateFailed } else { Exit::Done })
}
