//! What the tests of a control on file found.

use std::collections::BTreeMap;

use crate::model::document::{Control, Test, TestException};
use crate::model::testing;
use crate::model::words::{SampleMethod, TestOf};
use crate::report::account;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::observation::{Method, Observation};
use crate::report::oscal::origin::{Origin, Subject};
use crate::report::oscal::party::TESTER;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::text;

/// Every test of a control of what it is asked for: its design, or its operation.
pub(super) fn observations(desk: &Desk<'_>, control: &Control, of: TestOf) -> Vec<Observation> {
    let mut on_that_day: BTreeMap<String, usize> = BTreeMap::new();
    let tests = control.tests.iter().filter(|test| test.of == of);
    let seen = tests.map(|test| {
        let day = day(test);
        let before = on_that_day.entry(day.clone()).or_default();
        *before += 1;
        observation(desk, control, test, &[control.id.as_str(), of.word(), &day, &before.to_string()])
    });
    seen.collect()
}

/// The day of a test, or that it has none.
fn day(test: &Test) -> String {
    test.date.as_ref().map_or_else(|| "undated".to_owned(), |date| date.value.to_string())
}

fn observation(desk: &Desk<'_>, control: &Control, test: &Test, key: &[&str]) -> Observation {
    let (id, of) = (&control.id.value, test.of);
    let title = text::title(&format!("{id}: test of {of}, {}", day(test)), id);
    let party = test.by.as_ref().and_then(|by| desk.parties.party(&by.value));
    let props = [
        Prop::said("control", Some(id.as_str())),
        Some(Prop::ours("test-of", of)),
        testing::outcome(test, desk.assessment.as_of).map(|outcome| Prop::ours("test-outcome", outcome)),
    ];
    let date = test.date.as_ref().map(|date| date.value);
    let conventions = &desk.assessment.inventory.conventions;
    let in_date = || date.filter(|_| of == TestOf::Design).map(|date| conventions.test_freshness().after(date));
    Observation {
        props: props.into_iter().flatten().collect(),
        methods: [Method::Test],
        origins: [party.map_or_else(|| Origin::tool(desk), |party| Origin::party(party, TESTER))],
        subjects: Subject::of_control(desk, control),
        collected: Observation::seen(desk, date),
        expires: in_date().map(text::moment),
        ..Observation::plain(desk, desk.ids.id("test", key), title, told(desk, control, test))
    }
}

/// Who tested what and when, how much was looked at, and what was found.
fn told(desk: &Desk<'_>, control: &Control, test: &Test) -> String {
    let by = test.by.as_ref().map_or("Nobody named", |by| desk.assessment.inventory.person_name(&by.value));
    let on = test
        .date
        .as_ref()
        .map_or_else(|| ", on a day that is not given".to_owned(), |date| format!(" on {}", date.value));
    let time = test.period.as_ref().map_or_else(String::new, |period| format!(", for {period}"));
    let tested =
        format!("{by} tested the {} of the control `{}` ({}){time}{on}.", test.of, control.id.value, control.name.0);
    let outcome = testing::outcome(test, desk.assessment.as_of).map_or("no conclusion", |outcome| outcome.word());
    let found = found(desk, test).unwrap_or_else(|| "No exception is listed".to_owned());
    let lead = text::paragraphs([tested, format!("{}{found}; it came to: {outcome}.", looked_at(test))]);
    let exceptions = test.exceptions.iter().map(|exception| deviation(desk, exception));
    let exceptions = text::list("What deviated:", exceptions);
    std::iter::once(lead).chain(exceptions).collect::<Vec<_>>().join("\n\n")
}

/// `25 of 142 items were looked at. `
fn looked_at(test: &Test) -> String {
    let of = test.population.as_ref().and_then(|population| population.size);
    let of = of.map_or_else(String::new, |size| format!(" of {size}"));
    let sample = test.sample.as_ref();
    match (sample.and_then(|sample| sample.size.as_ref()), sample.and_then(|sample| sample.method)) {
        (Some(size), method) => {
            let how = method.map_or_else(String::new, |method| format!(" (method: {method})"));
            format!("Items looked at: {}{of}{how}. ", size.value)
        }
        (None, Some(SampleMethod::All)) => format!("Items looked at: all{of}. "),
        (None, _) if of.is_empty() => String::new(),
        (None, _) => format!("Items looked at: not said{of}. "),
    }
}

fn found(desk: &Desk<'_>, test: &Test) -> Option<String> {
    let open = |exception: &&TestException| !testing::is_resolved(exception, desk.assessment.as_of);
    account::exceptions(test.exceptions.len(), test.exceptions.iter().filter(open).count())
}

fn deviation(desk: &Desk<'_>, exception: &TestException) -> String {
    let item = exception.item.as_deref().unwrap_or("An item that is not named");
    let what = exception.description.as_deref().map_or_else(|| ended(item), |what| ended(&format!("{item}: {what}")));
    let cause = exception.root_cause.as_deref().map_or_else(String::new, |cause| ended(&format!(" Cause: {cause}")));
    let resolved = exception.resolved.as_ref().filter(|_| testing::is_resolved(exception, desk.assessment.as_of));
    let resolved = resolved.map_or_else(|| "Not resolved".to_owned(), |day| format!("Resolved on {}", day.value));
    format!("{what}{cause} {resolved}.")
}

/// A sentence with its end.
fn ended(text: &str) -> String {
    let text = text.trim_end();
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{text}{stop}")
}
