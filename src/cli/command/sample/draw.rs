//! The sample that was asked for, or the one a worksheet is of.

use anyhow::{Result, bail};

use crate::cli::command::sample::Ground;
use crate::cli::command::sample::lists::{Lists, read_day};
use crate::cli::command::sample::person::person;
use crate::model::date::Period;
use crate::model::document::{Population, Test};
use crate::model::sampling::{Listed, Provenance, Sampling, Seed, Size};
use crate::model::words::TestOf;
use crate::sample::draw::{derived_seed, draw};
use crate::sample::population::{Wanted, population};
use crate::text::count::{count, number};

/// How a list is read.
pub(super) struct Read<'a> {
    pub(super) id: Option<&'a str>,
    pub(super) date: Option<&'a str>,
    pub(super) sheet: Option<&'a str>,
    pub(super) period: Period,
}

/// Draws the sample that was asked for; `None` where the list has faults, which were told.
///
/// # Errors
///
/// When the list cannot be read, or more is to be drawn than there is.
pub(super) fn asked<'a>(ground: &Ground<'a>) -> Result<Option<Sampling<'a>>> {
    let reading = &ground.args.reading;
    let read = Read {
        id: reading.id.as_deref(),
        date: reading.date.as_deref(),
        sheet: reading.sheet.as_deref(),
        period: period(ground)?,
    };
    let Some(listed) = listed(ground, &read)? else { return Ok(None) };
    let size = size(ground, &listed, &read.period)?;
    let seed = match ground.args.seed {
        Some(number) => Seed { number, chosen: true },
        None => Seed { number: derived_seed(&listed.digest, &ground.control.id.value), chosen: false },
    };
    sampling(ground, read.period, listed, (size, seed)).map(Some)
}

fn period(ground: &Ground<'_>) -> Result<Period> {
    match (ground.args.reading.period, ground.inventory.scope.report.period()) {
        (Some((start, end)), _) if end < start => bail!("--period ends on {end}, before it begins on {start}"),
        (Some((start, end)), _) => Ok(Period::between(start, end)),
        (None, Some(period)) => Ok(period.clone()),
        (None, None) => bail!(
            "the report is type 1 and has no observation period; say what time the list is of with --period, such as \
             --period 2026-07-01..2026-09-30"
        ),
    }
}

/// The population; `None` where the list has faults, which were told.
pub(super) fn listed(ground: &Ground<'_>, read: &Read<'_>) -> Result<Option<Listed>> {
    let Some(lists) = Lists::read(&ground.args.population, "lists the population")? else { return Ok(None) };
    lists.tell_left_out();
    let wanted = Wanted { id: read.id, date: read.date, period: &read.period, read_day };
    match population(lists.one(read.sheet)?, &wanted) {
        Ok(listed) => Ok(Some(Listed {
            file: lists.name,
            file_digest: lists.digest,
            sheet: read.sheet.map(str::to_owned),
            ..listed
        })),
        Err(problems) => {
            lists.tell(&problems, "nothing was drawn");
            Ok(None)
        }
    }
}

/// How many items to draw, and why.
fn size(ground: &Ground<'_>, listed: &Listed, period: &Period) -> Result<Size> {
    let there = u32::try_from(listed.ids.len()).unwrap_or(u32::MAX);
    let test = Test {
        of: TestOf::Operation,
        period: Some(period.clone()),
        population: Some(Population { size: Some(there), ..Population::default() }),
        ..Test::default()
    };
    let table = crate::items_to_test(ground.inventory, ground.catalog, &ground.control.id.value, &test);
    let Some((items, because)) = table else { bail!("no control has the id `{}`", ground.control.id.value.as_str()) };
    match ground.args.size {
        None => Ok(Size { items, because }),
        Some(asked) if asked > there => bail!(
            "--size asks for {}, but the population holds only {}",
            number(usize::try_from(asked).unwrap_or(usize::MAX)),
            count(listed.ids.len(), "item")
        ),
        Some(asked) => {
            let asks = count(usize::try_from(asked).unwrap_or(usize::MAX), "item");
            let verdict =
                if asked < items { " That is fewer than called for: `sample-too-small` will say so." } else { "" };
            Ok(Size { items: asked, because: format!("{asks}, as asked with --size. {because}{verdict}") })
        }
    }
}

/// The sample of a population.
///
/// # Errors
///
/// When it cannot be said who tests.
pub(super) fn sampling<'a>(
    ground: &Ground<'a>,
    period: Period,
    population: Listed,
    (size, seed): (Size, Seed),
) -> Result<Sampling<'a>> {
    let items = draw(&population.ids, seed.number, usize::try_from(size.items).unwrap_or(usize::MAX));
    let source = ground.args.source.clone().unwrap_or_else(|| population.file.clone());
    Ok(Sampling {
        inventory: ground.inventory,
        control: ground.control,
        attributes: crate::sample::attributes(ground.control),
        period,
        provenance: Provenance { source, retrieved: ground.args.retrieved },
        seed,
        size,
        items,
        tester: ground.args.by.as_deref().map(|by| person(ground.inventory, by)).transpose()?,
        tested: ground.args.date_of_test,
        population,
    })
}
