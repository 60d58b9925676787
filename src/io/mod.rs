//! Where the program meets the machine: disk, standard streams, terminal, environment, clock.

pub mod clock;
pub mod evidence;
pub mod hash;
pub mod input;
pub mod lock;
pub mod output;
mod progress;
mod repository;
pub mod terminal;
pub mod text;
