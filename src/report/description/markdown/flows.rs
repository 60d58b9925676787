//! The data flows as a chart of Mermaid's.

use std::fmt::Write as _;

use crate::model::document::DataFlow;
use crate::text::escape::mermaid;
use crate::text::wrap::truncate;

/// How long the name of a node or of an arrow gets.
const NAME: usize = 40;

/// The chart, without a line break at its end. Nodes are numbered, so that no id of the inventory acts.
pub(super) fn chart(flows: &[DataFlow]) -> String {
    let mut nodes: Vec<&str> = flows.iter().flat_map(|flow| [&*flow.from.value, &*flow.to.value]).collect();
    nodes.sort_unstable();
    nodes.dedup();
    let number = |id: &str| nodes.binary_search(&id).unwrap_or(0);
    let mut chart = "flowchart LR".to_owned();
    for (at, id) in nodes.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(chart, "\n    n{at}[\"{}\"]", mermaid(&truncate(id, NAME)));
    }
    for flow in flows {
        let (from, to) = (number(&flow.from.value), number(&flow.to.value));
        let data = truncate(&flow.data.join(", "), NAME);
        let label = if data.is_empty() { String::new() } else { format!("|\"{}\"|", mermaid(&data)) };
        let _ = write!(chart, "\n    n{from} -->{label} n{to}");
    }
    chart
}
