//! The occurrences of a control along its observation period; each state has a shape of its own, so that nobody needs
//! colours.

use crate::model::date::Period;
use crate::model::operation::{Occurrence, OccurrenceState};
use crate::report::html::markup::{Markup, element};
use crate::report::html::picture::canvas::{Canvas, Named};
use crate::report::html::picture::scale::Scale;
use crate::report::strip::{Run, runs};

/// What each shape stands for.
pub(in crate::report) const LEGEND: &str = "a full block is evidenced, a block with a cross that hangs below the line is \
     missed, a thin line is not due yet or cut short, a low block is no occurrence; small marks above are months";

/// How wide a strip is.
const WIDTH: i64 = 260;
/// Where the blocks begin and how high they are.
const TOP: i64 = 5;
const HIGH: i64 = 14;
/// How high the whole is.
const HEIGHT: i64 = 26;
/// Up to how many occurrences each is drawn alone.
const ALONE: usize = 40;

/// The occurrences of a control, with what is said of them in words.
pub(in crate::report) fn calendar(control: &str, period: &Period, occurrences: &[Occurrence], counted: &str) -> Markup {
    let scale = Scale::new([period.start, period.end], WIDTH);
    let mut canvas = Canvas::new();
    canvas.rectangle("track", [0, TOP, WIDTH, HIGH]);
    for (first_of_month, _) in scale.months() {
        let x = scale.begin(first_of_month);
        canvas.line("tick", [x, 0], [x, TOP - 1]);
    }
    let drawn = if occurrences.len() <= ALONE {
        occurrences.chunks(1).map(|of| Run { of }).collect()
    } else {
        runs(occurrences)
    };
    for run in &drawn {
        draw(&mut canvas, &scale, run);
    }
    let named = Named {
        id: &element("strip", control),
        class: "strip",
        title: &format!("Occurrences of {control}"),
        description: &format!("{period}: {counted}."),
    };
    canvas.picture(&named, [WIDTH, HEIGHT])
}

fn draw(canvas: &mut Canvas, scale: &Scale, run: &Run<'_>) {
    let Some(time) = run.time() else { return };
    let [x, reach] = scale.reach(time.start, time.end, 2);
    // A thread between neighbours, where there is room for one.
    let width = if reach > 3 { reach - 1 } else { reach };
    match run.state() {
        OccurrenceState::Evidenced => canvas.rectangle("s-ok", [x, TOP, width, HIGH]),
        OccurrenceState::NotYetDue => canvas.rectangle("s-due", [x, TOP + HIGH / 2 - 1, width, 2]),
        OccurrenceState::NoOccurrence => canvas.rectangle("s-none", [x, TOP + HIGH - 5, width, 5]),
        OccurrenceState::Missed => {
            canvas.rectangle("s-miss", [x, TOP, width, HIGH + 7]);
            if width >= 9 {
                let (middle, centre) = (x + width / 2, TOP + HIGH / 2 + 3);
                canvas.line("cross", [middle - 4, centre - 4], [middle + 4, centre + 4]);
                canvas.line("cross", [middle - 4, centre + 4], [middle + 4, centre - 4]);
            }
        }
    }
}
