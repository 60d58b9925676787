//! Revisions from their texts to what is concluded of them: several at once, and none twice.

use anyhow::Result;

use crate::io::git::{Content, History, Looked};
use crate::io::input::Input;
use crate::io::parallel::{hands, in_order};
use crate::io::progress::Progress;
use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::files::Files;
use crate::model::inventory::Inventory;
use crate::model::trend::{Basis, Readiness};
use crate::source::file::Sources;
use crate::source::problem::Problems;
use crate::text::count::count;
use crate::trend::memory::Memory;

/// Why a revision cannot be assessed: the first problem, and how many there are.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) why: String,
    pub(super) problems: usize,
}

impl Fault {
    /// A revision that cannot be assessed for one reason.
    pub(super) fn one(why: impl Into<String>) -> Self {
        Self { why: why.into(), problems: 1 }
    }

    /// Problems of an inventory: the first with its place, in a line.
    fn of(problems: &Problems, sources: &Sources) -> Self {
        let sorted = problems.sorted();
        let first = sorted.first().map(|problem| {
            let place = problem.place.and_then(|place| {
                let at = sources.position(place);
                Some(format!("{}:{}:{}: ", sources.file(place)?.name, at.line, at.column))
            });
            format!("{}{}", place.unwrap_or_default(), problem.message)
        });
        Self { why: first.unwrap_or_default(), problems: sorted.len() }
    }
}

/// What became of a revision.
pub(super) type Outcome = Result<Readiness, Fault>;

/// How many revisions lie open at once.
const OPEN: usize = 64;

/// Where revisions are assessed.
pub(super) struct Desk<'a> {
    catalog: &'a Catalog,
    basis: Basis,
    memory: Memory<Content, Outcome>,
    assessments: usize,
}

impl<'a> Desk<'a> {
    pub(super) fn new(catalog: &'a Catalog, basis: Basis) -> Self {
        Self { catalog, basis, memory: Memory::default(), assessments: 0 }
    }

    /// The day on which something of a day is judged.
    pub(super) fn day(&self, own: Date) -> Date {
        match self.basis {
            Basis::OwnDay => own,
            Basis::OneDay(day) => day,
        }
    }

    /// How many assessments were made.
    pub(super) fn assessments(&self) -> usize {
        self.assessments
    }

    /// What becomes of revisions, by their positions in the history.
    pub(super) fn judge(&mut self, history: &mut History, positions: &[usize]) -> Result<Vec<(usize, Outcome)>> {
        let asked: Vec<(usize, Looked)> =
            positions.iter().filter_map(|at| Some((*at, history.revisions.get(*at)?.clone()))).collect();
        let new = self.memory.unknown(asked.iter().map(|(_, looked)| (&looked.content, self.own_day(looked))));
        let new: Vec<&Looked> = new.iter().filter_map(|at| asked.get(*at)).map(|(_, looked)| looked).collect();
        let progress = Progress::of_revisions(new.len());
        for some in new.chunks(OPEN) {
            // Git is asked by one hand; all others assess.
            let mut open = Vec::new();
            for looked in some {
                let texts = match looked.fault() {
                    Some(why) => Err(why.to_owned()),
                    None => history.texts(looked)?,
                };
                open.push((*looked, texts));
            }
            let made = in_order(&open, hands(), |(looked, texts)| {
                let outcome = match texts {
                    Err(why) => Err(Fault::one(why.as_str())),
                    Ok((sources, problems)) if !problems.is_empty() => Err(Fault::of(problems, sources)),
                    Ok((sources, _)) => self.assess(sources, &looked.files(), self.own_day(looked)),
                };
                progress.done(1);
                outcome
            });
            for (looked, outcome) in some.iter().zip(made) {
                self.assessments += usize::from(outcome.is_ok());
                let day = self.own_day(looked);
                self.memory.keep(looked.content.clone(), day, outcome);
            }
        }
        let known = |looked: &Looked| self.memory.get(&looked.content, self.own_day(looked)).cloned();
        Ok(asked.iter().filter_map(|(at, looked)| Some((*at, known(looked)?))).collect())
    }

    fn own_day(&self, looked: &Looked) -> Date {
        self.day(looked.revision.committed)
    }

    fn assess(&self, sources: &Sources, files: &Files, as_of: Date) -> Outcome {
        concluded(self.catalog, &self.understood(sources, as_of)?, files, as_of)
    }

    /// The inventory on the disk as it reads on a day.
    pub(super) fn read(&self, input: &Input, as_of: Date) -> Result<Inventory, Fault> {
        if !input.problems.is_empty() {
            return Err(Fault::of(&input.problems, &input.sources));
        }
        self.understood(&input.sources, as_of)
    }

    fn understood(&self, sources: &Sources, as_of: Date) -> Result<Inventory, Fault> {
        crate::read(sources, self.catalog, as_of).map_err(|problems| Fault::of(&problems, sources))
    }

    /// What is concluded of an inventory that is in no revision.
    pub(super) fn conclude(&mut self, inventory: &Inventory, files: &Files, as_of: Date) -> Outcome {
        let outcome = concluded(self.catalog, inventory, files, as_of);
        self.assessments += usize::from(outcome.is_ok());
        outcome
    }
}

fn concluded(catalog: &Catalog, inventory: &Inventory, files: &Files, as_of: Date) -> Outcome {
    let readiness = crate::readiness(inventory, catalog, files, as_of);
    if readiness.summary.applicable == 0 {
        let all = count(readiness.summary.criteria, "criterion");
        return Err(Fault::one(format!("nothing is left in scope: all {all} are scoped out")));
    }
    Ok(readiness)
}
