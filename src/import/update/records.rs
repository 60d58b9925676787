//! Controls, evidence and tests of a source as they are written into an inventory.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::import::update::fields;
use crate::model::date::Date;
use crate::model::date::Period;
use crate::model::document::{Control, Evidence, Test};
use crate::model::edit::{Line, Record, Written};
use crate::model::import::{ImportedControl, ImportedEvidence, ImportedTest};
use crate::model::words::{Conclusion, SampleMethod, Status, TestOf};

/// The keys of a new control, in the order in which they are written.
const KEYS: [&str; 9] =
    ["name", "description", "criteria", "kind", "owner", "frequency", "status", "since", "evidence_wanted"];

/// A control that the inventory does not have yet. Where the source does not say how far it has come, it is only planned.
#[must_use]
pub fn new_control(control: &ImportedControl) -> Record {
    let said = fields::theirs(control);
    let mut record = Record::default();
    record.put("id", Some(Written::Text(control.id.clone())));
    for key in KEYS {
        match (said.get(key).cloned(), key) {
            (None, "criteria") => {
                put_with(&mut record, key, Written::Words(Vec::new()), "the source names none that exists");
            }
            (None, "status") => put_with(&mut record, key, word(&Status::Planned), "the source does not say"),
            (said, _) => record.put(key, said),
        }
    }
    put_list(&mut record, "evidence", control.evidence.iter().map(evidence).collect());
    put_list(&mut record, "tests", control.tests.iter().map(test).collect());
    record
}

fn put_with(record: &mut Record, key: &'static str, value: Written, remark: &str) {
    record.put(key, Some(value));
    record.remark(remark);
}

fn put_list(record: &mut Record, key: &'static str, items: Vec<Record>) {
    record.put(key, (!items.is_empty()).then_some(Written::Records(items)));
}

fn word(word: &dyn Display) -> Written {
    Written::Word(word.to_string())
}

fn text(text: &str) -> Written {
    Written::Text(text.to_owned())
}

fn evidence(evidence: &ImportedEvidence) -> Record {
    let mut record = Record::default();
    record.put("title", Some(text(&evidence.title)).filter(|_| !evidence.title.trim().is_empty()));
    record.put("kind", evidence.kind.as_ref().map(|kind| word(kind)));
    record.put("path", evidence.path.as_deref().map(text));
    record.put("url", evidence.url.as_deref().map(text));
    record.put("covers", evidence.covers.map(period));
    record.put("collected", evidence.collected.as_ref().map(|day| word(day)));
    record.put("source", evidence.source.as_deref().map(text));
    record.put("items", evidence.items.as_ref().map(|items| word(items)));
    record
}

fn period((start, end): (Date, Date)) -> Written {
    let mut record = Record::default();
    record.put("start", Some(word(&start)));
    record.put("end", Some(word(&end)));
    Written::Mapping(record)
}

/// A test that looked at everything a scanner found.
fn test(test: &ImportedTest) -> Record {
    let mut record = Record::default();
    record.put("of", Some(word(&TestOf::Operation)));
    record.put("date", test.date.as_ref().map(|day| word(day)));
    record.put("by", Some(text(&test.by)).filter(|_| !test.by.trim().is_empty()));
    record.put("period", test.period.map(period));
    let mut population = Record::default();
    population.put("size", Some(word(&test.size)));
    population.put("source", test.source.as_deref().map(text));
    population.put("retrieved", test.date.as_ref().map(|day| word(day)));
    record.put("population", Some(Written::Mapping(population)));
    let mut sample = Record::default();
    sample.put("size", Some(word(&test.size)));
    sample.put("method", Some(word(&SampleMethod::All)));
    record.put("sample", Some(Written::Mapping(sample)));
    put_list(&mut record, "exceptions", test.exceptions.iter().map(exception).collect());
    let conclusion = if test.exceptions.is_empty() { Conclusion::Effective } else { Conclusion::Exception };
    record.put("conclusion", Some(word(&conclusion)));
    record
}

fn exception((item, description): &(String, String)) -> Record {
    let mut record = Record::default();
    record.put("item", Some(text(item)));
    record.put("description", Some(text(description)));
    record
}

/// What a source adds to the evidence and the tests of an inventory.
#[derive(Default)]
pub(super) struct Beyond {
    /// The lists that grow, with what they grow by.
    pub(super) more: Vec<(&'static str, Vec<Record>)>,
    /// The pieces of evidence whose file was replaced by one of another time, by their number, with what is to be said of it now.
    pub(super) replaced: Vec<(usize, Record)>,
}

/// The evidence and the tests of a source that an inventory does not have. Evidence is the same when it lies at one place and
/// speaks of one time; a test when it was made on one day over one period, of one list. A file that lies where one lay
/// before, and speaks of another time, took its place.
pub(super) fn beyond(control: &ImportedControl, ours: &Control) -> Beyond {
    let mut beyond = Beyond::default();
    let mut pieces = Vec::new();
    for theirs in &control.evidence {
        let same_place = |ours: &Evidence| place(ours) == (theirs.path.as_deref(), theirs.url.as_deref());
        let known = ours.evidence.iter().enumerate().filter(|(_, ours)| same_place(ours));
        let known: Vec<(usize, &Evidence)> = known.collect();
        match known.last() {
            None => pieces.push(evidence(theirs)),
            Some(_) if known.iter().any(|(_, ours)| covered(ours) == theirs.covers) => {}
            Some((at, _)) => beyond.replaced.push((*at, time_of(theirs))),
        }
    }
    let made: BTreeSet<TestKey> = ours.tests.iter().map(test_key).collect();
    let of = |theirs: &&ImportedTest| (theirs.date, theirs.period, theirs.source.clone());
    let tests: Vec<Record> = control.tests.iter().filter(|theirs| !made.contains(&of(theirs))).map(test).collect();
    beyond.more = [("evidence", pieces), ("tests", tests)].into_iter().filter(|(_, items)| !items.is_empty()).collect();
    beyond
}

/// When a test was made, over which period, and of which list.
type TestKey = (Option<Date>, Option<(Date, Date)>, Option<String>);

/// What evidence says of its time and its number.
fn time_of(theirs: &ImportedEvidence) -> Record {
    let whole = evidence(theirs);
    let of_time = |line: &Line| ["covers", "collected", "items", "title"].contains(&line.key);
    Record(whole.0.into_iter().filter(of_time).collect())
}

fn place(evidence: &Evidence) -> (Option<&str>, Option<&str>) {
    (evidence.path.as_ref().map(|path| path.value.0.as_str()), evidence.url.as_ref().map(|url| url.0.as_str()))
}

fn covered(evidence: &Evidence) -> Option<(Date, Date)> {
    evidence.covers.as_ref().map(|covers| days(&covers.0))
}

fn test_key(test: &Test) -> TestKey {
    let source = test.population.as_ref().and_then(|population| population.source.clone());
    (test.date.as_ref().map(|date| date.value), test.period.as_ref().map(days), source)
}

fn days(period: &Period) -> (Date, Date) {
    (period.start, period.end)
}
