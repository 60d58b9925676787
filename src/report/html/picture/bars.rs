//! Parts of a whole as bars.

use crate::report::html::markup::{Markup, element};
use crate::report::html::picture::canvas::{Canvas, Named};
use crate::text::capital::capital;
use crate::text::count::number;
use crate::text::list;

/// How wide a bar is.
const WIDTH: i64 = 400;
/// How high.
const HEIGHT: i64 = 14;

/// How far a part of a width reaches; a part that is any is never nothing.
fn reach(part: usize, whole: usize) -> i64 {
    let cells = usize::try_from(WIDTH).unwrap_or(0);
    let width = part.saturating_mul(cells).checked_div(whole).unwrap_or(0);
    i64::try_from(width.max(usize::from(part > 0))).unwrap_or(WIDTH).min(WIDTH)
}

/// A part of a whole.
pub(in crate::report) fn share(name: &str, part: usize, whole: usize) -> Markup {
    let mut canvas = Canvas::new();
    canvas.bar("track", [0, 0, WIDTH, HEIGHT]);
    if part > 0 {
        canvas.bar("fill", [0, 0, reach(part, whole), HEIGHT]);
    }
    let description = format!("{} of {} applicable criteria", number(part), number(whole));
    let id = element("share", name);
    let named = Named { id: &id, class: "bar", title: &capital(name), description: &description };
    canvas.picture(&named, [WIDTH, HEIGHT])
}

/// The parts of a whole after each other, each with the name of its look, its word and its number.
pub(in crate::report) fn stacked(name: &str, parts: &[(&'static str, &'static str, usize)]) -> Markup {
    let mut canvas = Canvas::new();
    let whole = parts.iter().map(|(_, _, count)| count).sum();
    let mut before = 0;
    canvas.bar("track", [0, 0, WIDTH, 2 * HEIGHT]);
    for (class, _, count) in parts.iter().filter(|(_, _, count)| *count > 0) {
        let from = reach(before, whole);
        before += count;
        let to = reach(before, whole);
        // A thread of the page between two parts tells them apart without colours.
        canvas.rectangle(&format!("f-{class}"), [from, 0, (to - from - 2).max(1), 2 * HEIGHT]);
    }
    let told = parts.iter().map(|(_, word, count)| format!("{} {word}", number(*count)));
    let description = format!("Of {} applicable criteria: {}.", number(whole), list::and(told));
    let id = element("tally", name);
    let named = Named {
        id: &id,
        class: "bar",
        title: &format!("Verdicts on {}", name.to_lowercase()),
        description: &description,
    };
    canvas.picture(&named, [WIDTH, 2 * HEIGHT])
}
