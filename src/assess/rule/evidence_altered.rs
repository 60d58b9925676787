//! The rule `evidence-altered`.

use crate::assess::context::{Context, ControlView};
use crate::assess::evidence::{Piece, pieces, share};
use crate::model::files::Recorder;
use crate::model::gap::Finding;
use crate::model::lock::LOCK_FILE;
use crate::model::standing::EvidenceState;
use crate::text::list;

declare_rule! {
    /// A file of evidence is not the one whose hash was recorded.
    ///
    /// ## Why it matters
    ///
    /// A SHA-256 is recorded so that anybody can see the file was not touched since. When it differs, the file was replaced,
    /// edited or damaged, and nobody can rely on it or on what stands beside it until it is known which.
    ///
    /// A hash may be recorded in the inventory, as `sha256` beside the path, or in the file `gapcheck.lock` that `gapcheck
    /// evidence lock` writes beside it. Where both are, the file must be the one that both recorded.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap,files=evidence/2026-q3.pdf:sha=2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - title: Access review
    ///         path: evidence/2026-q3.pdf
    ///         covers: 2026-10-31
    ///         collected: 2026-11-03
    ///         sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    /// ```
    ///
    /// ```yaml,gap,files=evidence/2026-q3.pdf:sha=2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae,locked=evidence/2026-q3.pdf:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - title: Access review
    ///         path: evidence/2026-q3.pdf
    ///         covers: 2026-10-31
    ///         collected: 2026-11-03
    /// ```
    ///
    /// ## Not reported
    ///
    /// Hexadecimal digits may be written in capitals.
    ///
    /// ```yaml,clean,files=evidence/2026-q3.pdf:sha=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - title: Access review
    ///         path: evidence/2026-q3.pdf
    ///         covers: 2026-10-31
    ///         collected: 2026-11-03
    ///         sha256: 9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08
    /// ```
    ///
    /// ```yaml,clean,files=evidence/2026-q3.pdf:sha=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,locked=evidence/2026-q3.pdf:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - title: Access review
    ///         path: evidence/2026-q3.pdf
    ///         covers: 2026-10-31
    ///         collected: 2026-11-03
    /// ```
    ///
    /// ## Remedy
    ///
    /// Find out who changed the file, when and why. Bring the original back from where it was taken; record a new hash only
    /// when the new file is the right one (`gapcheck evidence lock --update PATH`), and keep a note of the reason.
    "evidence-altered", Evidence, likelihood 60, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.controls_in_place().filter_map(|view| finding(context, view)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Option<Finding> {
    if !view.standing.evidence.contains(&EvidenceState::Altered) {
        return None;
    }
    let altered: Vec<Piece<'_>> =
        pieces(view).into_iter().filter(|piece| piece.state == EvidenceState::Altered).collect();
    let place = altered.first()?.evidence.place;
    let named = altered.iter().map(|piece| format!("{}{}", piece.name(), hashes(context, piece).unwrap_or_default()));
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: evidence was altered since its hash was recorded", &*view.control.name))
        .now(format!("{} did not match the SHA-256 recorded: {}.", share(altered.len(), view), list::some(named, 5)))
        .wanted("Every file of evidence is the one whose hash was recorded when it was taken.")
        .advice(
            "Find out who changed the file, when and why, and bring the original back. Record a new hash only when the new \
             file is the right one, and keep a note of the reason.",
        )
        .at(place);
    Some(finding)
}

/// The hashes recorded that differ from the one found, with who recorded them; as much of each as tells them apart.
fn hashes(context: &Context<'_>, piece: &Piece<'_>) -> Option<String> {
    let path = piece.evidence.path.as_ref()?;
    let stated = piece.evidence.sha256.as_ref().map(|hash| &***hash);
    let differing = context.differences(path.place, &path.value, stated);
    let found = differing.first()?.found;
    let recorded = differing.iter().map(|one| {
        let place = match one.by {
            Recorder::Inventory => "in the inventory".to_owned(),
            Recorder::Lock => format!("in `{LOCK_FILE}`"),
        };
        format!("{}… {place}", begin(&one.recorded.to_lowercase()))
    });
    Some(format!(" (recorded {}, found {}…)", list::and(recorded), begin(found)))
}

fn begin(hash: &str) -> String {
    hash.chars().take(12).collect()
}
