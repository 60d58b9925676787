//! What buyers ask, as a workbook of its own: a sheet for documents, one for sub-processors, one for the questionnaire.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::report::enterprise::sheet::VendorStanding;
use crate::report::enterprise::sheet::{AnswerLine, DocumentLine, Sheet, SubProcessorLine, ThemeLines};
use crate::report::enterprise::{answer_word, document_word, piece_words};
use crate::report::format::Content;
use crate::report::xlsx::cell::{Cell, Written, shown};
use crate::report::xlsx::look::Look;
use crate::report::xlsx::page::{Column, Page, column, painted};
use crate::report::xlsx::view::{joined, lines};

const DOCUMENTS: [Column; 9] = [
    column("Document", 34.0),
    painted("State", 13.0),
    column("On file", 48.0),
    column("Date", 11.0),
    column("In date until", 12.0),
    column("Where it lies", 30.0),
    column("In the inventory", 24.0),
    column("What to do", 46.0),
    column("Who", 18.0),
];
const SUB_PROCESSORS: [Column; 8] = [
    column("Name", 28.0),
    column("What for", 34.0),
    column("Where", 20.0),
    column("Data", 26.0),
    painted("DPA", 11.0),
    painted("BAA", 11.0),
    column("Report", 36.0),
    column("Report in date until", 13.0),
];
const ANSWERS: [Column; 12] = [
    column("No.", 6.0),
    column("Theme", 20.0),
    column("Question", 42.0),
    painted("State", 13.0),
    column("Answer", 60.0),
    column("Controls", 14.0),
    column("What shows it", 40.0),
    column("Newest", 11.0),
    column("Relied on", 30.0),
    column("Gaps", 30.0),
    column("Who", 18.0),
    column("What to ask", 42.0),
];
/// How many of the columns of each sheet a buyer gets.
const FOR_BUYERS: [usize; 3] = [4, 4, 8];

/// The workbook.
pub(in crate::report) fn document(sheet: &Sheet<'_>) -> Content {
    match workbook(sheet) {
        Ok(bytes) => Content::Bytes(bytes),
        Err(error) => Content::Nothing(format!("no workbook could be made of it: {error}")),
    }
}

fn workbook(sheet: &Sheet<'_>) -> Result<Vec<u8>, XlsxError> {
    let look = Look::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(sheet)?);
    let fills: [(&'static str, Fill); 3] =
        [("Questionnaire", answers), ("Documents", documents), ("Sub-processors", sub_processors)];
    for (name, fill) in fills {
        let mut page = Page::new(name, &look)?;
        fill(sheet, &mut page)?;
        workbook.push_worksheet(page.sheet);
    }
    workbook.set_zip_compression_level(3);
    workbook.save_to_buffer()
}

/// Fills a page.
type Fill = fn(&Sheet<'_>, &mut Page<'_>) -> Written;

/// What a file says of itself. Its day is that of the answers, so that the same input gives the same bytes.
fn properties(sheet: &Sheet<'_>) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::parse_from_str(&sheet.as_of.to_string())?;
    Ok(DocProperties::new()
        .set_title("What buyers ask before they sign")
        .set_subject(format!("as of {}", sheet.as_of))
        .set_author(concat!("gapcheck ", env!("CARGO_PKG_VERSION")))
        .set_company(shown(sheet.organization).chars().take(255).collect::<String>())
        .set_comment(sheet.notes.join(" "))
        .set_creation_datetime(&made))
}

/// The columns and cells that whoever reads it gets.
fn table<'c>(
    page: &mut Page<'_>,
    (columns, room, kept): (&[Column], usize, u16),
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
) -> Written {
    let columns = columns.get(..room).unwrap_or(columns);
    page.sole_table(columns, (kept, rows.map(|row| row.into_iter().take(room).collect())))
}

fn room(sheet: &Sheet<'_>, columns: &[Column], at: usize) -> usize {
    FOR_BUYERS.get(at).copied().filter(|_| sheet.for_buyers).unwrap_or(columns.len())
}

fn answers(sheet: &Sheet<'_>, page: &mut Page<'_>) -> Written {
    let told: Vec<&str> = sheet.headline.iter().chain(&sheet.left_out).map(String::as_str).collect();
    page.title(&format!("{}: questionnaire", sheet.organization), &told.join(" "))?;
    let rows = sheet.themes.iter().flat_map(|theme| theme.answers.iter().map(move |answer| answer_row(theme, answer)));
    table(page, (&ANSWERS, room(sheet, &ANSWERS, 2), 3), rows)
}

fn answer_row<'c>(theme: &'c ThemeLines<'_>, answer: &'c AnswerLine) -> Vec<Cell<'c>> {
    vec![
        answer.number.into(),
        theme.title.into(),
        answer.question.as_str().into(),
        answer_word(answer.state).into(),
        answer.draft.as_str().into(),
        joined(&answer.controls).into(),
        lines(answer.evidence.iter().map(piece_words)).into(),
        answer.evidence.iter().filter_map(|piece| piece.date).max().into(),
        lines(answer.relied.iter().cloned()).into(),
        lines(answer.held_by.iter().cloned()).into(),
        answer.owner.as_ref().map(|(_, name)| name.as_str()).into(),
        answer.ask.as_deref().into(),
    ]
}

fn documents(sheet: &Sheet<'_>, page: &mut Page<'_>) -> Written {
    let note = if sheet.for_buyers { "What can be had now." } else { "What buyers ask to see before they sign." };
    page.title("Documents", note)?;
    table(page, (&DOCUMENTS, room(sheet, &DOCUMENTS, 0), 1), sheet.documents.iter().map(document_row))
}

fn document_row(line: &DocumentLine) -> Vec<Cell<'_>> {
    vec![
        line.title.as_str().into(),
        document_word(line.state).into(),
        line.on_file.as_str().into(),
        line.date.into(),
        line.until.into(),
        line.lies.as_deref().into(),
        line.location.as_ref().map(|at| format!("{}:{}", at.file, at.line)).into(),
        line.to_do.as_deref().into(),
        line.owner.as_ref().map(|(_, name)| name.as_str()).into(),
    ]
}

fn sub_processors(sheet: &Sheet<'_>, page: &mut Page<'_>) -> Written {
    let note = sheet.unsaid.as_deref().unwrap_or("Who handles customers' data for us.");
    page.title("Sub-processors", note)?;
    table(page, (&SUB_PROCESSORS, room(sheet, &SUB_PROCESSORS, 1), 1), sheet.sub_processors.iter().map(sub_processor))
}

fn sub_processor(one: &SubProcessorLine) -> Vec<Cell<'_>> {
    let signed = |signed: bool| if signed { "signed" } else { "missing" };
    let of = |look: fn(&VendorStanding) -> Option<bool>| one.standing.as_ref().and_then(look).map(signed);
    vec![
        one.name.as_str().into(),
        one.service.as_deref().into(),
        one.location.as_deref().into(),
        joined(&one.data).into(),
        of(|standing| Some(standing.dpa)).into(),
        of(|standing| standing.baa).into(),
        one.standing.as_ref().and_then(|standing| standing.report.as_deref()).into(),
        one.standing.as_ref().and_then(|standing| standing.report_until).into(),
    ]
}
