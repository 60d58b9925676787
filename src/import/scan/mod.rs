//! What the formats of scanners share: values of nested data, days, verdicts in words, criteria a scanner names.

pub mod criteria;
pub mod gathered;
pub mod outcome;
pub mod rows;
pub mod value;
