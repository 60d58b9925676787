//! Counts over time as steps: each lasts from its revision to the next.

use crate::model::level::Level;
use crate::model::trend::{Point, Trend};
use crate::report::html::markup::{Markup, element, level_class};
use crate::report::html::picture::canvas::{Canvas, Named};
use crate::report::html::picture::scale::{Scale, WIDTH};

/// How high the picture of a share is.
const HIGH: i64 = 60;
/// How high that of the gaps is.
const TALL: i64 = 120;

/// What a picture is called, and what it shows.
pub(in crate::report) struct Told<'a> {
    pub(in crate::report) key: &'a str,
    pub(in crate::report) title: &'a str,
    pub(in crate::report) description: &'a str,
}

/// A part of a whole over time; where a point does not tell it, nothing is drawn.
pub(in crate::report) fn share(
    trend: &Trend,
    told: &Told<'_>,
    of: impl Fn(&Point) -> Option<(usize, usize)>,
) -> Markup {
    let edges = edges(trend);
    let mut canvas = Canvas::new();
    months(&mut canvas, trend, HIGH);
    let heights = trend.points.iter().map(|point| of(point).map(|(part, whole)| scaled(part, whole, HIGH)));
    let heights: Vec<Option<i64>> = heights.collect();
    for run in runs(&edges, &heights) {
        let (Some([left, _, _]), Some([_, right, _])) = (run.first().copied(), run.last().copied()) else { continue };
        let top = steps(&run, HIGH);
        canvas.shape("area", &[[left, HIGH]].into_iter().chain(top.clone()).chain([[right, HIGH]]).collect::<Vec<_>>());
        canvas.path("edge", &top);
    }
    canvas.line("top-line", [0, 1], [WIDTH, 1]);
    canvas.line("base-line", [0, HIGH], [WIDTH, HIGH]);
    picture(canvas, told, "time", HIGH)
}

/// Open gaps over time, those of each level upon those of the graver ones.
pub(in crate::report) fn gaps(trend: &Trend, told: &Told<'_>) -> Markup {
    let edges = edges(trend);
    let most = trend.points.iter().map(|point| point.readiness.summary.open_total()).max().unwrap_or(0);
    let mut canvas = Canvas::new();
    months(&mut canvas, trend, TALL);
    let mut below: Vec<usize> = vec![0; trend.points.len()];
    for level in Level::ALL.iter().rev() {
        let reached: Vec<usize> =
            below.iter().zip(&trend.points).map(|(below, point)| below + point.readiness.open(*level)).collect();
        let along = |counts: &[usize]| {
            let heights: Vec<Option<i64>> = counts.iter().map(|count| Some(scaled(*count, most, TALL))).collect();
            runs(&edges, &heights).first().map(|run| steps(run, TALL)).unwrap_or_default()
        };
        if reached != below {
            let (top, bottom) = (along(&reached), along(&below));
            let around: Vec<[i64; 2]> = top.iter().copied().chain(bottom.into_iter().rev()).collect();
            canvas.shape(&format!("a-{}", level_class(*level)), &around);
            canvas.path("between", &top);
        }
        below = reached;
    }
    canvas.line("base-line", [0, TALL], [WIDTH, TALL]);
    picture(canvas, told, "time tall", TALL)
}

fn picture(canvas: Canvas, told: &Told<'_>, class: &'static str, height: i64) -> Markup {
    let named = Named { id: &element("trend", told.key), class, title: told.title, description: told.description };
    canvas.picture(&named, [WIDTH, height])
}

/// Where each point begins and ends, from left to right; by its place among the others where all are of one day.
fn edges(trend: &Trend) -> Vec<[i64; 2]> {
    let many = i64::try_from(trend.points.len()).unwrap_or(1).max(1);
    let begins: Vec<i64> = match scale(trend) {
        Some(scale) => {
            // A clock that went wrong may have put a commit before the one it follows.
            let later = |furthest: &mut i64, point: &Point| {
                *furthest = (*furthest).max(scale.begin(point.day));
                Some(*furthest)
            };
            trend.points.iter().scan(0, later).collect()
        }
        None => (0..many).map(|at| at * WIDTH / many).collect(),
    };
    let ends = begins.iter().skip(1).copied().chain([WIDTH]);
    begins.iter().copied().zip(ends).map(|(begin, end)| [begin, end]).collect()
}

/// The days of the points; none where all are one.
fn scale(trend: &Trend) -> Option<Scale> {
    let days = || trend.points.iter().map(|point| point.day);
    let (first, last) = (days().min()?, days().max()?);
    (first < last).then(|| Scale::new([first, last], WIDTH))
}

/// The months that have room for their names, each with how far from the left it begins, in percent of the width.
pub(in crate::report) fn named_months(trend: &Trend) -> Vec<(i64, String)> {
    scale(trend).iter().flat_map(Scale::named_months).collect()
}

fn months(canvas: &mut Canvas, trend: &Trend, height: i64) {
    for (percent, _) in named_months(trend) {
        let x = percent * WIDTH / 100;
        canvas.line("grid", [x, 0], [x, height]);
    }
}

/// How high a part of a whole is; what is any can be seen.
fn scaled(part: usize, whole: usize, height: i64) -> i64 {
    let room = usize::try_from(height - 1).unwrap_or(0);
    let high = part.min(whole).saturating_mul(room).checked_div(whole).unwrap_or(0);
    i64::try_from(high.max(usize::from(part > 0))).unwrap_or(0)
}

/// Points beside each other that tell something: from, to, how high.
fn runs(edges: &[[i64; 2]], heights: &[Option<i64>]) -> Vec<Vec<[i64; 3]>> {
    let mut runs: Vec<Vec<[i64; 3]>> = Vec::new();
    let mut open = false;
    for ([from, to], height) in edges.iter().zip(heights) {
        let Some(height) = height else {
            open = false;
            continue;
        };
        let step = [*from, *to, *height];
        match runs.last_mut().filter(|_| open) {
            Some(run) => run.push(step),
            None => runs.push(vec![step]),
        }
        open = true;
    }
    runs
}

/// The corners of steps, from left to right.
fn steps(run: &[[i64; 3]], height: i64) -> Vec<[i64; 2]> {
    run.iter().flat_map(|[from, to, high]| [[*from, height - high], [*to, height - high]]).collect()
}
