//! DC 7: the other organisations whose controls the service needs, and what is expected of them.

use crate::describe::part::{Lack, part, says, thing};
use crate::describe::vouching::{Vouching, vouching};
use crate::model::assessment::Assessment;
use crate::model::description::{Part, Said, Subject};
use crate::model::document::Vendor;
use crate::model::words::{Relation, VouchedList};

/// What people call it.
const NAME: Lack = Lack { no: "name", write: "the name", key: "vendors[].name" };
/// How it stands to us.
const RELATION: Lack = Lack {
    no: "relation, so that nobody can tell whether its controls are part of the service",
    write: "the relation",
    key: "vendors[].relation",
};
/// What it does.
const SERVICE: Lack = Lack { no: "service", write: "the service", key: "vendors[].service" };
/// What is expected of it.
const EXPECTED: Lack = Lack {
    no: "expected controls with criteria and text",
    write: "the controls we rely on, by criterion,",
    key: "vendors[].expected_controls",
};
/// Who looks at it.
const WATCH: Lack = Lack {
    no: "report that was reviewed, nor a control on CC9.2",
    write: "the way of watching over the controls",
    key: "vendors[].reports[].reviewed",
};

fn subservice<'a>(assessment: &Assessment<'a>) -> impl Iterator<Item = &'a Vendor> {
    let vendors = assessment.inventory.vendors.iter();
    vendors.filter(|vendor| matches!(vendor.relation, Some(Relation::CarveOut | Relation::Inclusive)))
}

pub(super) fn parts(assessment: &Assessment<'_>) -> Vec<Part> {
    let is_empty = subservice(assessment).next().is_none();
    let Vouching { said, missing } = vouching(assessment, VouchedList::Vendors, is_empty);
    if is_empty {
        return vec![part(Subject::Organisations, "organisation").saying(said).missing(missing)];
    }
    vec![
        organisations(assessment, said, missing.is_none()),
        split(assessment, (Subject::TheirServices, SERVICE), |vendor| says(vendor.service.as_ref())),
        split(assessment, (Subject::Expected, EXPECTED), is_relied_on),
        split(assessment, (Subject::Watch, WATCH), |vendor| is_watched(assessment, vendor)),
    ]
}

/// Those there are. Of a vendor that runs a system, handles data or is relied on, and has no relation, nobody has said whether
/// it is one, unless somebody vouches for the list.
fn organisations(assessment: &Assessment<'_>, said: Option<Said>, vouched: bool) -> Part {
    let unsaid =
        assessment.inventory.vendors.iter().filter(|vendor| vendor.relation.is_none() && !vouched && may_be(vendor));
    split(assessment, (Subject::Organisations, NAME), |vendor| says(vendor.name.as_ref()))
        .saying(said)
        .lacking(RELATION, unsaid.map(|vendor| thing(&vendor.id)))
}

fn may_be(vendor: &Vendor) -> bool {
    let handles = vendor.data.as_ref().is_some_and(|classes| !classes.is_empty());
    handles || !vendor.systems.is_empty() || !vendor.expected_controls.is_empty()
}

/// A part that holds the organisations of which something is known, and misses it of the others.
fn split(assessment: &Assessment<'_>, (subject, lack): (Subject, Lack), is_known: impl Fn(&Vendor) -> bool) -> Part {
    let (known, unknown): (Vec<&Vendor>, Vec<&Vendor>) = subservice(assessment).partition(|vendor| is_known(vendor));
    part(subject, "organisation")
        .holding(known.into_iter().map(|vendor| thing(&vendor.id)))
        .lacking(lack, unknown.into_iter().map(|vendor| thing(&vendor.id)))
}

fn is_relied_on(vendor: &Vendor) -> bool {
    let told = vendor.expected_controls.iter().map(|one| says(one.text.as_ref()) && !one.criteria.is_empty());
    !vendor.expected_controls.is_empty() && told.into_iter().all(|told| told)
}

/// Whether somebody reviewed one of its reports, or a control in place watches over other organisations.
fn is_watched(assessment: &Assessment<'_>, vendor: &Vendor) -> bool {
    let reviewed = vendor.reports.iter().filter_map(|report| report.reviewed.as_ref());
    let monitored = assessment.criteria.iter().any(|result| {
        let criterion = assessment.catalog.criteria.get(result.criterion);
        result.claimed && criterion.is_some_and(|criterion| criterion.id.to_string() == "CC9.2")
    });
    monitored || reviewed.into_iter().any(|reviewed| reviewed.value <= assessment.as_of)
}

/// An organisation that is part of the description speaks for its part itself.
pub(super) fn write(assessment: &Assessment<'_>) -> Vec<String> {
    let inclusive = subservice(assessment).filter(|vendor| vendor.relation == Some(Relation::Inclusive));
    inclusive
        .map(|vendor| format!("the part of the system that `{}` runs, with its own assertion", *vendor.id))
        .collect()
}
