//! What two inventories say differently, group by group.

use crate::diff::lists::{Sides, Subjects, merged, sides};
use crate::diff::pair::Pair;
use crate::diff::same::{decisions, same_items, scope, settings, tests, vendors};
use crate::model::cause::{Alteration, Altered, Cause};
use crate::model::document::{Control, DataFlow, Evidence, OwnReport, PolicyDocument};
use crate::model::files::Files;
use crate::model::inventory::Inventory;
use crate::source::file::Located;
use crate::source::reader::Text;
use crate::text::natural::compare;

/// The groups that say something else in the later inventory, in the order of causes, with what it is in each.
///
/// What was found of the files of both is in one list; the later inventory's files are numbered behind the earlier one's.
#[must_use]
pub fn altered(pair: Pair<'_>, files: &Files) -> Vec<Altered> {
    let groups = Cause::ALL.iter().map(|cause| Altered { cause: *cause, subjects: subjects(*cause, pair, files) });
    groups.filter(|group| !group.subjects.is_empty()).collect()
}

fn subjects(cause: Cause, pair: Pair<'_>, files: &Files) -> Subjects {
    let Pair { old, new } = pair;
    let found = match cause {
        Cause::Scope => return scope(old, new),
        Cause::Settings => return settings(&old.conventions, &new.conventions),
        Cause::Decisions => decisions(old, new),
        Cause::People => merged(by_id(old, new, |it| &it.people, |it| &it.id), |a, b| a == b),
        Cause::Systems => {
            let systems = merged(by_id(old, new, |it| &it.systems, |it| &it.id), |a, b| a == b);
            systems.into_iter().chain(merged(flows(old, new), |a, b| a == b)).collect()
        }
        Cause::Documents => {
            let same = |a: &PolicyDocument, b: &PolicyDocument| {
                a == b && found(files, a.path.as_ref(), None) == found(files, b.path.as_ref(), None)
            };
            let documents = merged(by_id(old, new, |it| &it.documents, |it| &it.id), same);
            documents.into_iter().chain(own_reports(pair, files)).collect()
        }
        Cause::Vendors => merged(by_id(old, new, |it| &it.vendors, |it| &it.id), vendors),
        Cause::Time | Cause::Controls | Cause::Status | Cause::Description | Cause::Evidence | Cause::Tests => {
            Vec::new()
        }
    };
    let controls = merged(by_id(old, new, |it| &it.controls, |it| &it.id), |a, b| same_in(cause, a, b, files));
    // A control that is there in one of the two only differs as a whole.
    let whole = cause == Cause::Controls;
    let controls = controls.into_iter().filter(|(_, alteration)| whole || *alteration == Alteration::Changed);
    let mut all: Subjects = found.into_iter().chain(controls).collect();
    all.sort_by(|(a, _), (b, _)| compare(a, b));
    all.dedup();
    all
}

/// Whether two versions of a control say the same in the fields that belong to a group.
fn same_in(cause: Cause, a: &Control, b: &Control, files: &Files) -> bool {
    match cause {
        Cause::Time | Cause::Scope | Cause::Vendors | Cause::Decisions | Cause::Settings => true,
        Cause::People => (&a.owner, &a.performer) == (&b.owner, &b.performer),
        Cause::Systems => match (&a.systems, &b.systems) {
            (Some(a), Some(b)) => same_items(a, b, |a, b| a == b),
            (a, b) => a == b,
        },
        Cause::Documents => same_items(&a.documented_in, &b.documented_in, |a, b| a == b),
        Cause::Controls => same_items(&a.criteria, &b.criteria, |a, b| a == b) && a.clauses == b.clauses,
        Cause::Status => (a.status, &a.since, &a.until) == (b.status, &b.since, &b.until),
        Cause::Description => {
            (&a.name, &a.description) == (&b.name, &b.description)
                && (a.kind, a.nature, a.execution, a.frequency) == (b.kind, b.nature, b.execution, b.frequency)
        }
        Cause::Evidence => {
            let same = |a: &Evidence, b: &Evidence| a == b && on_file(files, a) == on_file(files, b);
            same_items(&a.evidence, &b.evidence, same) && a.evidence_wanted == b.evidence_wanted
        }
        Cause::Tests => same_items(&a.tests, &b.tests, tests),
    }
}

/// The items of a list of either inventory, by id.
fn by_id<'a, T, Id: ToString + 'a>(
    old: &'a Inventory,
    new: &'a Inventory,
    list: impl Fn(&'a Inventory) -> &'a Vec<T>,
    id: impl Fn(&'a T) -> &'a Located<Id>,
) -> Sides<'a, T> {
    sides(list(old), list(new), |item| id(item).value.to_string())
}

fn flows<'a>(old: &'a Inventory, new: &'a Inventory) -> Sides<'a, DataFlow> {
    sides(&old.data_flows, &new.data_flows, |flow| format!("{} to {}", flow.from.value, flow.to.value))
}

/// The reports about our own organisation, which have no ids: all of them, where any says something else.
fn own_reports(Pair { old, new }: Pair<'_>, files: &Files) -> Option<(String, Alteration)> {
    let same = |a: &OwnReport, b: &OwnReport| {
        a == b && found(files, a.path.as_ref(), None) == found(files, b.path.as_ref(), None)
    };
    let differ = !same_items(&old.reports, &new.reports, same);
    differ.then(|| ("reports".to_owned(), Alteration::Changed))
}

/// What became of looking for the file of a piece of evidence.
fn on_file(files: &Files, evidence: &Evidence) -> Found {
    found(files, evidence.path.as_ref(), evidence.sha256.as_ref().map(|hash| &*hash.value.0))
}

/// What counts of a file: whether and how it is there, and whether it is the one that was recorded.
type Found = Option<(std::mem::Discriminant<crate::model::files::FileState>, bool)>;

fn found(files: &Files, path: Option<&Located<Text>>, stated: Option<&str>) -> Found {
    let (file, path) = path.map(|path| (path.place.file, &*path.value.0))?;
    let altered = !files.differences(file, path, stated).is_empty();
    Some((std::mem::discriminant(files.state(file, path)), altered))
}
