//! What controls in scope and in place have to be shown by: a control is asked either for occurrences or for evidence in date.

use crate::assess::context::{Context, ControlView};
use crate::assess::due::evidence;
use crate::assess::due::occurrences::{self, at_set_times};
use crate::model::due::{DueItem, DueKind, Horizon};
use crate::source::file::Located;
use crate::source::reader::Text;

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

/// A thing about a control: it falls to its owner, and to who performs it where that is somebody else.
pub(super) fn about(view: ControlView<'_>, kind: DueKind, part: &dyn std::fmt::Display) -> DueItem {
    let control = view.control;
    let name = |person: &Located<Text>| person.value.0.clone();
    let owner = control.owner.as_ref().map(name);
    let performer = control.performer.as_ref().map(name).filter(|performer| Some(performer) != owner.as_ref());
    DueItem {
        identity: format!("{kind}:{}:{part}", &*control.id),
        subject: control.id.value.to_string(),
        name: control.name.0.clone(),
        owner,
        performer,
        criteria: view.coverage.applicable.clone(),
        ..DueItem::new(kind)
    }
}
