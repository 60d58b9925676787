//! The tables beside the index, as CSV: what is in the binder by criterion, the request list, and what was not verified.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::holding::{Holding, Whereabouts};
use crate::report::binder::contents::Binder;
use crate::report::binder::piece::{Found, Piece, lies};
use crate::report::binder::request::Request;
use crate::report::binder::requests::why;
use crate::report::csv::table::{day, table, text};
use crate::text::list::and;

const INDEX: [&str; 15] = [
    "criterion",
    "criterion_title",
    "control",
    "control_name",
    "owner",
    "kind",
    "title",
    "covers_start",
    "covers_end",
    "in_period",
    "collected",
    "source",
    "state",
    "file",
    "sha256",
];

/// A row for each criterion, control and piece of evidence or document; then those that stand under no criterion.
pub(super) fn index(binder: &Binder<'_>) -> String {
    let mut rows = Vec::new();
    for entry in &binder.matrix.entries {
        let criterion = [entry.criterion.id.to_string(), text(&entry.criterion.title)];
        for pair in &entry.pairs {
            let control = [text(&pair.control.id), text(&pair.control.name), text(pair.owner.unwrap_or_default())];
            let pieces = binder.pieces(pair.control);
            rows.extend(pieces.iter().map(|piece| row(binder, &criterion, &control, piece)));
        }
    }
    let (controls, documents) = binder.apart();
    let inventory = binder.ground.assessment.inventory;
    let nothing = [String::new(), String::new()];
    for control in controls {
        let owner = control.owner.as_ref().map_or("", |owner| inventory.person_name(&owner.value));
        let head = [text(&control.id), text(&control.name), text(owner)];
        rows.extend(binder.pieces(control).iter().map(|piece| row(binder, &nothing, &head, piece)));
    }
    let head = [String::new(), String::new(), String::new()];
    rows.extend(documents.into_iter().map(|document| row(binder, &nothing, &head, &binder.of_document(document))));
    for report in binder.reports() {
        let owner = report.owner.as_ref().map_or("", |owner| inventory.person_name(&owner.value));
        let head = [String::new(), String::new(), text(owner)];
        rows.push(row(binder, &nothing, &head, &binder.of_report(report)));
    }
    table(INDEX, rows.into_iter())
}

fn row(binder: &Binder<'_>, criterion: &[String; 2], control: &[String; 3], piece: &Piece<'_>) -> [String; 15] {
    let period = binder.ground.assessment.inventory.scope.report.period();
    let (file, hash) = match &piece.whereabouts {
        Found::Here(file) => (text(&file.name), file.sha256.to_owned()),
        Found::Address(url) => (text(url), String::new()),
        Found::Not(_) | Found::Nowhere => (String::new(), String::new()),
    };
    let [criterion, criterion_title] = criterion.clone();
    let [control, control_name, owner] = control.clone();
    [
        criterion,
        criterion_title,
        control,
        control_name,
        owner,
        piece.kind.to_owned(),
        text(piece.title),
        day(piece.covers.as_ref().map(|time| time.start)),
        day(piece.covers.as_ref().map(|time| time.end)),
        lies(period, piece).to_owned(),
        day(piece.collected),
        text(piece.source.unwrap_or_default()),
        piece.whereabouts.state().to_owned(),
        file,
        hash,
    ]
}

const REQUESTS: [&str; 12] = [
    "number",
    "state",
    "basis",
    "wanted",
    "for_the_time",
    "from",
    "by",
    "late",
    "subject",
    "name",
    "criteria",
    "file_or_reason",
];

/// A row for each thing that is wanted.
pub(super) fn requests(binder: &Binder<'_>, requests: &[Request]) -> String {
    let as_of = binder.ground.assessment.as_of;
    let row = |(number, request): (usize, &Request)| {
        [
            number.to_string(),
            request.state.word().to_owned(),
            request.basis.word().to_owned(),
            text(&request.wanted),
            request.time.clone(),
            text(request.from.as_deref().unwrap_or_default()),
            day(request.by),
            if request.is_late(as_of) { "yes" } else { "no" }.to_owned(),
            text(&request.subject),
            text(&request.name),
            request.criteria.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            text(&request.note),
        ]
    };
    table(REQUESTS, (1..).zip(requests).map(row))
}

const UNVERIFIED: [&str; 7] = ["state", "named_by", "what", "where", "recorded", "found", "why"];

/// A row for each file that is not in the binder, each address, and each thing of which nobody said where it is.
pub(super) fn unverified(binder: &Binder<'_>) -> String {
    let titles = titles(binder);
    let held = binder.unverified().map(|holding| row_of(holding, &titles));
    let nowhere = binder.nowhere().map(|(subject, what)| {
        let why = "the inventory does not say where it is";
        let [no, path, hash] = [const { String::new() }; 3];
        ["not said where".to_owned(), text(subject), text(what), no, path, hash, why.to_owned()]
    });
    table(UNVERIFIED, held.chain(nowhere))
}

/// What people call what lies at a path or behind an address.
fn titles<'a>(binder: &'a Binder<'a>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let inventory = binder.ground.assessment.inventory;
    let evidence = inventory.controls.iter().flat_map(|control| &control.evidence);
    let evidence = evidence.map(|evidence| binder.of_evidence(evidence));
    let documents = inventory.documents.iter().map(|document| binder.of_document(document));
    let mut titles: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for piece in evidence.chain(documents) {
        if let Some(place) = piece.whereabouts.elsewhere() {
            titles.entry(place).or_default().insert(piece.title);
        }
    }
    titles
}

fn row_of(holding: &Holding, titles: &BTreeMap<&str, BTreeSet<&str>>) -> [String; 7] {
    let (Whereabouts::File(_, path) | Whereabouts::Address(path)) = &holding.whereabouts;
    let recorded = holding.stated_otherwise().or(holding.locked_otherwise());
    [
        holding.state.word().to_owned(),
        text(&and(&holding.named_by)),
        text(&and(titles.get(path.as_str()).into_iter().flatten())),
        text(path),
        recorded.unwrap_or_default().to_owned(),
        holding.found.clone().unwrap_or_default(),
        text(&why(&holding.state)),
    ]
}
