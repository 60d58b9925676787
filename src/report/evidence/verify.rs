//! A verification on the terminal.

use anstyle::Style;

use super::Verified;
use super::begin;
use super::groups::{Group, Row};
use crate::model::holding::{Holding, HoldingState};
use crate::model::lock::LOCK_FILE;
use crate::report::terminal::style::{ATTENTION, BAD, GOOD, UNKNOWN};
use crate::text::count::{count, counted, number};
use crate::text::escape::terminal;
use crate::text::list;
use crate::text::wrap::wrap;

/// Every file and address in groups, the gravest first, and the counts in the last line.
#[must_use]
pub fn verify(verified: &Verified<'_>, width: usize) -> String {
    let head = format!("Evidence and documents of {}", terminal(verified.organization));
    let groups: String = HoldingState::WORDS.iter().map(|word| group(word, verified).shown(width)).collect();
    let nowhere = nowhere(verified.nowhere).map(|line| format!("{}\n\n", wrap(&line, width, "")));
    format!("{}\n\n{groups}{}{}\n", wrap(&head, width, ""), nowhere.unwrap_or_default(), closing(verified, width))
}

fn group(word: &'static str, verified: &Verified<'_>) -> Group {
    let (style, advice) = manner(word);
    let rows = verified.holdings.iter().filter(|holding| holding.state.word() == word);
    let rows = rows.map(|holding| Row { name: holding.name(verified.folders), note: note(holding) }).collect();
    Group { title: word, style, advice, rows }
}

/// How a state is shown, and what to do about it.
fn manner(word: &str) -> (Style, Option<&'static str>) {
    match word {
        "altered" => (
            BAD,
            Some(
                "find out who changed the file, when and why; bring the original back, or record the new one: where the lock \
                 differs with `gapcheck evidence lock --update PATH`, else by its `sha256` in the inventory",
            ),
        ),
        "not there" => (BAD, Some("put the file where the inventory says, or correct its `path`")),
        "outside" => (BAD, Some("copy the file into the folder of the inventory; nothing outside it is looked at")),
        "unreadable" => (BAD, Some("mend the file or who may read it; what nobody can open is not on file")),
        "not recorded" => (ATTENTION, Some("`gapcheck evidence lock` records what these files are now")),
        "recorded" => (GOOD, None),
        _ => (UNKNOWN, Some("open these yourself: nothing behind an address can be verified here")),
    }
}

/// Who names it, and what else there is to say.
fn note(holding: &Holding) -> String {
    let by = list::and(&holding.named_by);
    match &holding.state {
        HoldingState::Altered => format!("{by}: {}", differences(holding)),
        HoldingState::NotThere if holding.locked.is_some() || !holding.stated.is_empty() => {
            format!("{by}: its hash was recorded")
        }
        HoldingState::Unreadable(why) => format!("{by}: {why}"),
        _ => by,
    }
}

fn differences(holding: &Holding) -> String {
    let stated = holding.stated_otherwise().map(|hash| format!("{} in the inventory", begin(hash)));
    let locked = holding.locked_otherwise().map(|hash| format!("{} in {LOCK_FILE}", begin(hash)));
    let found = holding.found.as_deref().map(begin).unwrap_or_default();
    format!("recorded {}, found {found}", list::and(stated.into_iter().chain(locked)))
}

fn nowhere(count: usize) -> Option<String> {
    let names = counted(count, "piece of evidence or document names", "pieces of evidence or documents name");
    (count > 0).then(|| format!("And {names} neither a file nor an address, so nothing of it can be verified."))
}

/// How many there are, and how many stand how.
fn closing(verified: &Verified<'_>, width: usize) -> String {
    let files = verified.holdings.len() - verified.count("address");
    let counts = HoldingState::WORDS.iter().filter(|word| **word != "address");
    let counts = counts.map(|word| format!("{} {word}", number(verified.count(word))));
    let addresses = counted(verified.count("address"), "address", "addresses");
    let line =
        format!("{}: {}; {addresses} not looked at", count(files, "file"), counts.collect::<Vec<_>>().join(", "));
    wrap(&line, width, "")
}
