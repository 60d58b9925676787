//! The assessment as the sections ask about it: who, where, which.

use std::collections::BTreeMap;

use crate::model::assessment::{Assessment, CriterionResult};
use crate::model::catalog::Criterion;
use crate::model::document::Control;
use crate::model::gap::Gap;
use crate::model::risk::Rating;
use crate::model::verdict::Verdict;
use crate::model::words::PointsOfFocus;
use crate::report::Options;
use crate::report::anchor::anchor;
use crate::report::markdown::words;
use crate::source::file::Place;

/// An assessment with what was asked of the report.
pub(super) struct View<'a> {
    pub(super) assessment: &'a Assessment<'a>,
    pub(super) options: &'a Options,
    /// Every gap by its id, and whether this report lists it.
    gaps: BTreeMap<&'a str, (&'a Gap, bool)>,
}

impl<'a> View<'a> {
    pub(super) fn new(assessment: &'a Assessment<'a>, options: &'a Options) -> Self {
        let mut gaps: BTreeMap<&str, (&Gap, bool)> =
            assessment.gaps.iter().map(|gap| (gap.id(), (gap, false))).collect();
        for gap in options.listed(assessment) {
            gaps.insert(gap.id(), (gap, true));
        }
        Self { assessment, options, gaps }
    }

    /// The gaps this report lists, worst first.
    pub(super) fn listed(&self) -> impl Iterator<Item = &'a Gap> {
        self.options.listed(self.assessment)
    }

    /// A gap by its id.
    pub(super) fn gap(&self, id: &str) -> Option<&'a Gap> {
        self.gaps.get(id).map(|(gap, _)| *gap)
    }

    /// The number of a gap, leading to where it is told, where it is.
    pub(super) fn number(&self, gap: &Gap) -> String {
        match self.gaps.get(gap.id()) {
            Some((_, true)) => format!("[{}](#{})", gap.number, anchor(gap.id())),
            Some((_, false)) | None => gap.number.to_string(),
        }
    }

    /// The numbers of gaps given by their positions, which is their order by weight.
    pub(super) fn numbers(&self, positions: &[usize]) -> String {
        let gaps = positions.iter().filter_map(|at| self.assessment.gaps.get(*at));
        words::some(gaps.map(|gap| self.number(gap)))
    }

    /// What the catalog says of a criterion that was judged.
    pub(super) fn criterion(&self, result: &CriterionResult) -> Option<&'a Criterion> {
        self.assessment.catalog.criteria.get(result.criterion)
    }

    /// The criteria a gap touches.
    pub(super) fn criteria(gap: &Gap) -> String {
        words::some(gap.finding.criteria.iter().map(ToString::to_string))
    }

    /// The control a gap is about.
    pub(super) fn control(&self, gap: &Gap) -> Option<&'a Control> {
        self.assessment.inventory.controls.get(gap.finding.control?)
    }

    /// The ids of controls given by their positions.
    pub(super) fn controls(&self, positions: &[usize]) -> String {
        let controls = positions.iter().filter_map(|at| self.assessment.inventory.controls.get(*at));
        words::some(controls.map(|control| words::code(&control.id)))
    }

    /// The name of a person.
    pub(super) fn person(&self, id_or_name: &str) -> String {
        words::plain(self.assessment.inventory.person_name(id_or_name))
    }

    /// File and line of a place.
    pub(super) fn place(&self, place: Place) -> String {
        let file = self.assessment.sources.file(place).map_or("", |file| file.name.as_str());
        words::code(&format!("{file}:{}", self.assessment.sources.position(place).line))
    }

    /// Whether the report speaks of operation too.
    pub(super) fn type2(&self) -> bool {
        self.assessment.inventory.scope.report.is_type2()
    }

    /// Whether points of focus are shown.
    pub(super) fn points(&self) -> bool {
        self.assessment.inventory.conventions.points_of_focus == PointsOfFocus::Advisory
    }

    /// A verdict on operation as a cell, where the report has such a column.
    pub(super) fn operation(&self, verdict: Option<Verdict>) -> Option<String> {
        self.type2().then(|| verdict.map_or_else(String::new, |verdict| verdict.plain().to_owned()))
    }
}

/// A word of a fixed vocabulary for people: `in progress`.
pub(super) fn spaced(word: &str) -> String {
    word.replace('-', " ")
}

/// Level and score: `high, 88`.
pub(super) fn rating(rating: Rating) -> String {
    format!("{}, {}", rating.level.plain(), rating.score)
}
