//! What is known of each data flow, by the four questions an auditor asks of it.

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::model::data_flow;
use crate::model::document;
use crate::model::gap_id::GapId;

/// A data flow with the answers about it.
#[derive(Serialize)]
pub(super) struct DataFlow<'a> {
    from: &'a str,
    to: &'a str,
    what: Answer<'a>,
    #[serde(rename = "where")]
    lives: Answer<'a>,
    how: Answer<'a>,
    who: Answer<'a>,
}

/// An answer, with all it rests on.
#[derive(Serialize)]
struct Answer<'a> {
    state: String,
    stated: &'a [String],
    controls: Vec<&'a str>,
    gaps: &'a [GapId],
    remarks: &'a [String],
}

pub(super) fn data_flows<'a>(assessment: &'a Assessment<'a>) -> Vec<DataFlow<'a>> {
    let inventory = assessment.inventory;
    let answer = |answer: &'a data_flow::Answer| Answer {
        state: answer.state().snake(),
        stated: &answer.stated,
        controls: answer.controls.iter().filter_map(|at| Some(inventory.controls.get(*at)?.id.as_str())).collect(),
        gaps: &answer.gaps,
        remarks: &answer.remarks,
    };
    let flow = |(written, answers): (&'a document::DataFlow, &'a data_flow::FlowAnswers)| DataFlow {
        from: written.from.as_str(),
        to: written.to.as_str(),
        what: answer(&answers.what),
        lives: answer(&answers.lives),
        how: answer(&answers.moves),
        who: answer(&answers.access),
    };
    inventory.data_flows.iter().zip(&assessment.data_flows).map(flow).collect()
}
