//! Where the program meets the machine: disk, standard streams, terminal, environment, clock.

pub mod archive;
pub mod clock;
pub mod evidence;
pub mod foreign;
pub mod git;
pub mod hash;
pub mod input;
pub mod large;
pub mod lock;
pub mod memory;
pub mod output;
pub mod parallel;
pub mod portfolio;
pub(crate) mod progress;
mod repository;
pub mod terminal;
pub mod text;
