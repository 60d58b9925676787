//! The program as people, scripts and attackers run it: what it prints, what it writes, how it ends.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

mod baseline;
mod colour;
mod evidence_due;
mod exits;
mod import;
mod inputs;
mod map;
mod map_printed;
mod outputs;
mod pages;
mod plan;
mod sentence;
