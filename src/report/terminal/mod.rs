//! The assessment on a terminal: what a manager takes in within ten seconds, and below it what they ask next.
//!
//! Styles are written as escape codes, which the printer strips where nobody wants them; so no sign is ever a colour alone.
//! Every word that comes from the inventory goes through [`crate::text::escape::terminal`].

mod apart;
pub(super) mod bar;
mod closing;
mod counts;
mod gaps;
mod heading;
pub(super) mod layout;
mod next;
pub(super) mod style;
mod table;

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::{Format, Options};

/// The format `terminal`.
pub static FORMAT: Format = Format {
    name: "terminal",
    extension: "txt",
    summary: "the summary for people, as it stands on the terminal",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// From this width on, short sections stand beside each other.
const ABREAST: usize = 160;

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let width = options.width.max(NARROWEST);
    if options.quiet {
        return closing::quiet(assessment, width).into();
    }
    let sections = [
        heading::heading(assessment, width),
        heading::headline(assessment, width),
        state(assessment, width),
        table::tables(assessment, width),
        gaps::worst(assessment, options, width),
        gaps::by_rule(assessment, options, width),
        next::steps(assessment, width),
        apart::apart(assessment, width),
        apart::settings(assessment, width),
        closing::closing(assessment, width),
    ];
    let written: Vec<String> = sections.into_iter().filter(|section| !section.is_empty()).collect();
    written.join("\n").into()
}

/// The counts: coverage, verdicts, open gaps.
fn state(assessment: &Assessment<'_>, width: usize) -> String {
    if width < ABREAST {
        let blocks =
            [counts::coverage(assessment, width), counts::verdicts(assessment, width), counts::open(assessment, width)];
        return blocks.join("\n");
    }
    let half = width / 2 - 2;
    let left = [counts::coverage(assessment, half), counts::verdicts(assessment, half)].join("\n");
    layout::beside(&left, &counts::open(assessment, half), half + 4)
}
