//! The rule `evidence-missing`.

use crate::assess::context::{Context, ControlView};
use crate::assess::evidence::{Piece, pieces, share};
use crate::model::files::FileState;
use crate::model::gap::Finding;
use crate::model::standing::EvidenceState;
use crate::text::list;

declare_rule! {
    /// Evidence that the inventory lists for a control in place is not where it says.
    ///
    /// ## Why it matters
    ///
    /// Evidence that cannot be shown is no evidence, and an auditor who asks for one file and does not get it asks for more.
    ///
    /// A `path` is looked up beside the inventory and never outside its folder. What has neither `path` nor `url` cannot be
    /// shown to anybody. A `url` is not visited; it counts as evidence and is listed among what could not be verified.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, path: evidence/2026-q3.pdf, covers: 2026-10-31, collected: 2026-11-03 }
    /// ```
    ///
    /// ```yaml,gap,files=../2026-q3.pdf:outside
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, path: ../2026-q3.pdf, covers: 2026-10-31, collected: 2026-11-03 }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, covers: 2026-10-31, collected: 2026-11-03 }
    ///       - { title: Ticket, url: "https://tickets.example/4711", covers: 2026-10-31, collected: 2026-11-03 }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean,files=evidence/2026-q3.pdf:found
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, path: evidence/2026-q3.pdf, covers: 2026-10-31, collected: 2026-11-03 }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Put the file where the inventory says, or correct the path. Where the evidence is lost, say so by taking it off the
    /// list, and take it anew.
    "evidence-missing", Evidence, likelihood 50, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.controls_in_place().filter_map(|view| finding(context, view)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Option<Finding> {
    if !view.standing.evidence.contains(&EvidenceState::NotThere) {
        return None;
    }
    let missing: Vec<Piece<'_>> =
        pieces(view).into_iter().filter(|piece| piece.state == EvidenceState::NotThere).collect();
    let place = missing.first()?.evidence.place;
    let named = missing.iter().map(|piece| format!("{} ({})", piece.name(), why(context, piece)));
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: evidence is not where it should be", &*view.control.name))
        .now(format!("{} cannot be shown: {}.", share(missing.len(), view), list::some(named, 5)))
        .wanted("Every piece of evidence that the inventory lists can be shown to whoever asks.")
        .advice(
            "Put each file where the inventory says, inside its folder, or correct the path. What is lost comes off the list \
             and is taken anew.",
        )
        .at(place);
    Some(finding)
}

/// Why a piece of evidence cannot be shown.
fn why(context: &Context<'_>, piece: &Piece<'_>) -> String {
    let Some(path) = &piece.evidence.path else { return "neither path nor url is given".to_owned() };
    match context.file(path.place, &path.value) {
        FileState::Missing | FileState::Found(_) => "not found".to_owned(),
        FileState::Outside => "outside the folder of the inventory, where gapcheck does not look".to_owned(),
        FileState::Unreadable(error) => format!("could not be read: {error}"),
    }
}
