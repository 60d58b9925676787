//! The order of what has no id of its own.

use std::cmp::Ordering;

use crate::model::document::{DataFlow, OwnReport, PolicyDocument, System, Vendor};
use crate::text::natural::compare;

/// Sorts the lists of words that systems, flows, vendors and documents hold.
pub(super) fn sort_lists_within(
    systems: &mut [System],
    data_flows: &mut [DataFlow],
    vendors: &mut [Vendor],
    documents: &mut [PolicyDocument],
) {
    sort_classes(systems, data_flows, vendors);
    sort_subjects(documents);
}

/// Classes of data have no order of their own, and reports name them one after the other.
fn sort_classes(systems: &mut [System], data_flows: &mut [DataFlow], vendors: &mut [Vendor]) {
    let classes = systems.iter_mut().map(|system| &mut system.data);
    let classes = classes.chain(data_flows.iter_mut().map(|flow| &mut flow.data));
    let classes = classes.chain(vendors.iter_mut().filter_map(|vendor| vendor.data.as_mut()));
    classes.for_each(|data| data.sort_by(|a, b| compare(a, b)));
}

/// What a document is about has no order either.
fn sort_subjects(documents: &mut [PolicyDocument]) {
    for document in documents {
        document.subjects.sort_unstable();
        document.subjects.dedup();
    }
}

/// Reports have no ids: by sort, then by the time they speak of, then by all else that tells two apart.
pub(super) fn by_sort_and_time(a: &OwnReport, b: &OwnReport) -> Ordering {
    let key = |report: &OwnReport| {
        let lies =
            (report.path.as_ref().map(|path| path.value.0.clone()), report.url.as_ref().map(|url| url.0.clone()));
        let by = report.by.as_ref().map(|by| by.0.clone());
        let issued = report.issued.as_ref().map(|day| day.value);
        let said = (report.opinion, report.exceptions, report.findings_open);
        (report.kind, report.time().map(|time| (time.end, time.start)), issued, lies, by, said)
    };
    key(a).cmp(&key(b))
}
