//! An earlier result read back: only what a comparison needs, and a clear word on whatever is not there.

use anyhow::{anyhow, bail, ensure};
use serde_json::Value;

use crate::model::baseline::Baseline;
use crate::model::date::Date;
use crate::model::level::Level;
use crate::text::list::ticked_or;
use crate::text::wrap::truncate;

/// The version of the JSON result that can be read.
const VERSION: u64 = 1;

/// What people are told who give another file.
pub(super) const NOT_A_RESULT: &str = "this is not a gapcheck result";

/// Reads the gaps of an earlier JSON result. Keys it does not need may hold anything.
///
/// # Errors
///
/// In one sentence without a full stop: the text is not JSON (with line and column), not a result of gapcheck, of another
/// version, or a gap of it cannot be understood. The caller knows the name of the file and says it.
pub fn baseline(text: &str) -> anyhow::Result<Baseline> {
    let (result, as_of) = opened(text)?;
    let mut baseline = Baseline { as_of: as_of.to_string(), ..Baseline::default() };
    for (at, gap) in list_at(&result, "gaps")?.iter().enumerate() {
        let (id, level) = id_and_level(at, gap)?;
        // Should an id ever stand twice, the graver level counts: both were known at it.
        let known = baseline.levels.entry(id.to_owned()).or_insert(level);
        *known = level.max(*known);
    }
    Ok(baseline)
}

/// A result of this version, and its day.
pub(super) fn opened(text: &str) -> anyhow::Result<(Value, Date)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    ensure!(!text.trim().is_empty(), "the file is empty; give the JSON result of an earlier assessment");
    let result: Value = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    let Some(version) = result.get("schema_version") else {
        bail!("{NOT_A_RESULT}: it has no `schema_version`; `gapcheck assess --format json` writes one");
    };
    ensure!(
        version.as_u64() == Some(VERSION),
        "its `schema_version` is {}, and this gapcheck reads {VERSION}",
        shown(version)
    );
    let as_of = text_at(&result, "as_of").and_then(|text| text.parse::<Date>().ok());
    let Some(as_of) = as_of else { bail!("{NOT_A_RESULT}: `as_of` is no date such as `2026-11-22`") };
    Ok((result, as_of))
}

/// A list of a result.
pub(super) fn list_at<'a>(result: &'a Value, key: &str) -> anyhow::Result<&'a [Value]> {
    match result.get(key).and_then(Value::as_array) {
        Some(list) => Ok(list),
        None => bail!("{NOT_A_RESULT}: it has no list `{key}`"),
    }
}

/// The library ends its own messages with line and column; they come first here, for that is what people look for.
fn not_json(error: &serde_json::Error) -> anyhow::Error {
    let (line, column) = (error.line(), error.column());
    let said = error.to_string();
    let why = said.split(" at line ").next().unwrap_or_default();
    anyhow!("this is not JSON: line {line}, column {column}: {why}")
}

/// The identity of a gap of a result, and its level.
pub(super) fn id_and_level(at: usize, gap: &Value) -> anyhow::Result<(&str, Level)> {
    let Some(id) = text_at(gap, "id").filter(|id| !id.is_empty()) else {
        bail!("`gaps[{at}]` of the result has no `id`");
    };
    let Some(level) = gap.get("risk").and_then(|risk| risk.get("level")) else {
        bail!("`gaps[{at}]` of the result has no `risk.level`");
    };
    let known = Level::ALL.iter().find(|known| level.as_str() == Some(known.snake().as_str()));
    known.map(|known| (id, *known)).ok_or_else(|| {
        let words = ticked_or(Level::ALL.iter().map(|level| level.snake()));
        anyhow!("the level of `gaps[{at}]` of the result is {}, not one of {words}", shown(level))
    })
}

/// The text under a key.
pub(super) fn text_at<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}

/// A value as it is written in JSON, cut short, so that a stray file cannot fill the screen.
pub(super) fn shown(value: &Value) -> String {
    format!("`{}`", truncate(&value.to_string(), 40))
}
