//! The readiness of the description on a terminal: one wide table, or a list where there is less room.

use anstyle::Style;

use crate::model::description::{Description, DescriptionState, Judged};
use crate::model::description_criteria::DescriptionCriterion;
use crate::report::account;
use crate::report::description::{DescriptionFormat, Layout, words};
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row};
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, GOOD, STRONG, paint};
use crate::text::escape::terminal;
use crate::text::wrap::width as cells;

/// The format `terminal`.
pub(super) static FORMAT: DescriptionFormat = DescriptionFormat {
    name: "terminal",
    extension: "txt",
    summary: "what of the nine description criteria can be written, what is missing, and where it belongs",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// From this width on there is one wide table.
const WIDE: usize = 150;
/// How wide ids and states are.
const ID: usize = 4;
const STATE: usize = 12;

fn render(description: &Description<'_>, layout: &Layout) -> String {
    let width = layout.width.max(NARROWEST);
    let body = if width < WIDE { list(description, width) } else { table(description, width) };
    let closing = [
        words::to_write(description),
        "`--format markdown` and `--format html` write it.".to_owned(),
        words::METHOD.to_owned(),
        description.asked.doubt.trim().to_owned(),
    ];
    let closing = paragraph(&closing.join(" "), width, "", FAINT);
    let gate = layout.fail_on.filter(|gate| description.fails(*gate));
    let gate = gate.map(|gate| paragraph(&words::failed(description, gate), width, "", BAD));
    [heading(description, width), body, closing + &gate.unwrap_or_default()].join("\n")
}

fn heading(description: &Description<'_>, width: usize) -> String {
    let assessment = description.assessment;
    let names = [Some(&assessment.inventory.organization), assessment.inventory.scope.system.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| terminal(name).into_owned()).collect();
    let facts = [account::scope_line(assessment), format!("on {}", assessment.as_of)];
    let facts = facts.map(|fact| terminal(&fact).into_owned());
    dotted(&names, width, "", STRONG)
        + &dotted(&facts, width, "", FAINT)
        + "\n"
        + &paragraph(&words::headline(description), width, "", STRONG)
}

const fn style(state: DescriptionState) -> Style {
    match state {
        DescriptionState::Writable => GOOD,
        DescriptionState::Partly => ATTENTION,
        DescriptionState::NotWritable => BAD,
        DescriptionState::NotAsked => FAINT,
    }
}

/// What is held of each part, a line each.
fn held(judged: &Judged) -> Vec<String> {
    let lines = judged.parts.iter().filter_map(words::held).map(|held| terminal(&held).into_owned());
    lines.collect()
}

/// What is missing, a line each.
fn missing(description: &Description<'_>, judged: &Judged) -> Vec<String> {
    let sources = description.assessment.sources;
    judged.missing().map(|missing| terminal(&words::missing(missing, sources)).into_owned()).collect()
}

fn list(description: &Description<'_>, width: usize) -> String {
    description.criteria().map(|of| listed(description, of, width)).collect::<Vec<String>>().join("\n")
}

fn listed(
    description: &Description<'_>,
    (criterion, judged): (&DescriptionCriterion, &Judged),
    width: usize,
) -> String {
    let state = judged.state();
    let title = format!("{}  {}", criterion.id, criterion.title);
    let title = if cells(&title) + 3 + cells(state.plain()) <= width {
        format!("{} · {}\n", paint(STRONG, title), paint(style(state), state.plain()))
    } else {
        paragraph(&title, width, "", STRONG) + &paragraph(state.plain(), width, "      ", style(state))
    };
    let room = left(width, &[0, 7]);
    let line = |label: &str, text: &str, style: Style| {
        row(&[Cell::new("", 0), Cell::new(label, 7).style(FAINT), Cell::new(text, room).style(style)])
    };
    let held = held(judged).into_iter().map(|text| line("holds", &text, Style::new()));
    let missing = missing(description, judged).into_iter().map(|text| line("missing", &text, ATTENTION));
    title + &held.chain(missing).collect::<String>()
}

fn table(description: &Description<'_>, width: usize) -> String {
    let title = 26;
    let rest = width.saturating_sub(ID + title + STATE + 10);
    let (holds, lacks) = (rest * 46 / 100, rest - rest * 46 / 100);
    let line = |texts: [(&str, Style); 5]| {
        let cells = texts.into_iter().zip([ID, title, STATE, holds, lacks]);
        row(&cells.map(|((text, style), room)| Cell::new(text, room).style(style)).collect::<Vec<_>>())
    };
    let names = ["Id", "Title", "State", "What the inventory holds", "What is missing, and where it belongs"];
    let rule = paint(FAINT, "─".repeat(width.saturating_sub(2)));
    let head = format!("{}  {rule}\n", line(names.map(|name| (name, FAINT))));
    let rows = description.criteria().map(|(criterion, judged)| {
        let (holding, lacking) = (held(judged).join("\n"), missing(description, judged).join("\n"));
        let state = judged.state();
        let text = Style::new();
        line([
            (&criterion.id, STRONG),
            (&criterion.title, STRONG),
            (state.plain(), style(state)),
            (&holding, text),
            (&lacking, ATTENTION),
        ])
    });
    head + &rows.collect::<Vec<String>>().join("\n")
}
