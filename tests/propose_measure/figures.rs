//! The figures: how often what is proposed is what the source says.

use crate::labelled::Labelled;

/// What was proposed for a control, each way.
pub struct Judged<'a> {
    pub control: &'a Labelled,
    /// By gapcheck, with its confidence.
    pub ours: Vec<(String, u8)>,
    /// By TF-IDF against the texts of the catalog.
    pub catalog: Vec<String>,
    /// By the controls of other sources that are most like it.
    pub neighbours: Vec<String>,
}

/// A way of proposing.
pub type Way = fn(&Judged<'_>) -> Vec<String>;

pub const WAYS: [(&str, Way); 3] = [
    ("`gapcheck map`", |one| one.ours.iter().map(|(id, _)| id.clone()).collect()),
    ("TF-IDF, text of the criteria", |one| one.catalog.clone()),
    ("TF-IDF, nearest five mapped controls", |one| one.neighbours.clone()),
];

/// How well a way does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    /// The share of controls whose first proposal is one of their criteria.
    pub first: f64,
    /// The share of their criteria that is among three proposals.
    pub three: f64,
    /// The share of controls with one of their criteria among three proposals.
    pub hit: f64,
}

impl Figures {
    /// Each control counting alike.
    pub fn of(judged: &[&Judged<'_>], way: Way) -> Self {
        let mut figures = Self::default();
        for one in judged {
            let labels = &one.control.labels;
            let right: Vec<bool> = way(one).iter().take(3).map(|id| labels.contains(id)).collect();
            let among = right.iter().filter(|right| **right).count();
            figures.first += f64::from(u8::from(right.first() == Some(&true)));
            figures.three += among as f64 / labels.len() as f64;
            figures.hit += f64::from(u8::from(among > 0));
        }
        figures.over(judged.len())
    }

    /// Each source counting alike.
    pub fn by_source(judged: &[&Judged<'_>], way: Way) -> Self {
        let sources = sources(judged);
        let mut figures = Self::default();
        for source in &sources {
            let own = Self::of(&of_source(judged, source), way);
            figures.first += own.first;
            figures.three += own.three;
            figures.hit += own.hit;
        }
        figures.over(sources.len())
    }

    fn over(self, of: usize) -> Self {
        let of = of.max(1) as f64;
        Self { first: self.first / of, three: self.three / of, hit: self.hit / of }
    }
}

/// The names of the sources, in order.
pub fn sources(judged: &[&Judged<'_>]) -> Vec<&'static str> {
    let mut names: Vec<&str> = judged.iter().map(|one| one.control.source.name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

pub fn of_source<'a, 'b>(judged: &[&'a Judged<'b>], source: &str) -> Vec<&'a Judged<'b>> {
    judged.iter().copied().filter(|one| one.control.source.name == source).collect()
}

/// Of the proposals told with a confidence from one value to below another: how many there are, what was told of them on
/// average, and how many were right, in percent.
pub fn told_and_right(judged: &[&Judged<'_>], from: u8, below: u8) -> (usize, f64, f64) {
    let all = judged.iter().flat_map(|one| one.ours.iter().map(|(id, told)| (*told, one.control.labels.contains(id))));
    let these: Vec<(u8, bool)> = all.filter(|(told, _)| (from..below).contains(told)).collect();
    let of = these.len().max(1) as f64;
    let told = these.iter().map(|(told, _)| f64::from(*told)).sum::<f64>() / of;
    let right = these.iter().filter(|(_, right)| *right).count() as f64 / of * 100.0;
    (these.len(), told, right)
}

/// What would be written from a confidence on: how many criteria, how many of them right, for how many of the controls.
pub fn written(judged: &[&Judged<'_>], at_least: u8) -> (usize, f64, f64) {
    let (count, _, right) = told_and_right(judged, at_least, 101);
    let covered = judged.iter().filter(|one| one.ours.iter().any(|(_, told)| *told >= at_least)).count();
    (count, right / 100.0, covered as f64 / judged.len().max(1) as f64)
}
