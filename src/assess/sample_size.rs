//! How many items a test of operation should have looked at, and how many it did.

use crate::assess::context::{Context, ControlView};
use crate::assess::occurrence::windows;
use crate::assess::operation::time_of;
use crate::model::date::Period;
use crate::model::document::Test;
use crate::model::level::Level;
use crate::model::operation::Span;
use crate::model::settings::Drawn;
use crate::model::words::{Execution, Frequency, SampleMethod};
use crate::text::count::{count, counted};

/// How many items a test should look at, and why.
pub struct Wanted {
    /// How many.
    pub items: u32,
    /// How many the table asks for, before what there was to look at limits it.
    table: u32,
    /// The row of the table.
    drawn: Drawn,
    /// What is at stake.
    impact: Level,
    /// What there was to look at, where that is less.
    limit: Option<Limit>,
}

/// What there was to look at.
enum Limit {
    /// The items of the population.
    Population,
    /// The occurrences that begin in the time tested.
    Occurrences(Period),
}

/// How many items a test of operation of a control should look at.
#[must_use]
pub fn wanted(context: &Context<'_>, view: ControlView<'_>, test: &Test) -> Wanted {
    let population = test.population.as_ref().and_then(|population| population.size);
    let (drawn, impact) = (drawn(view, population), impact(context, view));
    let table = context.inventory.conventions.sample(drawn, impact);
    let population = population.map(|size| (size, Limit::Population));
    let occurrences =
        time_of(test).and_then(|time| Some((begun(view.control.frequency?, &time)?, Limit::Occurrences(time))));
    // Of two that limit alike, the population is the plainer reason.
    let tightest = population.into_iter().chain(occurrences).min_by_key(|(size, _)| *size);
    match tightest.filter(|(size, _)| *size < table) {
        Some((size, limit)) => Wanted { items: size, table, drawn, impact, limit: Some(limit) },
        None => Wanted { items: table, table, drawn, impact, limit: None },
    }
}

/// Whether what is tested is how a machine is set up, so that there is no list of items to draw from.
#[must_use]
pub fn is_of_a_setting(view: ControlView<'_>) -> bool {
    drawn(view, None) == Drawn::Setting
}

/// How many items a test says it looked at.
#[must_use]
pub fn sample_size(test: &Test) -> Option<u32> {
    test.sample.as_ref()?.size.as_ref().map(|size| size.value)
}

/// Whether a test looked at all items, whatever their number.
#[must_use]
pub fn looked_at_all(test: &Test) -> bool {
    test.sample.as_ref().is_some_and(|sample| sample.method == Some(SampleMethod::All))
}

fn drawn(view: ControlView<'_>, population: Option<u32>) -> Drawn {
    Drawn::new(view.control.frequency, view.control.execution == Some(Execution::Automated), population)
}

/// The gravest of what the control addresses; moderate where it addresses nothing that applies.
fn impact(context: &Context<'_>, view: ControlView<'_>) -> Level {
    let criteria = view.coverage.applicable.iter().filter_map(|id| context.catalog.criterion(*id));
    criteria.map(|criterion| criterion.impact.level).max().unwrap_or(Level::Moderate)
}

/// How many occurrences begin in the time tested, for a control that runs at set times.
fn begun(frequency: Frequency, time: &Period) -> Option<u32> {
    match frequency {
        Frequency::Continuous | Frequency::PerEvent | Frequency::Once => None,
        Frequency::Daily
        | Frequency::Weekly
        | Frequency::Monthly
        | Frequency::Quarterly
        | Frequency::Semiannual
        | Frequency::Annual => {
            let begun = windows(frequency, Span { start: time.start, end: time.end }).len();
            Some(u32::try_from(begun).unwrap_or(u32::MAX))
        }
    }
}

impl Wanted {
    /// Why so many, in whole sentences.
    #[must_use]
    pub fn because(&self) -> String {
        let asked = format!(
            "The table asks for {}: {}, {} impact (convention, ask your auditor; `settings.samples` changes it).",
            items(self.table),
            self.drawn,
            self.impact.plain()
        );
        let size = usize::try_from(self.items).unwrap_or(usize::MAX);
        match &self.limit {
            None => asked,
            Some(Limit::Population) => format!("{asked} Its population holds {}.", items(self.items)),
            Some(Limit::Occurrences(time)) => {
                let begin = counted(size, "occurrence of the control begins", "occurrences of the control begin");
                format!("{asked} {begin} in the time tested, {time}.")
            }
        }
    }
}

/// A number of items in words.
#[must_use]
pub fn items(number: u32) -> String {
    count(usize::try_from(number).unwrap_or(usize::MAX), "item")
}
