//! The data flows: for each the four questions an auditor asks of it, with what answers them.

use crate::model::data_flow::{Answer, FlowAnswers};
use crate::model::document::DataFlow;
use crate::report::markdown::page::Column::Words;
use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;
use crate::report::markdown::words;
use crate::text::count::count;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let flows = &view.assessment.inventory.data_flows;
    if flows.is_empty() {
        page.block("The inventory names no data flow.");
        return;
    }
    page.block(&format!(
        "{}, by where they come from. Each cell holds what the inventory states, the controls in place that cover it, and the \
         gaps that say what is not covered.",
        count(flows.len(), "data flow")
    ));
    let columns = ["From", "To", "What is processed", "Where it lives", "How it moves", "Who has access"];
    page.table(
        &columns.map(Words),
        flows.iter().zip(&view.assessment.data_flows).map(|(flow, of)| row(view, flow, of)),
    );
    page.block(
        "*Where it lives* and *who has access* are asked of the end that receives the data: controls on CC6.1, and on CC6.2 or \
         CC6.3, that cover it. *How it moves* is asked of both ends: controls on CC6.7 that cover them.",
    );
}

fn row(view: &View<'_>, flow: &DataFlow, answers: &FlowAnswers) -> Vec<String> {
    let ends = [words::code(&flow.from), words::code(&flow.to)];
    ends.into_iter().chain(answers.all().map(|answer| cell(view, answer))).collect()
}

/// What the inventory states, the controls, the gaps and the remarks of an answer, as far as there are any.
fn cell(view: &View<'_>, answer: &Answer) -> String {
    let stated = words::some(answer.stated.iter().map(|text| words::plain(text)));
    let gaps = words::some(answer.gaps.iter().map(|id| match view.gap(id.as_str()) {
        Some(gap) => view.number(gap),
        None => words::code(id.as_str()),
    }));
    let gaps = match answer.gaps.len() {
        0 => String::new(),
        1 => format!("**gap** {gaps}"),
        _ => format!("**gaps** {gaps}"),
    };
    let remarks: Vec<String> = answer.remarks.iter().map(|remark| words::plain(remark)).collect();
    let parts = [stated, view.controls(&answer.controls), gaps].into_iter().filter(|part| !part.is_empty());
    let known: Vec<String> = parts.collect();
    match (known.is_empty(), remarks.is_empty()) {
        (_, true) => known.join("; "),
        (true, false) => remarks.join(" "),
        (false, false) => format!("{}. {}", known.join("; "), remarks.join(" ")),
    }
}
