//! gapcheck tells a service organisation how far it is from a SOC 2 report, what to fix first, and why.
//!
//! The folders are the pipeline: [`load`], [`validate`], [`map`], [`assess`], [`score`], [`plan`], [`gate`], [`report`], over
//! the types of [`model`], which rest on [`source`] and [`text`]. Stages are strangers to each other: what one hands to the
//! next is a type of the model, and only [`pipeline`] knows the order.
//!
//! The Rust interface has no promise of stability. The inventory format, the commands and the JSON result have.

pub mod assess;
pub mod cli;
pub mod crosswalk;
pub mod describe;
pub mod diff;
pub mod edit;
pub mod enterprise;
pub mod gate;
pub mod import;
pub mod init;
pub mod io;
pub mod load;
pub mod map;
pub mod model;
pub mod pipeline;
pub mod plan;
pub mod portfolio;
pub mod propose;
pub mod report;
pub mod sample;
pub mod score;
pub mod source;
pub mod text;
pub mod trend;
pub mod validate;

pub use crate::pipeline::agenda::due;
pub use crate::pipeline::assessment::{Narrowed, Request, assess, assess_narrowed, assess_without_odds};
pub use crate::pipeline::description::description;
pub use crate::pipeline::difference::{difference, snapshot};
pub use crate::pipeline::proposals::propose;
pub use crate::pipeline::readiness::readiness;
pub use crate::pipeline::reading::read;
pub use crate::pipeline::sample_size::items_to_test;
