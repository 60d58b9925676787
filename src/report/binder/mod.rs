//! The binder for the auditor: the files, and the pages that say what they are, for what, of when, and what is not there.
//!
//! [`contents`] works out what is in it; the pages are functions from that to text. Who packs it reads the files.

pub mod contents;
mod names;
mod pages;
pub mod piece;
pub mod request;
pub mod requests;
mod tables;
mod terminal;

pub use self::pages::{Page, pages};
pub use self::terminal::{Packed, packed, refusal};
