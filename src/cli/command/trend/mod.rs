//! `gapcheck trend`: readiness through the git history of an inventory.

mod desk;
mod now;

use anyhow::{Result, bail, ensure};

use crate::cli::args;
use crate::cli::command::trend::desk::{Desk, Outcome};
use crate::cli::command::trend::now::{Now, now};
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog};
use crate::cli::output::Outputs;
use crate::io::git::{History, history, place};
use crate::io::text::{STDIN, display_name};
use crate::io::{clock, input, output, terminal};
use crate::model::trend::{Basis, Skipped, Trend, Wanted};
use crate::report::trend::{TREND_FORMATS, words};
use crate::text::count::counted;
use crate::text::escape;
use crate::trend::pick::{Candidate, pick, within};
use crate::trend::{Judged, points};

/// Reads the history of an inventory, assesses its revisions, prints the trend and writes the files that were asked for.
///
/// # Errors
///
/// When there is no git, no repository or no history, or no revision of those asked for can be assessed.
pub fn run(args: &args::Trend) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, TREND_FORMATS)?;
    let wanted = wanted(args)?;
    let Told::Read(catalog) = catalog(None)? else { return Ok(Exit::CouldNot) };
    let paths = &args.source.inventory;
    ensure!(
        paths.iter().all(|path| path.as_os_str() != STDIN),
        "what comes from standard input has no history; name the file or the folder it comes from"
    );
    let input = input::read(paths)?;
    outputs.refuse_to_overwrite_files(&input.sources)?;
    let mut history = history(&place(paths)?, args.assume_files)?;
    let basis = args.as_of.map_or(Basis::OwnDay, Basis::OneDay);
    let mut desk = Desk::new(&catalog, basis);
    let today = clock::today();
    if let Ok(inventory) = desk.read(&input, desk.day(today)) {
        outputs.refuse_to_overwrite(&input.sources, &inventory)?;
    }
    let picked = picked(&mut desk, &mut history, &wanted)?;
    let asked = !args.committed && within(today, &wanted);
    let now = if asked { now(&mut desk, (&mut history, &input), (today, args.assume_files))? } else { None };
    let trend = trend(args, (&wanted, basis), &history, Found { picked, now, desk: &desk })?;
    outputs.deliver(
        (TREND_FORMATS, &args.format),
        |render| render(&trend, terminal::PLAIN_WIDTH),
        |render| render(&trend, terminal::width()),
    )?;
    tell(&trend);
    Ok(Exit::Done)
}

fn wanted(args: &args::Trend) -> Result<Wanted> {
    if let (Some(since), Some(until)) = (args.since, args.until) {
        ensure!(since <= until, "nothing lies between: `--since {since}` is after `--until {until}`");
    }
    let max = args.max.map(|max| usize::try_from(max).unwrap_or(usize::MAX));
    Ok(Wanted { since: args.since, until: args.until, every: args.every, max })
}

/// What became of the revisions, newest first, as far as they were looked at.
type Picked = Vec<(usize, Outcome)>;

/// Assesses the revisions that are wanted; in the place of one that cannot be assessed comes the one before it.
fn picked(desk: &mut Desk<'_>, history: &mut History, wanted: &Wanted) -> Result<Picked> {
    let all = history.revisions.iter();
    let mut candidates: Vec<Candidate> =
        all.map(|looked| Candidate { day: looked.revision.committed, is_bad: false }).collect();
    let mut outcomes: std::collections::BTreeMap<usize, Outcome> = std::collections::BTreeMap::new();
    loop {
        let picked = pick(&candidates, wanted);
        let new: Vec<usize> = picked.into_iter().filter(|at| !outcomes.contains_key(at)).collect();
        if new.is_empty() {
            return Ok(outcomes.into_iter().collect());
        }
        for (at, outcome) in desk.judge(history, &new)? {
            if let Some(candidate) = candidates.get_mut(at) {
                candidate.is_bad = outcome.is_err();
            }
            outcomes.insert(at, outcome);
        }
    }
}

/// All that was found.
struct Found<'a> {
    picked: Picked,
    now: Option<Now>,
    desk: &'a Desk<'a>,
}

fn trend(
    args: &args::Trend,
    (wanted, basis): (&Wanted, Basis),
    history: &History,
    Found { picked, now, desk }: Found<'_>,
) -> Result<Trend> {
    let (mut judged, mut skipped, mut pointers) = (Vec::new(), Vec::new(), 0);
    for (at, outcome) in picked.into_iter().rev() {
        let Some(looked) = history.revisions.get(at) else { continue };
        let revision = Some(looked.revision.clone());
        match outcome {
            Ok(readiness) => {
                let as_of = desk.day(looked.revision.committed);
                pointers = looked.pointers;
                judged.push(Judged { revision, as_of, paths: looked.paths(), readiness });
            }
            Err(fault) => skipped.push(Skipped { revision, why: fault.why, problems: fault.problems }),
        }
    }
    let uncommitted_files = now.as_ref().map_or(0, |now| now.uncommitted_files);
    match now.map(|now| (now.outcome, now.as_of, now.paths)) {
        Some((Ok(readiness), as_of, paths)) => judged.push(Judged { revision: None, as_of, paths, readiness }),
        Some((Err(fault), ..)) => skipped.push(Skipped { revision: None, why: fault.why, problems: fault.problems }),
        None => {}
    }
    if judged.is_empty() {
        bail!(nothing(history, &skipped));
    }
    let formerly = formerly(&judged, &history.paths);
    Ok(Trend {
        inventory: args.source.inventory.iter().map(|path| display_name(path)).collect(),
        basis,
        wanted: *wanted,
        points: points(judged),
        skipped,
        revisions: history.revisions.len(),
        assessments: desk.assessments(),
        shallow: history.shallow.clone(),
        formerly,
        uncommitted_files,
        pointers,
        files_assumed: args.assume_files,
    })
}

/// Where revisions lay that have none of the names of today.
fn formerly(judged: &[Judged], today: &[String]) -> Vec<String> {
    let elsewhere =
        judged.iter().filter(|one| one.revision.is_some() && !one.paths.iter().any(|path| today.contains(path)));
    let paths: std::collections::BTreeSet<&String> = elsewhere.flat_map(|one| &one.paths).collect();
    if today.is_empty() { Vec::new() } else { paths.into_iter().cloned().collect() }
}

/// Why there is no trend, in a sentence.
fn nothing(history: &History, skipped: &[Skipped]) -> String {
    if let Some(newest) = skipped.last() {
        return format!(
            "none of {} can be assessed; the newest, {}",
            counted(skipped.len(), "revision", "revisions"),
            words::skipped(newest)
        );
    }
    let day = |at: Option<&crate::io::git::Looked>| at.map(|it| it.revision.committed.to_string()).unwrap_or_default();
    let days = [history.revisions.last(), history.revisions.first()].map(day);
    let [first, last] = days;
    format!("no revision was committed in the time asked for; the history of the inventory goes from {first} to {last}")
}

/// Says what is missing, so that whoever reads the result alone does not take it for the whole.
fn tell(trend: &Trend) {
    let skipped = trend.skipped.last().map(|newest| {
        let others = match trend.skipped.len() {
            1 => String::new(),
            all => format!("; the report lists {}", counted(all - 1, "other", "others")),
        };
        format!("could not assess {}{others}", words::skipped(newest))
    });
    for line in trend.shallow.iter().map(words::shallow).chain(skipped) {
        output::tell(&format!("gapcheck: {}\n", escape::terminal(&line)));
    }
}
