//! Controls that other people have mapped to criteria, as `gapcheck import` reads them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gapcheck::import::file::{File, decode};
use gapcheck::import::import;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::import::{Field, Import};
use gapcheck::propose::Proposer;
use gapcheck::propose::lexicon::{Concept, Fitted};
use gapcheck::source::problem::Problems;

use crate::fit::text;
use crate::sources::{Group, SOURCES, Source};

/// A control with the criteria its source names for it.
#[derive(Clone, Debug)]
pub struct Labelled {
    pub source: &'static Source,
    pub id: String,
    pub name: String,
    pub description: String,
    pub evidence: Vec<String>,
    pub labels: Vec<String>,
    /// The concepts of the lexicon it speaks of, by their numbers, with how strongly: nothing that is fitted changes them.
    pub spoken: Vec<(usize, f64)>,
}

/// All controls of all sources that name a criterion which exists.
pub fn labelled(folder: &Path, catalog: &Catalog, lexicon: &[Concept]) -> Vec<Labelled> {
    let mut all: Vec<Labelled> = SOURCES.iter().flat_map(|source| of_source(folder, catalog, source)).collect();
    let bare = Proposer::new(catalog, lexicon, &Fitted::default());
    for control in &mut all {
        control.spoken = bare.spoken_of(&text(control));
    }
    all
}

fn of_source(folder: &Path, catalog: &Catalog, source: &'static Source) -> Vec<Labelled> {
    let import = imported(folder, catalog, source.files, source.asked);
    let titles = match source.titles {
        [] => BTreeMap::new(),
        files => imported(folder, catalog, files, &[]).controls.into_iter().map(|one| (one.id, one.name)).collect(),
    };
    let mut controls: Vec<Labelled> = import
        .controls
        .into_iter()
        .map(|control| Labelled {
            source,
            name: titles.get(&control.id.to_uppercase()).cloned().unwrap_or(control.name),
            id: control.id,
            description: control.description.unwrap_or_default(),
            evidence: control.evidence_wanted,
            labels: control.criteria.iter().map(|id| criterion(id)).collect(),
            spoken: Vec::new(),
        })
        .collect();
    if source.group == Group::Checks {
        controls.extend(checks(source, &import.results));
    }
    for control in &mut controls {
        if source.named_by_criterion {
            control.name.clear();
        }
    }
    let says_nothing = |control: &Labelled| control.name.is_empty() && control.description.is_empty();
    controls.retain(|control| !control.labels.is_empty());
    controls.retain(|control| !says_nothing(control));
    controls
}

/// What a scanner looks for, once for each check.
fn checks(source: &'static Source, results: &[gapcheck::model::import::CheckResult]) -> Vec<Labelled> {
    let by_check: BTreeMap<&str, _> = results.iter().map(|result| (result.check.as_str(), result)).collect();
    let of = |(id, result): (&str, &gapcheck::model::import::CheckResult)| Labelled {
        source,
        id: id.to_owned(),
        name: result.title.clone(),
        description: String::new(),
        evidence: Vec::new(),
        labels: result.criteria.clone(),
        spoken: Vec::new(),
    };
    by_check.into_iter().map(of).collect()
}

fn imported(folder: &Path, catalog: &Catalog, files: &[&str], asked: &[(&str, Field)]) -> Import {
    let paths: Vec<PathBuf> = files.iter().flat_map(|path| below(&folder.join(path))).collect();
    let bytes: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).expect("a file")).collect();
    let names: Vec<String> = paths.iter().map(|path| path.file_name().expect("a name").display().to_string()).collect();
    let texts: Vec<_> = bytes.iter().map(|bytes| decode(bytes)).collect();
    let files: Vec<File<'_>> = (0..paths.len())
        .map(|at| {
            let text = texts[at].as_ref().map(|(text, encoding)| (text.as_str(), *encoding));
            File::new(at as u32, &names[at], &bytes[at], text)
        })
        .collect();
    let asked = asked.iter().map(|(heading, field)| ((*heading).to_owned(), *field)).collect();
    let mut problems = Problems::default();
    let import = import(&files, &asked, catalog, &mut problems);
    let told: Vec<&String> = problems.sorted().into_iter().map(|problem| &problem.message).collect();
    assert!(told.is_empty(), "{names:?}: {told:?}");
    import
}

/// The files at a path: itself, or all of a folder and those in it, without what describes the folder.
fn below(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).unwrap_or_else(|_| panic!("{}", path.display()));
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    all.retain(|path| !["SOURCE.md", "LICENSE-upstream.txt"].iter().any(|name| path.ends_with(name)));
    all.sort();
    all.iter().flat_map(|path| below(path)).collect()
}

/// The criterion of an id that may name a point of focus.
fn criterion(id: &str) -> String {
    id.split('/').next().unwrap_or_default().to_owned()
}
