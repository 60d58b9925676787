//! What must be finished before what.

use petgraph::algo::{tarjan_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};

use crate::plan::schedule::Job;

/// Jobs whose dependencies go round nowhere.
#[derive(Clone, Debug)]
pub struct Network {
    jobs: Vec<Job>,
    before: Vec<Vec<usize>>,
    order: Vec<usize>,
}

/// Jobs that each wait for the next, and the last for the first, as positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle(pub Vec<usize>);

impl Network {
    /// The network of some jobs.
    ///
    /// # Errors
    ///
    /// A cycle, where their dependencies go round.
    pub fn new(jobs: Vec<Job>) -> Result<Self, Cycle> {
        let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(jobs.len(), jobs.len());
        let nodes: Vec<NodeIndex> = jobs.iter().map(|_| graph.add_node(())).collect();
        let mut before = vec![Vec::new(); jobs.len()];
        for (at, job) in jobs.iter().enumerate() {
            for first in &job.after {
                if let (Some(from), Some(to)) = (nodes.get(*first), nodes.get(at)) {
                    graph.update_edge(*from, *to, ());
                }
                before.get_mut(*first).into_iter().for_each(|waiting: &mut Vec<usize>| waiting.push(at));
            }
        }
        match toposort(&graph, None) {
            Ok(order) => Ok(Self { jobs, before, order: order.into_iter().map(NodeIndex::index).collect() }),
            Err(_) => Err(cycle(&graph)),
        }
    }

    /// The jobs.
    #[must_use]
    pub fn jobs(&self) -> &[Job] {
        &self.jobs
    }

    /// The jobs that wait for one.
    #[must_use]
    pub fn waiting_for(&self, at: usize) -> &[usize] {
        self.before.get(at).map_or(&[], Vec::as_slice)
    }

    /// The jobs in an order in which each stands after all it waits for.
    #[must_use]
    pub fn order(&self) -> &[usize] {
        &self.order
    }
}

/// A shortest round among jobs that wait for each other, from the first of them on.
fn cycle(graph: &DiGraph<(), ()>) -> Cycle {
    let knots = tarjan_scc(graph);
    let knot = knots.into_iter().filter(|knot| is_round(graph, knot)).min_by_key(|knot| knot.iter().min().copied());
    let Some((knot, first)) = knot.and_then(|knot| Some((knot.clone(), *knot.iter().min()?))) else {
        return Cycle(Vec::new());
    };
    // Breadth first from the first job along whom it lets begin, within the knot, back to itself.
    let mut came_from = std::collections::BTreeMap::new();
    let mut reached = std::collections::VecDeque::from([first]);
    while let Some(node) = reached.pop_front() {
        let mut next: Vec<NodeIndex> = graph.neighbors(node).filter(|next| knot.contains(next)).collect();
        next.sort_unstable();
        for next in next {
            if next == first {
                return Cycle(walked_back(&came_from, node, first));
            }
            came_from.entry(next).or_insert_with(|| {
                reached.push_back(next);
                node
            });
        }
    }
    Cycle(Vec::new())
}

fn is_round(graph: &DiGraph<(), ()>, knot: &[NodeIndex]) -> bool {
    match knot {
        [one] => graph.contains_edge(*one, *one),
        _ => knot.len() > 1,
    }
}

/// From the last job of a round back to the first: each waits for the next.
fn walked_back(
    came_from: &std::collections::BTreeMap<NodeIndex, NodeIndex>,
    last: NodeIndex,
    first: NodeIndex,
) -> Vec<usize> {
    let mut path = vec![first.index()];
    let mut at = last;
    while at != first {
        path.push(at.index());
        match came_from.get(&at) {
            Some(from) => at = *from,
            None => break,
        }
    }
    path
}
