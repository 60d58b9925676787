//! A filled-in worksheet as a test of operation under its control.

use crate::model::date::Date;
use crate::model::document::{Control, Test, TestException};
use crate::model::edit::{Edit, Record, Written};
use crate::model::sampling::Sampling;
use crate::model::words::{Conclusion, SampleMethod, TestOf};
use crate::sample::outcome::Deviation;

/// A test that is to stand in the inventory.
pub struct Tested<'a> {
    /// The sample it looked at.
    pub sampling: &'a Sampling<'a>,
    /// When.
    pub on: Date,
    /// Whether somebody said so, or it is only the day of the record.
    pub dated: bool,
    /// By whom.
    pub by: Option<String>,
    /// Whether the list was checked to be complete.
    pub reconciled: bool,
    /// What deviated.
    pub deviations: Vec<Deviation>,
}

/// How a test stands to those that are recorded already.
pub enum Known<'a> {
    /// Nobody recorded it.
    New,
    /// It stands there.
    Recorded,
    /// A test of the same sample stands there and says something else.
    Otherwise(&'a Test),
}

impl Tested<'_> {
    /// What it came to.
    #[must_use]
    pub fn conclusion(&self) -> &'static str {
        if self.deviations.is_empty() { Conclusion::Effective.word() } else { Conclusion::Exception.word() }
    }

    /// How it stands to the tests that a control has.
    #[must_use]
    pub fn known<'c>(&self, control: &'c Control) -> Known<'c> {
        let mut same = control.tests.iter().filter(|test| self.is_of_the_sample(test)).peekable();
        let first = same.peek().copied();
        match first {
            None => Known::New,
            Some(_) if same.any(|test| self.says_the_same(test)) => Known::Recorded,
            Some(first) => Known::Otherwise(first),
        }
    }

    fn is_of_the_sample(&self, test: &Test) -> bool {
        let size = |count: usize| u32::try_from(count).ok();
        let population = test.population.as_ref().and_then(|population| population.size);
        let digest = test.population.as_ref().and_then(|population| population.digest.as_ref());
        let Some(sample) = &test.sample else { return false };
        let drawn = match sample.method {
            Some(SampleMethod::All) => self.sampling.is_all(),
            _ => sample.seed == Some(self.sampling.seed.number),
        };
        // The record knows where it stands; the period of a sample stands nowhere.
        let period = test.period.as_ref().map(|period| (period.start, period.end));
        test.of == TestOf::Operation
            && drawn
            && period == Some((self.sampling.period.start, self.sampling.period.end))
            && population == size(self.sampling.population.ids.len())
            // One that somebody wrote by hand may not say which items they were.
            && digest.is_none_or(|digest| digest.value.eq_ignore_ascii_case(&self.sampling.population.digest))
            && sample.size.as_ref().map(|size| size.value) == size(self.sampling.items.len())
    }

    fn says_the_same(&self, test: &Test) -> bool {
        let on = test.date.as_ref().map(|date| date.value);
        let by = test.by.as_ref().map(|by| by.value.0.as_str());
        let reconciled = test.population.as_ref().and_then(|population| population.reconciled);
        let exceptions = test.exceptions.len() == self.deviations.len()
            && test.exceptions.iter().zip(&self.deviations).all(|(there, here)| is_same(there, here));
        test.conclusion.map(Conclusion::word) == Some(self.conclusion())
            && exceptions
            && (!self.dated || on == Some(self.on))
            && by == self.by.as_deref()
            && reconciled.unwrap_or(false) == self.reconciled
    }

    /// The change to the inventory: one more test.
    #[must_use]
    pub fn edit(&self) -> Edit {
        Edit::Extend { control: self.sampling.control.id.value.to_string(), key: "tests", items: vec![self.record()] }
    }

    fn record(&self) -> Record {
        let word = |text: String| Some(Written::Word(text));
        let period = &self.sampling.period;
        let mut record = Record::default();
        record.put("of", word("operation".to_owned()));
        record.put("date", word(self.on.to_string()));
        record.put("by", self.by.clone().map(Written::Text));
        let days = [("start", word(period.start.to_string())), ("end", word(period.end.to_string()))];
        record.put("period", Some(mapping(days)));
        record.put("population", Some(self.population()));
        record.put("sample", Some(self.sample()));
        let exceptions: Vec<Record> = self.deviations.iter().map(exception).collect();
        record.put("exceptions", (!exceptions.is_empty()).then_some(Written::Records(exceptions)));
        record.put("conclusion", word(self.conclusion().to_owned()));
        record
    }

    fn population(&self) -> Written {
        let provenance = &self.sampling.provenance;
        mapping([
            ("size", Some(Written::Word(self.sampling.population.ids.len().to_string()))),
            ("digest", Some(Written::Text(self.sampling.population.digest.clone()))),
            ("source", Some(Written::Text(provenance.source.clone()))),
            ("retrieved", provenance.retrieved.map(|day| Written::Word(day.to_string()))),
            ("reconciled", Some(Written::Word(self.reconciled.to_string()))),
        ])
    }

    fn sample(&self) -> Written {
        let seed = (!self.sampling.is_all()).then(|| Written::Word(self.sampling.seed.number.to_string()));
        mapping([
            ("size", Some(Written::Word(self.sampling.items.len().to_string()))),
            ("method", Some(Written::Word(self.sampling.method().to_owned()))),
            ("seed", seed),
        ])
    }
}

fn mapping<const N: usize>(pairs: [(&'static str, Option<Written>); N]) -> Written {
    let mut record = Record::default();
    for (key, value) in pairs {
        record.put(key, value);
    }
    Written::Mapping(record)
}

fn exception(deviation: &Deviation) -> Record {
    let mut record = Record::default();
    record.put("item", Some(Written::Text(deviation.item.clone())));
    record.put("description", Some(Written::Text(deviation.found.clone())));
    record.put("root_cause", deviation.root_cause.clone().map(Written::Text));
    record.put("resolved", deviation.resolved.map(|day| Written::Word(day.to_string())));
    record
}

fn is_same(there: &TestException, here: &Deviation) -> bool {
    there.item.as_deref() == Some(here.item.as_str())
        && there.description.as_deref() == Some(here.found.as_str())
        && there.root_cause == here.root_cause
        && there.resolved.as_ref().map(|day| day.value) == here.resolved
}
