//! Which gaps are closed by doing one thing: those of one subject with one remedy.

use std::collections::BTreeMap;

use crate::model::gap::Gap;
use crate::model::gap_id::GapId;
use crate::plan::remedy::{self, Remedy, Whose};

/// Gaps that one task closes.
pub(super) struct Group<'a> {
    /// What is done.
    pub(super) remedy: &'static Remedy,
    /// What it is about.
    pub(super) about: About<'a>,
    /// The gaps, worst first.
    pub(super) gaps: Vec<&'a Gap>,
    /// The days of work proposed, in tenths: those of the gap that takes most, since doing it does most of the others.
    pub(super) proposed_tenths: u32,
}

/// What a task is about, by ids: `AC-02`, `legacy`, or subject and part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct About<'a> {
    /// What stands before the remedy in the task's id.
    pub(super) subject: &'a str,
    /// What stands after it, where the subject alone does not say which.
    pub(super) part: Option<&'a str>,
}

impl Group<'_> {
    /// The id of its task, which stays the same as long as something of it is left to do.
    pub(super) fn id(&self) -> String {
        let Group { remedy, about: About { subject, part }, .. } = self;
        match part {
            None => format!("T-{subject}:{}", remedy.name),
            Some(part) => format!("T-{subject}:{}:{part}", remedy.name),
        }
    }
}

/// Puts every gap into exactly one group.
pub(super) fn groups<'a>(gaps: impl Iterator<Item = &'a Gap>) -> Vec<Group<'a>> {
    let mut groups: BTreeMap<(&str, About<'a>), Group<'a>> = BTreeMap::new();
    for gap in gaps {
        let (remedy, tenths) = remedy::of(&gap.finding);
        let about = about(gap, remedy.whose);
        let group = groups.entry((remedy.name, about)).or_insert_with(|| Group {
            remedy,
            about,
            gaps: Vec::new(),
            proposed_tenths: 0,
        });
        group.gaps.push(gap);
        group.proposed_tenths = group.proposed_tenths.max(tenths);
    }
    groups.into_values().collect()
}

fn about(gap: &Gap, whose: Whose) -> About<'_> {
    let (subject, _, part) = GapId::split(gap.id()).unwrap_or((gap.id(), "", None));
    match whose {
        Whose::Control | Whose::Document | Whose::Subject | Whose::Criterion | Whose::Vendor => {
            About { subject, part: None }
        }
        Whose::System => About { subject: part.unwrap_or(subject), part: None },
        Whose::Part => About { subject, part },
    }
}
