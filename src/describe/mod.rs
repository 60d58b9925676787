//! Whether a description of the system can be written from an inventory: for each description criterion, what the inventory
//! holds of it and what is missing.
//!
//! Nothing is green that nobody looked at: an empty list says that there is nothing to list only where somebody vouches
//! for it.

mod dc1_services;
mod dc2_promises;
mod dc3_components;
mod dc4_incidents;
mod dc5_controls;
mod dc6_user_entities;
mod dc7_subservice;
mod dc8_not_relevant;
mod dc9_changes;
mod part;
mod vouching;

use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::description::{Description, Judged, Part};
use crate::model::description_criteria::DescriptionCriteria;

/// How a description criterion is judged.
struct Judge {
    /// Its id.
    id: &'static str,
    /// Whether a report of Type I is asked for it too.
    of_type1: bool,
    /// What it has to tell, and what there is of it.
    parts: fn(&Assessment<'_>) -> Vec<Part>,
    /// What a person has to write for this inventory, beside what is missing.
    write: fn(&Assessment<'_>) -> Vec<String>,
}

const fn judge(id: &'static str, parts: fn(&Assessment<'_>) -> Vec<Part>) -> Judge {
    Judge { id, of_type1: true, parts, write: nothing }
}

/// Every description criterion there is.
const JUDGES: [Judge; 9] = [
    judge("DC 1", dc1_services::parts),
    judge("DC 2", dc2_promises::parts),
    judge("DC 3", dc3_components::parts),
    judge("DC 4", dc4_incidents::parts),
    judge("DC 5", dc5_controls::parts),
    judge("DC 6", dc6_user_entities::parts),
    Judge { write: dc7_subservice::write, ..judge("DC 7", dc7_subservice::parts) },
    judge("DC 8", dc8_not_relevant::parts),
    Judge { of_type1: false, ..judge("DC 9", dc9_changes::parts) },
];

fn nothing(_: &Assessment<'_>) -> Vec<String> {
    Vec::new()
}

/// Holds an assessed inventory to the description criteria.
#[must_use]
pub fn description<'a>(assessment: &'a Assessment<'a>, asked: &'a DescriptionCriteria) -> Description<'a> {
    let criteria = asked.criteria.iter().enumerate();
    let judged = criteria.filter_map(|(at, criterion)| {
        let judge = JUDGES.iter().find(|judge| judge.id == criterion.id)?;
        let asked = judge.of_type1 || assessment.inventory.scope.report.is_type2();
        if !asked {
            return Some(Judged { criterion: at, asked, parts: Vec::new(), write: Vec::new() });
        }
        let write = criterion.write.iter().cloned().chain((judge.write)(assessment)).collect();
        Some(Judged { criterion: at, asked, parts: (judge.parts)(assessment), write })
    });
    Description { assessment, asked, judged: judged.collect() }
}

/// The last day anything can be said of: that of the assessment, or the last the report speaks of.
fn day(assessment: &Assessment<'_>) -> Date {
    assessment.as_of.min(assessment.inventory.scope.report.end())
}
