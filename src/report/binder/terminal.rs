//! What became of packing, on the terminal: what is in the binder, what is not, and how to verify it.

use crate::model::holding::Holding;
use crate::model::lock::Folders;
use crate::report::binder::contents::Binder;
use crate::report::binder::request::{Delivery, Request};
use crate::report::binder::requests::why;
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, paint};
use crate::text::count::{count, counted, number};
use crate::text::escape::terminal;
use crate::text::list::and;
use crate::text::wrap::wrap;

/// A binder that was written.
pub struct Packed<'a> {
    /// What is in it.
    pub binder: &'a Binder<'a>,
    /// What is wanted.
    pub requests: &'a [Request],
    /// The archive, as people know it.
    pub path: &'a str,
    /// How many bytes it has.
    pub bytes: u64,
}

/// The account of a binder that was written.
#[must_use]
pub fn packed(packed: &Packed<'_>, width: usize) -> String {
    let Packed { binder, requests, path, bytes } = packed;
    let bytes = usize::try_from(*bytes).unwrap_or(usize::MAX);
    let mut out = format!(
        "wrote {}: {} of {}, {}\n",
        terminal(path),
        count(binder.files.len(), "file"),
        terminal(&binder.ground.assessment.inventory.organization),
        count(bytes, "byte"),
    );
    let of = |state| requests.iter().filter(|request| request.state == state).count();
    let line = |text: String| format!("  {}\n", wrap(&text, width.saturating_sub(2), "").replace('\n', "\n  "));
    out.push_str(&line(format!(
        "requests: {} delivered, {} at an address, {} not delivered",
        number(of(Delivery::Delivered)),
        number(of(Delivery::Address)),
        number(of(Delivery::Open)),
    )));
    if binder.unrecorded() > 0 {
        let none = counted(binder.unrecorded(), "file has", "files have");
        out.push_str(&line(format!("{none} no recorded hash; `gapcheck evidence lock` records what they are now")));
    }
    for file in binder.files.iter().filter(|file| file.renamed) {
        let (from, to) = (terminal(file.path.1), terminal(&file.name));
        out.extend(["  ", &paint(ATTENTION, "renamed"), " ", &from, " to ", &to, "\n"]);
    }
    for holding in binder.unverified().filter(|holding| holding.state.is_fault()) {
        out.extend(["  ", &paint(BAD, "left out"), " ", &fault(holding, binder.ground.folders), "\n"]);
    }
    out.extend(["  ", &paint(FAINT, "to verify it, unpacked: sha256sum -c SHA256SUMS"), "\n"]);
    out
}

/// Why no binder is written: every file that is named and cannot be packed.
#[must_use]
pub fn refusal(holdings: &[Holding], folders: &Folders) -> Option<String> {
    let faults = holdings.iter().filter(|holding| holding.state.is_fault());
    let lines: Vec<String> = faults.map(|holding| format!("  {}\n", fault(holding, folders))).collect();
    let files = counted(lines.len(), "file that is named cannot be packed", "files that are named cannot be packed");
    (!lines.is_empty()).then(|| {
        format!(
            "no binder is written, for {files}:\n{}mend them, or pack without them with `--incomplete`: the binder then lists \
             each as not delivered",
            lines.concat()
        )
    })
}

fn fault(holding: &Holding, folders: &Folders) -> String {
    let name = terminal(&holding.name(folders)).into_owned();
    format!("{name} ({}): {}", terminal(&and(&holding.named_by)), terminal(&why(&holding.state)))
}
