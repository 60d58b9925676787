//! Where the program meets the machine: disk, standard streams, terminal, environment, clock.

pub mod clock;
pub mod evidence;
pub mod input;
pub mod output;
pub mod terminal;
