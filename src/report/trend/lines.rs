//! The lines of the sparkline table: what is followed from the first point to the last.

use crate::model::level::Level;
use crate::model::trend::{Point, Trend};
use crate::report::trend::{spark, words};
use crate::text::count::number;
use crate::text::percent::shown;

/// A number over time.
pub(super) struct Line {
    /// What it counts.
    pub(super) name: &'static str,
    /// The first and the last number, each with its share where it is part of a whole.
    pub(super) ends: [String; 2],
    /// By how much the last differs from the first; nothing where one of them is not told.
    pub(super) by: Option<i64>,
    /// Whether more of it is worse.
    pub(super) is_bad: bool,
    /// The level, where it counts gaps of one.
    pub(super) level: Option<Level>,
    values: Vec<Option<(usize, usize)>>,
}

impl Line {
    /// All points in one line of text.
    pub(super) fn spark(&self, room: usize) -> String {
        spark::line(&self.values, room)
    }
}

/// The lines: the measures, then the open gaps, all and by level where there ever were any.
pub(super) fn lines(trend: &Trend) -> Vec<Line> {
    let measures = words::measures(trend).map(|measure| {
        let values = trend
            .points
            .iter()
            .map(|point| Some(((measure.of)(&point.readiness)?, point.readiness.summary.applicable)));
        line(measure.name, values.collect(), |(part, whole)| {
            format!("{}/{} {}", number(part), number(whole), shown(part, whole))
        })
    });
    let all = gaps(trend, "open gaps", None, |point| point.readiness.summary.open_total());
    let levels =
        Level::ALL.iter().rev().map(|level| gaps(trend, level.plain(), Some(*level), |p| p.readiness.open(*level)));
    measures.chain([all]).chain(levels.filter(|line| line.values.iter().flatten().any(|(part, _)| *part > 0))).collect()
}

fn gaps(trend: &Trend, name: &'static str, level: Option<Level>, count: impl Fn(&Point) -> usize) -> Line {
    let counts: Vec<usize> = trend.points.iter().map(count).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let values = counts.into_iter().map(|count| Some((count, most))).collect();
    Line { is_bad: true, level, ..line(name, values, |(count, _)| number(count)) }
}

fn line(name: &'static str, values: Vec<Option<(usize, usize)>>, tell: impl Fn((usize, usize)) -> String) -> Line {
    let (first, last) = (values.first().copied().flatten(), values.last().copied().flatten());
    let told = |value: Option<(usize, usize)>| value.map_or_else(|| "–".to_owned(), &tell);
    let whole = |(part, _): (usize, usize)| i64::try_from(part).unwrap_or(i64::MAX);
    let by = first.zip(last).map(|(first, last)| whole(last).saturating_sub(whole(first)));
    Line { name, ends: [told(first), told(last)], by, is_bad: false, level: None, values }
}
