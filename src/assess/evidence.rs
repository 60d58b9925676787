//! Evidence as rules speak of it: by name, with how it stands and the time it speaks of.

use crate::assess::context::ControlView;
use crate::model::date::Period;
use crate::model::document::Evidence;
use crate::model::standing::EvidenceState;
use crate::text::natural::compare;

/// A piece of evidence with how it stands.
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    /// What the inventory says.
    pub evidence: &'a Evidence,
    /// How it stands.
    pub state: EvidenceState,
}

/// The evidence of a control, sorted by name: the order of a file changes no sentence of a report.
#[must_use]
pub fn pieces(view: ControlView<'_>) -> Vec<Piece<'_>> {
    let known = view.control.evidence.iter().zip(&view.standing.evidence);
    let mut pieces: Vec<Piece<'_>> = known.map(|(evidence, state)| Piece { evidence, state: *state }).collect();
    let time = |piece: &Piece<'_>| piece.speaks_of().map(|time| (time.start, time.end));
    pieces.sort_by(|a, b| compare(&a.name(), &b.name()).then_with(|| time(a).cmp(&time(b))));
    pieces
}

impl Piece<'_> {
    /// What people find it by: its path, else its title, else its address.
    #[must_use]
    pub fn name(&self) -> String {
        let Evidence { path, title, url, .. } = self.evidence;
        match (path, title, url) {
            (Some(path), _, _) => format!("`{}`", &***path),
            (None, Some(title), _) if !title.trim().is_empty() => title.trim().to_owned(),
            (None, _, Some(url)) => format!("`{}`", &**url),
            (None, _, None) => "evidence without a title".to_owned(),
        }
    }

    /// The time it speaks of: what it covers, else the day it was taken.
    #[must_use]
    pub fn speaks_of(&self) -> Option<Period> {
        self.evidence.speaks_of()
    }
}

/// How much of a control's evidence something is true of: `1 of 3 pieces of evidence`.
#[must_use]
pub fn share(some: usize, view: ControlView<'_>) -> String {
    match view.control.evidence.len() {
        1 => "Its only piece of evidence".to_owned(),
        all => format!("{some} of {all} pieces of evidence"),
    }
}
