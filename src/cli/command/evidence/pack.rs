//! `gapcheck evidence pack`: the binder for the auditor, as one archive.

use std::path::Path;

use anyhow::{Result, bail, ensure};

use crate::Narrowed;
use crate::Request;
use crate::assess::holdings::holdings;
use crate::cli::args::evidence::Pack;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::cli::output::refuse_to_overwrite;
use crate::io::archive::{self, Entry, Held};
use crate::io::{clock, evidence, lock, output, terminal};
use crate::model::due::Horizon;
use crate::model::inventory::Inventory;
use crate::report::binder::contents::{Binder, Ground};
use crate::report::binder::piece::Filed;
use crate::report::binder::requests::requests;
use crate::report::binder::{Packed, packed, pages, refusal};

/// Packs every file the inventory names, with the pages that say what they are.
///
/// # Errors
///
/// When something cannot be read or written, a file cannot be packed, or nothing is left in scope.
pub fn run(args: &Pack) -> Result<Exit> {
    let path = &args.output;
    refuse_other_archives(path)?;
    let Told::Read(catalog) = catalog(args.basis.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
    let as_of = args.basis.as_of.unwrap_or_else(clock::today);
    let Told::Read((sources, inventory)) = inventory(&args.source.inventory, &catalog, as_of)? else {
        return Ok(Exit::CouldNot);
    };
    ensure!(
        !lock::has_no_folder(&sources),
        "an inventory on standard input lies in no folder, and its evidence lies beside it; name the file or the folder"
    );
    refuse_to_overwrite(path, &sources, &inventory)?;
    let folders = lock::folders(&sources);
    let files = evidence::hash_all(&inventory, &sources, &folders);
    let holdings = holdings(&inventory, &files, &folders);
    if let Some(why) = refusal(&holdings, &folders).filter(|_| !args.incomplete) {
        bail!(why);
    }
    let request = Request { as_of, fail_on: None, baseline: None };
    let whole = Narrowed { whole: &inventory, selected: &inventory };
    let assessment = crate::assess_narrowed(&sources, &whole, &catalog, &files, &request);
    ensure!(assessment.summary.applicable > 0, "nothing is left in scope: every criterion is scoped out");
    let agenda = crate::due(&inventory, &catalog, &files, up_to_fieldwork(&inventory, as_of));
    let binder =
        Binder::of(Ground { assessment: &assessment, agenda: &agenda, holdings: &holdings, folders: &folders });
    let requests = requests(&binder);
    let of_pages = pages(&binder, &requests)
        .into_iter()
        .map(|page| Entry { name: page.name.to_owned(), holds: Held::Bytes(page.text.into_bytes()) });
    let of_files = binder.files.iter().map(|file| entry(file, &binder)).collect::<Result<Vec<_>>>()?;
    let bytes = archive::write(path, of_pages.chain(of_files).collect())?;
    let told = Packed { binder: &binder, requests: &requests, path: &path.display().to_string(), bytes };
    output::print(&packed(&told, terminal::width()))?;
    Ok(Exit::Done)
}

/// The archive is a ZIP, which every system opens without another program.
fn refuse_other_archives(path: &Path) -> Result<()> {
    let is_zip = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"));
    ensure!(is_zip, "the binder is a ZIP archive: give it a name that ends with .zip, not {}", path.display());
    Ok(())
}

/// What is asked for: what falls due up to the day of fieldwork, else to the last day of the report, and a month at least.
fn up_to_fieldwork(inventory: &Inventory, as_of: crate::model::date::Date) -> Horizon {
    let scope = &inventory.scope;
    let last = scope.milestones.fieldwork.as_ref().map_or(scope.report.end(), |day| day.value);
    Horizon { as_of, until: last.max(as_of.plus_days(30)) }
}

/// A file as it is packed; it is looked up once more, since it may have become something else.
fn entry(file: &Filed<'_>, binder: &Binder<'_>) -> Result<Entry> {
    let folders = binder.ground.folders;
    let (folder, path) = file.path;
    let shown = file.holding.name(folders);
    let found = folders.get(folder).and_then(|folder| evidence::regular(folder, path).ok());
    let Some(real) = found else { bail!("{shown} was there a moment ago and is no longer; run this again") };
    Ok(Entry { name: file.name.clone(), holds: Held::File { shown, real, sha256: file.sha256.to_owned() } })
}
