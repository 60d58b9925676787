//! Somebody else's files into controls, evidence wanted and held, and tests: the on-ramp for those who have no inventory yet.
//!
//! A file is recognised by what it holds, never by its name. Every format makes tables of cells or results of checks; one
//! vocabulary understands the columns of all tables, and one reader of ids the criteria in all their spellings.

mod delimited;
pub mod file;
pub mod format;
mod grid;
mod id;
pub mod limits;
mod markdown;
pub mod table;
mod workbook;
