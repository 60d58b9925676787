//! What was understood of a table's columns, and what a person asked for.

use std::collections::BTreeMap;

use crate::model::import::Column;
use crate::model::import::Field;

/// Headings and what they shall be taken for, whatever gapcheck thinks.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    by_header: BTreeMap<String, (String, Field)>,
}

impl Wishes {
    /// The wishes, by headings as they were written.
    #[must_use]
    pub fn of(asked: &BTreeMap<String, Field>) -> Self {
        let squashed = asked.iter().map(|(header, field)| (squash(header), (header.clone(), *field)));
        Self { by_header: squashed.collect() }
    }

    /// What a heading shall be taken for.
    #[must_use]
    pub fn field(&self, header: &str) -> Option<Field> {
        self.by_header.get(&squash(header)).map(|(_, field)| *field)
    }

    /// The headings as they were asked for.
    pub fn headers(&self) -> impl Iterator<Item = &str> {
        self.by_header.values().map(|(header, _)| header.as_str())
    }
}

/// A heading as two are compared: without case and blanks.
#[must_use]
pub fn squash(header: &str) -> String {
    header.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// What the columns of a table are about.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The columns, with what each was taken for and why.
    pub columns: Vec<Column>,
    /// The column of ids or names that tells the criteria too, where no column is about them alone.
    pub also_criteria: Option<usize>,
    /// The column that says whose ids stand in a row.
    pub framework: Option<usize>,
}

impl Layout {
    /// The columns taken for a field, from the left.
    pub fn all(&self, field: Field) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, column)| column.field == Some(field)).map(|(at, _)| at)
    }

    /// The first column taken for a field.
    #[must_use]
    pub fn first(&self, field: Field) -> Option<usize> {
        self.all(field).next()
    }

    /// Whether its rows can say which criteria they address.
    #[must_use]
    pub fn tells_criteria(&self) -> bool {
        self.has(Field::Criteria) || self.also_criteria.is_some()
    }

    /// Whether a column was taken for a field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.first(field).is_some()
    }
}
