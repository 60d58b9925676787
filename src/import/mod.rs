//! Somebody else's files into controls, evidence wanted and held, and tests: the on-ramp for those who have no inventory yet.
//!
//! A file is recognised by what it holds, never by its name. Every format makes tables of cells or results of checks; one
//! vocabulary understands the columns of all tables, and one reader of ids the criteria in all their spellings.

pub mod checks;
pub mod columns;
pub mod controls;
pub mod criteria_ids;
pub mod data;
mod delimited;
pub mod evidence_text;
pub mod file;
pub mod format;
mod grid;
mod id;
pub mod limits;
mod markdown;
mod nothing;
pub mod oscal;
mod run;
pub mod scan;
pub mod table;
pub mod update;
mod usable;
pub mod words;
mod workbook;

pub use crate::import::run::import;
