//! Pictures, drawn by hand: each says in words what it shows, and none is the only place where anything is said.

pub(super) mod bars;
pub(super) mod canvas;
pub(super) mod gantt;
pub(super) mod roadmap;
pub(super) mod scale;
pub(super) mod strip;
