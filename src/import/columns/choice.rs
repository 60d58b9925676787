//! Which column is taken for what: the surest first, one a field where a control has one of it.

use crate::import::columns::candidates::Candidate;
use crate::import::columns::candidates::ENOUGH;
use crate::import::columns::candidates::candidates;
use crate::import::columns::candidates::likely_criteria;
use crate::import::columns::content::Content;
use crate::import::columns::header::Header;
use crate::import::columns::layout::Layout;
use crate::import::columns::layout::Wishes;
use crate::import::columns::vocabulary::FRAMEWORK;
use crate::import::criteria_ids::frameworks::Framework;
use crate::import::table::Table;
use crate::model::catalog::Catalog;
use crate::model::import::Column;
use crate::model::import::Field;
use crate::text::cut::cut;

/// The longest example that is shown of a column.
const EXAMPLE: usize = 60;

/// What tells a piece of evidence, the best first.
const TELLING: [&str; 7] = ["title", "name", "description", "type", "kind", "id", "source"];

/// Says what the columns of a table are about.
#[must_use]
pub fn understand(table: &Table, wishes: &Wishes, catalog: &Catalog) -> Layout {
    let headers: Vec<Header> = table.columns.iter().map(|heading| Header::of(&heading.text)).collect();
    let contents: Vec<Content> = (0..table.columns.len()).map(|at| Content::of(table, at, catalog)).collect();
    let mut choice = Choice { columns: blank_columns(table, &contents) };
    choice.take_settled(table, wishes);
    let mut open: Vec<(usize, Candidate)> = Vec::new();
    for (at, (header, content)) in headers.iter().zip(&contents).enumerate() {
        open.extend(candidates(header, content).into_iter().map(|candidate| (at, candidate)));
    }
    open.sort_by(|(a, first), (b, second)| (second.score, a, first.field).cmp(&(first.score, b, second.field)));
    for (at, candidate) in &open {
        choice.take(*at, candidate, &open);
    }
    choice.keep_one_of_a_list();
    choice.tell_others(&open);
    let framework = framework_column(&headers, &contents, &choice.columns);
    let mut layout = Layout { columns: choice.columns, also_criteria: None, framework };
    note_also_criteria(&mut layout, &contents);
    layout
}

fn blank_columns(table: &Table, contents: &[Content]) -> Vec<Column> {
    let blank = |(heading, content): (&crate::import::table::Heading, &Content)| Column {
        header: heading.text.clone(),
        field: None,
        why: String::new(),
        asked: false,
        example: cut(content.example.lines().next().unwrap_or_default(), EXAMPLE),
    };
    table.columns.iter().zip(contents).map(blank).collect()
}

/// Whether a control may have several of a field.
pub fn several(field: Field) -> bool {
    matches!(field, Field::Criteria | Field::EvidenceWanted | Field::Evidence | Field::Ignore)
}

struct Choice {
    columns: Vec<Column>,
}

impl Choice {
    /// Takes what a person asked for and what the format itself says.
    fn take_settled(&mut self, table: &Table, wishes: &Wishes) {
        for (column, heading) in self.columns.iter_mut().zip(&table.columns) {
            if let Some(field) = wishes.field(&heading.text) {
                column.field = Some(field);
                column.asked = true;
                "as asked".clone_into(&mut column.why);
            }
        }
        for (at, heading) in table.columns.iter().enumerate() {
            let Some(field) = heading.field else { continue };
            if self.is_free(at, field) {
                self.set(at, field, "by the format");
            }
        }
    }

    fn is_free(&self, at: usize, field: Field) -> bool {
        let unused = self.columns.get(at).is_some_and(|column| column.field.is_none());
        unused && (several(field) || !self.columns.iter().any(|column| column.field == Some(field)))
    }

    fn set(&mut self, at: usize, field: Field, why: &str) {
        if let Some(column) = self.columns.get_mut(at) {
            column.field = Some(field);
            why.clone_into(&mut column.why);
        }
    }

    fn take(&mut self, at: usize, candidate: &Candidate, all: &[(usize, Candidate)]) {
        if !self.is_free(at, candidate.field) || candidate.score < ENOUGH {
            return;
        }
        let rival = all.iter().find(|(other, rival)| {
            *other != at
                && rival.field == candidate.field
                && rival.score == candidate.score
                && self.is_free(*other, rival.field)
        });
        if candidate.field != Field::Status || rival.is_none() {
            return self.set(at, candidate.field, &candidate.why);
        }
        // Which of two equal columns tells how far a control has come, only their reader can say.
        let headers: Vec<String> = all
            .iter()
            .filter(|(_, rival)| rival.field == Field::Status && rival.score == candidate.score)
            .filter_map(|(at, _)| self.columns.get(*at).map(|column| column.header.clone()))
            .collect();
        if let Some(column) = self.columns.get_mut(at).filter(|column| column.why.is_empty()) {
            column.why = format!(
                "it may be the status as well as {}; say which with `--map '{}=status'`",
                crate::text::list::ticked_and(headers.iter().filter(|other| **other != column.header)),
                column.header
            );
        }
    }

    /// Of what a list of evidence says of each piece, keeps the one thing that tells it best.
    fn keep_one_of_a_list(&mut self) {
        let place = |column: &Column| {
            let (list, part) =
                column.header.rsplit_once("[].").filter(|_| column.field == Some(Field::EvidenceWanted))?;
            let at = TELLING.iter().position(|telling| part.eq_ignore_ascii_case(telling))?;
            (!column.asked).then(|| (list.to_owned(), at))
        };
        let places: Vec<Option<(String, usize)>> = self.columns.iter().map(place).collect();
        for (column, place) in self.columns.iter_mut().zip(&places) {
            let Some((list, at)) = place else { continue };
            if places.iter().flatten().any(|(other, better)| other == list && better < at) {
                column.field = None;
                "another column tells the same evidence better".clone_into(&mut column.why);
            }
        }
    }

    /// Says of columns that lost a field to another how they are taken all the same.
    fn tell_others(&mut self, all: &[(usize, Candidate)]) {
        for (at, candidate) in all {
            let winner = self.columns.iter().position(|column| column.field == Some(candidate.field));
            let Some(winner) = winner.and_then(|winner| self.columns.get(winner)).map(|column| column.header.clone())
            else {
                continue;
            };
            let Some(column) = self.columns.get_mut(*at) else { continue };
            if column.field.is_none() && column.why.is_empty() && !several(candidate.field) {
                column.why = format!(
                    "`{winner}` is taken for the {field}; `--map '{}={field}'` takes this one",
                    column.header,
                    field = candidate.field
                );
            }
        }
        self.tell_rivals_of_status(all);
    }

    /// Says at the status that was taken which other columns would do.
    fn tell_rivals_of_status(&mut self, all: &[(usize, Candidate)]) {
        let Some(taken) = self.columns.iter().position(|column| column.field == Some(Field::Status)) else { return };
        let others: Vec<&str> = all
            .iter()
            .filter(|(at, candidate)| candidate.field == Field::Status && *at != taken)
            .filter_map(|(at, _)| self.columns.get(*at).filter(|column| column.field.is_none()))
            .map(|column| column.header.as_str())
            .collect();
        if others.is_empty() {
            return;
        }
        let told = format!("; {} would do as well", crate::text::list::ticked_and(others));
        if let Some(column) = self.columns.get_mut(taken).filter(|column| !column.asked) {
            column.why.push_str(&told);
        }
    }
}

fn framework_column(headers: &[Header], contents: &[Content], columns: &[Column]) -> Option<usize> {
    let mut all = headers.iter().zip(contents).zip(columns);
    all.position(|((header, content), column)| {
        column.field.is_none()
            && FRAMEWORK.contains(&header.last.join(" ").as_str())
            && header.framework == Framework::Unsaid
            && content.most(content.frameworks, 50)
    })
}

/// Notes which column of ids, else of names, tells the criteria too, where no column of criteria tells any.
fn note_also_criteria(layout: &mut Layout, contents: &[Content]) {
    let tells = |(field, at): &(Field, usize)| {
        let content = contents.get(*at);
        // An id holds a criterion anywhere, as in `SOC2-CC6.1`; a name only begins with the one it is about.
        let named = |content: &Content| if *field == Field::Id { content.criteria } else { content.leading };
        content.is_some_and(|content| content.most(named(content), 60) && likely_criteria(content))
    };
    let told = layout.all(Field::Criteria).any(|at| contents.get(at).is_some_and(|content| content.criteria > 0));
    let fields = [Field::Id, Field::Name].into_iter();
    let telling = fields.filter_map(|field| Some((field, layout.first(field)?))).find(tells);
    let Some((_, at)) = telling.filter(|_| !told) else { return };
    if let Some((column, content)) = layout.columns.get_mut(at).zip(contents.get(at)) {
        let counted =
            format!("; {} of {} cells name criteria, so it tells those too", content.criteria, content.filled);
        column.why.push_str(&counted);
        layout.also_criteria = Some(at);
    }
}
