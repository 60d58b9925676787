//! Times and numbers of a test: its period, its population, its sample and what deviated.

use crate::model::document::{Population, Sample, Test};
use crate::source::problem::{Problem, Problems};
use crate::text::count::count;
use crate::validate::dates::evidence::is_whole;
use crate::validate::dates::{end, ends_after_start, in_order, start};

pub(super) fn check(test: &Test, problems: &mut Problems) {
    check_dates(test, problems);
    check_exceptions(test, problems);
    let digest = test.population.as_ref().and_then(|population| population.digest.as_ref());
    is_whole(
        digest,
        "it is that of the ids of the population, sorted, a line each: `sort ids.txt | sha256sum`",
        problems,
    );
    let size = test.sample.as_ref().and_then(|sample| sample.size.as_ref());
    let population = test.population.as_ref().and_then(|population| population.size);
    if let (Some(size), Some(population)) = (size, population)
        && size.value > population
    {
        problems.add(
            Problem::at(
                size.place,
                format!("a sample of {} is larger than its population of {population}", size.value),
            )
            .help("the sample is taken from the population; correct one of the two numbers"),
        );
    }
}

/// Whoever tests needs the list before, and looks back on the period. What was put right before it began deviated in no
/// item of it.
fn check_dates(test: &Test, problems: &mut Problems) {
    let tested = ("the test is dated", test.date.as_ref());
    let retrieved = test.population.as_ref().and_then(|population| population.retrieved.as_ref());
    in_order(("its population was retrieved on", retrieved), tested, problems);
    let Some(period) = &test.period else { return };
    ends_after_start("the period tested", period, problems);
    in_order(("the period it tested ended on", Some(&end(period))), tested, problems);
    for exception in &test.exceptions {
        let resolved = ("the exception was resolved on", exception.resolved.as_ref());
        in_order(("the period tested began on", Some(&start(period))), resolved, problems);
    }
}

/// No more items can deviate than were looked at, or than there are.
fn check_exceptions(test: &Test, problems: &mut Problems) {
    let sample =
        test.sample.as_ref().and_then(|Sample { size, .. }| Some((size.as_ref()?.value, size.as_ref()?.place)));
    let population = test.population.as_ref().and_then(|Population { size, place, .. }| Some(((*size)?, *place)));
    let counted = sample.map(|of| (of, "sample")).or_else(|| population.map(|of| (of, "population")));
    let Some(((size, place), of)) = counted else { return };
    let exceptions = test.exceptions.len();
    if u32::try_from(exceptions).is_ok_and(|exceptions| exceptions > size) {
        problems.add(
            Problem::at(place, format!("{} in a {of} of {size}", count(exceptions, "exception")))
                .help(format!("every exception is an item of the {of}; correct the size")),
        );
    }
}
