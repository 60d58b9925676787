//! The rule `evidence-dated-ahead`.

use crate::assess::context::{Context, ControlView};
use crate::assess::evidence::{Piece, pieces, share};
use crate::model::date::Date;
use crate::model::gap::Finding;
use crate::model::standing::EvidenceState;
use crate::text::list;

declare_rule! {
    /// Evidence is dated after the day of the assessment, or was taken before the time it claims to cover was over.
    ///
    /// ## Why it matters
    ///
    /// Nothing can show today what happens tomorrow. Such a date is a slip of the pen or evidence made in advance, and to an
    /// auditor the second looks like the first. Until it is put right the evidence supports nothing.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, url: "https://files.example/ac-02", collected: 2026-11-23 }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, url: "https://files.example/ac-02", covers: 2026-10-31, collected: 2026-10-30 }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, url: "https://files.example/ac-02", covers: 2026-11-22, collected: 2026-11-22 }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Correct the date if it is a slip. Otherwise take the evidence anew once the time it is to cover is over.
    "evidence-dated-ahead", Evidence, likelihood 45, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.controls_in_place().filter_map(|view| finding(context, view)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Option<Finding> {
    if !view.standing.evidence.iter().copied().any(is_ahead) {
        return None;
    }
    let ahead: Vec<Piece<'_>> = pieces(view).into_iter().filter(|piece| is_ahead(piece.state)).collect();
    let place = ahead.first()?.evidence.place;
    let named = ahead.iter().map(|piece| format!("{} ({})", piece.name(), why(context.as_of, piece)));
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: evidence is dated ahead of what it shows", &*view.control.name))
        .now(format!("{} cannot have the date given: {}.", share(ahead.len(), view), list::some(named, 5)))
        .wanted("Evidence is taken after what it shows, and on or before the day of the assessment.")
        .advice(
            "Correct the date if it is a slip. Otherwise take the evidence anew once the time it is to cover is over.",
        )
        .at(place);
    Some(finding)
}

fn is_ahead(state: EvidenceState) -> bool {
    matches!(state, EvidenceState::DatedAhead(_))
}

fn why(as_of: Date, piece: &Piece<'_>) -> String {
    let until = piece.evidence.covers.as_ref().map(|covers| covers.0.end);
    let collected = piece.evidence.collected.as_ref().map(|collected| collected.value);
    match (until, collected) {
        (Some(until), _) if until > as_of => format!("covers the time until {until}, after the day of the assessment"),
        (_, Some(collected)) if collected > as_of => format!("taken on {collected}, after the day of the assessment"),
        (Some(until), Some(collected)) => format!("taken on {collected}, but covers the time until {until}"),
        (Some(date), None) | (None, Some(date)) => format!("dated {date}"),
        (None, None) => "without a date".to_owned(),
    }
}
