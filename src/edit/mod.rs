//! Changes to the text of an inventory that leave everything else as it is: comments, blank lines, order, quotes.
//!
//! A lossless syntax tree makes the changes, and then nobody is trusted: the text is read again by the reader that every
//! other command uses, and must say what was meant, or nothing is written.

mod apply;
mod meaning;
pub mod write;

use crate::edit::meaning::Meaning;
use crate::model::edit::Edit;
use crate::source::problem::Problem;

/// The text of an inventory with some changes.
///
/// # Errors
///
/// A problem where the text has not the shape to take a change, or would say anything else than meant afterwards.
pub fn edited(text: &str, edits: &[Edit]) -> Result<String, Problem> {
    if edits.is_empty() {
        return Ok(text.to_owned());
    }
    let changed = apply::apply(text, edits)?;
    let mut meant = Meaning::of(text)?;
    meant.change(edits)?;
    if Meaning::of(&changed)? == meant { Ok(changed) } else { Err(astray()) }
}

/// What is said when a change did not come out as meant.
fn astray() -> Problem {
    Problem::anywhere("the changes cannot be made in this file without changing something else, so nothing was written")
        .help("write anchors, aliases and lists on one line out in full, or write to a new file")
}
