//! What of a crosswalk is asked for.

use std::collections::BTreeSet;

use crate::model::catalog::Catalog;
use crate::model::clause_shape::{clause, is_part};
use crate::model::clause_standing::{ClauseStanding, Crosswalk};
use crate::model::criterion_id::CriterionId;
use crate::model::crosswalk::{Mapping, Target};
use crate::model::framework::Framework;
use crate::report::crosswalk::words;
use crate::text::escape::terminal;
use crate::text::list::ticked_and;
use crate::text::nearest::nearest;
use crate::text::wrap::truncate;

/// What is to be shown.
pub enum Shown<'a> {
    /// The frameworks there are.
    Frameworks(&'a [Mapping]),
    /// A mapping, or a part of it.
    Mapping {
        /// The mapping.
        mapping: &'a Mapping,
        /// The criteria it leads from.
        catalog: &'a Catalog,
        /// The part.
        part: Part,
    },
    /// A mapping laid over an inventory, or a part of it.
    Crosswalk {
        /// The whole.
        crosswalk: &'a Crosswalk<'a>,
        /// The part.
        part: Part,
    },
}

/// The clauses to be shown. Counts are always of all.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Their ids; none where all are shown.
    ids: Option<BTreeSet<String>>,
    /// Whether single clauses were asked for, so that each is told at length.
    pub at_length: bool,
}

impl Part {
    /// Whether a clause belongs to it.
    #[must_use]
    pub fn holds(&self, id: &str) -> bool {
        self.ids.as_ref().is_none_or(|ids| ids.contains(id))
    }

    /// The clauses of a mapping that belong to it.
    pub fn targets<'a>(&self, mapping: &'a Mapping) -> impl Iterator<Item = &'a Target> {
        mapping.targets.iter().filter(|target| self.holds(&target.id))
    }

    /// The clauses of a crosswalk that belong to it.
    pub fn clauses<'a>(&self, crosswalk: &'a Crosswalk<'a>) -> impl Iterator<Item = &'a ClauseStanding<'a>> {
        crosswalk.clauses.iter().filter(|clause| self.holds(clause.id))
    }

    /// The clauses among those nobody speaks to that belong to it.
    #[must_use]
    pub fn silent<'a>(&self, silent_about: &[&'a str]) -> Vec<&'a str> {
        silent_about.iter().copied().filter(|id| self.holds(id)).collect()
    }

    /// The part that the clauses typed stand for, of what criteria speak to where some are named.
    ///
    /// # Errors
    ///
    /// For what stands for no clause: a line each, with what its writer probably means; and where nothing is left.
    pub fn of(asked: &Asked<'_>, mapping: &Mapping, named: &[&str]) -> Result<Self, String> {
        let mut ids: Option<BTreeSet<String>> = None;
        let known: Vec<&str> = named.iter().copied().chain(mapping.whole.iter().map(String::as_str)).collect();
        let found: Vec<_> = asked.clauses.iter().map(|typed| meant(mapping, &known, typed)).collect();
        let unknown: Vec<String> = found.iter().filter_map(|one| one.as_ref().err().cloned()).collect();
        if !unknown.is_empty() {
            return Err(unknown.join("\n"));
        }
        if !found.is_empty() {
            ids = Some(found.into_iter().flatten().flatten().collect());
        }
        if let Some(criteria) = asked.criteria {
            let speaks = |target: &&Target| target.links.iter().any(|link| criteria.contains(&link.criterion));
            let spoken: BTreeSet<String> =
                mapping.targets.iter().filter(speaks).map(|target| target.id.clone()).collect();
            let left = ids.map_or_else(|| spoken.clone(), |ids| ids.intersection(&spoken).cloned().collect());
            if left.is_empty() {
                let speak = if criteria.len() == 1 { "speaks" } else { "speak" };
                let criteria = ticked_and(criteria);
                return Err(format!("{criteria} {speak} to none of these clauses of {}", mapping.name));
            }
            ids = Some(left);
        }
        Ok(Self { ids, at_length: !asked.clauses.is_empty() })
    }
}

/// What somebody typed.
pub struct Asked<'a> {
    /// Clauses, or what groups of them begin with.
    pub clauses: &'a [String],
    /// Criteria that have to speak to a clause; none where any may.
    pub criteria: Option<&'a [CriterionId]>,
}

/// The framework of a name.
///
/// # Errors
///
/// For a name of none: what its writer probably means.
pub fn framework(name: &str) -> Result<Framework, String> {
    let shown = truncate(&terminal(name), 60);
    Framework::named(name).ok_or_else(|| format!("no framework is called `{shown}`; {}", Framework::help(name)))
}

/// The clauses that something typed stands for: one, the one it is a part of, or those that begin with it.
fn meant(mapping: &Mapping, known: &[&str], typed: &str) -> Result<Vec<String>, String> {
    let typed = truncate(&terminal(typed), 60);
    let id = clause(mapping.framework, &typed);
    if let Some(id) = &id {
        let above = known.iter().filter(|known| *known == id || is_part(id, known)).max_by_key(|known| known.len());
        if let Some(above) = above {
            return Ok(vec![(*above).to_owned()]);
        }
    }
    let begins = id.as_deref().unwrap_or(&typed).to_lowercase();
    let below = known.iter().filter(|known| is_part(&known.to_lowercase(), &begins));
    let below: Vec<String> = below.map(|id| (*id).to_owned()).collect();
    match (below.is_empty(), id) {
        (false, _) => Ok(below),
        (true, None) => Err(words::not_a_clause(mapping, &typed)),
        (true, Some(id)) => {
            let help = match nearest(&id, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("`gapcheck crosswalk {}` lists them", mapping.framework),
            };
            Err(format!("{} has no clause `{id}`; {help}", mapping.name))
        }
    }
}
