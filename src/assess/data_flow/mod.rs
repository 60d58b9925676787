//! The four questions an auditor asks of every data flow: what is processed, where it lives, how it moves, who has access.

mod backing;
pub mod said;
mod vendor;

use std::collections::BTreeSet;

use crate::assess::context::Context;
use crate::assess::data_flow::backing::Backing;
use crate::assess::data_flow::said::End;
use crate::assess::data_flow::vendor::Vendors;
use crate::model::data_flow::{Answer, FlowAnswers};
use crate::model::document::DataFlow;
use crate::model::gap::Gap;
use crate::model::gap_id::GapId;

/// Who can reach what lies on a system.
const LIVES: &[&str] = &["CC6.1"];
/// Data on the move.
const MOVES: &[&str] = &["CC6.7"];
/// Who is given access, and who keeps it.
const ACCESS: &[&str] = &["CC6.2", "CC6.3"];

/// What a remark says of an end outside.
const NOT_OURS: &str = "Whoever receives it stands outside; that is not ours to say.";

/// The answers about every data flow, in the inventory's order, from the gaps as they were found.
#[must_use]
pub fn answers(context: &Context<'_>, gaps: &[Gap]) -> Vec<FlowAnswers> {
    let flows = &context.inventory.data_flows;
    if flows.is_empty() {
        return Vec::new();
    }
    let backing = |criteria: &'static [&str]| -> Vec<Backing<'_>> {
        criteria.iter().filter_map(|id| Some(Backing::of(context, id.parse().ok()?, gaps))).collect()
    };
    let of_flows = gaps.iter().map(|gap| &gap.finding).filter(|found| found.rule.name == "data-flow-unprotected");
    let desk = Desk {
        context,
        own: of_flows.map(|found| &found.id).collect(),
        lives: backing(LIVES),
        moves: backing(MOVES),
        access: backing(ACCESS),
        vendors: Vendors::of(context, gaps),
    };
    flows.iter().map(|flow| desk.answers(flow)).collect()
}

/// Everything the answers are taken from.
struct Desk<'a> {
    context: &'a Context<'a>,
    /// The gaps of the flows themselves; a flow has one at most.
    own: BTreeSet<&'a GapId>,
    lives: Vec<Backing<'a>>,
    moves: Vec<Backing<'a>>,
    access: Vec<Backing<'a>>,
    vendors: Vendors<'a>,
}

impl Desk<'_> {
    fn answers(&self, flow: &DataFlow) -> FlowAnswers {
        FlowAnswers {
            what: self.what(flow),
            lives: self.at_receiver(flow, &self.lives),
            moves: self.moves(flow),
            access: self.at_receiver(flow, &self.access),
        }
    }

    /// The classes of data of the flow, or those of the systems at its ends.
    fn what(&self, flow: &DataFlow) -> Answer {
        if !flow.data.is_empty() {
            return Answer { stated: flow.data.clone(), ..Answer::default() };
        }
        let inherited = said::data_at_ends(self.context, flow);
        if inherited.is_empty() {
            return Answer { gaps: self.own_gap(flow), ..Answer::default() };
        }
        Answer {
            stated: inherited.into_iter().map(str::to_owned).collect(),
            remarks: vec!["The flow names none; these are the classes of the systems at its ends.".to_owned()],
            ..Answer::default()
        }
    }

    /// The stated protection, and what covers the systems at either end.
    fn moves(&self, flow: &DataFlow) -> Answer {
        let mut answer = Answer {
            stated: said::protection(flow).map(str::to_owned).into_iter().collect(),
            gaps: if said::is_protected(flow) { Vec::new() } else { self.own_gap(flow) },
            ..Answer::default()
        };
        for system in said::systems_at_ends(self.context, flow) {
            backing::add(&mut answer, &self.moves, system);
        }
        answer
    }

    /// What covers the end that receives the data.
    fn at_receiver(&self, flow: &DataFlow, backing: &[Backing<'_>]) -> Answer {
        match said::end(self.context, &flow.to) {
            End::System(system) => {
                let mut answer = Answer::default();
                backing::add(&mut answer, backing, system);
                answer
            }
            End::Vendor(vendor) => self.vendors.answer(vendor),
            End::External => Answer { remarks: vec![NOT_OURS.to_owned()], ..Answer::default() },
        }
    }

    /// The gap of the flow itself.
    fn own_gap(&self, flow: &DataFlow) -> Vec<GapId> {
        let id = GapId::part(&*flow.from, "data-flow-unprotected", &*flow.to);
        self.own.get(&id).copied().cloned().into_iter().collect()
    }
}
