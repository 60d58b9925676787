//! Evidence in date: when what is on file for a control runs out, or that nothing on file is in date.

use crate::assess::context::{Context, ControlView};
use crate::assess::due::control_item::{about, usual};
use crate::model::date::Date;
use crate::model::due::{DueItem, DueKind, Horizon};
use crate::model::standing::EvidenceState;
use crate::model::words::ControlKind;

/// Evidence that has to be taken anew, or at last.
pub(super) fn item(context: &Context<'_>, view: ControlView<'_>, horizon: Horizon) -> Option<DueItem> {
    let ended = view.control.until.as_ref().is_some_and(|until| until.value < horizon.as_of);
    let laid_down = view.control.kind == Some(ControlKind::Policy) && view.standing.documented;
    // A policy is shown by its approved document, whose review is due by itself.
    if ended || (laid_down && view.control.evidence.is_empty()) {
        return None;
    }
    let limit = context.inventory.conventions.freshness(view.control.frequency);
    let usual = usual(context, view);
    match newest(view) {
        Newest::InDate(on) => {
            let until = limit.after(on);
            let said = format!(
                "Take new evidence: the newest on file speaks of {on} and is in date for {limit}, until {until}.{usual}"
            );
            horizon.ahead(until).then(|| DueItem {
                due: until,
                collect: said,
                ..about(view, DueKind::Evidence, &until)
            })
        }
        Newest::Stale(on) => {
            let until = limit.after(on);
            let said = format!(
                "Take new evidence: the newest on file speaks of {on} and was in date for {limit}, until {until}.{usual}"
            );
            let item = about(view, DueKind::Evidence, &until);
            Some(DueItem { due: until, overdue: true, collect: said, ..item })
        }
        Newest::None => {
            let what = if view.control.evidence.is_empty() {
                "Nothing is on file."
            } else {
                "Nothing that counts is on file."
            };
            let said = format!("{what} Take evidence, and list it with the time it covers.{usual}");
            let item = about(view, DueKind::Evidence, &"none");
            Some(DueItem { due: horizon.as_of, overdue: true, collect: said, ..item })
        }
    }
}

/// The newest evidence on file that has a day, by the day it speaks of.
enum Newest {
    InDate(Date),
    Stale(Date),
    None,
}

fn newest(view: ControlView<'_>) -> Newest {
    let in_date = view.standing.evidence.iter().filter_map(|state| match state {
        EvidenceState::InDate(on) => Some(*on),
        _ => None,
    });
    let stale = view.standing.evidence.iter().filter_map(|state| match state {
        EvidenceState::Stale(on) => Some(*on),
        _ => None,
    });
    match (in_date.max(), stale.max()) {
        (Some(on), _) => Newest::InDate(on),
        (None, Some(on)) => Newest::Stale(on),
        (None, None) => Newest::None,
    }
}
