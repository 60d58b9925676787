//! Assessed revisions into a trend: which are wanted, what is known already, what changed from one to the next.

pub mod memory;
pub mod pick;

use crate::model::assessment::Summary;
use crate::model::date::Date;
use crate::model::inventory::Inventory;
use crate::model::trend::{Change, Point, Readiness, Revision};

/// What is kept of an assessment.
#[must_use]
pub fn readiness(inventory: &Inventory, summary: Summary) -> Readiness {
    Readiness {
        organization: inventory.organization.clone(),
        categories: inventory.scope.categories.clone(),
        type2: inventory.scope.report.is_type2(),
        summary: Summary { areas: Vec::new(), categories: Vec::new(), ..summary },
    }
}

/// A revision with what was concluded of it, before it stands beside others.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Which; `None` for the files as they stand now.
    pub revision: Option<Revision>,
    /// The day it was judged on.
    pub as_of: Date,
    /// Where its files lie in the repository.
    pub paths: Vec<String>,
    /// What was concluded.
    pub readiness: Readiness,
}

/// Revisions beside each other, oldest first, each with what changed since the one before.
#[must_use]
pub fn points(judged: Vec<Judged>) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::with_capacity(judged.len());
    for Judged { revision, as_of, paths, readiness } in judged {
        let before = points.last();
        let change = before.map(|before| change(before, &paths, &readiness));
        let newest = before.map_or(as_of, |before| before.day.max(as_of));
        let day = revision.as_ref().map_or(newest, |revision| revision.committed);
        points.push(Point { revision, day, as_of, paths, readiness, change });
    }
    points
}

fn change(before: &Point, paths: &[String], now: &Readiness) -> Change {
    let (was, is) = (&before.readiness.summary, &now.summary);
    let operation = was.operation.zip(is.operation).map(|(was, is)| difference(was.no_gap, is.no_gap));
    Change {
        design: difference(was.design.no_gap, is.design.no_gap),
        operation,
        claimed: difference(was.claimed, is.claimed),
        evidenced: difference(was.evidenced, is.evidenced),
        tested: difference(was.tested, is.tested),
        open: difference(was.open_total(), is.open_total()),
        scope: before.readiness.categories != now.categories
            || before.readiness.type2 != now.type2
            || was.applicable != is.applicable,
        renamed: before.paths != paths && !before.paths.iter().any(|path| paths.contains(path)),
    }
}

fn difference(was: usize, is: usize) -> i64 {
    let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    whole(is).saturating_sub(whole(was))
}
