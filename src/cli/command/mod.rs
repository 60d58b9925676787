//! The commands, one file each.

pub mod assess;
pub mod check;
pub mod checklist;
pub mod completions;
pub mod criteria;
pub mod crosswalk;
pub mod description;
pub mod diff;
pub mod enterprise;
pub mod evidence;
pub mod explain;
pub mod import;
pub mod init;
pub mod man;
pub mod map;
pub mod matrix;
pub mod plan;
pub mod portfolio;
pub mod sample;
pub mod schema;
pub mod trend;
