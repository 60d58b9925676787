//! What `gapcheck explain` prints: a rule, a criterion, a point of focus, a term, a control or a gap, on one page each.

pub(in crate::report) mod control;
mod criterion;
mod evidence;
pub(in crate::report) mod gap;
mod operation;
mod overview;
pub(in crate::report) mod page;
mod point;
mod rule;
mod series;
mod standing;
mod term;
mod tests;
mod treatment;
mod unknown;
mod verdict;
mod working;

use crate::model::assessment::Assessment;
use crate::model::catalog::Catalog;
use crate::model::glossary::Term;
use crate::model::rule::RuleInfo;
use crate::report::explain::page::Entry;

pub use crate::report::explain::page::Page;
pub use crate::report::explain::unknown::Unknown;

/// All that can be explained without an inventory.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'a> {
    /// The criteria and their points of focus.
    pub catalog: &'a Catalog,
    /// The rules, in the order of their natures.
    pub rules: &'a [&'static RuleInfo],
    /// The glossary.
    pub terms: &'a [Term],
}

/// Explains a thing, or says what can be explained where none is named.
///
/// Where one name belongs to several things, such as a control called like a rule, the page tells of all of them: what
/// the inventory holds first.
///
/// # Errors
///
/// When nothing has that name: what was probably meant, and what there is.
pub fn explain(
    thing: Option<&str>,
    knowledge: &Knowledge<'_>,
    assessment: Option<&Assessment<'_>>,
) -> Result<Page, Unknown> {
    let desk = Desk { knowledge, assessment };
    let Some(thing) = thing.map(str::trim) else { return Ok(Page::of(vec![overview::entry(&desk)])) };
    let entries: Vec<Entry> = FINDERS.iter().flat_map(|find| find(&desk, thing)).collect();
    let entries = if entries.is_empty() { point::by_slug(&desk, thing) } else { entries };
    if entries.is_empty() { Err(unknown::unknown(&desk, thing)) } else { Ok(Page::of(entries)) }
}

/// Everything an explanation may draw on.
#[derive(Clone, Copy)]
struct Desk<'a> {
    knowledge: &'a Knowledge<'a>,
    assessment: Option<&'a Assessment<'a>>,
}

/// Finds what a name stands for among one sort of things.
type Finder = fn(&Desk<'_>, &str) -> Vec<Entry>;

/// The sorts of things, in the order in which a page tells of them.
const FINDERS: [Finder; 7] =
    [gap::find, control::find, rule::find, criterion::find, series::find, point::find, term::find];
