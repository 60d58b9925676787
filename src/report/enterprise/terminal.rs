//! What buyers ask, on a terminal: the documents, who handles data, and the answers by theme.

use anstyle::Style;

use crate::model::enterprise::{AnswerState, Presence};
use crate::report::enterprise::EnterpriseFormat;
use crate::report::enterprise::cell;
use crate::report::enterprise::sheet::{AnswerLine, DocumentLine, Sheet, SubProcessorLine, ThemeLines};
use crate::report::enterprise::words::MEANINGS;
use crate::report::format::Content;
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row, section};
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, GOOD, NEUTRAL, STRONG, UNKNOWN};
use crate::text::escape::terminal;

/// The format `terminal`.
pub(super) static FORMAT: EnterpriseFormat = EnterpriseFormat {
    name: "terminal",
    extension: "txt",
    summary: "documents, sub-processors and answers, as they stand on the terminal",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// From this width on, states stand in a column of their own.
const COLUMNS: usize = 72;
/// From this width on, so does what to do.
const WIDE: usize = 150;
/// How wide the word for a state is.
const STATE: usize = 12;
/// How wide a number is.
const NUMBER: usize = 3;

fn render(sheet: &Sheet<'_>, width: usize) -> Content {
    let width = width.max(NARROWEST);
    let mut blocks = vec![heading(sheet, width)];
    let headline = sheet.headline.iter().chain(&sheet.left_out);
    blocks.push(headline.map(|said| paragraph(said, width, "", STRONG)).collect());
    blocks.push(section("Documents", width, &documents(sheet, width)));
    blocks.extend(sub_processors(sheet, width));
    blocks.extend(sheet.themes.iter().map(|theme| answers(sheet, theme, width)));
    blocks.push(closing(sheet, width));
    Content::Text(blocks.join("\n"))
}

fn heading(sheet: &Sheet<'_>, width: usize) -> String {
    let names = [Some(sheet.organization), sheet.system].into_iter().flatten();
    let names: Vec<String> = names.map(|name| terminal(name).into_owned()).collect();
    let what = if sheet.for_buyers { "Answers for a buyer" } else { "What buyers ask before they sign" };
    let facts = [what.to_owned(), terminal(&sheet.scope).into_owned(), format!("as of {}", sheet.as_of)];
    dotted(&names, width, "", STRONG) + &dotted(&facts, width, "", FAINT)
}

const fn of_presence(state: Option<Presence>) -> Style {
    match state {
        Some(Presence::InDate) => GOOD,
        Some(Presence::OutOfDate | Presence::Incomplete | Presence::NotApproved) => ATTENTION,
        Some(Presence::Missing) => BAD,
        Some(Presence::NotAsked) | None => FAINT,
    }
}

const fn of_answer(state: Option<AnswerState>) -> Style {
    match state {
        Some(AnswerState::Supported) => GOOD,
        Some(AnswerState::Evidenced) => NEUTRAL,
        Some(AnswerState::Claimed) => UNKNOWN,
        Some(AnswerState::Planned) => ATTENTION,
        Some(AnswerState::Unsupported) => BAD,
        Some(AnswerState::NotInScope) | None => FAINT,
    }
}

fn documents(sheet: &Sheet<'_>, width: usize) -> String {
    sheet.documents.iter().map(|document| one_document(document, width)).collect()
}

fn one_document(document: &DocumentLine, width: usize) -> String {
    let (state, style) = (cell::presence(document.state), of_presence(document.state));
    let (title, on_file) = (terminal(&document.title), terminal(&document.on_file));
    let to_do = cell::to_do(document).map(|said| terminal(&said).into_owned());
    let facts: Vec<String> = cell::facts(document).iter().map(|fact| terminal(fact).into_owned()).collect();
    if width >= WIDE {
        let (named, beside) = (width / 6, width / 3);
        let room = left(width, &[STATE, named, beside]);
        let held = [on_file.into_owned(), dotted(&facts, room, "", Style::new())].join("\n");
        let cells = [
            Cell::new(state, STATE).style(style),
            Cell::new(title, named),
            Cell::new(held.trim_end().to_owned(), room).style(FAINT),
            Cell::new(to_do.unwrap_or_default(), beside),
        ];
        return row(&cells);
    }
    let (head, indent) = headed((state, style), &title, width);
    head + &paragraph(&on_file, width, &indent, FAINT)
        + &dotted(&facts, width, &indent, FAINT)
        + &to_do.map(|said| paragraph(&said, width, &indent, ATTENTION)).unwrap_or_default()
}

/// A state and what has it, and how far the lines below are indented.
fn headed((state, style): (&str, Style), title: &str, width: usize) -> (String, String) {
    if width < COLUMNS {
        return (
            paragraph(title, width, "  ", Style::new()) + &paragraph(state, width, "    ", style),
            "    ".to_owned(),
        );
    }
    let room = left(width, &[STATE]);
    (row(&[Cell::new(state, STATE).style(style), Cell::new(title, room)]), " ".repeat(width - room))
}

fn sub_processors(sheet: &Sheet<'_>, width: usize) -> Option<String> {
    let lines: String = sheet.sub_processors.iter().map(|one| sub_processor(one, width)).collect();
    let unsaid = sheet.unsaid.as_ref().map(|said| paragraph(&terminal(said), width, "  ", ATTENTION));
    let body = lines + &unsaid.unwrap_or_default();
    (!body.is_empty()).then(|| section("Sub-processors", width, &body))
}

fn sub_processor(one: &SubProcessorLine, width: usize) -> String {
    let name = one
        .id
        .as_ref()
        .filter(|id| **id != one.name)
        .map_or_else(|| one.name.clone(), |id| format!("{id} {}", one.name));
    let facts = [cell::service(one), Some(cell::data(one))].into_iter().flatten().chain(cell::standing(one));
    let facts: Vec<String> = facts.map(|fact| terminal(&fact).into_owned()).collect();
    paragraph(&terminal(&name), width, "  ", Style::new()) + &dotted(&facts, width, "    ", FAINT)
}

fn answers(sheet: &Sheet<'_>, theme: &ThemeLines<'_>, width: usize) -> String {
    let body: String = theme.answers.iter().map(|answer| one_answer(sheet, answer, width)).collect();
    section(theme.title, width, &body)
}

fn one_answer(sheet: &Sheet<'_>, answer: &AnswerLine, width: usize) -> String {
    let (state, style) = (cell::answer(answer.state), of_answer(answer.state));
    let (head, indent) = if width < COLUMNS {
        let head = paragraph(&format!("{} {}", answer.number, answer.question), width, "  ", Style::new());
        (head + &paragraph(state, width, "    ", style), "    ".to_owned())
    } else {
        let room = left(width, &[NUMBER, STATE]);
        let question = Cell::new(answer.question.as_str(), room).style(STRONG);
        let cells =
            [Cell::new(answer.number.to_string(), NUMBER).right(), Cell::new(state, STATE).style(style), question];
        (row(&cells), " ".repeat(width - room))
    };
    let told =
        cell::behind(answer).map(|facts| facts.iter().map(|fact| terminal(fact).into_owned()).collect::<Vec<_>>());
    let told = told.map(|facts| dotted(&facts, width, &indent, FAINT)).unwrap_or_default();
    let ask = cell::ask(answer).filter(|_| !sheet.for_buyers);
    let ask = ask.map(|said| paragraph(&terminal(&said), width, &indent, ATTENTION)).unwrap_or_default();
    head + &paragraph(&terminal(&answer.draft), width, &indent, Style::new()) + &told + &ask
}

fn closing(sheet: &Sheet<'_>, width: usize) -> String {
    let gate = sheet.gate.as_ref();
    let gate =
        gate.map(|(holds, said)| paragraph(said, width, "", if *holds { GOOD.bold() } else { BAD.bold() }) + "\n");
    let states = MEANINGS.iter().filter(|(state, _)| sheet.answers_in.iter().any(|(there, _)| there == state));
    let states = states.map(|(state, meaning)| {
        let style = of_answer(Some(*state));
        let room = left(width, &[STATE]);
        row(&[Cell::new(cell::answer(Some(*state)), STATE).style(style), Cell::new(*meaning, room).style(FAINT)])
    });
    let notes = sheet.notes.iter().map(|note| paragraph(note, width, "", FAINT));
    gate.unwrap_or_default() + &states.chain(notes).collect::<String>()
}
