//! Rows that speak of the same control are one; the same id with another name is another control.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::controls::derive;
use crate::import::controls::draft::Draft;
use crate::model::import::{ImportedControl, ImportedEvidence, LeftOut, Origin};
use crate::model::words::Status;

/// Controls out of rows.
#[derive(Debug, Default)]
pub struct Merged {
    /// The controls, each id once, in the order in which they were first met.
    pub controls: Vec<ImportedControl>,
    /// What contradicts itself, and the ids that were taken.
    pub left_out: Vec<LeftOut>,
    /// Ids that do not exist, with where they stand.
    pub unknown: BTreeMap<String, Vec<Origin>>,
    /// What each table tells, by its number.
    pub tables: BTreeMap<usize, Share>,
}

/// What a table tells: of which controls, by their position, and which criteria it says they address.
#[derive(Clone, Debug, Default)]
pub struct Share {
    /// The controls.
    pub controls: BTreeSet<usize>,
    /// Their criteria.
    pub links: BTreeSet<(usize, String)>,
}

/// Makes controls of what rows say.
#[must_use]
pub fn merge(drafts: Vec<Draft>) -> Merged {
    let mut merger = Merger::default();
    for (at, draft) in drafts.into_iter().enumerate() {
        merger.take(draft, at);
    }
    merger.merged
}

#[derive(Default)]
struct Merger {
    merged: Merged,
    /// The controls of an id as files give it.
    given: BTreeMap<String, Given>,
    taken: BTreeSet<String>,
    /// What is known of evidence, by control: what is wanted, and where something lies.
    evidence: BTreeSet<(usize, String)>,
}

/// The controls that files give one id.
#[derive(Default)]
struct Given {
    /// By their names as they are compared.
    by_name: BTreeMap<String, usize>,
    /// The first of those.
    first: Option<usize>,
    /// The one that has no name yet.
    nameless: Option<usize>,
    /// How many numbers were tried to tell them apart.
    tried: u32,
}

impl Given {
    /// The control of a name. A row without one speaks of the first, and a name fits one that has none yet.
    fn control(&self, name: &str) -> Option<usize> {
        let same = if name.is_empty() { self.first } else { self.by_name.get(name).copied() };
        same.or(self.nameless)
    }
}

impl Merger {
    fn take(&mut self, mut draft: Draft, at: usize) {
        let id = id_of(&draft, at);
        let name = draft.name.take().or_else(|| draft.description.as_deref().and_then(derive::name));
        let compared = name.as_deref().map(derive::compared).unwrap_or_default();
        let known = self.given.get(&id).and_then(|given| given.control(&compared));
        let control = known.unwrap_or_else(|| self.begin(&id, name.as_deref(), &draft));
        self.note_name(&id, control, name, compared);
        self.count(control, &draft);
        self.fill(control, draft);
    }

    /// Begins a control, under another id where its own is taken.
    fn begin(&mut self, id: &str, name: Option<&str>, draft: &Draft) -> usize {
        let given = self.given.entry(id.to_owned()).or_default();
        let mut own = id.to_owned();
        while self.taken.contains(&own) {
            given.tried += 1;
            own = format!("{id}-{}", given.tried + 1);
        }
        if own != id && draft.id.is_some() {
            self.merged.left_out.push(LeftOut {
                origin: draft.origin.clone(),
                what: format!("the id `{id}` for `{}`", name.unwrap_or(id)),
                why: format!("a control of another name has it; this one is `{own}`"),
            });
        }
        self.taken.insert(own.clone());
        let name = name.map_or_else(|| own.clone(), str::to_owned);
        self.merged.controls.push(ImportedControl { id: own, name, ..ImportedControl::default() });
        self.merged.controls.len() - 1
    }

    /// Keeps the name under which the next row of an id finds its control; a row without one may come first.
    fn note_name(&mut self, id: &str, at: usize, name: Option<String>, compared: String) {
        let given = self.given.entry(id.to_owned()).or_default();
        if compared.is_empty() {
            if given.by_name.is_empty() {
                given.nameless.get_or_insert(at);
            }
            return;
        }
        if given.nameless == Some(at) {
            given.nameless = None;
            if let Some((control, name)) = self.merged.controls.get_mut(at).zip(name) {
                control.name = name;
            }
        }
        given.first.get_or_insert(at);
        given.by_name.entry(compared).or_insert(at);
    }

    fn count(&mut self, control: usize, draft: &Draft) {
        let share = self.merged.tables.entry(draft.table).or_default();
        share.controls.insert(control);
        share.links.extend(draft.criteria.iter().map(|id| (control, id.clone())));
        for id in &draft.unknown {
            self.merged.unknown.entry(id.clone()).or_default().push(draft.origin.clone());
        }
    }

    fn fill(&mut self, at: usize, draft: Draft) {
        let Some(control) = self.merged.controls.get_mut(at) else { return };
        let mut conflicts: Vec<(String, String)> = Vec::new();
        let mut news = |what: &str| self.evidence.insert((at, what.to_owned()));
        control.evidence_wanted.extend(draft.wanted.into_iter().filter(|wanted| news(wanted)));
        let lies = |held: &ImportedEvidence| held.url.clone().or_else(|| held.path.clone()).unwrap_or_default();
        control.evidence.extend(draft.held.into_iter().filter(|held| news(&lies(held))));
        add(&mut control.criteria, draft.criteria);
        control.origins.push(draft.origin.clone());
        conflicts.extend(settle_status(&mut control.status, draft.status));
        conflicts.extend(settle("description", &mut control.description, draft.description));
        conflicts.extend(settle("owner", &mut control.owner, draft.owner));
        conflicts.extend(settle("frequency", &mut control.frequency, draft.frequency));
        conflicts.extend(settle("kind", &mut control.kind, draft.kind));
        conflicts.extend(settle("day", &mut control.since, draft.since));
        let id = control.id.clone();
        for (left, kept) in conflicts {
            let why = format!("another row of the same control says {kept}, which was taken");
            self.merged.left_out.push(LeftOut { origin: draft.origin.clone(), what: format!("{left} of `{id}`"), why });
        }
    }
}

/// The id of a row: its own, else one made of its name, else the criteria it names, else one made of its description.
fn id_of(draft: &Draft, at: usize) -> String {
    let of_criteria = || {
        let few: Vec<&str> = draft.criteria.iter().chain(&draft.unknown).take(3).map(String::as_str).collect();
        derive::id(&few.join("-"))
    };
    let of_description = || draft.description.as_deref().and_then(derive::name).as_deref().and_then(derive::slug);
    let given = draft.id.clone().or_else(|| draft.name.as_deref().and_then(derive::slug));
    given.or_else(of_criteria).or_else(of_description).unwrap_or_else(|| format!("control-{}", at + 1))
}

fn add<T: PartialEq>(list: &mut Vec<T>, more: Vec<T>) {
    for item in more {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}

/// Takes what a row says where nothing was said before; what contradicts, with what was kept, is told.
fn settle<T: PartialEq + Told>(what: &str, known: &mut Option<T>, said: Option<T>) -> Option<(String, String)> {
    match (known.as_ref(), said) {
        (_, None) => None,
        (None, said) => {
            *known = said;
            None
        }
        (Some(kept), Some(said)) if *kept == said => None,
        (Some(kept), Some(said)) => Some((format!("the {what} {}", said.told()), kept.told())),
    }
}

/// Of two statuses the one that has come less far is taken: nothing flatters.
fn settle_status(known: &mut Option<Status>, said: Option<Status>) -> Option<(String, String)> {
    let far = |status: Status| match status {
        Status::Retired => 0,
        Status::Planned => 1,
        Status::InProgress => 2,
        Status::Informal => 3,
        Status::Implemented => 4,
    };
    if let (Some(kept), Some(new)) = (*known, said)
        && far(new) < far(kept)
    {
        *known = Some(new);
        return settle("status", known, Some(kept));
    }
    settle("status", known, said)
}

/// How something is told in a message.
trait Told {
    fn told(&self) -> String;
}

impl Told for String {
    fn told(&self) -> String {
        format!("`{}`", crate::text::cut::cut(self.lines().next().unwrap_or_default(), 60))
    }
}

impl Told for Status {
    fn told(&self) -> String {
        format!("`{self}`")
    }
}

impl Told for crate::model::words::Frequency {
    fn told(&self) -> String {
        format!("`{self}`")
    }
}

impl Told for crate::model::words::ControlKind {
    fn told(&self) -> String {
        format!("`{self}`")
    }
}

impl Told for crate::model::date::Date {
    fn told(&self) -> String {
        format!("`{self}`")
    }
}
