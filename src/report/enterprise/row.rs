//! Documents and sub-processors as they are reported, inside and to a buyer.

use crate::model::document::Vendor;
use crate::model::enterprise::{Enterprise, Presence, ShownDocument, SubProcessor};
use crate::model::enterprise_asked::Found;
use crate::report::enterprise::guard::Guard;
use crate::report::enterprise::sheet::{DocumentLine, Location, SubProcessorLine, VendorStanding};
use crate::report::enterprise::words::BY_HAND;
use crate::source::file::Place;
use crate::text::count::counted;

/// The documents; a buyer hears of those in date, and that the others are to be asked for.
pub(super) fn documents(enterprise: &Enterprise<'_>, guard: Option<&Guard<'_>>) -> Vec<DocumentLine> {
    let asked = |document: &&ShownDocument<'_>| guard.is_none() || document.state != Presence::NotAsked;
    let documents = enterprise.documents.iter().filter(asked);
    documents
        .map(|document| {
            guard.map_or_else(|| inside(enterprise, document), |guard| outside(enterprise, document, guard))
        })
        .collect()
}

fn inside(enterprise: &Enterprise<'_>, document: &ShownDocument<'_>) -> DocumentLine {
    DocumentLine {
        id: document.asked.id.clone(),
        title: document.asked.title.clone(),
        state: Some(document.state),
        on_file: document.on_file.clone(),
        date: document.date,
        until: document.until,
        lies: document.lies.clone(),
        location: document.place.and_then(|place| location(enterprise, place)),
        to_do: document.to_do.clone(),
        owner: document.owner.as_deref().map(|owner| person(enterprise, owner)),
    }
}

fn outside(enterprise: &Enterprise<'_>, document: &ShownDocument<'_>, guard: &Guard<'_>) -> DocumentLine {
    let goes_out = document.state == Presence::InDate && guard.lets_out(&document.told);
    let goes_out = goes_out && !leads_to_what_is_withheld(enterprise, document, guard);
    DocumentLine {
        id: document.asked.id.clone(),
        title: document.asked.title.clone(),
        state: goes_out.then_some(Presence::InDate),
        on_file: if goes_out { document.told.clone() } else { BY_HAND.to_owned() },
        date: document.date.filter(|_| goes_out),
        until: None,
        lies: None,
        location: None,
        to_do: None,
        owner: None,
    }
}

/// A person by id and by name.
pub(super) fn person(enterprise: &Enterprise<'_>, id: &str) -> (String, String) {
    (id.to_owned(), enterprise.assessment.inventory.person_name(id).to_owned())
}

fn location(enterprise: &Enterprise<'_>, place: Place) -> Option<Location> {
    let file = enterprise.assessment.sources.file(place)?;
    Some(Location { file: file.name.clone(), line: file.position(place.start).line })
}

/// Who handles customers' data. A buyer gets the list only where nobody is forgotten in it.
pub(super) fn sub_processors(enterprise: &Enterprise<'_>, guard: Option<&Guard<'_>>) -> Vec<SubProcessorLine> {
    if guard.is_some_and(|guard| is_withheld(enterprise, guard)) {
        return Vec::new();
    }
    enterprise.sub_processors.iter().filter_map(|one| sub_processor(enterprise, one, guard)).collect()
}

fn sub_processor(
    enterprise: &Enterprise<'_>,
    one: &SubProcessor,
    guard: Option<&Guard<'_>>,
) -> Option<SubProcessorLine> {
    let vendor = vendor_of(enterprise, one)?;
    let goes_out = |text: &&String| guard.is_none_or(|guard| guard.lets_out(text));
    let standing = VendorStanding {
        dpa: one.has_dpa,
        baa: one.has_baa,
        report: one.report.clone(),
        report_until: one.report_until,
        report_in_date: one.report_in_date,
    };
    Some(SubProcessorLine {
        id: guard.is_none().then(|| vendor.id.value.to_string()),
        name: vendor.name.clone().unwrap_or_else(|| vendor.id.value.to_string()),
        service: vendor.service.as_ref().filter(goes_out).cloned(),
        location: vendor.location.as_ref().filter(goes_out).cloned(),
        data: one.data.clone(),
        because: guard.is_none().then_some(one.because),
        standing: guard.is_none().then_some(standing),
    })
}

/// Whether a buyer gets no list: somebody may be missing in it, or a name or class of data in it must not go out.
fn is_withheld(enterprise: &Enterprise<'_>, guard: &Guard<'_>) -> bool {
    let vendors = enterprise.sub_processors.iter().filter_map(|one| Some((one, vendor_of(enterprise, one)?)));
    let mut texts = vendors.flat_map(|(one, vendor)| {
        let name = vendor.name.as_deref().unwrap_or(&vendor.id.value);
        one.data.iter().map(String::as_str).chain(std::iter::once(name))
    });
    !enterprise.unsaid.is_empty() || !texts.all(|text| guard.lets_out(text))
}

/// Whether a document is the list of sub-processors, and no list is given.
pub(super) fn leads_to_what_is_withheld(
    enterprise: &Enterprise<'_>,
    document: &ShownDocument<'_>,
    guard: &Guard<'_>,
) -> bool {
    document.asked.found == Found::SubProcessors && is_withheld(enterprise, guard)
}

fn vendor_of<'a>(enterprise: &'a Enterprise<'_>, one: &SubProcessor) -> Option<&'a Vendor> {
    enterprise.assessment.inventory.vendors.get(one.vendor)
}

/// Why the list is not given, or not whole.
pub(super) fn unsaid(enterprise: &Enterprise<'_>, guard: Option<&Guard<'_>>) -> Option<String> {
    let vendors = &enterprise.assessment.inventory.vendors;
    if let Some(guard) = guard {
        return (vendors.is_empty() || is_withheld(enterprise, guard)).then(|| BY_HAND.to_owned());
    }
    let named =
        enterprise.unsaid.iter().filter_map(|at| vendors.get(*at)).map(|vendor| format!("`{}`", vendor.id.value));
    let named: Vec<String> = named.collect();
    let whose = counted(named.len(), "vendor", "vendors");
    (!named.is_empty())
        .then(|| format!("Of {whose} nobody said what data they handle: {}.", crate::text::list::and(named)))
}
