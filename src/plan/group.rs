//! Which gaps are closed by doing one thing: those of one subject with one remedy.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::criterion_id::CriterionId;
use crate::model::gap::Gap;
use crate::model::gap_id::GapId;
use crate::plan::remedy::{self, Remedy, Whose};
use crate::text::natural::compare;

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

    /// The first criterion it touches, of the worst gap that touches any.
    pub(super) fn criterion(&self) -> Option<CriterionId> {
        self.gaps.iter().flat_map(|gap| &gap.finding.criteria).next().copied()
    }

    /// The scores of its gaps together.
    pub(super) fn risk(&self) -> u64 {
        self.gaps.iter().map(|gap| u64::from(gap.risk.score())).sum()
    }

    /// The score of its worst gap.
    pub(super) fn score(&self) -> u8 {
        self.gaps.iter().map(|gap| gap.risk.score()).max().unwrap_or(0)
    }
}

/// Puts every gap into exactly one group; the groups stand in the order of their ids.
pub(super) fn groups<'a>(gaps: impl Iterator<Item = &'a Gap>) -> Vec<Group<'a>> {
    let mended: Vec<_> = gaps.map(|gap| (gap, remedy::of(&gap.finding))).collect();
    let asked: BTreeSet<(&str, &str)> = mended.iter().map(|(gap, (remedy, _))| (remedy.name, subject(gap))).collect();
    let mut groups: BTreeMap<(&str, About<'a>), Group<'a>> = BTreeMap::new();
    for (gap, (remedy, tenths)) in mended {
        let mut on_the_way = remedy::closed_on_the_way(&gap.finding).iter().copied();
        let remedy = on_the_way.find(|other| asked.contains(&(other.name, subject(gap)))).unwrap_or(remedy);
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
    let mut groups: Vec<Group<'a>> = groups.into_values().collect();
    groups.sort_by_cached_key(Id::of);
    groups
}

/// The id of a group, in the order people count.
#[derive(PartialEq, Eq)]
struct Id(String);

impl Id {
    fn of(group: &Group<'_>) -> Self {
        Self(group.id())
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        compare(&self.0, &other.0)
    }
}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What stands before the rule in the id of a gap.
fn subject(gap: &Gap) -> &str {
    GapId::split(gap.id()).map_or(gap.id(), |(subject, _, _)| subject)
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
