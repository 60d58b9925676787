//! What has to be collected or renewed, by when, and by whom.

use crate::model::criterion_id::CriterionId;
use crate::model::date::Date;
use crate::model::inventory::Inventory;
use crate::model::operation::Span;
use crate::vocabulary;

vocabulary! {
    /// What sort of thing falls due.
    pub enum DueKind as "kind of thing that falls due" {
        /// What shows that a control ran in a time it had to run in.
        Occurrence = "occurrence",
        /// Evidence in date of a control.
        Evidence = "evidence",
        /// The review of a document.
        Document = "document",
        /// The report of another organisation, or our review of it.
        Vendor = "vendor",
        /// A report about our own organisation.
        Report = "report",
        /// The decision to bear a gap.
        Acceptance = "acceptance",
    }
}

/// A day and how far to look ahead from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// The day things are late from.
    pub as_of: Date,
    /// The last day looked at.
    pub until: Date,
}

impl Horizon {
    /// Whether something that holds up to a day has to be renewed: its last day lies within what is looked at.
    #[must_use]
    pub fn ahead(self, last: Date) -> bool {
        self.as_of <= last && last <= self.until
    }
}

/// What has to be collected or renewed up to a day, and what is overdue.
#[derive(Clone, Debug)]
pub struct Agenda<'a> {
    /// The inventory it was made of.
    pub inventory: &'a Inventory,
    /// The days looked at.
    pub horizon: Horizon,
    /// Whose things these are, where only one owner's were asked for: their name.
    pub owner: Option<String>,
    /// The things, by due day, then subject.
    pub items: Vec<DueItem>,
    /// What fails the gate, where one was asked for.
    pub gate: Option<DueGate>,
}

/// Something that falls due, or fell due and was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem {
    /// What sort of thing it is.
    pub kind: DueKind,
    /// What it is called from one day to the next: made of ids and days, never of text or order.
    pub identity: String,
    /// The id of what it is about: a control, a document, a vendor, or a gap.
    pub subject: String,
    /// What people call that.
    pub name: String,
    /// The day it falls due. Of what was never there, the day of asking: since when it is owed, nobody wrote down.
    pub due: Date,
    /// Whether it is late.
    pub overdue: bool,
    /// The occurrences meant, where it is about occurrences.
    pub occurrences: Option<Occurrences>,
    /// What to collect or to do, in a sentence or two, with the inventory's own words in it.
    pub collect: String,
    /// Who answers for it: an id of `people`, or a free name.
    pub owner: Option<String>,
    /// Who does it, where that is somebody else.
    pub performer: Option<String>,
    /// The applicable criteria that rest on it, in report order.
    pub criteria: Vec<CriterionId>,
}

impl DueItem {
    /// A thing of a kind, of which all else is still to be said.
    #[must_use]
    pub fn new(kind: DueKind) -> Self {
        Self {
            kind,
            identity: String::new(),
            subject: String::new(),
            name: String::new(),
            due: Date::default(),
            overdue: false,
            occurrences: None,
            collect: String::new(),
            owner: None,
            performer: None,
            criteria: Vec::new(),
        }
    }
}

/// Occurrences that follow each other and fall due together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrences {
    /// From the first day of the first to the last day of the last.
    pub time: Span,
    /// How many they are.
    pub count: usize,
    /// The last day of the first: from then on what shows it can be collected.
    pub collect_from: Date,
    /// The day the last of them falls due.
    pub last_due: Date,
}

/// What fails the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueGate {
    /// Up to which day what falls due fails it; without one, only what is overdue does.
    pub by: Option<Date>,
    /// How many things fail it.
    pub failing: usize,
}

impl Agenda<'_> {
    /// How many things are late.
    #[must_use]
    pub fn overdue(&self) -> usize {
        self.items.iter().filter(|item| item.overdue).count()
    }

    /// How many things nobody answers for.
    #[must_use]
    pub fn without_owner(&self) -> usize {
        self.items.iter().filter(|item| item.owner.is_none()).count()
    }

    /// Sets a gate that fails on what is overdue, and on what falls due up to a day where one is given.
    #[must_use]
    pub fn gated(mut self, by: Option<Date>) -> Self {
        let fails = |item: &&DueItem| item.overdue || by.is_some_and(|by| item.due <= by);
        self.gate = Some(DueGate { by, failing: self.items.iter().filter(fails).count() });
        self
    }

    /// Whether the gate failed.
    #[must_use]
    pub fn failed(&self) -> bool {
        self.gate.is_some_and(|gate| gate.failing > 0)
    }

    /// How many days are left for a thing; negative when its day is past.
    #[must_use]
    pub fn days_left(&self, item: &DueItem) -> i64 {
        item.due.days_since(self.horizon.as_of)
    }
}
