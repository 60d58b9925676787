//! What pictures are drawn on: an SVG with a name and a description, written from the top left to the bottom right.

use std::fmt::Write as _;

use askama::filters::Safe;

use crate::report::html::escaper::escaped;
use crate::report::html::markup::Markup;

/// A picture while it is drawn. Lengths are in its own units, which are pixels where there is room for them.
pub(in crate::report) struct Canvas {
    body: String,
}

/// What a picture is called, and what it shows in a sentence or two.
pub(in crate::report) struct Named<'a> {
    /// The id it is reached by; its own on the page.
    pub(in crate::report) id: &'a str,
    /// How it looks.
    pub(in crate::report) class: &'static str,
    /// Its name.
    pub(in crate::report) title: &'a str,
    /// What it shows.
    pub(in crate::report) description: &'a str,
}

/// Where a rectangle lies: its left, its top, its width, its height.
pub(in crate::report) type Area = [i64; 4];

impl Canvas {
    pub(in crate::report) const fn new() -> Self {
        Self { body: String::new() }
    }

    /// A rectangle.
    pub(in crate::report) fn rectangle(&mut self, class: &str, [x, y, width, height]: Area) {
        self.add(format_args!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"));
    }

    /// A rectangle with round corners.
    pub(in crate::report) fn bar(&mut self, class: &str, [x, y, width, height]: Area) {
        self.add(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"3\"/>"
        ));
    }

    /// A line from one point to another; its breadth stays when the picture is made wider.
    pub(in crate::report) fn line(&mut self, class: &str, [x, y]: [i64; 2], [to_x, to_y]: [i64; 2]) {
        self.add(format_args!(
            "<line class=\"{class}\" x1=\"{x}\" y1=\"{y}\" x2=\"{to_x}\" y2=\"{to_y}\" \
             vector-effect=\"non-scaling-stroke\"/>"
        ));
    }

    /// A closed shape with these corners.
    pub(in crate::report) fn shape(&mut self, class: &str, corners: &[[i64; 2]]) {
        let points = points(corners);
        self.add(format_args!("<polygon class=\"{class}\" points=\"{points}\"/>"));
    }

    /// A line through these points; its breadth stays when the picture is made wider.
    pub(in crate::report) fn path(&mut self, class: &str, through: &[[i64; 2]]) {
        let points = points(through);
        self.add(format_args!(
            "<polyline class=\"{class}\" points=\"{points}\" vector-effect=\"non-scaling-stroke\"/>"
        ));
    }

    /// A square on its corner, around a point.
    pub(in crate::report) fn diamond(&mut self, class: &str, [x, y]: [i64; 2], reach: i64) {
        let (left, right, top, bottom) = (x - reach, x + reach, y - reach, y + reach);
        self.add(format_args!("<polygon class=\"{class}\" points=\"{x},{top} {right},{y} {x},{bottom} {left},{y}\"/>"));
    }

    /// The picture, so wide and so high.
    pub(in crate::report) fn picture(self, named: &Named<'_>, [width, height]: [i64; 2]) -> Markup {
        let Named { id, class, title, description } = named;
        let (id, title, description) = (escaped(id), escaped(title), escaped(description));
        Safe(format!(
            "<svg class=\"{class}\" role=\"img\" aria-labelledby=\"{id}-name {id}-desc\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\"><title id=\"{id}-name\">{title}</title><desc \
             id=\"{id}-desc\">{description}</desc>{}</svg>",
            self.body
        ))
    }

    fn add(&mut self, piece: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(piece);
    }
}

/// Points as a picture has them, each once where several follow that are the same.
fn points(points: &[[i64; 2]]) -> String {
    let mut points = points.to_vec();
    points.dedup();
    points.iter().map(|[x, y]| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}
