//! What controls in scope and in place have to be shown by: a control is asked either for occurrences or for evidence in date.

use crate::assess::context::{Context, ControlView};
use crate::assess::due::evidence;
use crate::assess::due::occurrences::{self, at_set_times};
use crate::model::due::{DueItem, Horizon};

/// What of them falls due or is overdue.
pub(super) fn items(context: &Context<'_>, horizon: Horizon) -> Vec<DueItem> {
    context.controls_in_place().flat_map(|view| of_control(context, view, horizon)).collect()
}

/// Through a period, what a control leaves behind at set times shows it and is asked for time by time. Of one that runs all
/// the time, whenever something happens, or not within the period, evidence in date is asked for; only when its one
/// occurrence was missed, no evidence of today can mend that any more.
fn of_control(context: &Context<'_>, view: ControlView<'_>, horizon: Horizon) -> Vec<DueItem> {
    let occurrences = occurrences::items(context, view, horizon);
    if at_set_times(view) || occurrences.iter().any(|item| item.overdue) {
        return occurrences;
    }
    match evidence::item(context, view, horizon) {
        Some(item) => vec![item],
        None => occurrences,
    }
}
