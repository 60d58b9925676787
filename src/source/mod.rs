//! Text that somebody wrote, and the places in it.
//!
//! What reads an inventory knows every fault of it at once, each with its place. This folder holds what that takes: files
//! and positions in them, a located tree over a YAML event parser, the list of problems, and the reader by which a record
//! of the model describes its own fields once, for reading and for the JSON Schema alike.

pub mod describe;
mod events;
pub mod file;
pub mod node;
pub mod problem;
pub mod reader;
pub mod record;
pub mod sink;
mod syntax;
pub mod yaml;
