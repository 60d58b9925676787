//! What buyers ask, as JSON: structs of their own, frozen by version. Of what is for a buyer, what does not go out is null or empty.

use serde::Serialize;

use crate::model::enterprise::{AnswerState, Because, Presence};
use crate::report::enterprise::EnterpriseFormat;
use crate::report::enterprise::sheet::{AnswerLine, DocumentLine, Sheet, SubProcessorLine, ThemeLines};
use crate::report::format::Content;
use crate::report::json::tool::Tool;

/// The format `json`.
pub(super) static FORMAT: EnterpriseFormat = EnterpriseFormat {
    name: "json",
    extension: "json",
    summary: "for machines, in a form that is frozen by version",
    styled: false,
    render: |sheet, _| Content::Text(crate::report::json::pretty(&Document::of(sheet))),
};

/// The whole document. Keys may be added; none is renamed, removed or given another meaning.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    as_of: String,
    organization: &'a str,
    system: Option<&'a str>,
    for_buyers: bool,
    summary: Option<Summary>,
    gate: Option<Gate>,
    documents: Vec<Paper<'a>>,
    sub_processors: Vec<SubProcessor<'a>>,
    questions: Vec<Answered<'a>>,
}

impl<'a> Document<'a> {
    fn of(sheet: &'a Sheet<'a>) -> Self {
        let questions =
            sheet.themes.iter().flat_map(|theme| theme.answers.iter().map(move |it| Answered::of(theme, it)));
        Self {
            schema_version: 1,
            tool: Tool::this(),
            as_of: sheet.as_of.to_string(),
            organization: sheet.organization,
            system: sheet.system,
            for_buyers: sheet.for_buyers,
            summary: (!sheet.for_buyers).then(|| Summary::of(sheet)),
            gate: sheet.gate.as_ref().map(|(holds, _)| Gate { failed: !holds }),
            documents: sheet.documents.iter().map(Paper::of).collect(),
            sub_processors: sheet.sub_processors.iter().map(SubProcessor::of).collect(),
            questions: questions.collect(),
        }
    }
}

/// The counts, of all documents and questions, whatever is listed.
#[derive(Serialize)]
struct Summary {
    documents: std::collections::BTreeMap<String, usize>,
    questions: std::collections::BTreeMap<String, usize>,
}

impl Summary {
    fn of(sheet: &Sheet<'_>) -> Self {
        Self {
            documents: sheet.documents_in.iter().map(|(state, count)| (state.snake(), *count)).collect(),
            questions: sheet.answers_in.iter().map(|(state, count)| (state.snake(), *count)).collect(),
        }
    }
}

#[derive(Serialize)]
struct Gate {
    failed: bool,
}

/// A document.
#[derive(Serialize)]
struct Paper<'a> {
    id: &'a str,
    title: &'a str,
    state: Option<String>,
    on_file: &'a str,
    date: Option<String>,
    until: Option<String>,
    lies: Option<&'a str>,
    location: Option<Location<'a>>,
    to_do: Option<&'a str>,
    owner: Option<&'a str>,
    owner_name: Option<&'a str>,
}

#[derive(Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
}

impl<'a> Paper<'a> {
    fn of(line: &'a DocumentLine) -> Self {
        Self {
            id: &line.id,
            title: &line.title,
            state: line.state.map(Presence::snake),
            on_file: &line.on_file,
            date: line.date.map(|day| day.to_string()),
            until: line.until.map(|day| day.to_string()),
            lies: line.lies.as_deref(),
            location: line.location.as_ref().map(|at| Location { file: &at.file, line: at.line }),
            to_do: line.to_do.as_deref(),
            owner: line.owner.as_ref().map(|(id, _)| id.as_str()),
            owner_name: line.owner.as_ref().map(|(_, name)| name.as_str()),
        }
    }
}

/// Another organisation that handles customers' data.
#[derive(Serialize)]
struct SubProcessor<'a> {
    id: Option<&'a str>,
    name: &'a str,
    service: Option<&'a str>,
    location: Option<&'a str>,
    data: &'a [String],
    because: Option<&'static str>,
    dpa: Option<bool>,
    baa: Option<bool>,
    report: Option<&'a str>,
    report_until: Option<String>,
    report_in_date: Option<bool>,
}

impl<'a> SubProcessor<'a> {
    fn of(one: &'a SubProcessorLine) -> Self {
        let standing = one.standing.as_ref();
        Self {
            id: one.id.as_deref(),
            name: &one.name,
            service: one.service.as_deref(),
            location: one.location.as_deref(),
            data: &one.data,
            because: one.because.map(|because| match because {
                Because::Stated => "stated",
                Because::Flow => "data_flow",
                Because::System => "system",
            }),
            dpa: standing.map(|standing| standing.dpa),
            baa: standing.and_then(|standing| standing.baa),
            report: standing.and_then(|standing| standing.report.as_deref()),
            report_until: standing.and_then(|standing| standing.report_until).map(|day| day.to_string()),
            report_in_date: standing.map(|standing| standing.report_in_date),
        }
    }
}

/// A question and its answer.
#[derive(Serialize)]
struct Answered<'a> {
    id: &'a str,
    number: usize,
    theme: &'a str,
    question: &'a str,
    state: Option<String>,
    answer: &'a str,
    controls: &'a [String],
    evidence: Vec<Piece<'a>>,
    relied_on: &'a [String],
    gaps: &'a [String],
    owner: Option<&'a str>,
    owner_name: Option<&'a str>,
    ask: Option<&'a str>,
}

#[derive(Serialize)]
struct Piece<'a> {
    of: &'a str,
    what: &'a str,
    date: Option<String>,
}

impl<'a> Answered<'a> {
    fn of(theme: &ThemeLines<'a>, line: &'a AnswerLine) -> Self {
        let pieces = line.evidence.iter();
        let pieces = pieces.map(|it| Piece { of: &it.of, what: &it.what, date: it.date.map(|day| day.to_string()) });
        Self {
            id: &line.id,
            number: line.number,
            theme: theme.theme,
            question: &line.question,
            state: line.state.map(AnswerState::snake),
            answer: &line.draft,
            controls: &line.controls,
            evidence: pieces.collect(),
            relied_on: &line.relied,
            gaps: &line.held_by,
            owner: line.owner.as_ref().map(|(id, _)| id.as_str()),
            owner_name: line.owner.as_ref().map(|(_, name)| name.as_str()),
            ask: line.ask.as_deref(),
        }
    }
}
