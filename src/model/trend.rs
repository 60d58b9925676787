//! Readiness over time: what was concluded of each revision of an inventory.

use crate::model::assessment::{Summary, Tally};
use crate::model::date::Date;
use crate::model::level::Level;
use crate::model::words::Category;
use crate::vocabulary;

vocabulary! {
    /// How revisions are thinned: the last of each day, week or month stands for the others.
    pub enum Every as "step" {
        /// Of each day.
        Day = "day",
        /// Of each week, which begins on Monday.
        Week = "week",
        /// Of each month.
        Month = "month",
    }
}

/// Which revisions are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// None committed before this day.
    pub since: Option<Date>,
    /// None committed after this day.
    pub until: Option<Date>,
    /// The last of each such time alone.
    pub every: Option<Every>,
    /// The newest so many alone.
    pub max: Option<usize>,
}

/// On which day revisions are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Each on the day it was committed: as it would have been judged then.
    OwnDay,
    /// All on one day: what they would come to then.
    OneDay(Date),
}

/// A revision: what the history says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// Its hash, whole.
    pub hash: String,
    /// The day it was committed, in its committer's own time zone.
    pub committed: Date,
    /// The day it was written, in its author's own time zone.
    pub authored: Date,
    /// The first line of its message.
    pub subject: String,
}

/// As much of a hash as tells revisions apart.
const SHORT: usize = 8;

impl Revision {
    /// Its hash, short.
    #[must_use]
    pub fn short(&self) -> &str {
        self.hash.get(..SHORT).unwrap_or(&self.hash)
    }
}

/// What was concluded of an inventory on a day, as far as a trend is made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// The organisation.
    pub organization: String,
    /// The selected categories.
    pub categories: Vec<Category>,
    /// Whether the report speaks of operation too.
    pub type2: bool,
    /// The counts, without those of areas and categories.
    pub summary: Summary,
}

impl Readiness {
    /// The verdicts on operation, of nothing for Type I.
    #[must_use]
    pub fn operation(&self) -> Tally {
        self.summary.operation.unwrap_or_default()
    }

    /// How many gaps stand open at a level.
    #[must_use]
    pub fn open(&self, level: Level) -> usize {
        self.summary.open.get(&level).copied().unwrap_or(0)
    }
}

/// A revision that was assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Which; `None` for the files as they stand now, uncommitted.
    pub revision: Option<Revision>,
    /// Where it stands along the calendar: the day it was committed, or where it was not, the newest day there is.
    pub day: Date,
    /// The day it was judged on.
    pub as_of: Date,
    /// Where its files lie in the repository.
    pub paths: Vec<String>,
    /// What was concluded.
    pub readiness: Readiness,
    /// What changed since the point before; `None` for the first.
    pub change: Option<Change>,
}

/// What changed from one point to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Criteria with no gap identified on design.
    pub design: i64,
    /// The same on operation; `None` where one of the two says nothing of it.
    pub operation: Option<i64>,
    /// Criteria claimed.
    pub claimed: i64,
    /// Criteria evidenced.
    pub evidenced: i64,
    /// Criteria tested.
    pub tested: i64,
    /// Open gaps.
    pub open: i64,
    /// Whether the scope is another one, so that the two cannot simply be held against each other.
    pub scope: bool,
    /// Whether the files lay elsewhere before.
    pub renamed: bool,
}

impl Change {
    /// Whether anything that is told changed.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let counts = [self.design, self.operation.unwrap_or(0), self.claimed, self.evidenced, self.tested, self.open];
        counts.iter().all(|count| *count == 0) && !self.scope && !self.renamed
    }
}

/// A revision that could not be assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Which; `None` for the files as they stand now.
    pub revision: Option<Revision>,
    /// The first thing that is wrong with it.
    pub why: String,
    /// How many problems it has.
    pub problems: usize,
}

/// Readiness over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The inventory, as it was asked for.
    pub inventory: Vec<String>,
    /// On which day revisions were judged.
    pub basis: Basis,
    /// Which revisions were asked for.
    pub wanted: Wanted,
    /// The points, oldest first; there is at least one.
    pub points: Vec<Point>,
    /// What could not be assessed, oldest first.
    pub skipped: Vec<Skipped>,
    /// How many revisions changed the inventory, or a file it names, in all of the history.
    pub revisions: usize,
    /// How many assessments were made: what is the same on the same day is assessed once.
    pub assessments: usize,
    /// The oldest commit there is, where the clone is shallow and the history may go back further.
    pub shallow: Option<Revision>,
    /// Where its files lay before they were renamed or moved.
    pub formerly: Vec<String>,
    /// How many files the inventory names lie on this disk and in no commit, so that no revision has them.
    pub uncommitted_files: usize,
    /// How many files are told by a pointer of Git LFS, whose word was taken for their hash.
    pub pointers: usize,
    /// Whether every file named was taken as there.
    pub files_assumed: bool,
}

impl Trend {
    /// The newest point.
    #[must_use]
    pub fn last(&self) -> Option<&Point> {
        self.points.last()
    }

    /// Whether any point speaks of operation.
    #[must_use]
    pub fn speaks_of_operation(&self) -> bool {
        self.points.iter().any(|point| point.readiness.type2)
    }

    /// How many revisions were left out, since others stand for them or they were not asked for.
    #[must_use]
    pub fn left_out(&self) -> usize {
        let told = self.points.iter().filter(|point| point.revision.is_some()).count()
            + self.skipped.iter().filter(|skipped| skipped.revision.is_some()).count();
        self.revisions.saturating_sub(told)
    }
}
