//! Findings of one file as they come together: those that say enough, and those that do not.

use std::collections::BTreeSet;

use crate::import::file::File;
use crate::import::table::Reading;
use crate::model::import::{CheckResult, LeftOut, Origin};
use crate::text::list;

/// As much of a finding that is left out as is shown of it.
const SHOWN: usize = 80;

/// The findings of a file.
#[derive(Debug, Default)]
pub struct Gathered {
    results: Vec<CheckResult>,
    left_out: Vec<LeftOut>,
}

/// Where in a file something stands.
#[must_use]
pub fn origin(file: &File<'_>, at: impl Into<String>) -> Origin {
    Origin { file: file.name.to_owned(), at: at.into() }
}

impl Gathered {
    /// Takes a finding in, or leaves it out where its check has no name.
    pub fn take(&mut self, result: CheckResult) {
        if result.check.is_empty() {
            let what = [&result.title, &result.found, &result.resource].into_iter().find(|text| !text.is_empty());
            let what = what.map_or_else(|| "a result".to_owned(), Clone::clone);
            self.leave_out(result.origin, &what, "it does not say which check it is of");
        } else {
            self.results.push(result);
        }
    }

    /// Leaves something out, with why.
    pub fn leave_out(&mut self, origin: Origin, what: &str, why: &str) {
        let what = crate::text::cut::cut(what, SHOWN);
        self.left_out.push(LeftOut { origin, what, why: why.to_owned() });
    }

    /// How many findings were taken in.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.results.len()
    }

    /// What came of the file; the tools are told behind the format.
    #[must_use]
    pub fn reading(self, format: &str) -> Reading {
        let tools: BTreeSet<&str> = self.results.iter().map(|result| &*result.tool).collect();
        let format = if tools.is_empty() { format.to_owned() } else { format!("{format} of {}", list::some(tools, 5)) };
        Reading { format, results: self.results, left_out: self.left_out, ..Reading::default() }
    }
}
