//! Cells about evidence: what is wanted, and what lies somewhere.

use crate::import::columns::Layout;
use crate::import::controls::row::View;
use crate::import::evidence_text::{bare, is_address, is_path, items, link, without_line};
use crate::model::import::{Field, ImportedEvidence};

/// What the cells of a row say about evidence.
#[derive(Debug, Default)]
pub struct Said {
    /// What somebody would like to see.
    pub wanted: Vec<String>,
    /// What lies somewhere.
    pub held: Vec<ImportedEvidence>,
}

/// Reads the cells of a row that are about evidence.
pub fn read(view: View<'_>, pairs: &[(usize, usize)]) -> Said {
    let mut said = Said::default();
    let mut titles: Vec<usize> = Vec::new();
    for (title, place) in pairs {
        let (named, placed): (Vec<&str>, Vec<&str>) = (view.column(*title).collect(), view.column(*place).collect());
        if named.len() == placed.len() && placed.iter().all(|text| held(text).is_some()) {
            for (name, text) in named.iter().zip(&placed) {
                let title = (*name).to_owned();
                said.held.extend(held(text).map(|held| ImportedEvidence { title, ..held }));
            }
            titles.extend([*title, *place]);
        }
    }
    for field in [Field::Evidence, Field::EvidenceWanted] {
        for at in view.layout.all(field).filter(|at| !titles.contains(at)) {
            view.column(at).for_each(|text| said.take(text, field));
        }
    }
    said
}

impl Said {
    fn take(&mut self, text: &str, field: Field) {
        let pieces = items(text);
        let all = pieces.iter().map(String::as_str);
        for piece in if held(text).is_some() { vec![text] } else { all.collect() } {
            match held(piece).filter(|_| field == Field::Evidence) {
                Some(held) if !self.held.contains(&held) => self.held.push(held),
                None if !self.wanted.iter().any(|wanted| wanted == piece) => self.wanted.push(piece.to_owned()),
                _ => {}
            }
        }
    }
}

/// What lies where a text says; `None` for a text that names no place.
fn held(text: &str) -> Option<ImportedEvidence> {
    let (title, target) = link(text).map_or((None, text), |(title, target)| (Some(title), target));
    let target = bare(target);
    if is_address(target) {
        let shown = target.split_once("://").map_or(target, |(_, rest)| rest);
        let title = title.unwrap_or(shown).to_owned();
        return Some(ImportedEvidence { title, url: Some(target.to_owned()), ..ImportedEvidence::default() });
    }
    let path = without_line(target);
    let file = path.trim_end_matches('/').rsplit('/').next().unwrap_or(path);
    is_path(target).then(|| ImportedEvidence {
        title: title.unwrap_or(file).to_owned(),
        path: Some(path.to_owned()),
        ..ImportedEvidence::default()
    })
}

/// The columns of a list of evidence that belong together: what a piece is called, and where it lies.
pub fn pairs(layout: &Layout) -> Vec<(usize, usize)> {
    let part = |at: usize, lasts: &[&str]| {
        let (list, part) = layout.columns.get(at)?.header.rsplit_once("[].")?;
        lasts.contains(&part.to_ascii_lowercase().as_str()).then(|| list.to_owned())
    };
    let columns = || layout.all(Field::Evidence).chain(layout.all(Field::EvidenceWanted));
    let places = layout
        .all(Field::Evidence)
        .filter_map(|at| Some((at, part(at, &["path", "url", "href", "link", "file", "location", "uri"])?)));
    let titled = |(place, list): (usize, String)| {
        let title = columns().find(|at| part(*at, &["title", "name", "description"]).as_ref() == Some(&list))?;
        Some((title, place))
    };
    places.filter_map(titled).collect()
}
