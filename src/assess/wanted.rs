//! What could show a control at work, before anything of it is on file.

use crate::assess::context::{Context, ControlView};
use crate::text::list::{or, some};

/// How many things are named of a long list.
const NAMED: usize = 5;

/// What to collect: what the inventory says is wanted, else what an auditor may ask to see. A sentence, with a space before it;
/// empty where nobody knows.
pub(super) fn wanted(context: &Context<'_>, view: ControlView<'_>) -> String {
    let own = &view.control.evidence_wanted;
    if !own.is_empty() {
        return format!(" Wanted here: {}.", some(own.iter().map(|text| text.trim().trim_end_matches('.')), NAMED));
    }
    let first = view.coverage.applicable.first().and_then(|id| context.criterion(*id));
    let asked = first.map(|known| {
        let wanted = or(known.criterion.evidence.iter().take(3));
        format!(" For {} an auditor may ask to see {wanted}.", known.criterion.id)
    });
    asked.unwrap_or_default()
}
