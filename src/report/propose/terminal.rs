//! What is proposed, on a terminal.

use anstyle::Style;

use crate::model::proposal::{Proposal, Proposed};
use crate::report::propose::ProposeFormat;
use crate::report::propose::view::{CONFIDENCE, NOTHING, View, because, names};
use crate::report::terminal::layout::{Cell, left, paragraph, row};
use crate::report::terminal::style::{ATTENTION, FAINT, GOOD, STRONG, UNKNOWN};
use crate::text::escape::terminal;

/// The format `terminal`.
pub(super) static FORMAT: ProposeFormat = ProposeFormat {
    name: "terminal",
    extension: "txt",
    summary: "for people, as it stands on the terminal",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// `100 %`
const PERCENT: usize = 5;
/// From this confidence on a proposal is more often right than not by far.
const SURE: u8 = 70;
/// From this one on it is at least as often right as wrong.
const EVEN: u8 = 50;

fn render(view: &View<'_>, width: usize) -> String {
    let width = width.max(NARROWEST);
    let name = terminal(&view.inventory.organization);
    let mut out = paragraph(&format!("Criteria proposed for controls of {name}"), width, "", STRONG);
    out += &paragraph(&view.headline(), width, "", FAINT);
    for proposed in view.proposed {
        out.push('\n');
        out += &control(view, proposed, width);
    }
    if view.proposed.is_empty() {
        return out;
    }
    out.push('\n');
    out += &paragraph(&view.closing(), width, "", Style::new());
    out.push('\n');
    out + &paragraph(CONFIDENCE, width, "", FAINT)
}

fn control(view: &View<'_>, proposed: &Proposed<'_>, width: usize) -> String {
    let title = format!("{} {}", proposed.control.id.value.as_str(), &*proposed.control.name);
    let mut out = paragraph(&terminal(&title), width, "", STRONG);
    out += &names(proposed).map_or_else(String::new, |names| paragraph(&terminal(&names), width, "  ", FAINT));
    if proposed.proposals.is_empty() {
        return out + &paragraph(NOTHING, width, "  ", UNKNOWN);
    }
    out + &proposed.proposals.iter().map(|proposal| one(view, proposed, proposal, width)).collect::<String>()
}

fn one(view: &View<'_>, proposed: &Proposed<'_>, proposal: &Proposal, width: usize) -> String {
    let room = left(width, &[PERCENT]);
    let style = match proposal.confidence {
        SURE.. => GOOD,
        EVEN.. => ATTENTION,
        _ => UNKNOWN,
    };
    let line = |text: &str, style: Style| row(&[Cell::new("", PERCENT), Cell::new(terminal(text), room).style(style)]);
    let percent = Cell::new(format!("{} %", proposal.confidence), PERCENT).right().style(style);
    let mut out = row(&[percent, Cell::new(terminal(&view.title(proposed, proposal)), room)]);
    if let Some(point) = view.point(proposal) {
        out += &line(&format!("point of focus {}: {}", point.slug, point.title), FAINT);
    }
    out + &proposal.reasons.iter().map(|reason| line(&because(reason), FAINT)).collect::<String>()
}
