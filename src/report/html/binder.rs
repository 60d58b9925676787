//! The index of the binder for the auditor: by criterion and control, where each thing is, of when, and what it hashes to.

use askama::Template;

use crate::model::document::Control;
use crate::report::binder::contents::Binder;
use crate::report::binder::piece::{Filed, Found, Piece, lies};
use crate::report::binder::request::{Delivery, Request};
use crate::report::binder::requests::why;
use crate::report::html::binder::lists::{named_by, request_list, table, to_file, unverified};
use crate::report::html::block::{Block, Column, Table, blocks, printed, words};
use crate::report::html::markup::{Markup, code, element, joined, text, whole};
use crate::report::html::matrix as control_matrix;
use crate::report::html::page::{self, Part};
use crate::report::html::view::View;
use crate::report::matrix::cell;
use crate::report::matrix::row::{Entry, Pair};
use crate::text::count::{count, counted};
use crate::text::list::or;

mod lists;

#[derive(Template)]
#[template(path = "binder.html")]
struct ByCriterion<'b> {
    criteria: Vec<OfCriterion<'b>>,
}

struct OfCriterion<'b> {
    id: String,
    title: String,
    told: Markup,
    nothing: &'b str,
    controls: Vec<OfControl>,
}

struct OfControl {
    title: Markup,
    facts: Markup,
    pieces: Markup,
}

/// The index as a page.
pub(in crate::report) fn document(binder: &Binder<'_>, requests: &[Request]) -> String {
    let view = View::of_plan(binder.ground.assessment);
    let part = |id, title, body| Part { id, title, body };
    let parts = vec![
        part("contents-of-it", "What is in this binder", opening(binder, requests)),
        part("by-criterion", "By criterion", by_criterion(binder)),
        part("apart", "Under no criterion", apart(binder)),
        part("requests", "Request list", request_list(binder, requests)),
        part("unverified", "What could not be verified here", unverified(binder)),
        part("matrix", "Control matrix", control_matrix::write(&view)),
        part("files", "Files", files(binder)),
    ];
    page::binder(&view, &count(binder.files.len(), "file"), parts)
}

fn opening(binder: &Binder<'_>, requests: &[Request]) -> Markup {
    let open = requests.iter().filter(|request| request.state == Delivery::Open).count();
    let told = format!(
        "{} of evidence and documents; {} not delivered; {} could not be verified here.",
        count(binder.files.len(), "file"),
        counted(open, "request is", "requests are"),
        counted(binder.unverified().count() + binder.nowhere().count(), "thing", "things"),
    );
    let recorded = match binder.unrecorded() {
        0 if binder.files.is_empty() => "No file is in this binder.".to_owned(),
        0 => "Every file has the hash that was recorded of it before this binder was made.".to_owned(),
        none => format!(
            "Of {} no hash had been recorded before this binder was made, so that nothing shows whether {} collected.",
            count(none, "file"),
            if none == 1 { "it changed since it was" } else { "they changed since they were" },
        ),
    };
    let check = "To verify every file after unpacking, in this folder: `sha256sum -c SHA256SUMS`, or on macOS `shasum -a 256 -c SHA256SUMS`.";
    let tables = [
        ("requests.csv", "the request list"),
        ("index.csv", "this index, a row for each criterion, control and file"),
        ("not-verified.csv", "what could not be verified here"),
        ("control-matrix.csv", "the control matrix"),
        ("control-matrix.md", "the same to read"),
        ("SHA256SUMS", "the hash of every file"),
    ];
    let item = |(name, what): (&str, &str)| joined([to_file(name, name), text(what)], ": ");
    blocks(&[
        words(&told),
        words(&recorded),
        Block::Words(crate::report::html::markup::prose(check)),
        Block::List(tables.into_iter().map(item).collect()),
    ])
}

fn by_criterion(binder: &Binder<'_>) -> Markup {
    let criteria = binder.matrix.entries.iter().map(|entry| of_criterion(binder, entry)).collect();
    printed(&ByCriterion { criteria })
}

fn of_criterion<'b>(binder: &'b Binder<'_>, entry: &'b Entry<'b>) -> OfCriterion<'b> {
    let criterion = entry.criterion;
    let asked = format!("An auditor may ask to see {}.", or(&criterion.evidence));
    OfCriterion {
        id: element("criterion", &criterion.id.to_string()),
        title: format!("{} {}", criterion.id, criterion.title),
        told: joined([text(&cell::criterion_verdicts(entry)), text(&asked)], ". "),
        nothing: cell::nothing_names_it(entry),
        controls: entry.pairs.iter().map(|pair| of_pair(binder, entry, pair)).collect(),
    }
}

fn of_pair(binder: &Binder<'_>, entry: &Entry<'_>, pair: &Pair<'_>) -> OfControl {
    let within = format!("{}-{}", entry.criterion.id, pair.control.id.as_str());
    let facts = [pair.owner.unwrap_or("no owner named").to_owned(), cell::runs(pair), cell::status(pair)];
    OfControl {
        title: joined([code(&pair.control.id), text(&pair.control.name)], " "),
        facts: joined(facts.iter().map(|fact| text(fact)), "; "),
        pieces: pieces(binder, &within, &binder.pieces(pair.control), &pair.control.name),
    }
}

/// Pieces in a table; a sentence where there are none.
fn pieces(binder: &Binder<'_>, id: &str, pieces: &[Piece<'_>], of: &str) -> Markup {
    if pieces.is_empty() {
        return blocks(&[words("Nothing is on file for it.")]);
    }
    let type2 = binder.ground.assessment.inventory.scope.report.is_type2();
    let mut columns = vec!["What it is", "Kind", "Speaks of"];
    columns.extend(type2.then_some("Where that lies"));
    columns.extend(["Collected", "Source", "File", "SHA-256", "State"]);
    let table = Table {
        id: element("held", id),
        caption: format!("On file for {of}"),
        columns: columns.into_iter().map(Column::Words).collect(),
        rows: pieces.iter().map(|piece| row(binder, piece)).collect(),
    };
    blocks(&[Block::Table(table)])
}

fn row(binder: &Binder<'_>, piece: &Piece<'_>) -> Vec<Markup> {
    let period = binder.ground.assessment.inventory.scope.report.period();
    let time = piece.covers.as_ref();
    let (place, hash) = match &piece.whereabouts {
        Found::Here(file) => (to_file(&file.name, &file.name), code(file.sha256)),
        Found::Address(url) => (code(url), text("")),
        Found::Not(holding) => (text(&why(&holding.state)), text("")),
        Found::Nowhere => (text("the inventory does not say where it is"), text("")),
    };
    let mut row = vec![text(piece.title), whole(piece.kind), text(&time.map(ToString::to_string).unwrap_or_default())];
    row.extend(period.map(|_| text(lies(period, piece))));
    row.push(piece.collected.map_or_else(|| text(""), whole));
    row.extend([text(piece.source.unwrap_or_default()), place, hash, text(piece.whereabouts.state())]);
    row
}

/// What is on file and stands under no criterion of this report.
fn apart(binder: &Binder<'_>) -> Markup {
    let (controls, documents) = binder.apart();
    let reports: Vec<Piece<'_>> = binder.reports().iter().map(|report| binder.of_report(report)).collect();
    if controls.is_empty() && documents.is_empty() && reports.is_empty() {
        return blocks(&[words("Nothing: whatever is on file stands under a criterion above.")]);
    }
    let told = "On file for controls that name no criterion in scope, documents that no control names, and reports of others on \
                the organisation.";
    let mut shown = vec![words(told)];
    let of_control = |control: &&Control| pieces_of(binder, control);
    shown.extend(controls.iter().map(of_control));
    if !documents.is_empty() {
        let documents: Vec<Piece<'_>> = documents.into_iter().map(|document| binder.of_document(document)).collect();
        shown.push(Block::Whole(pieces(binder, "documents", &documents, "no control in particular")));
    }
    if !reports.is_empty() {
        shown.push(Block::Whole(pieces(binder, "reports", &reports, "the organisation itself")));
    }
    blocks(&shown)
}

fn pieces_of<'a>(binder: &'a Binder<'a>, control: &'a Control) -> Block {
    let name = format!("{} {}", control.id.as_str(), &*control.name);
    Block::Whole(pieces(binder, &format!("apart-{}", control.id.as_str()), &binder.pieces(control), &name))
}

fn files(binder: &Binder<'_>) -> Markup {
    if binder.files.is_empty() {
        return blocks(&[words("No file is in this binder.")]);
    }
    let row = |file: &Filed<'_>| {
        let was = if file.renamed { code(file.path.1) } else { text("") };
        let state = text(file.holding.state.word());
        vec![to_file(&file.name, &file.name), named_by(file.holding), state, code(file.sha256), was]
    };
    let columns = ["File", "Named by", "State", "SHA-256", "Called in the inventory"];
    let told = "Each file once, however many criteria it serves. A name that not every system can hold was changed, and the last \
                column says what it was.";
    blocks(&[words(told), table("file-list", "Every file", &columns, binder.files.iter().map(row).collect())])
}
