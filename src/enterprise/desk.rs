//! What every part of the answer looks at: the assessment, the files, what was asked.

use std::collections::BTreeMap;

use crate::model::area::Area;
use crate::model::assessment::Assessment;
use crate::model::criterion_id::CriterionId;
use crate::model::document::Control;
use crate::model::enterprise_asked::{Asked, Question};
use crate::model::files::Files;
use crate::model::gap::Gap;
use crate::model::gap_id::GapId;
use crate::model::level::Level;

/// The rule that finds a system no control of a criterion covers.
const UNCOVERED: &str = "system-not-covered";

/// The desk the answers are written at.
pub(super) struct Desk<'a> {
    pub(super) assessment: &'a Assessment<'a>,
    pub(super) files: &'a Files,
    pub(super) asked: &'a Asked,
    /// The gaps of moderate level or above, by the id they begin with. An acceptance turns nothing green, so it hides none.
    weighing: BTreeMap<&'a str, Vec<&'a Gap>>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(assessment: &'a Assessment<'a>, files: &'a Files, asked: &'a Asked) -> Self {
        let mut weighing: BTreeMap<&str, Vec<&Gap>> = BTreeMap::new();
        for gap in assessment.gaps.iter().filter(|gap| gap.risk.level() >= Level::Moderate) {
            if let Some((subject, _, _)) = GapId::split(gap.id()) {
                weighing.entry(subject).or_default().push(gap);
            }
        }
        Self { assessment, files, asked, weighing }
    }

    /// The ids of the gaps of moderate level or above about a thing, in the order of their identities.
    pub(super) fn held_by(&self, subject: &str) -> Vec<String> {
        let mut ids: Vec<&str> = self.weighing.get(subject).into_iter().flatten().map(|gap| gap.id()).collect();
        ids.sort_unstable();
        ids.into_iter().map(str::to_owned).collect()
    }

    /// The ids of the gaps that leave something out of what a control does for a question: a system that none covers under a
    /// criterion both name, or what the question itself asks to see closed.
    pub(super) fn left_uncovered(&self, control: &Control, question: &Question) -> Vec<String> {
        let named = |id: &CriterionId| control.criteria.iter().any(|named| named.value.criterion == *id);
        let shared = |gap: &Gap| gap.finding.criteria.iter().any(|id| question.criteria.contains(id) && named(id));
        let weighing = self.weighing.values().flatten().filter(|gap| {
            let rule = gap.finding.rule.name;
            question.rules.iter().any(|asked| asked == rule) || rule == UNCOVERED && shared(gap)
        });
        let mut ids: Vec<String> = weighing.map(|gap| gap.id().to_owned()).collect();
        ids.sort_unstable();
        ids
    }

    /// The first of the people who looks after an area.
    pub(super) fn who_looks_after(&self, area: Area) -> Option<String> {
        self.assessment.inventory.who_looks_after(&[area]).map(str::to_owned)
    }
}
