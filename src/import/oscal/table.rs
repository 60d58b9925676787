//! The table that comes of implemented requirements: a row for what one component does about one control.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::file::File;
use crate::import::oscal::requirement::status;
use crate::import::scan::criteria::named;
use crate::import::scan::gathered::origin;
use crate::import::table::{Heading, Reading, Row, Table};
use crate::model::import::{Field, LeftOut};
use crate::text::count::count;
use crate::text::list;

const COLUMNS: [(&str, Field); 6] = [
    ("control-id", Field::Id),
    ("component", Field::Name),
    ("description", Field::Description),
    ("control-id", Field::Criteria),
    ("implementation-status", Field::Status),
    ("responsible-roles", Field::Owner),
];

/// What one component does about one control.
#[derive(Clone, Debug, Default)]
pub struct Implemented {
    /// Where it stands.
    pub at: String,
    /// The id of the control in its catalog.
    pub control: String,
    /// The component; empty for the system as a whole.
    pub component: String,
    /// What people call it, where it has a label of its own.
    pub label: Option<String>,
    /// What is done.
    pub description: String,
    /// How far it has come, in the words of OSCAL.
    pub state: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
}

/// Rows as they come together.
#[derive(Debug, Default)]
pub struct Rows {
    list: Vec<Row>,
    left_out: Vec<LeftOut>,
    ids: BTreeMap<String, usize>,
    without_criteria: BTreeSet<String>,
}

impl Rows {
    /// Adds a row, or leaves it out where no control is named.
    pub fn add(&mut self, file: &File<'_>, one: Implemented) {
        let at = origin(file, &*one.at);
        if one.control.is_empty() {
            let what = if one.component.is_empty() { "a requirement".to_owned() } else { one.component };
            return self.left_out.push(LeftOut {
                origin: at,
                what,
                why: "it does not say which control it is about".to_owned(),
            });
        }
        let criteria = named(&one.control);
        if criteria.is_empty() {
            self.without_criteria.insert(one.control.clone());
        }
        let known = one.state.as_deref().and_then(status);
        if let (Some(state), None) = (&one.state, known) {
            let why = "this status says nothing of how far it has come: the control is kept without one".to_owned();
            self.left_out.push(LeftOut { origin: at, what: state.clone(), why });
        }
        let cells = vec![
            vec![self.id(&one)],
            vec![one.label.clone().unwrap_or_else(|| name(&one))],
            said(one.description),
            criteria,
            known.map(|status| status.word().to_owned()).into_iter().collect(),
            one.owner.into_iter().collect(),
        ];
        self.list.push(Row { at: one.at, place: None, cells });
    }

    /// An id that people can read, once in the file: `cc6.1-identity-provider`.
    fn id(&mut self, one: &Implemented) -> String {
        let whole: Vec<String> = [&one.control, &one.component].into_iter().map(|text| word(text)).collect();
        let id = whole.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
        let times = self.ids.entry(id.clone()).and_modify(|times| *times += 1).or_insert(1);
        if *times == 1 { id } else { format!("{id}-{times}") }
    }

    /// What came of the file.
    #[must_use]
    pub fn reading(mut self, file: &File<'_>, format: &str, part: &str) -> Reading {
        if !self.without_criteria.is_empty() {
            let what = format!(
                "{} ({})",
                count(self.without_criteria.len(), "control id"),
                list::some(&self.without_criteria, 6)
            );
            let why = "no criterion of SOC 2: the controls are kept without criteria".to_owned();
            self.left_out.push(LeftOut { origin: origin(file, part), what, why });
        }
        let columns = COLUMNS.map(|(text, field)| Heading { text: text.to_owned(), field: Some(field) });
        let table = Table { part: Some(part.to_owned()), columns: columns.into(), rows: self.list };
        Reading { format: format.to_owned(), tables: vec![table], left_out: self.left_out, ..Reading::default() }
    }
}

fn said(text: String) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text] }
}

fn name(one: &Implemented) -> String {
    if one.component.is_empty() { one.control.clone() } else { format!("{}: {}", one.component, one.control) }
}

/// A text as a part of an id: small letters, digits and dots, with a dash for each stretch of anything else.
fn word(text: &str) -> String {
    let kept = text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_')));
    let kept: Vec<String> = kept.filter(|part| !part.is_empty()).map(str::to_ascii_lowercase).collect();
    crate::text::cut::cut(&kept.join("-"), 50).trim_end_matches(['…', '-']).to_owned()
}
