//! A licensee's official wording laid over the catalog's own: a YAML mapping from ids to texts.

use crate::model::catalog::Catalog;
use crate::model::criterion_id::CriterionRef;
use crate::source::file::{Place, SourceFile};
use crate::source::node::{Entry, Node};
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, Text};
use crate::source::sink::{Shape, Sink};
use crate::source::yaml::read;

/// Lays the texts of a file over a catalog: `CC6.1: …` for a criterion, `CC6.1/encryption: …` for a point of focus.
///
/// The digest of the catalog changes with it, since reports then say something else.
///
/// # Errors
///
/// Every id that does not exist and every value that is no text, each with its place.
pub fn lay_over(mut catalog: Catalog, number: u32, file: &SourceFile) -> Result<Catalog, Problems> {
    let mut problems = Problems::default();
    catalog.digest = crate::text::hash::sha256_hex(format!("{}{}", catalog.digest, file.digest).as_bytes());
    let mut overlay = Overlay { catalog };
    read(number, file, &mut overlay, &mut problems);
    if problems.is_empty() { Ok(overlay.catalog) } else { Err(problems) }
}

struct Overlay {
    catalog: Catalog,
}

impl Overlay {
    /// Where the official wording of an id goes; `None` for an id that does not exist.
    fn slot(&mut self, id: &CriterionRef) -> Option<&mut Option<String>> {
        let position = self.catalog.position(id.criterion)?;
        let criterion = self.catalog.criteria.get_mut(position)?;
        match &id.point {
            None => Some(&mut criterion.official),
            Some(slug) => {
                let point = criterion.points.iter_mut().find(|point| *point.slug == **slug)?;
                Some(&mut point.official)
            }
        }
    }
}

impl<'s> Sink<'s> for Overlay {
    fn shape(&self) -> Shape {
        Shape {
            is: "official wording is a mapping from ids such as `CC6.1` to texts",
            described: "`gapcheck criteria` lists the ids",
            needs: "write a line such as `CC6.1: …` for each text you are licensed to show",
        }
    }

    fn entry(&mut self, entry: &Entry<'s>, problems: &mut Problems) {
        let text = Text::read(&entry.value, problems);
        let slot = entry.key.parse::<CriterionRef>().ok().and_then(|id| self.slot(&id));
        match (slot, text) {
            (Some(slot), Some(text)) => *slot = Some(text.0),
            (Some(_), None) => {}
            (None, _) => problems.add(
                Problem::at(entry.place, format!("`{}` is neither a criterion nor a point of focus", entry.key)).help(
                    "`gapcheck criteria` lists the criteria, `gapcheck criteria CC6.1` the points of focus of one",
                ),
            ),
        }
    }

    fn list(&mut self, key: &str, place: Place, problems: &mut Problems) {
        problems.add(Problem::at(place, format!("expected a text for `{key}`, found a list")));
    }

    fn item(&mut self, _: &str, _: &Node<'s>, _: &mut Problems) {}
}
