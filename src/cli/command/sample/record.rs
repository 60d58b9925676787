//! A filled-in worksheet, brought back into the inventory as a test of operation.

use std::path::Path;

use anyhow::{Result, anyhow, bail};

use crate::cli::command::sample::Ground;
use crate::cli::command::sample::draw::{Read, listed, sampling};
use crate::cli::command::sample::lists::{Lists, read_day};
use crate::cli::command::sample::person::person;
use crate::cli::exit::Exit;
use crate::edit;
use crate::io::text::STDIN_NAME;
use crate::io::{clock, output};
use crate::model::date::Date;
use crate::model::sampling::{Day, Fact, Provenance, Sampling, Seed, Size, Worksheet};
use crate::report::problems;
use crate::sample::draw::derived_seed;
use crate::sample::outcome::{belongs, deviations, number, period};
use crate::sample::record::{Known, Tested};
use crate::sample::worksheet;
use crate::source::file::{SourceFile, Sources};
use crate::source::problem::{Problem, Problems};
use crate::text::count::count;
use crate::text::escape::terminal;

/// What is said where nothing came of it.
const NOTHING: &str = "nothing was recorded";

/// Records a worksheet.
///
/// # Errors
///
/// When something cannot be read or written, or does not fit together: then nothing is written.
pub(super) fn record(ground: &Ground<'_>, path: &Path) -> Result<Exit> {
    let Some(lists) = Lists::read(path, "is the worksheet")? else { return Ok(Exit::CouldNot) };
    let told = |problems: &Problems| {
        lists.tell(problems, NOTHING);
        Ok(Exit::CouldNot)
    };
    let sheet = match worksheet::read(&lists.all) {
        Ok(sheet) => sheet,
        Err(problems) => return told(&problems),
    };
    let sampling = match drawn_again(ground, &sheet)? {
        Again::Drawn(sampling) => sampling,
        Again::Told => return Ok(Exit::CouldNot),
        Again::Not(problem) => {
            let mut problems = Problems::default();
            problems.add(problem);
            return told(&problems);
        }
    };
    let deviations = match deviations(&sheet, &sampling, read_day) {
        Ok(deviations) => deviations,
        Err(problems) => return told(&problems),
    };
    let (on, dated) = day(ground, &sheet)?;
    let by = tester(ground, &sheet)?;
    let tested = Tested { sampling: &sampling, on, dated, by, reconciled: ground.args.reconciled, deviations };
    check_days(&tested)?;
    write(ground, &tested)
}

/// A sample drawn as its worksheet says it was.
enum Again<'a> {
    Drawn(Box<Sampling<'a>>),
    /// The list has faults, which were told.
    Told,
    /// The worksheet does not belong to it.
    Not(Problem),
}

fn drawn_again<'a>(ground: &Ground<'a>, sheet: &Worksheet) -> Result<Again<'a>> {
    let said = || Ok((period(sheet)?, number(sheet, Fact::Seed)?, number(sheet, Fact::SampleSize)?));
    let (period, seed, items) = match said() {
        Ok(said) => said,
        Err(problem) => return Ok(Again::Not(problem)),
    };
    let read = Read {
        id: sheet.fact(Fact::IdColumn),
        date: sheet.fact(Fact::DateColumn),
        sheet: sheet.fact(Fact::Sheet),
        period,
    };
    let Some(listed) = listed(ground, &read)? else { return Ok(Again::Told) };
    if let Err(problem) = belongs(sheet, &ground.control.id.value, &listed) {
        return Ok(Again::Not(problem));
    }
    let chosen = seed != derived_seed(&listed.digest, &ground.control.id.value);
    let size = Size { items, because: sheet.fact(Fact::SizeBecause).unwrap_or_default().to_owned() };
    let mut sampling = sampling(ground, read.period, listed, (size, Seed { number: seed, chosen }))?;
    let source =
        ground.args.source.as_deref().or(sheet.fact(Fact::Source)).unwrap_or(&sampling.population.file).to_owned();
    let retrieved = match ground.args.retrieved {
        Some(day) => Some(day),
        None => said_day(sheet, Fact::Retrieved)?,
    };
    sampling.provenance = Provenance { source, retrieved };
    Ok(Again::Drawn(Box::new(sampling)))
}

/// A day that somebody wrote into a worksheet.
fn said_day(sheet: &Worksheet, fact: Fact) -> Result<Option<Date>> {
    let Some(said) = sheet.fact(fact) else { return Ok(None) };
    match read_day(said) {
        Day::On(day) => Ok(Some(day)),
        Day::Ambiguous => {
            bail!("the worksheet says `{said}` for `{}`, which may be two days; write it as 2026-11-22", fact.key())
        }
        Day::None => bail!("the worksheet says `{said}` for `{}`, which is no day; write it as 2026-11-22", fact.key()),
    }
}

/// The day of the test, and whether somebody said so.
fn day(ground: &Ground<'_>, sheet: &Worksheet) -> Result<(Date, bool)> {
    match ground.args.date_of_test {
        Some(day) => Ok((day, true)),
        None => Ok(said_day(sheet, Fact::TestedOn)?.map_or_else(|| (clock::today(), false), |day| (day, true))),
    }
}

fn tester(ground: &Ground<'_>, sheet: &Worksheet) -> Result<Option<String>> {
    let named = ground.args.by.as_deref().or(sheet.fact(Fact::TestedBy));
    match named {
        Some(named) => person(ground.inventory, named).map(Some),
        None if ground.inventory.people.is_empty() => Ok(None),
        None => bail!("nobody says who tested: name one of `people` with --by, or in the worksheet"),
    }
}

/// Refuses days that cannot be: whoever tests has the list, and looks back on the period.
fn check_days(tested: &Tested<'_>) -> Result<()> {
    let (on, end) = (tested.on, tested.sampling.period.end);
    if on < end {
        bail!(
            "the test is dated {on}, and the period it tests ends on {end}: wait until it is over, or draw a sample of a \
             shorter time with --period"
        );
    }
    match tested.sampling.provenance.retrieved {
        Some(day) if day > on => {
            bail!("the list was taken on {day}, after the day of the test, {on}; correct one of the two")
        }
        _ => Ok(()),
    }
}

/// Writes the test under its control, where it does not stand there already.
fn write(ground: &Ground<'_>, tested: &Tested<'_>) -> Result<Exit> {
    let id = ground.control.id.value.as_str();
    let place = ground.control.place;
    let Some(file) = ground.sources.file(place) else { bail!("the control `{id}` stands in no file") };
    match tested.known(ground.control) {
        Known::New => {}
        Known::Recorded => {
            output::tell(&format!(
                "The test of this sample stands in {} already; nothing was changed.\n",
                terminal(&file.name)
            ));
            return Ok(Exit::Done);
        }
        Known::Otherwise(test) => bail!(
            "a test of this sample stands in {} already, on line {}, and says something else; correct it there, or take it \
             out first",
            file.name,
            ground.sources.position(test.place).line
        ),
    }
    if file.name == STDIN_NAME {
        bail!("standard input cannot be written to; name a file");
    }
    let text = edit::edited(&file.text, &[tested.edit()]).map_err(|problem| {
        let help = problem.help.map(|help| format!("; {help}")).unwrap_or_default();
        anyhow!("{}: {}{help}", file.name, problem.message)
    })?;
    if !is_sound(ground, file, &text) {
        return Ok(Exit::CouldNot);
    }
    output::write_over(Path::new(&file.name), &text)?;
    tell(ground, tested, file);
    Ok(Exit::Done)
}

/// Whether the inventory can still be read with a file changed; its problems are told.
fn is_sound(ground: &Ground<'_>, changed: &SourceFile, text: &str) -> bool {
    let files = ground.sources.iter().map(|(_, file)| {
        let text = if file.name == changed.name { text } else { &file.text };
        SourceFile::new(file.name.clone(), text, "")
    });
    let sources = Sources::new(files.collect());
    let read = crate::read(&sources, ground.catalog, clock::today());
    if let Err(problems) = &read {
        output::tell(&problems::render_with(problems, &sources, NOTHING));
    }
    read.is_ok()
}

fn tell(ground: &Ground<'_>, tested: &Tested<'_>, file: &SourceFile) {
    let backup = output::backup(Path::new(&file.name)).display().to_string();
    let items = count(tested.sampling.items.len(), "item");
    let exceptions = count(tested.deviations.len(), "exception");
    let mut said = format!(
        "A test of the operation of {} was written to {}: {items}, {exceptions}, {}. As it was before: {backup}",
        ground.control.id.value.as_str(),
        file.name,
        tested.conclusion()
    );
    if !tested.reconciled {
        said.push_str(
            "\nNothing says that the list is complete; once it is checked, set `reconciled: true` in the inventory.",
        );
    }
    if tested.sampling.provenance.retrieved.is_none() {
        said.push_str("\nNothing says when the list was taken; set `retrieved` in the inventory.");
    }
    output::tell(&format!("{}\n", crate::text::escape::terminal_block(&said)));
}
