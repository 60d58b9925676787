//! A JSON result read back whole: what is held against another assessment, and which assessment it was.

use anyhow::{Context, anyhow, bail};
use serde_json::Value;

use crate::load::baseline::{NOT_A_RESULT, id_and_level, list_at, opened, shown, text_at};
use crate::model::criterion_id::CriterionId;
use crate::model::date::{Date, Period};
use crate::model::scope::Report;
use crate::model::snapshot::{Assessed, ControlStand, CriterionStand, GapStand, Side, Snapshot};
use crate::model::verdict::Verdict;
use crate::model::words::Category;

/// Whether a file is meant for a result and no inventory: it is JSON and has the version of one, or is called `.json` and is
/// no JSON at all.
#[must_use]
pub fn is_result(name: &str, text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('{')
        && let Ok(value) = serde_json::from_str::<Value>(text)
    {
        return value.get("schema_version").is_some();
    }
    name.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("json"))
}

/// Reads the conclusions of an earlier JSON result. Keys it does not need may hold anything.
///
/// # Errors
///
/// In one sentence without a full stop: the text is not JSON, not a result of gapcheck, of another version, or something in
/// it cannot be understood. The caller knows the name of the file and says it.
pub fn result(path: String, text: &str) -> anyhow::Result<Assessed> {
    let (result, as_of) = opened(text)?;
    let mut snapshot = Snapshot::default();
    for (at, one) in list_at(&result, "criteria")?.iter().enumerate() {
        let (id, stand) = criterion(one).with_context(|| format!("`criteria[{at}]` of the result"))?;
        snapshot.criteria.insert(id, stand);
    }
    for (at, one) in list_at(&result, "controls")?.iter().enumerate() {
        let (id, stand) = control(one).with_context(|| format!("`controls[{at}]` of the result"))?;
        snapshot.controls.insert(id, stand);
    }
    for (at, one) in list_at(&result, "gaps")?.iter().enumerate() {
        let (id, stand) = gap(at, one)?;
        // Should an id ever stand twice, the graver level counts.
        let known = snapshot.gaps.entry(id).or_insert_with(|| stand.clone());
        if stand.level > known.level {
            *known = stand;
        }
    }
    Ok(Assessed { side: side(path, &result, as_of)?, snapshot })
}

fn criterion(one: &Value) -> anyhow::Result<(CriterionId, CriterionStand)> {
    let id = text_at(one, "id").and_then(|id| id.parse().ok());
    let Some(id) = id else { bail!("it has no `id` of a criterion") };
    let stand = CriterionStand {
        design: verdict(one, "design")?.ok_or_else(|| anyhow!("it has no verdict `design`"))?,
        operation: verdict(one, "operation")?,
        claimed: flag(one, "claimed")?,
        evidenced: flag(one, "evidenced")?,
        tested: flag(one, "tested")?,
    };
    Ok((id, stand))
}

fn control(one: &Value) -> anyhow::Result<(String, ControlStand)> {
    let id = text_at(one, "id").filter(|id| !id.is_empty());
    let Some(id) = id else { bail!("it has no `id`") };
    let stand = ControlStand {
        name: text_at(one, "name").unwrap_or_default().to_owned(),
        design: verdict(one, "design")?.ok_or_else(|| anyhow!("it has no verdict `design`"))?,
        operation: verdict(one, "operation")?,
    };
    Ok((id.to_owned(), stand))
}

fn gap(at: usize, one: &Value) -> anyhow::Result<(String, GapStand)> {
    let (id, level) = id_and_level(at, one)?;
    let score = one.get("risk").and_then(|risk| risk.get("score")).and_then(Value::as_u64);
    let stand = GapStand {
        title: text_at(one, "title").unwrap_or_default().to_owned(),
        rule: text_at(one, "rule").unwrap_or_default().to_owned(),
        level,
        score: score.and_then(|score| u8::try_from(score).ok()).unwrap_or(level.bin().0),
        // What was known before that result stood open all the same.
        accepted: text_at(one, "treatment") == Some("accepted"),
    };
    Ok((id.to_owned(), stand))
}

/// A verdict; none where there is nothing under its key.
fn verdict(one: &Value, key: &str) -> anyhow::Result<Option<Verdict>> {
    match one.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(found) => {
            let known = found.as_str().and_then(Verdict::parse);
            known.map(Some).ok_or_else(|| anyhow!("its `{key}` is {}, which is no verdict", shown(found)))
        }
    }
}

fn flag(one: &Value, key: &str) -> anyhow::Result<bool> {
    one.get(key).and_then(Value::as_bool).ok_or_else(|| anyhow!("its `{key}` is neither `true` nor `false`"))
}

/// Which assessment the result is of.
fn side(path: String, result: &Value, as_of: Date) -> anyhow::Result<Side> {
    let Some(organization) = text_at(result, "organization") else { bail!("{NOT_A_RESULT}: it has no `organization`") };
    let Some(scope) = result.get("scope") else { bail!("{NOT_A_RESULT}: it has no `scope`") };
    let named =
        |object: &str, key: &str| result.get(object).and_then(|it| text_at(it, key)).unwrap_or("unknown").to_owned();
    Ok(Side {
        path,
        is_result: true,
        as_of,
        organization: organization.to_owned(),
        system: text_at(scope, "system").map(str::to_owned),
        categories: categories(scope)?,
        report: report(scope)?,
        catalog: (named("catalog", "edition"), named("catalog", "digest")),
        version: named("tool", "version"),
    })
}

fn categories(scope: &Value) -> anyhow::Result<Vec<Category>> {
    let listed = scope.get("categories").and_then(Value::as_array);
    let Some(listed) = listed else { bail!("{NOT_A_RESULT}: its `scope` has no list `categories`") };
    let category = |found: &Value| {
        let known = found.as_str().and_then(Category::parse);
        known.ok_or_else(|| anyhow!("its `scope` names {}, which is no category", shown(found)))
    };
    listed.iter().map(category).collect()
}

fn report(scope: &Value) -> anyhow::Result<Report> {
    let date = |object: Option<&Value>, key: &str| {
        let date = object.and_then(|object| text_at(object, key)).and_then(|text| text.parse::<Date>().ok());
        date.ok_or_else(|| anyhow!("{NOT_A_RESULT}: its `scope` does not say of which day or period its report is"))
    };
    let period = scope.get("period");
    match text_at(scope, "report") {
        Some("type2") => Ok(Report::Type2 { period: Period::between(date(period, "start")?, date(period, "end")?) }),
        _ => Ok(Report::Type1 { as_of: date(Some(scope), "as_of")? }),
    }
}
