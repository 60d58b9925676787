//! How two assessments differ: gaps, verdicts and counts, each with what changed it.

use crate::model::assessment::Gate;
use crate::model::cause::{Alteration, Altered, Cause};
use crate::model::criterion_id::CriterionId;
use crate::model::level::Level;
use crate::model::snapshot::{GapStand, Side};
use crate::model::verdict::Verdict;
use crate::model::way::Way;

/// How a later assessment differs from an earlier one.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The earlier one.
    pub old: Side,
    /// The later one.
    pub new: Side,
    /// What is to be known before any number is read: a sentence each, with words of the inventories as they are.
    pub notes: Vec<String>,
    /// Whether changes could be put down to causes: of two inventories only.
    pub causes_known: bool,
    /// What the inventories say differently, in the order of causes; empty where there are not two.
    pub altered: Vec<Altered>,
    /// The counts, also those that did not change.
    pub counts: Vec<Count>,
    /// Every gap of either, also the unchanged: by what became of it, worst first.
    pub gaps: Vec<GapChange>,
    /// The criteria of which something changed, in report order.
    pub criteria: Vec<CriterionChange>,
    /// The controls whose verdicts changed, by id.
    pub controls: Vec<ControlChange>,
    /// The gate; its positions are those of [`Difference::gaps`].
    pub gate: Gate,
}

impl Difference {
    /// The gaps of which something became.
    pub fn gaps_that(&self, change: Change) -> impl Iterator<Item = &GapChange> {
        self.gaps.iter().filter(move |gap| gap.change == change)
    }

    /// The gaps of the same level as before that were signed for since, or are signed for no longer.
    pub fn treated_otherwise(&self) -> impl Iterator<Item = &GapChange> {
        self.gaps_that(Change::Unchanged).filter(|gap| gap.way.changed())
    }

    /// A count by its key.
    #[must_use]
    pub fn count(&self, key: &str) -> Option<&Count> {
        self.counts.iter().find(|count| count.key == key)
    }

    /// Whether no gap, no verdict and no count changed.
    #[must_use]
    pub fn nothing_changed(&self) -> bool {
        let same = |gap: &GapChange| !gap.way.changed();
        self.gaps.iter().all(same) && self.criteria.is_empty() && self.controls.is_empty()
    }
}

/// What became of a gap from one assessment to the next, by its identity and its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It was not there.
    New,
    /// It was there at a lower level.
    Worsened,
    /// It was there at a higher level.
    Improved,
    /// It is gone.
    Resolved,
    /// It was there at the same level.
    Unchanged,
}

impl Change {
    /// All of them, in the order of every report.
    pub const ALL: [Self; 5] = [Self::New, Self::Worsened, Self::Improved, Self::Resolved, Self::Unchanged];

    /// What became of a gap that was, or was not, at a level before, and is now.
    #[must_use]
    pub fn between(before: Option<Level>, after: Option<Level>) -> Self {
        match (before, after) {
            (None, Some(_)) => Self::New,
            (Some(before), Some(after)) if after > before => Self::Worsened,
            (Some(before), Some(after)) if after < before => Self::Improved,
            (Some(_), None) => Self::Resolved,
            (Some(_), Some(_)) | (None, None) => Self::Unchanged,
        }
    }

    /// Whether it is one the gate looks at: new or worsened.
    #[must_use]
    pub const fn is_for_the_worse(self) -> bool {
        matches!(self, Self::New | Self::Worsened)
    }

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Worsened => "worsened",
            Self::Improved => "improved",
            Self::Resolved => "resolved",
            Self::Unchanged => "unchanged",
        }
    }
}

/// A gap as far as it is counted: its level, and whether somebody signed for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GapState {
    /// The level.
    pub level: Level,
    /// Whether somebody signed for it.
    pub accepted: bool,
}

impl From<&GapStand> for GapState {
    fn from(stand: &GapStand) -> Self {
        Self { level: stand.level, accepted: stand.accepted }
    }
}

/// A gap of either assessment, and how it changed.
#[derive(Clone, Debug)]
pub struct GapChange {
    /// Its identity.
    pub id: String,
    /// What became of it.
    pub change: Change,
    /// What made that of it; nothing where it is unchanged or causes cannot be told.
    pub cause: Option<Cause>,
    /// As it stood before.
    pub before: Option<GapStand>,
    /// As it stands now.
    pub after: Option<GapStand>,
    /// How it came from one to the other.
    pub way: Way<Option<GapState>>,
}

impl GapChange {
    /// As it stands, or stood where it is gone.
    #[must_use]
    pub fn stand(&self) -> Option<&GapStand> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

/// A criterion of which something changed. A verdict is absent where the criterion is in no selected category.
#[derive(Clone, Debug)]
pub struct CriterionChange {
    /// Its id.
    pub id: CriterionId,
    /// Its title in the catalog.
    pub title: String,
    /// The verdict on design.
    pub design: Way<Option<Verdict>>,
    /// The verdict on operation; absent also for type 1.
    pub operation: Way<Option<Verdict>>,
    /// Whether a control in place addresses it.
    pub claimed: Way<bool>,
    /// Whether evidence in date is on file.
    pub evidenced: Way<bool>,
    /// Whether a test in date is on file.
    pub tested: Way<bool>,
}

impl CriterionChange {
    /// Whether it came into scope, or left it; nothing where it was and is in scope, or where it did neither.
    #[must_use]
    pub fn moved(&self) -> Option<Alteration> {
        match (self.design.before(), self.design.after()) {
            (None, Some(_)) => Some(Alteration::Added),
            (Some(_), None) => Some(Alteration::Removed),
            (Some(_), Some(_)) | (None, None) => None,
        }
    }
}

/// A control whose verdicts changed. A verdict is absent where the control is not there.
#[derive(Clone, Debug)]
pub struct ControlChange {
    /// Its id.
    pub id: String,
    /// What it is called, or was.
    pub name: String,
    /// The verdict on design.
    pub design: Way<Option<Verdict>>,
    /// The verdict on operation; absent also for type 1.
    pub operation: Way<Option<Verdict>>,
}

/// A count before and after. What each cause did adds up to the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Its name, as in the summary of the JSON result: `gaps.very_high`.
    pub key: String,
    /// How many there were.
    pub before: usize,
    /// How many there are.
    pub after: usize,
    /// By how much each cause changed it, in the order of causes; none of nothing.
    pub by: Vec<(Option<Cause>, i64)>,
}

impl Count {
    /// By how much it changed.
    #[must_use]
    pub fn change(&self) -> i64 {
        self.by.iter().map(|(_, change)| change).sum()
    }
}
