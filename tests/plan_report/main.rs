//! The plan as it is printed: a small plan made by hand, word for word in every format, and real ones as they come.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
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

#[path = "../common/mod.rs"]
mod common;

mod calendars;
mod fixture;
mod hostile;
mod machines;
mod many;
mod markdown;
mod pictures;
mod terminal;
mod week;
