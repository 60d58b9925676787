//! One inventory of a portfolio, from its files to its row. The assessment is let go with the function that made it.

use anyhow::Result;

use crate::Request;
use crate::cli::command::portfolio::reports::Reports;
use crate::cli::output::Outputs;
use crate::io::portfolio::{Place, is_readable};
use crate::io::{evidence, input};
use crate::model::assessment::Assessment;
use crate::model::catalog::Catalog;
use crate::model::portfolio::{Client, Unassessed};
use crate::portfolio::client::client;
use crate::report::problems;
use crate::source::file::Sources;
use crate::source::problem::Problems;
use crate::text::escape::terminal;

/// What every inventory of a portfolio is assessed with.
pub(super) struct Desk<'a, Render: 'static> {
    pub(super) catalog: &'a Catalog,
    pub(super) request: Request,
    pub(super) outputs: &'a Outputs<Render>,
    pub(super) reports: Option<&'a Reports>,
}

/// What became of an inventory.
pub(super) enum Outcome {
    /// It was assessed; with what is to be told of its reports, where one could not be written.
    Assessed(Box<Client>, String),
    /// It could not be assessed; with what is to be told of it.
    Not(Unassessed, String),
    /// A file to be written is part of it, so nothing is written at all.
    Refused(String),
}

impl<Render> Desk<'_, Render> {
    /// Reads and assesses the inventory of a number, and writes its reports.
    pub(super) fn outcome(&self, number: usize, place: &Place) -> Outcome {
        match self.attempt(number, place) {
            Ok(outcome) => outcome,
            Err(error) => not(place, &format!("{error:#}")),
        }
    }

    fn attempt(&self, number: usize, place: &Place) -> Result<Outcome> {
        if !is_readable(&place.path) {
            return Ok(not(place, "it is no file: a link that leads nowhere, or a pipe or a device"));
        }
        let read = input::read(std::slice::from_ref(&place.path))?;
        if let Err(refused) = self.outputs.refuse_to_overwrite_files(&read.sources) {
            return Ok(Outcome::Refused(format!("{refused:#}")));
        }
        if !read.problems.is_empty() {
            return Ok(faulty(place, &read.problems, &read.sources));
        }
        let inventory = match crate::read(&read.sources, self.catalog, self.request.as_of) {
            Ok(inventory) => inventory,
            Err(problems) => return Ok(faulty(place, &problems, &read.sources)),
        };
        if let Err(refused) = self.outputs.refuse_to_overwrite(&read.sources, &inventory) {
            return Ok(Outcome::Refused(format!("{refused:#}")));
        }
        let files = evidence::look_up_beside(&inventory, &read.sources);
        // A row tells no odds; only a report does.
        let assess = if self.reports.is_some() { crate::assess } else { crate::assess_without_odds };
        let assessment = assess(&read.sources, &inventory, self.catalog, &files, &self.request);
        if assessment.summary.applicable == 0 {
            let all = assessment.summary.criteria;
            return Ok(not(place, &format!("nothing is left in scope: all {all} criteria are scoped out")));
        }
        Ok(self.kept(number, place, &assessment))
    }

    fn kept(&self, number: usize, place: &Place, assessment: &Assessment<'_>) -> Outcome {
        let mut client = client(&place.name, assessment);
        let mut told = String::new();
        if let Some(reports) = self.reports {
            (client.reports, told) = reports.write(number, assessment);
        }
        Outcome::Assessed(Box::new(client), told)
    }
}

/// An inventory with problems.
fn faulty(place: &Place, problems: &Problems, sources: &Sources) -> Outcome {
    let sorted = problems.sorted();
    let first = sorted.first().map_or_else(String::new, |problem| problem.message.clone());
    let unassessed = Unassessed { name: place.name.clone(), problems: sorted.len(), first };
    Outcome::Not(unassessed, problems::short(problems, sources))
}

/// An inventory that cannot be assessed for one reason.
fn not(place: &Place, why: &str) -> Outcome {
    let unassessed = Unassessed { name: place.name.clone(), problems: 1, first: why.to_owned() };
    Outcome::Not(unassessed, format!("{}\n", terminal(why)))
}
