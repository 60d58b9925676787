//! Pages in Markdown: their front matter, their tables, and headings that each begin a control.

pub mod attributes;
pub mod blocks;
pub mod front;
pub mod inline;
pub mod label;
pub mod lines;
pub mod page;
pub mod records;
pub mod tables;
pub mod walk;
