//! A picture with names to its left, and where it has them days to its right: names are words of the page, so that they are
//! read, found and enlarged like all others.

use askama::Template;

use crate::model::date::Date;
use crate::report::html::block::printed;
use crate::report::html::markup::{Markup, whole};
use crate::report::html::picture::canvas::{Canvas, Named};
use crate::report::html::picture::scale::{Scale, WIDTH};

/// How high a line is.
pub(super) const LINE: i64 = 24;

/// A line of a chart.
pub(super) struct Line {
    /// Its name.
    pub(super) name: String,
    /// How it looks: a line of its own, or the head of those that follow.
    pub(super) class: &'static str,
    /// What stands at its end.
    pub(super) end: String,
}

#[derive(Template)]
#[template(path = "chart.html")]
struct Chart<'a> {
    label: &'a str,
    /// Months, each with how far from the left it begins, in percent of the width.
    months: Vec<(i64, String)>,
    names: &'a [Line],
    ends: Vec<Markup>,
    picture: Markup,
}

/// A chart of some lines.
pub(super) fn chart(named: &Named<'_>, scale: &Scale, lines: &[Line], canvas: Canvas) -> Markup {
    let ended = lines.iter().any(|line| !line.end.is_empty());
    let ends = lines.iter().filter(|_| ended).map(|line| whole(&line.end));
    let height = LINE * i64::try_from(lines.len()).unwrap_or(0);
    printed(&Chart {
        label: named.title,
        months: scale.named_months(),
        names: lines,
        ends: ends.collect(),
        picture: canvas.picture(named, [WIDTH, height]),
    })
}

/// The months of a chart so many lines high, and a day to be seen.
pub(super) fn ground(canvas: &mut Canvas, scale: &Scale, lines: usize, day: Date) {
    let height = LINE * i64::try_from(lines).unwrap_or(0);
    for (begins, _) in scale.months() {
        let x = scale.begin(begins);
        canvas.line("grid", [x, 0], [x, height]);
    }
    scale.draw_day(canvas, (day, "today"), [0, height]);
}
