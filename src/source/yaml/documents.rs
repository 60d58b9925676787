//! All the documents of a YAML file as located trees, for files of shapes nobody has laid down.

use std::collections::BTreeMap;

use granit_parser::Event;

use super::Builder;
use crate::source::events::Events;
use crate::source::events::Stop;
use crate::source::node::Node;
use crate::source::problem::Problems;
use crate::source::sink::Outcome;

/// Reads the documents of a text, as far as it goes, with every problem of its syntax.
pub fn documents<'s>(number: u32, text: &'s str, problems: &mut Problems) -> (Vec<Node<'s>>, Outcome) {
    let mut builder = Builder { events: Events::of(number, text), anchors: BTreeMap::new(), aliased: 0, problems };
    let mut documents = Vec::new();
    let outcome = match builder.documents(&mut documents) {
        Ok(()) => Outcome::Whole,
        Err(Stop) => Outcome::BrokenOff,
    };
    (documents, outcome)
}

impl<'s> Builder<'s, '_> {
    fn documents(&mut self, documents: &mut Vec<Node<'s>>) -> Result<(), Stop> {
        loop {
            match self.events.next(self.problems)? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd, _) => {}
                start => documents.push(self.value(start)?),
            }
        }
    }
}
