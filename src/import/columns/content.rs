//! What stands in the cells of a column, counted.

use std::collections::BTreeSet;

use crate::import::criteria_ids::frameworks::Framework;
use crate::import::criteria_ids::frameworks::of_text;
use crate::import::criteria_ids::read_in_id;
use crate::import::evidence_text::is_whereabouts;
use crate::import::evidence_text::items;
use crate::import::table::Table;
use crate::import::words::date;
use crate::import::words::frequency;
use crate::import::words::kind;
use crate::import::words::status;
use crate::model::catalog::Catalog;

/// How many cells are looked at: enough to know what a column is about.
const LOOKED_AT: usize = 400;
/// A cell longer than this holds a sentence, whatever words are in it.
const SHORT: usize = 60;

/// How many of the cells looked at are what.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Something stands in them.
    pub filled: usize,
    /// They name criteria, existing or not.
    pub criteria: usize,
    /// They name criteria and hold nothing else.
    pub alone: usize,
    /// They name criteria, and all of those exist.
    pub existing: usize,
    /// They name common criteria, which no other framework numbers alike.
    pub common: usize,
    /// They begin with the id of a criterion.
    pub leading: usize,
    /// They say a status.
    pub statuses: usize,
    /// They say a status in words that mean nothing else.
    pub plain_statuses: usize,
    /// They say a frequency.
    pub frequencies: usize,
    /// They say a frequency and nothing else.
    pub plain_frequencies: usize,
    /// They say what sort of thing a control is.
    pub kinds: usize,
    /// They say a day.
    pub dates: usize,
    /// They say, among other things, where something lies.
    pub whereabouts: usize,
    /// They are one word, as ids are.
    pub id_like: usize,
    /// They name a framework.
    pub frameworks: usize,
    /// The different ones among them.
    pub distinct: usize,
    /// One of them.
    pub example: String,
}

impl Content {
    /// Counts the cells of a column.
    pub fn of(table: &Table, column: usize, catalog: &Catalog) -> Self {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        let filled = cells.filter(|cell| cell.iter().any(|value| !is_blank(value)));
        let mut content = Self::default();
        let mut distinct: BTreeSet<&str> = BTreeSet::new();
        for cell in filled.take(LOOKED_AT) {
            content.count(cell, catalog);
            distinct.extend(cell.iter().map(String::as_str).find(|value| !is_blank(value)));
        }
        content.distinct = distinct.len();
        content
    }

    fn count(&mut self, cell: &[String], catalog: &Catalog) {
        self.filled += 1;
        let values: Vec<&str> = cell.iter().map(|value| value.trim()).filter(|value| !is_blank(value)).collect();
        self.count_ids(&values, catalog);
        let beginning = values.first().and_then(|value| value.split_whitespace().next());
        self.leading += usize::from(beginning.is_some_and(|word| !read_in_id(word, catalog).is_empty()));
        let Some(first) = values.first().copied() else { return };
        if self.example.is_empty() {
            first.clone_into(&mut self.example);
        }
        self.whereabouts += usize::from(values.iter().any(|value| names_a_place(value)));
        self.id_like += usize::from(is_id_like(first));
        if first.len() > SHORT {
            return;
        }
        self.statuses += usize::from(status::read(first) != status::Told::Unclear);
        self.plain_statuses += usize::from(status::is_plainly(first));
        self.frequencies += usize::from(frequency::read(first).is_some());
        self.plain_frequencies += usize::from(frequency::is_plainly(first));
        self.kinds += usize::from(kind::read(first).is_some());
        self.dates += usize::from(date::read(first) != date::Told::None);
        self.frameworks += usize::from(of_text(first) != Framework::Unsaid);
    }

    fn count_ids(&mut self, values: &[&str], catalog: &Catalog) {
        let found: Vec<_> = values.iter().map(|value| read_in_id(value, catalog)).collect();
        let named = found.iter().any(|found| !found.is_empty());
        self.criteria += usize::from(named);
        self.alone += usize::from(named && found.iter().all(|found| found.alone));
        self.existing += usize::from(named && found.iter().all(|found| found.unknown.is_empty()));
        let common = found.iter().any(|found| found.criteria.iter().any(|id| id.starts_with("CC")));
        self.common += usize::from(common);
    }

    /// Whether at least so many percent of the filled cells are counted, and at least one is.
    pub fn most(&self, counted: usize, percent: usize) -> bool {
        counted > 0 && counted * 100 >= self.filled * percent
    }
}

/// Whether a value says nothing: empty, or a dash in place of an entry.
#[must_use]
pub fn is_blank(value: &str) -> bool {
    value.trim().chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '…' | ' '))
}

fn names_a_place(value: &str) -> bool {
    is_whereabouts(value) || items(value).iter().any(|item| is_whereabouts(item))
}

fn is_id_like(value: &str) -> bool {
    let words = value.split_whitespace().count();
    let digit = value.chars().any(|c| c.is_ascii_digit());
    value.len() <= 48 && (words == 1 || (words == 2 && digit && value.len() <= 16))
}
