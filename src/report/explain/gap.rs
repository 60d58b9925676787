//! The page of a gap: what was found, and the arithmetic of its risk.

use crate::model::assessment::Assessment;
use crate::model::gap::Gap;
use crate::report::explain::Desk;
use crate::report::explain::page::{Block, Entry, Item};
use crate::report::explain::{treatment, working};
use crate::text::list::{and, ticked_and};

/// The gap of an id, in any case where none is spelled so, or of a number such as `3` or `#3`.
pub(super) fn find(desk: &Desk<'_>, thing: &str) -> Vec<Entry> {
    let Some(assessment) = desk.assessment else { return Vec::new() };
    let number = thing.strip_prefix('#').unwrap_or(thing).parse::<usize>().ok();
    let gaps = || assessment.gaps.iter();
    let exact = gaps().find(|gap| gap.id() == thing || Some(gap.number) == number);
    let found = exact.or_else(|| gaps().find(|gap| gap.id().eq_ignore_ascii_case(thing)));
    found.map(|gap| entry(assessment, gap)).into_iter().collect()
}

fn entry(assessment: &Assessment<'_>, gap: &Gap) -> Entry {
    let finding = &gap.finding;
    let mut blocks = vec![Block::Items(facts(assessment, gap))];
    let says = [
        ("Current state", &finding.current_state),
        ("Desired state", &finding.desired_state),
        ("Recommendation", &finding.recommendation),
    ];
    for (heading, text) in says {
        blocks.extend(Block::section(heading, vec![Block::text(&**text)]));
    }
    blocks.extend(working::sections(&gap.risk));
    blocks.extend(Block::section("Treatment", treatment::blocks(assessment, gap)));
    blocks.extend(Block::section("The task that closes it", treatment::task(assessment, gap)));
    blocks.push(Block::text(format!("`gapcheck explain {}` tells more of the rule.", finding.rule.name)));
    let title = format!("Gap {}: {}", gap.number, finding.title);
    Entry { kind: "gap", name: gap.id().to_owned(), title, blocks }
}

fn facts(assessment: &Assessment<'_>, gap: &Gap) -> Vec<Item> {
    let (finding, inventory) = (&gap.finding, assessment.inventory);
    let control = finding.control.and_then(|at| inventory.controls.get(at));
    let systems = finding.systems.iter().filter_map(|at| inventory.systems.get(*at));
    let systems = and(systems
        .map(|system| format!("`{}` {}", system.id.value, system.name.as_deref().unwrap_or("")).trim_end().to_owned()));
    let place = finding.place.and_then(|place| {
        let position = assessment.sources.position(place);
        Some(format!("{}:{}:{}", assessment.sources.file(place)?.name, position.line, position.column))
    });
    let known = [
        ("Id", Some(format!("`{}`", gap.id()))),
        ("Rule", Some(format!("`{}` ({})", finding.rule.name, finding.rule.nature))),
        ("Risk", Some(format!("{}, score {} of 100", gap.risk.level().plain(), gap.risk.score()))),
        ("Treatment", Some(gap.treatment.word().to_owned())),
        ("Criteria", Some(ticked_and(&finding.criteria)).filter(|criteria| !criteria.is_empty())),
        ("Control", control.map(|control| format!("`{}` {}", control.id.value, control.name.0))),
        ("Systems", Some(systems).filter(|systems| !systems.is_empty())),
        ("Place", place.map(|place| format!("`{place}`"))),
    ];
    known.into_iter().filter_map(|(label, text)| Some(Item::of(label, text?))).collect()
}

/// Gaps as rows, in the order they are given.
pub(in crate::report) fn table(gaps: Vec<&Gap>) -> Vec<Block> {
    let rows: Vec<Vec<String>> = gaps
        .into_iter()
        .map(|gap| {
            let level = format!("{} {}", gap.risk.level().plain(), gap.risk.score());
            let treatment = gap.treatment.word().to_owned();
            vec![gap.number.to_string(), level, treatment, format!("{} (`{}`)", gap.finding.title, gap.id())]
        })
        .collect();
    if rows.is_empty() { Vec::new() } else { vec![Block::table(&["No.", "Risk", "Treatment", "Gap"], rows)] }
}
