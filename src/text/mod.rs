//! Words, numbers and escapes for people and for machines; nothing here knows of audits.
//!
//! These are the leaves of the crate. Each file is about one thing, takes values and returns values,
//! and can neither fail nor look at the outside world.

pub mod capital;
pub mod checksum;
pub mod count;
pub mod cut;
pub mod escape;
pub mod hash;
pub mod list;
pub mod natural;
pub mod nearest;
pub mod percent;
pub mod stem;
pub mod wrap;
