//! What one row says of a control.

use crate::import::columns::Layout;
use crate::import::controls::derive;
use crate::import::controls::evidence;
use crate::import::controls::remarks::Remarks;
use crate::import::controls::row::View;
use crate::import::criteria_ids::frameworks::{Framework, of_text};
use crate::import::criteria_ids::{Found, read, read_in_id};
use crate::import::table::{Row, Table};
use crate::import::words::date::Told as Day;
use crate::import::words::status::Told;
use crate::import::words::{date, frequency, kind, status};
use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::import::{Field, ImportedEvidence, LeftOut, Origin};
use crate::model::words::{ControlKind, Frequency, Status};
use crate::text::cut::cut;

/// How much of a row that is left out is shown.
const SHOWN: usize = 60;

/// A table with what was understood of it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'t> {
    /// Its number among all tables.
    pub number: usize,
    /// Its file.
    pub file: &'t str,
    /// The table.
    pub table: &'t Table,
    /// What its columns are about.
    pub layout: &'t Layout,
}

/// What one row says of a control, or several rows that speak of the same.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The id it gives.
    pub id: Option<String>,
    /// The name it gives.
    pub name: Option<String>,
    /// What is done.
    pub description: Option<String>,
    /// The criteria it names.
    pub criteria: Vec<String>,
    /// What it names that only looks like a criterion.
    pub unknown: Vec<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// How far it has come.
    pub status: Option<Status>,
    /// How often it operates.
    pub frequency: Option<Frequency>,
    /// What sort of thing it is.
    pub kind: Option<ControlKind>,
    /// Since when it is in place.
    pub since: Option<Date>,
    /// What evidence is wanted.
    pub wanted: Vec<String>,
    /// What evidence lies somewhere.
    pub held: Vec<ImportedEvidence>,
    /// Where it stands.
    pub origin: Origin,
    /// The number of its table.
    pub table: usize,
}

/// What the rows of a table say.
#[derive(Debug, Default)]
pub struct Drafted {
    /// The rows that say something of a control.
    pub drafts: Vec<Draft>,
    /// The rows that were left out.
    pub left_out: Vec<LeftOut>,
    /// The ranges and series that were written out.
    pub expanded: Vec<String>,
}

/// Reads the rows of a table.
#[must_use]
pub fn drafts(source: &Source<'_>, catalog: &Catalog, remarks: &mut Remarks) -> Drafted {
    let pairs = evidence::pairs(source.layout);
    let mut drafter = Drafter { source, catalog, pairs, remarks, drafted: Drafted::default() };
    for row in &source.table.rows {
        drafter.row(row);
    }
    drafter.drafted
}

struct Drafter<'t, 'r> {
    source: &'t Source<'t>,
    catalog: &'t Catalog,
    pairs: Vec<(usize, usize)>,
    remarks: &'r mut Remarks,
    drafted: Drafted,
}

impl Drafter<'_, '_> {
    fn row(&mut self, row: &Row) {
        let view = View { row, layout: self.source.layout };
        let origin = Origin { file: self.source.file.to_owned(), at: row.at.clone() };
        let Some(anything) = view.anything() else { return };
        let found = self.criteria(view);
        let name = view.line(Field::Name);
        let description = view.text(Field::Description);
        let id = view.line(Field::Id).and_then(|id| derive::id(&id));
        let says_nothing = name.is_none() && description.is_none() && found.is_empty();
        if says_nothing && !(id.is_some() && self.source.layout.has(Field::Criteria)) {
            self.drafted.left_out.push(LeftOut {
                origin,
                what: format!("the row of `{}`", cut(anything.lines().next().unwrap_or_default(), SHOWN)),
                why: "it has no name, no description and no criteria".to_owned(),
            });
            return;
        }
        let evidence = evidence::read(view, &self.pairs);
        let draft = Draft {
            id,
            name,
            description,
            criteria: found.criteria,
            unknown: found.unknown,
            owner: view.line(Field::Owner),
            status: self.status(view, &origin),
            frequency: self.frequency(view, &origin),
            kind: self.kind(view, &origin),
            since: self.since(view, &origin),
            wanted: evidence.wanted,
            held: evidence.held,
            table: self.source.number,
            origin,
        };
        self.drafted.drafts.push(draft);
    }

    /// The criteria a row names, in all columns that may.
    fn criteria(&mut self, view: View<'_>) -> Found {
        let mut all = Found::default();
        let whose = self.source.layout.framework.and_then(|at| view.column(at).next()).map(of_text);
        if whose == Some(Framework::Other) {
            return all;
        }
        if let Some(at) = self.source.layout.also_criteria {
            view.column(at).for_each(|text| add(&mut all, read_in_id(text, self.catalog)));
        }
        view.values(Field::Criteria).for_each(|text| add(&mut all, read(text, self.catalog)));
        for written in &all.expanded {
            if !self.drafted.expanded.contains(written) {
                self.drafted.expanded.push(written.clone());
            }
        }
        all
    }

    fn status(&mut self, view: View<'_>, origin: &Origin) -> Option<Status> {
        let said = view.first(Field::Status)?;
        let why = match status::read(said) {
            Told::Status(status) => return Some(status),
            Told::NotApplicable => {
                "that a criterion does not apply, a person decides, with a reason; the control is kept without a status"
            }
            Told::Unclear => "it is no status that gapcheck knows; the control is kept without one",
        };
        self.remarks.note(origin, "status", said, why);
        None
    }

    fn frequency(&mut self, view: View<'_>, origin: &Origin) -> Option<Frequency> {
        let said = view.first(Field::Frequency)?;
        let read = frequency::read(said);
        if read.is_none() {
            self.remarks.note(
                origin,
                "frequency",
                said,
                "it is not one frequency that gapcheck knows; the control is kept without one",
            );
        }
        read
    }

    fn kind(&mut self, view: View<'_>, origin: &Origin) -> Option<ControlKind> {
        let said = view.first(Field::Kind)?;
        let read = kind::read(said);
        if read.is_none() {
            self.remarks.note(
                origin,
                "kind",
                said,
                "it is no kind that gapcheck knows; the control is kept without one",
            );
        }
        read
    }

    fn since(&mut self, view: View<'_>, origin: &Origin) -> Option<Date> {
        let said = view.first(Field::Since)?;
        let why = match date::read(said) {
            Day::Day(day) => return Some(day),
            Day::Ambiguous => "day and month cannot be told apart; write it as year-month-day",
            Day::None => "it is no day that gapcheck can read; write it as year-month-day",
        };
        self.remarks.note(origin, "day", said, why);
        None
    }
}

fn add(all: &mut Found, more: Found) {
    let lists =
        [(&mut all.criteria, more.criteria), (&mut all.unknown, more.unknown), (&mut all.expanded, more.expanded)];
    for (list, more) in lists {
        for item in more {
            if !list.contains(&item) {
                list.push(item);
            }
        }
    }
}
