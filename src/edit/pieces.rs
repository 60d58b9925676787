//! A long inventory cut into its controls, so that each can be changed by itself: in a tree of ten thousand controls every
//! change would cost as much as in all of them.

use std::collections::BTreeMap;

use crate::model::edit::Edit;
use crate::source::file::{Place, SourceFile};
use crate::source::node::{Entry, Kind, Node};
use crate::source::problem::Problems;
use crate::source::sink::{Outcome, Shape, Sink};
use crate::source::yaml;

/// The key of the list.
const LIST: &str = "controls";

/// A text, cut at the lines on which controls begin.
pub(super) struct Pieces<'t> {
    /// All before the first control.
    pub(super) head: &'t str,
    /// The controls by their ids, each with all up to the next; the last with all up to the next key.
    pub(super) controls: Vec<(String, &'t str)>,
    /// All behind the last control.
    pub(super) tail: &'t str,
}

impl<'t> Pieces<'t> {
    /// Cuts a text; `None` where its controls do not each begin on a line of their own, or where one refers to another.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let mut places = Places::default();
        let file = SourceFile::new("", text, "");
        let mut problems = Problems::default();
        let whole = yaml::read(0, &file, &mut places, &mut problems) == Outcome::Whole && problems.is_empty();
        if !whole || text.contains(['&', '*']) {
            return None;
        }
        let starts: Option<Vec<(String, usize)>> =
            places.controls.into_iter().map(|(id, start)| Some((id?, line_of_dash(text, start)?))).collect();
        let starts = starts?;
        let end = places.next.map_or(text.len(), |start| start_of_line(text, start));
        let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([end]);
        let controls = starts.iter().zip(ends).map(|((id, start), end)| Some((id.clone(), text.get(*start..end)?)));
        let controls: Option<Vec<_>> = controls.collect();
        Some(Self { head: text.get(..starts.first()?.1)?, controls: controls?, tail: text.get(end..)? })
    }
}

/// The changes by the control they are made in, in their order.
pub(super) fn by_control(edits: &[Edit]) -> BTreeMap<&str, Vec<Edit>> {
    let mut of: BTreeMap<&str, Vec<Edit>> = BTreeMap::new();
    for edit in edits {
        if let Edit::Set { control, .. } | Edit::SetIn { control, .. } | Edit::Extend { control, .. } = edit {
            of.entry(control).or_default().push(edit.clone());
        }
    }
    of
}

fn start_of_line(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |line| line + 1)
}

/// Where the line begins on which the dash of an item stands that begins at an offset: it is the first thing on its line, on
/// that of the item or on one before it.
fn line_of_dash(text: &str, item: usize) -> Option<usize> {
    let mut start = start_of_line(text, item);
    let mut line = text.get(start..item)?;
    loop {
        if let Some(behind) = line.trim_start_matches(' ').strip_prefix('-') {
            let behind = behind.trim();
            return (behind.is_empty() || behind.starts_with('#')).then_some(start);
        }
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            return None;
        }
        let end = start.checked_sub(1)?;
        start = start_of_line(text, end);
        line = text.get(start..end)?;
    }
}

/// Where the controls begin, and where the key behind them does.
#[derive(Default)]
struct Places {
    controls: Vec<(Option<String>, usize)>,
    next: Option<usize>,
}

impl Places {
    /// A key that stands behind the controls ends them.
    fn key(&mut self, place: Place) {
        if !self.controls.is_empty() && self.next.is_none() {
            self.next = usize::try_from(place.start).ok();
        }
    }
}

impl<'s> Sink<'s> for Places {
    fn shape(&self) -> Shape {
        Shape { is: "", described: "", needs: "" }
    }

    fn entry(&mut self, entry: &Entry<'s>, _: &mut Problems) {
        self.key(entry.place);
    }

    fn list(&mut self, _: &str, place: Place, _: &mut Problems) {
        self.key(place);
    }

    fn item(&mut self, key: &str, item: &Node<'s>, _: &mut Problems) {
        if key != LIST {
            return;
        }
        let id = match &item.kind {
            Kind::Mapping(entries) => entries.iter().find(|entry| entry.key == "id"),
            _ => None,
        };
        let id = id.and_then(|id| match &id.value.kind {
            Kind::Scalar(text) => Some(text.to_string()),
            _ => None,
        });
        self.controls.push((id, usize::try_from(item.place.start).unwrap_or(usize::MAX)));
    }
}
