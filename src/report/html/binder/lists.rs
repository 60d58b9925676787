//! The lists of the index: what is wanted, and what could not be verified.

use askama::filters::Safe;

use crate::model::date::Date;
use crate::model::holding::{Holding, Whereabouts};
use crate::report::binder::contents::Binder;
use crate::report::binder::request::{Delivery, Request};
use crate::report::binder::requests::why;
use crate::report::html::block::{Block, Column, Table, blocks, words};
use crate::report::html::escaper::escaped;
use crate::report::html::markup::{Markup, code, joined, some, text, whole};
use crate::text::count::{count, number};
use crate::text::escape::url_path;

/// A link to a file of the binder.
pub(super) fn to_file(name: &str, shown: &str) -> Markup {
    Safe(format!("<a href=\"{}\">{}</a>", escaped(&url_path(name)), escaped(shown)))
}

pub(super) fn request_list(binder: &Binder<'_>, requests: &[Request]) -> Markup {
    if requests.is_empty() {
        return blocks(&[words("Nothing is wanted: the inventory names no evidence, and nothing falls due.")]);
    }
    let of = |state| number(requests.iter().filter(|request| request.state == state).count());
    let told = format!(
        "{}: {} not delivered, {} at an address, {} delivered. What is typical is asked for where nothing here speaks to a \
         criterion; auditors ask for one such thing, not for all.",
        count(requests.len(), "request"),
        of(Delivery::Open),
        of(Delivery::Address),
        of(Delivery::Delivered),
    );
    let columns = [
        "No.",
        "State",
        "What is wanted",
        "For the time",
        "From",
        "By",
        "For",
        "Criteria",
        "File, or why not",
        "Basis",
    ];
    let as_of = binder.ground.assessment.as_of;
    let rows = (1..).zip(requests).map(|(at, request)| request_row(at, request, as_of));
    let caption = "What is wanted, what is not delivered first";
    blocks(&[words(&told), table("request-list", caption, &columns, rows.collect())])
}

fn request_row(at: usize, request: &Request, as_of: Date) -> Vec<Markup> {
    let late = request.is_late(as_of).then(|| text("(late)"));
    let is_here = request.state == Delivery::Delivered;
    vec![
        whole(at),
        text(request.state.word()),
        text(&request.wanted),
        text(&request.time),
        text(request.from.as_deref().unwrap_or("nobody named")),
        joined(request.by.map(whole).into_iter().chain(late), " "),
        joined([code(&request.subject), text(&request.name)], " "),
        some(request.criteria.iter().map(whole)),
        if is_here { to_file(&request.note, &request.note) } else { text(&request.note) },
        text(request.basis.word()),
    ]
}

pub(super) fn unverified(binder: &Binder<'_>) -> Markup {
    let held = binder.unverified().map(|holding| {
        let (Whereabouts::File(_, place) | Whereabouts::Address(place)) = &holding.whereabouts;
        vec![code(place), named_by(holding), text(holding.state.word()), text(&told(holding))]
    });
    let nowhere = binder.nowhere().map(|(subject, what)| {
        vec![text(what), code(subject), text("not said where"), text("the inventory does not say where it is")]
    });
    let rows: Vec<Vec<Markup>> = held.chain(nowhere).collect();
    if rows.is_empty() {
        return blocks(&[words("Nothing: every file that is named is in this binder, and no address is named.")]);
    }
    let told = "Files that are not in this binder, addresses behind which nobody looked, and things of which nobody said where \
                they are.";
    let columns = ["File, address or title", "Named by", "State", "Why"];
    blocks(&[words(told), table("not-verified", "What could not be verified here", &columns, rows)])
}

/// Why a file is not verified; of an altered one, with the beginnings of both hashes.
fn told(holding: &Holding) -> String {
    let recorded = holding.stated_otherwise().or(holding.locked_otherwise());
    match (recorded, &holding.found) {
        (Some(recorded), Some(found)) => format!("{}: recorded {recorded}, found {found}", why(&holding.state)),
        _ => why(&holding.state),
    }
}

pub(super) fn named_by(holding: &Holding) -> Markup {
    some(holding.named_by.iter().map(|id| code(id)))
}

pub(super) fn table(id: &str, caption: &str, columns: &[&'static str], rows: Vec<Vec<Markup>>) -> Block {
    let columns = columns.iter().map(|name| Column::Words(name)).collect();
    Block::Table(Table { id: id.to_owned(), caption: caption.to_owned(), columns, rows })
}
