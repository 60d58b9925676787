//! Criteria out of any text, in every spelling people use.
//!
//! What exists comes back in the catalog's spelling. What only looks like a criterion is told apart and never taken for another
//! one. Ids of one letter, which ISO's annexes, PCI's appendices and others number alike, are read only where nothing in the
//! text speaks for another framework.

pub mod frameworks;
mod scan;
mod spelling;

use std::borrow::Cow;

use crate::import::criteria_ids::frameworks::Framework;
use crate::import::criteria_ids::scan::Token;
use crate::import::criteria_ids::scan::scan;
use crate::import::criteria_ids::spelling::Gap;
use crate::model::catalog::Catalog;
use crate::model::criterion_id::CriterionId;

/// The criteria that a text names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The existing criteria, or points of focus by their slug, in the catalog's spelling, each once, in order.
    pub criteria: Vec<String>,
    /// What looks like a criterion and does not exist, each once, in order.
    pub unknown: Vec<String>,
    /// The ranges and series that were written out, such as `CC1.1 to CC1.5` and `CC6`.
    pub expanded: Vec<String>,
    /// Whether nothing but ids stands in the text.
    pub alone: bool,
}

impl Found {
    /// Whether the text names nothing that looks like a criterion.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.criteria.is_empty() && self.unknown.is_empty()
    }

    fn exists(&mut self, id: String) {
        if !self.criteria.contains(&id) {
            self.criteria.push(id);
        }
    }

    fn is_unknown(&mut self, id: String) {
        if !self.unknown.contains(&id) {
            self.unknown.push(id);
        }
    }
}

/// Reads what stands where criteria are expected: ids, ranges of them and whole series.
#[must_use]
pub fn read(text: &str, catalog: &Catalog) -> Found {
    Reader { catalog, series: true, found: Found::default() }.read(text)
}

/// Reads what stands where the id of a control is expected: ids of criteria in it, but no ranges and no series, since `CC6.1-2`
/// is then the second control of `CC6.1`.
#[must_use]
pub fn read_in_id(text: &str, catalog: &Catalog) -> Found {
    Reader { catalog, series: false, found: Found::default() }.read(text)
}

/// The ids that a text spells, existing or not, each once, in order; without ranges and series.
#[must_use]
pub fn spelled(text: &str) -> Vec<CriterionId> {
    let plain = plain(text);
    let mut ids = Vec::new();
    for id in scan(&plain, false).tokens.iter().filter_map(id) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

struct Reader<'c> {
    catalog: &'c Catalog,
    series: bool,
    found: Found,
}

impl Reader<'_> {
    fn read(mut self, text: &str) -> Found {
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return self.found;
        }
        let plain = plain(text);
        let scanned = scan(&plain, self.series);
        self.found.alone = scanned.alone;
        let mut tokens = scanned.tokens.iter().peekable();
        while let Some(token) = tokens.next() {
            let end = tokens.peek().filter(|next| self.series && next.ends_range).copied();
            if end.is_some_and(|end| self.range(token, end)) {
                tokens.next();
            } else {
                self.single(token, scanned.alone);
            }
        }
        self.found
    }

    /// Writes a range out; `false` where the two are no range.
    fn range(&mut self, start: &Token<'_>, end: &Token<'_>) -> bool {
        if start.spelled.letters != end.spelled.letters {
            return false;
        }
        let (from, to) = match (start.spelled.number, end.spelled.number) {
            (Some(_), Some(_)) => (id(start), id(end)),
            (None, None) => (edge(start, "0"), edge(end, "99")),
            _ => return false,
        };
        let (Some(from), Some(to)) = (from, to) else { return false };
        if from >= to {
            return false;
        }
        let within: Vec<CriterionId> = self.ids().filter(|id| (from..=to).contains(id)).collect();
        for bound in [from, to].into_iter().filter(|_| start.spelled.number.is_some()) {
            if self.catalog.position(bound).is_none() {
                self.found.is_unknown(bound.to_string());
            }
        }
        let told = |token: &Token<'_>| id(token).map_or_else(|| token.spelled.series_id(), |id| id.to_string());
        self.found.expanded.push(format!("{} to {}", told(start), told(end)));
        for id in within {
            self.found.exists(id.to_string());
        }
        true
    }

    fn single(&mut self, token: &Token<'_>, alone: bool) {
        // `a 1.2` is an article and a number in a sentence.
        let loose = token.spelled.of_one_letter() && token.spelled.gap == Gap::Blank;
        if loose && !alone {
            return;
        }
        match (token.spelled.number, id(token)) {
            (None, _) if self.series => self.whole_series(token, alone),
            (Some(_), Some(id)) => self.one(token, id, alone),
            // A number with a zero before it is somebody's own numbering, not a criterion's.
            (Some(number), None) if !token.spelled.of_one_letter() && token.spelled.dotted => {
                self.found.is_unknown(format!("{}.{number}", token.spelled.series_id()));
            }
            _ => {}
        }
    }

    fn one(&mut self, token: &Token<'_>, id: CriterionId, alone: bool) {
        if let Some(criterion) = self.catalog.criterion(id) {
            let slug =
                token.spelled.rest.strip_prefix('/').map(|rest| {
                    rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default()
                });
            match slug.filter(|slug| criterion.point(slug).is_some()) {
                Some(slug) => self.found.exists(format!("{id}/{slug}")),
                None => self.found.exists(id.to_string()),
            }
            return;
        }
        let series_exists = self.ids().any(|other| other.series() == id.series());
        let plainly = token.framework == Framework::Soc2 || series_exists;
        if !token.spelled.of_one_letter() || (plainly && (token.spelled.dotted || alone)) {
            self.found.is_unknown(id.to_string());
        }
    }

    /// Writes a series out. One of a single letter may be a priority or a label, unless nothing but ids stands there.
    fn whole_series(&mut self, token: &Token<'_>, alone: bool) {
        let series = token.spelled.series_id();
        let members: Vec<String> = self.ids().filter(|id| id.series() == series).map(|id| id.to_string()).collect();
        if members.is_empty() || (token.spelled.of_one_letter() && !alone && !token.spelled.dotted) {
            return;
        }
        self.found.expanded.push(series);
        for id in members {
            self.found.exists(id);
        }
    }

    fn ids(&self) -> impl Iterator<Item = CriterionId> + use<'_> {
        self.catalog.criteria.iter().map(|criterion| criterion.id)
    }
}

/// The criterion an id names, existing or not; `None` for a series, and for numbers no criterion could have.
fn id(token: &Token<'_>) -> Option<CriterionId> {
    edge(token, token.spelled.number?)
}

/// The id of a number in the series of a token.
fn edge(token: &Token<'_>, number: &str) -> Option<CriterionId> {
    format!("{}.{number}", token.spelled.series_id()).parse().ok()
}

/// The text in lower case, with one sort of dash and of blank.
fn plain(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase() && byte != b'\t') {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{ff0d}' => '-',
        c if c.is_whitespace() && c != '\n' => ' ',
        c => c.to_ascii_lowercase(),
    };
    Cow::Owned(text.chars().map(plain).collect())
}
