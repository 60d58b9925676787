//! The order of the stages: each file leads from an inventory to one kind of answer.

pub mod agenda;
pub mod assessment;
pub mod description;
pub mod difference;
mod ground;
pub mod proposals;
mod ranked;
pub mod readiness;
pub mod reading;
pub mod sample_size;
