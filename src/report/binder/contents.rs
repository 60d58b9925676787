//! What a binder holds, worked out from an assessment and known to no medium.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::assessment::Assessment;
use crate::model::document::{Control, Evidence, OwnReport, PolicyDocument};
use crate::model::due::Agenda;
use crate::model::holding::{Holding, HoldingState, Whereabouts};
use crate::model::lock::{Folders, plain};
use crate::report::binder::names::names;
use crate::report::binder::piece::{Filed, Found, OWN_REPORT, Piece, title};
use crate::report::matrix::row::Matrix;
use crate::source::file::Located;
use crate::source::reader::Text;
use crate::text::natural::compare;

/// What a binder is made from.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The assessment.
    pub assessment: &'a Assessment<'a>,
    /// What falls due up to fieldwork.
    pub agenda: &'a Agenda<'a>,
    /// Every file and address that the inventory names. Files must have been hashed.
    pub holdings: &'a [Holding],
    /// The folders they lie in.
    pub folders: &'a Folders,
}

/// A binder for the auditor.
pub struct Binder<'a> {
    /// What it is made from.
    pub ground: Ground<'a>,
    /// Criterion, control, verdicts: what the index follows.
    pub matrix: Matrix<'a>,
    /// The files in it, in the order of the holdings.
    pub files: Vec<Filed<'a>>,
    /// The files by the folder and the path the inventory gives, as positions in the holdings.
    at: BTreeMap<(usize, &'a str), usize>,
    /// The files by their positions in the holdings, as positions among the files of the binder.
    filed: BTreeMap<usize, usize>,
}

impl<'a> Binder<'a> {
    /// What a binder holds. Files that do not stand to their record, or cannot be shown, are left out and told.
    #[must_use]
    pub fn of(ground: Ground<'a>) -> Self {
        let (files, at) = laid_out(ground);
        let numbered = (0..).zip(ground.holdings).filter(|(_, holding)| is_packed(holding));
        let numbers = numbered.enumerate().map(|(file, (holding, _))| (holding, file)).collect();
        let matrix = Matrix::of(ground.assessment, None);
        Self { ground, matrix, files, at, filed: numbers }
    }

    /// The pieces of evidence of a control, by the time they speak of, then its documents.
    #[must_use]
    pub fn pieces(&self, control: &'a Control) -> Vec<Piece<'_>> {
        let mut evidence: Vec<Piece<'_>> = control.evidence.iter().map(|evidence| self.of_evidence(evidence)).collect();
        let time = |piece: &Piece<'_>| piece.covers.as_ref().map(|time| (time.start, time.end));
        evidence.sort_by(|a, b| {
            let by_time = (time(a).is_none(), time(a)).cmp(&(time(b).is_none(), time(b)));
            by_time.then_with(|| compare(a.title, b.title))
        });
        let documents = self.ground.assessment.inventory.documents_of(control);
        evidence.extend(documents.map(|document| self.of_document(document)));
        evidence
    }

    /// A piece of evidence.
    #[must_use]
    pub fn of_evidence(&self, evidence: &'a Evidence) -> Piece<'_> {
        Piece {
            title: title(evidence),
            kind: evidence.kind.map_or("evidence", |kind| kind.word()),
            covers: evidence.speaks_of(),
            collected: evidence.collected.as_ref().map(|day| day.value),
            source: evidence.source.as_deref(),
            whereabouts: self.find(evidence.path.as_ref(), evidence.url.as_ref()),
        }
    }

    /// A document.
    #[must_use]
    pub fn of_document(&self, document: &'a PolicyDocument) -> Piece<'_> {
        let inventory = self.ground.assessment.inventory;
        Piece {
            title: inventory.name_of(&document.id),
            kind: "document",
            covers: None,
            collected: document.approved.as_ref().map(|day| day.value),
            source: document.approved_by.as_ref().map(|person| inventory.person_name(&person.value)),
            whereabouts: self.find(document.path.as_ref(), document.url.as_ref()),
        }
    }

    /// A report of somebody independent on the organisation.
    #[must_use]
    pub fn of_report(&self, report: &'a OwnReport) -> Piece<'_> {
        Piece {
            title: report.kind.plain(),
            kind: OWN_REPORT,
            covers: report.time(),
            collected: report.issued.as_ref().map(|day| day.value),
            source: report.by.as_ref().map(|by| by.0.as_str()),
            whereabouts: self.find(report.path.as_ref(), report.url.as_ref()),
        }
    }

    /// The reports of others on the organisation: none stands under a criterion.
    #[must_use]
    pub fn reports(&self) -> &'a [OwnReport] {
        &self.ground.assessment.inventory.reports
    }

    /// With both, the path decides, as it does in an assessment.
    fn find(&self, path: Option<&'a Located<Text>>, url: Option<&'a Text>) -> Found<'_> {
        let Some(path) = path else { return url.map_or(Found::Nowhere, |url| Found::Address(url)) };
        let plain = plain(path);
        let key = (self.ground.folders.position(path.place.file), plain.as_deref().unwrap_or(&path.value));
        let Some(at) = self.at.get(&key) else { return Found::Nowhere };
        let filed = self.filed.get(at).and_then(|file| self.files.get(*file));
        filed.map(Found::Here).or_else(|| self.ground.holdings.get(*at).map(Found::Not)).unwrap_or(Found::Nowhere)
    }

    /// Documents that no control in the index names, and controls that stand under no criterion of it.
    #[must_use]
    pub fn apart(&self) -> (Vec<&'a Control>, Vec<&'a PolicyDocument>) {
        let inventory = self.ground.assessment.inventory;
        let shown: BTreeSet<&str> =
            self.matrix.entries.iter().flat_map(|entry| &entry.pairs).map(|pair| &**pair.control.id).collect();
        let apart = |control: &&Control| !shown.contains(&**control.id);
        let controls = inventory.controls.iter().filter(apart);
        let controls = controls.filter(|control| !control.evidence.is_empty() || !control.documented_in.is_empty());
        let told = inventory.controls.iter().flat_map(|control| &control.documented_in);
        let told: BTreeSet<&str> = told.map(|id| id.as_str()).collect();
        let documents = inventory.documents.iter().filter(|document| !told.contains(document.id.as_str()));
        (controls.collect(), documents.collect())
    }

    /// What is named and could not be verified here: files that are not packed, and addresses; in the order of the holdings.
    pub fn unverified(&self) -> impl Iterator<Item = &'a Holding> {
        self.ground.holdings.iter().filter(|holding| !is_packed(holding))
    }

    /// Pieces of evidence, documents and reports of which nobody said where they are: whose, and what.
    pub fn nowhere(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let inventory = self.ground.assessment.inventory;
        let of_control = |control: &'a Control| {
            let lost = control.evidence.iter().filter(|one| one.path.is_none() && one.url.is_none());
            lost.map(|one| (control.id.as_str(), title(one)))
        };
        let documents = inventory.documents.iter().filter(|one| one.path.is_none() && one.url.is_none());
        let documents = documents.map(|one| (one.id.as_str(), inventory.name_of(&one.id)));
        let reports = self.reports().iter().filter(|one| one.path.is_none() && one.url.is_none());
        let reports = reports.map(|one| (one.kind.word(), one.kind.plain()));
        inventory.controls.iter().flat_map(of_control).chain(documents).chain(reports)
    }

    /// How many files have no hash on record.
    #[must_use]
    pub fn unrecorded(&self) -> usize {
        self.files.iter().filter(|file| file.holding.state == HoldingState::NotRecorded).count()
    }
}

/// Whether a file goes into the binder: it is there, and no record says it is another one.
fn is_packed(holding: &Holding) -> bool {
    holding.found.is_some() && !holding.state.is_fault()
}

type Known<'a> = (Vec<Filed<'a>>, BTreeMap<(usize, &'a str), usize>);

fn laid_out(ground: Ground<'_>) -> Known<'_> {
    let paths = (0..).zip(ground.holdings).filter_map(|(at, holding)| match &holding.whereabouts {
        Whereabouts::File(folder, path) => Some((at, holding, (*folder, path.as_str()))),
        Whereabouts::Address(_) => None,
    });
    let all: Vec<(usize, &Holding, (usize, &str))> = paths.collect();
    let packed: Vec<(&Holding, (usize, &str))> =
        all.iter().filter(|(_, holding, _)| is_packed(holding)).map(|(_, holding, path)| (*holding, *path)).collect();
    let folders = ground.folders.iter().count();
    let called = names(&packed.iter().map(|(_, path)| *path).collect::<Vec<_>>(), folders);
    let files = packed.into_iter().zip(called).map(|((holding, path), name)| Filed {
        renamed: !name.ends_with(&format!("/{}", path.1)),
        name,
        path,
        holding,
        sha256: holding.found.as_deref().unwrap_or_default(),
    });
    (files.collect(), all.into_iter().map(|(at, _, path)| (path, at)).collect())
}
