//! What waits for what: an order in which everything stands behind what it waits for, or the rounds that leave none.
//!
//! Things are numbers here, so that whatever waits can be asked about: entries of an inventory, tasks of a plan. The one
//! file that knows the graph library.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::algo::{tarjan_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};

/// Things that each wait for the next, and the last for the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round(pub Vec<usize>);

/// An order of as many things as there are lists, where each list names what its thing waits for. Numbers beyond the last
/// thing are nothing to wait for.
///
/// # Errors
///
/// Where things wait for each other: of each such group a shortest round, from its first thing on.
pub fn order(after: &[Vec<usize>]) -> Result<Vec<usize>, Vec<Round>> {
    let graph = graph(after);
    match toposort(&graph, None) {
        Ok(order) => Ok(order.into_iter().map(NodeIndex::index).collect()),
        Err(_) => Err(knots(after).iter().filter_map(|knot| round(after, knot)).collect()),
    }
}

/// The groups of things that wait for each other, each in order; whatever is in no round stands in none of them.
#[must_use]
pub fn knots(after: &[Vec<usize>]) -> Vec<BTreeSet<usize>> {
    let graph = graph(after);
    let groups = tarjan_scc(&graph).into_iter();
    let is_knot = |group: &Vec<NodeIndex>| match &group[..] {
        [one] => graph.contains_edge(*one, *one),
        _ => true,
    };
    let mut knots: Vec<BTreeSet<usize>> =
        groups.filter(is_knot).map(|group| group.into_iter().map(NodeIndex::index).collect()).collect();
    knots.sort();
    knots
}

/// An edge leads from what is first to what waits for it.
fn graph(after: &[Vec<usize>]) -> DiGraph<(), ()> {
    let mut graph = DiGraph::with_capacity(after.len(), after.iter().map(Vec::len).sum());
    let nodes: Vec<NodeIndex> = after.iter().map(|_| graph.add_node(())).collect();
    for (firsts, waits) in after.iter().zip(&nodes) {
        for first in firsts.iter().filter_map(|first| nodes.get(*first)) {
            graph.add_edge(*first, *waits, ());
        }
    }
    graph
}

/// A shortest round through the first of some things that wait for each other.
fn round(after: &[Vec<usize>], knot: &BTreeSet<usize>) -> Option<Round> {
    let begin = *knot.first()?;
    // Breadth first along what is waited for, within the knot, until the beginning is waited for.
    let mut reached_from: BTreeMap<usize, usize> = BTreeMap::new();
    let mut open = VecDeque::from([begin]);
    while let Some(waits) = open.pop_front() {
        let mut firsts: Vec<usize> = after.get(waits)?.iter().filter(|first| knot.contains(first)).copied().collect();
        firsts.sort_unstable();
        for first in firsts {
            if first == begin {
                return Some(walked(&reached_from, begin, waits));
            }
            if let std::collections::btree_map::Entry::Vacant(vacant) = reached_from.entry(first) {
                vacant.insert(waits);
                open.push_back(first);
            }
        }
    }
    None
}

/// The way from the beginning of a search to where it ended.
fn walked(reached_from: &BTreeMap<usize, usize>, begin: usize, end: usize) -> Round {
    let mut way = vec![end];
    let mut at = end;
    while at != begin {
        let Some(from) = reached_from.get(&at) else { break };
        way.push(*from);
        at = *from;
    }
    way.reverse();
    Round(way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_stands_behind_what_it_waits_for() {
        let after = [vec![2, 3], vec![], vec![1], vec![1, 2, 99]];
        assert_eq!(order(&after), Ok(vec![1, 2, 3, 0]));
        assert_eq!(knots(&after), []);
        assert_eq!(order(&[]), Ok(vec![]));
    }

    #[test]
    fn a_round_is_walked_in_the_order_of_waiting_by_the_shortest_way() {
        // 1 waits for 2, 2 for 3 and 0, 3 for 1; 0 waits for nothing, 4 for itself, 5 and 6 for each other.
        let after = [vec![], vec![2], vec![3, 0], vec![1], vec![4], vec![6, 1], vec![5]];
        let rounds = vec![Round(vec![1, 2, 3]), Round(vec![4]), Round(vec![5, 6])];
        assert_eq!(order(&after), Err(rounds));
        assert_eq!(knots(&after), [[1, 2, 3].into(), [4].into(), [5, 6].into()]);
        // 0 → 1 → 2 → 3 → 0, and 0 → 3 as a shorter way.
        let after = [vec![1, 3], vec![2], vec![3], vec![0]];
        assert_eq!(order(&after), Err(vec![Round(vec![0, 3])]));
    }
}
