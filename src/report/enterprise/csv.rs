//! The questionnaire as CSV: a row for each question.

use crate::report::csv::table::{day, line, lines, records, text};
use crate::report::enterprise::EnterpriseFormat;
use crate::report::enterprise::cell;
use crate::report::enterprise::sheet::{AnswerLine, Sheet, ThemeLines};
use crate::report::format::Content;
use crate::text::list::and;

/// The format `csv`.
pub(super) static FORMAT: EnterpriseFormat = EnterpriseFormat {
    name: "csv",
    extension: "csv",
    summary: "the questionnaire, a row for each question, for spreadsheets",
    styled: false,
    render,
};

const FOR_ALL: [&str; 9] =
    ["number", "id", "theme", "question", "state", "answer", "controls", "evidence", "newest_evidence"];
const INSIDE: [&str; 5] = ["relied_on", "gaps", "owner", "owner_name", "ask"];

fn render(sheet: &Sheet<'_>, _: usize) -> Content {
    let head = if sheet.for_buyers { FOR_ALL.to_vec() } else { [&FOR_ALL[..], &INSIDE].concat() };
    let head: Vec<String> = head.into_iter().map(str::to_owned).collect();
    let rows = sheet.themes.iter().flat_map(|theme| theme.answers.iter().map(move |answer| row(sheet, theme, answer)));
    Content::Text(records(std::iter::once(head).chain(rows)))
}

fn row(sheet: &Sheet<'_>, theme: &ThemeLines<'_>, answer: &AnswerLine) -> Vec<String> {
    let newest = answer.evidence.iter().filter_map(|piece| piece.date).max();
    let mut row = vec![
        answer.number.to_string(),
        answer.id.clone(),
        theme.title.to_owned(),
        text(&answer.question),
        cell::answer(answer.state).to_owned(),
        text(&answer.draft),
        text(&and(&answer.controls)),
        lines(answer.evidence.iter().map(cell::piece)),
        day(newest),
    ];
    if !sheet.for_buyers {
        let (id, name) = answer.owner.clone().unwrap_or_default();
        row.extend([
            lines(answer.relied.iter().map(|said| line(said))),
            lines(answer.held_by.iter().cloned()),
            text(&id),
            text(&name),
            text(answer.ask.as_deref().unwrap_or_default()),
        ]);
    }
    row
}
