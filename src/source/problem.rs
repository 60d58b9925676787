//! What is wrong with an input: always with a place, always with a way on.

use crate::source::file::Place;

/// A fault of the input, for the person who wrote it.
///
/// Messages are one line, lower case, without a full stop, the writer's own words in backticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands; absent only when there is no text to point at.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: String,
    /// A few words beside the underlined text.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that belong to the fault, such as the first of two equal ids, each with a few words.
    pub related: Vec<(Place, String)>,
}

impl Problem {
    /// A fault at a place.
    #[must_use]
    pub fn at(place: Place, message: impl Into<String>) -> Self {
        Self { place: Some(place), message: message.into(), label: String::new(), help: None, related: Vec::new() }
    }

    /// A fault that has no place in any text.
    #[must_use]
    pub fn anywhere(message: impl Into<String>) -> Self {
        Self { place: None, message: message.into(), label: String::new(), help: None, related: Vec::new() }
    }

    /// With words beside the underlined text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With another place.
    #[must_use]
    pub fn related(mut self, place: Place, words: impl Into<String>) -> Self {
        self.related.push((place, words.into()));
        self
    }
}

/// Every fault found in one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    /// Adds a fault.
    pub fn add(&mut self, problem: Problem) {
        self.list.push(problem);
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The faults in the order of the text, each once; those without a place come first.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Problem> {
        let mut sorted: Vec<&Problem> = self.list.iter().collect();
        sorted.sort_by(|a, b| (a.place, &a.message).cmp(&(b.place, &b.message)));
        sorted.dedup();
        sorted
    }
}
