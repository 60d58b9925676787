//! `gapcheck portfolio`: many inventories in one table, and a report for each.

mod one;
mod reports;

use anyhow::{Result, bail};

use crate::Request;
use crate::cli::args;
use crate::cli::command::portfolio::one::{Desk, Outcome};
use crate::cli::command::portfolio::reports::Reports;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog};
use crate::cli::output::Outputs;
use crate::io::parallel::{hands, in_order};
use crate::io::portfolio::{Found, find};
use crate::io::progress::Progress;
use crate::io::{clock, output, terminal};
use crate::model::portfolio::Portfolio;
use crate::portfolio::{Common, portfolio};
use crate::report::portfolio::PORTFOLIO_FORMATS;
use crate::report::portfolio::words::{could_not, gate};
use crate::text::escape;

/// Assesses the inventories of a folder, prints them in one table and writes the files that were asked for. One that cannot be
/// assessed is told and does not keep the others from it.
///
/// # Errors
///
/// When the folder holds no inventory, a file to be written is part of one, or the table cannot be written.
pub fn run(args: &args::Portfolio) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, PORTFOLIO_FORMATS)?;
    let Told::Read(catalog) = catalog(args.basis.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
    let found = find(&args.folder)?;
    let reports = Reports::of(args, &found)?;
    let as_of = args.basis.as_of.unwrap_or_else(clock::today);
    let desk = Desk {
        catalog: &catalog,
        request: Request { as_of, fail_on: args.fail_on, baseline: None },
        outputs: &outputs,
        reports: reports.as_ref(),
    };
    let common = Common { catalog: &catalog, as_of, fail_on: args.fail_on, order: args.sort };
    let (portfolio, whole) = assessed(args, &desk, &common, found)?;
    let reports_at = reports.as_ref().map(|reports| reports.seen_from(outputs.first("html")));
    let portfolio = Portfolio { reports_at, ..portfolio };
    outputs.deliver(
        (PORTFOLIO_FORMATS, &args.format),
        |render| render(&portfolio, terminal::PLAIN_WIDTH),
        |render| render(&portfolio, terminal::width()),
    )?;
    Ok(concluded(&portfolio, whole))
}

/// The table, and whether all of it came about: what went wrong is told, each line behind the name it belongs to.
fn assessed(
    args: &args::Portfolio,
    desk: &Desk<'_, crate::report::portfolio::Render>,
    common: &Common<'_>,
    found: Found,
) -> Result<(Portfolio, bool)> {
    let progress = Progress::of_inventories(found.inventories.len());
    let numbered: Vec<_> = found.inventories.iter().enumerate().collect();
    let outcomes = in_order(&numbered, args.jobs.map_or_else(hands, usize::from), |(at, place)| {
        let outcome = desk.outcome(*at, place);
        progress.done(1);
        outcome
    });
    drop(progress);
    let (mut clients, mut unassessed, mut whole) = (Vec::new(), Vec::new(), true);
    for ((_, place), outcome) in numbered.iter().zip(outcomes) {
        let told = match outcome {
            Outcome::Assessed(client, told) => {
                clients.push(*client);
                told
            }
            Outcome::Not(problem, told) => {
                unassessed.push(problem);
                told
            }
            Outcome::Refused(why) => bail!(why),
        };
        whole &= told.is_empty();
        output::tell(&prefixed(&place.name, &told));
    }
    Ok((Portfolio { skipped: found.skipped, ..portfolio(common, clients, unassessed) }, whole))
}

/// Lines, each behind a name.
fn prefixed(name: &str, told: &str) -> String {
    let name = escape::terminal(name);
    told.lines().flat_map(|line| [&*name, ": ", line, "\n"]).collect()
}

/// How the run ends, and why, where that is not well.
fn concluded(portfolio: &Portfolio, whole: bool) -> Exit {
    let gate = gate(portfolio).filter(|_| portfolio.failing().next().is_some());
    let sentences = [could_not(portfolio), gate];
    for sentence in sentences.into_iter().flatten() {
        output::tell(&format!("gapcheck: {}\n", escape::terminal(&sentence)));
    }
    if portfolio.clients.is_empty() && portfolio.len() > 1 {
        output::tell(
            "gapcheck: files that are parts of one inventory are for `gapcheck assess`, which reads a folder as one\n",
        );
    }
    match portfolio.failing().next() {
        _ if !whole => Exit::CouldNot,
        Some(_) => Exit::GateFailed,
        None => Exit::Done,
    }
}
