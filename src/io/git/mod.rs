//! The history of an inventory, from the system's git.
//!
//! Nothing that lies in the repository is ever run: git is asked by its plumbing alone, which knows neither hooks nor filters
//! nor pagers, and is kept from writing, from asking anybody, and from going to the network. What is asked for are hashes that
//! git named itself; names of files are looked up in the trees it gives back, and are never part of a command.

mod commits;
mod files;
mod follow;
mod named;
mod objects;
mod place;
mod process;
mod revision;
mod trees;
mod walk;

pub use self::place::{Place, place};
pub use self::revision::{Content, History, Looked, assumed};
pub use self::walk::history;
