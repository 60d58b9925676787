//! Who takes what a YAML file says, and how far it could be read.

use crate::source::file::Place;
use crate::source::node::{Entry, Node};
use crate::source::problem::Problems;

/// What a kind of file is, for whoever wrote another.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What it is: `an inventory is a mapping with keys such as …`.
    pub is: &'static str,
    /// Where it is described.
    pub described: &'static str,
    /// What it needs at least.
    pub needs: &'static str,
}

/// Takes what a file says, in order.
pub trait Sink<'s> {
    /// What the file should be.
    fn shape(&self) -> Shape;

    /// A key at the top of the file with its value; a top-level list comes item by item instead.
    fn entry(&mut self, key: &Entry<'s>, problems: &mut Problems);

    /// The list under a top-level key begins.
    fn list(&mut self, key: &str, place: Place, problems: &mut Problems);

    /// An item of the list under a top-level key.
    fn item(&mut self, key: &str, item: &Node<'s>, problems: &mut Problems);
}

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Read to its end.
    Whole,
    /// Broken off at a fault; keys that seem missing may only not have been reached.
    BrokenOff,
}
