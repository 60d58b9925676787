//! The request list: what is wanted, from whom, by when, and whether it is delivered.
//!
//! Four things ask for evidence: the inventory names it, a control wants it, a day calls for it, and an auditor may ask to see
//! it for a criterion to which nothing here speaks. None of them asks twice for the same.

use std::collections::BTreeSet;

use crate::model::criterion_id::CriterionId;
use crate::model::date::{Date, Period};
use crate::model::document::{Control, OwnReport, PolicyDocument};
use crate::model::due::{DueItem, DueKind};
use crate::model::holding::HoldingState;
use crate::model::verdict::Verdict;
use crate::report::binder::contents::Binder;
use crate::report::binder::piece::{Found, Piece};
use crate::report::binder::request::{Basis, Delivery, OVERDUE, Request};
use crate::report::matrix::row::Entry;
use crate::text::list::or;
use crate::text::natural::compare;

/// Everything that is wanted: first what is not delivered, by day.
#[must_use]
pub fn requests(binder: &Binder<'_>) -> Vec<Request> {
    let inventory = binder.ground.assessment.inventory;
    let controls = (0..).zip(&inventory.controls);
    let mut all: Vec<Request> = controls.flat_map(|(at, control)| of_control(binder, at, control)).collect();
    all.extend(inventory.documents.iter().map(|document| of_document(binder, document)));
    all.extend(inventory.reports.iter().map(|report| of_report(binder, report)));
    let asked: BTreeSet<String> = wanting(&all);
    let falls_due = |item: &&DueItem| {
        !(matches!(item.kind, DueKind::Acceptance | DueKind::Report) || is_bare(item) && asked.contains(&item.subject))
    };
    all.extend(binder.ground.agenda.items.iter().filter(falls_due).map(|item| due(binder, item)));
    all.extend(binder.matrix.entries.iter().filter_map(|entry| typical(binder, entry)));
    all.sort_by(|a, b| {
        let rank = |one: &Request| (one.state, one.by.is_none(), one.by, one.basis);
        let by_subject = rank(a).cmp(&rank(b)).then_with(|| compare(&a.subject, &b.subject));
        by_subject.then_with(|| a.time.cmp(&b.time)).then_with(|| compare(&a.wanted, &b.wanted))
    });
    all
}

/// The controls that have said what they want and have not delivered it.
fn wanting(all: &[Request]) -> BTreeSet<String> {
    let open = all.iter().filter(|one| one.basis == Basis::Wanted && one.state == Delivery::Open);
    open.map(|one| one.subject.clone()).collect()
}

/// Whether a day calls for evidence of a control without any: what it wants says the same, more exactly.
fn is_bare(item: &DueItem) -> bool {
    item.kind == DueKind::Evidence && item.identity.ends_with(":none")
}

/// What a control names and wants; of one that serves no criterion here, only what it names.
fn of_control(binder: &Binder<'_>, at: usize, control: &Control) -> Vec<Request> {
    let assessment = binder.ground.assessment;
    let inventory = assessment.inventory;
    let criteria = assessment.coverage.controls.get(at).map(|coverage| coverage.applicable.clone()).unwrap_or_default();
    let owner = control.owner.as_ref().map(|owner| inventory.person_name(&owner.value).to_owned());
    let blank = Request {
        subject: control.id.to_string(),
        name: control.name.to_string(),
        from: owner,
        by: fieldwork(binder),
        criteria,
        ..nothing()
    };
    let pieces: Vec<Piece<'_>> = control.evidence.iter().map(|evidence| binder.of_evidence(evidence)).collect();
    let named = pieces.iter().map(|piece| named(piece, &blank));
    let in_scope = !blank.criteria.is_empty();
    let wanted = control.evidence_wanted.iter().filter(|_| in_scope).map(|text| wanted(binder, text, &pieces, &blank));
    named.chain(wanted.flatten()).collect()
}

/// What a control wants by a title that a piece of its evidence bears is that piece, and asked for already.
fn wanted(binder: &Binder<'_>, text: &str, pieces: &[Piece<'_>], blank: &Request) -> Option<Request> {
    let same = |a: &str, b: &str| {
        a.trim().trim_end_matches('.').to_lowercase() == b.trim().trim_end_matches('.').to_lowercase()
    };
    if pieces.iter().any(|piece| same(piece.title, text)) {
        return None;
    }
    let called = binder.ground.agenda.items.iter().find(|item| is_bare(item) && item.subject == blank.subject);
    let by = called.map(|item| item.due).or(blank.by);
    let note = "nothing on file bears this title".to_owned();
    Some(Request { basis: Basis::Wanted, wanted: text.trim().to_owned(), by, note, ..blank.clone() })
}

fn named(piece: &Piece<'_>, blank: &Request) -> Request {
    let (state, note) = delivered(&piece.whereabouts);
    let time = piece.covers.as_ref().map(ToString::to_string).unwrap_or_default();
    Request { state, basis: Basis::Named, wanted: piece.title.to_owned(), time, note, ..blank.clone() }
}

fn of_document(binder: &Binder<'_>, document: &PolicyDocument) -> Request {
    let inventory = binder.ground.assessment.inventory;
    let owner = document.owner.as_ref().map(|owner| inventory.person_name(&owner.value).to_owned());
    let name = inventory.name_of(&document.id).to_owned();
    let criteria = criteria_of(binder, document);
    let subject = document.id.to_string();
    named(
        &binder.of_document(document),
        &Request { subject, name, from: owner, by: fieldwork(binder), criteria, ..nothing() },
    )
}

fn of_report(binder: &Binder<'_>, report: &OwnReport) -> Request {
    let inventory = binder.ground.assessment.inventory;
    let owner = report.owner.as_ref().map(|owner| inventory.person_name(&owner.value).to_owned());
    let (subject, name) = (report.kind.word().to_owned(), report.kind.plain().to_owned());
    named(&binder.of_report(report), &Request { subject, name, from: owner, by: fieldwork(binder), ..nothing() })
}

/// The applicable criteria of the controls that a document describes, in report order.
fn criteria_of(binder: &Binder<'_>, document: &PolicyDocument) -> Vec<CriterionId> {
    let assessment = binder.ground.assessment;
    let controls = assessment.inventory.controls.iter().zip(&assessment.coverage.controls);
    let describes = |control: &Control| control.documented_in.iter().any(|id| id.value == document.id.value);
    let named: BTreeSet<CriterionId> = controls
        .filter(|(control, _)| describes(control))
        .flat_map(|(_, coverage)| coverage.applicable.clone())
        .collect();
    let entries = binder.matrix.entries.iter().map(|entry| entry.criterion.id);
    entries.filter(|id| named.contains(id)).collect()
}

fn delivered(found: &Found<'_>) -> (Delivery, String) {
    match found {
        Found::Here(file) => (Delivery::Delivered, file.name.clone()),
        Found::Address(url) => (Delivery::Address, (*url).to_owned()),
        Found::Nowhere => (Delivery::Open, "the inventory does not say where it is".to_owned()),
        Found::Not(holding) => (Delivery::Open, why(&holding.state)),
    }
}

/// Why a file is not delivered.
#[must_use]
pub fn why(state: &HoldingState) -> String {
    match state {
        HoldingState::Altered => "the file is not the one whose hash was recorded".to_owned(),
        HoldingState::NotThere => "the file is not there".to_owned(),
        HoldingState::Outside => "it lies outside the folder of the inventory".to_owned(),
        HoldingState::Unreadable(why) => format!("the file could not be read: {why}"),
        HoldingState::Address => "nobody looked behind the address".to_owned(),
        HoldingState::NotRecorded | HoldingState::Recorded => String::new(),
    }
}

fn due(binder: &Binder<'_>, item: &DueItem) -> Request {
    let inventory = binder.ground.assessment.inventory;
    Request {
        basis: Basis::Due,
        wanted: item.collect.clone(),
        time: item
            .occurrences
            .map(|known| Period::between(known.time.start, known.time.end).to_string())
            .unwrap_or_default(),
        from: item.owner.as_deref().map(|owner| inventory.person_name(owner).to_owned()),
        by: Some(item.due),
        subject: item.subject.clone(),
        name: item.name.clone(),
        criteria: item.criteria.clone(),
        note: if item.overdue { OVERDUE.to_owned() } else { String::new() },
        ..nothing()
    }
}

/// What an auditor may ask to see for a criterion that applies and to which nothing speaks, in the binder or at an address.
fn typical(binder: &Binder<'_>, entry: &Entry<'_>) -> Option<Request> {
    let speaks = |piece: &Piece<'_>| matches!(piece.whereabouts, Found::Here(_) | Found::Address(_));
    let anything = entry.pairs.iter().any(|pair| binder.pieces(pair.control).iter().any(speaks));
    if anything || entry.result.design.verdict == Verdict::NotApplicable {
        return None;
    }
    let owner = entry.pairs.iter().find_map(|pair| pair.owner);
    Some(Request {
        basis: Basis::Typical,
        wanted: format!("Such as {}", or(&entry.criterion.evidence)),
        from: owner.map(str::to_owned),
        by: fieldwork(binder),
        subject: entry.criterion.id.to_string(),
        name: entry.criterion.title.clone(),
        criteria: vec![entry.criterion.id],
        note: "nothing here speaks to this criterion".to_owned(),
        ..nothing()
    })
}

/// The day by which an auditor wants to have everything: that of fieldwork, where one was promised.
fn fieldwork(binder: &Binder<'_>) -> Option<Date> {
    binder.ground.assessment.inventory.scope.milestones.fieldwork.as_ref().map(|day| day.value)
}

const fn nothing() -> Request {
    Request {
        state: Delivery::Open,
        basis: Basis::Named,
        wanted: String::new(),
        time: String::new(),
        from: None,
        by: None,
        subject: String::new(),
        name: String::new(),
        criteria: Vec::new(),
        note: String::new(),
    }
}
