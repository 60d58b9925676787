//! Text of cells between delimiters: which delimiter, which records, which quotes are at fault.

pub mod dialect;
pub mod quotes;
pub mod ragged;
pub mod records;
