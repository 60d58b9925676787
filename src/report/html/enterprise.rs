//! What buyers ask as a page of its own: no script, a table of documents, one of sub-processors, one for each theme.

use askama::Template;
use askama::filters::Safe;

use crate::model::enterprise::{AnswerState, Presence};
use crate::report::enterprise::sheet::{AnswerLine, DocumentLine, Sheet, SubProcessorLine, ThemeLines};
use crate::report::enterprise::words;
use crate::report::enterprise::{
    answer_word, ask_words, behind_words, data_words, document_word, piece_words, standing_words, to_do_words,
};
use crate::report::html::block::{Block, Column, Table, blocks, printed};
use crate::report::html::markup::{Markup, code, joined, looking_like, prose, strong, text, whole};
use crate::report::html::page::STYLE;
use crate::text::capital::capital;
use crate::text::escape::terminal;
use crate::text::list::and;
use crate::text::wrap::truncate;

/// How much of the name of the organisation stands in the title.
const TITLE: usize = 24;

/// A section, with the id it is reached by.
struct Part {
    id: String,
    title: String,
    body: Markup,
}

#[derive(Template)]
#[template(path = "enterprise.html")]
struct Page<'a> {
    title: String,
    kind: &'static str,
    organization: &'a str,
    line: Markup,
    style: Safe<&'static str>,
    notes: &'a [&'static str],
    told: Vec<String>,
    parts: Vec<Part>,
}

/// The page.
pub(in crate::report) fn document(sheet: &Sheet<'_>) -> String {
    let kind = if sheet.for_buyers { "Answers for a buyer" } else { "What buyers ask before they sign" };
    let gate = sheet.gate.as_ref().map(|(_, said)| format!("{}.", capital(said)));
    let themes = sheet.themes.iter().map(|theme| questions(sheet, theme));
    let name = terminal(sheet.organization);
    let page = Page {
        title: format!("{}: {}", truncate(&name, TITLE), kind.to_lowercase()),
        kind,
        organization: sheet.organization,
        line: text(&format!("{}, as of {}", sheet.scope, sheet.as_of)),
        style: Safe(STYLE.trim()),
        notes: &sheet.notes,
        told: sheet.headline.iter().chain(&sheet.left_out).cloned().chain(gate).collect(),
        parts: [documents(sheet)].into_iter().chain(sub_processors(sheet)).chain(themes).collect(),
    };
    printed(&page).0 + "\n"
}

fn of_presence(presence: Option<Presence>) -> Markup {
    let look = match presence {
        Some(Presence::InDate) => "ok",
        Some(Presence::OutOfDate | Presence::Incomplete | Presence::NotApproved) => "part",
        Some(Presence::Missing) => "gap",
        Some(Presence::NotAsked) | None => "na",
    };
    looking_like(look, document_word(presence))
}

fn of_answer(answer: Option<AnswerState>) -> Markup {
    let look = match answer {
        Some(AnswerState::Supported) => "ok",
        Some(AnswerState::Evidenced) => "part",
        Some(AnswerState::Claimed) => "unv",
        Some(AnswerState::Planned | AnswerState::Unsupported) => "gap",
        Some(AnswerState::NotInScope) | None => "na",
    };
    looking_like(look, answer_word(answer))
}

fn part(id: &str, title: &str, body: &[Block]) -> Part {
    Part { id: id.to_owned(), title: title.to_owned(), body: blocks(body) }
}

fn documents(sheet: &Sheet<'_>) -> Part {
    let mut columns = vec![Column::Words("Document"), Column::Words("State"), Column::Words("On file")];
    if !sheet.for_buyers {
        columns.extend([Column::Words("In date until"), Column::Words("What to do")]);
    }
    let rows = sheet.documents.iter().map(|line| document_row(sheet, line)).collect();
    let caption = "What buyers ask to see, and what is on file".to_owned();
    part("documents", "Documents", &[Block::Table(Table { id: "documents-table".to_owned(), caption, columns, rows })])
}

fn document_row(sheet: &Sheet<'_>, line: &DocumentLine) -> Vec<Markup> {
    let lies = line.lies.as_deref().map(code);
    let location = line.location.as_ref().map(|at| code(&format!("{}:{}", at.file, at.line)));
    let on_file = joined([Some(text(&line.on_file)), lies, location].into_iter().flatten(), " ");
    let mut row = vec![text(&line.title), of_presence(line.state), on_file];
    if !sheet.for_buyers {
        row.push(line.until.map_or_else(|| text(""), whole));
        row.push(to_do_words(line).map_or_else(|| text(""), |said| prose(&said)));
    }
    row
}

fn sub_processors(sheet: &Sheet<'_>) -> Option<Part> {
    let mut columns: Vec<Column> = ["Name", "What for", "Where", "Data"].map(Column::Words).to_vec();
    if !sheet.for_buyers {
        columns.push(Column::Words("Agreements and report"));
    }
    let rows: Vec<Vec<Markup>> = sheet.sub_processors.iter().map(|one| sub_processor(sheet, one)).collect();
    let caption = "Who handles customers' data for us".to_owned();
    let table = Table { id: "sub-processors-table".to_owned(), caption, columns, rows };
    let table = (!sheet.sub_processors.is_empty()).then_some(Block::Table(table));
    let unsaid = sheet.unsaid.as_ref().map(|said| Block::Words(prose(said)));
    let body: Vec<Block> = table.into_iter().chain(unsaid).collect();
    (!body.is_empty()).then(|| part("sub-processors", "Sub-processors", &body))
}

fn sub_processor(sheet: &Sheet<'_>, one: &SubProcessorLine) -> Vec<Markup> {
    let said = |said: &Option<String>| text(said.as_deref().unwrap_or_default());
    let data = if sheet.for_buyers { and(&one.data) } else { data_words(one) };
    let mut row = vec![text(&one.name), said(&one.service), said(&one.location), text(&data)];
    if !sheet.for_buyers {
        row.push(joined(standing_words(one).iter().map(|fact| text(fact)), "<br>"));
    }
    row
}

/// The state stands below the question and what to ask below the answer: few columns can be read on a telephone too.
fn questions(sheet: &Sheet<'_>, theme: &ThemeLines<'_>) -> Part {
    let columns = ["No.", "Question", "Answer", "What shows it"];
    let [number, rest @ ..] = columns;
    let columns = [Column::Number(number)].into_iter().chain(rest.map(Column::Words)).collect();
    let rows = theme.answers.iter().map(|answer| answer_row(sheet, answer)).collect();
    let table = Table { id: format!("t-{}", theme.theme), caption: words::caption(sheet, theme), columns, rows };
    part(&format!("theme-{}", theme.theme), theme.title, &[Block::Table(table)])
}

fn answer_row(sheet: &Sheet<'_>, answer: &AnswerLine) -> Vec<Markup> {
    let shown = if sheet.for_buyers {
        answer.evidence.iter().map(|piece| text(&piece_words(piece))).collect()
    } else {
        behind_words(answer).unwrap_or_default().iter().map(|fact| text(fact)).collect::<Vec<_>>()
    };
    let asked = joined([strong(&text(&answer.question)), of_answer(answer.state)], "<br>");
    let said =
        joined([Some(text(&answer.draft)), ask_words(answer).map(|ask| prose(&ask))].into_iter().flatten(), "<br><br>");
    vec![whole(answer.number), asked, said, joined(shown, "<br>")]
}
