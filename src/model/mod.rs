//! The types every stage speaks of, one subject a file: what an inventory says, what the criteria are, what was found.

pub mod area;
pub mod assessment;
pub mod baseline;
pub mod catalog;
pub mod coverage;
pub mod criterion_id;
pub mod date;
pub mod document;
pub mod duration;
pub mod files;
pub mod gap;
pub mod gap_id;
pub mod glossary;
pub mod identifier;
pub mod inventory;
pub mod level;
pub mod operation;
pub mod plan;
pub mod point;
pub mod risk;
pub mod rule;
pub mod scope;
pub mod settings;
pub mod standing;
pub mod verdict;
pub mod words;
