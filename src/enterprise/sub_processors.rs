//! Who handles customers' data for us: what the inventory says of other organisations, what flows to them, what they run.

use crate::enterprise::desk::Desk;
use crate::enterprise::health::handles_health_data;
use crate::enterprise::row::{bare, missing};
use crate::model::date::Date;
use crate::model::document::{AssuranceReport, Vendor};
use crate::model::enterprise::{Because, Presence, ShownDocument, SubProcessor};
use crate::model::enterprise_asked::AskedDocument;
use crate::source::file::Located;
use crate::text::count::{count, counted};
use crate::text::list::and;

/// Classes of data that are not customers': an organisation that handles nothing else is no sub-processor.
const OUR_OWN: [&str; 4] = ["credentials", "public", "internal", "none"];

/// Those that handle customers' data, and those of which nobody said whether they do, by id.
pub(super) fn sub_processors(desk: &Desk<'_>) -> (Vec<SubProcessor>, Vec<usize>) {
    let (mut found, mut unsaid) = (Vec::new(), Vec::new());
    for (at, vendor) in desk.assessment.inventory.vendors.iter().enumerate() {
        match handled(desk, vendor) {
            None => unsaid.push(at),
            Some((data, because)) => {
                let data: Vec<String> = data.into_iter().filter(|class| is_customers(class)).collect();
                if !data.is_empty() {
                    found.push(sub_processor(desk, at, vendor, (data, because)));
                }
            }
        }
    }
    (found, unsaid)
}

fn is_customers(class: &str) -> bool {
    !OUR_OWN.contains(&class.to_lowercase().as_str())
}

/// The classes of data an organisation handles, and what says so: it is stated, or flows to it, or lies in what it runs. Where it
/// is stated to handle nothing of customers', and a flow or a system says that it does, nobody has said it yet.
fn handled(desk: &Desk<'_>, vendor: &Vendor) -> Option<(Vec<String>, Because)> {
    let inventory = desk.assessment.inventory;
    let flows = inventory.data_flows.iter().filter(|flow| flow.to.value == vendor.id.value);
    let flowing = distinct(flows.flat_map(|flow| &flow.data));
    let run = vendor.systems.iter().filter_map(|id| inventory.systems.get(*inventory.index.systems.get(&id.value)?));
    let held = distinct(run.flat_map(|system| &system.data));
    if let Some(stated) = &vendor.data {
        let customers = |classes: &[String]| classes.iter().any(|class| is_customers(class));
        let contradicted = !customers(stated) && (customers(&flowing) || customers(&held));
        return (!contradicted).then(|| (stated.clone(), Because::Stated));
    }
    if !flowing.is_empty() {
        return Some((flowing, Because::Flow));
    }
    (!held.is_empty()).then_some((held, Because::System))
}

fn distinct<'a>(classes: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut classes: Vec<String> = classes.cloned().collect();
    classes.sort_by(|a, b| crate::text::natural::compare(a, b));
    classes.dedup();
    classes
}

fn sub_processor(desk: &Desk<'_>, at: usize, vendor: &Vendor, (data, because): (Vec<String>, Because)) -> SubProcessor {
    let as_of = desk.assessment.as_of;
    let signed = |day: &Option<Located<Date>>| day.as_ref().is_some_and(|day| day.value <= as_of);
    let report = newest_report(desk, vendor);
    let report_until = report.and_then(|report| report_until(desk, report));
    SubProcessor {
        vendor: at,
        data,
        because,
        report: report.map(name),
        report_until,
        report_in_date: report_until.is_some_and(|until| as_of <= until),
        has_dpa: signed(&vendor.dpa),
        has_baa: handles_health_data(desk).then(|| signed(&vendor.baa)),
    }
}

/// The newest report by somebody independent that can be there by now.
pub(super) fn newest_report<'v>(desk: &Desk<'_>, vendor: &'v Vendor) -> Option<&'v AssuranceReport> {
    let reports = vendor.reports.iter().filter(|report| report.kind.is_assurance());
    let past = reports.filter(|report| end(report).is_some_and(|end| end <= desk.assessment.as_of));
    past.max_by_key(|report| (end(report), std::cmp::Reverse(report.kind)))
}

fn end(report: &AssuranceReport) -> Option<Date> {
    report.period.as_ref().map(|period| period.end).or(report.date.as_ref().map(|date| date.value))
}

/// The last day a report is in date.
pub(super) fn report_until(desk: &Desk<'_>, report: &AssuranceReport) -> Option<Date> {
    end(report).map(|end| desk.assessment.inventory.conventions.vendor_report().after(end))
}

/// What people call a report.
pub(super) fn name(report: &AssuranceReport) -> String {
    let time = report.period.as_ref().map(ToString::to_string);
    let time = time.or(report.date.as_ref().map(|date| date.value.to_string()));
    time.map_or_else(|| report.kind.plain().to_owned(), |time| format!("{} of {time}", report.kind.plain()))
}

/// The list as a document: whole once of everybody is said what they handle, and an agreement is signed with each.
pub(super) fn document<'a>(
    desk: &Desk<'a>,
    asked: &'a AskedDocument,
    found: &[SubProcessor],
    unsaid: &[usize],
) -> ShownDocument<'a> {
    let vendors = &desk.assessment.inventory.vendors;
    if vendors.is_empty() {
        return missing(desk, asked);
    }
    let id = |at: usize| vendors.get(at).map(|vendor| format!("`{}`", vendor.id.value));
    let without_dpa: Vec<String> = found.iter().filter(|one| !one.has_dpa).filter_map(|one| id(one.vendor)).collect();
    let without_baa: Vec<String> =
        found.iter().filter(|one| one.has_baa == Some(false)).filter_map(|one| id(one.vendor)).collect();
    let unsaid: Vec<String> = unsaid.iter().filter_map(|at| id(*at)).collect();
    let to_do = [
        ("Have a data processing agreement signed with", &without_dpa),
        ("Have a business associate agreement signed with", &without_baa),
        ("Say under `data` what is handled by", &unsaid),
    ];
    let to_do = to_do.into_iter().filter(|(_, ids)| !ids.is_empty());
    let to_do: Vec<String> = to_do.map(|(what, ids)| format!("{what} {}.", and(ids))).collect();
    let named = counted(found.len(), "organisation handles customers' data", "organisations handle customers' data");
    let of = count(vendors.len(), "vendor");
    let state = if to_do.is_empty() { Presence::InDate } else { Presence::Incomplete };
    ShownDocument {
        told: "The list stands below.".to_owned(),
        place: vendors.first().map(|vendor| vendor.id.place),
        owner: desk.who_looks_after(asked.area),
        to_do: (!to_do.is_empty()).then(|| to_do.join(" ")),
        ..bare(asked, state, format!("Drawn from {of}: {named}."))
    }
}
