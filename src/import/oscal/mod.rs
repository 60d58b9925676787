//! What the OSCAL formats share: implemented requirements, whoever is responsible, and the table that comes of them.

pub mod document;
pub mod people;
pub mod requirement;
pub mod table;
