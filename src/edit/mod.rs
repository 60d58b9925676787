//! Changes to the text of an inventory that leave everything else as it is: comments, blank lines, order, quotes.
//!
//! A lossless syntax tree makes the changes, and then nobody is trusted: the text is read again by the reader that every
//! other command uses, and must say what was meant, or nothing is written.

mod apply;
mod meaning;
pub mod new;
mod pieces;
pub mod write;

use crate::edit::meaning::{Meaning, no_such_control};
use crate::edit::pieces::{Pieces, by_control};
use crate::edit::write::Style;
use crate::model::edit::Edit;
use crate::source::problem::Problem;

/// How many changes are made in a tree of the whole text.
const FEW: usize = 20;

/// The text of an inventory with some changes.
///
/// # Errors
///
/// A problem where the text has not the shape to take a change, or would say anything else than meant afterwards.
pub fn edited(text: &str, edits: &[Edit]) -> Result<String, Problem> {
    if edits.is_empty() {
        return Ok(text.to_owned());
    }
    let changed = changed(text, edits)?;
    let mut meant = Meaning::of(text)?;
    meant.change(edits)?;
    let is_as_meant =
        Meaning::of(&changed)? == meant && (Style::of(text) == Style::Yaml || Style::of(&changed) == Style::Json);
    if is_as_meant { Ok(changed) } else { Err(astray()) }
}

/// The text with the changes made in it: a few in the whole text, many control by control.
fn changed(text: &str, edits: &[Edit]) -> Result<String, Problem> {
    let (new, rest): (Vec<Edit>, Vec<Edit>) = edits.iter().cloned().partition(|edit| matches!(edit, Edit::Add(_)));
    let cut = (rest.len() > FEW).then(|| Pieces::of(text)).flatten();
    let changed = match cut {
        Some(pieces) => in_pieces(&pieces, &rest)?,
        None => apply::apply(text, &rest)?,
    };
    if new.is_empty() { Ok(changed) } else { apply::apply(&changed, &new) }
}

/// The changes made in each control by itself, as in a file that holds no other.
fn in_pieces(pieces: &Pieces<'_>, edits: &[Edit]) -> Result<String, Problem> {
    let mut by_control = by_control(edits);
    let mut out = pieces.head.to_owned();
    for (id, text) in &pieces.controls {
        match by_control.remove(id.as_str()) {
            None => out.push_str(text),
            Some(edits) => {
                let head = if text.contains("\r\n") { "controls:\r\n" } else { "controls:\n" };
                let alone = apply::apply(&format!("{head}{text}"), &edits)?;
                out.push_str(alone.strip_prefix(head).ok_or_else(astray)?);
            }
        }
    }
    match by_control.keys().next() {
        Some(id) => Err(no_such_control(id)),
        None => Ok(out + pieces.tail),
    }
}

/// What is said when a change did not come out as meant.
fn astray() -> Problem {
    Problem::anywhere("the changes cannot be made in this file without changing something else, so nothing was written")
        .help("write anchors, aliases and lists on one line out in full, or write to a new file")
}
