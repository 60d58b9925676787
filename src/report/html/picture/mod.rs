//! Pictures, drawn by hand: each says in words what it shows, and none is the only place where anything is said.

pub(super) mod bars;
mod canvas;
mod chart;
pub(super) mod gantt;
pub(super) mod over_time;
pub(super) mod roadmap;
mod scale;
pub(super) mod strip;
