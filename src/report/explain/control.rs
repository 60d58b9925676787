//! The page of a control: what the inventory says of it, and how it stands.

use std::collections::BTreeMap;

use crate::model::assessment::Assessment;
use crate::model::document::Control;
use crate::model::framework::Framework;
use crate::model::standing::Standing;
use crate::model::words::TestOf;
use crate::report::explain::Desk;
use crate::report::explain::operation::Observed;
use crate::report::explain::page::{Block, Entry, Item};
use crate::report::explain::{evidence, gap, standing, tests, verdict};
use crate::text::list::{and, ticked_and};
use crate::text::natural::compare;

/// The control of an id; where none is spelled so, every control of that id in any case.
pub(super) fn find(desk: &Desk<'_>, thing: &str) -> Vec<Entry> {
    let Some(assessment) = desk.assessment else { return Vec::new() };
    let inventory = assessment.inventory;
    let exact = inventory.index.controls.get(thing).copied();
    let any_case = || {
        let controls = inventory.controls.iter().enumerate();
        controls.filter(|(_, control)| control.id.value.eq_ignore_ascii_case(thing)).map(|(at, _)| at).collect()
    };
    let found: Vec<usize> = exact.map_or_else(any_case, |at| vec![at]);
    found.into_iter().filter_map(|at| entry(assessment, at)).collect()
}

fn entry(assessment: &Assessment<'_>, at: usize) -> Option<Entry> {
    let control = assessment.inventory.controls.get(at)?;
    let standing = assessment.standings.get(at)?;
    let description = control.description.as_deref().filter(|words| !words.trim().is_empty());
    let mut blocks = vec![
        Block::text(description.unwrap_or("The inventory does not describe it.")),
        Block::Items(facts(assessment, control)),
    ];
    blocks.extend(Block::section("How it stands", vec![Block::Items(verdicts(assessment, at, control, standing))]));
    if let Some(observed) = Observed::of(assessment, control, standing) {
        blocks.extend(Block::section("Operation in the period", observed.section()));
    }
    blocks.extend(Block::section("Evidence", on_file(assessment, control, standing)));
    let tests = tests::items(assessment, control);
    let design = Block::text(standing::design_test(assessment, standing.design));
    let tests = (!tests.is_empty()).then_some(Block::Items(tests));
    blocks.extend(Block::section("Tests", std::iter::once(design).chain(tests).collect()));
    let documents = standing::documents(assessment, control);
    let documents = if documents.is_empty() {
        Block::text("It names no document that describes it.")
    } else {
        Block::Items(documents)
    };
    blocks.extend(Block::section("Documents", vec![documents]));
    blocks.extend(Block::section("Criteria", criteria(assessment, control)));
    let gaps = assessment.gaps.iter().filter(|gap| gap.finding.control == Some(at)).collect();
    blocks.extend(Block::section("Gaps", gap::table(gaps)));
    let name = control.id.value.to_string();
    Some(Entry { kind: "control", title: format!("{name}: {}", control.name.0), name, blocks })
}

fn facts(assessment: &Assessment<'_>, control: &Control) -> Vec<Item> {
    let inventory = assessment.inventory;
    let person = |id: &str| inventory.person_name(id).to_owned();
    let systems = match &control.systems {
        None => "all systems in scope".to_owned(),
        Some(_) => and(inventory
            .systems_of(control)
            .into_iter()
            .filter_map(|at| inventory.systems.get(at).map(|system| format!("`{}`", system.id.value)))),
    };
    let known = [
        ("Status", Some(format!("{}. {}", control.status, control.status.meaning()))),
        ("Since", control.since.as_ref().map(|since| since.value.to_string())),
        ("Until", control.until.as_ref().map(|until| until.value.to_string())),
        ("Owner", control.owner.as_ref().map(|owner| person(&owner.value.0))),
        ("Performer", control.performer.as_ref().map(|performer| person(&performer.value.0))),
        ("Kind", control.kind.map(|kind| kind.to_string())),
        ("Nature", control.nature.map(|nature| nature.to_string())),
        ("Execution", control.execution.map(|execution| execution.to_string())),
        ("Frequency", control.frequency.map(|frequency| frequency.to_string())),
        ("Systems", Some(systems)),
        ("Clauses", clauses(control)),
    ];
    let mut facts: Vec<Item> =
        known.iter().filter_map(|(label, text)| Some(Item::of(*label, text.as_ref()?))).collect();
    let missing: Vec<&str> = known
        .iter()
        .filter(|(_, text)| text.is_none())
        .map(|(label, _)| *label)
        .filter(|label| !["Performer", "Until", "Clauses"].contains(label))
        .collect();
    if !missing.is_empty() {
        // "Since" alone would read as a sentence that breaks off.
        let words = |label: &str| if label == "Since" { "from when".to_owned() } else { label.to_lowercase() };
        facts.push(Item::of("Not said", and(missing.into_iter().map(words))));
    }
    facts
}

/// The clauses of other frameworks that it names, framework by framework: `A.5.15` and `A.5.18` of ISO/IEC 27001:2022.
fn clauses(control: &Control) -> Option<String> {
    let named = Framework::ALL.iter().filter_map(|framework| {
        let mut ids: Vec<&str> = control.clauses.of(*framework).collect();
        ids.sort_unstable_by(|a, b| compare(a, b));
        (!ids.is_empty()).then(|| format!("{} of {}", ticked_and(ids), framework.title()))
    });
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| named.join("; "))
}

fn verdicts(assessment: &Assessment<'_>, at: usize, control: &Control, standing: &Standing) -> Vec<Item> {
    let result = assessment.controls.get(at);
    let design = result.map(|result| {
        let because = verdict::design(assessment, at, (control, standing)).map(Item::plain);
        Item::of("Design", result.design.plain()).with(because)
    });
    let operation = result.and_then(|result| result.operation).map(|operation| {
        let because = verdict::operation(assessment, at, (control, standing));
        Item::of("Operation", operation.plain()).with(because.into_iter().map(Item::plain))
    });
    let test = Item::of("Test", standing::counted_test(assessment, standing));
    design.into_iter().chain(operation).chain([test]).collect()
}

fn on_file(assessment: &Assessment<'_>, control: &Control, standing: &Standing) -> Vec<Block> {
    let pieces = evidence::items(assessment, control, standing);
    if pieces.is_empty() { vec![Block::text("None is on file.")] } else { vec![Block::Items(pieces)] }
}

/// The criteria the control names, each with what was concluded of it.
fn criteria(assessment: &Assessment<'_>, control: &Control) -> Vec<Block> {
    let type2 = assessment.inventory.scope.report.is_type2();
    let named = control.criteria.iter().filter_map(|reference| {
        let position = assessment.catalog.position(reference.criterion)?;
        let criterion = assessment.catalog.criteria.get(position)?;
        let result = assessment.criteria.iter().find(|result| result.criterion == position);
        let verdict = result.map_or("category not selected", |result| result.design.verdict.plain());
        let operation = result.and_then(|result| Some(result.operation.as_ref()?.verdict.plain()));
        let operation = type2.then(|| operation.unwrap_or("–").to_owned());
        let mut row = vec![format!("`{}`", reference.value), verdict.to_owned()];
        row.extend(operation.into_iter().chain([criterion.title.clone()]));
        Some(((position, reference.value.point.clone()), row))
    });
    let rows: Vec<Vec<String>> = named.collect::<BTreeMap<_, _>>().into_values().collect();
    if rows.is_empty() {
        return vec![Block::text("It names none.")];
    }
    let columns: &[&str] =
        if type2 { &["Criterion", "Design", "Operation", "Title"] } else { &["Criterion", "Design", "Title"] };
    vec![Block::table(columns, rows)]
}

/// A control in short: its status, its verdicts and all that supports them.
pub(in crate::report) fn in_short(assessment: &Assessment<'_>, at: usize) -> Option<Item> {
    let control = assessment.inventory.controls.get(at)?;
    let standing = assessment.standings.get(at)?;
    let result = assessment.controls.get(at)?;
    let operation = result.operation.map_or_else(String::new, |verdict| format!("; operation: {}", verdict.plain()));
    let verdicts = format!("design: {}{operation}", result.design.plain());
    let text = format!("{}; {verdicts}. {}", control.status, standing::support(control, standing));
    let observed = Observed::of(assessment, control, standing).map(|observed| observed.in_short());
    let none = control.evidence.is_empty().then(|| Item::plain("No evidence is on file."));
    let of_operation = control.tests.iter().any(|test| test.of == TestOf::Operation);
    let untested =
        (result.operation.is_some() && !of_operation).then(|| Item::plain("No test of operation is on file."));
    let under = observed
        .into_iter()
        .chain(evidence::items(assessment, control, standing))
        .chain(none)
        .chain([Item::plain(standing::design_test(assessment, standing.design))])
        .chain(tests::items(assessment, control))
        .chain(untested)
        .chain(standing::documents(assessment, control));
    Some(Item::of(format!("`{}` {}", control.id.value, control.name.0), text).with(under))
}
