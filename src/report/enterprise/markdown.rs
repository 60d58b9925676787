//! What buyers ask, in Markdown: to be sent, or to go into a ticket.

use crate::report::enterprise::EnterpriseFormat;
use crate::report::enterprise::cell;
use crate::report::enterprise::sheet::{AnswerLine, DocumentLine, Sheet, SubProcessorLine};
use crate::report::enterprise::words::MEANINGS;
use crate::report::format::Content;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::{Column, Page};
use crate::report::markdown::words;
use crate::text::capital::capital;
use crate::text::list::and;

/// The format `markdown`.
pub(super) static FORMAT: EnterpriseFormat = EnterpriseFormat {
    name: "markdown",
    extension: "md",
    summary: "a table of documents and one for each theme, as GitHub shows it; to be sent",
    styled: false,
    render,
};

const DOCUMENTS: [Column; 5] =
    [Words("Document"), Words("State"), Words("On file"), Words("In date until"), Words("What to do")];
const FOR_BUYERS: [Column; 2] = [Words("Document"), Words("On file")];
const SUB_PROCESSORS: [Column; 5] =
    [Words("Name"), Words("What for"), Words("Where"), Words("Data"), Words("Agreements and report")];
const ANSWERS: [Column; 6] = [
    Number("No."),
    Words("Question"),
    Words("State"),
    Words("Draft answer"),
    Words("What shows it"),
    Words("What to ask"),
];
const ANSWERS_FOR_BUYERS: [Column; 4] = [Number("No."), Words("Question"), Words("Answer"), Words("What shows it")];

fn render(sheet: &Sheet<'_>, _: usize) -> Content {
    let mut page = Page::default();
    let names = [Some(sheet.organization), sheet.system].into_iter().flatten();
    let names: Vec<String> = names.map(words::plain).collect();
    let what = if sheet.for_buyers { "answers for a buyer" } else { "what buyers ask before they sign" };
    page.heading(1, &format!("{}: {what}", names.join(" · ")));
    page.block(&format!("{}. As of {}.", words::plain(&sheet.scope), sheet.as_of));
    for said in sheet.headline.iter().chain(&sheet.left_out) {
        page.block(&format!("**{said}**"));
    }
    if let Some((_, gate)) = &sheet.gate {
        page.block(&format!("**{}.**", capital(gate)));
    }
    page.heading(2, "Documents");
    if sheet.for_buyers {
        page.table(&FOR_BUYERS, sheet.documents.iter().map(|one| vec![one.title.clone(), words::plain(&one.on_file)]));
    } else {
        page.table(&DOCUMENTS, sheet.documents.iter().map(document));
    }
    sub_processors(sheet, &mut page);
    for theme in &sheet.themes {
        page.heading(2, theme.title);
        if sheet.for_buyers {
            page.table(&ANSWERS_FOR_BUYERS, theme.answers.iter().map(for_buyers));
        } else {
            page.table(&ANSWERS, theme.answers.iter().map(inside));
        }
    }
    if !sheet.answers_in.is_empty() {
        page.heading(2, "What the states mean");
        page.list(MEANINGS.iter().map(|(state, meaning)| format!("*{}*: {meaning}", cell::answer(Some(*state)))));
    }
    for note in &sheet.notes {
        page.block(note);
    }
    Content::Text(page.into_text())
}

fn document(line: &DocumentLine) -> Vec<String> {
    let until = line.until.map(|until| until.to_string()).unwrap_or_default();
    let location = line.location.as_ref().map(|at| words::code(&format!("{}:{}", at.file, at.line)));
    let lies = line.lies.as_deref().map(words::code);
    let on_file = [Some(words::plain(&line.on_file)), lies, location].into_iter().flatten();
    vec![
        line.title.clone(),
        cell::presence(line.state).to_owned(),
        on_file.collect::<Vec<_>>().join(" "),
        until,
        cell::to_do(line).map(|said| words::sentence(&said)).unwrap_or_default(),
    ]
}

fn sub_processors(sheet: &Sheet<'_>, page: &mut Page) {
    if sheet.sub_processors.is_empty() && sheet.unsaid.is_none() {
        return;
    }
    page.heading(2, "Sub-processors");
    if !sheet.sub_processors.is_empty() {
        let columns = if sheet.for_buyers { SUB_PROCESSORS.get(..4) } else { None };
        page.table(columns.unwrap_or(&SUB_PROCESSORS), sheet.sub_processors.iter().map(sub_processor));
    }
    if let Some(said) = &sheet.unsaid {
        page.block(&words::sentence(said));
    }
}

fn sub_processor(one: &SubProcessorLine) -> Vec<String> {
    let text = |text: &Option<String>| text.as_deref().map(words::plain).unwrap_or_default();
    let standing: Vec<String> = cell::standing(one).iter().map(|said| words::plain(said)).collect();
    let data = if one.because.is_some() { cell::data(one) } else { and(&one.data) };
    let mut row = vec![words::plain(&one.name), text(&one.service), text(&one.location), words::plain(&data)];
    if one.standing.is_some() {
        row.push(standing.join("; "));
    }
    row
}

fn inside(answer: &AnswerLine) -> Vec<String> {
    let behind = cell::behind(answer).unwrap_or_default();
    let behind: Vec<String> = behind.iter().map(|said| words::plain(said)).collect();
    vec![
        answer.number.to_string(),
        answer.question.clone(),
        cell::answer(answer.state).to_owned(),
        words::plain(&answer.draft),
        behind.join("; "),
        cell::ask(answer).map(|said| words::sentence(&said)).unwrap_or_default(),
    ]
}

fn for_buyers(answer: &AnswerLine) -> Vec<String> {
    let shown: Vec<String> = answer.evidence.iter().map(|piece| words::plain(&cell::piece(piece))).collect();
    vec![answer.number.to_string(), answer.question.clone(), words::plain(&answer.draft), shown.join("; ")]
}
