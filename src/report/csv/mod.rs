//! The assessment as CSV, a file for each of its lists; and how every table of this program is written as CSV.

pub(super) mod criteria;
pub(super) mod gaps;
pub(super) mod matrix;
pub(in crate::report) mod table;
pub(super) mod tasks;
