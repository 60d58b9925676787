//! What was not judged and what rests on trust, each counted and listed; and the data flows.

use crate::model::data_flow::{Answer, FlowAnswers};
use crate::model::document::DataFlow;
use crate::model::words::Category;
use crate::report::html::block::{Block, Column, Table, blocks, words};
use crate::report::html::markup::{Markup, code, joined, some, strong, text};
use crate::report::html::view::View;
use crate::text::count::{count, counted};
use crate::text::list;

fn table(id: &str, caption: &str, columns: &[&'static str], rows: Vec<Vec<Markup>>) -> Block {
    let columns = columns.iter().map(|name| Column::Words(name)).collect();
    Block::Table(Table { id: id.to_owned(), caption: caption.to_owned(), columns, rows })
}

/// Criteria scoped out with a rationale and an approver.
pub(super) fn not_applicable(view: &View<'_>) -> Markup {
    let assessment = view.assessment;
    let excluded = &assessment.inventory.scope.not_applicable;
    if excluded.is_empty() {
        return blocks(&[words("None.")]);
    }
    let told = match assessment.summary.not_applicable {
        0 => "None of the selected categories. What is scoped out belongs to others, and is out of scope all the same."
            .to_owned(),
        some => format!(
            "{} of the selected categories {} scoped out. What is scoped out counts neither as done nor as to do.",
            count(some, "criterion"),
            if some == 1 { "is" } else { "are" }
        ),
    };
    let categories = &assessment.inventory.scope.categories;
    let rows = excluded.iter().map(|(id, exclusion)| {
        let criterion = assessment.catalog.criterion(*id);
        let title = criterion.map_or("", |criterion| &criterion.title);
        let selected = criterion.is_some_and(|criterion| categories.contains(&criterion.category));
        let title = if selected { title.to_owned() } else { format!("{title} (category not selected)") };
        let why = text(&exclusion.rationale);
        vec![
            view.criterion(*id),
            text(&title),
            why,
            text(view.person(&exclusion.approved_by)),
            view.place(exclusion.place),
        ]
    });
    let columns = ["Criterion", "Title", "Rationale", "Approved by", "Place"];
    blocks(&[words(&told), table("scoped-out", "Criteria scoped out", &columns, rows.collect())])
}

/// Categories not selected, and the controls that name their criteria.
pub(super) fn out_of_scope(view: &View<'_>) -> Markup {
    let assessment = view.assessment;
    let selected = &assessment.inventory.scope.categories;
    let left_out = Category::ALL.iter().filter(|category| !selected.contains(category)).map(|category| {
        let criteria = assessment.catalog.criteria.iter().filter(|criterion| criterion.category == *category);
        format!("{} ({})", category.plain(), count(criteria.count(), "criterion"))
    });
    let left_out: Vec<String> = left_out.collect();
    if left_out.is_empty() {
        return blocks(&[words("Nothing: every category is selected.")]);
    }
    let told = words(&format!("Categories not selected: {}.", list::and(left_out)));
    let coverage = assessment.inventory.controls.iter().zip(&assessment.coverage.controls);
    let naming = coverage.filter(|(_, coverage)| !coverage.out_of_scope.is_empty());
    let rows = naming.map(|(control, coverage)| {
        let criteria = some(coverage.out_of_scope.iter().map(|id| text(&id.to_string())));
        vec![view.control(control), text(&control.name), criteria]
    });
    let rows: Vec<Vec<Markup>> = rows.collect();
    if rows.is_empty() {
        return blocks(&[told, words("No control names a criterion of these categories.")]);
    }
    let names = counted(rows.len(), "names", "name");
    let part = words(&format!("Of the controls, {names} such criteria. That part of them was not judged."));
    let columns = ["Control", "Name", "Criteria out of scope"];
    blocks(&[told, part, table("left-out", "Controls that name criteria out of scope", &columns, rows)])
}

/// Controls mapped to nothing.
pub(super) fn naming_nothing(view: &View<'_>) -> Markup {
    let controls = view.assessment.inventory.controls.iter().filter(|control| control.criteria.is_empty());
    let rows = controls.map(|control| {
        vec![view.control(control), text(&control.name), text(&control.status.word().replace('-', " "))]
    });
    let rows: Vec<Vec<Markup>> = rows.collect();
    if rows.is_empty() {
        return blocks(&[words("None.")]);
    }
    let (names, supports) = if rows.len() == 1 { ("names", "supports") } else { ("name", "support") };
    let told = format!("{} {names} no criterion and so {supports} nothing here.", count(rows.len(), "control"));
    let columns = ["Control", "Name", "Status"];
    blocks(&[words(&told), table("naming-nothing", "Controls that name no criterion", &columns, rows)])
}

/// What counts although it lies behind a web address.
pub(super) fn unverifiable(view: &View<'_>) -> Markup {
    let items = &view.assessment.unverifiable;
    if items.is_empty() {
        return blocks(&[words("Nothing: no evidence and no document is given by a web address alone.")]);
    }
    let told = format!(
        "gapcheck opens no network connection. {} counted as on file because the inventory gives a web address; whether \
         anything lies there, and what, nobody looked up.",
        counted(items.len(), "item is", "items are"),
    );
    let rows = items.iter().map(|item| vec![code(&item.subject), text(&item.title), code(&item.url)]);
    let columns = ["Control or document", "What it is", "Said to lie at"];
    blocks(&[words(&told), table("not-verified", "What lies behind web addresses", &columns, rows.collect())])
}

/// For each data flow the four questions an auditor asks of it, with what answers them.
pub(super) fn data_flows(view: &View<'_>) -> Markup {
    let flows = &view.assessment.inventory.data_flows;
    if flows.is_empty() {
        return blocks(&[words("The inventory names no data flow.")]);
    }
    let told = format!(
        "{}, by where they come from. Each cell holds what the inventory states, the controls in place that cover it, and \
         the gaps that say what is not covered.",
        count(flows.len(), "data flow")
    );
    let columns = ["From", "To", "What is processed", "Where it lives", "How it moves", "Who has access"];
    let rows = flows.iter().zip(&view.assessment.data_flows).map(|(flow, answers)| row(view, flow, answers));
    let asked = "“Where it lives” and “who has access” are asked of the end that receives the data: controls on CC6.1, and \
                 on CC6.2 or CC6.3, that cover it. “How it moves” is asked of both ends: controls on CC6.7 that cover them.";
    blocks(&[words(&told), table("flows", "Data flows and what covers them", &columns, rows.collect()), words(asked)])
}

fn row(view: &View<'_>, flow: &DataFlow, answers: &FlowAnswers) -> Vec<Markup> {
    let ends = [code(&flow.from), code(&flow.to)];
    ends.into_iter().chain(answers.all().map(|answer| cell(view, answer))).collect()
}

/// What the inventory states, the controls, the gaps and the remarks of an answer, as far as there are any.
fn cell(view: &View<'_>, answer: &Answer) -> Markup {
    let gaps =
        answer.gaps.iter().map(|id| view.gap(id.as_str()).map_or_else(|| code(id.as_str()), |gap| view.number(gap)));
    let gaps = match answer.gaps.len() {
        0 => text(""),
        1 => joined([strong(&text("gap")), some(gaps)], " "),
        _ => joined([strong(&text("gaps")), some(gaps)], " "),
    };
    let known =
        joined([some(answer.stated.iter().map(|said| text(said))), view.controls(&answer.controls), gaps], "; ");
    let remarks = joined(answer.remarks.iter().map(|remark| text(remark)), " ");
    joined([known, remarks], ". ")
}
