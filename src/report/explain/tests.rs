//! The tests of a control, each with what it looked at, what it found and whether it counts.

use crate::model::assessment::Assessment;
use crate::model::document::{Control, Population, Sample, Test, TestException};
use crate::model::level::Level;
use crate::model::settings::Drawn;
use crate::model::testing::{deviates, is_resolved, last_effective, retest, tests_in, time_of};
use crate::model::words::{Conclusion, Execution, SampleMethod, TestOf};
use crate::report::account;
use crate::report::explain::page::Item;
use crate::report::explain::standing::newest_first;
use crate::source::file::Located;
use crate::source::reader::Text;
use crate::text::count::{count, number};
use crate::text::list::{and, or};

/// Every test of a control, the newest first.
pub(super) fn items(assessment: &Assessment<'_>, control: &Control) -> Vec<Item> {
    let told =
        control.tests.iter().map(|test| (test.date.as_ref().map(|date| date.value), item(assessment, control, test)));
    newest_first(told.collect())
}

fn item(assessment: &Assessment<'_>, control: &Control, test: &Test) -> Item {
    let on = test.date.as_ref().map_or("without a date".to_owned(), |date| format!("on {}", date.value));
    let by = test.by.as_ref().map_or("by nobody named".to_owned(), |by| format!("by {}", name(assessment, &by.value)));
    let tested = test.period.as_ref().map_or_else(String::new, |period| format!(", of {period}"));
    let conclusion = match test.conclusion {
        Some(conclusion) => format!("concluded `{conclusion}`"),
        None => "without a conclusion".to_owned(),
    };
    let exceptions = exceptions(assessment, test);
    let under = [
        counts(assessment, test).map(|how| Item::of("Counts", how)),
        test.population.as_ref().map(|population| Item::of("Population", self::population(population))),
        test.sample.as_ref().map(|sample| Item::of("Sample", self::sample(assessment, control, test, sample))),
    ];
    let exceptions_under = test.exceptions.iter().map(|exception| self::exception(assessment, exception));
    let after = [
        retested(assessment, control, test).map(|words| Item::of("Retest", words)),
        Some(Item::of("Tester", tester(assessment, control, test))),
    ];
    Item::of(format!("Test of {}", test.of), format!("{on}, {by}{tested}, {conclusion}{exceptions}."))
        .with(under.into_iter().flatten().chain(exceptions_under).chain(after.into_iter().flatten()))
}

/// How many exceptions a test lists, and how many of them are put right: `, with 3 exceptions, 1 of them not resolved`.
fn exceptions(assessment: &Assessment<'_>, test: &Test) -> String {
    let unresolved = test.exceptions.iter().filter(|exception| !is_resolved(exception, assessment.as_of)).count();
    account::exceptions(test.exceptions.len(), unresolved).map_or_else(String::new, |told| format!(", with {told}"))
}

fn name<'a>(assessment: &'a Assessment<'_>, person: &'a str) -> &'a str {
    assessment.inventory.person_name(person)
}

/// How far a test counts, where it does not count in full.
fn counts(assessment: &Assessment<'_>, test: &Test) -> Option<String> {
    let ahead = test.date.as_ref().filter(|date| date.value > assessment.as_of);
    if let Some(date) = ahead {
        return Some(format!("no: {} lies after the day of the assessment, {}.", date.value, assessment.as_of));
    }
    if test.of == TestOf::Design {
        return None;
    }
    let Some(period) = assessment.inventory.scope.report.period() else {
        return Some("no: a Type I report speaks of design only.".to_owned());
    };
    let outside = time_of(test).filter(|time| !time.overlaps(period));
    let how = match (outside, &test.date, test.conclusion) {
        (Some(time), _, _) if test.period.is_none() => {
            format!("no: it names no time tested, so it speaks of its day, {time}, outside the period, {period}.")
        }
        (Some(time), _, _) => format!("no: it speaks of {time}, outside the period, {period}."),
        (None, None, _) => "at most against the control: nobody can tell when it was done.".to_owned(),
        (None, Some(_), None) if deviates(test) => "only against the control: it has no conclusion.".to_owned(),
        (None, Some(_), None) => "no: it has no conclusion.".to_owned(),
        (None, Some(_), Some(_)) => return None,
    };
    Some(how)
}

fn population(population: &Population) -> String {
    let size = population.size.map_or("nobody says of how many items".to_owned(), |size| count(whole(size), "item"));
    let reconciled = population.reconciled.map(|checked| if checked { "checked" } else { "not checked" });
    let digest = population
        .digest
        .as_ref()
        .map_or_else(String::new, |digest| format!(" SHA-256 of its ids, sorted, a line each: `{}`.", digest.value.0));
    let known = [
        ("source", population.source.as_ref().map(|source| format!("from {source}"))),
        ("day of retrieval", population.retrieved.as_ref().map(|on| format!("retrieved on {}", on.value))),
        ("whether it is complete", reconciled.map(|checked| format!("{checked} to be complete"))),
    ];
    let said = known.iter().filter_map(|(_, words)| words.clone());
    let said: Vec<String> = std::iter::once(size).chain(said).collect();
    let unsaid: Vec<&str> = known.iter().filter(|(_, words)| words.is_none()).map(|(what, _)| *what).collect();
    let unsaid = if unsaid.is_empty() { String::new() } else { format!(" Not said: {}.", and(unsaid)) };
    let zero = if population.size == Some(0) { " Nothing called for the control." } else { "" };
    format!("{}.{digest}{unsaid}{zero}", said.join(", "))
}

fn sample(assessment: &Assessment<'_>, control: &Control, test: &Test, sample: &Sample) -> String {
    let of = test.population.as_ref().and_then(|population| population.size);
    let of_all = of.map_or_else(String::new, |of| format!(" of {}", number(whole(of))));
    let size = match (&sample.size, sample.method) {
        (Some(size), _) => format!("{}{of_all}", count(whole(size.value), "item")),
        (None, Some(SampleMethod::All)) => format!("every item{of_all}"),
        (None, _) => format!("nobody says how many items{of_all}"),
    };
    let method = sample.method.map_or("nobody says how it was chosen".to_owned(), |method| format!("`{method}`"));
    let seed = sample.seed.map_or_else(String::new, |seed| format!(", seed {seed}"));
    let convention = if test.of == TestOf::Operation { convention(assessment, control, of) } else { String::new() };
    format!("{size}, {method}{seed}.{convention}")
}

/// How many items the conventions ask for: ` The convention asks for 20, 25 or 40 by risk, low to high, never for more than there are`.
fn convention(assessment: &Assessment<'_>, control: &Control, population: Option<u32>) -> String {
    let automated = control.execution == Some(Execution::Automated);
    let drawn = Drawn::new(control.frequency, automated, population);
    let mut sizes = [Level::Low, Level::Moderate, Level::VeryHigh]
        .map(|impact| assessment.inventory.conventions.sample(drawn, impact).to_string())
        .to_vec();
    let by_risk = if sizes.iter().all(|size| Some(size) == sizes.first()) { "" } else { " by risk, low to high" };
    if by_risk.is_empty() {
        sizes.truncate(1);
    }
    format!(" The convention asks for {}{by_risk}, never for more than there are; ask your auditor.", or(sizes))
}

fn exception(assessment: &Assessment<'_>, exception: &TestException) -> Item {
    let label = exception.item.as_deref().map_or("Exception".to_owned(), |item| format!("Exception {item}"));
    let told = exception.description.as_deref().unwrap_or("What was found is not said.");
    let cause = exception.root_cause.as_deref().map_or("not said.".to_owned(), ended);
    let resolved = match &exception.resolved {
        Some(day) if day.value <= assessment.as_of => format!("Resolved on {}.", day.value),
        Some(day) => format!("To be resolved on {}, after the day of the assessment.", day.value),
        None => "Not resolved.".to_owned(),
    };
    Item::of(label, format!("{} Root cause: {cause} {resolved}", ended(told)))
}

/// A text that ends as a sentence does.
fn ended(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

/// Whether a later test found a control effective that this one did not.
fn retested(assessment: &Assessment<'_>, control: &Control, test: &Test) -> Option<String> {
    let period = assessment.inventory.scope.report.period()?;
    let tests: Vec<&Test> = tests_in(control, period, assessment.as_of).collect();
    let found = deviates(test) || test.conclusion == Some(Conclusion::Deficient);
    if !found || !tests.contains(&test) {
        return None;
    }
    Some(match retest(test, last_effective(&tests, assessment.as_of)) {
        Some(day) => format!("passed on {day}. What was found before stays found."),
        None => "none that found the control effective is on file.".to_owned(),
    })
}

/// Who tested, and whether that is somebody else than who answers for the control or does it.
fn tester(assessment: &Assessment<'_>, control: &Control, test: &Test) -> String {
    let Some(by) = &test.by else {
        return "not named, so that nobody can tell whether somebody independent tested.".to_owned();
    };
    let is = |person: &Option<Located<Text>>| person.as_ref().is_some_and(|person| person.value == by.value);
    let parts = [(is(&control.owner), "owner"), (is(&control.performer), "performer")];
    let roles = and(parts.iter().filter(|(holds, _)| *holds).map(|(_, role)| *role));
    let who = name(assessment, &by.value);
    if roles.is_empty() {
        format!("{who} neither answers for the control nor does it.")
    } else {
        format!("{who} is the {roles} of the control, and so not independent.")
    }
}

fn whole(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
