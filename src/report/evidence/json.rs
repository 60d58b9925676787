//! A verification as JSON, frozen by version.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Verified;
use crate::model::holding::{Holding, HoldingState, Whereabouts};
use crate::report::json::pretty;
use crate::report::json::tool::Tool;

/// The whole document.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    organization: &'a str,
    evidence: Vec<Entry<'a>>,
    counts: BTreeMap<String, usize>,
    /// Evidence and documents that name neither a file nor an address.
    nowhere: usize,
}

/// A file or an address.
#[derive(Serialize)]
struct Entry<'a> {
    path: Option<String>,
    url: Option<&'a str>,
    state: String,
    named_by: &'a [String],
    recorded: Recorded<'a>,
    found: Option<&'a str>,
    reason: Option<&'a str>,
}

/// The hashes recorded, by who recorded them.
#[derive(Serialize)]
struct Recorded<'a> {
    inventory: &'a [String],
    lock: Option<&'a str>,
}

/// Every file and address with its state, for machines.
#[must_use]
pub fn json(verified: &Verified<'_>) -> String {
    pretty(&Document {
        schema_version: 1,
        tool: Tool::this(),
        organization: verified.organization,
        evidence: verified.holdings.iter().map(|holding| entry(holding, verified)).collect(),
        counts: HoldingState::WORDS.iter().map(|word| (snake(word), verified.count(word))).collect(),
        nowhere: verified.nowhere,
    })
}

fn entry<'a>(holding: &'a Holding, verified: &Verified<'_>) -> Entry<'a> {
    let (path, url) = match &holding.whereabouts {
        Whereabouts::File(..) => (Some(holding.name(verified.folders)), None),
        Whereabouts::Address(url) => (None, Some(url.as_str())),
    };
    Entry {
        path,
        url,
        state: snake(holding.state.word()),
        named_by: &holding.named_by,
        recorded: Recorded { inventory: &holding.stated, lock: holding.locked.as_deref() },
        found: holding.found.as_deref(),
        reason: match &holding.state {
            HoldingState::Unreadable(why) => Some(why),
            _ => None,
        },
    }
}

fn snake(word: &str) -> String {
    word.replace(' ', "_")
}
